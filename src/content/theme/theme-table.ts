import { type AnySQLiteColumn, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { sluggedColumns } from '../node-columns.ts';

/** A subject, in the tree of IPTC Media Topics where one fits, else a term of the archive's own. */
export const themes = sqliteTable(
  'themes',
  {
    ...sluggedColumns(),
    name: text('name').notNull(),
    /** IPTC Media Topic as `medtop:06000000`; null for a term of the archive's own. */
    code: text('code').unique(),
    parentId: integer('parent_id').references((): AnySQLiteColumn => themes.id),
    /** Pieces about it or about what lies under it. */
    articleCount: integer('article_count').notNull().default(0),
  },
  (t) => [index('themes_by_parent').on(t.parentId, t.name, t.id), index('themes_by_name').on(t.name, t.id)],
);

/** Every pair of a term and what lies under it, itself included at distance 0. */
export const themeClosure = sqliteTable(
  'theme_closure',
  {
    ancestorId: integer('ancestor_id')
      .notNull()
      .references(() => themes.id, { onDelete: 'cascade' }),
    descendantId: integer('descendant_id')
      .notNull()
      .references(() => themes.id, { onDelete: 'cascade' }),
    distance: integer('distance').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ancestorId, t.descendantId] }),
    index('theme_closure_by_descendant').on(t.descendantId, t.distance, t.ancestorId),
  ],
);

/** Names under which a printed theme finds its record, folded to lower case without accents. */
export const themeNames = sqliteTable('theme_names', {
  name: text('name').primaryKey(),
  themeId: integer('theme_id')
    .notNull()
    .references(() => themes.id, { onDelete: 'cascade' }),
});
