import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Aliases } from './list.ts';
import type { FoundRows } from './list-keys.ts';

/** Where the values stand by which a facet counts listed rows. */
export interface FacetSource {
  /** What stands behind FROM. */
  readonly tables: SQL;
  /** Conditions that hold the tables together. */
  readonly where?: SQL;
  /** The listed row's id in them. */
  readonly id: SQL;
  /** The value to count by; rows without one are left out. */
  readonly key: SQL;
  /** What is counted, where a listed row can stand there more than once under one value. */
  readonly counted?: SQL;
  /** Only these values make a bucket. */
  readonly only?: (keys: FoundRows) => SQL;
  /** Rows without a value make a bucket too. */
  readonly countsMissing?: boolean;
  /** The order of buckets; the fullest first without one. */
  readonly order?: SQL;
}

/** The values and counts of a facet, as a table of `key` and `count`, at most `limit` rows. */
export function facetRows(keys: FoundRows, source: FacetSource, limit: SQL, aliases: Aliases): SQL {
  const order = source.order ?? sql`count DESC, key`;
  return sql`(SELECT ${source.key} AS key, ${counted(source)} AS count ${fromListed(keys, source, aliases)} GROUP BY 1 ORDER BY ${order} LIMIT ${limit})`;
}

const counted = ({ counted: what }: FacetSource): SQL =>
  what === undefined ? sql`count(*)` : sql`count(DISTINCT ${what})`;

/** `FROM … WHERE …` of the source's rows that belong to listed ones; straight off its index for a whole table. */
function fromListed(keys: FoundRows, source: FacetSource, aliases: Aliases): SQL {
  // The `+` keeps the values out of the index: each listed row would be looked up once for every one of them.
  const key = keys.isWhole ? source.key : sql`+${source.key}`;
  const conditions = [
    ...(source.where === undefined ? [] : [source.where]),
    ...(source.countsMissing === true ? [] : [sql`${source.key} IS NOT NULL`]),
    ...(source.only === undefined ? [] : [sql`${key} IN ${source.only(keys)}`]),
  ];
  if (keys.isWhole) return sql`FROM ${source.tables} WHERE ${all(conditions)}`;
  const listed = sql.identifier(aliases.name());
  return sql`FROM (SELECT ${keys.id} AS id ${keys.matching}) ${listed} CROSS JOIN ${source.tables} WHERE ${all([sql`${source.id} = ${listed}.id`, ...conditions])}`;
}

const all = (conditions: readonly SQL[]): SQL =>
  conditions.length === 0 ? sql`1` : sql.join([...conditions], sql.raw(' AND '));

/** The values that occur among listed rows, as a subquery: which terms of a tree pieces state. */
export const occurring =
  (source: FacetSource, aliases: Aliases) =>
  (keys: FoundRows): SQL =>
    sql`(SELECT ${source.key} ${fromListed(keys, source, aliases)})`;

/** The record that a bucket stands for. */
export const bucketRecord = (table: SQLiteTable & { readonly id: unknown }, bucket: SQL) => ({
  table,
  on: (record: SQLiteTable) => sql`${(record as typeof table).id} = ${bucket}.key`, // the same table under an alias
});
