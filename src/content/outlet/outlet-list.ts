import { sql } from 'drizzle-orm';
import { containing, oneOfValues } from '../../query/filter-fields.ts';
import type { ListDefinition } from '../../query/list.ts';
import { outlets } from './outlet-table.ts';

/** Every list of outlets: what can be asked of it and in which order it comes. */
export const outletList: ListDefinition<typeof outlets> = {
  name: 'outlets',
  table: outlets,
  filter: {
    id: (outlet, value) => oneOfValues(outlet.nodeId, value),
    slug: (outlet, value) => oneOfValues(outlet.slug, value),
    name: (outlet, value) => sql`${outlet.name} LIKE ${value.bind(containing)} ESCAPE '\\'`,
  },
  orderings: {
    NAME: { column: (outlet) => sql`${outlet.name}`, isDate: false },
    ARTICLE_COUNT: { column: (outlet) => sql`${outlet.articleCount}`, isDate: false },
  },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
};
