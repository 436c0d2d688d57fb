import type { SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';

/** What SQLite takes and gives. */
export type SqlValue = string | number | bigint | null | Uint8Array;

/** One row, its values in the order of the statement's columns. */
export type SqlRow = readonly SqlValue[];

/** A value, or the promise of one: files answer at once, servers later. */
export type MaybePromise<T> = T | Promise<T>;

/** Drizzle over whichever database lies below; its statements are kept by their text. */
export type DrizzleDatabase = SqliteRemoteDatabase;

/** A write in progress: nobody else sees it before it is committed. */
export interface Transaction {
  readonly drizzle: DrizzleDatabase;
  /** Runs a statement as it is and returns its rows. */
  all(text: string, values?: readonly SqlValue[]): MaybePromise<readonly SqlRow[]>;
}

/**
 * The one narrow door to SQL: statement text and values in, rows out.
 *
 * Behind it stand a libSQL file (synchronous, statements kept) or a libSQL server or replica. Nothing above knows which.
 */
export interface Database {
  /** Runs a reading statement. The text is the key under which the prepared statement is kept. */
  all(text: string, values: readonly SqlValue[]): MaybePromise<readonly SqlRow[]>;
  /** The first column of the first row, or null when there is none: the way in which answers are read. */
  value(text: string, values: readonly SqlValue[]): MaybePromise<SqlValue>;
  /** The first row, or null when there is none: an answer with what was checked beside it. */
  row(text: string, values: readonly SqlValue[]): MaybePromise<SqlRow | null>;
  /** Reading through Drizzle. */
  readonly drizzle: DrizzleDatabase;
  /**
   * Runs `work` in a transaction of its own, one at a time in this process, in calling order. Commits when it
   * returns, rolls back when it throws. Another process that writes is waited for.
   */
  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Runs statements outside any transaction (pragmas, migrations). */
  script(text: string): MaybePromise<void>;
  /** Changes whenever anybody, in this process or another, has committed a change. */
  version(): MaybePromise<string>;
  /** How many statements have been run for reading since the database was opened. */
  readonly statementCount: number;
  close(): Promise<void>;
}
