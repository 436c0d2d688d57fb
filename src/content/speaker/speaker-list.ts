import { sql } from 'drizzle-orm';
import { containing, oneOfValues } from '../../query/filter-fields.ts';
import type { ListDefinition } from '../../query/list.ts';
import { speakers } from './speaker-table.ts';

/** Every list of speakers: what can be asked of it and in which order it comes. */
export const speakerList: ListDefinition<typeof speakers> = {
  name: 'speakers',
  table: speakers,
  filter: {
    id: (speaker, value) => oneOfValues(speaker.nodeId, value),
    slug: (speaker, value) => oneOfValues(speaker.slug, value),
    name: (speaker, value) => sql`${speaker.name} LIKE ${value.bind(containing)} ESCAPE '\\'`,
    kind: (speaker, value) => oneOfValues(speaker.kind, value),
  },
  orderings: {
    NAME: { column: (speaker) => sql`${speaker.name}`, isDate: false },
    QUOTE_COUNT: { column: (speaker) => sql`${speaker.quoteCount}`, isDate: false },
  },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
};
