import { extractQuotes } from '../../quote-extraction/extract-quotes.ts';
import { blockQuotesOf, renderBody } from '../../text/markdown-body.ts';
import type { Resolving } from './resolve-terms.ts';
import { type StoredQuotes, storeQuotes } from './store-quotes.ts';
import { firstRow } from './write-rows.ts';

export interface RequotedArticle extends StoredQuotes {
  readonly slug: string;
  readonly headline: string;
}

/** Extracts the quotes of a piece that the archive holds anew, and stores what changed; null when it is gone. */
export async function requoteArticle(
  resolving: Resolving,
  articleId: number,
): Promise<RequotedArticle | null> {
  const { transaction } = resolving;
  const row = await firstRow(
    transaction,
    `SELECT slug, headline, natural_key, in_language, sort_key, date_published, body, body_markdown,
       (SELECT json_group_array(json_object('text', text, 'url', url, 'start', start, 'end', "end")) FROM (
         SELECT text, url, start, "end" FROM links WHERE article_id = articles.id ORDER BY position))
     FROM articles WHERE id = ?`,
    [articleId],
  );
  if (row === undefined) return null;
  const [slug, headline, naturalKey, language, sortKey, datePublished, body, markdown, links] = row;
  const text = String(body);
  const inLanguage = String(language);
  const quotes = extractQuotes({
    body: text,
    blockQuotes: blockQuotesOf(renderBody(String(markdown))),
    headline: String(headline),
    language: inLanguage === 'und' ? null : inLanguage,
    datePublished: typeof datePublished === 'string' ? datePublished : null,
  });
  const stored = await storeQuotes(resolving, articleId, {
    naturalKey: String(naturalKey),
    inLanguage,
    sortKey: Number(sortKey),
    body: { text, links: JSON.parse(String(links)) },
    quotes,
  });
  await transaction.all('UPDATE articles SET quote_count = ?1 WHERE id = ?2 AND quote_count <> ?1', [
    stored.quoteCount,
    articleId,
  ]);
  return { ...stored, slug: String(slug), headline: String(headline) };
}
