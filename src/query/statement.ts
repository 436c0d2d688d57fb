import { type SQL, sql } from 'drizzle-orm';
import { SQLiteDialect } from 'drizzle-orm/sqlite-core';
import type { SqlValue } from '../archive/database.ts';
import { Binding, type Variables } from './argument.ts';
import type { NameCheck } from './list.ts';

const dialect = new SQLiteDialect();

/** A statement built once: its text, under which it is kept, and how a request's variables become its parameters. */
export interface Statement {
  readonly text: string;
  readonly bind: (variables: Variables) => SqlValue[];
  /** What its columns behind the answer's tell: one for each, null where all names are those of records. */
  readonly checks: readonly NameCheck[];
}

/** `SELECT answer`, with a column for each check behind it. */
export const buildAnswer = (answer: SQL, checks: readonly NameCheck[]): Statement =>
  buildStatement(
    sql`SELECT ${sql.join([answer, ...checks.map(({ unknown }) => unknown)], sql.raw(', '))}`,
    checks,
  );

/** Prints Drizzle's SQL as text and collects its bindings in order. */
export function buildStatement(query: SQL, checks: readonly NameCheck[] = []): Statement {
  const { sql: text, params } = dialect.sqlToQuery(query);
  const readers = params.map(
    (value) => (value instanceof Binding ? value.read : () => value as SqlValue), // what Drizzle leaves is a value for SQLite
  );
  return { text, bind: (variables) => readers.map((read) => read(variables)), checks };
}
