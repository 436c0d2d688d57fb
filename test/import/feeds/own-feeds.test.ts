import { describe, expect, test } from 'vitest';
import type { Feed } from '../../../src/feeds/feed.ts';
import { printAtom } from '../../../src/feeds/print-atom.ts';
import { printJsonFeed } from '../../../src/feeds/print-json-feed.ts';
import { printRss } from '../../../src/feeds/print-rss.ts';
import { readInput } from './reading.ts';

const feed: Feed = {
  title: 'Harbours & tides',
  description: 'All pieces on harbours.',
  homeUrl: 'https://archive.example/themes/harbours',
  feedUrl: 'https://archive.example/themes/harbours/feed',
  nextUrl: null,
  inLanguage: 'en',
  updatedAt: '2024-03-10T09:00:00Z',
  generator: 'Dateline test',
  items: [
    {
      id: 'node-1',
      title: 'Gates <open> & “free”',
      url: 'https://archive.example/articles/gates',
      externalUrl: null,
      summary: 'Short & plain.',
      contentHtml: '<p>The <em>gates</em> &amp; the ferry.</p><p>Two.</p>',
      authors: [
        { name: 'Ada Venn', url: null },
        { name: 'Tomas Ruiz', url: null },
      ],
      outlet: 'The Saltmarsh Ledger',
      categories: ['Harbours'],
      datePublished: '2024-03-09T14:30:00+01:00',
      updatedAt: '2024-03-10T09:00:00Z',
      inLanguage: 'en',
      imageUrl: 'https://archive.example/gates.jpg',
    },
  ],
};

describe('the feeds this service prints are read back', () => {
  test.each([
    ['rss', printRss(feed)],
    ['atom', printAtom(feed)],
    ['json-feed', printJsonFeed(feed)],
  ])('%s', (format, printed) => {
    const reading = readInput(printed);
    expect(reading.format).toBe(format);
    expect(reading.problems).toEqual([]);
    const [draft] = reading.drafts;
    expect(draft?.headline).toBe('Gates <open> & “free”');
    expect(draft?.body).toBe('The *gates* & the ferry.\n\nTwo.');
    expect(draft?.authors.map(({ name }) => name)).toEqual(['Ada Venn', 'Tomas Ruiz']);
    expect(draft?.url).toBe('https://archive.example/articles/gates');
    expect(new Date(draft?.datePublished?.iso ?? '').toISOString()).toBe('2024-03-09T13:30:00.000Z');
    expect([...(draft?.themes.map(({ name }) => name) ?? []), ...(draft?.keywords ?? [])]).toContain(
      'Harbours',
    );
  });
});
