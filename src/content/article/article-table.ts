import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { authors } from '../author/author-table.ts';
import { searchKey, sluggedColumns } from '../node-columns.ts';
import { outlets } from '../outlet/outlet-table.ts';
import { regions } from '../region/region-table.ts';
import { reports } from '../report/report-table.ts';
import { rightsTexts } from '../rights/rights-table.ts';
import { themes } from '../theme/theme-table.ts';

/** One published news item. One row per article; its earlier states are in `revisions`. */
export const articles = sqliteTable(
  'articles',
  {
    ...sluggedColumns(),
    /** What makes two captures the same piece: its address, its key at the origin, or outlet, day and headline. */
    naturalKey: text('natural_key').notNull().unique(),
    url: text('url'),
    externalId: text('external_id'),
    headline: text('headline').notNull(),
    alternativeHeadline: text('alternative_headline'),
    /** The standfirst or summary. */
    description: text('description'),
    /** As printed, "By" included; null where the page prints none. */
    byline: text('byline'),
    publisherId: integer('publisher_id').references(() => outlets.id),
    /** `2024`, `2024-03`, `2024-03-09` or `2024-03-09T14:30:00Z`: as precise as the page, never padded to midnight. */
    datePublished: text('date_published'),
    datePublishedPrecision: text('date_published_precision', {
      enum: ['YEAR', 'MONTH', 'DAY', 'MINUTE', 'SECOND'],
    }),
    datePublishedPrinted: text('date_published_printed'),
    dateModified: text('date_modified'),
    dateModifiedPrecision: text('date_modified_precision', {
      enum: ['YEAR', 'MONTH', 'DAY', 'MINUTE', 'SECOND'],
    }),
    dateModifiedPrinted: text('date_modified_printed'),
    /**
     * Milliseconds since 1970 UTC of the first instant that `datePublished` allows; `UNDATED` without one. Lists are
     * ordered by this, as a key that can be null would lose rows between two pages.
     */
    sortKey: integer('sort_key').notNull(),
    searchKey: searchKey(),
    dateline: text('dateline'),
    isBasedOnOutletId: integer('is_based_on_outlet_id').references(() => outlets.id),
    isBasedOnUrl: text('is_based_on_url'),
    /** Whether the page names an original source. */
    isRepublished: integer('is_republished', { mode: 'boolean' }).notNull().default(false),
    /** BCP 47. */
    inLanguage: text('in_language').notNull().default('und'),
    /** Whether we found out the language, because the page does not state it. */
    inLanguageInferred: integer('in_language_inferred', { mode: 'boolean' }).notNull().default(true),
    wordCount: integer('word_count').notNull(),
    imageUrl: text('image_url'),
    imageCaption: text('image_caption'),
    imageCredit: text('image_credit'),
    imageCreditUrl: text('image_credit_url'),
    hasImage: integer('has_image', { mode: 'boolean' }).notNull().default(false),
    copyrightYear: integer('copyright_year'),
    copyrightNotice: text('copyright_notice'),
    rightsTextId: integer('rights_text_id').references((): AnySQLiteColumn => rightsTexts.id),
    discussionUrl: text('discussion_url'),
    quoteCount: integer('quote_count').notNull().default(0),
    translationCount: integer('translation_count').notNull().default(0),
    /** SHA-256 of the imported bytes, hex. */
    contentHash: text('content_hash').notNull(),
    revisionNumber: integer('revision_number').notNull().default(1),
    // Last, because they are long: what stands behind them in a row is read through them.
    /** JSON array: lines of the page that belong to the site and not to the piece, as printed. */
    boilerplate: text('boilerplate').notNull().default('[]'),
    /** JSON object: where each value came from, by field name. */
    provenance: text('provenance').notNull().default('{}'),
    /** CommonMark, as imported. */
    bodyMarkdown: text('body_markdown').notNull(),
    /** Sanitised HTML of `bodyMarkdown`. */
    bodyHtml: text('body_html').notNull(),
    /** Plain text, one blank line between paragraphs. Quote and link offsets count UTF-16 units of this. */
    body: text('body').notNull(),
  },
  (t) => [
    index('articles_by_date').on(t.sortKey, t.id),
    uniqueIndex('articles_by_search_key').on(t.searchKey),
    index('articles_by_headline').on(t.headline, t.id),
    index('articles_by_words').on(t.wordCount, t.id),
    index('articles_by_creation').on(t.createdAt, t.id),
    index('articles_by_update').on(t.updatedAt, t.id),
    index('articles_by_publisher').on(t.publisherId, t.sortKey, t.id),
    index('articles_by_origin').on(t.isBasedOnOutletId, t.sortKey, t.id),
    index('articles_by_language').on(t.inLanguage, t.sortKey, t.id),
    index('articles_by_url').on(t.url),
    index('articles_republished').on(t.isRepublished, t.sortKey, t.id),
    index('articles_with_image').on(t.hasImage, t.sortKey, t.id),
    // Indexes over expressions stand in the migration `list_indexes`.
  ],
);

/** The sort key of a piece that prints no date: older than every other. */
export const UNDATED = -8_640_000_000_000_000;

/** The authors of a piece, in printed order (IPTC Creator). The sort key is the piece's, so that a list is one index walk. */
export const articleAuthors = sqliteTable(
  'article_authors',
  {
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    authorId: integer('author_id')
      .notNull()
      .references(() => authors.id),
    sortKey: integer('sort_key').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.position] }),
    index('article_authors_by_author').on(t.authorId, t.sortKey, t.articleId),
  ],
);

/** The regions that a piece states. */
export const articleRegions = sqliteTable(
  'article_regions',
  {
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    regionId: integer('region_id')
      .notNull()
      .references(() => regions.id),
    printed: text('printed').notNull(),
    sortKey: integer('sort_key').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.position] }),
    index('article_regions_by_region').on(t.regionId, t.sortKey, t.articleId),
  ],
);

/** Every region a piece falls under: those it states and all that lie above them. */
export const articleRegionTree = sqliteTable(
  'article_region_tree',
  {
    regionId: integer('region_id')
      .notNull()
      .references(() => regions.id),
    sortKey: integer('sort_key').notNull(),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.regionId, t.sortKey, t.articleId] }),
    index('article_region_tree_by_article').on(t.articleId, t.regionId),
  ],
);

/** The themes that a piece states. */
export const articleThemes = sqliteTable(
  'article_themes',
  {
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    themeId: integer('theme_id')
      .notNull()
      .references(() => themes.id),
    printed: text('printed').notNull(),
    sortKey: integer('sort_key').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.position] }),
    index('article_themes_by_theme').on(t.themeId, t.sortKey, t.articleId),
  ],
);

/** Every theme a piece falls under: those it states and all that lie above them. */
export const articleThemeTree = sqliteTable(
  'article_theme_tree',
  {
    themeId: integer('theme_id')
      .notNull()
      .references(() => themes.id),
    sortKey: integer('sort_key').notNull(),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.themeId, t.sortKey, t.articleId] }),
    index('article_theme_tree_by_article').on(t.articleId, t.themeId),
  ],
);

/**
 * Every pair of a region and a theme that a piece falls under, so that the newest pieces of both are one index walk
 * however rarely the two meet. Triggers keep it in step with the two trees; nothing else writes it.
 *
 * About 25 rows a piece, without row numbers: 0.5 KB beside the 20 KB that a piece takes in all.
 */
export const articleRegionThemes = sqliteTable(
  'article_region_themes',
  {
    regionId: integer('region_id').notNull(),
    themeId: integer('theme_id').notNull(),
    sortKey: integer('sort_key').notNull(),
    articleId: integer('article_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.regionId, t.themeId, t.sortKey, t.articleId] })],
);

/** The in-depth reports that a piece belongs to. */
export const articleReports = sqliteTable(
  'article_reports',
  {
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    reportId: integer('report_id')
      .notNull()
      .references(() => reports.id),
    sortKey: integer('sort_key').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.position] }),
    index('article_reports_by_report').on(t.reportId, t.sortKey, t.articleId),
  ],
);

/** Free keywords, which are no themes. */
export const articleKeywords = sqliteTable(
  'article_keywords',
  {
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    keyword: text('keyword').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.position] }),
    index('article_keywords_by_keyword').on(t.keyword, t.articleId),
  ],
);

/** Notes to readers and editor's notes: out of the body and out of search. */
export const articleNotes = sqliteTable(
  'article_notes',
  {
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    text: text('text').notNull(),
  },
  (t) => [primaryKey({ columns: [t.articleId, t.position] })],
);

/** The same piece in another language; `translationId` is set when the archive holds it. */
export const translations = sqliteTable(
  'translations',
  {
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    /** BCP 47. */
    inLanguage: text('in_language').notNull(),
    url: text('url'),
    headline: text('headline'),
    translationId: integer('translation_id').references(() => articles.id, { onDelete: 'set null' }),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.position] }),
    index('translations_by_translation').on(t.translationId),
    index('translations_by_url').on(t.url),
  ],
);

/** Pieces that share most of their text, both ways round. */
export const nearDuplicates = sqliteTable(
  'near_duplicates',
  {
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    otherId: integer('other_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** Estimated share of common word shingles (Jaccard), 0 to 1 in thousandths. */
    similarity: integer('similarity').notNull(),
  },
  (t) => [primaryKey({ columns: [t.articleId, t.otherId] }), index('near_duplicates_by_other').on(t.otherId)],
);

/** Band keys of the pieces' MinHash signatures: pieces that share one are compared. */
export const duplicateBands = sqliteTable(
  'duplicate_bands',
  {
    bandKey: text('band_key').notNull(),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.bandKey, t.articleId] }),
    index('duplicate_bands_by_article').on(t.articleId),
  ],
);

/** Earlier and present states of a piece, as imported. */
export const revisions = sqliteTable(
  'revisions',
  {
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    /** ISO 8601 instant in UTC at which it came in. */
    importedAt: text('imported_at').notNull(),
    contentHash: text('content_hash').notNull(),
    /** JSON of the page's draft, from which the state can be built again. */
    draft: text('draft').notNull(),
  },
  (t) => [primaryKey({ columns: [t.articleId, t.number] })],
);
