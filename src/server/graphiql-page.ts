import type { GraphiqlExample } from './graphiql-assets.ts';

/** The files that the page refers to, by name. */
export interface GraphiqlFiles {
  readonly script: string;
  readonly style: string;
  readonly preload: readonly string[];
}

/**
 * Monaco writes style elements and attributes as it runs, hence `unsafe-inline` for styles alone; the
 * icon and Monaco's squiggles are `data:` images. Scripts, workers, fonts and queries: this origin only.
 */
export const GRAPHIQL_CSP = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3.5' fill='%230f5c5c'/%3E%3Cpath d='M4 5h8M4 8h8M4 11h5' stroke='%23fff' stroke-width='1.5' stroke-linecap='round'/%3E%3C/svg%3E";

/**
 * The HTML page of GraphiQL. All addresses are relative to the endpoint, so it works behind a proxy
 * that puts the service under a path of its own.
 */
export function printGraphiqlPage(files: GraphiqlFiles, examples: readonly GraphiqlExample[]): string {
  const preloads = files.preload
    .map((name) => `<link rel="modulepreload" href="graphiql/${name}">`)
    .join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>GraphiQL · Dateline</title>
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="graphiql/${files.style}">
<script type="module" src="graphiql/${files.script}"></script>
${preloads}
</head>
<body>
<div id="graphiql"><p class="dateline-loading">Loading GraphiQL …</p></div>
<noscript><p>GraphiQL needs JavaScript. The API does not: send queries to this address with any HTTP client,
and read <a href="schema.graphql">the schema</a>.</p></noscript>
<script type="application/json" id="dateline-examples">${printExamples(examples)}</script>
</body>
</html>
`;
}

/** JSON that can stand inside a script element: `<` is escaped, so no text in it can close the element. */
function printExamples(examples: readonly GraphiqlExample[]): string {
  const texts = examples.map(({ title, query, variables, headers }) => ({
    title,
    query,
    variables: asEditorText(variables),
    headers: asEditorText(headers),
  }));
  return JSON.stringify(texts).replaceAll('<', '\\u003c');
}

function asEditorText(value: GraphiqlExample['variables']): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

/** What a browser gets when the bundle is not there: what is missing, how to make it, and that the API works. */
export function printMissingBundlePage(): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>GraphiQL is not built · Dateline</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}pre{overflow:auto}</style>
</head>
<body>
<h1>GraphiQL is not built</h1>
<p>The API works, only this page is missing its files. They are made from development packages, which
an installation with <code>--omit=dev</code> leaves out. In the source folder, run</p>
<pre>npm install
npm run build:graphiql</pre>
<p>and start the server again. Until then, any HTTP client can send queries to this address:</p>
<pre>curl ADDRESS/graphql --header 'content-type: application/json' --data '{"query":"{ __typename }"}'</pre>
</body>
</html>
`;
}
