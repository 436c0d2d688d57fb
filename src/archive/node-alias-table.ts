import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Global IDs and slugs of records that were merged into another: they keep working. */
export const nodeAliases = sqliteTable('node_aliases', {
  /** A former global ID, or `Type/slug` for a former slug. */
  alias: text('alias').primaryKey(),
  nodeId: text('node_id').notNull(),
});
