import { setImmediate as breathe } from 'node:timers/promises';
import type { Archive } from '../archive/archive.ts';
import type { Transaction } from '../archive/database.ts';
import type { ImportOptions } from './import-items.ts';
import type { Mapping } from './mapping-file.ts';
import type { Outcome } from './outcome.ts';
import type { ReadAhead } from './read-ahead.ts';
import { bytesOf, type FormattedItem } from './read-items.ts';
import type { NameCache } from './stages/name-cache.ts';
import { failedItem, type ReadyItem, storeItem } from './store-item.ts';

/** A transaction ends after so many items or milliseconds: what was stored is told then, and others may write. */
const MAX_ITEMS = 500;
const MAX_MS = 500;

/** Bytes of input: items are held until their transaction is committed. */
const MAX_BYTES = 32 * 1024 * 1024;

/** What storing a batch takes. */
interface Storing {
  readonly archive: Archive;
  readonly cache: NameCache;
  readonly mapping: Mapping;
  readonly options: ImportOptions;
}

/**
 * Items that are stored in one transaction.
 *
 * There is no savepoint for each: a full-text table writes out all that it holds at every savepoint, which doubles the
 * cost of a piece. When the archive does not take an item, the batch is taken back and stored anew with that item
 * refused.
 */
export class ItemBatch {
  readonly #items: ReadyItem[];
  readonly #ahead: ReadAhead<FormattedItem, ReadyItem>;
  readonly #storing: Storing;
  #until = 0;
  #bytes: number;

  constructor(first: ReadyItem, ahead: ReadAhead<FormattedItem, ReadyItem>, storing: Storing) {
    this.#items = [first];
    this.#bytes = bytesOf(first.read);
    this.#ahead = ahead;
    this.#storing = storing;
  }

  /** What became of the items, once that is stored for good. */
  async store(): Promise<readonly Outcome[]> {
    const { archive, cache, options } = this.#storing;
    const log = options.log?.mark();
    for (;;) {
      try {
        return await archive.database.write((transaction) => this.#storeAll(transaction));
      } catch (error) {
        // Records made in what was taken back are gone.
        cache.clear();
        if (error instanceof TakenBack) return error.outcomes;
        const failed = error instanceof ItemFailed ? this.#items[error.at] : undefined;
        if (!(error instanceof ItemFailed) || failed === undefined) throw error;
        this.#items[error.at] = failedItem(failed, error.cause);
        log?.restore();
      }
    }
  }

  async #storeAll(transaction: Transaction): Promise<readonly Outcome[]> {
    const { options } = this.#storing;
    const outcomes: Outcome[] = [];
    this.#until = performance.now() + MAX_MS;
    for (let at = 0; at < this.#items.length || (await this.#takeNext()); at += 1) {
      const item = this.#items[at];
      if (item !== undefined) outcomes.push(await this.#storeOne(transaction, item, at));
      // The signal, the threads and whoever else lives in this process get their turn here.
      await breathe();
    }
    await options.log?.noteCounts(transaction);
    if (options.dryRun === true) throw new TakenBack(outcomes);
    return outcomes;
  }

  /** Whether there is one item more for this batch: none waits long, and a mapping is no part of one. */
  async #takeNext(): Promise<boolean> {
    const left = this.#until - performance.now();
    const isFull = this.#items.length >= MAX_ITEMS || this.#bytes >= MAX_BYTES || left <= 0;
    if (isFull || this.#storing.options.signal?.aborted === true) return false;
    if (!(await this.#ahead.isReady(left)) || this.#ahead.peek()?.kind === 'mapping') return false;
    const next = await this.#ahead.next();
    if (next === undefined) return false;
    this.#items.push(next);
    this.#bytes += bytesOf(next.read);
    return true;
  }

  async #storeOne(transaction: Transaction, item: ReadyItem, at: number): Promise<Outcome> {
    const { cache, mapping, options } = this.#storing;
    const resolving = { transaction, cache, mapping, now: new Date().toISOString() };
    try {
      if (options.dryRun !== true) return await storeItem(resolving, item, options.log);
      // Each is shown as if it came alone.
      await transaction.all('SAVEPOINT item');
      const outcome = await storeItem(resolving, item, options.log);
      await transaction.all('ROLLBACK TO item');
      await transaction.all('RELEASE item');
      cache.clear();
      return outcome;
    } catch (error) {
      throw isRefusable(error) && item.kind === 'article' ? new ItemFailed(at, error) : error;
    }
  }
}

/** An item that breaks a rule of the archive is refused; a full disk or a lost connection ends the run. */
function isRefusable(error: unknown): boolean {
  return (
    error instanceof Error &&
    /CONSTRAINT|SQLITE_TOOBIG|datatype mismatch/i.test(`${Reflect.get(error, 'code')} ${error.message}`)
  );
}

class ItemFailed extends Error {
  constructor(
    readonly at: number,
    cause: unknown,
  ) {
    super('An item could not be stored.', { cause });
  }
}

class TakenBack extends Error {
  constructor(readonly outcomes: readonly Outcome[]) {
    super('A dry run leaves nothing behind.');
  }
}
