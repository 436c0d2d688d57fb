import { expect, test } from 'vitest';
import { dataOf } from '../support/ask.ts';
import { capture, emptyArchive } from './archive-for-test.ts';

const STANDS = ['It stands.'];

/** Records whose kept count is not the number of what it counts. */
const WRONG_COUNTS = `
  SELECT 'author', slug FROM authors WHERE article_count <> (SELECT count(*) FROM article_authors WHERE author_id = authors.id)
  UNION ALL SELECT 'outlet', slug FROM outlets WHERE article_count <> (SELECT count(*) FROM articles WHERE publisher_id = outlets.id)
  UNION ALL SELECT 'region', slug FROM regions WHERE article_count <> (SELECT count(*) FROM article_region_tree WHERE region_id = regions.id)
  UNION ALL SELECT 'theme', slug FROM themes WHERE article_count <> (SELECT count(*) FROM article_theme_tree WHERE theme_id = themes.id)`;

const page = (headline: string, author: string, region: string, theme = 'Politics') =>
  capture(headline, STANDS, [`Region: ${region}`, `Theme: ${theme}`]).replace('Ada Venn', author);

test('a mapping names the pieces that are in the archive, and those that come later', async () => {
  const { write, take, rows } = await emptyArchive();
  write('a.txt', page('One', 'A. M. Venn', 'The Old Coast', 'Quay life'));
  await take();
  const mapping = write(
    'mapping.yaml',
    'authors:\n  A. M. Venn: Ada Venn\nregions:\n  The Old Coast: {code: NO}\nthemes:\n  Quay life: Harbours\noutlets:\n  The Quay Post: {name: Quay Post, url: "https://quay.example/"}\n',
  );
  const taken = await take([mapping]);
  expect(taken.outcomes).toMatchObject([
    { outcome: 'NEW', format: 'mapping', articleId: null, headline: 'names in 1 piece' },
  ]);
  write('b.txt', page('Two', 'A. M. Venn', 'The Old Coast', 'Quay life'));
  await take();
  expect(
    await rows(
      `SELECT a.headline, u.name, r.name, t.name, o.name FROM articles a JOIN article_authors x ON x.article_id = a.id
       JOIN authors u ON u.id = x.author_id JOIN article_regions y ON y.article_id = a.id JOIN regions r ON r.id = y.region_id
       JOIN article_themes z ON z.article_id = a.id JOIN themes t ON t.id = z.theme_id JOIN outlets o ON o.id = a.publisher_id ORDER BY a.id`,
    ),
  ).toEqual([
    ['One', 'Ada Venn', 'Norway', 'Harbours', 'Quay Post'],
    ['Two', 'Ada Venn', 'Norway', 'Harbours', 'Quay Post'],
  ]);
  expect(await rows(WRONG_COUNTS)).toEqual([]);
  expect(await rows('SELECT name FROM authors')).toEqual([['Ada Venn']]);
  expect(await rows('SELECT byline FROM articles WHERE headline = ?', ['One'])).toEqual([['By A. M. Venn']]);
});

test('records that are merged answer to their old global IDs and slugs', async () => {
  const { archive, write, take, rows } = await emptyArchive();
  write('a.txt', page('One', 'Ada Venn', 'Kenya'));
  write('b.txt', page('Two', 'Adelaide Venn', 'Kenya'));
  await take();
  const [[old] = []] = await rows("SELECT node_id FROM authors WHERE name = 'Adelaide Venn'");
  await take([write('mapping.yaml', 'merge:\n  authors:\n    - [Ada Venn, Adelaide Venn]\n')]);
  const asked = await dataOf(
    archive,
    `{ bySlug: author(by: { slug: "adelaide-venn" }) { name articles { totalCount } } byId: author(by: { id: "${old}" }) { name } }`,
  );
  expect(asked).toEqual({
    bySlug: { name: 'Ada Venn', articles: { totalCount: 2 } },
    byId: { name: 'Ada Venn' },
  });
});

test('a mapping that changes gives pieces the names that their pages print back', async () => {
  const { write, take, rows } = await emptyArchive();
  write('a.txt', page('One', 'Bo Li', 'Kenya', 'Quay life'));
  await take();
  const known = async () => [
    await rows('SELECT t.name, t.node_id FROM article_themes x JOIN themes t ON t.id = x.theme_id'),
    await rows('SELECT u.name, u.node_id FROM article_authors x JOIN authors u ON u.id = x.author_id'),
  ];
  const printed = await known();
  const path = write('mapping.yaml', 'themes:\n  Quay life: Harbours\nauthors:\n  Bo Li: Li Bo\n');
  await take([path]);
  expect(await take([path])).toMatchObject({ unchangedCount: 1 });
  write('mapping.yaml', 'themes:\n  Ferries: Harbours\n');
  expect(await take([path])).toMatchObject({ changedCount: 1 });
  expect(await known()).toEqual(printed);
  expect(await rows('SELECT * FROM node_aliases')).toEqual([]);
  expect(await rows(WRONG_COUNTS)).toEqual([]);
});

test('a mapping with mistakes is refused as a whole, each with its line', async () => {
  const { write, take, rows } = await emptyArchive();
  const path = write('mapping.yaml', 'authors:\n  A: B\n  C: {nam: D}\nregions:\n  X: {code: QQ}\n');
  const { outcomes } = await take([path]);
  expect(outcomes).toMatchObject([
    { outcome: 'REFUSED', format: 'mapping', refusal: { code: 'MALFORMED', at: { line: 3 } } },
  ]);
  const [refused] = outcomes;
  expect(refused?.outcome === 'REFUSED' && refused.refusal.message).toMatch(
    /Line 3: .*nam.*\n.*Line 5: .*QQ/s,
  );
  expect(await rows('SELECT count(*) FROM mappings')).toEqual([[0]]);
  write('mapping.yaml', 'authors:\n  A: B\n');
  expect(await take([path])).toMatchObject({ newCount: 1 });
  expect(await rows('SELECT count(*) FROM quarantine')).toEqual([[0]]);
});

test('a dry run of a mapping says what it would do and does nothing', async () => {
  const { write, take, rows } = await emptyArchive();
  write('a.txt', page('One', 'A. M. Venn', 'Kenya'));
  await take();
  const path = write('mapping.yaml', 'authors:\n  A. M. Venn: Ada Venn\n');
  const { outcomes } = await take([path], { dryRun: true });
  expect(outcomes).toMatchObject([{ outcome: 'NEW', headline: 'names in 1 piece' }]);
  expect(await rows('SELECT name FROM authors')).toEqual([['A. M. Venn']]);
  expect(await rows('SELECT count(*) FROM mappings')).toEqual([[0]]);
});

test('a page with labels is no mapping', async () => {
  const { write, take } = await emptyArchive();
  write('a.txt', 'Authors: a list\n\nThe Quay Post, 8 March 2024\n\nThey came by ferry.\n');
  write('b.txt', 'Regions:\n\nBy Ada Venn\n\nThey came by ferry.\n');
  expect((await take()).outcomes.map(({ format }) => format)).toEqual(['text-capture', 'text-capture']);
});
