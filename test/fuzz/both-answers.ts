import {
  type DocumentNode,
  execute,
  type FragmentDefinitionNode,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
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
 * one set to the next as a server keeps them. From the second set on it is answered once more with nothing kept: directly
 * where that has answered, as the resolvers' answer is the same by then.
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
  for (const [index, variables] of variableSets.entries()) {
    const request = requestOf(document, variables);
    if (request === null) {
      told.push({ kind: 'invalid', wrong: null });
      continue;
    }
    const kept = await answer(archive, request);
    told.push(kept.wrong !== null || index === 0 ? kept : await answerFresh(archive, query, variables, kept));
  }
  return told;
}

interface Answer extends Told {
  readonly text: string;
}

/** Nothing is kept of a document that has just been parsed. */
async function answerFresh(
  archive: Archive,
  query: string,
  variables: Record<string, unknown>,
  kept: Answer,
): Promise<Told> {
  const request = requestOf(parse(query), variables);
  if (request === null) return { kind: 'invalid', wrong: 'The same variables are refused.' };
  const text =
    kept.kind === 'direct' ? await directText(archive, request) : (await answer(archive, request)).text;
  if (text === kept.text) return kept;
  return { ...kept, wrong: `kept statements answer ${kept.text}, fresh ones ${text}` };
}

interface Request {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly variables: Record<string, unknown>;
  readonly coerced: Record<string, unknown>;
}

/** Null for variables that are refused. */
function requestOf(document: DocumentNode, variables: Record<string, unknown>): Request | null {
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The document has no operation.');
  const fragments = Object.fromEntries(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  return coerced === undefined ? null : { document, operation, fragments, variables, coerced };
}

async function answer(archive: Archive, request: Request): Promise<Answer> {
  const resolved = await execute({
    schema,
    document: request.document,
    variableValues: request.variables,
    contextValue: { archive },
  });
  const text = JSON.stringify(resolved);
  const bug = resolved.errors?.find(({ extensions }) => typeof extensions.code !== 'string');
  if (bug !== undefined) return { kind: 'refused', wrong: `${bug.message} ${bug.stack}`, text };
  try {
    const body = await directText(archive, request);
    if (body === null) return { kind: resolved.errors ? 'refused' : 'resolved', wrong: null, text };
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

/** What SQLite writes, as JavaScript would; null where JavaScript has a part in the answer. */
async function directText(
  archive: Archive,
  { operation, fragments, coerced }: Request,
): Promise<string | null> {
  const roots = planOfOperation(schema, operation, fragments).direct(coerced);
  if (roots === null) return null;
  return JSON.stringify(JSON.parse(await answerDirectly(roots, coerced, archive.database)));
}
