import { type Column, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { matchExpression } from '../text/search-query.ts';
import type { Argument } from './argument.ts';
import { type Aliases, type Condition, fromRow, type Row } from './list.ts';

// What the parts of every filter mean, so that a field of one name means the same on every list.

const ALWAYS = sql`1`;
const NEVER = sql`0`;

/** `{ in: […] }` over an own column: an empty list lets nothing through. */
export function oneOfValues(
  column: SQL | Column,
  values: Argument,
  convert?: (value: never) => unknown,
): SQL {
  if (!values.isGiven) return ALWAYS;
  switch (values.size) {
    case 'none':
      return NEVER;
    case 'one':
      return sql`${column} = ${values.bind((given: readonly never[]) => (convert ? convert(given[0] as never) : given[0]) as never)}`;
    case 'many':
      return sql`${column} IN (SELECT value FROM json_each(${values.bindList(convert)}))`;
  }
}

/** A Boolean stored as 1 or 0. */
export const isTrue = (column: SQL | Column, value: Argument): SQL =>
  sql`${column} = ${sql.raw(value.choice === true ? '1' : '0')}`;

/** `{ min, max }`, both included. */
export function inRange(
  column: SQL | Column,
  range: Argument,
  convert: { min: (value: never) => never; max: (value: never) => never } = same,
): SQL {
  const [min, max] = [range.field('min'), range.field('max')];
  return allGiven([
    min.isGiven && sql`${column} >= ${min.bind(convert.min)}`,
    max.isGiven && sql`${column} <= ${max.bind(convert.max)}`,
  ]);
}

const same = { min: (value: never) => value, max: (value: never) => value };

/** `{ from, to }` in whole days, UTC, both included, over a sort key in milliseconds. */
export function inDays(sortKey: SQL | Column, range: Argument): SQL {
  const [from, to] = [range.field('from'), range.field('to')];
  return allGiven([
    from.isGiven && sql`${sortKey} >= ${from.bind((day: unknown) => dayStart(day))}`,
    to.isGiven && sql`${sortKey} < ${to.bind((day: unknown) => dayStart(day) + DAY_MS)}`,
  ]);
}

const DAY_MS = 86_400_000;

const dayStart = (day: unknown): number =>
  day instanceof Date ? day.getTime() : Date.parse(`${String(day)}T00:00:00Z`);

function allGiven(conditions: readonly (SQL | false)[]): SQL {
  const given = conditions.filter((condition) => condition !== false);
  return given.length === 0 ? ALWAYS : sql`(${sql.join(given, sql.raw(' AND '))})`;
}

/** Full text over an FTS5 table whose rows are numbered by the listed table's `search_key`. */
export const matchesText = (searchKey: Column, fts: string, typed: Argument): SQL =>
  sql`${searchKey} IN (SELECT rowid FROM ${sql.identifier(fts)} WHERE ${sql.identifier(fts)} MATCH ${typed.bind((text: string) => matchExpression(text) ?? '""')})`;

/** A table whose records people name by slug or by global ID. */
export type NamedTable = SQLiteTable & {
  readonly id: Column;
  readonly nodeId: Column;
  readonly slug?: Column;
};

/** The row numbers of the records that a list of slugs or global IDs names. */
export function idsOf(table: NamedTable, names: Argument, aliases: Aliases): SQL {
  const row = aliases.of(table);
  const given = names.bindList();
  const bySlug =
    row.slug === undefined ? sql.empty() : sql` OR ${row.slug} IN (SELECT value FROM json_each(${given}))`;
  return sql`(SELECT ${row.id} FROM ${fromRow(row)} WHERE ${row.nodeId} IN (SELECT value FROM json_each(${given}))${bySlug})`;
}

/** The row number of the one record that a list of one slug or global ID names. */
export function idOf(table: NamedTable, names: Argument, aliases: Aliases): SQL {
  const row = aliases.of(table);
  const given = names.bind((list: readonly string[]) => list[0] ?? null);
  const bySlug = row.slug === undefined ? sql.empty() : sql` OR ${row.slug} = ${given}`;
  return sql`(SELECT ${row.id} FROM ${fromRow(row)} WHERE ${row.nodeId} = ${given}${bySlug})`;
}

/** `{ in: […] }` over a column that refers to a record. */
export function refersTo(column: Column, target: NamedTable, value: Argument, aliases: Aliases): SQL {
  const names = value.field('in');
  if (!names.isGiven) return ALWAYS;
  if (names.size === 'none') return NEVER;
  return names.size === 'one'
    ? sql`${column} = ${idOf(target, names, aliases)}`
    : sql`${column} IN ${idsOf(target, names, aliases)}`;
}

/** How a link table joins listed rows to what a filter names. */
export interface LinkColumns<Link extends SQLiteTable> {
  readonly link: Link;
  readonly target: NamedTable;
  /** The columns of the link: what is named, what is listed, and the listed row's date. */
  readonly names: (link: Row<Link>) => Column;
  readonly lists: (link: Row<Link>) => Column;
  readonly sortKey: (link: Row<Link>) => Column;
}

/** `{ in: […] }` through a link table. One name is a walk along the link's index, several are probed. */
export function linkedTo<Link extends SQLiteTable>(
  { link, target, names, lists, sortKey }: LinkColumns<Link>,
  rowId: Column,
  value: Argument,
  aliases: Aliases,
): Condition {
  const given = value.field('in');
  if (!given.isGiven) return ALWAYS;
  if (given.size === 'none') return NEVER;
  const row = aliases.of(link);
  if (given.size === 'one') {
    return {
      kind: 'path',
      link: row,
      match: sql`${names(row)} = ${idOf(target, given, aliases)}`,
      id: sql`${lists(row)}`,
      sortKey: sql`${sortKey(row)}`,
    };
  }
  return sql`EXISTS (SELECT 1 FROM ${fromRow(row)} WHERE ${lists(row)} = ${rowId} AND ${names(row)} IN ${idsOf(target, given, aliases)})`;
}

/** A LIKE pattern for text that contains what is given, in either case. */
export const containing = (given: string): string => `%${given.replaceAll(/[\\%_]/g, '\\$&')}%`;

/** Whether a term of a tree stands at its top. */
export const isRoot = (parentId: Column, value: Argument): SQL =>
  value.choice === true ? sql`${parentId} IS NULL` : sql`${parentId} IS NOT NULL`;

/** `{ in: […] }` over a tree: terms that lie under the named ones, these left out. */
export function within(
  id: Column,
  target: NamedTable,
  closure: SQLiteTable & {
    readonly ancestorId: Column;
    readonly descendantId: Column;
    readonly distance: Column;
  },
  value: Argument,
  aliases: Aliases,
): SQL {
  const pair = aliases.of(closure);
  const names = value.field('in');
  if (!names.isGiven) return ALWAYS;
  return sql`${id} IN (SELECT ${pair.descendantId} FROM ${fromRow(pair)} WHERE ${pair.distance} > 0 AND ${pair.ancestorId} IN ${idsOf(target, names, aliases)})`;
}

/** The ID of the record into which another was merged, or the ID itself. */
export const currentId = (id: SQL): SQL =>
  sql`coalesce((SELECT node_id FROM node_aliases WHERE alias = ${id}), ${id})`;
