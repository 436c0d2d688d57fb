import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { sluggedColumns } from '../node-columns.ts';

/** An in-depth report: a series under which an outlet gathers pieces. */
export const reports = sqliteTable(
  'reports',
  {
    ...sluggedColumns(),
    name: text('name').notNull(),
    url: text('url'),
    articleCount: integer('article_count').notNull().default(0),
  },
  (t) => [index('reports_by_name').on(t.name, t.id)],
);
