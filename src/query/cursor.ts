import { type SQL, sql } from 'drizzle-orm';
import { UserError } from '../errors.ts';
import { literal } from './json-sql.ts';

/** Grows when cursors change their meaning, so that an old one is refused instead of misread. */
const VERSION = 1;

/**
 * A cursor, made by SQLite: hexadecimal of `[version, list, keys…]`.
 *
 * It holds the keys of the row it stands for and not a number of rows, so it survives inserts and deletes.
 */
export const cursorSql = (list: string, keys: readonly SQL[]): SQL =>
  sql`hex(json_array(${sql.raw(String(VERSION))}, ${literal(list)}, ${sql.join([...keys], sql.raw(', '))}))`;

/**
 * The keys that a cursor holds.
 *
 * @throws {UserError} BAD_CURSOR when another list or ordering, or nobody, made it.
 */
export function readCursor(cursor: string, list: string, keyCount: number): readonly (string | number)[] {
  const parts = decode(cursor);
  if (Array.isArray(parts) && parts.length === keyCount + 2 && parts[0] === VERSION && parts[1] === list) {
    const keys: unknown[] = parts.slice(2);
    if (keys.every((key): key is string | number => typeof key === 'string' || typeof key === 'number'))
      return keys;
  }
  throw new UserError(
    'BAD_CURSOR',
    `"${cursor.slice(0, 40)}" is not a cursor of this list in this order.`,
    'Pass an `endCursor` or `startCursor` taken from the same list with the same `orderBy`.',
  );
}

function decode(cursor: string): unknown {
  if (!/^(?:[0-9A-Fa-f]{2}){1,2000}$/.test(cursor)) return null;
  try {
    return JSON.parse(Buffer.from(cursor, 'hex').toString('utf8'));
  } catch {
    return null;
  }
}
