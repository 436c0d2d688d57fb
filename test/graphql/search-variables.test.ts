import { afterAll, expect, test } from 'vitest';
import { dataOf } from '../support/ask.ts';
import { seedArchive } from '../support/seed-archive.ts';

const archive = await seedArchive();
afterAll(() => archive.close());

test('a search by variables is the search written out, whichever values it had before', async () => {
  const query = `query ($query: String!, $types: [SearchType!], $orderBy: SearchOrder, $recency: Float, $language: Language, $filter: SearchFilter, $first: Int) {
    search(query: $query, types: $types, orderBy: $orderBy, recency: $recency, inLanguage: $language, filter: $filter, first: $first) {
      totalCount edges { cursor score node { __typename ... on Node { id } } }
    }
  }`;
  const cases: [Record<string, unknown>, string][] = [
    [{ query: 'harbour' }, 'query: "harbour"'],
    [{ query: 'salt', types: ['QUOTE'] }, 'query: "salt", types: [QUOTE]'],
    [{ query: 'salt', types: ['ARTICLE', 'QUOTE'] }, 'query: "salt", types: [ARTICLE, QUOTE]'],
    [{ query: 'salt', types: [] }, 'query: "salt", types: []'],
    [{ query: 'bridges', language: 'und' }, 'query: "bridges", inLanguage: "und"'],
    [{ query: 'bridges', orderBy: 'NEWEST', first: 3 }, 'query: "bridges", orderBy: NEWEST, first: 3'],
    [{ query: 'the', recency: 1, first: 5 }, 'query: "the", recency: 1, first: 5'],
    [
      { query: 'the', filter: { article: { theme: { in: ['economy'] } }, speaker: { kind: ['BODY'] } } },
      'query: "the", filter: { article: { theme: { in: ["economy"] } }, speaker: { kind: [BODY] } }',
    ],
  ];
  for (const [variables, args] of cases) {
    const written = await dataOf(
      archive,
      `{ search(${args}) { totalCount edges { cursor score node { __typename ... on Node { id } } } } }`,
    );
    expect(await dataOf(archive, query, variables)).toEqual(written);
  }
});

test('facets and timelines by variables are those written out', async () => {
  const query = `query ($first: Int, $under: ID, $deep: Boolean, $interval: TimelineInterval, $from: Date, $own: Boolean) {
    articles { facets { regions(first: $first, under: $under, includeDescendants: $deep, excludeOwnFilter: $own) { region { slug } count } }
      timeline(interval: $interval, from: $from) { start count } } }`;
  const cases: [Record<string, unknown>, string, string][] = [
    [{}, '', ''],
    [{ first: 1, interval: 'WEEK' }, '(first: 1)', '(interval: WEEK)'],
    [{ under: 'world', from: '2025-12-01' }, '(under: "world")', '(from: "2025-12-01")'],
    [{ deep: false, interval: 'YEAR' }, '(includeDescendants: false)', '(interval: YEAR)'],
    [{ own: true }, '(excludeOwnFilter: true)', ''],
  ];
  for (const [variables, facet, timeline] of cases) {
    const written = await dataOf(
      archive,
      `{ articles { facets { regions${facet} { region { slug } count } } timeline${timeline} { start count } } }`,
    );
    expect(await dataOf(archive, query, variables)).toEqual(written);
  }
});
