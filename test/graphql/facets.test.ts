import { afterAll, describe, expect, test } from 'vitest';
import { ask, dataOf } from '../support/ask.ts';
import { seedArchive } from '../support/seed-archive.ts';

const archive = await seedArchive({ articles: 120 });
afterAll(() => archive.close());

const FACETS = `facets {
  region: regions(first: 100) { region { slug } count }
  theme: themes(first: 100) { theme { slug } count }
  report: reports(first: 100) { report { slug } count }
  author: authors(first: 100) { author { slug } count }
  speaker: speakers(first: 100) { speaker { slug } count }
  publisher: publishers(first: 100) { outlet { slug } count }
  inLanguage: languages(first: 100) { inLanguage count }
  years(first: 100) { year count }
  kinds(first: 100) { kind count }
}`;

type Bucket = Record<string, unknown> & { count: number };

const nameOf = (bucket: Bucket): unknown => {
  const value = Object.entries(bucket).find(([key]) => key !== 'count')?.[1];
  return typeof value === 'object' && value !== null ? Object.values(value)[0] : value;
};

/** A filter that lets through what a bucket of the facet counts. */
function narrowed(list: 'articles' | 'quotes', facet: string, bucket: Bucket): Record<string, unknown> {
  const name = nameOf(bucket);
  switch (facet) {
    case 'inLanguage':
      return { inLanguage: [name] };
    case 'years':
      return name === null
        ? list === 'articles'
          ? { isDated: false }
          : { article: { isDated: false } }
        : { datePublished: { from: `${name}-01-01`, to: `${name}-12-31` } };
    case 'kinds':
      return list === 'quotes' ? { kind: [name] } : { quotes: { kind: [name] } };
    case 'speaker':
      return { speaker: { in: [name] } };
    default:
      return list === 'quotes' ? { article: { [facet]: { in: [name] } } } : { [facet]: { in: [name] } };
  }
}

describe.each([
  [
    'articles',
    'ArticleFilter',
    [{}, { region: { in: ['africa'] } }, { text: 'harbour -salt' }, { wordCount: { max: 0 } }],
  ],
  [
    'quotes',
    'QuoteFilter',
    [{}, { speaker: { in: ['olav-brekke'] } }, { article: { theme: { in: ['economy'] } } }],
  ],
] as const)('facets of %s', (list, filterType, filters) => {
  test.each(filters)('a bucket counts what the list holds when its term is added to %j', async (filter) => {
    const query = `query ($filter: ${filterType}) { ${list}(filter: $filter) { totalCount ${FACETS} } }`;
    const { facets, totalCount } = (await dataOf(archive, query, { filter }))[list];
    for (const [facet, buckets] of Object.entries(facets as Record<string, Bucket[]>)) {
      if (totalCount > 0) expect(buckets, facet).not.toEqual([]);
      for (const bucket of buckets) {
        const and = [filter, narrowed(list, facet, bucket)];
        const narrow = await dataOf(
          archive,
          `query ($filter: ${filterType}) { ${list}(filter: $filter) { totalCount } }`,
          {
            filter: { and },
          },
        );
        expect([facet, nameOf(bucket), bucket.count]).toEqual([
          facet,
          nameOf(bucket),
          narrow[list].totalCount,
        ]);
      }
    }
  });
});

test('a nested list has the facets and the timeline of the root list with the same filter', async () => {
  const inner = `totalCount ${FACETS} timeline(interval: MONTH) { start until count }`;
  const { themes } = await dataOf(
    archive,
    `{ themes { nodes { slug articles { ${inner} } quotes { ${inner} } } } }`,
  );
  for (const theme of themes.nodes) {
    const root = await dataOf(
      archive,
      `query ($in: [ID!]) { articles(filter: { theme: { in: $in } }) { ${inner} } quotes(filter: { article: { theme: { in: $in } } }) { ${inner} } }`,
      { in: [theme.slug] },
    );
    expect(theme.articles).toEqual(root.articles);
    expect(theme.quotes).toEqual(root.quotes);
  }
});

test('terms of a tree count what lies under them, or themselves alone, or go down one level', async () => {
  const { articles } = await dataOf(
    archive,
    `{ articles { facets {
      stated: regions { region { slug } count }
      alone: regions(includeDescendants: false) { region { slug } count }
      under: regions(under: "world") { region { slug } count }
    } } }`,
  );
  const count = (buckets: { region: { slug: string }; count: number }[], slug: string) =>
    buckets.find(({ region }) => region.slug === slug)?.count;
  const { stated, alone, under } = articles.facets;
  expect(count(stated, 'world')).toBeUndefined(); // no piece states it
  expect(count(stated, 'africa')).toBeGreaterThan(count(alone, 'africa') ?? Number.NaN);
  expect(under.map(({ region }: { region: { slug: string } }) => region.slug).sort()).toEqual([
    'africa',
    'europe',
  ]);
});

test('facets are bounded, and say so', async () => {
  const { articles } = await dataOf(archive, '{ articles { facets { regions(first: 2) { count } } } }');
  expect(articles.facets.regions).toHaveLength(2);
  const { errors } = await ask(archive, '{ articles { facets { regions(first: 101) { count } } } }');
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED' });
});

test('all facets and a timeline take one statement', async () => {
  const query = `{ articles(filter: { region: { in: ["europe"] } }) { nodes { slug } totalCount ${FACETS} timeline { start count } } }`;
  const { statements, isDirect, errors } = await ask(archive, query);
  expect(errors).toBeUndefined();
  expect(statements).toBe(1);
  expect(isDirect).toBe(true);
});

test('a facet can leave its own part of the filter out, to show what else could be chosen', async () => {
  const counts = 'region { slug } count';
  const { chosen, rest, quotes, ofRest } = await dataOf(
    archive,
    `{
      chosen: articles(filter: { region: { in: ["portugal"] }, hasQuotes: true }) {
        facets { own: regions(first: 100) { ${counts} } others: regions(first: 100, excludeOwnFilter: true) { ${counts} } themes { count } }
      }
      rest: articles(filter: { hasQuotes: true }) { facets { regions(first: 100) { ${counts} } } }
      quotes(filter: { article: { region: { in: ["portugal"] }, hasImage: true } }) {
        facets { regions(first: 100, excludeOwnFilter: true) { ${counts} } }
      }
      ofRest: quotes(filter: { article: { hasImage: true } }) { facets { regions(first: 100) { ${counts} } } }
    }`,
  );
  expect(chosen.facets.others).toEqual(rest.facets.regions);
  expect(chosen.facets.own).not.toEqual(rest.facets.regions);
  expect(quotes.facets.regions).toEqual(ofRest.facets.regions);
});
