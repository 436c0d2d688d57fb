import { type Column, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Argument } from './argument.ts';
import { type Aliases, fromRow, originalName } from './list.ts';

/** A table whose records people name by slug or by global ID. */
export type NamedTable = SQLiteTable & {
  readonly id: Column;
  readonly nodeId: Column;
  readonly slug?: Column;
};

/** The GraphQL type of a table's records, as in `node_aliases`: `regions` holds `Region`. */
export const recordType = (table: SQLiteTable): string => {
  const name = originalName(table);
  return `${name.charAt(0).toUpperCase()}${name.slice(1, -1)}`;
};

/** The row number of the record that a slug or global ID names, or null; a name from before a merge leads to the merged one. */
function idByName(table: NamedTable, name: SQL, aliases: Aliases): SQL {
  const [row, merged] = [aliases.of(table), aliases.of(table)];
  const bySlug = row.slug === undefined ? sql.empty() : sql` OR ${row.slug} = ${name}`;
  const former =
    row.slug === undefined
      ? sql`= ${name}`
      : sql`IN (${name}, ${sql.raw(`'${recordType(table)}/'`)} || ${name})`;
  return sql`coalesce((SELECT ${row.id} FROM ${fromRow(row)} WHERE ${row.nodeId} = ${name}${bySlug}), (SELECT ${merged.id} FROM node_aliases JOIN ${fromRow(merged)} ON ${merged.nodeId} = node_aliases.node_id WHERE node_aliases.alias ${former}))`;
}

/** The row number of the record that one argument names; a name that nobody has is reported, whatever the rest gives. */
export function recordNamed(table: NamedTable, argument: Argument, aliases: Aliases): SQL {
  const name = argument.bind();
  aliases.check({
    table,
    unknown: sql`CASE WHEN ${idByName(table, name, aliases)} IS NULL THEN json_array(${name}) END`,
  });
  return idByName(table, name, aliases);
}

/** The row number of the one record that a list of one slug or global ID names. */
export const onlyRecordNamed = (table: NamedTable, names: Argument, aliases: Aliases): SQL =>
  recordNamed(table, names.firstItem(), aliases);

/** The row numbers of the records that a list of slugs or global IDs names, as a subquery. */
export function recordsNamed(table: NamedTable, names: Argument, aliases: Aliases): SQL {
  const given = names.bindList();
  const name = sql.identifier(aliases.name());
  const id = (): SQL => idByName(table, sql`${name}.value`, aliases);
  aliases.check({
    table,
    unknown: sql`nullif((SELECT json_group_array(${name}.value) FROM json_each(${given}) ${name} WHERE ${id()} IS NULL), '[]')`,
  });
  return sql`(SELECT ${id()} FROM json_each(${given}) ${name})`;
}

/** The table's own name, for messages: "regions". */
export const recordsName = (table: SQLiteTable): string => originalName(table);
