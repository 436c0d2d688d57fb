import { createHash } from 'node:crypto';
import { getTableColumns, getTableName, type InferInsertModel } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { SqlRow, SqlValue, Transaction } from '../../archive/database.ts';

/** Statement texts by table and columns, so that each is written once and kept by the database under its text. */
const statements = new WeakMap<SQLiteTable, Map<string, string>>();

/** Values for some columns of a table. */
export type RowValues<Table extends SQLiteTable> = Partial<InferInsertModel<Table>>;

/**
 * Inserts one row and returns its `id`, or 0 for a table without one. The statement is written from the table's
 * columns once and kept: an import runs the same few thousands of times.
 */
export async function insertRow<Table extends SQLiteTable>(
  transaction: Transaction,
  table: Table,
  values: InferInsertModel<Table>,
): Promise<number> {
  const { keys, bound } = bind(table, values);
  const hasId = 'id' in getTableColumns(table);
  const text = kept(table, `insert ${keys.join()}`, () => {
    const names = namesOf(table, keys);
    const returning = hasId ? ' RETURNING "id"' : '';
    return `INSERT INTO "${getTableName(table)}" (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})${returning}`;
  });
  const [row] = await transaction.all(text, bound);
  return Number(row?.[0] ?? 0);
}

/** Changes the given columns of the row with this `id`. */
export async function updateRow<Table extends SQLiteTable>(
  transaction: Transaction,
  table: Table,
  id: number,
  values: RowValues<Table>,
): Promise<void> {
  const { keys, bound } = bind(table, values);
  if (keys.length === 0) return;
  const text = kept(table, `update ${keys.join()}`, () => {
    const assignments = namesOf(table, keys).map((name) => `${quoted(name)} = ?`);
    return `UPDATE "${getTableName(table)}" SET ${assignments.join(', ')} WHERE "id" = ?`;
  });
  await transaction.all(text, [...bound, id]);
}

/** The first row of an answer, or undefined. */
export async function firstRow(
  transaction: Transaction,
  text: string,
  values: readonly SqlValue[],
): Promise<SqlRow | undefined> {
  return (await transaction.all(text, values))[0];
}

/** The first column of the first row as a number, or null where there is none. */
export async function firstNumber(
  transaction: Transaction,
  text: string,
  values: readonly SqlValue[],
): Promise<number | null> {
  const value = (await firstRow(transaction, text, values))?.[0];
  return value === undefined || value === null ? null : Number(value);
}

/**
 * A global ID: a prefix that names the type and a hash of what makes the record itself, so that an archive imported
 * anew, or elsewhere, answers to the same IDs.
 */
export function nodeIdOf(prefix: string, naturalKey: string): string {
  return `${prefix}_${createHash('sha256').update(`${prefix}\0${naturalKey}`).digest('base64url').slice(0, 22)}`;
}

/** SHA-256 of a text, hex. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** `wanted`, or, where a record of `table` has it already, `wanted` with six digits of the natural key's hash. */
export async function freeSlug(
  transaction: Transaction,
  table: SQLiteTable,
  wanted: string,
  naturalKey: string,
): Promise<string> {
  const taken = `SELECT 1 FROM "${getTableName(table)}" WHERE "slug" = ?`;
  if ((await firstRow(transaction, taken, [wanted])) === undefined) return wanted;
  const hash = hashOf(naturalKey);
  for (let length = 6; length < hash.length; length += 6) {
    const slug = `${wanted}-${hash.slice(0, length)}`;
    if ((await firstRow(transaction, taken, [slug])) === undefined) return slug;
  }
  throw new Error(`No free slug for ${wanted}.`);
}

function bind(
  table: SQLiteTable,
  values: object,
): { readonly keys: readonly string[]; readonly bound: readonly SqlValue[] } {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  const columns = getTableColumns(table);
  // Drivers take what `mapToDriverValue` makes of a value: a boolean is 0 or 1.
  const bound = given.map(([key, value]) =>
    value === null ? null : (columns[key]?.mapToDriverValue(value) as SqlValue),
  );
  return { keys: given.map(([key]) => key), bound };
}

function kept(table: SQLiteTable, key: string, write: () => string): string {
  const known = statements.get(table) ?? new Map<string, string>();
  statements.set(table, known);
  const text = known.get(key) ?? write();
  known.set(key, text);
  return text;
}

function namesOf(table: SQLiteTable, keys: readonly string[]): readonly string[] {
  const columns = getTableColumns(table);
  return keys.map((key) => columns[key]?.name ?? key);
}

function quoted(name: string): string {
  return `"${name}"`;
}
