import { describe, expect, test } from 'vitest';
import { recordOfDraft } from '../../../src/export/exported-record.ts';
import { streamJsonLines } from '../../../src/import/readers/json-lines.ts';
import { jsonLinesSchema } from '../../../src/import/readers/json-lines-schema.ts';
import type { ArticleDraft } from '../../../src/import/readers/reader.ts';
import { bytesOf, readInput } from './reading.ts';

const full: Omit<ArticleDraft, 'status'> = {
  url: 'https://ledger.example/1',
  externalId: '4711',
  headline: 'Harbour gates',
  alternativeHeadline: 'A long story',
  description: 'Short.',
  byline: 'By Ada Venn',
  authors: [
    {
      name: 'Ada Venn',
      url: null,
      description: 'Writes.',
      affiliations: ['Ledger'],
      profiles: [{ network: 'Mastodon', url: 'https://m.example/@ada' }],
    },
  ],
  publisher: { name: 'The Saltmarsh Ledger', url: 'https://ledger.example/' },
  datePublished: { iso: '2024-03', precision: 'MONTH', printed: 'March 2024' },
  dateModified: { iso: '2024-03-09T14:30+01:00', precision: 'MINUTE', printed: '9 March, 14.30' },
  dateline: 'SALTMARSH, 9 March',
  isBasedOn: { outlet: { name: 'Coastwire', url: null }, url: 'https://coastwire.example/1' },
  regions: [{ name: 'North shore', url: null }],
  themes: [{ name: 'Harbours', url: 'https://ledger.example/t/harbours' }],
  reports: [{ name: 'Walls', url: null }],
  keywords: ['tide'],
  inLanguage: 'en-GB',
  translations: [{ inLanguage: 'de', url: 'https://ledger.example/de/1', headline: 'Hafen' }],
  body: 'Text *here*.',
  image: { url: 'https://ledger.example/i.jpg', caption: 'Gates', credit: 'Ines Dahl', creditUrl: null },
  notes: ['Corrected.'],
  rights: {
    holders: [{ name: 'Ledger', url: null }],
    year: 2024,
    notice: '© Ledger',
    licenceUrl: null,
    disclaimer: 'd',
    permission: 'p',
    conditions: 'c',
    fairUse: 'f',
    contact: 'x@ledger.example',
  },
  discussionUrl: 'https://ledger.example/1/talk',
  boilerplate: ['Share'],
  provenance: { headline: 'json-ld' },
};

const ARCHIVED_AS = {
  id: 'article_0123456789abcdefghij-_',
  slug: 'harbour-gates',
  createdAt: '2024-03-10T08:00:00.000Z',
  updatedAt: '2024-03-11T08:00:00.000Z',
};

const record = (draft: typeof full) => recordOfDraft({ status: 'read', ...draft }, ARCHIVED_AS);

describe('JSON Lines', () => {
  test('every field that an archive exports comes in as it went out', () => {
    expect(readInput(`${JSON.stringify(record(full))}\n`).drafts).toEqual([
      { status: 'read', ...full, archivedAs: ARCHIVED_AS },
    ]);
  });
  test('half of what an archive calls a piece, or a name that is none, is not taken', () => {
    for (const archive of [
      { id: ARCHIVED_AS.id },
      { ...ARCHIVED_AS, slug: '../etc' },
      { ...ARCHIVED_AS, id: 'x' },
    ])
      expect(readInput(JSON.stringify({ ...record(full), archive })).drafts).toEqual([
        { status: 'read', ...full },
      ]);
  });
  test('the schema names every field that is read, and no other', () => {
    expect(
      Object.keys(jsonLinesSchema.properties)
        .filter((key) => key !== 'bodyHtml')
        .sort(),
    ).toEqual(Object.keys(record(full)).sort());
  });
  test('names alone are enough for authors, outlet and places; other exporters’ names are understood', () => {
    const { format, drafts } = readInput(
      '{"title":"A","author":"Ada Venn","publisher":"Ledger","regions":["North"],"date":"2024-03-09","text":"x","language":"en_gb"}',
    );
    expect(format).toBe('json-lines');
    expect(drafts[0]).toMatchObject({
      headline: 'A',
      authors: [{ name: 'Ada Venn' }],
      publisher: { name: 'Ledger' },
      regions: [{ name: 'North' }],
      datePublished: { iso: '2024-03-09' },
      body: 'x',
      inLanguage: 'en-GB',
    });
  });
  test('HTML becomes the body where no body is given', () => {
    expect(readInput('{"headline":"A","bodyHtml":"<p>One</p><p>Two</p>"}').drafts[0]?.body).toBe(
      'One\n\nTwo',
    );
  });
  test('byte ranges cut the lines out of the file, empty lines and Windows breaks included', () => {
    const bytes = new TextEncoder().encode('{"headline":"Ä"}\r\n\n{"headline":"B"}');
    const { items, drafts } = readInput(bytes);
    expect(drafts.map((draft) => draft.headline)).toEqual(['Ä', 'B']);
    expect(items.map((item) => bytesOf(item, bytes).trim())).toEqual([
      '{"headline":"Ä"}',
      '{"headline":"B"}',
    ]);
    expect(items.map((item) => item.locator)).toEqual(['input:1', 'input:3']);
  });
  test('a broken line is refused with its number and costs only itself', () => {
    const { drafts, refusals } = readInput('{"headline":"A"}\n{"headline":\n[1]\n{"headline":"D"}');
    expect(drafts.map((draft) => draft.headline)).toEqual(['A', 'D']);
    expect(refusals).toMatchObject([
      { code: 'MALFORMED', at: { line: 2 } },
      { code: 'MALFORMED', at: { line: 3 } },
    ]);
  });
  test('a field of the wrong type is named with its place', () => {
    const { refusals } = readInput(
      '{"headline":"A","authors":[{"name":"x"},{"url":"y"}]}\n{"headline":"B","datePublished":"soon"}\n{"url":"https://x.test","headline":null}',
    );
    expect(refusals.map(({ code, message }) => [code, message])).toEqual([
      ['MALFORMED', '"authors[1].name" has to be a text.'],
      ['MALFORMED', '"datePublished" has to be a date (ISO 8601), not "soon".'],
      ['NO_HEADLINE', 'The record has no "headline".'],
    ]);
  });
  test('a number is no text, whatever the field; a key at the origin and a year may be one', () => {
    const lines = [
      '{"headline":5}',
      '{"headline":"A","inLanguage":true}',
      '{"headline":"A","datePublished":20240309}',
      '{"headline":"A","authors":[{"name":7}]}',
      '{"headline":"A","publisher":9}',
      '{"headline":"A","keywords":["tide",2024]}',
      '{"headline":"A","provenance":{"headline":1}}',
    ];
    const { refusals, drafts } = readInput(
      [...lines, '{"headline":"B","id":4711,"rights":{"year":2024}}'].join('\n'),
    );
    expect(refusals.map(({ code, at, message }) => [code, at.line, message])).toEqual([
      ['MALFORMED', 1, '"headline" has to be a text, not 5 without quotation marks.'],
      ['MALFORMED', 2, '"inLanguage" has to be a text, not true without quotation marks.'],
      ['MALFORMED', 3, '"datePublished" has to be a text, not 20240309 without quotation marks.'],
      ['MALFORMED', 4, '"authors[0].name" has to be a text, not 7 without quotation marks.'],
      ['MALFORMED', 5, '"publisher" has to be a text or an object.'],
      ['MALFORMED', 6, '"keywords" has to be a list of texts, not 2024 without quotation marks.'],
      ['MALFORMED', 7, '"provenance.headline" has to be a text, not 1 without quotation marks.'],
    ]);
    expect(refusals[0]?.hint).toContain('dateline import --schema');
    expect(drafts).toMatchObject([{ headline: 'B', externalId: '4711', rights: { year: 2024 } }]);
  });
  test('half a surrogate pair does not reach the archive', () => {
    const [draft] = readInput(
      '{"headline":"A \\ud83d","keywords":["B \\ud83d"],"themes":["C \\ud83d"]}',
    ).drafts;
    expect(draft).toMatchObject({
      headline: 'A \ufffd',
      keywords: ['B \ufffd'],
      themes: [{ name: 'C \ufffd' }],
    });
  });
  test('a line that is no UTF-8 is refused; a file in UTF-16 is read', () => {
    expect(
      readInput(
        Buffer.concat([
          Buffer.from('{"headline":"A"}\n{"headline":"'),
          Buffer.from([0xff]),
          Buffer.from('"}'),
        ]),
      ).refusals,
    ).toMatchObject([{ code: 'NOT_UTF8', at: { line: 2 } }]);
    expect(readInput(Buffer.from('\ufeff{"headline":"Ä"}\n', 'utf16le')).drafts[0]?.headline).toBe('Ä');
  });
  test('a line of ten megabytes is read, one beyond the bound is refused and the next is read', () => {
    const { drafts, problems } = readInput(
      `{"headline":"A","body":"${'word '.repeat(2_000_000)}"}\n{"headline":"${'x'.repeat(17_000_000)}"}\n{"headline":"C"}`,
    );
    expect(drafts.map((draft) => draft.headline)).toEqual(['A', 'C']);
    expect(problems).toMatchObject([{ code: 'TOO_LARGE', at: { line: 2 } }]);
  });
  test('nesting without end is refused', () => {
    expect(
      readInput(`{"headline":"A","authors":${'['.repeat(100_000)}${']'.repeat(100_000)}}`).refusals,
    ).toMatchObject([{ code: 'MALFORMED' }]);
  });
});

describe('JSON Lines from a stream', () => {
  test('a chunk is asked for only when the lines before it are used up', async () => {
    let asked = 0;
    async function* chunks() {
      for (let i = 0; i < 1000; i += 1) {
        asked += 1;
        yield Buffer.from(`{"headline":"${i}"}\n{"head`);
        yield Buffer.from(`line":"${i}b"}\n`);
      }
    }
    let seen = 0;
    for await (const item of streamJsonLines(chunks(), 'big.jsonl')) {
      expect('parse' in item && item.parse().status).toBe('read');
      seen += 1;
      expect(asked).toBeLessThanOrEqual(Math.ceil(seen / 2) + 1);
    }
    expect(seen).toBe(2000);
  });
  test('it gives the same items as the file read at once', async () => {
    const bytes = Buffer.from('{"headline":"A"}\n{bad\n\n{"headline":"Ä"}');
    async function* single() {
      for (const byte of bytes) yield Uint8Array.of(byte);
    }
    const streamed = [];
    for await (const item of streamJsonLines(single(), 'input'))
      if ('parse' in item) streamed.push([item.locator, item.byteRange, item.contentHash]);
    expect(streamed).toEqual(
      readInput(bytes).items.map((item) => [item.locator, item.byteRange, item.contentHash]),
    );
  });
});
