import { type SQL, sql } from 'drizzle-orm';
import type { FacetSource } from '../../query/facets.ts';
import { type Aliases, fromRow, type Row, UNDATED_KEY } from '../../query/list.ts';
import { quotes } from '../quote/quote-table.ts';
import {
  articleAuthors,
  articleRegions,
  articleRegionTree,
  articleReports,
  articles,
  articleThemes,
  articleThemeTree,
} from './article-table.ts';

// Where the values stand by which lists of articles are counted: mostly link tables, each with an index on the article.

export function regionsOfArticles(aliases: Aliases, withAncestors: boolean): FacetSource {
  const link = aliases.of(withAncestors ? articleRegionTree : articleRegions);
  return { tables: fromRow(link), id: sql`${link.articleId}`, key: sql`${link.regionId}` };
}

export function themesOfArticles(aliases: Aliases, withAncestors: boolean): FacetSource {
  const link = aliases.of(withAncestors ? articleThemeTree : articleThemes);
  return { tables: fromRow(link), id: sql`${link.articleId}`, key: sql`${link.themeId}` };
}

export function reportsOfArticles(aliases: Aliases): FacetSource {
  const link = aliases.of(articleReports);
  return { tables: fromRow(link), id: sql`${link.articleId}`, key: sql`${link.reportId}` };
}

export function authorsOfArticles(aliases: Aliases): FacetSource {
  const link = aliases.of(articleAuthors);
  return { tables: fromRow(link), id: sql`${link.articleId}`, key: sql`${link.authorId}` };
}

/** The articles, by an index that holds what they are counted by: a row of the table lies behind its body. */
const facetRow = (article: Row<typeof articles>): SQL => sql`${fromRow(article)} INDEXED BY articles_facets`;

export function publishersOfArticles(aliases: Aliases): FacetSource {
  const article = aliases.of(articles);
  return { tables: facetRow(article), id: sql`${article.id}`, key: sql`${article.publisherId}` };
}

export function languagesOfArticles(aliases: Aliases): FacetSource {
  const article = aliases.of(articles);
  return { tables: facetRow(article), id: sql`${article.id}`, key: sql`${article.inLanguage}` };
}

export function yearsOfArticles(aliases: Aliases): FacetSource {
  const article = aliases.of(articles);
  return { tables: facetRow(article), id: sql`${article.id}`, ...byYear(sql`${article.sortKey}`) };
}

/** Newest year first; what has no date comes last, under no year. */
export const byYear = (sortKey: ReturnType<typeof sql>) => ({
  key: sql`CASE WHEN ${sortKey} > ${UNDATED_KEY} THEN CAST(strftime('%Y', ${sortKey} / 1000, 'unixepoch') AS INTEGER) END`,
  countsMissing: true,
  order: sql`key DESC`,
});

/** Pieces that quote them; a piece counts once, however often it does. */
export function speakersOfArticles(aliases: Aliases): FacetSource {
  const quote = aliases.of(quotes);
  return {
    tables: fromRow(quote),
    id: sql`${quote.articleId}`,
    key: sql`${quote.speakerId}`,
    counted: sql`${quote.articleId}`,
  };
}

/** Pieces that hold quotations of the kind; a piece counts once under each. */
export function kindsOfArticles(aliases: Aliases): FacetSource {
  const quote = aliases.of(quotes);
  return {
    tables: fromRow(quote),
    id: sql`${quote.articleId}`,
    key: sql`${quote.kind}`,
    counted: sql`${quote.articleId}`,
  };
}
