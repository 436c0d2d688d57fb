import { afterAll, expect, test } from 'vitest';
import { ask, dataOf } from '../support/ask.ts';
import { seedArchive, seedFacts } from '../support/seed-archive.ts';

const ARTICLES = 400; // more than a year of days
const archive = await seedArchive({ articles: ARTICLES });
afterAll(() => archive.close());

test('on this day gathers the pieces of all years, newest first, and what is said in them', async () => {
  const days = Array.from({ length: ARTICLES }, (_, index) => seedFacts(index + 1).day);
  const monthDay = days.findLast((day) => day !== null)?.slice(5) ?? ''; // the oldest, so that a newer year has it too
  const [month, day] = monthDay.split('-').map(Number);
  const { onThisDay } = await dataOf(
    archive,
    `query ($month: Int!, $day: Int!) { onThisDay(month: $month, day: $day) {
      articles(first: 100) { totalCount nodes { datePublished { iso } } facets { years { year count } } }
      quotes(first: 100) { nodes { article { datePublished { iso } } } }
    } }`,
    { month, day },
  );
  const isos = onThisDay.articles.nodes.map(
    ({ datePublished }: { datePublished: { iso: string } }) => datePublished.iso,
  );
  const expected = days
    .filter((iso) => iso?.endsWith(monthDay))
    .toSorted()
    .toReversed();
  expect(expected.length).toBeGreaterThan(0);
  expect(isos).toEqual(expected);
  expect(onThisDay.articles.totalCount).toBe(expected.length);
  expect(onThisDay.quotes.nodes.length).toBeGreaterThan(0);
  for (const { article } of onThisDay.quotes.nodes) expect(article.datePublished.iso.slice(5)).toBe(monthDay);
});

test.each([
  [2, 30],
  [13, 1],
  [0, 1],
  [4, 31],
  [1, 0],
])('month %i, day %i is no day', async (month, day) => {
  const { errors } = await ask(
    archive,
    `{ onThisDay(month: ${month}, day: ${day}) { articles { totalCount } } }`,
  );
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_DATE' });
});

test('29 February is a day', async () => {
  expect(
    (await dataOf(archive, '{ onThisDay(month: 2, day: 29) { articles { totalCount } } }')).onThisDay.articles
      .totalCount,
  ).toBeGreaterThanOrEqual(0);
});

test('it takes one statement, walked by its index', async () => {
  const { statements, isDirect } = await ask(
    archive,
    '{ onThisDay(month: 1, day: 15) { articles { nodes { headline } } quotes { nodes { text } } } }',
  );
  expect([statements, isDirect]).toEqual([1, true]);
});
