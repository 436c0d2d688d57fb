import { afterAll, expect, test } from 'vitest';
import { ask, dataOf } from '../support/ask.ts';
import { seedArchive } from '../support/seed-archive.ts';

const archive = await seedArchive();
afterAll(() => archive.close());

test('a digest ends on the newest day by itself and holds each piece once', async () => {
  const { digest } = await dataOf(
    archive,
    '{ digest(days: 7) { title from to articleCount lead { id } sections { theme { slug parent { id } } articles { id datePublished { date } } } } }',
  );
  expect(digest).toMatchObject({ title: 'The week in the archive', from: '2026-01-09', to: '2026-01-15' });
  const ids = [
    ...digest.lead,
    ...digest.sections.flatMap(({ articles }: { articles: unknown[] }) => articles),
  ].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeLessThanOrEqual(digest.articleCount);
  for (const { theme, articles } of digest.sections) {
    expect(theme.parent).toBeNull();
    for (const { datePublished } of articles) expect(datePublished.date >= digest.from).toBe(true);
  }
});

test('records of a digest can be asked for anything, in a bounded number of statements', async () => {
  const question = (days: number) =>
    `{ digest(days: ${days}, per: 20) { lead { headline authors { name } } sections { theme { name } articles { headline publisher { name } } } quotes { text speaker { name } article { slug } } html text markdown } }`;
  const week = await ask(archive, question(7));
  const month = await ask(archive, question(31));
  expect(week.errors).toBeUndefined();
  expect(month.data.digest.sections.length).toBeGreaterThan(1);
  expect(month.statements).toBeLessThanOrEqual(7);
  expect(week.statements).toBeLessThanOrEqual(7);
});

test('quotes of a digest are the words of their speakers, never the writer’s account of them', async () => {
  const { digest } = await dataOf(archive, '{ digest(days: 366, per: 20) { quotes { kind } } }');
  expect(new Set(digest.quotes.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['DIRECT']));
});

test('the printed forms hold what the records say, and the mailer’s own link', async () => {
  const { digest } = await dataOf(
    archive,
    '{ digest(date: "2026-01-15", days: 7) { lead { headline url } quotes { text } html(unsubscribeUrl: "{{unsubscribe}}") text markdown } }',
  );
  expect(digest.lead.length).toBe(3);
  for (const { headline, url } of digest.lead) {
    expect(digest.html).toContain(headline);
    expect(digest.text).toContain(url);
    expect(digest.markdown).toContain(`(<${url}>)`);
  }
  for (const { text } of digest.quotes) expect(digest.html).toContain(text);
  expect(digest.html).toContain('href="{{unsubscribe}}"');
  expect(digest.text).not.toContain('Unsubscribe');
});

test('a filter narrows a digest, and its date follows', async () => {
  const { digest } = await dataOf(
    archive,
    '{ digest(days: 31, filter: { author: { in: ["newsroom"] } }) { to lead { authors { slug } } sections { articles { authors { slug } } } } }',
  );
  const pieces = [
    ...digest.lead,
    ...digest.sections.flatMap(({ articles }: { articles: unknown[] }) => articles),
  ];
  expect(pieces.length).toBeGreaterThan(1);
  for (const { authors } of pieces)
    expect(authors.map(({ slug }: { slug: string }) => slug)).toContain('newsroom');
});

test('days without pieces make an empty digest that says so', async () => {
  const { digest } = await dataOf(
    archive,
    '{ digest(date: "1999-01-01") { articleCount lead { id } sections { theme { id } } quotes { id } text } }',
  );
  expect(digest).toMatchObject({ articleCount: 0, lead: [], sections: [], quotes: [] });
  expect(digest.text).toContain('Nothing was published');
});

test.each([
  ['{ digest(days: 0) { title } }', 'BAD_RANGE'],
  ['{ digest(days: 367) { title } }', 'LIMIT_EXCEEDED'],
  ['{ digest(per: 1000000) { title } }', 'LIMIT_EXCEEDED'],
  ['{ digest(filter: { region: { in: ["atlantis"] } }) { title } }', 'UNKNOWN_SLUG'],
  ['{ digest(date: "2026-01-15", filter: { theme: { in: ["econmy"] } }) { title } }', 'UNKNOWN_SLUG'],
])('%s is refused with %s', async (query, code) => {
  const { errors } = await ask(archive, query);
  expect(errors?.[0]?.extensions?.code).toBe(code);
});
