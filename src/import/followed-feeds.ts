import type { Archive } from '../archive/archive.ts';
import { nameOfInput } from './find-files.ts';
import {
  type FeedVisit,
  type FollowedFeed,
  type FollowOptions,
  followedFeed,
  followFeeds,
} from './follow-feeds.ts';
import { importRun, type RunOptions, type RunSummary } from './import-paths.ts';
import { readBytes } from './read-items.ts';

/** What a visit of a feed came to. */
export interface FeedReport {
  /** The address as it was named. */
  readonly address: string;
  readonly visit: FeedVisit;
  /** What came in; null where the feed brought nothing new. */
  readonly summary: RunSummary | null;
  /** When it is visited again, epoch milliseconds; null for a feed that has stopped. */
  readonly nextAt: number | null;
}

export interface FollowRunOptions extends FollowOptions {
  /** Visits each feed that is due one time, and ends: for a scheduler such as cron. */
  readonly once?: boolean;
  readonly onOutcome?: RunOptions['onOutcome'];
}

/**
 * Visits feeds as they come due and imports what they bring, one run a visit, until the signal aborts. What is known of
 * a feed is kept in the archive after its pieces are: a visit that is cut off is made again.
 */
export async function* followIntoArchive(
  archive: Archive,
  addresses: readonly string[],
  options: FollowRunOptions,
): AsyncGenerator<FeedReport> {
  const { once = false, onOutcome, ...following } = options;
  const states = new Map<string, FollowedFeed>();
  for (const address of new Set(addresses)) states.set(address, await loadFeed(archive, address));
  const now = following.clock.now();
  const feeds = [...states.values()].filter(
    ({ nextAt, stopped }) => stopped === null && (!once || nextAt <= now),
  );
  const left = new Set(feeds);
  if (left.size === 0) return;
  for await (const { feed, previous, visit } of followFeeds(feeds, following)) {
    const address = [...states].find(([, state]) => state === previous)?.[0] ?? previous.url;
    const summary = visit.kind === 'changed' ? await importVisit(archive, address, visit, options) : null;
    states.set(address, feed);
    await saveFeed(archive, address, feed);
    yield { address, visit, summary, nextAt: feed.stopped === null ? feed.nextAt : null };
    left.delete(previous);
    if (following.signal.aborted || (once && left.size === 0)) return;
  }
}

function importVisit(
  archive: Archive,
  address: string,
  visit: FeedVisit & { readonly kind: 'changed' },
  { signal, onOutcome }: FollowRunOptions,
): Promise<RunSummary> {
  const name = nameOfInput(address);
  const { bytes, contentType, url } = visit;
  return importRun(
    archive,
    items(),
    [name],
    { files: 1, bytes: bytes.length },
    {
      signal,
      ...(onOutcome !== undefined && { onOutcome }),
    },
  );

  async function* items() {
    yield* readBytes({ name, place: name, bytes, contentType, url });
  }
}

async function loadFeed({ database }: Archive, address: string): Promise<FollowedFeed> {
  const [row] = await database.all(
    `SELECT url, etag, last_modified, content_hash, failures, interval_ms, next_at, stopped
     FROM followed_feeds WHERE address = ?`,
    [address],
  );
  if (row === undefined) return followedFeed(address);
  const [url, etag, lastModified, contentHash, failures, intervalMs, nextAt, stopped] = row;
  const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    url: String(url),
    etag: textOf(etag),
    lastModified: textOf(lastModified),
    contentHash: textOf(contentHash),
    failures: Number(failures),
    intervalMs: Number(intervalMs),
    nextAt: Number(nextAt),
    stopped: textOf(stopped),
  };
}

async function saveFeed({ database }: Archive, address: string, feed: FollowedFeed): Promise<void> {
  const { url, etag, lastModified, contentHash, failures, intervalMs, nextAt, stopped } = feed;
  await database.write(async (transaction) => {
    await transaction.all(
      `INSERT INTO followed_feeds (address, url, etag, last_modified, content_hash, failures, interval_ms, next_at, stopped)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
       ON CONFLICT (address) DO UPDATE SET url = ?2, etag = ?3, last_modified = ?4, content_hash = ?5, failures = ?6,
         interval_ms = ?7, next_at = ?8, stopped = ?9`,
      [address, url, etag, lastModified, contentHash, failures, intervalMs, Math.round(nextAt), stopped],
    );
  });
}
