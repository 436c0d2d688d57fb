import { type Column, type SQL, sql } from 'drizzle-orm';
import { builder } from './builder.ts';
import type { ObjectValues } from './plan-field.ts';

export const DatePrecision = builder.enumType('DatePrecision', {
  description: 'How much of a date is known.',
  values: {
    YEAR: { description: 'The year alone: `2024`.' },
    MONTH: { description: 'Year and month: `2024-03`.' },
    DAY: { description: 'A day: `2024-03-09`.' },
    MINUTE: { description: 'A day and a time to the minute.' },
    SECOND: { description: 'A day and a time to the second.' },
  } as const,
});

/** A date as precise as its source. */
export const PartialDate = builder.objectRef<object>('PartialDate').implement({
  description:
    'A date as precise as the page gives it, and never more: a page that prints only a day has no time.',
  fields: (t) => ({
    iso: t.given({
      type: 'String',
      description:
        'ISO 8601 at its own precision: `2024`, `2024-03`, `2024-03-09` or `2024-03-09T14:30:00+01:00`.',
    }),
    precision: t.given({ type: DatePrecision, description: 'How much of it is known.' }),
    date: t.given({
      type: 'Date',
      nullable: true,
      description: 'The day, as the page gives it. Null when only a year or a month is known.',
    }),
    dateTime: t.given({
      type: 'DateTime',
      nullable: true,
      description: 'The instant, in UTC. Null when the page gives no time, or a time without a zone.',
    }),
    printed: t.given({
      type: 'String',
      nullable: true,
      description:
        'As printed on the page: "September 08, 2023". Null when it comes from a machine-readable field.',
    }),
  }),
});

/** The values of a date that three columns hold. */
export function partialDateValues(
  iso: Column | SQL,
  precision: Column | SQL,
  printed: Column | SQL,
): ObjectValues {
  return {
    iso: sql`${iso}`,
    precision: sql`${precision}`,
    date: sql`CASE WHEN length(${iso}) >= 10 THEN substr(${iso}, 1, 10) END`,
    // SQLite reads offsets and gives UTC; a time without a zone names no instant.
    dateTime: sql`CASE WHEN ${iso} GLOB '*T*Z' OR ${iso} GLOB '*T*[+-][0-9][0-9]:[0-9][0-9]' THEN strftime('%Y-%m-%dT%H:%M:%fZ', ${iso}) END`,
    printed: sql`${printed}`,
  };
}
