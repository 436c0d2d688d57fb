import { sql } from 'drizzle-orm';
import { integer, text } from 'drizzle-orm/sqlite-core';

/**
 * What every record has that the API shows as a Relay node.
 *
 * `id` is ours alone and orders ties. `nodeId` is the global ID: a type prefix and a hash of the record's natural
 * key, so that an archive imported anew, or elsewhere, answers to the same IDs. It is stored because SQLite then
 * writes it straight into the answer.
 */
export const nodeColumns = () => ({
  id: integer('id').primaryKey(),
  nodeId: text('node_id').notNull().unique(),
  /** ISO 8601 instant in UTC, of our record and not of the piece. */
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
});

/**
 * A node that people can name in an address: lower case, words joined by hyphens, unique in its table. Latin and Greek
 * letters stand without accents; letters of other scripts stay, as browsers show them in an address and send them
 * percent-encoded (RFC 3987).
 */
export const sluggedColumns = () => ({
  ...nodeColumns(),
  slug: text('slug').notNull().unique(),
});

/**
 * Row number in the full-text index: minutes since August 1459, then `id` in the low 24 bits.
 *
 * FTS5 walks its hits in row order without ranking them, so the newest hits of a common word cost the same in an
 * archive of a thousand pieces and of a million. Stays below 2^53, so that JavaScript reads it exactly; bounds are 16.7
 * million rows and dates from 1459 to 2480, beyond which order by minute is lost, and nothing else.
 */
export const searchKey = () =>
  integer('search_key').generatedAlwaysAs(
    sql.raw('(max(sort_key, -16106127360000) + 16106127360000) / 60000 * 16777216 + id'),
    { mode: 'virtual' },
  );
