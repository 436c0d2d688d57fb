import { printNewsSitemap, printSitemap } from '../feeds/print-sitemap.ts';
import { answerConditionally } from './conditional-answer.ts';
import { type PageRequest, type PageResponse, plainText, type Route } from './route.ts';

/** Row numbers of one sitemap: a fifth of what the protocol allows, so that one is quickly made. */
const PIECES_PER_SITEMAP = 10_000;

/** What a news sitemap may hold, by its rules. */
const MAX_NEWS = 1_000;
const NEWS_DAYS = 2;
const DAY_MS = 86_400_000;

/** Search engines come once a day or so; news is asked for every few minutes. */
const MAX_AGE_S = 3_600;
const NEWS_MAX_AGE_S = 300;

/** Sitemaps of all pieces, with an index, and one of the news of the last two days. One statement each. */
export const sitemapRoutes: readonly Route[] = [
  { path: /^\/sitemap\.xml$/, answer: answerIndex },
  { path: /^\/sitemaps\/articles-(\d{1,9})\.xml$/, answer: answerSitemap },
  { path: /^\/sitemaps\/news\.xml$/, answer: answerNews },
];

const xml = (
  request: PageRequest,
  body: string,
  updatedAt: string | null,
  maxAgeS = MAX_AGE_S,
): PageResponse =>
  answerConditionally(request, { contentType: 'application/xml; charset=utf-8', body, updatedAt, maxAgeS });

async function answerIndex(request: PageRequest): Promise<PageResponse> {
  const rows = await request.archive.database.all(
    `SELECT (id - 1) / ${PIECES_PER_SITEMAP} + 1, max(updated_at) FROM articles GROUP BY 1 ORDER BY 1`,
    [],
  );
  const sitemaps = rows.map(([number, updatedAt]) => ({
    url: `${request.origin}/sitemaps/articles-${number}.xml`,
    updatedAt: String(updatedAt),
  }));
  const newest =
    sitemaps
      .map(({ updatedAt }) => updatedAt)
      .sort()
      .at(-1) ?? null;
  const news = newest === null ? [] : [{ url: `${request.origin}/sitemaps/news.xml`, updatedAt: newest }];
  return xml(request, printSitemap('sitemapindex', [...sitemaps, ...news]), newest);
}

async function answerSitemap(request: PageRequest): Promise<PageResponse> {
  const first = (Number(request.params[0]) - 1) * PIECES_PER_SITEMAP + 1;
  const rows = await request.archive.database.all(
    'SELECT slug, updated_at FROM articles WHERE id BETWEEN ? AND ? ORDER BY id',
    [first, first + PIECES_PER_SITEMAP - 1],
  );
  if (rows.length === 0) return plainText(404, 'There is no such sitemap. See /sitemap.xml.');
  const pages = rows.map(([slug, updatedAt]) => ({
    url: `${request.origin}/articles/${slug}`,
    updatedAt: String(updatedAt),
  }));
  const newest =
    pages
      .map(({ updatedAt }) => updatedAt)
      .sort()
      .at(-1) ?? null;
  return xml(request, printSitemap('urlset', pages), newest);
}

async function answerNews(request: PageRequest): Promise<PageResponse> {
  const rows = await request.archive.database.all(
    `SELECT slug, headline, in_language, date_published, updated_at, (SELECT name FROM outlets WHERE id = publisher_id)
     FROM articles WHERE sort_key BETWEEN ? AND ? AND publisher_id IS NOT NULL ORDER BY sort_key DESC, id DESC LIMIT ${MAX_NEWS}`,
    [Date.now() - NEWS_DAYS * DAY_MS, Date.now()],
  );
  const pages = rows.map(([slug, headline, inLanguage, datePublished, , outlet]) => ({
    url: `${request.origin}/articles/${slug}`,
    headline: String(headline),
    inLanguage: String(inLanguage),
    datePublished: String(datePublished),
    outlet: String(outlet),
  }));
  const newest =
    rows
      .map((row) => String(row[4]))
      .sort()
      .at(-1) ?? null;
  return xml(request, printNewsSitemap(pages), newest, NEWS_MAX_AGE_S);
}
