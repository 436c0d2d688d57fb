import { parse } from 'graphql';
import type { SqlValue } from '../archive/database.ts';
import { articles } from '../content/article/article-table.ts';
import { printArticleMarkdown } from '../export/article-markdown.ts';
import { recordOfDraft } from '../export/exported-record.ts';
import { printJsonLd } from '../export/json-ld.ts';
import type { ArticleDraft } from '../import/readers/reader.ts';
import { nearestNames } from '../query/nearest-names.ts';
import { loadArticlePage } from './article-page-query.ts';
import { askArchive } from './ask-archive.ts';
import { answerConditionally } from './conditional-answer.ts';
import { printArticlePage } from './pages/article-page.ts';
import { PAGE_HEADERS } from './pages/page-shell.ts';
import { type PageRequest, type PageResponse, plainText, type Route } from './route.ts';

/** Pages of articles, for people and for machines, and the way from a quotation to its place. */
export const articleRoutes: readonly Route[] = [
  { path: /^\/articles\/([^/.]{1,300})$/, answer: answerPage },
  { path: /^\/articles\/([^/.]{1,300})\.jsonld$/, answer: answerJsonLd },
  { path: /^\/articles\/([^/.]{1,300})\.(md|txt)$/, answer: answerText },
  { path: /^\/articles\/([^/.]{1,300})\.(bib|ris)$/, answer: answerCitation },
  { path: /^\/quotes\/([^/]{1,100})$/, answer: answerQuote },
];

const notHeld = (what: string, hint = ''): PageResponse =>
  plainText(404, `The archive holds no ${what} of this name.${hint}`, { 'cache-control': 'no-store' });

/** Whoever mistyped an address, or followed a cut one, is told the nearest that exist. */
async function noArticle({ archive, params, origin }: PageRequest): Promise<PageResponse> {
  const near = await nearestNames(archive.database, articles, [params[0] ?? '']);
  const addresses = near.map((slug) => `\n${origin}/articles/${slug}`);
  return notHeld('article', near.length === 0 ? '' : ` Nearest:${addresses.join('')}`);
}

async function answerPage(request: PageRequest): Promise<PageResponse> {
  const slug = request.params[0] ?? '';
  const loaded = await loadArticlePage(request, slug);
  if (loaded === null) return noArticle(request);
  if (loaded.slug !== slug) return moved(`/articles/${loaded.slug}`);
  return answerConditionally(request, {
    contentType: 'text/html; charset=utf-8',
    body: printArticlePage(loaded.page),
    updatedAt: loaded.updatedAt,
    maxAgeS: 0,
    headers: PAGE_HEADERS,
  });
}

/** A name from before a merge leads to the record of today for good. */
const moved = (location: string): PageResponse => plainText(301, location, { location });

async function answerJsonLd(request: PageRequest): Promise<PageResponse> {
  const slug = request.params[0] ?? '';
  const loaded = await loadArticlePage(request, slug);
  if (loaded === null) return noArticle(request);
  if (loaded.slug !== slug) return moved(`/articles/${loaded.slug}.jsonld`);
  return answerConditionally(request, {
    contentType: 'application/ld+json; charset=utf-8',
    body: `${printJsonLd(loaded.page.jsonLd as Parameters<typeof printJsonLd>[0])}\n`, // made by \`toJsonLd\`
    updatedAt: loaded.updatedAt,
    maxAgeS: 0,
  });
}

const CITATION = parse(
  'query CitationFile($slug: String!, $style: CitationStyle!) { article(by: { slug: $slug }) { slug updatedAt cite(style: $style) } }',
);

/** The record of one piece for reference managers. */
const CITATION_FILES = {
  bib: { style: 'BIBTEX', contentType: 'application/x-bibtex; charset=utf-8' },
  ris: { style: 'RIS', contentType: 'application/x-research-info-systems; charset=utf-8' },
} as const;

async function answerCitation(request: PageRequest): Promise<PageResponse> {
  const [slug, ending] = request.params as [string, keyof typeof CITATION_FILES]; // the pattern lets no other through
  const { style, contentType } = CITATION_FILES[ending];
  const { article } = await askArchive<{ article: { slug: string; updatedAt: string; cite: string } | null }>(
    request,
    CITATION,
    { slug, style },
  );
  if (article === null) return noArticle(request);
  if (article.slug !== slug) return moved(`/articles/${article.slug}.${ending}`);
  return answerConditionally(request, {
    contentType,
    body: article.cite,
    updatedAt: article.updatedAt,
    maxAgeS: 0,
    headers: { 'content-disposition': `attachment; filename="${article.slug}.${ending}"` },
  });
}

/** The piece as it came in: Markdown with front matter, which imports again, or its plain text under its head. */
async function answerText(request: PageRequest): Promise<PageResponse> {
  const [slug = '', format] = request.params;
  const [row] = await request.archive.database.all(
    `SELECT node_id, body, created_at, updated_at,
      (SELECT draft FROM revisions WHERE article_id = articles.id ORDER BY number DESC LIMIT 1)
     FROM articles WHERE slug = ?`,
    [slug],
  );
  const [id, body, createdAt, updatedAt, draft] = row ?? [];
  if (typeof draft !== 'string') return noArticle(request);
  const parsed = JSON.parse(draft) as ArticleDraft; // as the import wrote it
  return answerConditionally(request, {
    contentType: format === 'md' ? 'text/markdown; charset=utf-8' : 'text/plain; charset=utf-8',
    body:
      format === 'md'
        ? printArticleMarkdown(
            recordOfDraft(parsed, {
              id: String(id),
              slug,
              createdAt: String(createdAt),
              updatedAt: String(updatedAt),
            }),
          )
        : printPlain(parsed, body),
    updatedAt: String(updatedAt),
    maxAgeS: 0,
  });
}

function printPlain(draft: ArticleDraft, body: SqlValue | undefined): string {
  const head = [
    draft.headline,
    draft.alternativeHeadline,
    draft.byline,
    [draft.publisher?.name, draft.datePublished?.iso].filter(Boolean).join(', '),
    draft.url,
  ].filter((line) => line !== null && line !== undefined && line !== '');
  const foot = [draft.rights?.notice, draft.rights?.permission, draft.rights?.conditions].filter(
    (line) => line !== null && line !== undefined,
  );
  return `${[head.join('\n'), String(body ?? ''), ...(foot.length === 0 ? [] : [foot.join('\n')])].join('\n\n')}\n`;
}

/** To the words in their piece. Their number there may change when quotations are extracted anew: not for good. */
async function answerQuote({ archive, params }: PageRequest): Promise<PageResponse> {
  const [row] = await archive.database.all(
    `SELECT articles.slug, (SELECT count(*) FROM quotes before WHERE before.article_id = said.article_id AND before.position <= said.position)
     FROM quotes said JOIN articles ON articles.id = said.article_id
     WHERE said.node_id = coalesce((SELECT node_id FROM node_aliases WHERE alias = ?1), ?1)`,
    [params[0] ?? ''],
  );
  if (row === undefined) return notHeld('quotation');
  const location = `/articles/${row[0]}#quote-${row[1]}`;
  return plainText(302, location, { location, 'cache-control': 'no-cache' });
}
