import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import type { RunningServer } from '../../src/server/server.ts';
import { seedArchive } from '../support/seed-archive.ts';
import { post, serve } from '../support/serve.ts';

let archive: Archive;
let server: RunningServer;

beforeAll(async () => {
  archive = await seedArchive({ articles: 30 });
  server = await serve(archive);
});
afterAll(async () => {
  await server.close();
  await archive.close();
});

describe('the audits of GraphQL over HTTP', () => {
  for (const audit of serverAudits({ url: () => `${server.url}/graphql`, fetchFn: fetch })) {
    // Each runs twice: an operation is answered by Yoga first, and at the door from then on.
    test(`${audit.id}: ${audit.name}`, async () => {
      for (const _ of [1, 2]) {
        const result = await audit.fn();
        if (result.status !== 'ok') expect.fail(`${result.status}: ${result.reason}`);
      }
    });
  }
});

describe('an operation asked again', () => {
  const QUESTIONS: [query: string, variables: Record<string, unknown>][] = [
    [
      '{ articles(first: 3) { nodes { id headline authors { name } } pageInfo { hasNextPage endCursor } totalCount } }',
      {},
    ],
    ['query Q($n: Int!) { quotes(first: $n) { nodes { text speaker { name } } } }', { n: 2 }],
    ['query Q($n: Int!) { articles(first: $n) { nodes { id } } }', { n: 101 }],
    ['query Q($n: Int!) { articles(first: $n) { nodes { id } } }', { n: 'three' }],
    ['query Q($n: Int!) { articles(first: $n) { nodes { id } } }', {}],
    ['query Q($c: String) { articles(after: $c) { nodes { id } } }', { c: 'of another list' }],
    ['{ article(by: { slug: "no-such-piece" }) { headline } }', {}],
    ['{ articles(first: 1) { nodes { shareLinks { network url } } } }', {}],
    ['{ __schema { queryType { name } } }', {}],
    ['{ nothing }', {}],
    ['{ articles {', {}],
  ];

  for (const accept of ['application/graphql-response+json', 'application/json', '*/*']) {
    test.each(QUESTIONS)(
      `is answered the same by either door (${accept}): %s %j`,
      async (query, variables) => {
        const read = async () => {
          const response = await post(server.url, query, { accept, variables });
          return {
            status: response.status,
            type: response.headers.get('content-type'),
            body: await response.text(),
          };
        };
        const first = await read();
        expect(await read()).toEqual(first);
        expect(await read()).toEqual(first);
      },
    );
  }
});

test('a mutation over GET is refused', async () => {
  const response = await fetch(`${server.url}/graphql?query=${encodeURIComponent('mutation { x }')}`);
  expect([400, 405]).toContain(response.status);
});

test('a query over GET is answered', async () => {
  const response = await fetch(
    `${server.url}/graphql?query=${encodeURIComponent('{ archive { articleCount } }')}`,
  );
  expect(await response.json()).toEqual({ data: { archive: { articleCount: 30 } } });
});

test('an answer to GET carries an ETag; asked again with it, nothing is sent until the archive changes', async () => {
  const ask = (etag?: string) =>
    fetch(`${server.url}/graphql?query=${encodeURIComponent('{ archive { articleCount quoteCount } }')}`, {
      headers: {
        accept: 'application/graphql-response+json',
        ...(etag !== undefined && { 'if-none-match': etag }),
      },
    });
  const first = await ask();
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toMatch(/^".+"$/);
  expect(first.headers.get('cache-control')).toBe('no-cache');
  for (const _ of [1, 2]) {
    const again = await ask(etag);
    expect([again.status, await again.text()]).toEqual([304, '']);
  }
  await archive.database.write(async ({ all }) => all('DELETE FROM quotes WHERE id = 1'));
  expect((await ask(etag)).status).toBe(200);
});

test('an error is never kept: neither by us nor by who asked', async () => {
  const response = await fetch(
    `${server.url}/graphql?query=${encodeURIComponent('{ articles(first: 999) { totalCount } }')}`,
  );
  expect(response.headers.get('etag')).toBeNull();
  expect(response.headers.get('cache-control') ?? 'no-store').toBe('no-store');
});

test('a form is not a question', async () => {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'query=%7B__typename%7D',
  });
  expect(response.status).toBe(415);
});

describe('JSON that cannot be read', () => {
  const refused = async (response: Response) => {
    const { errors } = (await response.json()) as {
      errors: { message: string; extensions: Record<string, unknown> }[];
    };
    return [response.status, errors[0]?.extensions];
  };
  const asked = { code: 'BAD_REQUEST', hint: expect.stringContaining('"query"') };

  test.each(['{"query":', '', 'query'])('in a body is the caller’s mistake: %j', async (body) => {
    const headers = { 'content-type': 'application/json' };
    expect(await refused(await fetch(`${server.url}/graphql`, { method: 'POST', headers, body }))).toEqual([
      400,
      asked,
    ]);
  });

  test.each(['variables={', 'extensions=x'])('in an address is the caller’s mistake: %s', async (part) => {
    expect(await refused(await fetch(`${server.url}/graphql?query={__typename}&${part}`))).toEqual([
      400,
      asked,
    ]);
  });
});

describe('a value that does not fit its type is the caller’s mistake, with a code and a hint', () => {
  const mistakeIn = async (query: string, variables: Record<string, unknown>) => {
    const { errors } = await (await post(server.url, query, { variables })).json();
    return { message: errors[0].message, ...errors[0].extensions };
  };

  test.each([
    [{ n: 'three' }, 'Int cannot represent'],
    [{}, 'was not provided'],
  ])('as a variable: %j', async (variables, says) => {
    const mistake = await mistakeIn('query ($n: Int!) { articles(first: $n) { nodes { id } } }', variables);
    expect(mistake.message).toContain(says);
    expect(mistake).toMatchObject({
      code: 'BAD_USER_INPUT',
      hint: expect.stringContaining('/schema.graphql'),
    });
  });

  test.each([
    ['Date', 'datePublished: { from: $value }', '2021-02-30', '2024-03-09'],
    ['Date', 'datePublished: { from: $value }', '2021', '2024-03-09'],
    ['Language', 'inLanguage: [$value]', 'not a tag', 'pt-BR'],
  ])('as a %s, which the hint gives an example of: { %s } of %j', async (type, filter, value, example) => {
    const list = `articles(filter: { ${filter} }) { totalCount }`;
    const passed = await mistakeIn(`query ($value: ${type}!) { ${list} }`, { value });
    const written = await mistakeIn(`{ ${list.replace('$value', JSON.stringify(value))} }`, {});
    for (const { code, hint } of [passed, written]) {
      expect(code).toBe('BAD_USER_INPUT');
      expect(hint).toContain(example);
    }
  });
});
