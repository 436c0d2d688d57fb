import { type SQL, sql } from 'drizzle-orm';
import { jsonArray, jsonBoolean, jsonObject } from '../../query/json-sql.ts';
import { type Aliases, fromRow, type Row } from '../../query/list.ts';
import { articleAuthors, articles } from '../article/article-table.ts';
import { authors } from '../author/author-table.ts';
import { outlets } from '../outlet/outlet-table.ts';
import type { quotes } from '../quote/quote-table.ts';
import { speakers } from '../speaker/speaker-table.ts';

/** A JSON array with `item` for each author of a piece, in printed order. */
export function authorsJson(
  article: Row<typeof articles>,
  item: (author: Row<typeof authors>) => SQL,
  aliases: Aliases,
): SQL {
  const [link, author] = [aliases.of(articleAuthors), aliases.of(authors)];
  const keys = sql.identifier(aliases.name());
  return jsonArray(
    item(author),
    sql`(SELECT ${link.authorId} AS id FROM ${fromRow(link)} WHERE ${link.articleId} = ${article.id} ORDER BY ${link.position} LIMIT -1) ${keys} CROSS JOIN ${fromRow(author)} ON ${author.id} = ${keys}.id`,
  );
}

/** The name of the outlet with an id, or null. */
export function outletName(id: SQL, aliases: Aliases): SQL {
  const outlet = aliases.of(outlets);
  return sql`(SELECT ${outlet.name} FROM ${fromRow(outlet)} WHERE ${outlet.id} = ${id})`;
}

/** `{ name, isBody }`, as citations take people and bodies. */
const agent = (row: Row<typeof authors> | Row<typeof speakers>): SQL =>
  jsonObject([
    ['name', sql`${row.name}`],
    ['isBody', jsonBoolean(sql`(${row.kind} = 'BODY')`)],
  ]);

/** The JSON of a `CitableWork` for a piece; with `more` properties behind. */
export function citableArticle(
  article: Row<typeof articles>,
  aliases: Aliases,
  more: readonly (readonly [string, SQL])[] = [['kind', sql`'article'`]],
): SQL {
  const origin = jsonObject([
    ['outlet', outletName(sql`${article.isBasedOnOutletId}`, aliases)],
    ['url', sql`${article.isBasedOnUrl}`],
  ]);
  return jsonObject([
    ['headline', sql`${article.headline}`],
    ['authors', authorsJson(article, agent, aliases)],
    ['outlet', outletName(sql`${article.publisherId}`, aliases)],
    ['datePublished', sql`${article.datePublished}`],
    ['url', sql`${article.url}`],
    ['inLanguage', sql`${article.inLanguage}`],
    ['isBasedOn', sql`CASE WHEN ${article.isRepublished} = 1 THEN ${origin} END`],
    ...more,
  ]);
}

/** The JSON of a `CitableWork` for a quotation: the piece that holds it, with the words and who said them. */
export function citableQuote(quote: Row<typeof quotes>, aliases: Aliases): SQL {
  const [article, speaker] = [aliases.of(articles), aliases.of(speakers)];
  const said = jsonObject([
    ['text', sql`${quote.text}`],
    [
      'speaker',
      sql`(SELECT ${agent(speaker)} FROM ${fromRow(speaker)} WHERE ${speaker.id} = ${quote.speakerId})`,
    ],
  ]);
  const work = citableArticle(article, aliases, [
    ['kind', sql`'quote'`],
    ['quote', said],
  ]);
  return sql`(SELECT ${work} FROM ${fromRow(article)} WHERE ${article.id} = ${quote.articleId})`;
}
