import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { articles } from '../article/article-table.ts';
import { nodeColumns, searchKey } from '../node-columns.ts';
import { speakers } from '../speaker/speaker-table.ts';

/** One quotation in one piece. All offsets count UTF-16 units of the piece's plain `body`, `end` exclusive. */
export const quotes = sqliteTable(
  'quotes',
  {
    ...nodeColumns(),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** Place among the piece's quotations, from 0. */
    position: integer('position').notNull(),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    /** As printed, without the outer marks: `body.slice(start, end)`. */
    text: text('text').notNull(),
    /** With editorial marks resolved. */
    normalizedText: text('normalized_text').notNull(),
    /** The words alone, folded and hashed: equal for the same words elsewhere. */
    wordsHash: text('words_hash').notNull(),
    kind: text('kind', { enum: ['DIRECT', 'MIXED', 'INDIRECT'] }).notNull(),
    place: text('place', { enum: ['BODY', 'HEADLINE', 'CAPTION'] })
      .notNull()
      .default('BODY'),
    speakerId: integer('speaker_id').references(() => speakers.id),
    speakerStatus: text('speaker_status', { enum: ['NAMED', 'ANONYMOUS', 'UNKNOWN'] }).notNull(),
    /** The name used in this piece; null when unnamed. */
    speakerName: text('speaker_name'),
    /** The words at the cue: "he", "the minister". */
    speakerMention: text('speaker_mention'),
    /** The role stated in this piece: "head of the alliance". */
    speakerRole: text('speaker_role'),
    /** What the piece says of a source that it does not name. */
    speakerDescription: text('speaker_description'),
    cueText: text('cue_text'),
    cueStart: integer('cue_start'),
    cueEnd: integer('cue_end'),
    contextStart: integer('context_start').notNull(),
    contextEnd: integer('context_end').notNull(),
    /** JSON array of `{kind,start,end,text}`. */
    marks: text('marks').notNull().default('[]'),
    /** The link that backs it. */
    sourceUrl: text('source_url'),
    /** As precise as stated: `2023-09-07`. */
    saidOn: text('said_on'),
    occasion: text('occasion'),
    /** Pieces of one quotation share it within an article. */
    groupNumber: integer('group_number'),
    /** Calibrated chance that words and speaker are right, 0 to 1. */
    confidence: real('confidence').notNull(),
    /** The rules that found it. */
    rule: text('rule').notNull(),
    /** `EXTRACTED` by the version given, or `CURATED` by the archive's owner, which extraction leaves alone. */
    origin: text('origin', { enum: ['EXTRACTED', 'CURATED'] })
      .notNull()
      .default('EXTRACTED'),
    extractionVersion: integer('extraction_version').notNull(),
    /** BCP 47, the piece's. */
    inLanguage: text('in_language').notNull(),
    /** The piece's sort key. */
    sortKey: integer('sort_key').notNull(),
    searchKey: searchKey(),
    /** Quotations with the same words, or nearly, across the archive; null for words said once. */
    clusterId: integer('cluster_id'),
  },
  (t) => [
    index('quotes_by_article').on(t.articleId, t.position),
    index('quotes_by_speaker').on(t.speakerId, t.sortKey, t.id),
    index('quotes_by_date').on(t.sortKey, t.id),
    uniqueIndex('quotes_by_search_key').on(t.searchKey),
    index('quotes_by_kind').on(t.kind, t.sortKey, t.id),
    index('quotes_by_status').on(t.speakerStatus, t.sortKey, t.id),
    index('quotes_by_language').on(t.inLanguage, t.sortKey, t.id),
    // More of them, and those over expressions, stand in the migration `list_indexes`.
    index('quotes_by_words').on(t.wordsHash),
    index('quotes_by_cluster').on(t.clusterId, t.sortKey, t.id),
  ],
);

/** Keys under which nearly equal words meet: hashed rows of three words of `normalizedText`. Without row numbers, by hand. */
export const quoteBands = sqliteTable(
  'quote_bands',
  {
    bandKey: integer('band_key').notNull(),
    quoteId: integer('quote_id')
      .notNull()
      .references(() => quotes.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.bandKey, t.quoteId] }), index('quote_bands_by_quote').on(t.quoteId)],
);

/** How far an extraction of all pieces anew has come, so that one which was stopped goes on. One row while it is under way. */
export const reextractions = sqliteTable('reextractions', {
  /** The extraction's version. */
  version: integer('version').primaryKey(),
  lastArticleId: integer('last_article_id').notNull(),
});
