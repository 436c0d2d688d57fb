import { sql } from 'drizzle-orm';
import type { Database } from '../archive/database.ts';
import { UserError } from '../errors.ts';
import { Argument } from './argument.ts';
import { Aliases } from './list.ts';
import { type NamedTable, recordNamed, recordsName, recordType } from './named-record.ts';
import { nearestNames } from './nearest-names.ts';
import { buildStatement } from './statement.ts';

/**
 * The row number of the record that a slug or global ID names; a name from before a merge leads to the merged one.
 *
 * @throws {UserError} UNKNOWN_SLUG with the nearest that exist.
 */
export async function idOfRecordNamed(database: Database, table: NamedTable, name: string): Promise<number> {
  const id = recordNamed(table, Argument.constant(name), new Aliases());
  const { text, bind } = buildStatement(sql`SELECT ${id}`);
  const found = await database.value(text, bind({}));
  if (found !== null) return Number(found);
  const near = await nearestNames(database, table, [name]);
  throw new UserError(
    'UNKNOWN_SLUG',
    `There is no ${recordType(table).toLowerCase()} called "${name.slice(0, 80)}".`,
    near.length === 0
      ? `Give a slug or global ID, as the field \`${recordsName(table)}\` lists them.`
      : `Nearest: ${near.map((slug) => `"${slug}"`).join(', ')}.`,
  );
}
