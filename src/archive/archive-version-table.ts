import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';

/** One row that counts the writes made through a server, where SQLite's own `data_version` cannot be seen. */
export const archiveVersion = sqliteTable('archive_version', {
  id: integer('id').primaryKey(),
  version: integer('version').notNull(),
});
