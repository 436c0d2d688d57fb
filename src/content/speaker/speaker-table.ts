import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { sluggedColumns } from '../node-columns.ts';

/**
 * Why a name is held to be a speaker's.
 *
 * FULL_NAME: the same name, titles and accents aside. SAME_PIECE: a piece uses it for the speaker beside the full name.
 * INITIALS, MIDDLE_NAME, SURNAME: a shorter form of the name, with the same role stated. ABBREVIATION: the initials of a
 * body that a piece uses beside its name. CURATED: the archive's owner says so.
 */
export const NAME_REASONS = [
  'FULL_NAME',
  'SAME_PIECE',
  'INITIALS',
  'MIDDLE_NAME',
  'SURNAME',
  'ABBREVIATION',
  'CURATED',
] as const;

export type NameReason = (typeof NAME_REASONS)[number];

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
    /** Why it is held to be theirs. */
    reason: text('reason', { enum: NAME_REASONS }).notNull().default('FULL_NAME'),
    /** The last word of `key`, which shorter forms of a name share. */
    lastWord: text('last_word').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.key, t.speakerId] }),
    index('speaker_names_by_speaker').on(t.speakerId),
    index('speaker_names_by_last_word').on(t.lastWord, t.speakerId),
  ],
);
