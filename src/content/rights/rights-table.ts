import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { articles } from '../article/article-table.ts';
import { outlets } from '../outlet/outlet-table.ts';

/** The small print of an outlet, in its own words: stored once per outlet and wording, not once per piece. */
export const rightsTexts = sqliteTable('rights_texts', {
  id: integer('id').primaryKey(),
  outletId: integer('outlet_id').references(() => outlets.id, { onDelete: 'cascade' }),
  /** SHA-256 of outlet and wording, hex. */
  contentHash: text('content_hash').notNull().unique(),
  disclaimer: text('disclaimer'),
  permission: text('permission'),
  conditions: text('conditions'),
  fairUse: text('fair_use'),
  contact: text('contact'),
  licenceUrl: text('licence_url'),
});

/** Who holds the rights to a piece, in printed order. */
export const rightsHolders = sqliteTable(
  'rights_holders',
  {
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    url: text('url'),
  },
  (t) => [primaryKey({ columns: [t.articleId, t.position] }), index('rights_holders_by_name').on(t.name)],
);
