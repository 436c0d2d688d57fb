import { type Client, createClient, type InValue, type ResultSet } from '@libsql/client';
import { drizzle } from 'drizzle-orm/sqlite-proxy';
import type { Database, SqlRow, SqlValue, Transaction } from './database.ts';
import { WriteQueue } from './write-queue.ts';

export interface ClientDatabaseOptions {
  /** `http://`, `https://` or `libsql://` of the server; for a replica the path of its file (`file:…`). */
  readonly url: string;
  /** The primary's address, which makes this an embedded replica. */
  readonly syncUrl?: string | undefined;
  /** Seconds between two syncs of a replica. */
  readonly syncInterval?: number | undefined;
  readonly authToken?: string | undefined;
}

const rowsOf = (result: ResultSet): SqlRow[] => result.rows.map((row) => Array.from(row) as SqlRow);

/** The client takes mutable arrays of its own value type; ours are the same values. */
const inValues = (values: readonly SqlValue[]): InValue[] => values as InValue[];

interface Executes {
  execute(statement: { sql: string; args: InValue[] }): Promise<ResultSet>;
}

const drizzleOver = (executes: Executes, count: () => void) =>
  drizzle(async (text, values, method) => {
    count();
    const rows = rowsOf(await executes.execute({ sql: text, args: values }));
    return { rows: (method === 'get' ? rows[0] : rows) as unknown[] };
  });

/** A libSQL server, or an embedded replica of one: reads are local there, writes go to the primary. */
export class ClientDatabase implements Database {
  readonly drizzle;
  statementCount = 0;
  readonly #client: Client;
  readonly #queue = new WriteQueue();

  constructor(options: ClientDatabaseOptions) {
    this.#client = createClient({
      url: options.url,
      ...(options.syncUrl !== undefined && { syncUrl: options.syncUrl }),
      ...(options.syncInterval !== undefined && { syncInterval: options.syncInterval }),
      ...(options.authToken !== undefined && { authToken: options.authToken }),
    });
    this.drizzle = drizzleOver(this.#client, () => {
      this.statementCount += 1;
    });
  }

  async all(text: string, values: readonly SqlValue[]): Promise<readonly SqlRow[]> {
    this.statementCount += 1;
    return rowsOf(await this.#client.execute({ sql: text, args: inValues(values) }));
  }

  async value(text: string, values: readonly SqlValue[]): Promise<SqlValue> {
    return (await this.all(text, values))[0]?.[0] ?? null;
  }

  async row(text: string, values: readonly SqlValue[]): Promise<SqlRow | null> {
    return (await this.all(text, values))[0] ?? null;
  }

  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#queue.run(async () => {
      const transaction = await this.#client.transaction('write');
      try {
        const result = await work({
          drizzle: drizzleOver(transaction, () => undefined),
          all: async (text, values = []) =>
            rowsOf(await transaction.execute({ sql: text, args: inValues(values) })),
        });
        // Other processes cannot see a server's `data_version`, so the change is written down.
        await transaction.execute('UPDATE archive_version SET version = version + 1');
        await transaction.commit();
        return result;
      } finally {
        transaction.close();
      }
    });
  }

  async script(text: string): Promise<void> {
    await this.#client.executeMultiple(text);
  }

  async version(): Promise<string> {
    return String(await this.value('SELECT version FROM archive_version', []));
  }

  /** Fetches what the primary has written since; does nothing on a server. */
  async sync(): Promise<void> {
    await this.#client.sync();
  }

  async close(): Promise<void> {
    await this.#queue.idle();
    this.#client.close();
  }
}
