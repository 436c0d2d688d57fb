import { type Column, getTableName, type SQL, sql } from 'drizzle-orm';
import { alias, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Argument } from './argument.ts';

/** A table under an alias of its own in one statement; columns are reached as on the table. */
export type Row<Table extends SQLiteTable = SQLiteTable> = Table;

/** An aliased table keeps its own name to itself; FROM needs both. */
const originalNames = new WeakMap<SQLiteTable, string>();

/** A column that a statement has beside its answer: JSON of the names that no record of `table` has, or null. */
export interface NameCheck {
  readonly table: SQLiteTable;
  readonly unknown: SQL;
}

/** Hands out aliases, so that a table can stand in a statement any number of times, and collects what it has to check. */
export class Aliases {
  #count = 0;
  readonly #checks: NameCheck[] = [];

  /** Names that the caller gave must be those of records. */
  check(check: NameCheck): void {
    this.#checks.push(check);
  }

  get checks(): readonly NameCheck[] {
    return this.#checks;
  }

  of<Table extends SQLiteTable>(table: Table): Row<Table> {
    this.#count += 1;
    // Drizzle's alias keeps the table's columns; its type only adds the alias's name.
    const row = alias(table, `t${this.#count}`) as unknown as Row<Table>;
    originalNames.set(row, getTableName(table));
    return row;
  }

  name(): string {
    this.#count += 1;
    return `k${this.#count}`;
  }
}

/** The table's own name. */
export const originalName = (row: SQLiteTable): string => originalNames.get(row) ?? getTableName(row);

/** `table alias`, as FROM wants it. */
export const fromRow = (row: SQLiteTable): SQL =>
  sql`${sql.identifier(originalName(row))} ${sql.identifier(getTableName(row))}`;

/** The columns that every listed table has. */
export type ListedTable = SQLiteTable & { readonly id: Column };

/**
 * A way to the rows of a list through a link table that carries their date: `article_authors` for the articles of an
 * author. Walked by its index when the list is newest first, probed otherwise.
 */
export interface Path {
  readonly kind: 'path';
  readonly link: SQLiteTable;
  /** Which rows of the link table lead to the list. One value of the index's first column, so that it is one walk. */
  readonly match: SQL;
  /** What that column equals: by it, two paths can be walked as one. */
  readonly named?: SQL;
  /** Whether few rows lead through it, so that it is walked before a text search is. */
  readonly isNarrow?: boolean;
  /** The listed row's id, and its sort key, in the link table. */
  readonly id: SQL;
  readonly sortKey: SQL;
}

/** Full text: walked by the search index when the list is by date, as its rows are numbered by date (`searchKey`). */
export interface TextMatch {
  readonly kind: 'text';
  /** Name of the FTS5 table. */
  readonly fts: string;
  readonly expression: SQL;
  /** The listed row's number in it. */
  readonly searchKey: Column;
}

/** A range of instants in milliseconds, the end exclusive; a missing end is open. Undated rows are in no range. */
export interface DateSpan {
  readonly kind: 'dates';
  /** The listed row's sort key. */
  readonly sortKey: SQL | Column;
  readonly from: SQL | null;
  readonly to: SQL | null;
}

/** A condition on a listed row: plain SQL, or one that a list can be walked by. */
export type Condition = SQL | Path | TextMatch | DateSpan;

export const isPath = (condition: Condition): condition is Path => kindOf(condition) === 'path';
export const isText = (condition: Condition): condition is TextMatch => kindOf(condition) === 'text';
export const isSpan = (condition: Condition): condition is DateSpan => kindOf(condition) === 'dates';

const kindOf = (condition: Condition): string => ('kind' in condition ? condition.kind : 'sql');

/** What a filter field means for a row of the list. */
export type FilterField<Table extends ListedTable> = (
  row: Row<Table>,
  value: Argument,
  aliases: Aliases,
) => Condition;

/** One way to order a list. All keys are NOT NULL columns: a key that can be null would lose rows between two pages. */
export interface Ordering<Table extends ListedTable> {
  readonly column: (row: Row<Table>) => SQL;
  /** Whether a path's `sortKey` is this very key, so that the path's index gives the order. */
  readonly isDate: boolean;
}

/** Everything that lists of one kind have in common: what can be asked of them and in which order they come. */
export interface ListDefinition<Table extends ListedTable = ListedTable> {
  /** The name in cursors. */
  readonly name: string;
  readonly table: Table;
  readonly filter: Readonly<Record<string, FilterField<Table>>>;
  readonly orderings: Readonly<Record<string, Ordering<Table>>>;
  readonly defaultOrder: { readonly field: string; readonly direction: 'ASC' | 'DESC' };
  /** Tables of pairs: two paths that are given together are one walk there. */
  readonly joints?: readonly Joint[];
}

/** A table of pairs, with the listed row and its date, in place of two link tables. */
export interface Joint {
  readonly first: SQLiteTable;
  readonly second: SQLiteTable;
  readonly path: (first: SQL, second: SQL, aliases: Aliases) => Path;
}

/** A path as a condition on a row. */
export const pathProbe = (path: Path, rowId: SQL | Column): SQL =>
  sql`EXISTS (SELECT 1 FROM ${fromRow(path.link)} WHERE ${path.match} AND ${path.id} = ${rowId})`;

/** Whether a row's full text matches, asked of that row alone. */
export const textProbe = ({ fts, expression, searchKey }: TextMatch): SQL => {
  const table = sql.identifier(fts);
  return sql`EXISTS (SELECT 1 FROM ${table} WHERE ${table} MATCH ${expression} AND rowid = ${searchKey})`;
};

/** The sort key of rows without a date. */
export const UNDATED_KEY = sql.raw('-8640000000000000');

/** Whether a sort key lies in a span. */
export function spanProbe({ from, to }: DateSpan, sortKey: SQL | Column): SQL {
  const start = from === null ? sql`${sortKey} > ${UNDATED_KEY}` : sql`${sortKey} >= ${from}`;
  return to === null ? start : sql`(${start} AND ${sortKey} < ${to})`;
}

/** A condition as plain SQL on a row. A full text is looked up once, with all its hits, for all rows. */
export function asProbe(condition: Condition, rowId: SQL | Column): SQL {
  if (isPath(condition)) return pathProbe(condition, rowId);
  if (isSpan(condition)) return spanProbe(condition, condition.sortKey);
  if (!isText(condition)) return condition;
  const { fts, expression, searchKey } = condition;
  const table = sql.identifier(fts);
  return sql`${searchKey} IN (SELECT rowid FROM ${table} WHERE ${table} MATCH ${expression})`;
}

/** A condition as plain SQL by which rows are found, where it lets few through: a path is walked first. */
export const asSet = (condition: Condition, rowId: SQL | Column): SQL =>
  isPath(condition)
    ? sql`${rowId} IN (SELECT ${condition.id} FROM ${fromRow(condition.link)} WHERE ${condition.match})`
    : asProbe(condition, rowId);
