import { answerConditionally } from './conditional-answer.ts';
import { printHomePage } from './pages/home-page.ts';
import { PAGE_HEADERS } from './pages/page-shell.ts';
import type { Route } from './route.ts';
import { VERSION } from './version.ts';

/** `/`: what this is, what the archive holds, and the ways onward. */
export const homeRoute: Route = {
  path: /^\/$/,
  answer: async ({ archive, origin, headers }) => {
    const [counts] = await archive.database.all(
      `SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM quotes), (SELECT count(*) FROM speakers),
        (SELECT count(*) FROM authors),
        (SELECT date(min(sort_key) / 1000, 'unixepoch') FROM articles WHERE sort_key > -8640000000000000),
        (SELECT date(max(sort_key) / 1000, 'unixepoch') FROM articles WHERE sort_key > -8640000000000000)`,
      [],
    );
    const [articles, quotes, speakers, authors, from, to] = counts ?? [];
    const latest = await archive.database.all(
      'SELECT headline, slug, date_published FROM articles ORDER BY sort_key DESC, id DESC LIMIT 5',
      [],
    );
    const body = printHomePage({
      origin,
      version: VERSION,
      counts: [
        { label: 'articles', count: Number(articles) },
        { label: 'quotations', count: Number(quotes) },
        { label: 'speakers', count: Number(speakers) },
        { label: 'authors', count: Number(authors) },
      ],
      period: typeof from === 'string' && typeof to === 'string' ? { from, to } : null,
      latest: latest.map(([headline, slug, datePublished]) => ({
        headline: String(headline),
        path: `/articles/${String(slug)}`,
        datePublished: datePublished === null || datePublished === undefined ? null : String(datePublished),
      })),
      onward: [
        { path: '/articles', label: 'articles', text: 'the pieces, newest first, for reading' },
        { path: '/digest?days=7', label: 'digest', text: 'a newsletter of selected articles' },
        {
          path: '/feeds/articles.atom',
          label: 'feeds/articles',
          text: 'Atom, RSS or JSON Feed of any filter',
        },
        {
          path: '/feeds.opml',
          label: 'feeds.opml',
          text: 'the feeds of themes, regions, outlets and people',
        },
        { path: '/sitemap.xml', label: 'sitemap.xml', text: 'every page, for search engines' },
        { path: '/health', label: 'health', text: 'whether the service is alive' },
      ],
    });
    return answerConditionally(
      { headers },
      { contentType: 'text/html; charset=utf-8', body, maxAgeS: 0, headers: PAGE_HEADERS },
    );
  },
};
