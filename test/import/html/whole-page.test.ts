import { expect, test } from 'vitest';
import { parseHtml } from '../../../src/import/readers/html/html-tree.ts';
import { readPageBlocks } from '../../../src/import/readers/html/page-blocks.ts';
import { plainTextOf } from '../../../src/text/markdown-body.ts';
import { draftOf, fixture } from './page-reader.ts';

const ledger = draftOf(fixture('json-ld-graph.html'), 'https://ledger.example/news/night-ferry?from=home');

test('the body of a news page is its paragraphs, headings, lists and quotations as Markdown, standfirst first', () => {
  expect(ledger.body).toBe(
    [
      'The last boat will leave at half past eleven, the council decided on Tuesday.',
      'The night ferry across Lake Arden will run again from May, [the minutes say](https://ledger.example/news/minutes), after nine years in which the last boat left at seven.',
      '“We are *not* doing this for the tourists,” said Ines Carvalho, who leads the transport committee. “Nurses finish at ten.”',
      '## What it costs',
      '1. The crew: two people a night.\n2. The fuel, which the canton pays.',
      '> A lake is a road that nobody has to mend.',
      'Bookings open in April. The fare has not been set.',
    ].join('\n\n'),
  );
});

test('a JSON-LD graph gives authors by reference, with profile, affiliation and address', () => {
  expect(ledger.authors).toEqual([
    {
      name: 'Ada Venn',
      url: 'https://ledger.example/people/ada-venn',
      affiliations: ['The Arden Ledger'],
      profiles: [{ network: 'social.example', url: 'https://social.example/@ada' }],
    },
    { name: 'Tomas Ruiz', url: null },
  ]);
  expect(ledger.byline).toBe('By Ada Venn and Tomas Ruiz');
});

test('dates keep the precision and the zone that the page states', () => {
  expect(ledger.datePublished).toEqual({ iso: '2024-03-12T17:40:00Z', precision: 'SECOND', printed: null });
  expect(ledger.dateModified?.iso).toBe('2024-03-13T08:05:00Z');
});

test('outlet, address, language, section, place, tags, source and second title come from where the page states them', () => {
  expect(ledger.publisher).toMatchObject({ name: 'The Arden Ledger', url: 'https://ledger.example/' });
  expect(ledger.url).toBe('https://ledger.example/news/night-ferry');
  expect(ledger.inLanguage).toBe('en-GB');
  expect(ledger.themes.map(({ name }) => name)).toEqual(['Transport']);
  expect(ledger.regions.map(({ name }) => name)).toEqual(['Switzerland']);
  expect(ledger.keywords).toEqual(['ferries', 'Lake Arden']);
  expect(ledger.isBasedOn?.url).toBe('https://council.example/minutes/2024-03-12');
  expect(ledger.alternativeHeadline).toBe('Boats until half past eleven');
});

test('the picture comes with its caption and credit', () => {
  expect(ledger.image).toEqual({
    url: 'https://ledger.example/pictures/ferry.jpg',
    caption: 'The Halcyon at its berth',
    credit: 'Mira Okafor',
    creditUrl: null,
  });
});

test('rights are the printed notice, the holder, the year and the licence link', () => {
  expect(ledger.rights).toMatchObject({
    holders: [{ name: 'Ledger Press' }],
    year: 2024,
    notice: '© 2024 Ledger Press. All rights reserved.',
    licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
  });
});

test('alternates in other languages are translations, the page itself and x-default are not', () => {
  expect(ledger.translations).toEqual([
    { inLanguage: 'de', url: 'https://ledger.example/de/nachtfaehre', headline: null },
  ]);
});

test('every visible line that is not of the body is kept as boilerplate', () => {
  for (const line of [
    'Home',
    '2 comments',
    'The boat that never came',
    '© 2024 Ledger Press. All rights reserved.',
  ]) {
    expect(ledger.boilerplate).toContain(line);
  }
  expect(ledger.boilerplate.join('\n')).not.toContain('The fare has not been set');
});

test('provenance says where each value was found', () => {
  expect(ledger.provenance).toMatchObject({
    headline: 'h1',
    authors: 'json-ld author',
    datePublished: 'json-ld datePublished',
    publisher: 'json-ld publisher',
    url: 'link canonical',
    inLanguage: 'html lang',
    body: 'content-class',
  });
});

test('a WordPress post with hAtom names is read without structured data', () => {
  const draft = draftOf(fixture('wordpress-hentry.html'), 'https://muehlenblatt.example/2019/11/05/dach/');
  expect(draft).toMatchObject({
    headline: 'Das Dach der alten Mühle',
    authors: [{ name: 'Jon Pell', url: 'https://muehlenblatt.example/author/jon/' }],
    inLanguage: 'de-DE',
  });
  expect(draft.datePublished?.iso).toBe('2019-11-05T06:30:00+01:00');
  expect(draft.body.split('\n\n')).toHaveLength(2);
  expect(draft.body).toMatch(/^Seit dem Sturm[\s\S]*dicht sein\.$/);
  expect(draft.themes.map(({ name }) => name)).toEqual(['Dorf']);
});

test.each(['json-ld-graph.html', 'wordpress-hentry.html'])(
  'body and boilerplate account for every visible word of %s',
  (name) => {
    const bytes = fixture(name);
    const draft = draftOf(bytes);
    const shown = readPageBlocks(parseHtml(new TextDecoder().decode(bytes))).blocks.map(
      (block) => block.text,
    );
    const kept = [plainTextOf(draft.body), ...draft.boilerplate].join('\n').replace(/\s+/g, ' ');
    expect(shown.filter((line) => !kept.includes(line))).toEqual([]);
  },
);
