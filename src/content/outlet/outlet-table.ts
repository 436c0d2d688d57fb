import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { sluggedColumns } from '../node-columns.ts';

/** Where pieces appear: a newspaper, an agency, a site. */
export const outlets = sqliteTable(
  'outlets',
  {
    ...sluggedColumns(),
    name: text('name').notNull(),
    url: text('url'),
    membershipUrl: text('membership_url'),
    discussionUrl: text('discussion_url'),
    newsletterUrl: text('newsletter_url'),
    /** Address for rights and other questions, as printed. */
    contact: text('contact'),
    mediaContact: text('media_contact'),
    /** How many languages the outlet says it offers; null where it says nothing. */
    languageCount: integer('language_count'),
    /** Pieces published here: kept in step on import, so that lists need not count. */
    articleCount: integer('article_count').notNull().default(0),
  },
  (t) => [index('outlets_by_name').on(t.name, t.id)],
);

export const outletProfiles = sqliteTable(
  'outlet_profiles',
  {
    outletId: integer('outlet_id')
      .notNull()
      .references(() => outlets.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    network: text('network').notNull(),
    url: text('url'),
  },
  (t) => [primaryKey({ columns: [t.outletId, t.position] })],
);
