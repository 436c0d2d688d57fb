/** What a caller can get wrong. Clients branch on this, never on the message. */
export type UserErrorCode =
  | 'BAD_CURSOR'
  | 'BAD_ID'
  | 'BAD_DATE'
  | 'BAD_PAGE'
  | 'BAD_RANGE'
  | 'BAD_FILTER'
  | 'BAD_USER_INPUT'
  | 'UNKNOWN_SLUG'
  | 'LIMIT_EXCEEDED'
  | 'CONFIG'
  | 'ARCHIVE_NEWER'
  | 'PORT_TAKEN'
  | 'NOT_FOUND';

/**
 * A mistake of whoever called: shown word for word, with a way to mend it.
 *
 * Everything else that is thrown is our bug or a broken disk, and is masked at the server.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  /** GraphQL copies this into the error's `extensions`. */
  readonly extensions: { readonly code: UserErrorCode; readonly hint: string };

  constructor(
    readonly code: UserErrorCode,
    message: string,
    readonly hint: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.extensions = { code, hint };
  }
}
