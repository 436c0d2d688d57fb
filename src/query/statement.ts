import type { SQL } from 'drizzle-orm';
import { SQLiteDialect } from 'drizzle-orm/sqlite-core';
import type { SqlValue } from '../archive/database.ts';
import { Binding, type Variables } from './argument.ts';

const dialect = new SQLiteDialect();

/** A statement built once: its text, under which it is kept, and how a request's variables become its parameters. */
export interface Statement {
  readonly text: string;
  readonly bind: (variables: Variables) => SqlValue[];
}

/** Prints Drizzle's SQL as text and collects its bindings in order. */
export function buildStatement(query: SQL): Statement {
  const { sql: text, params } = dialect.sqlToQuery(query);
  const readers = params.map(
    (value) => (value instanceof Binding ? value.read : () => value as SqlValue), // what Drizzle leaves is a value for SQLite
  );
  return { text, bind: (variables) => readers.map((read) => read(variables)) };
}
