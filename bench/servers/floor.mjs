import { createServer } from 'node:http';
import Libsql from 'libsql';
import { FLOOR_STATEMENTS } from './floor-statements.mjs';
import { reportUsage } from './report-usage.mjs';

// The floor: what this machine does when nothing stands between HTTP and SQLite. No GraphQL, no checks.

const database = new Libsql(process.argv[2] ?? '');
database.exec('PRAGMA query_only = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY');
const DAY_MS = 86_400_000;

/** @type {Readonly<Record<string, (ask: import('../questions.ts').Ask) => unknown[]>>} */
const parameters = {
  article: ({ slug }) => [slug],
  page: ({ to }) => [Date.parse(`${to}T00:00:00Z`) + DAY_MS],
  quotes: ({ to }) => [Date.parse(`${to}T00:00:00Z`) + DAY_MS],
  'region-theme': ({ region, theme }) => [region, theme],
  search: ({ text }) => [text],
  'next-page': ({ after }) => [after?.sortKey, after?.number],
};
const answers = new Map(
  Object.entries(FLOOR_STATEMENTS).map(([name, text]) => {
    const statement = database.prepare(text).raw(true);
    const bind = parameters[name] ?? (() => []);
    return [`/${name}`, (ask) => statement.get(bind(ask))[0]]; // one column, one row
  }),
);
let statements = 0;

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const answer = answers.get(request.url ?? '');
    const { variables } = JSON.parse(Buffer.concat(chunks).toString()); // our own load generator
    statements += 1;
    const body = Buffer.from(`{"data":${answer?.(variables)}}`);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
    response.end(body);
  });
});
server.listen(0, '127.0.0.1', () => {
  reportUsage(`http://127.0.0.1:${server.address().port}`, () => statements);
});
