import { getTableName, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Argument } from '../../query/argument.ts';
import { type Aliases, fromRow, type Row } from '../../query/list.ts';
import { type NamedTable, recordNamed } from '../../query/named-record.ts';
import { authors } from '../author/author-table.ts';
import { outlets } from '../outlet/outlet-table.ts';
import { regions } from '../region/region-table.ts';
import { reports } from '../report/report-table.ts';
import { themes } from '../theme/theme-table.ts';
import {
  articleAuthors,
  articleRegions,
  articleRegionTree,
  articleReports,
  articles,
  articleThemes,
  articleThemeTree,
} from './article-table.ts';

export const NEIGHBOUR_SCOPES = ['ARCHIVE', 'AUTHOR', 'REPORT', 'THEME', 'REGION', 'PUBLISHER'] as const;

export type NeighbourScope = (typeof NEIGHBOUR_SCOPES)[number];

/** How articles of one term follow each other. */
interface Sequence {
  readonly named: NamedTable;
  /** The article's own first term. */
  readonly own: (article: Row<typeof articles>, aliases: Aliases) => SQL;
  /** The table that is walked, by term, sort key and article. */
  readonly walked: SQLiteTable;
  readonly columns: { readonly term: string; readonly id: string };
}

const firstOf =
  (
    table: typeof articleAuthors | typeof articleReports | typeof articleThemes | typeof articleRegions,
    term: string,
  ) =>
  (article: Row<typeof articles>, aliases: Aliases): SQL => {
    const link = aliases.of(table as typeof articleAuthors); // all have an article and a position
    return sql`(SELECT ${sql.raw(term)} FROM ${fromRow(link)} WHERE ${link.articleId} = ${article.id} ORDER BY ${link.position} LIMIT 1)`;
  };

const SEQUENCES: Readonly<Record<Exclude<NeighbourScope, 'ARCHIVE'>, Sequence>> = {
  AUTHOR: {
    named: authors,
    own: firstOf(articleAuthors, 'author_id'),
    walked: articleAuthors,
    columns: { term: 'author_id', id: 'article_id' },
  },
  REPORT: {
    named: reports,
    own: firstOf(articleReports, 'report_id'),
    walked: articleReports,
    columns: { term: 'report_id', id: 'article_id' },
  },
  THEME: {
    named: themes,
    own: firstOf(articleThemes, 'theme_id'),
    walked: articleThemeTree,
    columns: { term: 'theme_id', id: 'article_id' },
  },
  REGION: {
    named: regions,
    own: firstOf(articleRegions, 'region_id'),
    walked: articleRegionTree,
    columns: { term: 'region_id', id: 'article_id' },
  },
  PUBLISHER: {
    named: outlets,
    own: (article) => sql`${article.publisherId}`,
    walked: articles,
    columns: { term: 'publisher_id', id: 'id' },
  },
};

/**
 * The row number of the article right before or after one in time, ties by import; null at the end, and where the
 * article has no such term. One step along an index.
 */
export function neighbourId(
  article: Row<typeof articles>,
  side: 'previous' | 'next',
  scope: NeighbourScope,
  of: Argument,
  aliases: Aliases,
): SQL {
  const [comparison, direction] = side === 'previous' ? (['<', 'DESC'] as const) : (['>', 'ASC'] as const);
  const sequence = scope === 'ARCHIVE' ? null : SEQUENCES[scope];
  const row = aliases.of(sequence === null ? articles : sequence.walked);
  const walked = sql.identifier(getTableName(row));
  const id = sql`${walked}.${sql.raw(sequence?.columns.id ?? 'id')}`;
  const key = sql`${walked}.sort_key`;
  const within =
    sequence === null
      ? sql`1`
      : sql`${walked}.${sql.raw(sequence.columns.term)} = ${of.isGiven ? recordNamed(sequence.named, of, aliases) : sequence.own(article, aliases)}`;
  return sql`(SELECT ${id} FROM ${fromRow(row)} WHERE ${within} AND (${key}, ${id}) ${sql.raw(comparison)} (${article.sortKey}, ${article.id}) ORDER BY ${key} ${sql.raw(direction)}, ${id} ${sql.raw(direction)} LIMIT 1)`;
}
