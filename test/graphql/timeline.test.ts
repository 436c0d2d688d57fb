import { afterAll, expect, test } from 'vitest';
import { ask, dataOf } from '../support/ask.ts';
import { seedArchive, seedFacts } from '../support/seed-archive.ts';

const ARTICLES = 150;
const archive = await seedArchive({ articles: ARTICLES });
afterAll(() => archive.close());

interface Bucket {
  readonly start: string;
  readonly until: string;
  readonly count: number;
}

const timeline = async (args: string, filter = '{}'): Promise<Bucket[]> =>
  (await dataOf(archive, `{ articles(filter: ${filter}) { timeline(${args}) { start until count } } }`))
    .articles.timeline;

const dated = Array.from({ length: ARTICLES }, (_, index) => seedFacts(index + 1).day).filter(
  (day) => day !== null,
);

test.each(['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'])(
  '%s buckets follow each other and hold every dated piece once',
  async (interval) => {
    const buckets = await timeline(`interval: ${interval}`);
    for (const [index, { start, until, count }] of buckets.entries()) {
      expect(until > start).toBe(true);
      if (index > 0) expect(start).toBe(buckets[index - 1]?.until);
      expect(count).toBe(dated.filter((day) => day >= start && day < until).length);
    }
    expect(buckets.reduce((sum, { count }) => sum + count, 0)).toBe(dated.length);
    expect(buckets.at(0)?.count).toBeGreaterThan(0);
    expect(buckets.at(-1)?.count).toBeGreaterThan(0);
  },
);

test('buckets begin where people begin them', async () => {
  const first = async (interval: string) =>
    (await timeline(`interval: ${interval}, from: "2025-08-14", to: "2025-08-14"`)).map(
      ({ start, until }) => [start, until],
    );
  expect(await first('DAY')).toEqual([['2025-08-14', '2025-08-15']]);
  expect(await first('WEEK')).toEqual([['2025-08-11', '2025-08-18']]); // Monday
  expect(await first('MONTH')).toEqual([['2025-08-01', '2025-09-01']]);
  expect(await first('QUARTER')).toEqual([['2025-07-01', '2025-10-01']]);
  expect(await first('YEAR')).toEqual([['2025-01-01', '2026-01-01']]);
});

test('empty buckets are filled, also beyond the oldest and the newest piece', async () => {
  const buckets = await timeline('interval: MONTH, from: "2026-01-20", to: "2026-04-02"');
  expect(buckets.map(({ start, count }) => [start, count > 0])).toEqual([
    ['2026-01-01', true],
    ['2026-02-01', false],
    ['2026-03-01', false],
    ['2026-04-01', false],
  ]);
});

test('a list without dated rows has no buckets, and a given range is filled with empty ones', async () => {
  expect(await timeline('interval: DAY', '{ isDated: false }')).toEqual([]);
  expect(
    await timeline('interval: DAY, from: "2026-01-01", to: "2026-01-03"', '{ isDated: false }'),
  ).toHaveLength(3);
});

test('a timeline that is too fine for its range is refused, whether its ends are given or found', async () => {
  for (const args of ['from: "1990-01-01", to: "2026-01-01"', 'from: "1990-01-01"', 'to: "2040-01-01"']) {
    const { errors } = await ask(archive, `{ articles { timeline(interval: DAY, ${args}) { count } } }`);
    expect(errors?.[0]?.extensions, args).toMatchObject({ code: 'LIMIT_EXCEEDED' });
  }
});

test('a range that ends before it begins is refused', async () => {
  const { errors } = await ask(
    archive,
    '{ quotes { timeline(interval: DAY, from: "2026-01-02", to: "2026-01-01") { count } } }',
  );
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_RANGE' });
});
