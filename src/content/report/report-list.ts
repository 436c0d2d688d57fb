import { sql } from 'drizzle-orm';
import { containing, oneOfValues } from '../../query/filter-fields.ts';
import type { ListDefinition } from '../../query/list.ts';
import { reports } from './report-table.ts';

/** Every list of reports: what can be asked of it and in which order it comes. */
export const reportList: ListDefinition<typeof reports> = {
  name: 'reports',
  table: reports,
  filter: {
    id: (report, value) => oneOfValues(report.nodeId, value),
    slug: (report, value) => oneOfValues(report.slug, value),
    name: (report, value) => sql`${report.name} LIKE ${value.bind(containing)} ESCAPE '\\'`,
  },
  orderings: {
    NAME: { column: (report) => sql`${report.name}`, isDate: false },
    ARTICLE_COUNT: { column: (report) => sql`${report.articleCount}`, isDate: false },
  },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
};
