import { afterAll, describe, expect, test } from 'vitest';
import { fullScans, pretendLarge, queryPlan } from '../support/query-plan.ts';
import { seedArchive } from '../support/seed-archive.ts';

// A small archive has the plans of a large one: by indexes alone, as a new archive has them, or by the statistics of a
// large one, as every archive has them once an import has ended.
const archive = await seedArchive({ articles: 3 });
const withStatistics = await seedArchive({ articles: 3 });
await pretendLarge(withStatistics);
afterAll(() => Promise.all([archive.close(), withStatistics.close()]));

const ARTICLE_FILTERS = [
  'id: ["Article1"]',
  'slug: ["piece-1"]',
  'region: { in: ["europe"] }',
  'region: { in: ["europe", "africa"] }',
  'region: { in: ["europe"], includeDescendants: false }',
  'theme: { in: ["economy"] }',
  'theme: { in: ["economy"], includeDescendants: false }',
  'report: { in: ["cold-chain"] }',
  'author: { in: ["ada-venn"] }',
  'author: { in: ["ada-venn", "tomas-ruiz"] }',
  'speaker: { in: ["olav-brekke"] }',
  'publisher: { in: ["the-harbour-post"] }',
  'isBasedOn: { in: ["the-harbour-post"] }',
  'cites: { in: ["piece-1"] }',
  'citedBy: { in: ["piece-3"] }',
  'datePublished: { from: "2025-01-01", to: "2025-12-31" }',
  'isDated: false',
  'inLanguage: ["en"]',
  'isRepublished: true',
  'hasImage: true',
  'hasQuotes: true',
  'hasTranslation: true',
  'wordCount: { min: 10 }',
  'keyword: ["harbour"]',
  'text: "harbour"',
  'quotes: { kind: [DIRECT] }',
  'or: [{ region: { in: ["europe"] } }, { theme: { in: ["economy"] } }]',
  'not: { region: { in: ["europe"] } }',
];

const QUOTE_FILTERS = [
  'id: ["Quote1-0"]',
  'speaker: { in: ["olav-brekke"] }',
  'speakerStatus: [UNKNOWN]',
  'kind: [DIRECT]',
  'place: [BODY]',
  'inLanguage: ["en"]',
  'text: "harbour"',
  'minConfidence: 0.5',
  'hasSource: true',
  'datePublished: { from: "2025-01-01" }',
  'saidOn: { from: "2025-01-01" }',
  'article: { region: { in: ["europe"] } }',
  'article: { author: { in: ["ada-venn"] } }',
  'article: { slug: ["piece-1"] }',
];

/** The plans of a question in both archives, one behind the other. */
const plansOf = async (query: string) => [
  ...(await queryPlan(archive, query)),
  ...(await queryPlan(withStatistics, query)),
];
const planOf = async (query: string) => ({ query, scans: fullScans(await plansOf(query)) });
const noScans = (query: string) => ({ query, scans: [] });

describe.each([
  ['articles', ARTICLE_FILTERS, ['DATE_PUBLISHED', 'HEADLINE', 'WORD_COUNT', 'CREATED_AT', 'UPDATED_AT']],
  ['quotes', QUOTE_FILTERS, ['DATE_PUBLISHED', 'CONFIDENCE', 'CREATED_AT']],
] as const)('%s', (list, filters, orders) => {
  test.each(filters)('filtered by %s no big table is read from end to end', async (filter) => {
    for (const selection of [
      'nodes { id }',
      'totalCount',
      'facets { years { count } kinds { count } }',
      'timeline { count }',
    ]) {
      const query = `{ ${list}(filter: { ${filter} }) { ${selection} } }`;
      expect(await planOf(query)).toEqual(noScans(query));
    }
  });

  test.each(orders)('ordered by %s a page is the beginning of an index, either way', async (field) => {
    for (const direction of ['ASC', 'DESC']) {
      const plan = await plansOf(
        `{ ${list}(orderBy: { field: ${field}, direction: ${direction} }) { nodes { id } } }`,
      );
      expect(plan.filter((line) => /USE TEMP B-TREE FOR (LAST TERM OF )?ORDER BY/.test(line))).toEqual([]);
      expect(fullScans(plan)).toEqual([]);
    }
  });
});

test.each([
  'region: { in: ["europe"] }',
  'theme: { in: ["economy"] }',
  'report: { in: ["cold-chain"] }',
  'author: { in: ["ada-venn"] }',
  'publisher: { in: ["the-harbour-post"] }',
  'inLanguage: ["en"]',
  'isRepublished: true',
  'hasImage: true',
  'hasQuotes: true',
  'datePublished: { from: "2025-01-01" }',
])('the newest articles by %s are one walk along an index, without sorting', async (filter) => {
  const plan = await plansOf(`{ articles(filter: { ${filter} }) { nodes { id } } }`);
  expect(plan.filter((line) => line.includes('ORDER BY'))).toEqual([]);
});

test.each([
  'authors { nodes { articles { totalCount nodes { id } } quotes { totalCount nodes { id } } } }',
  'regions { nodes { articles { totalCount nodes { id } } quotes { totalCount nodes { id } } children { nodes { id } } descendants { nodes { id } } ancestors { id } } }',
  'themes { nodes { articles { totalCount nodes { id } } quotes { totalCount nodes { id } } } }',
  'reports { nodes { articles { totalCount nodes { id } } quotes { totalCount nodes { id } } } }',
  'outlets { nodes { articles { totalCount nodes { id } } quotes { totalCount nodes { id } } republished { totalCount nodes { id } } } }',
  'speakers { nodes { articles { totalCount nodes { id } } quotes { totalCount nodes { id } } roles { role } } }',
  'articles { nodes { quotes { totalCount nodes { id } } links { url } cites { totalCount nodes { id } } citedBy { totalCount nodes { id } } translations { url } nearDuplicates { id } } }',
  'articles { nodes { related { score reasons { name } } neighbours { previous { id } next { id } } variants { similarity } } }',
  'articles { nodes { a: neighbours(within: AUTHOR) { next { id } } r: neighbours(within: REGION) { next { id } } t: neighbours(within: THEME) { next { id } } p: neighbours(within: PUBLISHER) { next { id } } } }',
  'onThisDay(month: 1, day: 15) { articles { nodes { id } totalCount } quotes { nodes { id } totalCount } }',
  'search(query: "harbour") { totalCount nodes { __typename } edges { highlights { html } } facets { types { count } } }',
  'suggest(prefix: "har") { text }',
])('%s reads no big table from end to end', async (selection) => {
  const query = `{ ${selection} }`;
  expect(await planOf(query)).toEqual(noScans(query));
});

test('a table that is read from end to end is seen', async () => {
  const plan = await archive.database.all(
    'EXPLAIN QUERY PLAN SELECT count(*) FROM articles WHERE body LIKE ?',
    ['%a%'],
  );
  expect(fullScans(plan.map((row) => String(row[3])))).toHaveLength(1);
});

test.each([
  'articles(filter: { region: { in: ["europe"] } }) { facets { regions { count } themes { count } } }',
  'articles(filter: { inLanguage: ["en"] }) { facets { regions { count } themes { count } } }',
  'quotes(filter: { kind: [DIRECT] }) { facets { regions { count } themes { count } } }',
  'coverage(filter: { kind: [DIRECT] }) { regions { quoteCount } themes { quoteCount } }',
])('%s looks each listed row up once, not once for every term', async (selection) => {
  const plan = await plansOf(`{ ${selection} }`);
  const lookups = plan.filter((line) => /_tree_by_article \(article_id=\?/.test(line));
  expect(lookups.length).toBeGreaterThan(0);
  expect(lookups.filter((line) => line.includes(' AND '))).toEqual([]);
});
