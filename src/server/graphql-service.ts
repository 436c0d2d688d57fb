import { NoSchemaIntrospectionCustomRule } from 'graphql';
import { createGraphQLError, createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Archive } from '../archive/archive.ts';
import type { Context } from '../graphql/context.ts';
import { schema } from '../graphql/schema.ts';
import type { ServerConfig } from './config.ts';
import { KnownOperations } from './known-operations.ts';
import { limitPlugins } from './limits.ts';
import type { Logger } from './log.ts';
import { maskErrors } from './mask-error.ts';

export interface GraphqlService {
  readonly yoga: YogaServerInstance<object, Context>;
  readonly operations: KnownOperations;
}

/** GraphQL over HTTP: parsing, validation, limits, execution, masking, written once, for every door to it. */
export function createGraphqlService(archive: Archive, config: ServerConfig, log: Logger): GraphqlService {
  const operations = new KnownOperations(schema, archive.database);
  const yoga = createYoga<object, Context>({
    schema,
    context: ({ request }) => ({
      archive,
      origin: config.publicUrl ?? `http://${request.headers.get('host') ?? 'localhost'}`,
    }),
    graphqlEndpoint: '/graphql',
    landingPage: false,
    graphiql: false, // our own page, without foreign origins
    multipart: false,
    batching: false,
    cors: false, // the server sets it for every answer
    maskedErrors: { errorMessage: 'Something went wrong on our side.', maskError: maskErrors(log) },
    logging: false,
    plugins: [
      namingBadJson,
      ...limitPlugins(),
      ...(config.introspection ? [] : [withoutIntrospection]),
      answeringDirectly(operations),
    ],
  });
  return { yoga, operations };
}

/** JSON that cannot be read, in a body or an address, is the caller's mistake, and the same one in both. */
const namingBadJson: Plugin = {
  onRequestParse({ requestParser, setRequestParser }) {
    if (requestParser === undefined) return;
    setRequestParser(async (request) => {
      try {
        return await requestParser(request);
      } catch (error) {
        if (!isBadJson(error)) throw error;
        throw createGraphQLError('The request is no valid JSON.', {
          extensions: {
            code: 'BAD_REQUEST',
            hint: 'A body is an object such as {"query":"{ archive { articleCount } }","variables":{}}; in an address, `variables` and `extensions` are JSON.',
            http: { status: 400 },
          },
        });
      }
    });
  },
};

/** Yoga throws what `JSON.parse` has thrown at an address as it is, and what it has thrown at a body within another error. */
const isBadJson = (error: unknown): boolean =>
  error instanceof SyntaxError ||
  (error instanceof Error && error.message === 'POST body sent invalid JSON.');

/** Lets SQLite answer what it can answer alone; everything else goes to the resolvers. */
const answeringDirectly = (operations: KnownOperations): Plugin<Context> => ({
  onExecute({ args, executeFn, setExecuteFn }) {
    const query: unknown = args.contextValue.params?.query;
    if (typeof query !== 'string') return;
    const known = operations.remember(query, args.operationName, args.document);
    if (known === null) return;
    setExecuteFn(async (...given) => {
      const body = await operations.answerKnown(known, args.variableValues);
      return body === null ? executeFn(...given) : directResult(body);
    });
  },
});

/** A result whose JSON is already written. Whoever wants the data itself, rather than its text, can still read it. */
const directResult = (body: string) => ({
  get data(): unknown {
    return (JSON.parse(body) as { data: unknown }).data; // our own JSON
  },
  stringify: () => body,
});

const withoutIntrospection: Plugin = {
  onValidate({ addValidationRule }) {
    addValidationRule(NoSchemaIntrospectionCustomRule);
  },
};
