import { afterAll, describe, expect, test } from 'vitest';
import { ask, dataOf } from '../support/ask.ts';
import { seedArchive } from '../support/seed-archive.ts';

const archive = await seedArchive({ articles: 90 });
afterAll(() => archive.close());

const search = async (args: string, selection: string) =>
  (await dataOf(archive, `{ search(${args}) { ${selection} } }`)).search;

const total = async (query: string, more = ''): Promise<number> =>
  (await search(`query: ${JSON.stringify(query)} ${more}`, 'totalCount')).totalCount;

test('one search finds articles, quotations, speakers and authors', async () => {
  const { facets, totalCount } = await search(
    'query: "ministry"',
    'totalCount facets { types { type count } }',
  );
  const counts = Object.fromEntries(
    facets.types.map(({ type, count }: { type: string; count: number }) => [type, count]),
  );
  expect(counts.ARTICLE).toBeGreaterThan(0);
  expect(counts.QUOTE).toBeGreaterThan(0);
  expect(counts.SPEAKER).toBe(1);
  expect(counts.AUTHOR).toBe(0);
  expect(totalCount).toBe(counts.ARTICLE + counts.QUOTE + counts.SPEAKER + counts.AUTHOR);
});

test('a name that is typed comes first', async () => {
  const { nodes } = await search('query: "Mariama Hassane"', 'nodes { __typename ... on Speaker { slug } }');
  expect(nodes[0]).toEqual({ __typename: 'Speaker', slug: 'mariama-hassane' });
});

test('phrases, beginnings of words and exclusions mean what they mean in search boxes', async () => {
  const exact = 'inLanguage: "und"';
  expect(await total('"old bridge"', exact)).toBeGreaterThan(0);
  expect(await total('"bridge old"', exact)).toBe(0);
  expect(await total('harb*', exact)).toBe(await total('harbour', exact));
  expect(await total('harb', exact)).toBe(0);
  const [both, one] = [await total('harbour', exact), await total('harbour -border', exact)];
  expect(one).toBeGreaterThan(0);
  expect(one).toBeLessThan(both);
  expect(await total('cafe', exact)).toBe(await total('CAFÉ', exact));
});

test('other forms of a word are found in the language of the search, but not of a phrase', async () => {
  const typed = 'types: [ARTICLE]';
  expect(await total('bridges', typed)).toBe(await total('bridge', typed));
  expect(await total('bridges', typed)).toBeGreaterThan(0);
  expect(await total('"bridges"', typed)).toBe(0);
  expect(await total('bridges', `${typed} inLanguage: "und"`)).toBe(0);
  expect(await total('cafés', `${typed} inLanguage: "fr"`)).toBeGreaterThan(0);
});

test.each([
  '',
  '   ',
  '"',
  '""',
  '-',
  '-harbour',
  '*',
  '(',
  'AND',
  'NEAR(a b',
  'a:b',
  '^x',
  '\u0000',
  'col : x',
  "'; --",
])('whatever is typed is a search: %j', searchesFor);

test('whatever is typed is a search, also at length', async () => {
  await searchesFor('🧂'.repeat(600));
  await searchesFor('x '.repeat(500));
});

async function searchesFor(typed: string): Promise<void> {
  for (const orderBy of ['RELEVANCE', 'NEWEST']) {
    const { search: found } = await dataOf(
      archive,
      'query ($query: String!, $orderBy: SearchOrder!) { search(query: $query, orderBy: $orderBy) { totalCount didYouMean nodes { __typename } edges { highlights { html } } } }',
      { query: typed, orderBy },
    );
    expect(found.totalCount).toBeGreaterThanOrEqual(0);
  }
}

test('words of a script without spaces are found where a stretch between two marks begins with them', async () => {
  const own = await seedArchive({ articles: 3 });
  await own.database.write(async ({ all }) => {
    await all("UPDATE articles SET body = '港町で新しい橋が開通した。市長は橋を渡った。' WHERE id = 1");
  });
  for (const [typed, count] of [
    ['港町', 1],
    ['市長は橋', 1],
    ['渡った', 0],
    ['-港町 市長', 0],
  ] as const) {
    const { search: found } = await dataOf(
      own,
      'query ($query: String!) { search(query: $query, types: [ARTICLE]) { totalCount } }',
      { query: typed },
    );
    expect([typed, found.totalCount]).toEqual([typed, count]);
  }
  await own.close();
});

test('the kinds that are not asked for are not found', async () => {
  const { nodes, totalCount } = await search(
    'query: "harbour", types: [QUOTE], first: 100',
    'totalCount nodes { __typename }',
  );
  expect(new Set(nodes.map((node: { __typename: string }) => node.__typename))).toEqual(new Set(['Quote']));
  expect(nodes).toHaveLength(totalCount);
});

test('the filter of articles holds for their quotations too', async () => {
  const { nodes } = await search(
    'query: "harbour", first: 100, types: [ARTICLE, QUOTE], filter: { article: { region: { in: ["niger"] } } }',
    'nodes { ... on Article { regions { slug } } ... on Quote { article { regions { slug } } } }',
  );
  expect(nodes.length).toBeGreaterThan(0);
  for (const node of nodes)
    expect((node.regions ?? node.article.regions).map(({ slug }: { slug: string }) => slug)).toContain(
      'niger',
    );
});

test('highlights mark what was found, as ranges of the text and as safe HTML', async () => {
  const { edges } = await search(
    'query: "price winter* ada", first: 100, types: [QUOTE, ARTICLE, AUTHOR]',
    'edges { highlights { field text html ranges { start end } } }',
  );
  const { edges: authors } = await search(
    'query: "jan jo", types: [AUTHOR]',
    'edges { highlights { field text html ranges { start end } } }',
  );
  expect(authors[0].highlights).toEqual([
    {
      field: 'NAME',
      text: 'Jan "Jo" Lindqvist',
      html: '<mark>Jan</mark> &quot;<mark>Jo</mark>&quot; Lindqvist',
      ranges: [
        { start: 0, end: 3 },
        { start: 5, end: 7 },
      ],
    },
  ]);
  for (const { highlights } of edges) expect(highlights).not.toEqual([]);
});

test('ranges count UTF-16 units, as all offsets do', async () => {
  const { edges } = await search(
    'query: "salt price", types: [ARTICLE], first: 5',
    'edges { highlights { field text ranges { start end } } }',
  );
  const passages = edges.flatMap(({ highlights }: { highlights: { field: string }[] }) =>
    highlights.filter(({ field }) => field === 'BODY'),
  );
  expect(passages.length).toBeGreaterThan(0);
  for (const { text, ranges } of passages)
    for (const { start, end } of ranges)
      expect(text.slice(start, end).toLowerCase()).toMatch(/^(salt|prices?)$/);
});

describe.each(['RELEVANCE', 'NEWEST'])('pages ordered by %s', (order) => {
  const ids = (nodes: { id: string }[]) => nodes.map(({ id }) => id);
  test('walk all hits forward and backward, each once', async () => {
    const typed = 'query: "the", inLanguage: "und"';
    const whole = ids(
      (await search(`${typed}, orderBy: ${order}, first: 100`, 'nodes { ... on Node { id } }')).nodes,
    );
    const { totalCount } = await search(typed, 'totalCount');
    const walk = async (size: number, isBackward: boolean) => {
      const seen: string[] = [];
      let cursor: string | null = null;
      for (;;) {
        const place: string = cursor === null ? '' : `, ${isBackward ? 'before' : 'after'}: "${cursor}"`;
        const page = await search(
          `${typed}, orderBy: ${order}, ${isBackward ? 'last' : 'first'}: ${size}${place}`,
          'nodes { ... on Node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }',
        );
        if (isBackward) seen.unshift(...ids(page.nodes));
        else seen.push(...ids(page.nodes));
        const more = isBackward ? page.pageInfo.hasPreviousPage : page.pageInfo.hasNextPage;
        if (!more) return seen;
        cursor = isBackward ? page.pageInfo.startCursor : page.pageInfo.endCursor;
      }
    };
    const forward = await walk(7, false);
    expect(forward).toHaveLength(totalCount);
    expect(new Set(forward).size).toBe(totalCount);
    expect(forward.slice(0, whole.length)).toEqual(whole);
    expect(await walk(9, true)).toEqual(forward);
  });
});

test('newest first is by date, and recency weighs from relevance alone to date alone', async () => {
  const days = async (more: string) =>
    (
      await search(
        `query: "the", types: [ARTICLE], first: 100, ${more}`,
        'nodes { ... on Article { datePublished { iso } } }',
      )
    ).nodes.map(({ datePublished }: { datePublished: { iso: string } | null }) => datePublished?.iso ?? '');
  const newest = await days('orderBy: NEWEST');
  expect(newest).toEqual(newest.toSorted().toReversed());
  expect(await days('recency: 1')).toEqual(newest);
  expect(await days('recency: 0')).not.toEqual(newest);
  const { errors } = await ask(archive, '{ search(query: "the", recency: 1.5) { nodes { __typename } } }');
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_RANGE' });
});

test('a cursor of another order is refused', async () => {
  const { pageInfo } = await search('query: "the"', 'pageInfo { endCursor }');
  const { errors } = await ask(
    archive,
    `{ search(query: "the", orderBy: NEWEST, after: "${pageInfo.endCursor}") { totalCount nodes { __typename } } }`,
  );
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_CURSOR' });
});

test('a search without hits says what may have been meant, one with hits does not', async () => {
  expect((await search('query: "harbuor", inLanguage: "und"', 'didYouMean')).didYouMean).toBe('harbour');
  expect((await search('query: "Mariamma"', 'didYouMean')).didYouMean).toBe('mariama');
  expect((await search('query: "harbour"', 'didYouMean')).didYouMean).toBeNull();
  expect((await search('query: "qqqqzzzz"', 'didYouMean')).didYouMean).toBeNull();
});

test('facets over hits count what each kind of list counts for the same words', async () => {
  const facets = 'regions { region { slug } count } years { year count }';
  const { search: found, articles } = await dataOf(
    archive,
    `{ search(query: "harbour", inLanguage: "und") { facets { articles { ${facets} } } } articles(filter: { text: "harbour" }) { facets { ${facets} } } }`,
  );
  expect(found.facets.articles).toEqual(articles.facets);
});

test('a search with all that SQLite can write takes one statement', async () => {
  const { statements, isDirect } = await ask(
    archive,
    '{ search(query: "harbour") { totalCount nodes { __typename ... on Article { headline authors { name } } ... on Quote { text speaker { name } } } edges { score highlights { field html } } pageInfo { hasNextPage } facets { types { type count } } } }',
  );
  expect([statements, isDirect]).toEqual([1, true]);
});
