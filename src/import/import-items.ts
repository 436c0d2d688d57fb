import type { Archive } from '../archive/archive.ts';
import type { ImportLog } from './import-log.ts';
import { importMapping } from './import-mapping.ts';
import { ItemBatch } from './item-batch.ts';
import { MAPPING_FORMAT } from './mapping-item.ts';
import type { Outcome } from './outcome.ts';
import { taskOf } from './prepare-item.ts';
import { PreparePool } from './prepare-pool.ts';
import { ReadAhead } from './read-ahead.ts';
import { bytesOf, type FormattedItem } from './read-items.ts';
import { loadMapping } from './stages/load-mapping.ts';
import { NameCache } from './stages/name-cache.ts';
import { findKnown, type ReadyItem } from './store-item.ts';

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

/**
 * Takes items in, in their order: prepares them ahead, in threads if asked, and stores them in this one, many to a
 * transaction. An outcome is given when its transaction is committed, so that what was told is there whatever happens.
 * An item that the archive does not take is refused by itself.
 */
export async function* importItems(
  archive: Archive,
  source: AsyncIterable<FormattedItem>,
  options: ImportOptions = {},
): AsyncGenerator<Outcome> {
  const pool = new PreparePool(options.threads ?? 0);
  const ahead = new ReadAhead(source, (read) => prepare(archive, read, pool, options), bytesOf, AHEAD);
  const cache = new NameCache();
  const isStopped = () => options.signal?.aborted === true;
  try {
    let mapping = await loadMapping(archive);
    for (
      let next = await ahead.next();
      next !== undefined;
      next = isStopped() ? undefined : await ahead.next()
    ) {
      if (next.kind === 'mapping') {
        yield await importMapping(archive, next.read, options);
        mapping = await loadMapping(archive);
        cache.clear();
      } else {
        const batch = new ItemBatch(next, ahead, { archive, cache, mapping, options });
        yield* await batch.store();
      }
    }
  } finally {
    ahead.stop();
    await pool.close();
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
