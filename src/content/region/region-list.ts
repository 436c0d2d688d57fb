import { sql } from 'drizzle-orm';
import { containing, isRoot, oneOfValues, within } from '../../query/filter-fields.ts';
import type { ListDefinition } from '../../query/list.ts';
import { regionClosure, regions } from './region-table.ts';

/** Every list of regions: what can be asked of it and in which order it comes. */
export const regionList: ListDefinition<typeof regions> = {
  name: 'regions',
  table: regions,
  filter: {
    id: (region, value) => oneOfValues(region.nodeId, value),
    slug: (region, value) => oneOfValues(region.slug, value),
    name: (region, value) => sql`${region.name} LIKE ${value.bind(containing)} ESCAPE '\\'`,
    code: (region, value) => oneOfValues(region.code, value),
    kind: (region, value) => oneOfValues(region.kind, value),
    isRoot: (region, value) => isRoot(region.parentId, value),
    within: (region, value, aliases) => within(region.id, regions, regionClosure, value, aliases),
  },
  orderings: {
    NAME: { column: (region) => sql`${region.name}`, isDate: false },
    ARTICLE_COUNT: { column: (region) => sql`${region.articleCount}`, isDate: false },
  },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
};
