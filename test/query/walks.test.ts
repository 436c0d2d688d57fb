import { getOperationAST, getVariableValues, parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { planOfOperation } from '../../src/graphql/operation-plan.ts';
import { schema } from '../../src/graphql/schema.ts';
import { dataOf } from '../support/ask.ts';
import { seedArchive } from '../support/seed-archive.ts';

let archive: Archive;
/** All articles, newest first. */
let everything: readonly string[];

beforeAll(async () => {
  archive = await seedArchive({ articles: 240 });
  everything = await walked({});
});
afterAll(() => archive.close());

interface Page {
  readonly nodes: readonly { readonly id: string; readonly body: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string;
    readonly endCursor: string;
  };
}

const OPERATION = `query ($filter: ArticleFilter, $orderBy: ArticleOrder, $first: Int, $after: String, $last: Int, $before: String) {
  articles(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    nodes { id body }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

const pageOf = async (variables: Record<string, unknown>): Promise<Page> =>
  (await dataOf(archive, OPERATION, variables)).articles;

/** Every row of a list, by pages of `size`. */
async function walked(
  variables: Record<string, unknown>,
  { isBackward = false, size = 7 } = {},
): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const at = isBackward ? { last: size, before: cursor } : { first: size, after: cursor };
    const { nodes, pageInfo } = await pageOf({ ...variables, ...at });
    const page = nodes.map(({ id }) => id);
    ids.push(...(isBackward ? page.reverse() : page));
    if (isBackward ? !pageInfo.hasPreviousPage : !pageInfo.hasNextPage) return ids;
    cursor = isBackward ? pageInfo.startCursor : pageInfo.endCursor;
  }
}

/** What the list of everything says of a condition, in its order. */
const among = (wanted: (id: string) => boolean): string[] => everything.filter(wanted);

const idsFor = async (filter: unknown): Promise<Set<string>> =>
  // By words, a list is gone through another way.
  new Set(await walked({ filter, orderBy: { field: 'WORD_COUNT' } }, { size: 100 }));

test.each([
  [{ text: 'harbour' }],
  [{ text: '"count every" -glacier' }],
  [{ text: 'harbour', region: { in: ['europe'] } }],
  [{ text: 'harbour', author: { in: ['ada-venn'] } }],
  [{ text: 'harbour', datePublished: { from: '2025-01-01', to: '2025-09-30' } }],
  [{ text: 'harbour', datePublished: { to: '2025-09-30' } }],
  [{ text: 'harbour', inLanguage: ['en'] }],
  [{ region: { in: ['europe'] }, datePublished: { from: '2025-01-01', to: '2025-09-30' } }],
])('a list filtered by %o is walked by date, forward and backward, each row once', async (filter) => {
  const ids = await idsFor(filter);
  const expected = among((id) => ids.has(id));
  expect(expected.length).toBeGreaterThan(7);
  expect(await walked({ filter })).toEqual(expected);
  expect(await walked({ filter }, { isBackward: true })).toEqual([...expected].reverse());
  const oldestFirst = { field: 'DATE_PUBLISHED', direction: 'ASC' };
  expect(await walked({ filter, orderBy: oldestFirst })).toEqual([...expected].reverse());
});

test('pieces of a region on a theme are those of the region that are on the theme', async () => {
  const terms = async (field: string): Promise<string[]> =>
    (await dataOf(archive, `{ ${field}(first: 100) { nodes { slug } } }`))[field].nodes.map(
      ({ slug }: { slug: string }) => slug,
    );
  const [regions, themes] = [await terms('regions'), await terms('themes')];
  const idsOf = new Map<string, Set<string>>();
  for (const theme of themes) idsOf.set(theme, await idsFor({ theme: { in: [theme] } }));
  let found = 0;
  for (const region of regions) {
    const inRegion = await idsFor({ region: { in: [region] } });
    for (const [theme, onTheme] of idsOf) {
      const filter = { region: { in: [region] }, theme: { in: [theme] } };
      const ids = await walked({ filter });
      expect(ids, `${region}, ${theme}`).toEqual(among((id) => inRegion.has(id) && onTheme.has(id)));
      found += ids.length;
      if (found > 400) return;
    }
  }
  expect(found).toBeGreaterThan(100);
});

test('the pairs of regions and themes follow the trees they are made of', async () => {
  const own = await seedArchive({ articles: 40 });
  const pairs =
    'SELECT region_id, theme_id, sort_key, article_id FROM article_region_themes ORDER BY 1, 2, 3, 4';
  const joined =
    'SELECT r.region_id, t.theme_id, r.sort_key, r.article_id FROM article_region_tree r JOIN article_theme_tree t ON t.article_id = r.article_id ORDER BY 1, 2, 3, 4';
  const expectSame = async () => {
    const rows = await own.database.all(pairs, []);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows).toEqual(await own.database.all(joined, []));
  };
  await expectSame();
  for (const change of [
    'UPDATE article_region_tree SET sort_key = sort_key + 60000 WHERE article_id % 3 = 0',
    'UPDATE article_theme_tree SET sort_key = sort_key + 60000 WHERE article_id % 3 = 0',
    'DELETE FROM article_theme_tree WHERE article_id % 5 = 0',
    'DELETE FROM article_region_tree WHERE article_id % 7 = 0',
    'DELETE FROM articles WHERE id % 4 = 1',
  ]) {
    await own.database.write(async ({ all }) => all(change));
    await expectSame();
  }
  await own.close();
});

/** How SQLite goes about an operation. */
async function planOf(query: string, variables: Record<string, unknown> = {}): Promise<string> {
  const operation = getOperationAST(parse(query));
  if (!operation) throw new Error('The document has no operation.');
  const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const [root] = planOfOperation(schema, operation, {}).direct(coerced) ?? [];
  if (root === undefined) throw new Error('SQLite does not answer this by itself.');
  const { text, bind } = root.statement;
  const rows = await archive.database.all(`EXPLAIN QUERY PLAN ${text}`, bind(coerced));
  return rows.map((row) => String(row[3])).join('\n');
}

test.each([
  ['everything', '{ articles { nodes { headline } } }', /articles_by_date/],
  [
    'a region and a theme',
    '{ articles(filter: { region: { in: ["europe"] }, theme: { in: ["politics"] } }) { nodes { headline } } }',
    /SEARCH t\d+ USING PRIMARY KEY \(region_id=\? AND theme_id=\?/,
  ],
  [
    'a text',
    '{ articles(filter: { text: "harbour" }) { nodes { headline } } }',
    /SCAN articles_fts VIRTUAL TABLE/,
  ],
  [
    'a text in a region',
    '{ articles(filter: { text: "harbour", region: { in: ["europe"] } }) { nodes { headline } } }',
    /SEARCH t\d+ USING COVERING INDEX article_region_tree_by_article \(article_id=\? AND region_id=\?\)/,
  ],
])('the newest of %s come off an index, unsorted', async (_what, query, index) => {
  const plan = await planOf(query);
  expect(plan).toMatch(index);
  expect(plan).not.toMatch(/TEMP B-TREE|SCAN t\d+$/m);
});

test('a cursor within a text is a bound of the search index, so that deep pages cost what the first does', async () => {
  const query = `query ($after: String) { articles(first: 3, after: $after, filter: { text: "harbour" }) { nodes { id } pageInfo { endCursor } } }`;
  const { articles } = await dataOf(archive, query);
  const plan = await planOf(query, { after: articles.pageInfo.endCursor });
  expect(plan).toMatch(/articles_fts VIRTUAL TABLE INDEX \d+:M4?</);
});
