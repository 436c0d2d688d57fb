import { expect, onTestFinished, test } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { reextractQuotes } from '../../src/import/reextract-quotes.ts';
import { QUOTE_EXTRACTION_VERSION } from '../../src/quote-extraction/quote.ts';
import { sampleArchive } from '../support/sample-archive.ts';
import { importBytes, importTexts } from './import-texts.ts';

const rowsOf = (archive: Archive) => archive.database.all('SELECT * FROM quotes ORDER BY id', []);

test('every stored quotation is cut out of its body by its offsets', async () => {
  const archive = await sampleArchive();
  onTestFinished(() => archive.close());
  const rows = await archive.database.all(
    'SELECT quotes.text, start, "end", place, body, headline FROM quotes JOIN articles ON articles.id = article_id',
    [],
  );
  expect(rows.length).toBeGreaterThan(100);
  const wrong = rows.filter(
    ([text, start, end, place, body, headline]) =>
      String(place === 'HEADLINE' ? headline : body).slice(Number(start), Number(end)) !== text,
  );
  expect(wrong).toEqual([]);
});

test('extracting the samples anew changes nothing', async () => {
  const archive = await sampleArchive();
  onTestFinished(() => archive.close());
  const before = await rowsOf(archive);
  const speakers = await archive.database.all('SELECT * FROM speakers', []);
  const summary = await reextractQuotes(archive);
  expect(summary).toMatchObject({ status: 'DONE', changedCount: 0, isResumed: false });
  expect(await rowsOf(archive)).toEqual(before);
  expect(await archive.database.all('SELECT * FROM speakers', [])).toEqual(speakers);
});

const PIECES = {
  One: ['“The lock stays open all winter,” Ada Venn said. “It leaks like a sieve,” Tomas Ruiz said.'],
  Two: ['“The ferry runs late on Sundays,” said Tomas Ruiz.'],
};

async function archiveOf(pieces = PIECES) {
  const archive = await openArchive({ url: ':memory:' });
  onTestFinished(() => archive.close());
  await importTexts(archive, pieces);
  return archive;
}

test('what an older extraction found otherwise is put right, and the rest keeps its IDs', async () => {
  const archive = await archiveOf();
  const before = await archive.database.all('SELECT node_id, text, speaker_id FROM quotes ORDER BY id', []);
  await archive.database.write(async (transaction) => {
    await transaction.all("DELETE FROM quotes WHERE text LIKE 'It leaks%'");
    await transaction.all(
      "UPDATE quotes SET kind = 'INDIRECT', speaker_id = NULL, speaker_name = NULL WHERE text LIKE 'The lock%'",
    );
    await transaction.all(
      'UPDATE speakers SET quote_count = (SELECT count(*) FROM quotes WHERE speaker_id = speakers.id)',
    );
  });
  const changes: unknown[] = [];
  const summary = await reextractQuotes(archive, {
    onProgress: (progress) => changes.push(...progress.changes),
  });
  expect(summary).toMatchObject({ articleCount: 2, changedCount: 1, addedCount: 1, speakerChangedCount: 1 });
  expect(changes).toContainEqual({
    change: 'SPEAKER',
    text: expect.stringContaining('The lock stays open all winter'),
    before: null,
    after: 'Ada Venn',
  });
  expect(changes).toContainEqual({
    change: 'KIND',
    text: expect.stringContaining('The lock stays open all winter'),
    before: 'INDIRECT',
    after: 'DIRECT',
  });
  expect(changes).toContainEqual({
    change: 'ADDED',
    text: expect.stringContaining('It leaks like a sieve'),
    before: null,
    after: 'Tomas Ruiz',
  });
  const after = await archive.database.all('SELECT node_id, text, speaker_id FROM quotes', []);
  expect(new Set(after.map(String))).toEqual(new Set(before.map(String)));
});

test('a run that is stopped is gone on with', async () => {
  const archive = await archiveOf();
  const controller = new AbortController();
  controller.abort();
  expect(await reextractQuotes(archive, { signal: controller.signal })).toMatchObject({ status: 'STOPPED' });
  const second = new AbortController();
  const slugs: string[] = [];
  await archive.database.write((transaction) =>
    Promise.resolve(
      transaction.all(`INSERT INTO reextractions SELECT ${QUOTE_EXTRACTION_VERSION}, min(id) FROM articles`),
    ).then(() => undefined),
  );
  const summary = await reextractQuotes(archive, {
    signal: second.signal,
    onProgress: ({ slug }) => slugs.push(slug),
  });
  expect(summary).toMatchObject({ status: 'DONE', articleCount: 1, isResumed: true });
  expect(slugs).toEqual(['two']);
  expect(await archive.database.all('SELECT * FROM reextractions', [])).toEqual([]);
});

const CORRECTIONS = `quotes:
  - article: one
    text: it leaks like a SIEVE
    speaker: Olga Marsh
  - article: https://www.quay.example/two/
    text: The ferry runs late on Sundays
    remove: true
  - article: one
    text: stays open
    add: true
    speaker: null
    kind: MIXED
`;

const WHO = "SELECT rtrim(text, ','), speaker_name, kind, origin FROM quotes ORDER BY article_id, position";

const CORRECTED = [
  ['The lock stays open all winter', 'Ada Venn', 'DIRECT', 'EXTRACTED'],
  ['stays open', null, 'MIXED', 'CURATED'],
  ['It leaks like a sieve', 'Olga Marsh', 'DIRECT', 'CURATED'],
];

test("an owner's corrections are taken in like any other input, and survive extraction and import", async () => {
  const archive = await archiveOf();
  const original = await archive.database.all(WHO, []);
  const [outcome] = await importBytes(archive, 'mapping.yaml', CORRECTIONS);
  expect(outcome).toMatchObject({ outcome: 'NEW', format: 'mapping' });
  expect(await archive.database.all(WHO, [])).toEqual(CORRECTED);
  await reextractQuotes(archive);
  expect(await archive.database.all(WHO, [])).toEqual(CORRECTED);
  await importTexts(archive, { ...PIECES, One: [...PIECES.One, 'The day was grey.'] });
  expect(await archive.database.all(WHO, [])).toEqual(CORRECTED);
  await importBytes(archive, 'mapping.yaml', 'speakers:\n  Nobody At All: null\n');
  expect(await archive.database.all(WHO, [])).toEqual(original);
});

test('a correction that is none is refused with its line', async () => {
  const archive = await archiveOf();
  const outcomes = await importBytes(
    archive,
    'mapping.yaml',
    'quotes:\n  - article: one\n    text: it leaks\n',
  );
  expect(outcomes).toMatchObject([{ outcome: 'REFUSED', refusal: { at: { line: 2 } } }]);
});
