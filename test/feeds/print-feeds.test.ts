import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { type Feed, type FeedItem, instantOf } from '../../src/feeds/feed.ts';
import { printAtom } from '../../src/feeds/print-atom.ts';
import { printJsonFeed } from '../../src/feeds/print-json-feed.ts';
import { printOpml } from '../../src/feeds/print-opml.ts';
import { printRss } from '../../src/feeds/print-rss.ts';
import { printNewsSitemap, printSitemap } from '../../src/feeds/print-sitemap.ts';

const HOSTILE = `</title><script>"&amp;' ]]> \u0000\u000b\ufffe\ud800 \u{1f9c2}`;
/** What is left of it in XML. */
const HARMLESS = `</title><script>"&amp;' ]]>  \u{1f9c2}`;

const item: FeedItem = {
  id: 'article_1',
  title: HOSTILE,
  url: 'https://archive.example/articles/a?b=1&c="2"',
  externalUrl: 'https://news.example/a?b=1&c=2',
  summary: HOSTILE,
  contentHtml: '<p>One &amp; <em>two</em> ]]></p>',
  authors: [{ name: HOSTILE, url: 'https://news.example/?a&b' }],
  outlet: HOSTILE,
  categories: [HOSTILE],
  datePublished: '2024-03-09T14:30+01:00',
  updatedAt: '2024-03-10T00:00:00.000Z',
  inLanguage: '"><x>',
  imageUrl: 'https://news.example/i.jpg?a&b',
};

const feed: Feed = {
  title: HOSTILE,
  description: HOSTILE,
  homeUrl: 'https://archive.example/articles?a&b',
  feedUrl: 'https://archive.example/feeds/articles.rss?a&b',
  nextUrl: null,
  inLanguage: '"><x>',
  updatedAt: '2024-03-10T00:00:00.000Z',
  generator: 'Dateline 0.1.0',
  items: [item],
};

describe('text that wants to be markup stays text', () => {
  test('in RSS', () => {
    const parsed = parseRssFeed(printRss(feed));
    expect(parsed.title).toBe(HARMLESS);
    expect(parsed.items?.[0]).toMatchObject({
      title: HARMLESS,
      link: item.url,
      categories: [{ name: HARMLESS }],
    });
    expect(parsed.items?.[0]?.content?.encoded).toBe(item.contentHtml);
  });
  test('in Atom', () => {
    const [entry] = parseAtomFeed(printAtom(feed)).entries ?? [];
    expect(entry?.title?.value).toBe(HARMLESS);
    expect(entry?.authors?.[0]?.name).toBe(HARMLESS);
    expect(entry?.content?.value).toBe(item.contentHtml);
  });
  test('in OPML and sitemaps', () => {
    const opml = printOpml(HOSTILE, [
      {
        title: HOSTILE,
        feeds: [{ title: HOSTILE, feedUrl: 'https://a.example/?a&b', homeUrl: 'https://a.example/' }],
      },
    ]);
    expect(parseOpml(opml).body?.outlines?.[0]?.outlines?.[0]?.text).toBe(HARMLESS);
    const pages = [{ url: 'https://a.example/?a&b', updatedAt: '2024-03-10' }];
    expect(printSitemap('urlset', pages)).toContain('<loc>https://a.example/?a&amp;b</loc>');
    const news = {
      ...pages[0],
      url: 'https://a.example/',
      outlet: HOSTILE,
      inLanguage: 'en',
      headline: HOSTILE,
    };
    const printed = printNewsSitemap([{ ...news, datePublished: '2024-03-10' }]);
    for (const wrong of ['<script>', '\u000b', '\ud800']) expect(printed.includes(wrong)).toBe(false);
  });
});

test('an instant is given in the form of each format, a day in none of them', () => {
  expect(printRss(feed)).toContain('<pubDate>Sat, 09 Mar 2024 13:30:00 GMT</pubDate>');
  expect(printAtom(feed)).toContain('<published>2024-03-09T13:30:00.000Z</published>');
  expect(parseJsonFeed(JSON.parse(printJsonFeed(feed))).items?.[0]?.date_published).toBe(
    '2024-03-09T13:30:00.000Z',
  );
  for (const partial of ['2024', '2024-03', '2024-03-09', '2024-03-09T14:30', null])
    expect(instantOf(partial)).toBeNull();
});

test('an empty feed is a feed', () => {
  const empty = { ...feed, items: [], updatedAt: null, inLanguage: null, title: 'Articles' };
  expect(parseRssFeed(printRss(empty)).title).toBe('Articles');
  expect(parseAtomFeed(printAtom(empty)).updated).toBe('1970-01-01T00:00:00Z');
  expect(JSON.parse(printJsonFeed(empty)).items).toEqual([]);
});
