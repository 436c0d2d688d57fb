/** What a link can carry: the operation and its variables. Headers stay out, they can hold a token. */
export interface SharedOperation {
  readonly query: string;
  /** JSON as typed; empty where there are none. */
  readonly variables: string;
}

/**
 * An address that opens GraphiQL with this operation.
 *
 * The operation stands in the fragment, which a browser never sends, so no log or proxy keeps it.
 */
export function printShareLink(page: string, { query, variables }: SharedOperation): string {
  const fields = new URLSearchParams({ query });
  if (variables.trim() !== '') fields.set('variables', variables);
  const url = new URL(page);
  url.hash = fields.toString();
  return url.toString();
}

/** Reads the fragment of an address, with or without `#`. Null where it holds no operation. */
export function parseShareLink(fragment: string): SharedOperation | null {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''));
  const query = fields.get('query');
  if (query === null || query.trim() === '') return null;
  return { query, variables: fields.get('variables') ?? '' };
}
