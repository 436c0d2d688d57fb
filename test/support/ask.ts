import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FragmentDefinitionNode,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { expect } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { answerDirectly } from '../../src/graphql/answer-directly.ts';
import { planOfOperation } from '../../src/graphql/operation-plan.ts';
import { schema } from '../../src/graphql/schema.ts';

/** An answer, and how it came about. */
export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: tests read into answers of their own queries
  readonly data: any;
  readonly errors: ExecutionResult['errors'];
  /** SQL statements that the resolvers ran. */
  readonly statements: number;
  /** Whether SQLite wrote the whole answer, which was then compared with the resolvers'. */
  readonly isDirect: boolean;
}

interface Asked {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Record<string, FragmentDefinitionNode>;
}

/** What has been asked, as a server keeps it: parsed, validated and planned once. */
const asked = new Map<string, Asked>();

function parseOnce(query: string): Asked {
  const known = asked.get(query);
  if (known !== undefined) return known;
  const document = parse(query);
  expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The document has no operation.');
  const fragments = Object.fromEntries(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  asked.set(query, { document, operation, fragments });
  return { document, operation, fragments };
}

/**
 * Asks the archive twice, through resolvers and directly, and expects the same answer; where the resolvers give an
 * error, the direct way must refuse too.
 */
export async function ask(
  archive: Archive,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer> {
  const { document, operation, fragments } = parseOnce(query);
  const before = archive.database.statementCount;
  const resolved = await execute({
    schema,
    document,
    variableValues: variables,
    contextValue: { archive },
  });
  const statements = archive.database.statementCount - before;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const answer = { data: resolved.data, errors: resolved.errors, statements };
  if (coerced === undefined) return { ...answer, isDirect: false };
  if (resolved.errors !== undefined) {
    await expect(
      (async () => {
        const roots = planOfOperation(schema, operation, fragments).direct(coerced);
        if (roots === null) throw new Error('JavaScript has a part in it.');
        return await answerDirectly(roots, coerced, archive.database);
      })(),
    ).rejects.toThrow();
    return { ...answer, isDirect: false };
  }
  const roots = planOfOperation(schema, operation, fragments).direct(coerced);
  if (roots === null) return { ...answer, isDirect: false };
  const body = await answerDirectly(roots, coerced, archive.database);
  // SQLite writes 1.0 where JavaScript writes 1.
  expect(JSON.stringify(JSON.parse(body))).toBe(JSON.stringify(resolved));
  return { ...answer, isDirect: true };
}

/** The data of an answer that has no errors. */
export async function dataOf(
  archive: Archive,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer['data']> {
  const { data, errors } = await ask(archive, query, variables);
  expect(errors?.map(({ message, stack }) => `${message} ${stack}`)).toBeUndefined();
  return data;
}
