import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import {
  type Aliases,
  asProbe,
  type Condition,
  fromRow,
  isPath,
  isSpan,
  isText,
  type Joint,
  type ListedTable,
  originalName,
  type Path,
  pathProbe,
  type Row,
  spanProbe,
  type TextMatch,
  textProbe,
  UNDATED_KEY,
} from './list.ts';

/** How the rows of a list are gone through, and how each is known on the way. */
export interface Walk {
  /** What stands behind FROM. */
  readonly from: SQL;
  readonly where: readonly SQL[];
  readonly id: SQL;
  /** What the walk is ordered by when the list is by date; null for the order of the listed table itself. */
  readonly key: SQL | null;
  /** Whether no two rows have the same `key`. */
  readonly isUnique: boolean;
  /** The sort key of the row, milliseconds. */
  readonly date: SQL | null;
}

interface Asked<Table extends ListedTable> {
  readonly row: Row<Table>;
  /** What belongs to the row that the list hangs on: most often few rows. */
  readonly scope: readonly Condition[];
  readonly filter: readonly Condition[];
  /** Whether the list is by date, so that what carries the date can be walked. */
  readonly isByDate: boolean;
  readonly joints: readonly Joint[];
  readonly date: SQL | null;
}

/**
 * Chooses what to walk. By date that is, the first that is there: a narrow path; the full-text index; two paths at once
 * in a table of pairs; a path. The other conditions are probed row by row. Otherwise the listed table is walked.
 */
export function chooseWalk<Table extends ListedTable>(asked: Asked<Table>, aliases: Aliases): Walk {
  const { row, scope, filter, isByDate, joints, date } = asked;
  const conditions = [...scope, ...filter];
  const paths = joined(conditions.filter(isPath), joints, aliases);
  const narrow = paths.find(({ isNarrow }) => isNarrow === true);
  const isScoped = scope.some((condition) => !isPath(condition));
  const text = isByDate && narrow === undefined && !isScoped ? conditions.find(isText) : undefined;
  const path = text === undefined ? (narrow ?? paths[0]) : undefined;
  const start = text !== undefined ? textStart(text) : path !== undefined ? pathStart(path) : null;

  const id = start?.id ?? sql`${row.id}`;
  const probes = paths.filter((other) => other !== path).map((other) => pathProbe(other, id));
  const spans = conditions.filter(isSpan).map((span) => start?.span(span) ?? spanProbe(span, span.sortKey));
  const ofRow = conditions.flatMap((condition): SQL[] => {
    if (isPath(condition) || isSpan(condition) || condition === text) return [];
    // A text that is not walked is looked up row by row where rows are few, and with all its hits where they are many.
    return isText(condition) && isByDate && (isScoped || path !== undefined)
      ? [textProbe(condition)]
      : [asProbe(condition, row.id)];
  });
  const where = [...(start === null ? [] : [start.match]), ...probes, ...spans, ...ofRow];
  if (start === null) return { from: fromRow(row), where, id, key: null, isUnique: false, date };
  const from =
    ofRow.length > 0 || !isByDate
      ? sql`${start.from} CROSS JOIN ${fromRow(row)} ON ${row.id} = ${id}`
      : start.from;
  return {
    from,
    where,
    id,
    key: isByDate ? start.key : null,
    isUnique: isByDate && text !== undefined,
    date: start.date,
  };
}

/** What a walk begins with. */
interface Start {
  readonly from: SQL;
  readonly match: SQL;
  readonly id: SQL;
  readonly key: SQL;
  readonly date: SQL;
  readonly span: (span: Parameters<typeof spanProbe>[0]) => SQL;
}

const pathStart = ({ link, match, id, sortKey }: Path): Start => ({
  from: fromRow(link),
  match,
  id,
  key: sortKey,
  date: sortKey,
  span: (span) => spanProbe(span, sortKey),
});

/** The minutes since 1970 at which `searchKey` begins to count, and how many rows a minute has room for. */
const EPOCH_MS = sql.raw('16106127360000');
const MINUTE_MS = sql.raw('60000');
const ROWS_A_MINUTE = sql.raw('16777216');

/** Row numbers of the full-text index hold minute and id: see `searchKey`. */
function textStart({ fts, expression }: TextMatch): Start {
  const table = sql.identifier(fts);
  const rowid = sql`${table}.rowid`;
  // FTS5 seeks by a bound that is an integer, and walks up to one that is not: a JavaScript number arrives as none.
  const rowidAt = (ms: SQL): SQL =>
    sql`CAST((${ms} + ${EPOCH_MS}) / ${MINUTE_MS} AS INTEGER) * ${ROWS_A_MINUTE}`;
  return {
    from: sql`${table}`,
    match: sql`${table} MATCH ${expression}`,
    id: sql`(${rowid} & ${ROWS_A_MINUTE} - 1)`,
    key: rowid,
    date: sql`(CASE WHEN ${rowid} < ${ROWS_A_MINUTE} THEN ${UNDATED_KEY} ELSE (${rowid} / ${ROWS_A_MINUTE}) * ${MINUTE_MS} - ${EPOCH_MS} END)`,
    span: ({ from, to }) => {
      const start = from === null ? sql`${rowid} >= ${ROWS_A_MINUTE}` : sql`${rowid} >= ${rowidAt(from)}`;
      return to === null ? start : sql`(${start} AND ${rowid} < ${rowidAt(to)})`;
    },
  };
}

/** Paths with each two that a table of pairs knows put together. */
function joined(paths: readonly Path[], joints: readonly Joint[], aliases: Aliases): readonly Path[] {
  for (const { first, second, path } of joints) {
    const through = (table: SQLiteTable) =>
      paths.find(({ link, named }) => named !== undefined && originalName(link) === originalName(table));
    const [one, other] = [through(first), through(second)];
    if (one?.named === undefined || other?.named === undefined) continue;
    const rest = paths.filter((candidate) => candidate !== one && candidate !== other);
    return [path(one.named, other.named, aliases), ...rest];
  }
  return paths;
}
