import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { exportedPieces, loadMappingTexts } from '../../src/export/exported-pieces.ts';
import { writeExport } from '../../src/export/write-export.ts';
import { importPaths } from '../../src/import/import-paths.ts';
import { dataOf } from '../support/ask.ts';
import { sampleArchive } from '../support/sample-archive.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-export-'));
const opened: Archive[] = [];
const keptOpen = (archive: Archive): Archive => {
  opened.push(archive);
  return archive;
};
const emptyArchive = async (): Promise<Archive> => keptOpen(await openArchive({ url: ':memory:' }));

let original: Archive;
/** What the original tells. */
let here: unknown[];
let pieces = 0;
beforeAll(async () => {
  original = keptOpen(await sampleArchive());
  here = await answers(original);
  pieces = await writeExport(exportedPieces(original, undefined), folder, {
    jsonLines: true,
    markdown: true,
    overwrite: false,
  });
});
afterAll(async () => {
  for (const archive of opened) await archive.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Everything that the API tells, but for the times of records that are no articles, and how each came in. */
const QUESTIONS = [
  `{ articles(first: 100, orderBy: { field: CREATED_AT, direction: ASC }) { totalCount nodes {
      id slug url externalId headline alternativeHeadline description byline dateline inLanguage isLanguageInferred
      datePublished { iso precision date dateTime printed } dateModified { iso precision printed }
      isRepublished isBasedOn { url outlet { id } article { id } } wordCount body md: body(format: MARKDOWN) html: body(format: HTML)
      authors { id } publisher { id } regions { id } themes { id } reports { id } keywords notes boilerplate
      image { url caption credit creditUrl } discussionUrl provenance { field source } createdAt updatedAt isUpdated
      links { text url start end target { id } } translations { inLanguage url headline article { id } }
      rights { holders { name url } year notice licenceUrl disclaimer permission conditions fairUse contact }
      nearDuplicates { id } quoteCount permalink jsonLd cite(style: CSL_JSON)
  } } }`,
  `{ articles(first: 100) { nodes { id quotes(first: 100) { nodes {
      id text normalizedText kind place speaker { id } speakerStatus speakerName speakerMention speakerRole speakerDescription
      cue { text start end } sentence start end marks { kind text start end } sourceUrl saidOn occasion position group
      confidence rule inLanguage permalink
  } } } } }`,
  `{ authors(first: 100) { totalCount nodes { id slug name kind description url affiliations profiles { network url } articleCount articles(first: 100) { nodes { id } } } } }`,
  `{ speakers(first: 100) { totalCount nodes { id slug name kind names roles { role firstOn lastOn quoteCount } quoteCount quotes(first: 50) { nodes { id } } } } }`,
  `{ regions(first: 100) { totalCount nodes { id slug name code kind articleCount parent { id } ancestors { id } articles(first: 50) { nodes { id } } } } }`,
  `{ themes(first: 100) { totalCount nodes { id slug name code articleCount parent { id } ancestors { id } articles(first: 50) { nodes { id } } } } }`,
  `{ outlets(first: 100) { totalCount nodes { id slug name url membershipUrl discussionUrl newsletterUrl contact mediaContact languageCount profiles { network url } articleCount } } }`,
  `{ reports(first: 100) { totalCount nodes { id slug name url articleCount articles(first: 50) { nodes { id } } } } }`,
  `{ articles(filter: { text: "river -ice" }) { totalCount nodes { id } } archive { articleCount quoteCount speakerCount authorCount oldest newest languages { inLanguage articleCount } } }`,
  `{ digest(date: "2021-03-31", days: 31) { lead { id } sections { theme { id } articles { id } } quotes { id } text } }`,
];

const answers = async (archive: Archive) => {
  const [pieces, ...others] = await Promise.all(QUESTIONS.map((question) => dataOf(archive, question)));
  // Pieces that came in within one millisecond stand in the order of their rows, which no export tells.
  const { nodes } = (pieces as { articles: { nodes: { id: string }[] } }).articles;
  nodes.sort((one, other) => (one.id < other.id ? -1 : 1));
  return [pieces, ...others];
};

describe.each(['articles.jsonl', 'markdown'])('importing %s of an export', (part) => {
  let copy: Archive;
  beforeAll(async () => {
    copy = await emptyArchive();
    const summary = await importPaths(copy, [join(folder, part)]);
    expect(summary).toMatchObject({ newCount: pieces, refusedCount: 0 });
  });

  test('gives the same archive, question by question, IDs and slugs included', async () => {
    const there = await answers(copy);
    for (const [at, question] of QUESTIONS.entries()) expect(there[at], question).toEqual(here[at]);
  });

  test('gives an archive whose export is the same byte for byte', async () => {
    const again = join(folder, '..', `${folder.split('/').at(-1)}-again`);
    try {
      await writeExport(exportedPieces(copy, undefined), again, {
        jsonLines: true,
        markdown: false,
        overwrite: false,
      });
      expect(readFileSync(join(again, 'articles.jsonl'), 'utf8')).toBe(
        readFileSync(join(folder, 'articles.jsonl'), 'utf8'),
      );
    } finally {
      rmSync(again, { recursive: true, force: true });
    }
  });
});

test('addresses in any script come back as they were, from either half of an export', async () => {
  const foreign = await emptyArchive();
  const work = mkdtempSync(join(tmpdir(), 'dateline-scripts-'));
  try {
    const pieces = [
      { headline: '港町の橋が開通した', inLanguage: 'ja', body: '港町の橋が開通した。市長は橋を渡った。' },
      { headline: 'الجسر الجديد', inLanguage: 'ar', body: 'فتح الجسر الجديد أمام السيارات.' },
      { headline: 'Мост Пётра', inLanguage: 'ru', body: 'Мост открыт для всех машин.' },
      { headline: '🧂', inLanguage: 'und', body: 'Salt, and nothing else, was on the table.' },
    ];
    const lines = join(work, 'pieces.jsonl');
    const dated = pieces.map((piece, at) => ({ ...piece, datePublished: `2024-03-0${at + 1}` }));
    writeFileSync(lines, dated.map((piece) => JSON.stringify(piece)).join('\n'));
    await importPaths(foreign, [lines]);
    const to = join(work, 'export');
    await writeExport(exportedPieces(foreign, undefined), to, {
      jsonLines: true,
      markdown: true,
      overwrite: false,
    });
    for (const part of ['articles.jsonl', 'markdown']) {
      const copy = await emptyArchive();
      await importPaths(copy, [join(to, part)]);
      expect(await answers(copy), part).toEqual(await answers(foreign));
    }
    const { changedCount } = await importPaths(foreign, [to]);
    expect(changedCount).toBe(0);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});

test('what the owner says of names goes along', async () => {
  const mapped = keptOpen(await sampleArchive());
  const mapping = join(folder, '..', `${folder.split('/').at(-1)}.yaml`);
  const to = join(folder, '..', `${folder.split('/').at(-1)}-mapped`);
  try {
    writeFileSync(
      mapping,
      'themes:\n  Transport: Railways\nmerge:\n  authors:\n    - [Nurlan Beishenov, Desmond MacAskill]\n',
    );
    await importPaths(mapped, [mapping]);
    await writeExport(exportedPieces(mapped, undefined), to, {
      jsonLines: true,
      markdown: false,
      overwrite: false,
      mappings: await loadMappingTexts(mapped),
    });
    const copy = await emptyArchive();
    await importPaths(copy, [to]);
    // The mapping comes in behind the pieces and changes some of them: that is when they were changed here.
    const told = async (archive: Archive) =>
      JSON.parse(JSON.stringify(await answers(archive)), (key, value) =>
        key === 'updatedAt' ? null : value,
      );
    const [there, here] = [await told(copy), await told(mapped)];
    for (const [at, question] of QUESTIONS.entries()) expect(there[at], question).toEqual(here[at]);
    const { author } = await dataOf(copy, '{ author(by: { slug: "desmond-macaskill" }) { name } }');
    expect(author).toEqual({ name: 'Nurlan Beishenov' });
  } finally {
    rmSync(mapping, { force: true });
    rmSync(to, { recursive: true, force: true });
  }
});

test('an export changes nothing in the archive that it came from', async () => {
  const summary = await importPaths(original, [folder]);
  expect(summary).toMatchObject({ newCount: 0, changedCount: 0, unchangedCount: 2 * pieces });
});

test('a filter is kept to, and a folder that holds something is not written into', async () => {
  const slugs = [];
  for await (const { slug } of exportedPieces(original, { region: { in: ['niger'] } })) slugs.push(slug);
  const { articles } = await dataOf(
    original,
    '{ articles(filter: { region: { in: ["niger"] } }) { nodes { slug } } }',
  );
  expect(slugs.toSorted()).toEqual(articles.nodes.map(({ slug }: { slug: string }) => slug).toSorted());
  expect(slugs.length).toBeGreaterThan(2);
  const options = { jsonLines: true, markdown: false, overwrite: false };
  await expect(writeExport(exportedPieces(original, undefined), folder, options)).rejects.toThrow(
    'not empty',
  );
  expect(readdirSync(folder).toSorted()).toEqual(['articles.jsonl', 'markdown']);
});
