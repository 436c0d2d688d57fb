import { execute, getOperationAST, getVariableValues, Kind, parse, validate } from 'graphql';
import type { Archive } from '../../src/archive/archive.ts';
import { answerDirectly } from '../../src/graphql/answer-directly.ts';
import { planOfOperation } from '../../src/graphql/operation-plan.ts';
import { schema } from '../../src/graphql/schema.ts';

/** How a document was answered, once for each set of variables. */
export interface Told {
  readonly kind: 'invalid' | 'refused' | 'resolved' | 'direct';
  /** What is wrong with the answer; null for nothing. */
  readonly wrong: string | null;
}

/**
 * Answers one document with several sets of variables, each through resolvers and directly, with statements kept from
 * one set to the next as a server keeps them, and once more with nothing kept.
 */
export async function answerBothWays(
  archive: Archive,
  query: string,
  variableSets: readonly Record<string, unknown>[],
): Promise<Told[]> {
  const document = parse(query);
  const [invalid] = validate(schema, document);
  if (invalid !== undefined) return [{ kind: 'invalid', wrong: invalid.message }];
  const told: Told[] = [];
  for (const variables of variableSets) {
    const kept = await answer(archive, document, variables);
    const fresh = await answer(archive, parse(query), variables);
    const isSame = kept.text === fresh.text;
    told.push({
      kind: kept.kind,
      wrong: kept.wrong ?? (isSame ? null : `kept statements answer ${kept.text}, fresh ones ${fresh.text}`),
    });
  }
  return told;
}

async function answer(
  archive: Archive,
  document: ReturnType<typeof parse>,
  variables: Record<string, unknown>,
): Promise<Told & { readonly text: string }> {
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The document has no operation.');
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (coerced === undefined) return { kind: 'invalid', wrong: null, text: '' };
  const resolved = await execute({
    schema,
    document,
    variableValues: variables,
    contextValue: { archive },
  });
  const text = JSON.stringify(resolved);
  const fragments = Object.fromEntries(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  const bug = resolved.errors?.find(({ extensions }) => typeof extensions.code !== 'string');
  if (bug !== undefined) return { kind: 'refused', wrong: `${bug.message} ${bug.stack}`, text };
  try {
    const roots = planOfOperation(schema, operation, fragments).direct(coerced);
    if (roots === null) return { kind: resolved.errors ? 'refused' : 'resolved', wrong: null, text };
    const body = JSON.stringify(JSON.parse(await answerDirectly(roots, coerced, archive.database)));
    if (body === text) return { kind: 'direct', wrong: null, text };
    return { kind: 'direct', wrong: `resolvers: ${text}\ndirect:    ${body}`, text };
  } catch (error) {
    const isExpected = resolved.errors !== undefined;
    return {
      kind: 'refused',
      wrong: isExpected ? null : `only the direct way refuses: ${String(error)}`,
      text,
    };
  }
}
