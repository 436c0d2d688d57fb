import { afterAll, describe, expect, test } from 'vitest';
import { seedArchive } from '../support/seed-archive.ts';
import { serve } from '../support/serve.ts';

const archive = await seedArchive();
await archive.database.write(async ({ all }) => {
  await all(
    "INSERT INTO revisions (article_id, number, imported_at, content_hash, draft) VALUES (2, 1, '2026-01-01T00:00:00.000Z', 'abc', ?)",
    [
      JSON.stringify({
        status: 'read',
        headline: 'The election board: divides',
        url: 'https://news.example/2/',
        authors: [{ name: 'Mina Okafor', url: null }],
        datePublished: { iso: '2026-01-15', precision: 'DAY', printed: null },
        body: 'One *two*.',
      }),
    ],
  );
  await all("INSERT INTO node_aliases VALUES ('Article/former-name', 'Article2')");
});
const { url, close } = await serve(archive, { PUBLIC_URL: 'https://archive.example' });
afterAll(async () => {
  await close();
  await archive.close();
});

const get = (path: string, init?: RequestInit) => fetch(`${url}${path}`, init);

describe('the page of an article', () => {
  test('shows its words with the quotations marked, who wrote it, and where it came from', async () => {
    const page = await (await get('/articles/piece-2')).text();
    expect(page).toContain('<h1>The election board divides the council near Agadez</h1>');
    expect(page).toMatch(/<mark class="\w+" id="quote-1"/);
    expect(page).toContain('<a href="/articles?author=mina-okafor">Mina Okafor</a>');
    expect(page).toContain('<a href="/articles?theme=economy">Economy</a>');
    expect(page).toContain('<link rel="canonical" href="https://news.example/2/">');
    expect(page).toContain('<meta property="og:type" content="article">');
  });

  test('carries JSON-LD that names this page and the article', async () => {
    const page = await (await get('/articles/piece-2')).text();
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
    const alone = await get('/articles/piece-2.jsonld');
    expect(alone.headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
    for (const data of [JSON.parse(json), await alone.json()])
      expect(data).toMatchObject({
        '@type': 'NewsArticle',
        url: 'https://news.example/2/',
        mainEntityOfPage: 'https://archive.example/articles/piece-2',
        hasPart: [{ '@type': 'Quotation' }, { '@type': 'Quotation' }],
      });
  });

  test('takes two statements, and none is sent for what the client has', async () => {
    await get('/articles/piece-3');
    const before = archive.database.statementCount;
    const first = await get('/articles/piece-3');
    expect(archive.database.statementCount - before).toBe(2);
    const etag = first.headers.get('etag') ?? '';
    const again = await get('/articles/piece-3', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect(again.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('of a former name leads to the name of today; of no name to 404', async () => {
    const moved = await get('/articles/former-name', { redirect: 'manual' });
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/articles/piece-2']);
    for (const path of [
      '/articles/atlantis',
      '/articles/atlantis.md',
      '/articles/atlantis.jsonld',
      '/quotes/x',
    ])
      expect((await get(path)).status).toBe(404);
  });
});

test('a mistyped address of an article is told the nearest that exist', async () => {
  for (const ending of ['', '.md', '.bib', '.jsonld']) {
    const missing = await get(`/articles/peice-2${ending}`);
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('https://archive.example/articles/piece-2');
  }
});

test('an article is given as Markdown with front matter, and as plain text', async () => {
  const markdown = await get('/articles/piece-2.md');
  expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
  expect(await markdown.text()).toBe(`---
headline: "The election board: divides"
url: https://news.example/2/
datePublished: 2026-01-15
authors:
  - name: Mina Okafor
archive:
  id: Article2
  slug: piece-2
  createdAt: 2026-01-01T00:00:02.000Z
  updatedAt: 2026-01-01T00:00:00.000Z
---

One *two*.
`);
  expect(await (await get('/articles/piece-2.txt')).text()).toMatch(/^The election board: divides\n.*\n/);
});

test('reference managers get the record as a file', async () => {
  const bibtex = await get('/articles/piece-2.bib');
  expect(bibtex.headers.get('content-disposition')).toBe('attachment; filename="piece-2.bib"');
  expect(await bibtex.text()).toMatch(/^@article\{okafor2026/);
  expect(await (await get('/articles/piece-2.ris')).text()).toMatch(/^TY {2}- /);
  expect((await get('/articles/atlantis.ris')).status).toBe(404);
  const page = await (await get('/articles/piece-2')).text();
  expect(page).toContain('https://citationstyles.org');
  for (const [, path] of page.matchAll(/href="https:\/\/archive\.example(\/articles\/[^"]*)"/g))
    expect((await get(path ?? '')).status, path).toBe(200);
});

test('a quotation leads to its own words in the piece, counted in their order', async () => {
  const response = await get('/quotes/Quote2-1', { redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([302, '/articles/piece-2#quote-2']);
});

describe('sitemaps', () => {
  test('name every piece once, through their index', async () => {
    const index = await (await get('/sitemap.xml')).text();
    expect(locations(index)).toEqual([
      'https://archive.example/sitemaps/articles-1.xml',
      'https://archive.example/sitemaps/news.xml',
    ]);
    const pieces = await (await get('/sitemaps/articles-1.xml')).text();
    expect(new Set(locations(pieces)).size).toBe(60);
    expect(locations(pieces)).toContain('https://archive.example/articles/piece-60');
    expect((await get('/sitemaps/articles-2.xml')).status).toBe(404);
    expect((await get('/sitemaps/articles-0.xml')).status).toBe(404);
  });

  test('of news hold the pieces of the last two days alone', async () => {
    expect(locations(await (await get('/sitemaps/news.xml')).text())).toEqual([]);
    const now = Date.now();
    await archive.database.write(async ({ all }) => {
      await all("UPDATE articles SET sort_key = ?, date_published = ? WHERE slug = 'piece-1'", [
        now - 3_600_000,
        new Date(now - 3_600_000).toISOString().slice(0, 10),
      ]);
    });
    const news = await (await get('/sitemaps/news.xml')).text();
    expect(locations(news)).toEqual(['https://archive.example/articles/piece-1']);
    expect(news).toContain('<news:name>Hill Country Wire</news:name>');
  });

  const locations = (xml: string): string[] =>
    [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, at]) => at ?? '');
});

test('an outline lists the feeds of what the archive holds most of', async () => {
  const opml = await (await get('/feeds.opml')).text();
  expect(opml).toContain('xmlUrl="https://archive.example/feeds/articles.atom?theme=economy"');
  expect(opml).toContain('xmlUrl="https://archive.example/feeds/quotes.atom?speaker=olav-brekke"');
});

test('robots find the sitemap, and models a guide', async () => {
  expect(await (await get('/robots.txt')).text()).toContain('Sitemap: https://archive.example/sitemap.xml');
  expect(await (await get('/llms.txt')).text()).toMatch(/^# Dateline\n\n> /);
});

describe('a digest over HTTP', () => {
  test('is a page, a text and Markdown, under the filters of feeds', async () => {
    const page = await get('/digest?days=7&author=newsroom');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("style-src 'unsafe-inline'");
    expect(await page.text()).toContain('The week in the archive');
    expect(await (await get('/digest.md?date=2026-01-15')).text()).toMatch(/^# The day in the archive\n/);
    expect(await (await get('/digest.txt?date=2026-01-15&unsubscribe=%7B%7Bu%7D%7D')).text()).toContain(
      '{{u}}',
    );
  });

  test.each(['days=x', 'days=0', 'date=soon', 'region=atlantis', 'dayz=1'])('refuses %s', async (query) => {
    expect((await get(`/digest?${query}`)).status).toBe(400);
  });
});

test('the home page is not sent to a client that has it', async () => {
  const etag = (await get('/')).headers.get('etag') ?? '';
  const again = await get('/', { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
  expect(again.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('the home page leads to all of it', async () => {
  const home = await (await get('/')).text();
  const paths = [...home.matchAll(/href="(\/[^"]*)"/g)].map(([, path]) => path ?? '');
  expect(paths).toEqual(
    expect.arrayContaining(['/articles', '/feeds/articles.atom', '/sitemap.xml', '/feeds.opml']),
  );
  for (const path of new Set(paths))
    if (path !== '/graphql') expect((await get(path)).status, path).toBe(200);
});
