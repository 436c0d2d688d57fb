import { fileURLToPath } from 'node:url';
import { UserError } from '../errors.ts';
import type { Database } from './database.ts';
import { FileDatabase } from './file-database.ts';
import { migrate } from './migrate.ts';

export interface ArchiveOptions {
  /** A path, `:memory:`, `file:…`, or the `http://`, `https://` or `libsql://` address of a libSQL server. */
  readonly url: string;
  /** Address of the primary: `url` is then the file of an embedded replica, which reads locally. */
  readonly syncUrl?: string | undefined;
  /** Seconds between two syncs of a replica. */
  readonly syncInterval?: number | undefined;
  readonly authToken?: string | undefined;
}

/** An open archive: everything is asked of it and stored in it. */
export interface Archive {
  readonly database: Database;
  /** What to call it in messages: the path or the address, without credentials. */
  readonly location: string;
  /** Migrations that opening it has applied. */
  readonly migrated: readonly string[];
  close(): Promise<void>;
}

const SERVER_ADDRESS = /^(https?|libsql|wss?):\/\//;

/**
 * Opens an archive, creating it where there is none, and brings it up to date.
 *
 * @throws {UserError} CONFIG for an address that is none; ARCHIVE_NEWER when a newer Dateline has written it.
 */
export async function openArchive(options: ArchiveOptions): Promise<Archive> {
  const path = pathOf(options);
  const database = await connect(options, path);
  try {
    const migrated = await migrate(database, path === ':memory:' ? null : path);
    return {
      database,
      location: path ?? withoutCredentials(options.url),
      migrated,
      close: () => database.close(),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The path of a file of our own; null for a server, and for a replica, whose file belongs to the client. */
function pathOf({ url, syncUrl }: ArchiveOptions): string | null {
  if (SERVER_ADDRESS.test(url) || syncUrl !== undefined) return null;
  if (!url.startsWith('file:')) return url;
  return url.startsWith('file:///') ? fileURLToPath(url) : url.slice('file:'.length);
}

async function connect(options: ArchiveOptions, path: string | null): Promise<Database> {
  try {
    if (path !== null) return new FileDatabase(path);
    const url =
      options.syncUrl !== undefined && !options.url.startsWith('file:') ? `file:${options.url}` : options.url;
    // Its client is many modules, which a file does without.
    const { ClientDatabase } = await import('./client-database.ts');
    return new ClientDatabase({ ...options, url });
  } catch (cause) {
    throw new UserError(
      'CONFIG',
      `Cannot open the database ${path ?? withoutCredentials(options.url)}.`,
      'Check DATABASE_URL or --database: a writable path, or the address of a libSQL server that runs.',
      { cause },
    );
  }
}

const withoutCredentials = (url: string): string => url.replace(/\/\/[^@/]*@/, '//').replace(/\?.*$/, '');
