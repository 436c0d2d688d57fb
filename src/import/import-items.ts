import { setImmediate as breathe } from 'node:timers/promises';
import type { Archive } from '../archive/archive.ts';
import type { Transaction } from '../archive/database.ts';
import type { ImportLog } from './import-log.ts';
import { importMapping } from './import-mapping.ts';
import { MAPPING_FORMAT } from './mapping-item.ts';
import type { Outcome } from './outcome.ts';
import { taskOf } from './prepare-item.ts';
import { PreparePool } from './prepare-pool.ts';
import { ReadAhead } from './read-ahead.ts';
import type { FormattedItem } from './read-items.ts';
import { loadMapping } from './stages/load-mapping.ts';
import { NameCache } from './stages/name-cache.ts';
import { findKnown, type ReadyItem, refuseFailed, storeItem } from './store-item.ts';

/** How items are taken in. */
export interface ImportOptions {
  /** Does everything and then takes it back: shows what would change. */
  readonly dryRun?: boolean;
  /** Reads items again whose bytes are known. */
  readonly force?: boolean;
  /** Stops at the end of the item that is being stored. */
  readonly signal?: AbortSignal;
  /** Threads that read and prepare items; none by default, which suits a few items. */
  readonly threads?: number;
  /** The run to which the items are noted; without one nothing but the pieces themselves is stored. */
  readonly log?: ImportLog;
}

/** Read and prepared before they can be stored. */
const AHEAD = { items: 96, bytes: 32 * 1024 * 1024 };

/** A transaction ends after so many items or milliseconds: what was stored is told then, and others may write. */
const MAX_BATCH_ITEMS = 500;
const MAX_BATCH_MS = 500;

/**
 * Takes items in, in their order: prepares them ahead, in threads if asked, and stores them in this one, many to a
 * transaction. An outcome is given when its transaction is committed, so that what was told is there whatever happens.
 * An item that fails is taken back by itself and refused.
 */
export async function* importItems(
  archive: Archive,
  source: AsyncIterable<FormattedItem>,
  options: ImportOptions = {},
): AsyncGenerator<Outcome> {
  const pool = new PreparePool(options.threads ?? 0);
  const ahead = new ReadAhead(source, (read) => prepare(archive, read, pool, options), bytesOf, AHEAD);
  const cache = new NameCache();
  try {
    let mapping = await loadMapping(archive);
    let next = await ahead.next();
    while (next !== undefined) {
      if (next.kind === 'mapping') {
        yield await importMapping(archive, next.read, options);
        mapping = await loadMapping(archive);
        cache.clear();
        next = isStopped() ? undefined : await ahead.next();
        continue;
      }
      const batch = await storeBatch(next);
      yield* batch.outcomes;
      next = batch.next;
    }

    /** Stores items until the batch is full, the input ends, or a mapping comes; gives what is to be stored next. */
    async function storeBatch(
      first: ReadyItem,
    ): Promise<{ outcomes: Outcome[]; next: ReadyItem | undefined }> {
      const outcomes: Outcome[] = [];
      let next: ReadyItem | undefined = first;
      const until = performance.now() + MAX_BATCH_MS;
      await inTransaction(archive, options.dryRun === true, async (transaction) => {
        while (next !== undefined && next.kind !== 'mapping') {
          outcomes.push(await storeApart(transaction, next));
          // The signal, the threads and whoever else lives in this process get their turn here.
          await breathe();
          next = isStopped() ? undefined : await ahead.next();
          if (outcomes.length >= MAX_BATCH_ITEMS || performance.now() > until) break;
        }
        await options.log?.noteCounts(transaction);
      });
      return { outcomes, next };
    }

    async function storeApart(transaction: Transaction, ready: ReadyItem): Promise<Outcome> {
      const resolving = { transaction, cache, mapping, now: new Date().toISOString() };
      await transaction.all('SAVEPOINT item');
      let outcome: Outcome;
      try {
        outcome = await storeItem(resolving, ready, options.log);
      } catch (error) {
        if (!isRefusable(error)) throw error;
        await takeBack(transaction);
        outcome = await refuseFailed(resolving, ready, error, options.log);
      }
      if (options.dryRun === true) await takeBack(transaction);
      await transaction.all('RELEASE item');
      return outcome;
    }

    async function takeBack(transaction: Transaction): Promise<void> {
      await transaction.all('ROLLBACK TO item');
      // Records made in what was taken back are gone.
      cache.clear();
    }
  } finally {
    ahead.stop();
    await pool.close();
  }

  function isStopped(): boolean {
    return options.signal?.aborted === true;
  }
}

async function prepare(
  archive: Archive,
  read: FormattedItem,
  pool: PreparePool,
  { force }: ImportOptions,
): Promise<ReadyItem> {
  const { format, item, place } = read;
  if (format === MAPPING_FORMAT) return { kind: 'mapping', read };
  if ('status' in item) return { kind: 'refused', read, refusal: item };
  const known = force === true ? null : await findKnown(archive, item, place);
  if (known !== null) return { kind: 'known', read, ...known };
  const task = taskOf(format, item);
  const prepared = 'status' in task ? task : await pool.prepare(task);
  return prepared.status === 'refused'
    ? { kind: 'refused', read, refusal: prepared }
    : { kind: 'article', read, article: prepared.article };
}

function bytesOf({ item }: FormattedItem): number {
  return 'status' in item ? 0 : item.raw.length;
}

/** An item that breaks a rule of the archive is refused; a full disk or a lost connection ends the run. */
function isRefusable(error: unknown): boolean {
  return (
    error instanceof Error &&
    /CONSTRAINT|SQLITE_TOOBIG|datatype mismatch/i.test(`${Reflect.get(error, 'code')} ${error.message}`)
  );
}

/** As `write`, but a dry run leaves nothing behind. */
async function inTransaction(
  { database }: Archive,
  dryRun: boolean,
  work: (transaction: Transaction) => Promise<void>,
): Promise<void> {
  try {
    await database.write(async (transaction) => {
      await work(transaction);
      if (dryRun) throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
}

class TakenBack extends Error {}
