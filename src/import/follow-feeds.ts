import { createHash } from 'node:crypto';
import { fetchPolitely, type PoliteAnswer, type PoliteRequest } from './polite-fetch.ts';

/** What is known of a feed between two visits: a plain value, for the caller to keep. Times are epoch milliseconds. */
export interface FollowedFeed {
  /** Where it is asked for next; follows permanent redirects. */
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** SHA-256 of the last content, hex: tells a change where the server sends no validators. */
  readonly contentHash: string | null;
  /** Visits that failed since the last one that did not. */
  readonly failures: number;
  /** Time between visits, which adapts to how often the feed changes. */
  readonly intervalMs: number;
  /** Not to be asked for before. */
  readonly nextAt: number;
  /** Why it is not asked for any more; null while it is. */
  readonly stopped: string | null;
}

/** What a visit brought. */
export type FeedVisit =
  | {
      readonly kind: 'changed';
      readonly bytes: Uint8Array;
      readonly contentType: string | null;
      /** Address the content came from: base of relative ones. */
      readonly url: string;
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'stopped'; readonly reason: string };

/** Time and chance, so that tests can own them. */
export interface FollowClock {
  readonly now: () => number;
  /** Resolves after `ms`, or at once when `signal` aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** 0 to 1, as `Math.random`. */
  readonly random: () => number;
}

export interface FollowOptions {
  /** `Dateline/0.1 (+https://…)`: says who asks and where to complain. */
  readonly userAgent: string;
  readonly clock: FollowClock;
  readonly signal: AbortSignal;
  /** Between two visits of a feed that keeps changing. */
  readonly minIntervalMs?: number;
  /** Between two visits of a feed that never does, or that fails. */
  readonly maxIntervalMs?: number;
  /** Between two requests to one host. */
  readonly hostGapMs?: number;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  readonly fetch?: typeof fetch;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DEFAULTS = {
  minIntervalMs: 10 * MINUTE,
  maxIntervalMs: 12 * HOUR,
  hostGapMs: 2_000,
  timeoutMs: 30_000,
  maxBytes: 64 * 1024 * 1024,
};
/** First guess for a feed nobody has seen change. */
const FIRST_INTERVAL = 30 * MINUTE;
/** A server that asks for a longer rest than this is asked again after it all the same. */
const MAX_RETRY_AFTER = 7 * 24 * HOUR;

/** A feed that was never visited, due at once. */
export function followedFeed(url: string): FollowedFeed {
  return {
    url,
    etag: null,
    lastModified: null,
    contentHash: null,
    failures: 0,
    intervalMs: FIRST_INTERVAL,
    nextAt: 0,
    stopped: null,
  };
}

/**
 * Visits one feed: asks conditionally, follows redirects, and says when to come again. Never throws; a feed that
 * answers 410 Gone is not to be visited any more.
 */
export async function visitFeed(
  feed: FollowedFeed,
  options: FollowOptions,
): Promise<{ feed: FollowedFeed; visit: FeedVisit }> {
  const settings = { ...DEFAULTS, ...options };
  const request: PoliteRequest = {
    url: feed.url,
    etag: feed.etag,
    lastModified: feed.lastModified,
    userAgent: options.userAgent,
    timeoutMs: settings.timeoutMs,
    maxBytes: settings.maxBytes,
    signal: options.signal,
    now: options.clock.now,
    fetch: options.fetch ?? fetch,
  };
  return settle(feed, await fetchPolitely(request), settings);
}

type Settings = FollowOptions & typeof DEFAULTS;

function settle(
  feed: FollowedFeed,
  answer: PoliteAnswer,
  settings: Settings,
): { feed: FollowedFeed; visit: FeedVisit } {
  const { clock, minIntervalMs, maxIntervalMs } = settings;
  const now = clock.now();
  const bounded = (ms: number) => Math.min(maxIntervalMs, Math.max(minIntervalMs, ms));
  // Up to a tenth later, so that feeds of one start do not come due together for ever.
  const due = (ms: number) => now + Math.round(ms * (1 + clock.random() / 10));
  if (answer.kind === 'gone') {
    const reason = 'The server says that the feed is gone for good (410).';
    return { feed: { ...feed, url: answer.url, stopped: reason }, visit: { kind: 'stopped', reason } };
  }
  if (answer.kind === 'failed') {
    const failures = feed.failures + 1;
    const backOff = bounded(minIntervalMs * 2 ** Math.min(failures - 1, 20));
    const wait = Math.max(Math.min(answer.retryAfterMs ?? 0, MAX_RETRY_AFTER), backOff);
    return {
      feed: { ...feed, failures, nextAt: due(wait) },
      visit: { kind: 'failed', reason: answer.reason },
    };
  }
  const known = { ...feed, url: answer.permanentUrl, failures: 0 };
  const rest = Math.min(answer.freshForMs ?? 0, maxIntervalMs);
  const hash =
    answer.kind === 'content' ? createHash('sha256').update(answer.bytes).digest('hex') : feed.contentHash;
  const isChanged = hash !== feed.contentHash;
  const intervalMs = bounded(
    isChanged && feed.contentHash !== null
      ? feed.intervalMs / 2
      : isChanged
        ? feed.intervalMs
        : feed.intervalMs * 1.5,
  );
  const next = { ...known, intervalMs, nextAt: due(Math.max(intervalMs, rest)) };
  if (answer.kind === 'not-modified') return { feed: next, visit: { kind: 'unchanged' } };
  const updated = { ...next, etag: answer.etag, lastModified: answer.lastModified, contentHash: hash };
  if (!isChanged) return { feed: updated, visit: { kind: 'unchanged' } };
  return {
    feed: updated,
    visit: { kind: 'changed', bytes: answer.bytes, contentType: answer.contentType, url: answer.url },
  };
}

/**
 * Visits feeds as they come due, one at a time and never one host in quick succession, until `signal` aborts or every
 * feed has stopped. Yields the feed's new state, to be kept in place of `previous`, with what the visit brought.
 */
export async function* followFeeds(
  feeds: readonly FollowedFeed[],
  options: FollowOptions,
): AsyncGenerator<{
  readonly feed: FollowedFeed;
  readonly previous: FollowedFeed;
  readonly visit: FeedVisit;
}> {
  const { clock, signal } = options;
  const hostGapMs = options.hostGapMs ?? DEFAULTS.hostGapMs;
  const active = [...feeds];
  const hostFreeAt = new Map<string, number>();
  const dueAt = (feed: FollowedFeed) => Math.max(feed.nextAt, hostFreeAt.get(hostOf(feed.url)) ?? 0);
  while (!signal.aborted) {
    const waiting = active.filter((feed) => feed.stopped === null).sort((a, b) => dueAt(a) - dueAt(b));
    const [next] = waiting;
    if (!next) return;
    const wait = dueAt(next) - clock.now();
    if (wait > 0) {
      await clock.sleep(wait, signal);
      continue;
    }
    const { feed, visit } = await visitFeed(next, options);
    if (signal.aborted) return;
    active[active.indexOf(next)] = feed;
    hostFreeAt.set(hostOf(next.url), clock.now() + hostGapMs);
    yield { feed, previous: next, visit };
  }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

/** The clock of the machine. */
export const systemClock: FollowClock = {
  now: Date.now,
  random: Math.random,
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      // A timer holds 31 bits of milliseconds; the caller looks at the clock again after it.
      const timer = setTimeout(done, Math.min(ms, 2 ** 31 - 1));
      signal.addEventListener('abort', done, { once: true });
    }),
};
