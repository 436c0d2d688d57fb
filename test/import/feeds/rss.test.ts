import { describe, expect, test } from 'vitest';
import { listItems } from '../../../src/import/readers/feed-listing.ts';
import { rss } from '../../../src/import/readers/rss.ts';
import { bytesOf, fixture, readInput } from './reading.ts';

describe('RSS 2.0 with the extensions news uses', () => {
  const bytes = fixture('ledger-rss2.xml');
  const { format, items, drafts, problems } = readInput(bytes);
  const [gates, ferry, note] = drafts;

  test('is recognised by its content', () => {
    expect(format).toBe('rss');
    expect(problems).toEqual([]);
  });
  test('a title comes as plain text, its markup read', () => {
    expect(gates?.headline).toBe('Harbour gates & the tide: what the council did not say');
  });
  test('the full text is the body and the description stays a summary', () => {
    expect(gates?.body).toBe(
      'SALTMARSH, 9 March – The gates **will stay open**, said [Mara Lind](https://ledger.example/people/mara-lind).\n\n“We are not late,” she said.',
    );
    expect(gates?.description).toBe('The gates will stay open until May.');
  });
  test('where the description is the text, a summary beside it is kept, unless it says the same', () => {
    const item = (summary: string) =>
      `<item><title>Ice on the quay</title><description>The quay was closed at noon.</description>${summary}</item>`;
    const { drafts } = readInput(
      `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Ledger</title>
       ${item('<summary>Nobody was hurt.</summary>')}
       ${item('<itunes:summary>The quay was closed  at noon.</itunes:summary><itunes:subtitle>Slippery.</itunes:subtitle>')}
       ${item('<itunes:summary>The quay was <![CDATA[<b>closed</b>]]> at noon.</itunes:summary>')}</channel></rss>`,
    );
    expect(drafts.map(({ body, description }) => [body, description])).toEqual([
      ['The quay was closed at noon.', 'Nobody was hurt.'],
      ['The quay was closed at noon.', 'Slippery.'],
      ['The quay was closed at noon.', null],
    ]);
  });
  test('two people in one creator are two authors, the byline stays as printed', () => {
    expect(gates?.authors.map(({ name }) => name)).toEqual(['Ada Venn', 'Tomas Ruiz']);
    expect(gates?.byline).toBe('Ada Venn and Tomas Ruiz');
  });
  test('dates keep their offset and their precision', () => {
    expect(drafts.map((draft) => draft.datePublished?.iso)).toEqual([
      '2024-03-09T14:30:00+01:00',
      '2024-03-10T08:05Z',
      '2024-03-11',
    ]);
  });
  test('categories are themes, tags are keywords, names of places are regions', () => {
    expect(gates?.themes).toEqual([{ name: 'Local government', url: null }]);
    expect(gates?.keywords).toEqual(['harbour']);
    expect(gates?.regions).toEqual([{ name: 'Saltmarsh', url: null }]);
    expect(gates?.provenance.coordinates).toBe('54.52 8.61');
  });
  test('Media RSS gives the picture with caption and credit', () => {
    expect(gates?.image).toEqual({
      url: 'https://ledger.example/img/gates.jpg',
      caption: 'The gates at low tide',
      credit: 'Ines Dahl',
      creditUrl: null,
    });
  });
  test('outlet, language, rights, origin and comments come from the feed', () => {
    expect(gates).toMatchObject({
      publisher: { name: 'The Saltmarsh Ledger', url: 'https://ledger.example/' },
      inLanguage: 'en-GB',
      rights: { year: 2024, notice: 'Copyright 2024 The Saltmarsh Ledger' },
      isBasedOn: { outlet: { name: 'Coastwire', url: 'https://coastwire.example/rss' }, url: null },
      discussionUrl: 'https://ledger.example/2024/03/harbour-gates#comments',
      externalId: 'ledger-4711',
    });
  });
  test('a GUID that is an address stands for a missing link; the name is taken out of an address', () => {
    expect(ferry?.url).toBe('https://ledger.example/2024/03/ferry');
    expect(ferry?.authors).toEqual([{ name: 'Jo Okafor', url: null }]);
    expect(ferry?.body).toBe('First line.\n\nSecond paragraph in plain text.');
  });
  test('an item without a title gets its first words, says so, and is listed without', () => {
    expect(note?.headline).toBe('A note without a title.');
    expect(note?.url).toBe('https://ledger.example/2024/03/untitled');
    const listing = listItems(rss.read({ file: 'f', bytes, contentType: null, url: null }));
    expect(listing.items[2]).toEqual({
      title: null,
      headline: 'A note without a title.',
      link: '/2024/03/untitled',
      publishedAt: '2024-03-11',
      authors: [],
    });
  });
  test('the listing keeps a title in the feed’s own words and says how it reads', () => {
    const listing = listItems(rss.read({ file: 'f', bytes, contentType: null, url: null }));
    expect(listing.items[0]).toMatchObject({
      title: 'Harbour gates & the tide: what the council <em>did not</em> say',
      headline: 'Harbour gates & the tide: what the council did not say',
      authors: ['Ada Venn and Tomas Ruiz'],
      people: ['Ada Venn', 'Tomas Ruiz'],
    });
  });
  test('byte ranges cut the items out of the file', () => {
    for (const item of items) {
      expect(bytesOf(item, bytes)).toBe(item.raw);
      expect(item.raw).toMatch(/^<item>[\s\S]*<\/item>$/);
    }
  });
  test('the same item hashes the same, another one does not', () => {
    expect(readInput(bytes).items[0]?.contentHash).toBe(items[0]?.contentHash);
    expect(items[1]?.contentHash).not.toBe(items[0]?.contentHash);
  });
});

describe('RSS 1.0 in Latin-1', () => {
  const bytes = fixture('ledger-rdf-latin1.xml');
  const { format, drafts, items } = readInput(bytes);
  test('is decoded as declared', () => {
    expect(format).toBe('rss');
    expect(drafts[0]).toMatchObject({
      headline: 'Marée haute',
      inLanguage: 'fr',
      externalId: 'https://ledger.example/2024/maree',
    });
    expect(drafts[0]?.authors[0]?.name).toBe('Zoé Lemaître');
    expect(drafts[0]?.regions).toEqual([{ name: 'Bretagne', url: null }]);
  });
  test('its byte ranges count bytes, not characters', () => {
    const [start, end] = items[0]?.byteRange ?? [0, 0];
    expect(Buffer.from(bytes.subarray(start, end)).toString('latin1')).toBe(items[0]?.raw);
  });
});

describe('encodings', () => {
  const feed = (declared: string) =>
    `<?xml version="1.0"${declared}?><rss version="2.0"><channel><item><title>Žítra – déjà</title></item></channel></rss>`;
  const title = (bytes: Uint8Array, contentType?: string) =>
    readInput(bytes, contentType === undefined ? {} : { contentType }).drafts[0]?.headline;
  test('UTF-8 with a byte order mark', () => {
    expect(title(Buffer.from(`\ufeff${feed('')}`))).toBe('Žítra – déjà');
  });
  test('UTF-16 with and without a mark', () => {
    expect(title(Buffer.from(`\ufeff${feed('')}`, 'utf16le'))).toBe('Žítra – déjà');
    expect(title(Buffer.from(feed(' encoding="UTF-16"'), 'utf16le'))).toBe('Žítra – déjà');
    expect(title(Buffer.from(feed(''), 'utf16le').swap16())).toBe('Žítra – déjà');
  });
  test('the HTTP charset comes before the declaration', () => {
    const bytes = Buffer.from(feed(' encoding="utf-8"').replace('Ž', 'é').replace('–', '-'), 'latin1');
    expect(title(bytes, 'text/xml; charset=iso-8859-1')).toBe('éítra - déjà');
  });
  test('a text that is no UTF-8 though it says so is read as windows-1252', () => {
    const bytes = Buffer.from(feed(' encoding="utf-8"').replace('Ž', '\x8e').replace('–', '\x96'), 'latin1');
    expect(title(bytes)).toBe('Žítra – déjà');
  });
  test('one damaged byte does not turn a UTF-8 feed into another encoding', () => {
    const [before = '', after = ''] = feed('').split('</title>');
    const bytes = Buffer.concat([Buffer.from(before), Buffer.from([0xff]), Buffer.from(`</title>${after}`)]);
    expect(title(bytes)).toBe('Žítra – déjà\ufffd');
  });
  test('a declaration that cannot be true is not believed', () => {
    expect(title(Buffer.from(feed(' encoding="utf-16"')))).toBe('Žítra – déjà');
    expect(title(Buffer.from(feed(' encoding="bogus"')))).toBe('Žítra – déjà');
  });
});

describe('malformed feeds', () => {
  const wrap = (inside: string) => `<rss version="2.0">\n<channel>\n<title>T</title>\n${inside}`;
  test('what stands before the declaration is passed over', () => {
    expect(
      readInput(
        `\n <b>Warning</b>: x<br />\n<?xml version="1.0"?>${wrap('<item><title>A</title></item></channel></rss>')}`,
      ).drafts,
    ).toHaveLength(1);
  });
  test('a file that breaks off gives its whole items, what is left of the last one, and the line', () => {
    const { drafts, problems } = readInput(
      wrap('<item><title>A</title></item>\n<item><title>B</title>\n<description>cut o'),
    );
    expect(drafts.map((draft) => draft.headline)).toEqual(['A', 'B']);
    expect(problems).toMatchObject([
      {
        code: 'MALFORMED',
        at: { line: 6 },
        message: 'Not well-formed in line 6: the file ends inside <item>.',
      },
    ]);
  });
  test('an item that is never closed ends where the next begins', () => {
    const { drafts, problems } = readInput(
      wrap('<item><title>A</title>\n<item><title>B</title></item></channel></rss>'),
    );
    expect(drafts.map((draft) => draft.headline)).toEqual(['A', 'B']);
    expect(problems[0]?.at.line).toBe(5);
  });
  test('an empty item inside another is one of its own and costs the outer one nothing', () => {
    const { drafts, refusals } = readInput(
      wrap('<item><title>A</title><item /><link>https://x.test/a</link></item></channel></rss>'),
    );
    expect(drafts).toMatchObject([{ headline: 'A', url: 'https://x.test/a' }]);
    expect(refusals).toMatchObject([{ code: 'EMPTY' }]);
  });
  test('undeclared references, bare ampersands and stray brackets are read as the text they are', () => {
    const { drafts } = readInput(
      wrap('<item><title>Q&A: 3 < 4&nbsp;&mdash; AT&T &unknown;</title></item></channel></rss>'),
    );
    expect(drafts[0]?.headline).toBe('Q&A: 3 < 4\u00a0— AT&T &unknown;'.replace('\u00a0', ' '));
  });
  test('an unclosed CDATA section ends at the next closing tag', () => {
    const { drafts, problems } = readInput(
      wrap('<item><title><![CDATA[A</title><link>https://x.test/</link></item></channel></rss>'),
    );
    expect(drafts[0]).toMatchObject({ headline: 'A', url: 'https://x.test/' });
    expect(problems[0]?.message).toContain('CDATA');
  });
  test('an undeclared prefix means what it usually means', () => {
    expect(
      readInput(wrap('<item><title>A</title><dc:creator>Ada Venn</dc:creator></item></channel></rss>'))
        .drafts[0]?.byline,
    ).toBe('Ada Venn');
  });
  test('what a comment says is no sign of the format', () => {
    const comment = '<!-- <html><head><title>Saved page</title> -->';
    expect(readInput(`${comment}<rss><channel><item><title>A</title></item></channel></rss>`).format).toBe(
      'rss',
    );
  });
  test('a page is no feed, though it speaks of one', () => {
    expect(readInput('<!DOCTYPE html><html><head><title>x</title></head><body><rss>').format).not.toBe('rss');
  });
});

describe('hostile feeds', () => {
  const wrap = (inside: string, before = '') =>
    `${before}<rss version="2.0"><channel><item><title>T</title>${inside}</item></channel></rss>`;
  test('entities that multiply stay as printed', () => {
    const bomb = `<!DOCTYPE r [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, i) => `<!ENTITY b${i} "${`&b${i - 1};`.repeat(10)}">`).join('')}]>`;
    expect(readInput(wrap('<description>&b29; &a;</description>', bomb)).drafts[0]?.body).toBe('\\&b29; ha');
  });
  test('a long entity cannot be repeated into gigabytes', () => {
    const { drafts } = readInput(
      wrap(
        `<description>${'&a;'.repeat(200_000)}</description>`,
        `<!DOCTYPE r [<!ENTITY a "${'x'.repeat(250)}">]>`,
      ),
    );
    expect(drafts[0]?.body.length).toBeLessThan(3_000_000);
  });
  test('elements nested without end are read as text', () => {
    const { drafts } = readInput(
      wrap(`<description>${'<b>'.repeat(100_000)}deep${'</b>'.repeat(100_000)}</description>`),
    );
    expect(drafts[0]?.body).toContain('deep');
  });
  test('HTML nested without end is read as text', () => {
    expect(
      readInput(wrap(`<description><![CDATA[${'<div>'.repeat(100_000)}deep]]></description>`)).drafts[0]
        ?.body,
    ).toBe('deep');
  });
  test('a line of ten megabytes is read', () => {
    const { drafts } = readInput(wrap(`<description>${'word '.repeat(2_000_000)}</description>`));
    expect(drafts[0]?.body.length).toBe(9_999_999);
  });
  test('openings that never close are passed over once, not once each', () => {
    for (const opening of ['<![CDATA[', '<!--', '<!DOCTYPE ', '<a b="', '<?'])
      expect(
        readInput(`<rss version="2.0"><channel><item><title>T</title>${opening.repeat(100_000)}`).items,
      ).toHaveLength(1);
  });
  test('an address that runs a script is no link', () => {
    expect(
      readInput(wrap('<description>&lt;a href="javascript:alert(1)"&gt;x&lt;/a&gt;</description>')).drafts[0]
        ?.body,
    ).toBe('x');
  });
});
