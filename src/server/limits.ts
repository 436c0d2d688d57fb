import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesPlugin } from '@escape.tech/graphql-armor-max-directives';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';
import type { GraphQLError, ValidationContext } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { createGraphQLError } from 'graphql-yoga';

/**
 * What one document may ask for. Measured on the example operations: the largest takes a third of each.
 * The standard introspection query is let through
 * whatever its depth. What an answer may cost is bounded by its rows, which depend on variables too: see `answer-size.ts`.
 */
export const LIMITS = { tokens: 2_000, depth: 16, aliases: 50, directives: 50 } as const;

const HINT = 'Ask for less in one request, or for parts of it in several.';

/** Turns a refusal of the library into an error with a code and a way out. */
const onReject = [
  (context: ValidationContext | null, error: GraphQLError) => {
    const refusal = createGraphQLError(error.message.replace(/^Syntax Error: /, ''), {
      extensions: { code: 'LIMIT_EXCEEDED', hint: HINT },
    });
    if (context === null) throw refusal;
    context.reportError(refusal);
  },
];

const options = { onReject, propagateOnRejection: false, exposeLimits: true } as const;

/** Caps on documents, on from the start: tokens, depth, aliases and directives. */
export const limitPlugins = (): Plugin[] =>
  [
    maxTokensPlugin({ n: LIMITS.tokens, ...options, propagateOnRejection: true }),
    maxDepthPlugin({ n: LIMITS.depth, flattenFragments: true, ignoreIntrospection: true, ...options }),
    maxAliasesPlugin({ n: LIMITS.aliases, allowList: [], ...options }),
    maxDirectivesPlugin({ n: LIMITS.directives, ...options }),
  ] as Plugin[]; // envelop plugins; Yoga takes them as they are
