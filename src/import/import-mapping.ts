import type { Archive } from '../archive/archive.ts';
import type { Transaction } from '../archive/database.ts';
import type { ImportOptions } from './import-items.ts';
import { parseMapping } from './mapping-file.ts';
import { readMappingBytes } from './mapping-item.ts';
import type { Outcome } from './outcome.ts';
import type { FormattedItem } from './read-items.ts';
import type { Refusal } from './readers/reader.ts';
import { fitQuotes } from './stages/fit-quotes.ts';
import { foldRecords, unfoldRecords } from './stages/fold-records.ts';
import { loadMapping } from './stages/load-mapping.ts';
import { NameCache } from './stages/name-cache.ts';
import { renameArticles } from './stages/rename-articles.ts';
import { refuse } from './store-item.ts';

/** Pieces looked at in one transaction. */
const BATCH = 500;

/**
 * Takes in an owner's mapping: names every piece of the archive anew that it speaks of, makes one record of those that
 * are one, and keeps it for what comes later. It is noted last: when it is cut off, the same command does it again. A
 * mapping with a mistake is refused as a whole.
 */
export async function importMapping(
  archive: Archive,
  read: FormattedItem,
  options: ImportOptions,
): Promise<Outcome> {
  const { item, place } = read;
  if ('status' in item) return refused(archive, read, item, options);
  const { locator, contentHash } = item;
  const parsed = readMappingBytes(locator, Buffer.from(item.raw));
  if ('status' in parsed) return refused(archive, read, parsed, options);
  const { mapping: own, source } = parsed;
  const [held] = await archive.database.all('SELECT content_hash, source FROM mappings WHERE place = ?', [
    place,
  ]);
  const before = held === undefined ? null : String(held[1]);
  const isKnown = held?.[0] === contentHash && options.force !== true;
  const mappingBefore = await loadMapping(archive);
  const mapping = await loadMapping(archive, { place, mapping: own });
  const cache = new NameCache();
  let renamed = 0;
  if (!isKnown) {
    if (before !== null) {
      const earlier = parseMapping(before).mapping;
      await inTransaction(archive, options, (transaction) =>
        unfoldRecords({ transaction, cache, mapping, now: new Date().toISOString() }, earlier, mapping),
      );
    }
    for (let after: number | null = 0; after !== null; ) {
      const from: number = after;
      const step = await inTransaction(archive, options, (transaction) =>
        renameArticles({ transaction, cache, mapping, now: new Date().toISOString() }, from, BATCH),
      );
      if (options.dryRun === true) cache.clear();
      renamed += step.renamed;
      after = step.last;
    }
  }
  return inTransaction(archive, options, async (transaction) => {
    const now = new Date().toISOString();
    const resolving = { transaction, cache, mapping, now };
    if (!isKnown) {
      await foldRecords(resolving, own);
      await fitQuotes(resolving, mappingBefore);
      await transaction.all(
        `INSERT INTO mappings (place, name, content_hash, source, imported_at) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (place) DO UPDATE SET name = ?2, content_hash = ?3, source = ?4, imported_at = ?5`,
        [place, locator, contentHash, source, now],
      );
    }
    await transaction.all('DELETE FROM quarantine WHERE locator = ?', [place]);
    const outcome: Outcome = {
      outcome: isKnown ? 'UNCHANGED' : before === null ? 'NEW' : 'CHANGED',
      locator,
      format: read.format,
      articleId: null,
      headline: `names in ${renamed} ${renamed === 1 ? 'piece' : 'pieces'}`,
      changes: before === null || isKnown ? [] : [{ field: 'mapping', before, after: source }],
    };
    await options.log?.note(transaction, outcome, item);
    await options.log?.noteCounts(transaction);
    return outcome;
  });
}

async function refused(
  archive: Archive,
  read: FormattedItem,
  refusal: Refusal,
  options: ImportOptions,
): Promise<Outcome> {
  return inTransaction(archive, options, async (transaction) => {
    const outcome = await refuse(transaction, read, refusal, options.log);
    await options.log?.noteCounts(transaction);
    return outcome;
  });
}

/** As `write`; a dry run takes back what was done. */
async function inTransaction<Result>(
  { database }: Archive,
  { dryRun }: ImportOptions,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  try {
    return await database.write(async (transaction) => {
      const result = await work(transaction);
      if (dryRun === true) throw new TakenBack(result);
      return result;
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.result as Result; // thrown three lines above, with a Result
    throw error;
  }
}

class TakenBack extends Error {
  constructor(readonly result: unknown) {
    super('taken back');
  }
}
