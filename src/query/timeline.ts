import { type SQL, sql } from 'drizzle-orm';
import { type Argument, parameter } from './argument.ts';
import { inOrder } from './filter-fields.ts';
import { type Aliases, UNDATED_KEY } from './list.ts';
import type { FoundRows } from './list-keys.ts';
import { MAX_BUCKETS, refuse, tooManyBuckets } from './refusal.ts';

export const TIMELINE_INTERVALS = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const;

export type TimelineInterval = (typeof TIMELINE_INTERVALS)[number];

/** Days between 0000-01-01 and 1970-01-01: so shifted, whole division rounds days before 1970 down as well. */
const EPOCH_DAY = 719_528;

const DAY_MS = 86_400_000;

/** What SQLite's date functions are told: the first day of the interval that holds `day`. */
const startOf: Record<TimelineInterval, (day: SQL) => SQL> = {
  DAY: (day) => sql`date(${day})`,
  WEEK: (day) => sql`date(${day}, 'weekday 0', '-6 days')`,
  MONTH: (day) => sql`date(${day}, 'start of month')`,
  QUARTER: (day) =>
    sql`date(${day}, 'start of month', '-' || ((strftime('%m', ${day}) - 1) % 3) || ' months')`,
  YEAR: (day) => sql`date(${day}, 'start of year')`,
};

const STEP: Record<TimelineInterval, string> = {
  DAY: '+1 day',
  WEEK: '+7 days',
  MONTH: '+1 month',
  QUARTER: '+3 months',
  YEAR: '+1 year',
};

/** Days of the shortest interval of each kind. */
const DAYS: Record<TimelineInterval, number> = { DAY: 1, WEEK: 7, MONTH: 28, QUARTER: 90, YEAR: 365 };

/**
 * The buckets of a timeline as a table of `start`, `until` (the next bucket's start) and `count`, oldest first and
 * without gaps, from the bucket that holds `from` to the one that holds `to`; missing ends are the oldest and the
 * newest dated row. Whole days in UTC, weeks from Monday (ISO 8601). Undated rows are in no bucket.
 *
 * @throws {UserError} BAD_RANGE when `from` lies after `to`; LIMIT_EXCEEDED for more buckets than `MAX_BUCKETS`.
 */
export function timelineRows(
  keys: FoundRows,
  interval: TimelineInterval,
  range: { readonly from: Argument; readonly to: Argument },
  aliases: Aliases,
): SQL {
  if (keys.date === null) throw new Error('A timeline is made of rows with a date.');
  const name = () => sql.identifier(aliases.name());
  const [days, counts, span, buckets] = [name(), name(), name(), name()];
  const start = startOf[interval];
  const step = sql.raw(`'${STEP[interval]}'`);
  const { from, to } = boundEnds(range, interval);
  const inRange = [
    sql`${keys.date} > ${UNDATED_KEY}`,
    ...(from === null ? [] : [sql`${keys.date} >= unixepoch(${start(from)}) * 1000`]),
    ...(to === null ? [] : [sql`${keys.date} < unixepoch(${start(to)}, ${step}) * 1000`]),
  ];
  // Days are whole numbers, far fewer than rows: only they go through the date functions.
  const day = sql`(${keys.date} + ${sql.raw(String(EPOCH_DAY * DAY_MS))}) / ${sql.raw(String(DAY_MS))}`;
  const dayAsText = sql`date((day - ${sql.raw(String(EPOCH_DAY))}) * 86400, 'unixepoch')`;
  const next = sql`date(${buckets}.start, ${step})`;
  const cap = sql.raw(String(MAX_BUCKETS));
  return sql`(WITH RECURSIVE ${days} AS MATERIALIZED (SELECT ${day} AS day, count(*) AS count ${keys.matching} AND ${sql.join(inRange, sql.raw(' AND '))} GROUP BY 1), ${counts} AS MATERIALIZED (SELECT ${start(dayAsText)} AS start, sum(count) AS count FROM ${days} GROUP BY 1), ${span} AS MATERIALIZED (SELECT ${from === null ? sql`(SELECT min(start) FROM ${counts})` : start(from)} AS oldest, ${to === null ? sql`(SELECT max(start) FROM ${counts})` : start(to)} AS newest), ${buckets}(start, n) AS (SELECT oldest, 1 FROM ${span} WHERE oldest <= newest UNION ALL SELECT ${next}, CASE WHEN n < ${cap} THEN n + 1 ELSE ${refuse('TOO_MANY_BUCKETS', sql`n`)} END FROM ${buckets}, ${span} WHERE ${next} <= ${span}.newest) SELECT ${buckets}.start AS start, ${next} AS until, coalesce(${counts}.count, 0) AS count FROM ${buckets} LEFT JOIN ${counts} ON ${counts}.start = ${buckets}.start)`;
}

/** The given ends as parameters that are checked together; null for one that is missing. */
function boundEnds(
  { from, to }: { readonly from: Argument; readonly to: Argument },
  interval: TimelineInterval,
): { readonly from: SQL | null; readonly to: SQL | null } {
  const bind = (end: 'from' | 'to'): SQL =>
    parameter((variables) => {
      const given = { from: from.read(variables), to: to.read(variables) };
      const ends = inOrder(given, 'from', 'to');
      if (daysBetween(given) / DAYS[interval] > MAX_BUCKETS) throw tooManyBuckets();
      return dayText(ends[end]);
    });
  return { from: from.isGiven ? bind('from') : null, to: to.isGiven ? bind('to') : null };
}

const dayText = (day: unknown): string =>
  day instanceof Date ? day.toISOString().slice(0, 10) : String(day);

/** Whole days from one end to the other; 0 when one is missing. */
const daysBetween = ({ from, to }: { readonly from: unknown; readonly to: unknown }): number => {
  if (from === undefined || from === null || to === undefined || to === null) return 0;
  return (Date.parse(dayText(to)) - Date.parse(dayText(from))) / DAY_MS;
};
