import type { Database, MaybePromise, SqlRow, SqlValue } from '../archive/database.ts';
import { UserError } from '../errors.ts';
import type { Variables } from '../query/argument.ts';
import { recordsName, recordType } from '../query/named-record.ts';
import { nearestNames } from '../query/nearest-names.ts';
import { refusalBehind } from '../query/refusal.ts';
import type { Statement } from '../query/statement.ts';

/**
 * Runs a statement that writes an answer, and reads what its checks found: one statement, unless a name is unknown.
 *
 * @throws {UserError} UNKNOWN_SLUG for names that no record has, with the nearest that exist; LIMIT_EXCEEDED for a
 * limit that only the data could tell of; what the variables' bindings throw.
 */
export function runAnswer(
  database: Database,
  statement: Statement,
  variables: Variables,
): MaybePromise<SqlValue> {
  const values = statement.bind(variables);
  try {
    if (statement.checks.length === 0) return refusing(database.value(statement.text, values));
    const row = refusing(database.row(statement.text, values));
    return row instanceof Promise
      ? row.then((awaited) => checked(database, statement, awaited))
      : checked(database, statement, row);
  } catch (error) {
    throw refusalBehind(error);
  }
}

function refusing<Value>(value: MaybePromise<Value>): MaybePromise<Value> {
  if (!(value instanceof Promise)) return value;
  return value.catch((error: unknown) => {
    throw refusalBehind(error);
  });
}

function checked(database: Database, { checks }: Statement, row: SqlRow | null): MaybePromise<SqlValue> {
  const found = checks.findIndex((_, index) => (row?.[index + 1] ?? null) !== null);
  const check = checks[found];
  if (check === undefined) return row?.[0] ?? null;
  return unknownNames(database, check.table, JSON.parse(String(row?.[found + 1])) as string[]); // names as SQLite listed them
}

async function unknownNames(
  database: Database,
  table: Parameters<typeof recordsName>[0],
  names: readonly string[],
): Promise<never> {
  const kind = recordsName(table);
  const near = await nearestNames(database, table, names);
  const list = names.map((name) => `"${name.slice(0, 80)}"`).join(', ');
  throw new UserError(
    'UNKNOWN_SLUG',
    names.length === 1
      ? `There is no ${recordType(table).toLowerCase()} called ${list}.`
      : `There are no ${kind} called ${list}.`,
    near.length === 0
      ? `Filters take slugs or global IDs, as the field \`${kind}\` lists them.`
      : `Nearest: ${near.map((name) => `"${name}"`).join(', ')}. Filters take slugs or global IDs, as \`${kind}\` lists them.`,
  );
}
