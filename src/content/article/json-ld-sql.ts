import { type Column, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { type JsonLd, type LinkedDataArticle, toJsonLd } from '../../export/json-ld.ts';
import { jsonArray, jsonBoolean, jsonObject } from '../../query/json-sql.ts';
import { type Aliases, fromRow, type Row } from '../../query/list.ts';
import { authorsJson, outletName } from '../citation/citable-sql.ts';
import { links } from '../link/link-table.ts';
import { outlets } from '../outlet/outlet-table.ts';
import { quotes } from '../quote/quote-table.ts';
import { regions } from '../region/region-table.ts';
import { reports } from '../report/report-table.ts';
import { rightsHolders, rightsTexts } from '../rights/rights-table.ts';
import { speakers } from '../speaker/speaker-table.ts';
import { themes } from '../theme/theme-table.ts';
import {
  articleKeywords,
  articleRegions,
  articleReports,
  type articles,
  articleThemes,
  translations,
} from './article-table.ts';

type ArticleRow = Row<typeof articles>;

/** Quotations and links that the JSON-LD of one piece names, at most. */
const MAX_PARTS = 200;

/** A piece as SQLite gives it: links may lack their address. */
type StoredLinkedData = Omit<LinkedDataArticle, 'links' | 'pageUrl' | 'translationOf'> & {
  readonly links: readonly { readonly url: string | null; readonly text: string | null }[];
};

/** The JSON-LD of a piece. A holder of rights who is one of its authors is a person; any other counts as a body. */
export function printLinkedData(article: StoredLinkedData): JsonLd {
  const people = new Set(article.authors.filter(({ isBody }) => !isBody).map(({ name }) => name));
  return toJsonLd({
    ...article,
    translationOf: null,
    links: article.links.flatMap(({ url, text }) => (url === null ? [] : [{ url, text }])),
    rights: article.rights && {
      ...article.rights,
      holders: article.rights.holders.map((holder) => ({ ...holder, isBody: !people.has(holder.name) })),
    },
  });
}

/** What `LinkedDataArticle` takes, but for the page's address: the JSON that SQLite makes of a piece. */
export function linkedDataNeeds(
  article: ArticleRow,
  _args: unknown,
  aliases: Aliases,
): { readonly [Name in keyof StoredLinkedData]: SQL } {
  const outlet = aliases.of(outlets);
  const publisher = jsonObject([
    ['name', sql`${outlet.name}`],
    ['url', sql`${outlet.url}`],
  ]);
  const origin = jsonObject([
    ['outlet', outletName(sql`${article.isBasedOnOutletId}`, aliases)],
    ['url', sql`${article.isBasedOnUrl}`],
  ]);
  const image = jsonObject([
    ['url', sql`${article.imageUrl}`],
    ['caption', sql`${article.imageCaption}`],
    ['credit', sql`${article.imageCredit}`],
  ]);
  return {
    url: sql`${article.url}`,
    headline: sql`${article.headline}`,
    alternativeHeadline: sql`${article.alternativeHeadline}`,
    description: sql`${article.description}`,
    articleBody: sql`${article.body}`,
    wordCount: sql`${article.wordCount}`,
    inLanguage: sql`${article.inLanguage}`,
    datePublished: sql`${article.datePublished}`,
    dateModified: sql`${article.dateModified}`,
    dateline: sql`${article.dateline}`,
    authors: authorsJson(
      article,
      (author) =>
        jsonObject([
          ['name', sql`${author.name}`],
          ['isBody', jsonBoolean(sql`(${author.kind} = 'BODY')`)],
          ['url', sql`${author.url}`],
          ['description', sql`${author.description}`],
        ]),
      aliases,
    ),
    publisher: sql`(SELECT ${publisher} FROM ${fromRow(outlet)} WHERE ${outlet.id} = ${article.publisherId})`,
    isBasedOn: sql`CASE WHEN ${article.isRepublished} = 1 THEN ${origin} END`,
    translations: ordered(translations, article, aliases, (row) =>
      workJson(sql`${row.headline}`, sql`${row.url}`, sql`${row.inLanguage}`),
    ),
    image: sql`CASE WHEN ${article.hasImage} = 1 THEN ${image} END`,
    ...subjectsJson(article, aliases),
    keywords: ordered(articleKeywords, article, aliases, (row) => sql`${row.keyword}`),
    quotes: quotesJson(article, aliases),
    links: ordered(links, article, aliases, (row) =>
      jsonObject([
        ['url', sql`${row.url}`],
        ['text', sql`${row.text}`],
      ]),
    ),
    rights: rightsJson(article, aliases),
    discussionUrl: sql`${article.discussionUrl}`,
  };
}

/** Columns by which parts of a piece are found and put in order. */
type Part = SQLiteTable & { readonly articleId: Column; readonly position: Column };

/** A JSON array over the rows of a table that belong to a piece, in their order. */
function ordered<Table extends Part>(
  table: Table,
  article: ArticleRow,
  aliases: Aliases,
  item: (row: Row<Table>) => SQL,
): SQL {
  const [inner, row] = [aliases.of(table), aliases.of(table)];
  // Put in order first, made into JSON after: JSON does not pass through a sorter.
  return jsonArray(
    item(row),
    sql`(SELECT * FROM ${fromRow(inner)} WHERE ${inner.articleId} = ${article.id} ORDER BY ${inner.position} LIMIT ${MAX_PARTS}) ${row}`,
  );
}

const workJson = (headline: SQL, url: SQL, inLanguage: SQL): SQL =>
  jsonObject([
    ['headline', headline],
    ['url', url],
    ['inLanguage', inLanguage],
  ]);

/** Terms that a link table joins to a piece. */
function termsJson<Link extends Part>(
  link: Link,
  termId: (link: Row<Link>) => Column,
  term: typeof regions | typeof themes | typeof reports,
  item: (term: SQLiteTable) => SQL,
  article: ArticleRow,
  aliases: Aliases,
): SQL {
  const [joined, row] = [aliases.of(link), aliases.of(term as typeof regions)]; // all three have an id
  const keys = sql.identifier(aliases.name());
  return jsonArray(
    item(row),
    sql`(SELECT ${termId(joined)} AS id FROM ${fromRow(joined)} WHERE ${joined.articleId} = ${article.id} ORDER BY ${joined.position} LIMIT -1) ${keys} CROSS JOIN ${fromRow(row)} ON ${row.id} = ${keys}.id`,
  );
}

/** `{ name, code }` of a region or theme. */
const codedTerm = (row: SQLiteTable): SQL => {
  const term = row as typeof regions; // themes have both columns too
  return jsonObject([
    ['name', sql`${term.name}`],
    ['code', sql`${term.code}`],
  ]);
};

function subjectsJson(article: ArticleRow, aliases: Aliases): Record<'regions' | 'themes' | 'reports', SQL> {
  return {
    regions: termsJson(articleRegions, (link) => link.regionId, regions, codedTerm, article, aliases),
    themes: termsJson(articleThemes, (link) => link.themeId, themes, codedTerm, article, aliases),
    reports: termsJson(
      articleReports,
      (link) => link.reportId,
      reports,
      (row) => sql`${(row as typeof reports).name}`,
      article,
      aliases,
    ),
  };
}

function quotesJson(article: ArticleRow, aliases: Aliases): SQL {
  return ordered(quotes, article, aliases, (quote) => {
    const speaker = aliases.of(speakers);
    const said = jsonObject([
      ['name', sql`${speaker.name}`],
      ['isBody', jsonBoolean(sql`(${speaker.kind} = 'BODY')`)],
    ]);
    return jsonObject([
      ['text', sql`${quote.text}`],
      ['speaker', sql`(SELECT ${said} FROM ${fromRow(speaker)} WHERE ${speaker.id} = ${quote.speakerId})`],
      ['sourceUrl', sql`${quote.sourceUrl}`],
    ]);
  });
}

function rightsJson(article: ArticleRow, aliases: Aliases): SQL {
  const text = aliases.of(rightsTexts);
  const printed = (value: SQL): SQL =>
    sql`(SELECT ${value} FROM ${fromRow(text)} WHERE ${text.id} = ${article.rightsTextId})`;
  const holders = ordered(rightsHolders, article, aliases, (holder) =>
    jsonObject([
      ['name', sql`${holder.name}`],
      ['url', sql`${holder.url}`],
    ]),
  );
  return jsonObject([
    ['holders', holders],
    ['year', sql`${article.copyrightYear}`],
    ['notice', sql`${article.copyrightNotice}`],
    ['licenceUrl', printed(sql`${text.licenceUrl}`)],
    [
      'usage',
      printed(
        sql`nullif(trim(coalesce(${text.permission}, '') || ' ' || coalesce(${text.conditions}, '')), '')`,
      ),
    ],
  ]);
}
