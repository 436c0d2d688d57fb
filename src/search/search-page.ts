import { type SQL, sql } from 'drizzle-orm';
import { UserError } from '../errors.ts';
import type { Argument, Variables } from '../query/argument.ts';
import { cursorSql, readCursor } from '../query/cursor.ts';
import { allOf } from '../query/filter.ts';
import { jsonBoolean } from '../query/json-sql.ts';
import { checkOffset, DEFAULT_PAGE_SIZE, pageSize } from '../query/list-keys.ts';
import type { PageInfoField } from '../query/list-page.ts';
import { type HitSource, SEARCH_KINDS, type SearchKind } from './search-hits.ts';

/** Newest hits of each kind that are ranked: a word that has more is so common that recency decides. */
export const MAX_RANKED = 2_000;

/** How much recency counts beside relevance, unless told otherwise. */
export const DEFAULT_RECENCY = 0.25;

/**
 * bm25 at which relevance counts half of what it can: the kinds' tables differ in length and number of texts. A name that
 * is typed is wanted most, then a word in a headline, then one in a quotation, which is all hit and no context.
 */
const HALF_RELEVANCE: Readonly<Record<SearchKind, SQL>> = {
  ARTICLE: sql.raw('4.0'),
  QUOTE: sql.raw('8.0'),
  SPEAKER: sql.raw('1.0'),
  AUTHOR: sql.raw('1.0'),
};

export interface SearchPageRequest {
  readonly orderBy: Argument;
  readonly recency: Argument;
  readonly first: Argument;
  readonly last: Argument;
  readonly after: Argument;
  readonly before: Argument;
  readonly offset: Argument;
}

/** The hits of one page: `kind`, `id`, `rowid`, `score` and `n`, its number from 1, in the order shown. */
export interface SearchPage {
  /** What stands behind FROM; one row more than `size`. */
  readonly rows: SQL;
  readonly size: SQL;
  /** What `size` will be: checked when it is bound. */
  readonly sizeOf: (variables: Variables) => number;
  readonly isRanked: boolean;
  readonly cursor: (row: SQL) => SQL;
  readonly pageInfo: Record<PageInfoField, (collect: (value: SQL) => SQL, row: SQL) => SQL>;
}

/**
 * Plans a page of hits. By relevance, the newest hits of each kind are ranked; newest first, each kind's full-text table
 * is walked from the cursor on, which costs the same at any depth and in an archive of any size. Whoever writes or
 * speaks has no date and comes last there.
 *
 * @throws {UserError} BAD_PAGE when `first` and `last` are both given; when it runs, BAD_RANGE for a weight beyond 0 to 1.
 */
export function searchPage(sources: readonly HitSource[], request: SearchPageRequest): SearchPage {
  const isBackward = request.last.isGiven;
  if (isBackward && request.first.isGiven) {
    throw new UserError(
      'BAD_PAGE',
      'Both `first` and `last` are given.',
      'Pass `first` with `after`, or `last` with `before`.',
    );
  }
  const isRanked = request.orderBy.choice !== 'NEWEST';
  const tag = `search.${isRanked ? 'RELEVANCE' : 'NEWEST'}`;
  const cursorKey = (cursor: Argument, index: 0 | 1 | 2): SQL =>
    cursor.bind((given: string) => readCursor(given, tag, 3)[index] ?? null);
  const beyond = (cursor: Argument, comparison: string): Bound | null =>
    cursor.isGiven
      ? {
          comparison: sql.raw(comparison),
          score: cursorKey(cursor, 0),
          keys: sql`(${cursorKey(cursor, 0)}, ${cursorKey(cursor, 1)}, ${cursorKey(cursor, 2)})`,
        }
      : null;
  const bounds = [beyond(request.after, '<'), beyond(request.before, '>')].filter((bound) => bound !== null);
  const size = pageSize(isBackward ? request.last : request.first, isBackward ? 'last' : 'first');
  const offset = request.offset.isGiven ? request.offset.bind(checkOffset) : sql`0`;
  const direction = sql.raw(isBackward ? 'ASC' : 'DESC');

  const hits = sources.map((source) =>
    isRanked
      ? rankedHits(source, request.recency)
      : newestHits(source, bounds, direction, sql`${size} + ${offset} + 1`),
  );
  const rest = isRanked
    ? bounds.map(({ comparison, keys }) => sql`(score, kind, id) ${comparison} ${keys}`)
    : [];
  const found = sql`(SELECT kind, id, "row", score FROM (${sql.join(hits, sql.raw(' UNION ALL '))}) WHERE ${allOf(rest)} ORDER BY score ${direction}, kind ${direction}, id ${direction} LIMIT ${size} + 1 OFFSET ${offset})`;
  const numbered = sql`(SELECT kind, id, "row", score, row_number() OVER () AS n FROM ${found})`;
  const hasPassed = sql.raw(
    (isBackward ? request.before : request.after).isGiven || request.offset.isGiven ? '1' : '0',
  );
  const cursor = (row: SQL): SQL => cursorSql(tag, [sql`${row}.score`, sql`${row}.kind`, sql`${row}.id`]);
  const more = jsonBoolean(sql`count(*) > ${size}`);
  return {
    rows: isBackward
      ? sql`(SELECT * FROM ${numbered} ORDER BY score DESC, kind DESC, id DESC LIMIT -1)`
      : numbered,
    size,
    sizeOf: (variables) => {
      const asked = (isBackward ? request.last : request.first).read(variables);
      return typeof asked === 'number' ? asked : DEFAULT_PAGE_SIZE;
    },
    isRanked,
    cursor,
    pageInfo: {
      hasNextPage: () => (isBackward ? jsonBoolean(hasPassed) : more),
      hasPreviousPage: () => (isBackward ? more : jsonBoolean(hasPassed)),
      startCursor: (collect, row) => sql`${collect(cursor(row))} ->> '$[0]'`,
      endCursor: (collect, row) => sql`${collect(cursor(row))} ->> '$[#-1]'`,
    },
  };
}

const kindNumber = ({ kind }: HitSource): SQL => sql.raw(String(SEARCH_KINDS[kind]));

/** Relevance and recency, each 0 to 1, weighed; in millionths, so that a cursor holds the score exactly. */
function rankedHits(source: HitSource, recency: Argument): SQL {
  const weight = recency.isGiven ? recency.bind(checkWeight) : sql.raw(String(DEFAULT_RECENCY));
  const relevance = sql`bm25 / (bm25 - ${HALF_RELEVANCE[source.kind]})`;
  return sql`SELECT ${kindNumber(source)} AS kind, id, "row", CAST(round(1000000 * ((1 - ${weight}) * ${relevance} + ${weight} * fresh)) AS INTEGER) AS score FROM (SELECT ${source.id} AS id, ${source.rowid} AS "row", ${source.bm25} AS bm25, ${source.freshness} AS fresh ${source.matching} ORDER BY ${source.rowid} DESC LIMIT ${sql.raw(String(MAX_RANKED))})`;
}

/** A side of a cursor on which the page lies. */
interface Bound {
  readonly comparison: SQL;
  readonly score: SQL;
  readonly keys: SQL;
}

function newestHits(source: HitSource, bounds: readonly Bound[], direction: SQL, limit: SQL): SQL {
  const kind = kindNumber(source);
  const score = source.date === null ? sql`0` : source.rowid;
  const within = bounds.flatMap(({ comparison, score: edge, keys }) => [
    sql`(${score}, ${kind}, ${source.id}) ${comparison} ${keys}`,
    // The full-text table begins its walk there.
    ...(source.date === null ? [] : [sql`${source.rowid} ${comparison}= ${edge}`]),
  ]);
  return sql`SELECT ${kind} AS kind, id, "row", score FROM (SELECT ${source.id} AS id, ${source.rowid} AS "row", ${score} AS score ${source.matching} AND ${allOf(within)} ORDER BY ${source.rowid} ${direction} LIMIT ${limit})`;
}

const checkWeight = (weight: number): number => {
  if (weight >= 0 && weight <= 1) return weight;
  throw new UserError(
    'BAD_RANGE',
    `\`recency: ${weight}\` is not between 0 and 1.`,
    '0 ranks by relevance alone, 1 by date alone.',
  );
};

/** The whole number of hits: nothing is ranked or read for it. */
export const countHits = (sources: readonly HitSource[]): SQL =>
  sql`(${sql.join(
    sources.map(({ matching }) => sql`(SELECT count(*) ${matching})`),
    sql.raw(' + '),
  )})`;
