import type { InputFieldMap, InputRef } from '@pothos/core';
import { builder } from './builder.ts';

type Types = (typeof builder)['$inferSchemaTypes'];
type InputFields = PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>;

// The parts that filters of all lists are made of: one word means the same everywhere.

export const RecordFilter = builder.inputType('RecordFilter', {
  description: 'Records by name: `{ in: ["the-harbour-post"] }`.',
  fields: (t) => ({
    in: t.field({
      type: ['ID'],
      description: 'Slugs or global IDs. One of them must be meant. An empty list lets nothing through.',
    }),
  }),
});

export const TermFilter = builder.inputType('TermFilter', {
  description:
    'Terms of a tree (regions, themes) by name, with all that lies under them: `{ in: ["europe"] }`.',
  fields: (t) => ({
    in: t.field({
      type: ['ID'],
      description: 'Slugs or global IDs. One of them must be meant. An empty list lets nothing through.',
    }),
    includeDescendants: t.boolean({
      defaultValue: true,
      description: 'Whether a term stands for what lies under it too: `europe` for Portugal.',
    }),
  }),
});

export const DateRange = builder.inputType('DateRange', {
  description:
    'A range of days, in UTC, both ends included. A missing end is open. Records without a date are never in it.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'The first day, such as `2024-03-01`.' }),
    to: t.field({ type: 'Date', description: 'The last day, such as `2024-03-31`.' }),
  }),
});

export const IntRange = builder.inputType('IntRange', {
  description: 'A range of whole numbers, both ends included. A missing end is open.',
  fields: (t) => ({
    min: t.int({ description: 'The smallest that passes.' }),
    max: t.int({ description: 'The largest that passes.' }),
  }),
});

/** Declares the filter that every list of a kind takes: its own fields, and how filters are put together. */
export function filterInput(
  name: string,
  plural: string,
  fields: (t: InputFields) => InputFieldMap,
): InputRef<unknown> {
  const ref = builder.inputRef<object>(name);
  return ref.implement({
    description: `Which ${plural}. Fields of one object must all hold; an empty object lets everything through.`,
    fields: (t) => ({
      ...fields(t),
      and: t.field({ type: [ref], description: 'All of these hold.' }),
      or: t.field({
        type: [ref],
        description: 'At least one of these holds. An empty list lets nothing through.',
      }),
      not: t.field({ type: ref, description: 'This does not hold.' }),
    }),
  });
}

/** The fields that filters of named records share. */
export const namedRecordFields = (t: InputFields): InputFieldMap => ({
  id: t.field({ type: ['ID'], description: 'One of these global IDs.' }),
  slug: t.stringList({ description: 'One of these slugs.' }),
  name: t.string({ description: 'The name contains this, in upper or lower case.' }),
});
