import { type SQL, sql } from 'drizzle-orm';
import { UserError } from '../errors.ts';
import { literal } from './json-sql.ts';

// Some limits are known only while a statement runs: how many days lie between the oldest and the newest row. SQLite has
// no RAISE outside triggers, but it refuses a JSON path that is none and prints the path in its message.

/** Buckets of one timeline, at most: a thousand days, or a thousand years. */
export const MAX_BUCKETS = 1_000;

/** A timeline that is too fine for its range. */
export const tooManyBuckets = (): UserError =>
  new UserError(
    'LIMIT_EXCEEDED',
    `The timeline would have more than ${MAX_BUCKETS} buckets.`,
    'Take a longer interval, or give `from` and `to`.',
  );

/** SQLite's parser keeps a hundred places: a list within a record takes about thirty of them, lists within lists less. */
const tooDeep = (cause: unknown): UserError =>
  new UserError(
    'LIMIT_EXCEEDED',
    'The request nests lists, records and filters too deeply for one answer.',
    'Five lists and records within one another fit. Ask for what lies deeper by the IDs of what holds it, with `nodes`.',
    { cause },
  );

/** What SQLite says of a statement that it cannot take in, in a file or on a server. */
const TOO_DEEP = /parser stack overflow|Expression tree is too large|too many FROM clause terms/i;

const REFUSALS = { TOO_MANY_BUCKETS: tooManyBuckets } as const;

/** An expression that ends the statement with a refusal when it is evaluated. `witness` keeps SQLite from doing so early. */
export const refuse = (reason: keyof typeof REFUSALS, witness: SQL): SQL =>
  sql`json_extract('{}', ${literal(`dateline refuses ${reason} `)} || ${witness})`;

/** The caller's mistake behind an error that `refuse` has raised; any other error as it is. */
export function refusalBehind(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (TOO_DEEP.test(error.message)) return tooDeep(error);
  const reason = /dateline refuses ([A-Z_]+) /.exec(error.message)?.[1];
  return reason !== undefined && reason in REFUSALS ? REFUSALS[reason as keyof typeof REFUSALS]() : error; // `in` has told
}
