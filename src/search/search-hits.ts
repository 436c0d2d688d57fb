import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { articleList } from '../content/article/article-list.ts';
import { articles } from '../content/article/article-table.ts';
import { authorList } from '../content/author/author-list.ts';
import type { authors } from '../content/author/author-table.ts';
import { quoteList } from '../content/quote/quote-list.ts';
import { quotes } from '../content/quote/quote-table.ts';
import { speakerList } from '../content/speaker/speaker-list.ts';
import type { speakers } from '../content/speaker/speaker-table.ts';
import { type Argument, parameter } from '../query/argument.ts';
import { allOf, filterConditions } from '../query/filter.ts';
import {
  type Aliases,
  asProbe,
  fromRow,
  type ListDefinition,
  type ListedTable,
  type Row,
  UNDATED_KEY,
} from '../query/list.ts';
import { matchExpression } from '../text/search-query.ts';
import { NAME_KINDS, nameRowBase } from './name-rows.ts';

/** What can be found. On a tie the larger number comes first. */
export const SEARCH_KINDS = { ARTICLE: 4, QUOTE: 3, SPEAKER: 2, AUTHOR: 1 } as const;

export type SearchKind = keyof typeof SEARCH_KINDS;

/** What a search is asked for. */
export interface SearchRequest {
  readonly query: Argument;
  /** BCP 47: other forms of the words typed are found too. */
  readonly language: Argument;
  readonly types: Argument;
  readonly filter: Argument;
}

/** The rows of one kind that a search finds, before they are ranked. */
export interface HitSource {
  readonly kind: SearchKind;
  readonly table: SQLiteTable & { readonly id: unknown };
  /** `FROM … WHERE …` with the full-text table in it. */
  readonly matching: SQL;
  readonly id: SQL;
  /** The full-text row, by which hits are walked: by date for articles and quotations. */
  readonly rowid: SQL;
  readonly bm25: SQL;
  /** What stands for recency, 0 to 1. */
  readonly freshness: SQL;
  /** When it was published, in milliseconds; null for whoever writes or speaks. */
  readonly date: SQL | null;
}

/** What was typed, as an FTS5 expression; one that finds nothing when nothing was typed. */
export const matchOf = ({ query, language }: Pick<SearchRequest, 'query' | 'language'>): SQL =>
  parameter(
    (variables) =>
      matchExpression(String(query.read(variables)), String(language.read(variables) ?? 'und')) ?? '""',
  );

/** Rows are numbered by minute, then id in 24 bits: see `searchKey`. */
const ID_BITS = sql.raw('16777215');
const MINUTE = sql.raw('>> 24');
const MINUTES_OF_YEAR = sql.raw('525600.0');

/** The rows themselves, where a filter looks at them: counting hits needs the index alone. */
const joined = (row: Row<ListedTable>, rowid: SQL, conditions: readonly SQL[]): SQL =>
  conditions.length === 0
    ? sql.empty()
    : sql`CROSS JOIN ${fromRow(row)} ON ${row.id} = ${rowid} & ${ID_BITS}`;

/** The sort key that a row number holds, to the minute. */
const dateOfRow = (rowid: SQL): SQL =>
  sql`CASE WHEN ${rowid} ${MINUTE} > 0 THEN (${rowid} ${MINUTE}) * 60000 - 16106127360000 ELSE ${UNDATED_KEY} END`;

/** 1 for the newest piece of the archive, 0.5 for one a year older. */
const recency = (rowid: SQL): SQL =>
  sql`1 / (1 + ((SELECT max(search_key) FROM articles) ${MINUTE}) / ${MINUTES_OF_YEAR} - (${rowid} ${MINUTE}) / ${MINUTES_OF_YEAR})`;

/** Where hits of each kind come from, filters applied. */
export function hitSources(request: SearchRequest, aliases: Aliases): HitSource[] {
  return [
    articleHits(request, aliases),
    quoteHits(request, aliases),
    nameHits('SPEAKER', speakerList, request, aliases, (speaker) => sql`${speaker.quoteCount}`),
    nameHits('AUTHOR', authorList, request, aliases, (author) => sql`${author.articleCount}`),
  ];
}

/** Whether a kind is asked for: a parameter, so that SQLite looks once and not at each hit. */
const isWanted = (kind: SearchKind, { types }: SearchRequest): SQL =>
  parameter((variables) => {
    const given = types.read(variables) as readonly string[] | null | undefined; // an enum list in the schema
    return given === undefined || given === null || given.includes(kind) ? 1 : 0;
  });

function conditionsOf<Table extends ListedTable>(
  definition: ListDefinition<Table>,
  row: Row<Table>,
  filter: Argument,
  aliases: Aliases,
): SQL[] {
  return filterConditions(definition, row, filter, aliases).map((condition) => asProbe(condition, row.id));
}

function articleHits(request: SearchRequest, aliases: Aliases): HitSource {
  const article = aliases.of(articles);
  const rowid = sql`articles_fts.rowid`;
  const conditions = conditionsOf(articleList, article, request.filter.field('article'), aliases);
  return {
    kind: 'ARTICLE',
    table: articles,
    matching: sql`FROM articles_fts ${joined(article, rowid, conditions)} WHERE articles_fts MATCH ${matchOf(request)} AND ${isWanted('ARTICLE', request)} AND ${allOf(conditions)}`,
    id: sql`${rowid} & ${ID_BITS}`,
    rowid,
    bm25: sql`bm25(articles_fts, 10, 5, 4, 1)`,
    freshness: recency(rowid),
    date: dateOfRow(rowid),
  };
}

function quoteHits(request: SearchRequest, aliases: Aliases): HitSource {
  const quote = aliases.of(quotes);
  const rowid = sql`quotes_fts.rowid`;
  const ofArticle = request.filter.field('article');
  const throughArticle = quoteList.filter.article;
  const conditions = [
    ...conditionsOf(quoteList, quote, request.filter.field('quote'), aliases),
    ...(ofArticle.isGiven && throughArticle !== undefined
      ? [asProbe(throughArticle(quote, ofArticle, aliases), quote.id)]
      : []),
  ];
  return {
    kind: 'QUOTE',
    table: quotes,
    matching: sql`FROM quotes_fts ${joined(quote, rowid, conditions)} WHERE quotes_fts MATCH ${matchOf(request)} AND ${isWanted('QUOTE', request)} AND ${allOf(conditions)}`,
    id: sql`${rowid} & ${ID_BITS}`,
    rowid,
    bm25: sql`bm25(quotes_fts, 2, 1)`,
    freshness: recency(rowid),
    date: dateOfRow(rowid),
  };
}

function nameHits<Table extends typeof speakers | typeof authors>(
  kind: 'SPEAKER' | 'AUTHOR',
  definition: ListDefinition<Table>,
  request: SearchRequest,
  aliases: Aliases,
  frequency: (row: Row<Table>) => SQL,
): HitSource {
  const row = aliases.of<SQLiteTable>(definition.table) as Row<Table>; // an alias keeps its table's columns
  const base = nameRowBase(kind);
  const rowid = sql`names_fts.rowid`;
  const filter = request.filter.field(kind === 'SPEAKER' ? 'speaker' : 'author');
  const conditions = conditionsOf(definition, row, filter, aliases);
  return {
    kind,
    table: definition.table,
    matching: sql`FROM names_fts CROSS JOIN ${fromRow(row)} ON ${row.id} = ${rowid} - ${sql.raw(String(base))} WHERE names_fts MATCH ${matchOf(request)} AND ${rowid} BETWEEN ${sql.raw(String(base))} AND ${sql.raw(String(base + NAME_KINDS.size))} AND ${isWanted(kind, request)} AND ${allOf(conditions)}`,
    id: sql`${row.id}`,
    rowid,
    bm25: sql`bm25(names_fts, 2, 1)`,
    freshness: sql`${frequency(row)} / (${frequency(row)} + 10.0)`,
    date: null,
  };
}
