import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { sluggedColumns } from '../node-columns.ts';

/** Whoever is quoted: one record per person or body across the archive. */
export const speakers = sqliteTable(
  'speakers',
  {
    ...sluggedColumns(),
    /** The fullest name used. */
    name: text('name').notNull(),
    kind: text('kind', { enum: ['PERSON', 'BODY', 'UNKNOWN'] }).notNull(),
    quoteCount: integer('quote_count').notNull().default(0),
  },
  (t) => [index('speakers_by_name').on(t.name, t.id), index('speakers_by_quotes').on(t.quoteCount, t.id)],
);

/** Names that lead to a speaker, and why we hold them to be the same. */
export const speakerNames = sqliteTable(
  'speaker_names',
  {
    /** Folded: lower case, no accents, no titles. */
    key: text('key').notNull(),
    speakerId: integer('speaker_id')
      .notNull()
      .references(() => speakers.id, { onDelete: 'cascade' }),
    /** As printed. */
    name: text('name').notNull(),
    /** How it came to belong to the speaker: `PRINTED` in a piece, `CURATED` by the archive's owner. */
    origin: text('origin', { enum: ['PRINTED', 'CURATED'] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.key, t.speakerId] }), index('speaker_names_by_speaker').on(t.speakerId)],
);
