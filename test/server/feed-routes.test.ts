import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { afterAll, describe, expect, test } from 'vitest';
import { headOf, recogniseReader } from '../../src/import/readers/readers.ts';
import { dataOf } from '../support/ask.ts';
import { seedArchive } from '../support/seed-archive.ts';
import { serve } from '../support/serve.ts';

const archive = await seedArchive();
const { url, close } = await serve(archive, { PUBLIC_URL: 'https://archive.example' });
afterAll(async () => {
  await close();
  await archive.close();
});

const get = (path: string, init?: RequestInit) => fetch(`${url}${path}`, init);
const textOf = async (path: string) => (await get(path)).text();

/** What our own importer reads in a feed: the second parser, which knows nothing of our printers. */
function ownReading(text: string) {
  const bytes = new TextEncoder().encode(text);
  const reader = recogniseReader(headOf(bytes, null));
  if (reader === null) throw new Error('No reader knows this feed.');
  const input = { file: 'feed', bytes, contentType: null, url: null };
  return [...reader.read(input)].map((item) => {
    if ('status' in item) throw new Error(item.message);
    const draft = item.parse();
    if (draft.status === 'refused') throw new Error(draft.message);
    return draft;
  });
}

const newest = await dataOf(
  archive,
  '{ articles(first: 30) { nodes { id slug headline url authors { name } datePublished { iso } } } }',
);
const expected: { id: string; slug: string; headline: string; url: string }[] = newest.articles.nodes;

describe('feeds of articles', () => {
  test('as RSS say the same to two parsers as GraphQL', async () => {
    const text = await textOf('/feeds/articles.rss');
    const items = parseRssFeed(text).items ?? [];
    expect(items.map(({ title }) => title)).toEqual(expected.map(({ headline }) => headline));
    expect(items.map(({ guid }) => guid?.value)).toEqual(expected.map(({ id }) => id));
    expect(items[0]?.link).toBe(`https://archive.example/articles/${expected[0]?.slug}`);
    expect(items[0]?.dc?.creators).toEqual(['Mina Okafor']);
    expect(ownReading(text).map(({ headline }) => headline)).toEqual(
      expected.map(({ headline }) => headline),
    );
  });

  test('as Atom say the same to two parsers as GraphQL', async () => {
    const text = await textOf('/feeds/articles.atom');
    const feed = parseAtomFeed(text);
    expect(feed.entries?.map(({ title }) => title?.value)).toEqual(expected.map(({ headline }) => headline));
    expect(feed.entries?.[0]?.links?.find(({ rel }) => rel === 'via')?.href).toBe(expected[0]?.url);
    expect(feed.updated).toMatch(/^2026-01-01T/);
    expect(ownReading(text).map(({ headline }) => headline)).toEqual(
      expected.map(({ headline }) => headline),
    );
  });

  test('as JSON Feed say the same to two parsers as GraphQL', async () => {
    const text = await textOf('/feeds/articles.json');
    const feed = parseJsonFeed(JSON.parse(text));
    expect(feed.items?.map(({ title }) => title)).toEqual(expected.map(({ headline }) => headline));
    expect(feed.items?.[0]).toMatchObject({
      external_url: expected[0]?.url,
      authors: [{ name: 'Mina Okafor' }],
    });
    expect(ownReading(text).map(({ headline }) => headline)).toEqual(
      expected.map(({ headline }) => headline),
    );
  });

  test('never make a midnight of a day', async () => {
    const [rss, atom, json] = await Promise.all(
      ['rss', 'atom', 'json'].map((format) => textOf(`/feeds/articles.${format}?first=1&content=summary`)),
    );
    expect(rss).toContain('<dc:date>2026-01-15</dc:date>');
    expect(rss).not.toContain('<pubDate>');
    expect(atom).not.toContain('<published>');
    expect(JSON.parse(json ?? '').items[0]).not.toHaveProperty('date_published');
    expect(JSON.parse(json ?? '').items[0]._dateline.datePublished).toBe('2026-01-15');
  });

  test('go on where the page ends', async () => {
    const first = JSON.parse(await textOf('/feeds/articles.json?first=2&publisher=the-harbour-post'));
    const path = first.next_url.replace('https://archive.example', '');
    const second = JSON.parse(await textOf(path));
    const { articles } = await dataOf(
      archive,
      '{ articles(first: 4, filter: { publisher: { in: ["the-harbour-post"] } }) { nodes { id } } }',
    );
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(ids).toEqual(articles.nodes.map(({ id }: { id: string }) => id));
  });

  test.each([
    ['region=europe', '{ region: { in: ["europe"] } }'],
    ['theme=economy,environment', '{ theme: { in: ["economy", "environment"] } }'],
    ['author=ada-venn&author=newsroom', '{ author: { in: ["ada-venn", "newsroom"] } }'],
    ['speaker=olav-brekke&language=en', '{ speaker: { in: ["olav-brekke"] }, inLanguage: ["en"] }'],
    ['from=2026-01-01&to=2026-01-10', '{ datePublished: { from: "2026-01-01", to: "2026-01-10" } }'],
    ['text=bridge', '{ text: "bridge" }'],
    [
      `report=cold-chain&filter=${encodeURIComponent('{"or":[{"hasImage":true},{"wordCount":{"min":50}}]}')}`,
      '{ report: { in: ["cold-chain"] }, and: [{ or: [{ hasImage: true }, { wordCount: { min: 50 } }] }] }',
    ],
  ])('%s chooses what the same filter chooses', async (query, filter) => {
    const feed = JSON.parse(await textOf(`/feeds/articles.json?first=100&${query}`));
    const { articles } = await dataOf(
      archive,
      `{ articles(first: 100, filter: ${filter}) { nodes { id } } }`,
    );
    expect(feed.items.length).toBeGreaterThan(0);
    expect(feed.items.map(({ id }: { id: string }) => id)).toEqual(
      articles.nodes.map(({ id }: { id: string }) => id),
    );
  });

  test('cost one statement', async () => {
    const before = archive.database.statementCount;
    await textOf('/feeds/articles.atom?first=100&region=europe');
    expect(archive.database.statementCount - before).toBe(1);
  });
});

test('feeds of quotations name who said it and lead to the words', async () => {
  const feed = JSON.parse(await textOf('/feeds/quotes.json?speaker=olav-brekke&region=world'));
  const { quotes } = await dataOf(
    archive,
    '{ quotes(first: 30, filter: { speaker: { in: ["olav-brekke"] }, article: { region: { in: ["world"] } } }) { nodes { id } } }',
  );
  expect(feed.items.map(({ id }: { id: string }) => id)).toEqual(
    quotes.nodes.map(({ id }: { id: string }) => id),
  );
  expect(feed.items[0].title).toMatch(/^Olav Brekke: ./);
  const there = await get(new URL(feed.items[0].url).pathname, { redirect: 'manual' });
  expect(there.status).toBe(302);
  expect(there.headers.get('location')).toMatch(/^\/articles\/piece-\d+#quote-\d+$/);
  for (const format of ['rss', 'atom'])
    expect(ownReading(await textOf(`/feeds/quotes.${format}?first=5`))).toHaveLength(5);
});

test('text that is no XML comes out as XML all the same', async () => {
  await archive.database.write(({ all }) =>
    Promise.resolve(
      all(
        "UPDATE articles SET headline = 'A < B & \"C\" ' || char(11) || char(65535) WHERE slug = 'piece-1'",
      ),
    ),
  );
  for (const [format, parse] of [
    ['rss', parseRssFeed],
    ['atom', parseAtomFeed],
  ] as const) {
    const feed = parse(await textOf(`/feeds/articles.${format}?first=100`));
    const titles = ('items' in feed ? feed.items : 'entries' in feed ? feed.entries : [])?.map(({ title }) =>
      typeof title === 'object' ? title.value : title,
    );
    expect(titles).toContainEqual(expect.stringMatching(/^A < B & "C"\s*$/));
  }
});

describe('a client that has a feed already', () => {
  test('is told so by its ETag, and by its date', async () => {
    const first = await get('/feeds/articles.rss');
    const etag = first.headers.get('etag') ?? '';
    expect(
      (await get('/feeds/articles.rss', { headers: { 'if-none-match': `"x", ${etag.slice(2)}` } })).status,
    ).toBe(304);
    expect((await get('/feeds/articles.rss', { headers: { 'if-none-match': '"x"' } })).status).toBe(200);
    const since = first.headers.get('last-modified') ?? '';
    expect((await get('/feeds/articles.rss', { headers: { 'if-modified-since': since } })).status).toBe(304);
    const earlier = new Date(Date.parse(since) - 1000).toUTCString();
    expect((await get('/feeds/articles.rss', { headers: { 'if-modified-since': earlier } })).status).toBe(
      200,
    );
  });

  test('gets it compressed when it takes that, under the same tag', async () => {
    const plain = await get('/feeds/articles.rss', { headers: { 'accept-encoding': 'identity' } });
    for (const encoding of ['br', 'gzip']) {
      const response = await get('/feeds/articles.rss', { headers: { 'accept-encoding': encoding } });
      expect(response.headers.get('content-encoding')).toBe(encoding);
      expect(response.headers.get('etag')).toBe(plain.headers.get('etag'));
      expect(Number(response.headers.get('content-length'))).toBeLessThan(
        Number(plain.headers.get('content-length')) / 3,
      );
      expect(await response.text()).toContain('</rss>');
    }
  });

  test('gets the headers alone when it asks for them', async () => {
    const head = await get('/feeds/articles.atom', {
      method: 'HEAD',
      headers: { 'accept-encoding': 'identity' },
    });
    expect(head.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(1000);
    expect(await head.text()).toBe('');
  });
});

describe('what is wrong with an address is told with 400', () => {
  test.each([
    ['region=europ', /no region called "europ".*"europe"/s],
    ['regoin=europe', /"regoin" is no parameter/],
    ['from=2024-13-45', /2024-13-45/],
    ['from=2024-02-01&to=2024-01-01', /ends before it begins/],
    ['filter={', /no JSON/],
    ['filter={"hasQuotess":true}', /hasQuotess.*Did you mean "hasQuotes"/s],
    ['filter=[1]', /Expected type "ArticleFilter"/],
    ['first=0', /first=0/],
    ['first=1e9', /first=1e9/],
    ['content=all', /content=all/],
    ['after=zz', /not a cursor/],
    ['text=a&text=b', /given 2 times/],
    ['kind=DIRECT', /no `kind`/],
  ])('%s', async (query, message) => {
    const response = await get(`/feeds/articles.rss?${query}`);
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(message);
  });
});

test('pages of lists show what feeds hold, and lead to older ones', async () => {
  const page = await textOf('/articles?region=europe&first=3');
  expect(page.match(/<li><a/g)).toHaveLength(3);
  expect(page).toContain('href="/feeds/articles.atom?region=europe"');
  expect(page).toContain(
    'rel="next" href="https://archive.example/articles?region=europe&amp;first=3&amp;after=',
  );
  expect(await textOf('/quotes?speaker=rene-dufour')).toContain('René Dufour');
});
