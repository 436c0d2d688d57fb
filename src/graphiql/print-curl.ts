/** One request as GraphiQL would send it. */
export interface CurlRequest {
  readonly endpoint: string;
  readonly query: string;
  /** JSON as typed, comments already gone; empty where there are none. */
  readonly variables: string;
  readonly operationName: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * A `curl` command for a POSIX shell that sends the same request.
 *
 * @throws {SyntaxError} when the variables are not JSON.
 */
export function printCurl({ endpoint, query, variables, operationName, headers }: CurlRequest): string {
  const body: Record<string, unknown> = { query };
  if (variables.trim() !== '') body.variables = JSON.parse(variables);
  if (operationName !== null) body.operationName = operationName;
  const sent = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json',
    ...headers,
  };
  return [
    `curl ${quoteForShell(endpoint)}`,
    ...Object.entries(sent).map(([name, value]) => `--header ${quoteForShell(`${name}: ${value}`)}`),
    `--data-raw ${quoteForShell(JSON.stringify(body))}`,
  ].join(' \\\n  ');
}

/** Inside single quotes a POSIX shell reads everything as it stands, save the single quote itself. */
function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
