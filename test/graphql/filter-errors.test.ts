import { afterAll, describe, expect, test } from 'vitest';
import { ask, dataOf } from '../support/ask.ts';
import { seedArchive } from '../support/seed-archive.ts';

const archive = await seedArchive();
afterAll(() => archive.close());

const errorOf = async (query: string, variables: Record<string, unknown> = {}) => {
  const { errors } = await ask(archive, query, variables);
  return { message: errors?.[0]?.message, ...errors?.[0]?.extensions } as {
    message?: string;
    code?: string;
    hint?: string;
  };
};

describe('a name in a filter that nobody has', () => {
  test.each([
    ['articles', 'region', 'afrika', 'africa'],
    ['articles', 'theme', 'enviroment', 'environment'],
    ['articles', 'report', 'cold-chains', 'cold-chain'],
    ['articles', 'author', 'ada-ven', 'ada-venn'],
    ['articles', 'speaker', 'olaf-brekke', 'olav-brekke'],
    ['articles', 'publisher', 'harbour-post', 'the-harbour-post'],
    ['articles', 'cites', 'peice-1', 'piece-1'],
    ['quotes', 'speaker', 'olaf-brekke', 'olav-brekke'],
    ['regions', 'within', 'europa', 'europe'],
  ])('%s by %s: "%s" is told, with "%s" near it', async (list, field, typed, near) => {
    const error = await errorOf(`{ ${list}(filter: { ${field}: { in: ["${typed}"] } }) { totalCount } }`);
    expect(error.code).toBe('UNKNOWN_SLUG');
    expect(error.message).toContain(`"${typed}"`);
    expect(error.hint).toContain(`"${near}"`);
  });

  test('is told from among known ones, by variable, nested, under or and not, and in nested lists', async () => {
    const bad = { region: { in: ['europe', 'atlantis', 'lemuria'] } };
    for (const filter of [
      bad,
      { or: [{ hasQuotes: true }, bad] },
      { not: bad },
      { and: [{ and: [bad] }] },
      { quotes: { article: bad } },
    ]) {
      const error = await errorOf(
        'query ($filter: ArticleFilter) { articles(filter: $filter) { nodes { id } } }',
        { filter },
      );
      expect(error.code, JSON.stringify(filter)).toBe('UNKNOWN_SLUG');
      expect(error.message).toContain('"atlantis", "lemuria"');
      expect(error.message).not.toContain('europe');
    }
    const nested = await errorOf(
      '{ authors { nodes { articles(filter: { theme: { in: ["econ"] } }) { totalCount } } } }',
    );
    expect(nested.code).toBe('UNKNOWN_SLUG');
  });

  test('is told whatever the rest of the filter lets through', async () => {
    const error = await errorOf(
      '{ articles(filter: { wordCount: { max: 0 }, author: { in: ["nobody-here"] } }) { totalCount } }',
    );
    expect(error.code).toBe('UNKNOWN_SLUG');
  });
});

test('known names cost no statement of their own', async () => {
  const { statements } = await ask(
    archive,
    '{ articles(filter: { region: { in: ["europe"] }, author: { in: ["ada-venn", "Author2"] } }) { totalCount nodes { id } } }',
  );
  expect(statements).toBe(1);
});

test('names from before a merge go on naming the merged record', async () => {
  const own = await seedArchive({ articles: 30 });
  await own.database.write(async ({ all }) => {
    await all(
      "INSERT INTO node_aliases VALUES ('Speaker/olaf-brekke', 'Speaker3'), ('FormerSpeaker', 'Speaker3')",
    );
  });
  const counts = await Promise.all(
    ['olav-brekke', 'olaf-brekke', 'FormerSpeaker', 'Speaker3'].map(async (name) => {
      const one = await dataOf(own, `{ quotes(filter: { speaker: { in: ["${name}"] } }) { totalCount } }`);
      const many = await dataOf(
        own,
        `{ quotes(filter: { speaker: { in: ["${name}", "rene-dufour"] } }) { totalCount } }`,
      );
      return [one.quotes.totalCount, many.quotes.totalCount];
    }),
  );
  expect(new Set(counts.map(String)).size).toBe(1);
  expect(counts[0]?.[0]).toBeGreaterThan(0);
  await own.close();
});

test('a list lets an unknown slug or ID of its own rows select nothing', async () => {
  const { articles } = await dataOf(
    archive,
    '{ articles(filter: { slug: ["piece-1", "nope"] }) { nodes { slug } } }',
  );
  expect(articles.nodes).toEqual([{ slug: 'piece-1' }]);
});

test.each([
  ['articles(filter: { wordCount: { min: 9, max: 3 } })'],
  ['articles(filter: { datePublished: { from: "2025-02-01", to: "2025-01-31" } })'],
  ['quotes(filter: { datePublished: { from: "2025-02-01", to: "2025-01-31" } })'],
  ['quotes(filter: { saidOn: { from: "2025-02-01", to: "2025-01-31" } })'],
])('a range that ends before it begins is refused: %s', async (list) => {
  const error = await errorOf(`{ ${list} { totalCount } }`);
  expect(error.code).toBe('BAD_RANGE');
  expect(error.hint).toMatch(/Exchange/);
});

test('a range of one day or one number is a range', async () => {
  const { articles } = await dataOf(
    archive,
    '{ articles(filter: { datePublished: { from: "2026-01-15", to: "2026-01-15" }, wordCount: { min: 1, max: 1000 } }) { totalCount } }',
  );
  expect(articles.totalCount).toBeGreaterThan(0);
});

test('what has no date is in no range, open or not', async () => {
  const { before, undated, all } = await dataOf(
    archive,
    '{ before: articles(filter: { datePublished: { to: "2100-01-01" } }) { totalCount } undated: articles(filter: { isDated: false }) { totalCount } all: articles { totalCount } }',
  );
  expect(before.totalCount + undated.totalCount).toBe(all.totalCount);
  expect(undated.totalCount).toBeGreaterThan(0);
});

test('the tag of a language may be written in any case, by variable or not', async () => {
  const own = await seedArchive({ articles: 4 });
  await own.database.write(async ({ all }) => {
    await all("UPDATE articles SET in_language = 'pt-BR' WHERE id = 2");
  });
  const written = await dataOf(own, '{ articles(filter: { inLanguage: ["PT-br"] }) { totalCount } }');
  const passed = await dataOf(
    own,
    'query ($tags: [Language!]) { articles(filter: { inLanguage: $tags }) { totalCount } }',
    { tags: ['pt-br'] },
  );
  expect([written.articles.totalCount, passed.articles.totalCount]).toEqual([1, 1]);
  await own.close();
});

test.each([
  ['first: -1', 'BAD_PAGE', '0 to 100'],
  ['last: -1', 'BAD_PAGE', '0 to 100'],
  ['offset: -1', 'BAD_PAGE', 'from 0'],
  ['first: 101', 'LIMIT_EXCEEDED', 'cursor'],
  ['offset: 10001', 'LIMIT_EXCEEDED', 'cursors'],
  ['first: 1, last: 1', 'BAD_PAGE', '`before`'],
])('a page that cannot be is refused with the way out: %s', async (page, code, hint) => {
  const error = await errorOf(`{ articles(${page}) { nodes { id } } }`);
  expect(error.code).toBe(code);
  expect(error.hint).toContain(hint);
});
