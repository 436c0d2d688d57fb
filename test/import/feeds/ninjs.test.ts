import { describe, expect, test } from 'vitest';
import { readInput } from './reading.ts';

const item = {
  uri: 'https://wire.example/items/7',
  type: 'text',
  versionCreated: '2024-03-10T09:00:00Z',
  firstCreated: '2024-03-09T14:30:00+01:00',
  pubStatus: 'usable',
  language: 'en',
  copyrightHolder: 'Coastwire',
  copyrightNotice: '© 2024 Coastwire',
  usageTerms: 'Not for sale.',
  edNote: 'Replaces an earlier item.',
  by: 'By Ada Venn and Tomas Ruiz, Coastwire',
  located: 'SALTMARSH',
  headlines: [
    { role: 'main', value: 'Harbour gates' },
    { role: 'sub', value: 'A long story' },
  ],
  descriptions: [{ role: 'summary', value: 'Short.' }],
  bodies: [
    { role: 'main', contentType: 'text/plain', value: 'One.' },
    { role: 'rich', contentType: 'text/html', value: '<p>One <em>two</em>.</p>' },
  ],
  places: [{ name: 'North shore' }],
  subjects: [{ name: 'Harbours', uri: 'http://cv.iptc.org/newscodes/mediatopic/20000339' }],
  people: [{ name: 'Mara Lind', rel: 'about' }],
  infoSources: [{ name: 'Shorepress' }],
  associations: [
    {
      type: 'picture',
      by: 'Ines Dahl',
      descriptions: [{ role: 'caption', value: 'Gates' }],
      renditions: [
        { href: 'https://wire.example/s.jpg', width: 100 },
        { href: 'https://wire.example/l.jpg', width: 900 },
      ],
    },
  ],
};
const lower = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(lower)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toLowerCase(), lower(inner)]))
      : value;

describe('ninjs', () => {
  const { format, drafts } = readInput(JSON.stringify(item, null, 2));
  test('version 3 is recognised by its content and read in full', () => {
    expect(format).toBe('ninjs');
    expect(drafts[0]).toMatchObject({
      url: 'https://wire.example/items/7',
      headline: 'Harbour gates',
      alternativeHeadline: 'A long story',
      description: 'Short.',
      byline: 'By Ada Venn and Tomas Ruiz, Coastwire',
      datePublished: { iso: '2024-03-09T14:30:00+01:00' },
      dateModified: { iso: '2024-03-10T09:00:00Z' },
      dateline: 'SALTMARSH',
      body: 'One *two*.',
      regions: [{ name: 'North shore' }],
      themes: [{ name: 'Harbours', url: 'http://cv.iptc.org/newscodes/mediatopic/20000339' }],
      keywords: ['Mara Lind'],
      isBasedOn: { outlet: { name: 'Shorepress' } },
      image: { url: 'https://wire.example/l.jpg', caption: 'Gates', credit: 'Ines Dahl' },
      notes: ['Replaces an earlier item.'],
      rights: { holders: [{ name: 'Coastwire' }], year: 2024, conditions: 'Not for sale.' },
      inLanguage: 'en',
    });
  });
  test('version 2, whose names are in lower case, reads alike', () => {
    expect(readInput(JSON.stringify(lower(item))).drafts).toEqual(drafts);
  });
  test('version 1 is read by its own names', () => {
    const { drafts: old } = readInput(
      JSON.stringify({
        uri: 'urn:x:1',
        type: 'text',
        versioncreated: '2014-03-09T10:00:00Z',
        headline: 'Old',
        body_html: '<p>Text</p>',
        byline: 'Ada Venn',
        place: [{ name: 'North' }],
      }),
    );
    expect(old[0]).toMatchObject({
      url: null,
      externalId: 'urn:x:1',
      headline: 'Old',
      body: 'Text',
      authors: [{ name: 'Ada Venn' }],
      regions: [{ name: 'North' }],
    });
  });
  test('lines of plain text are paragraphs', () => {
    expect(
      readInput(
        JSON.stringify({ ...item, bodies: [{ contentType: 'text/plain', value: 'One <1>.\nTwo & three.' }] }),
      ).drafts[0]?.body,
    ).toBe('One <1>.\n\nTwo & three.');
  });
  test('pictures and withheld items are refused by name', () => {
    const { refusals } = readInput(
      JSON.stringify([
        { ...item, type: 'picture' },
        { ...item, pubStatus: 'withheld' },
      ]),
    );
    expect(refusals.map(({ code }) => code)).toEqual(['NOT_AN_ARTICLE', 'NOT_PUBLISHED']);
  });
  test('a list that breaks off gives its whole items and refuses the last with its line', () => {
    const text = `[\n${JSON.stringify(item)},\n${JSON.stringify(item).slice(0, -20)}`;
    const cut = readInput(text);
    expect(cut.drafts).toHaveLength(1);
    expect(cut.refusals).toMatchObject([{ code: 'MALFORMED', at: { line: 3 } }]);
  });
  test('UTF-16 and a byte order mark are read', () => {
    expect(readInput(Buffer.from(`\ufeff${JSON.stringify(item)}`, 'utf16le')).drafts[0]?.headline).toBe(
      'Harbour gates',
    );
  });
  test('nesting without end is refused', () => {
    expect(readInput(`{"uri":"x","bodies":${'['.repeat(100_000)}`).refusals).toMatchObject([
      { code: 'MALFORMED' },
    ]);
  });
});
