import { afterAll, expect, test } from 'vitest';
import { ask, dataOf } from '../support/ask.ts';
import { seedArchive } from '../support/seed-archive.ts';

const archive = await seedArchive();
afterAll(() => archive.close());

const STYLES = ['APA', 'MLA', 'CHICAGO', 'BIBTEX', 'RIS', 'CSL_JSON'];

test('a piece is cited in every style, with its authors in printed order', async () => {
  const { article } = await dataOf(
    archive,
    `{ article(by: { slug: "piece-4" }) { ${STYLES.map((style) => `${style}: cite(style: ${style})`).join(' ')} } }`,
  );
  expect(article.APA).toMatch(/^Lindqvist, J\. .*& Ruiz, T\. \(2026, January 12\)\./);
  expect(article.RIS).toContain('AU  - Lindqvist, Jan');
  expect(JSON.parse(article.CSL_JSON)[0]['container-title']).toBe('Hill Country Wire');
  for (const style of STYLES) expect(article[style]).toMatch(/night market/i);
});

test('a citation of a republished piece names where it appeared first', async () => {
  const { article } = await dataOf(archive, '{ article(by: { slug: "piece-9" }) { cite(style: APA) } }');
  expect(article.cite).toContain('(Reprinted from Hill Country Wire)');
});

test('an undated piece is cited as such', async () => {
  const { article } = await dataOf(archive, '{ article(by: { slug: "piece-11" }) { cite(style: APA) } }');
  expect(article.cite).toContain('(n.d.)');
});

test('pieces and quotations are cited through one interface, in one statement a root field', async () => {
  const { data, statements } = await ask(
    archive,
    `{ nodes(ids: ["Article2", "Quote2-0", "Author1"]) { ... on Citable { permalink cite(style: MLA) } } }`,
  );
  expect(data.nodes[0].permalink).toBe('/articles/piece-2');
  expect(data.nodes[1].permalink).toBe('/quotes/Quote2-0');
  expect(data.nodes[1].cite).toContain('Olav Brekke: “The water will come back');
  expect(data.nodes[2]).toEqual({});
  expect(statements).toBe(1);
});

test('a list with permalinks alone is still written by SQLite', async () => {
  const { isDirect } = await ask(archive, '{ articles(first: 3) { nodes { permalink } } }');
  expect(isDirect).toBe(true);
});

test('the linked data of a piece names its author, subject, place and what is said in it', async () => {
  const { article } = await dataOf(archive, '{ article(by: { slug: "piece-2" }) { jsonLd body } }');
  expect(article.jsonLd).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    url: 'https://news.example/2/',
    datePublished: '2026-01-15',
    author: [{ '@type': 'Person', name: 'Mina Okafor' }],
    about: [{ name: 'Economy', termCode: 'medtop:04000000' }],
    hasPart: [{ '@type': 'Quotation', spokenByCharacter: { name: 'Olav Brekke' } }, {}],
    articleBody: article.body,
  });
  expect(JSON.stringify(article.jsonLd)).not.toContain('null');
});

test('what small print allows is told as facts, with the credit to print', async () => {
  await archive.database.write(async ({ all }) => {
    await all(
      `INSERT INTO rights_texts (id, content_hash, permission, conditions) VALUES
       (7, 'h7', 'You may republish our articles, provided that the source is acknowledged.', null)`,
    );
    await all("UPDATE articles SET rights_text_id = 7 WHERE slug IN ('piece-9')");
  });
  const facts =
    '{ rights { facts { isCrossPostingAllowed isAttributionRequired conditions attributionLine licence { id } } } }';
  const { told, silent } = await dataOf(
    archive,
    `{ told: article(by: { slug: "piece-9" }) ${facts} silent: article(by: { slug: "piece-8" }) ${facts} }`,
  );
  expect(told.rights.facts).toMatchObject({
    isCrossPostingAllowed: true,
    isAttributionRequired: true,
    attributionLine:
      'Jan "Jo" Lindqvist, The Harbour Post (first published by Hill Country Wire), 2026, https://news.example/9/',
  });
  expect(silent.rights.facts).toMatchObject({ isCrossPostingAllowed: null, conditions: [], licence: null });
});
