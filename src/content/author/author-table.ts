import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { sluggedColumns } from '../node-columns.ts';

/** Whoever writes: a person, or a body such as an agency or a newsroom. */
export const authors = sqliteTable(
  'authors',
  {
    ...sluggedColumns(),
    name: text('name').notNull(),
    kind: text('kind', { enum: ['PERSON', 'BODY'] })
      .notNull()
      .default('PERSON'),
    /** The newest author's note, as printed. */
    description: text('description'),
    url: text('url'),
    articleCount: integer('article_count').notNull().default(0),
  },
  (t) => [index('authors_by_name').on(t.name, t.id)],
);

export const authorProfiles = sqliteTable(
  'author_profiles',
  {
    authorId: integer('author_id')
      .notNull()
      .references(() => authors.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    network: text('network').notNull(),
    url: text('url'),
  },
  (t) => [primaryKey({ columns: [t.authorId, t.position] })],
);

export const authorAffiliations = sqliteTable(
  'author_affiliations',
  {
    authorId: integer('author_id')
      .notNull()
      .references(() => authors.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    name: text('name').notNull(),
  },
  (t) => [primaryKey({ columns: [t.authorId, t.position] })],
);
