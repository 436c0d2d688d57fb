import { type SQL, sql } from 'drizzle-orm';
import type { Aliases } from './list.ts';
import type { FoundRows } from './list-keys.ts';

/**
 * Finds the rows of a list once and lets `use` ask several things about them. Nothing is found for a list that is the
 * whole table, whose counts are read off indexes.
 */
export function foundOnce(keys: FoundRows, aliases: Aliases, use: (found: FoundRows) => SQL): SQL {
  if (keys.isWhole) return use(keys);
  const found = sql.identifier(aliases.name());
  const value = use({
    ...keys,
    matching: sql`FROM ${found} WHERE 1`,
    id: sql`${found}.id`,
    date: keys.date === null ? null : sql`${found}.date`,
  });
  return sql`(WITH ${found} AS MATERIALIZED (SELECT ${keys.id} AS id, ${keys.date ?? sql`NULL`} AS date ${keys.matching}) SELECT ${value})`;
}
