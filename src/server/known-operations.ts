import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { getVariableValues, Kind } from 'graphql';
import type { Database, MaybePromise } from '../archive/database.ts';
import { answerDirectly } from '../graphql/answer-directly.ts';
import { type OperationPlan, planOfOperation } from '../graphql/operation-plan.ts';

/** Documents remembered at most; clients send a few, and what goes beyond is planned again. */
const MAX_DOCUMENTS = 1_000;

/** Longest document remembered, in UTF-16 units. */
const MAX_DOCUMENT_LENGTH = 20_000;

interface KnownOperation {
  readonly operation: OperationDefinitionNode;
  readonly plan: OperationPlan;
}

/**
 * Operations that have passed parsing, validation and limits, by the text that clients send.
 *
 * Whoever answers from here does so with checks that were made once, in the one place that makes them: an operation
 * comes in only from the executor behind them.
 */
export class KnownOperations {
  readonly #known = new Map<string, KnownOperation>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly database: Database,
  ) {}

  /** Remembers an operation that is about to be executed. */
  remember(
    query: string,
    operationName: string | null | undefined,
    document: DocumentNode,
  ): KnownOperation | null {
    const key = keyOf(query, operationName);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
    const operation = operationName
      ? operations.find(({ name }) => name?.value === operationName)
      : operations.length === 1
        ? operations[0]
        : undefined;
    if (operation === undefined) return null;
    const fragments = Object.fromEntries(
      document.definitions.flatMap((node) =>
        node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [],
      ),
    );
    const entry = { operation, plan: planOfOperation(this.schema, operation, fragments) };
    if (query.length <= MAX_DOCUMENT_LENGTH) {
      if (this.#known.size >= MAX_DOCUMENTS) {
        const [oldest] = this.#known.keys();
        if (oldest !== undefined) this.#known.delete(oldest);
      }
      this.#known.set(key, entry);
    }
    return entry;
  }

  /**
   * The body of the answer to an operation that is known and that SQLite answers by itself. Null for any other, and
   * for one whose variables are refused: the resolvers then say what is wrong and where.
   */
  answer(
    query: string,
    operationName: string | null | undefined,
    variables: unknown,
  ): MaybePromise<string | null> {
    const known = this.#known.get(keyOf(query, operationName));
    return known === undefined ? null : this.answerKnown(known, variables);
  }

  answerKnown({ operation, plan }: KnownOperation, variables: unknown): MaybePromise<string | null> {
    if (variables !== undefined && variables !== null && typeof variables !== 'object') return null;
    const { coerced } = getVariableValues(
      this.schema,
      operation.variableDefinitions ?? [],
      (variables ?? {}) as Record<string, unknown>, // checked above; what is in it, GraphQL checks
    );
    if (coerced === undefined) return null;
    try {
      const roots = plan.direct(coerced);
      if (roots === null) return null;
      const answer = answerDirectly(roots, coerced, this.database);
      return answer instanceof Promise ? answer.catch(() => null) : answer;
    } catch {
      return null; // the resolvers run into the same and report it
    }
  }
}

const keyOf = (query: string, operationName: string | null | undefined): string =>
  `${operationName ?? ''}\n${query}`;
