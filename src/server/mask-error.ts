import { randomUUID } from 'node:crypto';
import { createGraphQLError, type MaskError } from 'graphql-yoga';
import { UserError } from '../errors.ts';
import type { Logger } from './log.ts';

/**
 * Callers see their own mistakes word for word. Anything else is our bug or a broken disk: it is logged in full under an
 * ID, and the caller sees that ID and nothing more.
 */
export const maskErrors =
  (log: Logger): MaskError =>
  (error) => {
    if (!(error instanceof Error)) return hide(error, log);
    if (error instanceof UserError)
      return createGraphQLError(error.message, { extensions: error.extensions });
    if (error.name !== 'GraphQLError') return hide(error, log);
    const original = 'originalError' in error ? error.originalError : undefined;
    // GraphQL has copied code and hint of a `UserError` into the extensions. An error without an original is GraphQL's own.
    if (original === undefined || original === null) return coded(error);
    if (original instanceof UserError) return error;
    if (original instanceof Error && original.name === 'GraphQLError') return coded(error);
    return hide(error, log);
  };

/** GraphQL's own errors about variables carry no code: this one says whose mistake it is, and where to look. */
function coded(error: Error & { extensions?: Record<string, unknown> }): Error {
  if (error.extensions === undefined || 'code' in error.extensions) return error;
  error.extensions.code = 'BAD_USER_INPUT';
  error.extensions.hint = 'The type of each variable, with its fields, is in /schema.graphql.';
  return error;
}

function hide(error: unknown, log: Logger): Error {
  const id = randomUUID();
  log.error({ errorId: id, err: error }, 'unexpected error');
  const place =
    error instanceof Error && 'path' in error && Array.isArray(error.path)
      ? { path: error.path as string[] }
      : {};
  return createGraphQLError('Something went wrong on our side.', {
    ...place,
    extensions: {
      code: 'INTERNAL_SERVER_ERROR',
      hint: 'Try again; if it stays, tell whoever runs this service the error ID.',
      errorId: id,
      http: { status: 500 },
    },
  });
}
