import { type SQL, sql } from 'drizzle-orm';
import type { FacetSource } from '../../query/facets.ts';
import { type Aliases, fromRow, type Row } from '../../query/list.ts';
import {
  authorsOfArticles,
  byYear,
  publishersOfArticles,
  regionsOfArticles,
  reportsOfArticles,
  themesOfArticles,
} from '../article/article-facets.ts';
import { quotes } from './quote-table.ts';

// Where the values stand by which lists of quotations are counted: their own columns, and what their pieces have.

/** The quotations, by an index that holds what they are counted by. */
const facetRow = (quote: Row<typeof quotes>): SQL => sql`${fromRow(quote)} INDEXED BY quotes_facets`;

/** A facet of pieces, for quotations: each counts under what its piece has. */
function throughArticles(source: FacetSource, aliases: Aliases): FacetSource {
  const quote = aliases.of(quotes);
  return {
    ...source,
    tables: sql`${facetRow(quote)} CROSS JOIN ${source.tables}`,
    where: sql`${source.id} = ${quote.articleId}`,
    id: sql`${quote.id}`,
  };
}

export const regionsOfQuotes = (aliases: Aliases, withAncestors: boolean): FacetSource =>
  throughArticles(regionsOfArticles(aliases, withAncestors), aliases);

export const themesOfQuotes = (aliases: Aliases, withAncestors: boolean): FacetSource =>
  throughArticles(themesOfArticles(aliases, withAncestors), aliases);

export const reportsOfQuotes = (aliases: Aliases): FacetSource =>
  throughArticles(reportsOfArticles(aliases), aliases);

export const authorsOfQuotes = (aliases: Aliases): FacetSource =>
  throughArticles(authorsOfArticles(aliases), aliases);

export const publishersOfQuotes = (aliases: Aliases): FacetSource =>
  throughArticles(publishersOfArticles(aliases), aliases);

export function speakersOfQuotes(aliases: Aliases): FacetSource {
  const quote = aliases.of(quotes);
  return { tables: facetRow(quote), id: sql`${quote.id}`, key: sql`${quote.speakerId}` };
}

export function languagesOfQuotes(aliases: Aliases): FacetSource {
  const quote = aliases.of(quotes);
  return { tables: facetRow(quote), id: sql`${quote.id}`, key: sql`${quote.inLanguage}` };
}

export function kindsOfQuotes(aliases: Aliases): FacetSource {
  const quote = aliases.of(quotes);
  return { tables: facetRow(quote), id: sql`${quote.id}`, key: sql`${quote.kind}` };
}

export function yearsOfQuotes(aliases: Aliases): FacetSource {
  const quote = aliases.of(quotes);
  return { tables: facetRow(quote), id: sql`${quote.id}`, ...byYear(sql`${quote.sortKey}`) };
}
