import { setImmediate as breathe } from 'node:timers/promises';
import type { Archive } from '../archive/archive.ts';
import type { Transaction } from '../archive/database.ts';
import { QUOTE_EXTRACTION_VERSION } from '../quote-extraction/quote.ts';
import { loadMapping } from './stages/load-mapping.ts';
import { NameCache } from './stages/name-cache.ts';
import { type RequotedArticle, requoteArticle } from './stages/requote-article.ts';

export interface ReextractOptions {
  /** Called for each piece when its change is committed. */
  readonly onProgress?: (progress: ReextractProgress) => void;
  /** Stops at the end of the piece that is being stored; the next run goes on behind it. */
  readonly signal?: AbortSignal;
}

/** One piece whose quotations have been extracted anew. */
export interface ReextractProgress extends Pick<RequotedArticle, 'slug' | 'headline' | 'changes'> {
  /** Pieces done so far in this archive, and pieces in all. */
  readonly done: number;
  readonly total: number;
}

export interface ReextractSummary {
  readonly status: 'DONE' | 'STOPPED';
  /** Pieces looked at in this run, and those among them in which something changed. */
  readonly articleCount: number;
  readonly changedCount: number;
  readonly addedCount: number;
  readonly removedCount: number;
  readonly speakerChangedCount: number;
  /** Whether it went on where an earlier run was stopped. */
  readonly isResumed: boolean;
}

/** A transaction ends after so many pieces or milliseconds, so that others may write. */
const MAX_BATCH = 100;
const MAX_BATCH_MS = 500;

/**
 * Extracts the quotations of all pieces anew. Those whose words stayed keep their IDs, and what the archive's owner has
 * corrected stays corrected. A run that was stopped is gone on with by the next one of the same extraction's version.
 */
export async function reextractQuotes(
  archive: Archive,
  { onProgress, signal }: ReextractOptions = {},
): Promise<ReextractSummary> {
  const { database } = archive;
  const [resumed] = await database.all('SELECT last_article_id FROM reextractions WHERE version = ?', [
    QUOTE_EXTRACTION_VERSION,
  ]);
  let last: number | null = Number(resumed?.[0] ?? 0);
  const total = Number(await database.value('SELECT count(*) FROM articles', []));
  let done = Number(await database.value('SELECT count(*) FROM articles WHERE id <= ?', [last]));
  const mapping = await loadMapping(archive);
  const cache = new NameCache();
  const counts = { articleCount: 0, changedCount: 0, addedCount: 0, removedCount: 0, speakerChangedCount: 0 };
  while (last !== null && signal?.aborted !== true) {
    const from: number = last;
    const batch = await database.write(async (transaction) => {
      const resolving = { transaction, cache, mapping, now: new Date().toISOString() };
      const requoted: RequotedArticle[] = [];
      const rows = await transaction.all(
        `SELECT id FROM articles WHERE id > ? ORDER BY id LIMIT ${MAX_BATCH}`,
        [from],
      );
      const until = performance.now() + MAX_BATCH_MS;
      let at = from;
      for (const [id] of rows) {
        const article = await requoteArticle(resolving, Number(id));
        if (article !== null) requoted.push(article);
        at = Number(id);
        await breathe();
        if (signal?.aborted === true || performance.now() > until) break;
      }
      const isEnd = rows.length < MAX_BATCH && at === Number(rows.at(-1)?.[0] ?? from);
      await noteProgress(transaction, isEnd ? null : at);
      return { requoted, last: isEnd ? null : at };
    });
    last = batch.last;
    for (const { slug, headline, changes } of batch.requoted) {
      done += 1;
      counts.articleCount += 1;
      if (changes.length > 0) counts.changedCount += 1;
      for (const { change } of changes) {
        if (change === 'ADDED') counts.addedCount += 1;
        else if (change === 'REMOVED') counts.removedCount += 1;
        else if (change === 'SPEAKER') counts.speakerChangedCount += 1;
      }
      onProgress?.({ slug, headline, changes, done, total });
    }
  }
  return { status: last === null ? 'DONE' : 'STOPPED', ...counts, isResumed: resumed !== undefined };
}

/** Remembers where to go on. At the end, speakers of whom nothing is left are taken out of the archive. */
async function noteProgress(transaction: Transaction, last: number | null): Promise<void> {
  await transaction.all('DELETE FROM reextractions');
  if (last !== null) {
    await transaction.all('INSERT INTO reextractions (version, last_article_id) VALUES (?, ?)', [
      QUOTE_EXTRACTION_VERSION,
      last,
    ]);
    return;
  }
  await transaction.all(
    `DELETE FROM speakers WHERE quote_count = 0 AND NOT EXISTS (SELECT 1 FROM quotes WHERE speaker_id = speakers.id)
       AND NOT EXISTS (SELECT 1 FROM speaker_names WHERE speaker_id = speakers.id AND origin = 'CURATED')`,
  );
}
