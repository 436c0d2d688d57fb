import { existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { UserError } from '../errors.ts';
import type { Database, Transaction } from './database.ts';

/** `drizzle/` at the top of the package: the same distance from `src/archive` and from `dist/archive`. */
const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../drizzle', import.meta.url));

const CREATE_JOURNAL = `CREATE TABLE IF NOT EXISTS applied_migrations (
  name TEXT PRIMARY KEY, hash TEXT NOT NULL, applied_at TEXT NOT NULL
)`;

/**
 * Brings the database to the state of this version's tables, and returns the names of what it applied.
 *
 * All of it is one write transaction: of two processes that start at once one migrates and the other, having waited,
 * finds nothing to do. A database that holds data is first copied beside itself.
 *
 * @throws {UserError} ARCHIVE_NEWER when a newer Dateline has written the database.
 */
export async function migrate(
  database: Database,
  path: string | null,
  migrationsFolder: string = MIGRATIONS_FOLDER,
): Promise<readonly string[]> {
  const migrations = readMigrationFiles({ migrationsFolder });
  if ((await pendingOf(database, migrations)).length === 0) return [];
  await backUp(database, path);
  // A table is rebuilt by dropping it, which would take its children along; the pragma does nothing inside a transaction.
  await database.script('PRAGMA foreign_keys = OFF');
  try {
    return await database.write(async (transaction) => {
      await transaction.all(CREATE_JOURNAL);
      const pending = await pendingOf(transaction, migrations);
      for (const migration of pending) {
        for (const statement of migration.sql) if (statement.trim() !== '') await transaction.all(statement);
        await transaction.all('INSERT INTO applied_migrations VALUES (?, ?, ?)', [
          migration.name,
          migration.hash,
          new Date().toISOString(),
        ]);
      }
      const orphans = await transaction.all('PRAGMA foreign_key_check');
      if (orphans.length > 0)
        throw new Error(`Migration would leave ${orphans.length} rows without their parent.`);
      return pending.map(({ name }) => name);
    });
  } finally {
    await database.script('PRAGMA foreign_keys = ON');
  }
}

type Migrations = ReturnType<typeof readMigrationFiles>;

async function pendingOf(
  reader: Pick<Database, 'all'> | Transaction,
  migrations: Migrations,
): Promise<Migrations> {
  const [journal] = await reader.all("SELECT 1 FROM sqlite_master WHERE name = 'applied_migrations'", []);
  if (journal === undefined) return migrations;
  const applied = new Set(
    (await reader.all('SELECT name FROM applied_migrations', [])).map(([name]) => name),
  );
  for (const { name } of migrations) applied.delete(name);
  const [unknown] = applied;
  if (unknown !== undefined) {
    throw new UserError(
      'ARCHIVE_NEWER',
      `The archive was written by a newer Dateline: this one does not know its migration "${unknown}".`,
      'Install that version of Dateline, or open another database with --database.',
    );
  }
  const done = new Set((await reader.all('SELECT name FROM applied_migrations', [])).map(([name]) => name));
  return migrations.filter(({ name }) => !done.has(name));
}

/** Copies a file that already holds tables to `NAME.before-migration`, over an older copy of that name. */
async function backUp(database: Database, path: string | null): Promise<void> {
  if (path === null || !existsSync(path)) return;
  const tables = await database.all("SELECT count(*) FROM sqlite_master WHERE type = 'table'", []);
  if (tables[0]?.[0] === 0) return;
  const copy = `${path}.before-migration`;
  rmSync(copy, { force: true });
  await database.script(`VACUUM INTO '${copy.replaceAll("'", "''")}'`);
}
