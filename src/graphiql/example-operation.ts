/** An operation that the server offers, as the page carries it: every value is text as an editor shows it. */
export interface ExampleOperation {
  /** What a person reads in the examples pane: "Latest quotes". */
  readonly title: string;
  readonly query: string;
  /** JSON, or null where the operation takes no variables. */
  readonly variables: string | null;
  /** JSON, or null where the example needs none. */
  readonly headers: string | null;
}

/** The first line that is a comment in an operation, without its `#`; null where it has none. */
export function describeExample(query: string): string | null {
  for (const line of query.split('\n')) {
    const text = line.trim();
    if (text.startsWith('#')) return text.replace(/^#+/, '').trim() || null;
    if (text !== '') return null;
  }
  return null;
}
