import type { ArgBuilder, FieldRef } from '@pothos/core';
import { sql } from 'drizzle-orm';
import { Argument } from '../query/argument.ts';
import { jsonArray } from '../query/json-sql.ts';
import type { Aliases } from '../query/list.ts';
import type { FoundRows } from '../query/list-keys.ts';
import { MAX_BUCKETS } from '../query/refusal.ts';
import { TIMELINE_INTERVALS, type TimelineInterval, timelineRows } from '../query/timeline.ts';
import { builder } from './builder.ts';
import type { Arguments } from './plan-field.ts';

type Types = (typeof builder)['$inferSchemaTypes'];

const DESCRIPTIONS: Record<TimelineInterval, string> = {
  DAY: 'Single days.',
  WEEK: 'Weeks from Monday to Sunday (ISO 8601).',
  MONTH: 'Calendar months.',
  QUARTER: 'Quarters of the calendar year.',
  YEAR: 'Calendar years.',
};

const Interval = builder.enumType('TimelineInterval', {
  description: 'How long the buckets of a timeline are. Days are those of UTC.',
  values: Object.fromEntries(
    TIMELINE_INTERVALS.map((interval) => [interval, { description: DESCRIPTIONS[interval] }]),
  ) as Record<TimelineInterval, { description: string }>, // the keys of DESCRIPTIONS
});

export const TimelineBucket = builder.objectRef<object>('TimelineBucket').implement({
  description: 'A stretch of time, and how many rows of the list were published in it.',
  fields: (t) => ({
    start: t.given({ type: 'Date', description: 'Its first day.' }),
    until: t.given({ type: 'Date', description: 'The first day after it.' }),
    count: t.given({ type: 'Int', description: 'How many; 0 for an empty stretch.' }),
  }),
});

/** The field `timeline` of a connection whose rows have a date of publication. */
export const timelineField = (
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, object>,
  plural: string,
): FieldRef<Types, unknown> =>
  t.planned({
    type: [TimelineBucket],
    description: `How many of the ${plural} that pass the list's filter were published when, oldest first, without gaps, whatever the page. What has no date is in no bucket; a date known by month or year counts by its first day. At most ${MAX_BUCKETS} buckets, else LIMIT_EXCEEDED.`,
    args: {
      interval: t.arg({ type: Interval, defaultValue: 'MONTH', description: 'How long the buckets are.' }),
      from: t.arg({
        type: 'Date',
        description: 'Begin with the bucket that holds this day. Without it: with the oldest of the list.',
      }),
      to: t.arg({
        type: 'Date',
        description: 'End with the bucket that holds this day. Without it: with the newest of the list.',
      }),
    },
    plan: {
      kind: 'over',
      value: (keys, args, { aliases, object }) => {
        const bucket = sql`${sql.identifier(aliases.name())}`;
        const interval = (args('interval').choice ?? 'MONTH') as TimelineInterval; // GraphQL lets no other value through
        const rows = timelineRows(keys, interval, { from: args('from'), to: args('to') }, aliases);
        return jsonArray(
          object({ start: sql`${bucket}.start`, until: sql`${bucket}.until`, count: sql`${bucket}.count` }),
          sql`${rows} ${bucket}`,
        );
      },
    },
  });

/** The arguments of a timeline that always runs from the oldest row to the newest. */
export const spreadArgs = (t: { readonly arg: ArgBuilder<Types> }) => ({
  interval: t.arg({ type: Interval, defaultValue: 'MONTH', description: 'How long the buckets are.' }),
});

/** The rows and values of such a timeline. */
export function spreadRows(keys: FoundRows, args: Arguments, aliases: Aliases) {
  const bucket = sql`${sql.identifier(aliases.name())}`;
  const interval = (args('interval').choice ?? 'MONTH') as TimelineInterval; // GraphQL lets no other value through
  const range = { from: Argument.absent, to: Argument.absent };
  return {
    from: sql`${timelineRows(keys, interval, range, aliases)} ${bucket}`,
    values: { start: sql`${bucket}.start`, until: sql`${bucket}.until`, count: sql`${bucket}.count` },
  };
}
