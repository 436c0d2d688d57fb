import { type DocumentNode, execute } from 'graphql';
import { UserError } from '../errors.ts';
import { schema } from '../graphql/schema.ts';
import { type PageRequest, type PageResponse, plainText } from './route.ts';

/**
 * Asks the archive an operation of our own: pages and feeds say the same as the API, and take the same filters.
 *
 * @throws {UserError} what the caller got wrong: a filter that the schema does not know, a slug that nobody has.
 */
export async function askArchive<Answer>(
  { archive, origin }: Pick<PageRequest, 'archive' | 'origin'>,
  document: DocumentNode,
  variableValues: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const { data, errors } = await execute({
    schema,
    document,
    variableValues,
    contextValue: { archive, origin },
  });
  const [error] = errors ?? [];
  if (error === undefined) return data as Answer; // the shape of our own operation
  const original: unknown = error.originalError;
  if (original instanceof UserError) throw original;
  // Our documents are valid: what is left without an original is a value that a variable's type refuses.
  if (original === undefined || (error.path === undefined && error.name === 'GraphQLError'))
    throw new UserError(
      'BAD_FILTER',
      error.message,
      String(error.extensions.hint ?? 'The fields are those of the type in /schema.graphql.'),
    );
  throw error;
}

/** Turns a caller's mistake into an answer that says what is wrong and how to mend it; throws anything else on. */
export async function refusingPolitely(
  answer: () => Promise<PageResponse | null>,
): Promise<PageResponse | null> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return plainText(400, `${error.message}\n${error.hint}`, { 'cache-control': 'no-store' });
  }
}
