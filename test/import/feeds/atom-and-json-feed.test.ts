import { describe, expect, test } from 'vitest';
import { bytesOf, fixture, readInput } from './reading.ts';

describe('Atom', () => {
  const bytes = fixture('ledger-atom.xml');
  const { format, drafts, items } = readInput(bytes);
  const [gate, short] = drafts;
  test('is recognised by its content', () => {
    expect(format).toBe('atom');
  });
  test('relative addresses follow xml:base', () => {
    expect(gate?.url).toBe('https://ledger.example/de/2024/hafen');
    expect(gate?.authors).toEqual([{ name: 'Mara Lind', url: 'https://ledger.example/people/mara-lind' }]);
    expect(gate?.body).toBe('Das *Tor* bleibt\\\noffen. [Mehr](https://ledger.example/de/tor)');
  });
  test('titles follow their type: HTML is read, text is not', () => {
    expect(gate?.headline).toBe('Hafen & Tor');
    expect(short?.headline).toBe('Kurz <gesagt>');
    expect(short?.body).toBe('Nur Text, 3 < 4.');
  });
  test('an entry without an author has the feed’s, and says so', () => {
    expect(short?.authors).toEqual([{ name: 'Redaktion', url: null }]);
    expect(short?.provenance.authors).toBe('feed/author');
  });
  test('published and updated are told apart; without the one the other serves', () => {
    expect(gate).toMatchObject({
      datePublished: { iso: '2024-03-09T14:30:00+01:00' },
      dateModified: { iso: '2024-03-10T09:00:00+01:00' },
    });
    expect(short?.datePublished?.iso).toBe('2024-03-11T09:00:00Z');
  });
  test('an alternate in another language is a translation', () => {
    expect(gate?.translations).toEqual([
      { inLanguage: 'en', url: 'https://ledger.example/2024/03/harbour-gates', headline: 'Harbour gates' },
    ]);
    expect(gate?.inLanguage).toBe('de');
  });
  test('category labels are themes; rights and licence come from the feed', () => {
    expect(gate?.themes).toEqual([{ name: 'Hafen', url: null }]);
    expect(gate?.rights).toMatchObject({
      notice: '© 2024 Saltmarsh Ledger',
      licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
    });
  });
  test('byte ranges cut the entries out of the file', () => {
    for (const item of items) expect(bytesOf(item, bytes)).toBe(item.raw);
  });
  test('an entry by itself is read, and one copied by an aggregator names its source', () => {
    const { drafts: single } = readInput(
      '<entry xmlns="http://www.w3.org/2005/Atom"><title>A</title><id>x</id><source><title>Coastwire</title><author><name>Bo Li</name></author></source></entry>',
    );
    expect(single[0]).toMatchObject({
      headline: 'A',
      isBasedOn: { outlet: { name: 'Coastwire' } },
      authors: [{ name: 'Bo Li' }],
    });
  });
  test('a feed within a page frame is read', () => {
    expect(
      readInput(
        '<!DOCTYPE html><html><body><feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title></entry></feed></body></html>',
      ),
    ).toMatchObject({
      format: 'atom',
      drafts: [{ headline: 'A' }],
    });
  });
  test('Atom 0.3 is read by its own names', () => {
    const { drafts: old } = readInput(
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title mode="escaped" type="text/html">A &amp;amp; B</title><issued>2004-03-09</issued><content type="text/html" mode="escaped">&lt;p&gt;One&lt;/p&gt;</content></entry></feed>',
    );
    expect(old[0]).toMatchObject({ headline: 'A & B', body: 'One', datePublished: { iso: '2004-03-09' } });
  });
});

describe('JSON Feed', () => {
  const bytes = fixture('ledger-feed.json');
  const { format, drafts, items } = readInput(bytes);
  test('is recognised by its content and read in full', () => {
    expect(format).toBe('json-feed');
    expect(drafts[0]).toMatchObject({
      url: 'https://ledger.example/2024/03/ferry',
      externalId: '1',
      headline: 'Ferry returns',
      body: 'It **sails** at ten.',
      description: 'The ferry is back.',
      authors: [{ name: 'Jo Okafor', url: 'https://ledger.example/people/jo' }],
      datePublished: { iso: '2024-03-10T08:05:00Z' },
      keywords: ['ferry', 'harbour'],
      image: { url: 'https://ledger.example/img/ferry.jpg' },
      publisher: { name: 'The Saltmarsh Ledger' },
      inLanguage: 'en',
    });
  });
  test('plain text is no markup, and the feed’s authors serve an item without', () => {
    expect(drafts[1]).toMatchObject({
      body: 'Plain & simple \\<text>.\n\nNext one.',
      headline: 'Plain & simple <text>.',
      authors: [{ name: 'The desk' }],
    });
  });
  test('byte ranges cut the items out of the file', () => {
    for (const item of items) expect(bytesOf(item, bytes)).toBe(item.raw);
  });
  test('a file that breaks off gives its whole items and refuses the last with its line', () => {
    const whole = new TextDecoder().decode(bytes);
    const cut = readInput(whole.slice(0, whole.indexOf('content_text')));
    expect(cut.drafts).toHaveLength(1);
    expect(cut.refusals).toMatchObject([{ code: 'MALFORMED', at: { line: 13 } }]);
  });
  test('one broken item costs only itself', () => {
    const { drafts: read, refusals } = readInput(
      '{"version":"https://jsonfeed.org/version/1","title":"T","items":[{"id":1,"title":"A"},{"id":2,,},{"id":3,"title":"C"}]}',
    );
    expect(read.map((draft) => draft.headline)).toEqual(['A', 'C']);
    expect(read[0]?.publisher?.name).toBe('T');
    expect(refusals).toHaveLength(1);
  });
  test('nesting without end is refused', () => {
    expect(
      readInput(`{"version":"https://jsonfeed.org/version/1","items":[${'['.repeat(200_000)}`).refusals,
    ).toMatchObject([{ code: 'MALFORMED' }]);
  });
  test('UTF-16 is read too', () => {
    expect(readInput(Buffer.from(`\ufeff${new TextDecoder().decode(bytes)}`, 'utf16le')).drafts).toHaveLength(
      2,
    );
  });
});
