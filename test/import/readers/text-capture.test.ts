import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  countWords,
  findUnaccounted,
  textsIn,
} from '../../../src/import/readers/capture/capture-accounting.ts';
import type { ArticleDraft } from '../../../src/import/readers/reader.ts';
import { textCapture } from '../../../src/import/readers/text-capture.ts';
import { renderBody } from '../../../src/text/markdown-body.ts';

const ROOT = new URL('../../../', import.meta.url);
const CAPTURES = new URL('test/fixtures/captures/', ROOT);
const SAMPLES = new URL('samples/', ROOT);
/** The capture of a real page, beside the repository where it may not be kept. */
const REFERENCE = new URL('../shared/seed/', ROOT);

const cases = readdirSync(CAPTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const samples = readdirSync(SAMPLES).filter((name) => name.endsWith('.txt'));

function parse(bytes: Uint8Array) {
  const [item] = [...textCapture.read({ file: 'page.txt', bytes, contentType: null, url: null })];
  return item?.parse();
}

function read(bytes: Uint8Array): ArticleDraft {
  const draft = parse(bytes);
  if (draft?.status !== 'read') throw new Error(`refused: ${JSON.stringify(draft)}`);
  return draft;
}

const page = (text: string) => read(Buffer.from(text));

function expectWhole(bytes: Uint8Array, draft: ArticleDraft) {
  expect(findUnaccounted([Buffer.from(bytes).toString()], draft)).toEqual([]);
  const { text, links } = renderBody(draft.body);
  for (const link of links) expect(text.slice(link.start, link.end)).toBe(link.text);
}

describe('captures in the folder of fixtures', () => {
  test.each(cases.map(({ name }) => name))('%s is read as expected and loses no word', (name) => {
    const source = readFileSync(new URL(`${name}/source.txt`, CAPTURES));
    const expected = new URL(`${name}/expected.json`, CAPTURES);
    const draft = read(source);
    if (process.env.GOLDEN === 'write') writeFileSync(expected, `${JSON.stringify(draft, null, 2)}\n`);
    expect(draft).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
    expectWhole(source, draft);
  });
});

describe('the sample archive', () => {
  test.each(samples)('%s is read whole', (name) => {
    const bytes = readFileSync(new URL(name, SAMPLES));
    const draft = read(bytes);
    expectWhole(bytes, draft);
    expect(draft.provenance).not.toHaveProperty('remainder');
    expect(draft.url).toMatch(/^https:\/\/[a-z-]+\.example\//);
    expect(draft.publisher?.name).toMatch(/^(?:The Meridian Ledger|Basin Watch|Harbour Weekly)$/);
    expect(draft.regions.length).toBeGreaterThan(0);
    expect(draft.themes.length).toBeGreaterThan(0);
    expect(draft.rights?.holders.length).toBeGreaterThan(0);
    expect(draft.rights?.disclaimer).not.toBeNull();
    expect(draft.rights?.permission).not.toBeNull();
    expect(draft.rights?.conditions).not.toBeNull();
    expect(draft.datePublished?.iso ?? 'undated').toBe(/^(?:\d{4}-\d\d-\d\d|undated)/.exec(name)?.[0]);
    for (const author of draft.authors) expect(author.description).toContain(author.name.split(' ')[0]);
    expect(draft.body).not.toMatch(/newsletter|boletín|follow us|©|disclaimer/i);
  });
  test('thirteen pieces are republished from another outlet', () => {
    const republished = samples.filter(
      (name) => read(readFileSync(new URL(name, SAMPLES))).isBasedOn !== null,
    );
    expect(republished).toHaveLength(13);
  });
});

test.skipIf(!existsSync(REFERENCE))('the reference page is read in every element', () => {
  const name = readdirSync(REFERENCE).find((file) => file.endsWith('.txt')) ?? '';
  const bytes = readFileSync(new URL(name, REFERENCE));
  const draft = read(bytes);
  expectWhole(bytes, draft);
  expect(draft.provenance).not.toHaveProperty('remainder');
  expect(draft.authors).toHaveLength(1);
  expect(draft.authors[0]?.profiles?.map(({ network }) => network)).toEqual(['Twitter', 'Telegram']);
  expect(draft.authors[0]?.affiliations).toHaveLength(1);
  expect(draft.datePublished).toMatchObject({ iso: '2023-09-08', precision: 'DAY' });
  expect(draft.publisher?.profiles?.map(({ network }) => network)).toEqual([
    'Instagram',
    'Twitter',
    'Telegram',
  ]);
  expect(draft.publisher).toMatchObject({ languageCount: 51 });
  expect(draft.publisher?.mediaContact).toContain('@');
  expect(draft.isBasedOn?.outlet?.name).toBe(draft.image?.credit);
  expect([draft.regions, draft.themes, draft.reports].map((names) => names.length)).toEqual([1, 1, 1]);
  expect(draft.rights).toMatchObject({ year: 2023, contact: draft.publisher?.mediaContact });
  expect(draft.rights?.holders).toHaveLength(2);
  for (const part of ['disclaimer', 'permission', 'conditions', 'fairUse'] as const) {
    expect(draft.rights?.[part]).toMatch(/\w/);
  }
  expect(draft.notes).toHaveLength(2);
  expect(draft.boilerplate).toHaveLength(6);
  expect(draft.body.split('\n\n')).toHaveLength(11);
});

describe('what cannot be read is refused with a place and a way out', () => {
  const refused = (bytes: Uint8Array) => {
    const refusal = parse(bytes);
    if (refusal?.status !== 'refused') throw new Error('was read');
    expect(refusal.hint.length).toBeGreaterThan(10);
    return refusal;
  };
  test('an empty file', () => expect(refused(new Uint8Array()).code).toBe('EMPTY'));
  test('a file of white space', () => expect(refused(Buffer.from('\n \r\n')).code).toBe('EMPTY'));
  test('a picture', () => expect(refused(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0)).code).toBe('BINARY'));
  test('an older encoding, naming the line', () => {
    const refusal = refused(Buffer.from('Title\n\nCaf\xe9 closed.\n', 'latin1'));
    expect(refusal).toMatchObject({ code: 'NOT_UTF8', at: { line: 3 } });
  });
  test('a page that opens with its author line', () => {
    expect(refused(Buffer.from('\n\nBy Ada Venn\n\nThe rain fell.'))).toMatchObject({
      code: 'NO_HEADLINE',
      at: { line: 3 },
    });
  });
  test('a page that opens with a paragraph', () => {
    expect(refused(Buffer.from(`${'It rained and rained. '.repeat(30)}\n\nMore.`)).code).toBe('NO_HEADLINE');
  });
  test('a headline without a text', () =>
    expect(refused(Buffer.from('Rain\n\nBy Ada Venn\n')).code).toBe('NO_BODY'));
});

describe('the grammar of a page', () => {
  test('a first paragraph that speaks of a newsletter stays in the body', () => {
    const text =
      'The minister said that the newsletter of her party, which is read in 12 towns, would end in May, and that nobody would miss it, least of all its editor, who had asked to be let go.';
    expect(
      page(`Minister Ends a Newsletter\n\nBy Ada Venn\n\nThe Ledger, 8 March 2024\n\n${text}`).body,
    ).toBe(text);
  });
  test('a line of a label inside the text is no label of the page', () => {
    const draft = page(
      'Recipe for a Quarrel\n\nBy Ada Venn\n\nThe Ledger, 8 March 2024\n\nTake two aldermen.\n\nSource: nobody knows.\n\nStir until Tuesday.',
    );
    expect(draft.body).toContain('Source: nobody knows.');
    expect(draft.isBasedOn).toBeNull();
  });
  test('an address with brackets in it is kept whole', () => {
    const draft = page('Title\n\nBy Ada Venn\n\nTheme: [Ice](https://a.example/wiki/Ice_(water))\n\nText.');
    expect(draft.themes).toEqual([{ name: 'Ice', url: 'https://a.example/wiki/Ice_(water)' }]);
  });
  test('words that no field holds are kept as boilerplate and said to be', () => {
    const draft = page('Title\n\nBy Ada Venn\n\nLanguage: English (British)\n\nText of the piece.');
    expect([...countWords(textsIn(draft)).keys()]).toContain('British');
  });
  test('a page of a million lines is read', () => {
    const draft = page(`Title\n\n${'A line of text.\n\n'.repeat(100_000)}`);
    expect(draft.body.length).toBeGreaterThan(1_000_000);
  });
});
