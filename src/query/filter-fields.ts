import { type Column, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { UserError } from '../errors.ts';
import { matchExpression } from '../text/search-query.ts';
import type { Argument } from './argument.ts';
import { type Aliases, type Condition, fromRow, type Row } from './list.ts';
import { type NamedTable, onlyRecordNamed, recordsNamed } from './named-record.ts';

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
  const end = (name: 'min' | 'max') =>
    range.bind((given: Ends<'min' | 'max'>) => convert[name](inOrder(given, 'min', 'max')[name] as never));
  return allGiven([
    range.field('min').isGiven && sql`${column} >= ${end('min')}`,
    range.field('max').isGiven && sql`${column} <= ${end('max')}`,
  ]);
}

const same = { min: (value: never) => value, max: (value: never) => value };

/** `{ from, to }` in whole days, UTC, both included, over a sort key in milliseconds. */
export function inDays(sortKey: SQL | Column, range: Argument): Condition {
  const end = (name: 'from' | 'to', shift: number): SQL | null =>
    range.field(name).isGiven
      ? range.bind((given: Ends<'from' | 'to'>) => dayStart(inOrder(given, 'from', 'to')[name]) + shift)
      : null;
  const [from, to] = [end('from', 0), end('to', DAY_MS)];
  return from === null && to === null ? ALWAYS : { kind: 'dates', sortKey, from, to };
}

const DAY_MS = 86_400_000;

type Ends<Name extends string> = Readonly<Partial<Record<Name, unknown>>>;

/**
 * A range whose ends are in order; either may be missing.
 *
 * @throws {UserError} BAD_RANGE for one that ends before it begins.
 */
export function inOrder<Low extends string, High extends string>(
  range: Ends<Low | High>,
  low: Low,
  high: High,
): Ends<Low | High> {
  const [first, last] = [comparable(range[low]), comparable(range[high])];
  if (first !== null && last !== null && first > last) {
    throw new UserError(
      'BAD_RANGE',
      `The range ends before it begins: \`${low}: ${first}\` lies after \`${high}: ${last}\`.`,
      `Exchange \`${low}\` and \`${high}\`, or leave one out: both ends are included, a missing one is open.`,
    );
  }
  return range;
}

/** Numbers as they are, days as ISO text; both are in order as they compare. */
const comparable = (value: unknown): string | number | null => {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return value;
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
};

const dayStart = (day: unknown): number =>
  day instanceof Date ? day.getTime() : Date.parse(`${String(day)}T00:00:00Z`);

function allGiven(conditions: readonly (SQL | false)[]): SQL {
  const given = conditions.filter((condition) => condition !== false);
  return given.length === 0 ? ALWAYS : sql`(${sql.join(given, sql.raw(' AND '))})`;
}

/** Full text over an FTS5 table whose rows are numbered by the listed table's `search_key`. */
export const matchesText = (searchKey: Column, fts: string, typed: Argument): Condition => ({
  kind: 'text',
  fts,
  expression: typed.bind((text: string) => matchExpression(text) ?? '""'),
  searchKey,
});

/** `{ in: […] }` over a column that refers to a record. */
export function refersTo(column: Column, target: NamedTable, value: Argument, aliases: Aliases): SQL {
  const names = value.field('in');
  if (!names.isGiven) return ALWAYS;
  if (names.size === 'none') return NEVER;
  return names.size === 'one'
    ? sql`${column} = ${onlyRecordNamed(target, names, aliases)}`
    : sql`${column} IN ${recordsNamed(target, names, aliases)}`;
}

/** How a link table joins listed rows to what a filter names. */
export interface LinkColumns<Link extends SQLiteTable> {
  readonly link: Link;
  readonly target: NamedTable;
  /** The columns of the link: what is named, what is listed, and the listed row's date. */
  readonly names: (link: Row<Link>) => Column;
  readonly lists: (link: Row<Link>) => Column;
  readonly sortKey: (link: Row<Link>) => Column;
  /** Whether one name stands for few rows. */
  readonly isNarrow?: boolean;
}

/** `{ in: […] }` through a link table. One name is a walk along the link's index, several are probed. */
export function linkedTo<Link extends SQLiteTable>(
  { link, target, names, lists, sortKey, isNarrow = false }: LinkColumns<Link>,
  rowId: Column,
  value: Argument,
  aliases: Aliases,
): Condition {
  const given = value.field('in');
  if (!given.isGiven) return ALWAYS;
  if (given.size === 'none') return NEVER;
  const row = aliases.of(link);
  if (given.size === 'one') {
    const named = onlyRecordNamed(target, given, aliases);
    return {
      kind: 'path',
      link: row,
      match: sql`${names(row)} = ${named}`,
      named,
      isNarrow,
      id: sql`${lists(row)}`,
      sortKey: sql`${sortKey(row)}`,
    };
  }
  return sql`EXISTS (SELECT 1 FROM ${fromRow(row)} WHERE ${lists(row)} = ${rowId} AND ${names(row)} IN ${recordsNamed(target, given, aliases)})`;
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
  return sql`${id} IN (SELECT ${pair.descendantId} FROM ${fromRow(pair)} WHERE ${pair.distance} > 0 AND ${pair.ancestorId} IN ${recordsNamed(target, names, aliases)})`;
}

/** The ID of the record into which another was merged, or the ID itself. */
export const currentId = (id: SQL): SQL =>
  sql`coalesce((SELECT node_id FROM node_aliases WHERE alias = ${id}), ${id})`;
