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
  /** The listed row's id, and its sort key, in the link table. */
  readonly id: SQL;
  readonly sortKey: SQL;
}

/** A condition on a listed row: plain SQL, or a path to it. */
export type Condition = SQL | Path;

export const isPath = (condition: Condition): condition is Path => 'kind' in condition;

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
}

/** A path as a condition on a row. */
export const pathProbe = (path: Path, rowId: SQL | Column): SQL =>
  sql`EXISTS (SELECT 1 FROM ${fromRow(path.link)} WHERE ${path.match} AND ${path.id} = ${rowId})`;

/** A condition as plain SQL on a row. */
export const asProbe = (condition: Condition, rowId: SQL | Column): SQL =>
  isPath(condition) ? pathProbe(condition, rowId) : condition;
