import { expect, test } from 'vitest';
import { mergeSearch } from '../../src/import/merge-search.ts';
import { capture, emptyArchive } from './archive-for-test.ts';

const SEGMENTS = 'SELECT count(DISTINCT segid) FROM articles_fts_idx';

test('after many pieces the full-text index is one segment, and finds what it found', async () => {
  const { archive, write, take, rows } = await emptyArchive();
  for (const name of ['anna', 'berta', 'cilia']) {
    write('a.txt', capture(`Piece of ${name}`, [`It was ${name} who came.`]));
    await take();
  }
  const count = async () => Number((await rows(SEGMENTS))[0]?.[0]);
  expect(await count()).toBeGreaterThan(1);
  await mergeSearch(archive, 3);
  expect(await count()).toBeGreaterThan(1);
  await mergeSearch(archive, 3, 3);
  expect(await count()).toBe(1);
  const found = "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'berta'";
  expect(await rows(found)).toEqual([[1]]);
  await archive.database.write(async ({ all }) =>
    all("INSERT INTO articles_fts (articles_fts) VALUES ('integrity-check')"),
  );
});

test('a run that brought little leaves a large archive alone', async () => {
  const { archive, write, take, rows } = await emptyArchive();
  for (let at = 0; at < 31; at += 1) write(`${at}.txt`, capture(`Piece ${at}`, [`It was day ${at}.`]));
  await take();
  write('0.txt', capture('Piece 0', ['It was another day.']));
  await take();
  const before = await rows(SEGMENTS);
  await mergeSearch(archive, 3, 3);
  expect(await rows(SEGMENTS)).toEqual(before);
});
