import { afterAll, expect, test } from 'vitest';
import { ask, dataOf } from '../support/ask.ts';
import { seedArchive } from '../support/seed-archive.ts';

const archive = await seedArchive({ articles: 120 });
afterAll(() => archive.close());

const article = async (slug: string, selection: string) =>
  (await dataOf(archive, `{ article(by: { slug: "${slug}" }) { ${selection} } }`)).article;

const ALL = ['ARCHIVE', 'AUTHOR', 'REPORT', 'THEME', 'REGION', 'PUBLISHER'];

test('related pieces come with what they share, the closest first', async () => {
  const shared =
    'id regions { slug } themes { slug } reports { slug } quotes(first: 100) { nodes { speaker { slug } } }';
  const { id, related, ...own } = await article(
    'piece-30',
    `${shared} related(first: 10) { score article { ${shared} cites { nodes { slug } } slug } reasons { kind slug } }`,
  );
  expect(related.length).toBeGreaterThan(3);
  const scores = related.map(({ score }: { score: number }) => score);
  expect(scores).toEqual(scores.toSorted((a: number, b: number) => b - a));
  for (const { article: other, reasons, score } of related) {
    expect(other.id).not.toBe(id);
    expect(score).toBeGreaterThan(0);
    expect(score).toBeLessThan(1);
    expect(reasons).not.toEqual([]);
    for (const { kind, slug } of reasons) {
      const slugs = (piece: typeof own): string[] =>
        kind === 'SPEAKER'
          ? piece.quotes.nodes.map(({ speaker }: { speaker: { slug: string } | null }) => speaker?.slug)
          : piece[`${kind.toLowerCase()}s`].map((term: { slug: string }) => term.slug);
      if (kind === 'LINK') expect(slug).toBe(other.slug);
      else expect([slugs(own).includes(slug), slugs(other).includes(slug)]).toEqual([true, true]);
    }
  }
});

test('the related pieces of a whole page take one statement, and none is its own or a near duplicate', async () => {
  const { data, statements, isDirect } = await ask(
    archive,
    '{ articles(first: 40) { nodes { slug nearDuplicates { slug } related(first: 3) { article { slug } score reasons { kind name slug id } } } } }',
  );
  expect([statements, isDirect]).toEqual([1, true]);
  for (const { slug, nearDuplicates, related } of data.articles.nodes) {
    const near = [slug, ...nearDuplicates.map((other: { slug: string }) => other.slug)];
    for (const { article: other } of related) expect(near).not.toContain(other.slug);
  }
});

test.each(ALL)('leafing through %s gives back and forth the same pieces in order', async (within) => {
  const term = {
    AUTHOR: 'ada-venn',
    REPORT: 'cold-chain',
    THEME: 'economy',
    REGION: 'africa',
    PUBLISHER: 'the-harbour-post',
  }[within];
  const filter = term === undefined ? '{}' : `{ ${within.toLowerCase()}: { in: ["${term}"] } }`;
  const of = term === undefined ? '' : `, of: "${term}"`;
  const { articles } = await dataOf(
    archive,
    `{ articles(filter: ${filter}, first: 100) { nodes { slug neighbours(within: ${within}${of}) { previous { slug } next { slug } } } pageInfo { hasNextPage } } }`,
  );
  const { nodes, pageInfo } = articles;
  for (const [index, { neighbours }] of nodes.entries()) {
    expect(neighbours.next?.slug).toBe(nodes[index - 1]?.slug);
    if (index < nodes.length - 1 || !pageInfo.hasNextPage)
      expect(neighbours.previous?.slug).toBe(nodes[index + 1]?.slug);
  }
});

test('a piece without such a term has no neighbours there', async () => {
  expect(
    await article(
      'piece-1',
      'reports { slug } neighbours(within: REPORT) { previous { slug } next { slug } }',
    ),
  ).toEqual({
    reports: [],
    neighbours: { previous: null, next: null },
  });
});

test('an unknown name to leaf through is told, with the nearest', async () => {
  const { errors } = await ask(
    archive,
    '{ article(by: { slug: "piece-1" }) { neighbours(within: THEME, of: "ecconomy") { next { slug } } } }',
  );
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNKNOWN_SLUG' });
  expect(String(errors?.[0]?.extensions.hint)).toContain('"economy"');
});

test('variants show where near duplicates differ, and equal stretches with deleted ones are the text', async () => {
  const { body, variants } = await article(
    'piece-40',
    'body variants { similarity article { slug body } differences { op text start end } changes: differences(withEqual: false) { op text } }',
  );
  expect(variants).toHaveLength(1);
  const [{ article: other, similarity, differences, changes }] = variants;
  expect([other.slug, similarity]).toEqual(['piece-39', 0.812]);
  const textOf = (ops: string[]) =>
    differences
      .filter(({ op }: { op: string }) => ops.includes(op))
      .map(({ text }: { text: string }) => text)
      .join('');
  expect(textOf(['EQUAL', 'DELETE'])).toBe(body);
  for (const { op, text, start, end } of differences)
    expect((op === 'INSERT' ? other.body : body).slice(start, end)).toBe(text);
  expect(changes).toEqual(
    differences
      .filter(({ op }: { op: string }) => op !== 'EQUAL')
      .map(({ op, text }: { op: string; text: string }) => ({ op, text })),
  );
});

test('related pieces of related pieces of a whole page are refused before they are looked for', async () => {
  const { errors } = await ask(
    archive,
    '{ articles(first: 100) { nodes { related(first: 50) { article { related(first: 50) { score } } } } } }',
  );
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED' });
});

test('lists within the buckets of a facet count among the rows of the answer', async () => {
  const { errors } = await ask(
    archive,
    '{ articles { facets { authors(first: 100) { author { articles(first: 100) { nodes { quotes(first: 100) { nodes { id } } } } } } } } }',
  );
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED' });
});
