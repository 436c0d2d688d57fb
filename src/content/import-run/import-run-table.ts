import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { articles } from '../article/article-table.ts';
import { nodeColumns } from '../node-columns.ts';

/** One run of the importer. */
export const importRuns = sqliteTable(
  'import_runs',
  {
    ...nodeColumns(),
    startedAt: text('started_at').notNull(),
    finishedAt: text('finished_at'),
    status: text('status', { enum: ['RUNNING', 'FINISHED', 'STOPPED'] }).notNull(),
    /** JSON array of what was asked for, by the names that may be shown: no path above what was named. */
    inputs: text('inputs').notNull(),
    newCount: integer('new_count').notNull().default(0),
    changedCount: integer('changed_count').notNull().default(0),
    unchangedCount: integer('unchanged_count').notNull().default(0),
    refusedCount: integer('refused_count').notNull().default(0),
  },
  (t) => [index('import_runs_by_start').on(t.startedAt, t.id)],
);

/** What became of one item of a run. */
export const importItems = sqliteTable(
  'import_items',
  {
    ...nodeColumns(),
    runId: integer('run_id')
      .notNull()
      .references(() => importRuns.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    /** Name of the input, with the place inside it: `pages/a.txt`, `feed.xml#item-3`, `pages.zip/a.html`. No path above what was named. */
    locator: text('locator').notNull(),
    format: text('format'),
    byteStart: integer('byte_start'),
    byteEnd: integer('byte_end'),
    /** SHA-256 of the item's bytes, hex; null where it could not be read. */
    contentHash: text('content_hash'),
    outcome: text('outcome', { enum: ['NEW', 'CHANGED', 'UNCHANGED', 'REFUSED'] }).notNull(),
    articleId: integer('article_id').references(() => articles.id, { onDelete: 'set null' }),
    /** Of a refusal: what, where (1-based line), and how to mend it. */
    code: text('code'),
    line: integer('line'),
    message: text('message'),
    hint: text('hint'),
  },
  (t) => [
    index('import_items_by_run').on(t.runId, t.position, t.id),
    index('import_items_by_outcome').on(t.runId, t.outcome, t.position, t.id),
    index('import_items_by_article').on(t.articleId),
  ],
);

/** What is known of each input place, so that a second run skips what has not changed before it is parsed. */
export const importSources = sqliteTable(
  'import_sources',
  {
    /** Absolute path or address, with the place inside it: the same wherever the import is started. Never shown. */
    place: text('locator').primaryKey(),
    contentHash: text('content_hash').notNull(),
    articleId: integer('article_id').references(() => articles.id, { onDelete: 'cascade' }),
  },
  (t) => [
    index('import_sources_by_hash').on(t.contentHash),
    index('import_sources_by_article').on(t.articleId),
  ],
);

/** The raw input of what was refused, to be taken in once the reader or a mapping is mended. */
export const quarantine = sqliteTable('quarantine', {
  /** As in `import_sources`. */
  place: text('locator').primaryKey(),
  /** As `locator` in `import_items`: what is shown. */
  name: text('name').notNull().default(''),
  contentHash: text('content_hash'),
  /** The item's bytes, base64; null where nothing could be read or it is larger than we keep. */
  raw: text('raw'),
  code: text('code').notNull(),
  line: integer('line'),
  message: text('message').notNull(),
  hint: text('hint').notNull(),
  refusedAt: text('refused_at').notNull(),
});

/** What an archive's owner says of printed names: each `mapping.yaml` that was imported, as it stands. */
export const mappings = sqliteTable('mappings', {
  /** As in `import_sources`: a file that is imported again takes the place of what it said before. */
  place: text('place').primaryKey(),
  name: text('name').notNull(),
  contentHash: text('content_hash').notNull(),
  /** YAML. */
  source: text('source').notNull(),
  importedAt: text('imported_at').notNull(),
});

/** Feeds that are visited from time to time. Times are epoch milliseconds. */
export const followedFeeds = sqliteTable('followed_feeds', {
  /** The address as it was named. */
  address: text('address').primaryKey(),
  /** Where it is asked for now: behind permanent redirects. */
  url: text('url').notNull(),
  etag: text('etag'),
  lastModified: text('last_modified'),
  /** SHA-256 of the last content, hex. */
  contentHash: text('content_hash'),
  /** Visits that failed since the last that did not. */
  failures: integer('failures').notNull().default(0),
  intervalMs: integer('interval_ms').notNull(),
  nextAt: integer('next_at').notNull(),
  /** Why it is not visited any more; null while it is. */
  stopped: text('stopped'),
});
