import { type AnySQLiteColumn, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { sluggedColumns } from '../node-columns.ts';

/** A place that pieces are about, in the tree of UN M49: world, continents, sub-regions, countries, and printed places of their own. */
export const regions = sqliteTable(
  'regions',
  {
    ...sluggedColumns(),
    name: text('name').notNull(),
    /** ISO 3166-1 alpha-2 for countries, UN M49 for what lies above them; null for a place known by its name alone. */
    code: text('code').unique(),
    /** UN M49, three digits. */
    m49: text('m49'),
    kind: text('kind', {
      enum: ['WORLD', 'CONTINENT', 'SUBREGION', 'GROUPING', 'COUNTRY', 'PLACE'],
    }).notNull(),
    parentId: integer('parent_id').references((): AnySQLiteColumn => regions.id),
    /** Pieces about it or about what lies under it. */
    articleCount: integer('article_count').notNull().default(0),
  },
  (t) => [index('regions_by_parent').on(t.parentId, t.name, t.id), index('regions_by_name').on(t.name, t.id)],
);

/** Every pair of a term and what lies under it, itself included at distance 0. */
export const regionClosure = sqliteTable(
  'region_closure',
  {
    ancestorId: integer('ancestor_id')
      .notNull()
      .references(() => regions.id, { onDelete: 'cascade' }),
    descendantId: integer('descendant_id')
      .notNull()
      .references(() => regions.id, { onDelete: 'cascade' }),
    distance: integer('distance').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ancestorId, t.descendantId] }),
    index('region_closure_by_descendant').on(t.descendantId, t.distance, t.ancestorId),
  ],
);

/** Names under which a printed region finds its record, folded to lower case without accents. */
export const regionNames = sqliteTable('region_names', {
  name: text('name').primaryKey(),
  regionId: integer('region_id')
    .notNull()
    .references(() => regions.id, { onDelete: 'cascade' }),
});
