import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { ask, dataOf } from '../support/ask.ts';
import { seedArchive } from '../support/seed-archive.ts';

let archive: Archive;
beforeAll(async () => {
  archive = await seedArchive({ articles: 12 });
});
afterAll(() => archive.close());

test.each([
  'pageInfo { __typename }',
  'pageInfo { hasPreviousPage }',
  'pageInfo { startCursor @skip(if: true) }',
])('an empty page has its %s', async (selection) => {
  const { articles, search } = await dataOf(
    archive,
    `{ articles(filter: { id: [] }) { ${selection} } search(query: "nothingofthekind") { ${selection} } }`,
  );
  expect(articles.pageInfo).toBeTypeOf('object');
  expect(search.pageInfo).toEqual(articles.pageInfo);
});

test('a page that ends at a cursor, or begins behind an offset, knows of the rows beyond', async () => {
  const { articles } = await dataOf(archive, '{ articles { edges { cursor } } }');
  const cursors: string[] = articles.edges.map(({ cursor }: { cursor: string }) => cursor);
  const ends = async (args: string) => {
    const page = (await dataOf(archive, `{ articles(${args}) { pageInfo { hasPreviousPage hasNextPage } } }`))
      .articles.pageInfo;
    return [page.hasPreviousPage, page.hasNextPage];
  };
  expect(await ends(`first: 10, before: "${cursors[4]}"`)).toEqual([false, true]);
  expect(await ends(`last: 10, after: "${cursors[4]}"`)).toEqual([true, false]);
  expect(await ends(`first: 10, after: "${cursors[2]}", before: "${cursors[5]}"`)).toEqual([true, true]);
  expect(await ends('first: 3, offset: 9')).toEqual([true, false]);
  expect(await ends('last: 3, offset: 9')).toEqual([false, true]);
  expect(await ends('first: 20, offset: 0')).toEqual([false, false]);
});

test('a request that nests deeper than SQLite reads is refused as too deep, not as our mistake', async () => {
  const nested = (depth: number): string =>
    depth === 0 ? 'id' : `quotes(first: 1) { nodes { article { ${nested(depth - 1)} } } }`;
  expect(
    (await ask(archive, `{ article(by: { slug: "piece-5" }) { ${nested(2)} } }`)).errors,
  ).toBeUndefined();
  const { errors } = await ask(archive, `{ article(by: { slug: "piece-5" }) { ${nested(5)} } }`);
  expect(errors?.[0]?.extensions.code).toBe('LIMIT_EXCEEDED');
});

test('more than a hundred IDs, or a hundred with a long list each, are too many', async () => {
  const operation = (selection: string) => `query ($ids: [ID!]!) { nodes(ids: $ids) { ${selection} } }`;
  const ids = (count: number) => ({ ids: Array.from({ length: count }, (_, index) => `Article${index}`) });
  expect((await ask(archive, operation('id'), ids(100))).errors).toBeUndefined();
  for (const [selection, count] of [
    ['id', 101],
    [
      '... on Article { related(first: 100) { score } quotes(first: 100) { nodes { id links: article { quotes(first: 2) { nodes { id } } } } } }',
      100,
    ],
  ] as const) {
    const { errors } = await ask(archive, operation(selection), ids(count));
    expect(errors?.[0]?.extensions.code).toBe('LIMIT_EXCEEDED');
  }
});

test('a variable named as a property that every object has is absent unless given', async () => {
  const { articles } = await dataOf(
    archive,
    'query ($constructor: Int, $toString: String) { articles(first: $constructor, after: $toString) { nodes { id } } }',
  );
  expect(articles.nodes).toHaveLength(12);
});
