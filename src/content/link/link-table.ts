import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { articles } from '../article/article-table.ts';

/** A link in the body of a piece. */
export const links = sqliteTable(
  'links',
  {
    id: integer('id').primaryKey(),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    /** The anchor text. */
    text: text('text').notNull(),
    /** Null where the capture kept no address (`#`). */
    url: text('url'),
    /** Where the anchor text stands in the plain body: UTF-16 units, `end` exclusive. */
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    /** The piece it leads to, when the archive holds it. */
    targetId: integer('target_id').references(() => articles.id, { onDelete: 'set null' }),
    /** The linking piece's sort key. */
    sortKey: integer('sort_key').notNull(),
  },
  (t) => [
    index('links_by_article').on(t.articleId, t.position),
    index('links_by_target').on(t.targetId, t.sortKey, t.articleId),
    index('links_by_url').on(t.url),
  ],
);
