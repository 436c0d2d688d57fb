import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import type { RunningServer } from '../../src/server/server.ts';
import { seedArchive } from '../support/seed-archive.ts';
import { post, serve } from '../support/serve.ts';

let archive: Archive;
let server: RunningServer;

beforeAll(async () => {
  archive = await seedArchive({ articles: 5 });
  server = await serve(archive, { MAX_BODY_BYTES: '10000' });
});
afterAll(async () => {
  await server.close();
  await archive.close();
});

async function refusal(query: string, variables?: Record<string, unknown>) {
  const response = await post(server.url, query, variables && { variables });
  const { errors } = (await response.json()) as {
    errors: { message: string; extensions: Record<string, string> }[];
  };
  return { message: errors[0]?.message, ...errors[0]?.extensions };
}

test('more than 50 aliases are refused, and the error names the cap', async () => {
  const query = `{ ${Array.from({ length: 60 }, (_, i) => `a${i}: archive { articleCount }`).join(' ')} }`;
  expect(await refusal(query)).toMatchObject({
    code: 'LIMIT_EXCEEDED',
    message: expect.stringContaining('50'),
  });
});

test('a query deeper than 16 levels is refused, and the error names the cap', async () => {
  const query = `{ articles { nodes ${'{ publisher { articles { nodes '.repeat(6)}{ id }${' } } }'.repeat(6)} } }`;
  expect(await refusal(query)).toMatchObject({
    code: 'LIMIT_EXCEEDED',
    message: expect.stringContaining('16'),
  });
});

test('more than 2,000 tokens are refused', async () => {
  expect(await refusal(`{ ${'id '.repeat(2_100)} }`)).toMatchObject({
    code: 'LIMIT_EXCEEDED',
    message: expect.stringContaining('2000'),
  });
});

test('lists within lists are refused before they run when they may grow beyond what an answer holds', async () => {
  const query = `query Q($n: Int) {
    articles(first: $n) { nodes { quotes(first: $n) { nodes { article { quotes(first: $n) { nodes { id } } } } } } }
  }`;
  expect(await refusal(query, { n: 100 })).toMatchObject({
    code: 'LIMIT_EXCEEDED',
    message: 'This may answer with 1010100 rows; 10100 are allowed.',
  });
  const small = await post(server.url, query, { variables: { n: 3 } });
  expect(await small.json()).not.toHaveProperty('errors');
});

test('a filter of very many objects is refused before it is a statement, those of inner filters counted', async () => {
  const or = Array.from({ length: 70 }, () => ({ quotes: { speaker: { in: ['nobody'] } } }));
  const query = 'query Q($filter: ArticleFilter) { articles(filter: $filter) { totalCount } }';
  expect(await refusal(query, { filter: { or } })).toMatchObject({
    code: 'LIMIT_EXCEEDED',
    message: 'The filter is made of 211 objects; 200 are allowed.',
  });
});

test('a body larger than allowed is refused with 413, and the size that is allowed', async () => {
  const response = await post(server.url, `{ __typename } #${'x'.repeat(20_000)}`);
  expect(response.status).toBe(413);
  expect(await response.text()).toContain('10000 bytes');
});

test('the full introspection query is not too deep', async () => {
  const { getIntrospectionQuery } = await import('graphql');
  const response = await post(
    server.url,
    getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }),
  );
  expect(response.status).toBe(200);
});

test('an error of ours is masked: the client sees an ID and neither SQL nor stack nor path', async () => {
  const broken = await seedArchive({ articles: 1 });
  const other = await serve(broken);
  await broken.database.script('DROP TABLE translations');
  const response = await post(other.url, '{ articles { nodes { translations { url } } } }');
  const body = await response.text();
  expect(JSON.parse(body).errors[0].extensions).toMatchObject({
    code: 'INTERNAL_SERVER_ERROR',
    errorId: expect.any(String),
  });
  expect(body).not.toMatch(/SQL|SELECT|translations"? *\(|no such table|\.ts|\.js|node_modules/);
  await other.close();
  await broken.close();
});
