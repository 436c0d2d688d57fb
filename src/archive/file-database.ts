import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { drizzle } from 'drizzle-orm/sqlite-proxy';
import Libsql from 'libsql';
import type { Database, SqlRow, SqlValue, Transaction } from './database.ts';
import { WriteQueue } from './write-queue.ts';

/** Kept statements of one connection, at most; beyond it the one unused for longest is let go. */
const MAX_KEPT_STATEMENTS = 500;

/**
 * From this size on a file is mapped: 24 MB of pages are then a small part of what is read, and reading a page through
 * the system took a third of a statement's time (200,000 articles). A smaller one is as fast without, and its pages
 * would count as the process's memory.
 */
const MAPPED_FROM_BYTES = 750_000_000;

/** The most that SQLite maps. */
const MAPPED_BYTES = 2_147_418_112;

/** How long a writer waits for another process, in all. */
const MAX_BUSY_WAIT_MS = 60_000;

type Statement = ReturnType<Libsql.Database['prepare']>;

/** One connection and its kept statements. */
class Connection {
  readonly #connection: Libsql.Database;
  readonly #kept = new Map<string, Statement>();

  constructor(path: string) {
    this.#connection = new Libsql(path);
  }

  exec(text: string): void {
    this.#connection.exec(text);
  }

  get inTransaction(): boolean {
    return this.#connection.inTransaction;
  }

  all(text: string, values: readonly SqlValue[]): readonly SqlRow[] {
    const statement = this.#statement(text);
    // A statement that returns no rows can only be run; one that returns rows is kept in raw mode for good.
    if (!statement.reader) {
      statement.run(values);
      return [];
    }
    return statement.all(values) as SqlRow[]; // raw mode, set below
  }

  first(text: string, values: readonly SqlValue[]): SqlRow | undefined {
    return this.#statement(text).get(values) as SqlRow | undefined; // raw mode, set below
  }

  close(): void {
    this.#kept.clear();
    this.#connection.close();
  }

  #statement(text: string): Statement {
    const kept = this.#kept.get(text);
    if (kept !== undefined) return kept;
    const statement = this.#connection.prepare(text);
    if (statement.reader) statement.raw(true);
    this.#kept.set(text, statement);
    if (this.#kept.size > MAX_KEPT_STATEMENTS) {
      const oldest = this.#kept.keys().next().value;
      if (oldest !== undefined) this.#kept.delete(oldest);
    }
    return statement;
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error &&
  /SQLITE_BUSY|database is locked/.test(`${(error as { code?: string }).code} ${error.message}`);

const drizzleOver = (connection: Connection, count: () => void) =>
  drizzle(async (text, values, method) => {
    count();
    if (method === 'get')
      return { rows: (connection.first(text, values) ?? undefined) as unknown as unknown[] };
    return { rows: connection.all(text, values) as unknown[] };
  });

/**
 * A libSQL file, or `:memory:`, in this process.
 *
 * Reading and writing have a connection each, so that readers never see half a write nor wait for one (WAL).
 */
export class FileDatabase implements Database {
  readonly drizzle;
  statementCount = 0;
  readonly #reader: Connection;
  readonly #writer: Connection;
  readonly #queue = new WriteQueue();
  readonly #inMemory: boolean;
  #writes = 0;

  constructor(path: string) {
    this.#inMemory = path === ':memory:';
    if (!this.#inMemory) mkdirSync(dirname(path), { recursive: true });
    this.#writer = new Connection(path);
    // journal_mode can meet another process that is doing the same; it then waits as for any write.
    this.#writer.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    this.#writer.exec('PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 0; PRAGMA cache_size = -16384');
    // A second connection to `:memory:` would be another database.
    this.#reader = this.#inMemory ? this.#writer : new Connection(path);
    this.#reader.exec('PRAGMA busy_timeout = 5000; PRAGMA cache_size = -24576; PRAGMA temp_store = MEMORY');
    if (!this.#inMemory) {
      this.#reader.exec('PRAGMA query_only = ON');
      if (statSync(path).size >= MAPPED_FROM_BYTES) this.#reader.exec(`PRAGMA mmap_size = ${MAPPED_BYTES}`);
    }
    this.drizzle = drizzleOver(this.#reader, () => {
      this.statementCount += 1;
    });
  }

  all(text: string, values: readonly SqlValue[]): readonly SqlRow[] {
    this.statementCount += 1;
    return this.#reader.all(text, values);
  }

  value(text: string, values: readonly SqlValue[]): SqlValue {
    this.statementCount += 1;
    return this.#reader.first(text, values)?.[0] ?? null;
  }

  row(text: string, values: readonly SqlValue[]): SqlRow | null {
    this.statementCount += 1;
    return this.#reader.first(text, values) ?? null;
  }

  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#queue.run(async () => {
      await this.#begin();
      try {
        const result = await work({
          drizzle: drizzleOver(this.#writer, () => undefined),
          all: (text, values = []) => this.#writer.all(text, values),
        });
        this.#writer.exec('COMMIT');
        this.#writes += 1;
        return result;
      } catch (error) {
        if (this.#writer.inTransaction) this.#writer.exec('ROLLBACK');
        throw error;
      }
    });
  }

  script(text: string): void {
    this.#writer.exec(text);
  }

  version(): string {
    // `data_version` tells what other connections have committed, `#writes` what this one has: in memory there is one.
    return this.#inMemory ? String(this.#writes) : String(this.#reader.first('PRAGMA data_version', [])?.[0]);
  }

  async close(): Promise<void> {
    await this.#queue.idle();
    if (!this.#inMemory) {
      this.#reader.close();
      // Everything goes into the file itself, so that a copy of it alone is whole.
      this.#writer.exec('PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)');
    }
    this.#writer.close();
  }

  /** Waits for another process without holding the event loop, as a busy timeout would. */
  async #begin(): Promise<void> {
    for (let waitedMs = 0, pauseMs = 1; ; waitedMs += pauseMs, pauseMs = Math.min(pauseMs * 2, 100)) {
      try {
        this.#writer.exec('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if (!isBusy(error) || waitedMs > MAX_BUSY_WAIT_MS) throw error;
        await delay(pauseMs);
      }
    }
  }
}
