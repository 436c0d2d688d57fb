import { getNamedType, isEnumType, isInputObjectType } from 'graphql';
import { afterAll, describe, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import * as tables from '../../src/archive/archive-tables.ts';
import { schema } from '../../src/graphql/schema.ts';
import { ask, dataOf } from '../support/ask.ts';
import { seedArchive } from '../support/seed-archive.ts';

const archive = await seedArchive({ articles: 64 });
afterAll(() => archive.close());

/** Every root field that is a list, with all that it can be ordered by. */
const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
  const order = field.args.find(({ name }) => name === 'orderBy');
  const input = order && getNamedType(order.type);
  if (!isInputObjectType(input)) return [];
  const by = getNamedType(input.getFields().field?.type);
  return isEnumType(by) ? by.getValues().map(({ name }) => [field.name, name] as const) : [];
});

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

interface Place {
  readonly first?: number;
  readonly after?: string | null;
  readonly last?: number;
  readonly before?: string | null;
  readonly offset?: number;
}

async function page(of: Archive, list: string, order: string, place: Place): Promise<Page> {
  const selection =
    'nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
  const query = `query ($first: Int, $after: String, $last: Int, $before: String, $offset: Int) {
    ${list}(${order}, first: $first, after: $after, last: $last, before: $before, offset: $offset) { ${selection} }
  }`;
  return (await dataOf(of, query, { ...place }))[list];
}

/** All IDs of a list, page by page; `between` runs after the first page. */
async function walk(
  of: Archive,
  list: string,
  order: string,
  options: { size: number; isBackward?: boolean; between?: () => Promise<void> },
): Promise<string[]> {
  const { size, isBackward = false, between } = options;
  const seen: string[] = [];
  let cursor: string | null = null;
  for (let turn = 0; turn < 200; turn += 1) {
    const place: Place = isBackward ? { last: size, before: cursor } : { first: size, after: cursor };
    const { nodes, edges, pageInfo }: Page = await page(of, list, order, place);
    const ids = nodes.map(({ id }) => id);
    expect(pageInfo.startCursor).toBe(edges.at(0)?.cursor ?? null);
    expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor ?? null);
    // What lies behind a cursor is known: the cursor's own row does.
    expect(isBackward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage).toBe(cursor !== null);
    if (isBackward) seen.unshift(...ids);
    else seen.push(...ids);
    if (!(isBackward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return seen;
    expect(ids).toHaveLength(size);
    cursor = isBackward ? pageInfo.startCursor : pageInfo.endCursor;
    if (turn === 0) await between?.();
  }
  throw new Error('The list does not end.');
}

test('the lists of the schema are found', () => {
  const names = new Set(lists.map(([list]) => list));
  expect([...names].sort()).toEqual(
    [
      'articles',
      'authors',
      'imports',
      'outlets',
      'quotes',
      'regions',
      'reports',
      'speakers',
      'themes',
    ].filter((name) => names.has(name)),
  );
  expect(names.size).toBeGreaterThanOrEqual(8);
});

describe.each(lists)('%s by %s', (list, field) => {
  test.each(['ASC', 'DESC'])(
    '%s: forward and backward, by pages of any size, every row comes once and in order',
    async (direction) => {
      const order = `orderBy: { field: ${field}, direction: ${direction} }`;
      const { totalCount } = (await dataOf(archive, `{ ${list} { totalCount } }`))[list];
      const whole = await walk(archive, list, order, { size: 100 });
      expect(whole).toHaveLength(totalCount);
      expect(new Set(whole).size).toBe(totalCount);
      for (const size of [1, 7].filter((some) => totalCount / some < 100)) {
        expect(await walk(archive, list, order, { size })).toEqual(whole);
        expect(await walk(archive, list, order, { size, isBackward: true })).toEqual(whole);
      }
      const opposite = order.replace(direction, direction === 'ASC' ? 'DESC' : 'ASC');
      expect(await walk(archive, list, opposite, { size: 50 })).toEqual(whole.toReversed());
      const { nodes } = await page(archive, list, order, { first: 5, offset: 3 });
      expect(nodes.map(({ id }) => id)).toEqual(whole.slice(3, 8));
    },
  );
});

test('the order is that of the values, undated pieces oldest, ties by import', async () => {
  const { articles } = await dataOf(
    archive,
    '{ articles(first: 100) { nodes { id datePublished { iso } } } }',
  );
  const key = ({ id, datePublished }: { id: string; datePublished: { iso: string } | null }): string =>
    `${datePublished?.iso ?? ''} ${id.slice('Article'.length).padStart(6, '0')}`;
  const keys = articles.nodes.map(key);
  expect(keys).toEqual(keys.toSorted().toReversed());
});

test('pieces that come and go between two pages neither repeat nor hide others', async () => {
  const own = await seedArchive({ articles: 40 });
  const before = await walk(own, 'articles', 'orderBy: { field: DATE_PUBLISHED }', { size: 100 });
  const during = await walk(own, 'articles', 'orderBy: { field: DATE_PUBLISHED }', {
    size: 10,
    between: () =>
      own.database.write(async ({ drizzle, all }) => {
        const copy = async (id: number, sortKey: number) => {
          const [row] = await drizzle.select().from(tables.articles).limit(1);
          if (row === undefined) throw new Error('The archive is empty.');
          const { searchKey: _, ...columns } = row;
          const name = `new-${id}`;
          await drizzle
            .insert(tables.articles)
            .values({ ...columns, id, sortKey, nodeId: name, slug: name, naturalKey: name });
        };
        await copy(1001, Date.UTC(2026, 5, 1)); // before the cursor: newer than all
        await copy(1002, Date.UTC(2025, 11, 20)); // behind it
        await all("DELETE FROM articles WHERE node_id IN ('Article3', 'Article35')");
      }),
  });
  expect(new Set(during).size).toBe(during.length);
  expect(during).toEqual(
    expect.arrayContaining(before.filter((id) => id !== 'Article3' && id !== 'Article35')),
  );
  expect(during).not.toContain('new-1001');
  expect(during).toContain('new-1002');
  await own.close();
});

test('a nested list counts and pages as the root list with the same filter does', async () => {
  const { authors } = await dataOf(
    archive,
    '{ authors { nodes { slug articles(first: 3, filter: { hasQuotes: true }) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } } } }',
  );
  for (const { slug, articles } of authors.nodes) {
    const root = await dataOf(
      archive,
      `{ articles(first: 3, filter: { hasQuotes: true, author: { in: ["${slug}"] } }) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
    );
    expect(articles).toEqual(root.articles);
    expect(articles.totalCount).toBeGreaterThan(3);
  }
});

test('twenty articles with all that belongs to them take as many statements as forty', async () => {
  const selection = `totalCount nodes { headline authors { name articles(first: 2) { totalCount nodes { slug } } } publisher { name }
    regions { name ancestors { name } } themes { name } reports { name } quotes(first: 3) { totalCount nodes { text speaker { name } } }
    cites { nodes { slug } } citedBy { nodes { slug } } related(first: 2) { article { slug } } neighbours { next { slug } } }
    facets { regions { count } } timeline { count }`;
  const statements = async (first: number) => {
    const answer = await ask(archive, `query ($first: Int) { articles(first: $first) { ${selection} } }`, {
      first,
    });
    expect(answer.errors).toBeUndefined();
    expect(answer.data.articles.nodes).toHaveLength(first);
    return answer.statements;
  };
  expect([await statements(20), await statements(40)]).toEqual([1, 1]);
});

test.each([
  'first: -1',
  'first: 101',
  'last: -1',
  'first: 1, last: 1',
  'after: "zz"',
  'before: "5B5D"',
  'offset: -1',
  'offset: 1000000',
])('a page that cannot be is refused with a code: %s', async (args) => {
  const { errors } = await ask(archive, `{ quotes(${args}) { nodes { id } } }`);
  expect(errors?.[0]?.extensions.code).toMatch(/^(BAD_PAGE|BAD_CURSOR|LIMIT_EXCEEDED)$/);
  expect(errors?.[0]?.extensions.hint).toBeTruthy();
});

test('a cursor of another list or another order is refused', async () => {
  const { articles } = await dataOf(archive, '{ articles(first: 1) { pageInfo { endCursor } } }');
  for (const list of ['quotes', 'articles(orderBy: { field: HEADLINE }'].map((name) =>
    name.includes('(') ? name : `${name}(first: 1`,
  )) {
    const { errors } = await ask(
      archive,
      `{ ${list}, after: "${articles.pageInfo.endCursor}") { nodes { id } } }`,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_CURSOR' });
  }
});
