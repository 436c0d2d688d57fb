import type { Archive } from '../archive/archive.ts';
import type { Transaction } from '../archive/database.ts';
import type { InputFile } from './find-files.ts';
import { ImportLog } from './import-log.ts';
import type { Outcome } from './outcome.ts';
import { type FormattedItem, readItems } from './read-items.ts';
import type { ReadItem, Refusal } from './readers/reader.ts';
import { NameCache } from './stages/name-cache.ts';
import { prepareArticle } from './stages/prepare-article.ts';
import { storeArticle } from './stages/store-article.ts';
import { firstRow } from './stages/write-rows.ts';

/** How items are taken in. */
export interface ImportOptions {
  /** Does everything and then takes it back: shows what would change. */
  readonly dryRun?: boolean;
  /** Reads items again whose bytes are known. */
  readonly force?: boolean;
  /** The run to which the items are noted; without one nothing but the pieces themselves is stored. */
  readonly log?: ImportLog;
  readonly cache?: NameCache;
}

/** Imports every article in `file`, yielding one outcome each, in file order. One transaction an item. */
export async function* importFile(
  file: InputFile,
  archive: Archive,
  options: ImportOptions = {},
): AsyncGenerator<Outcome> {
  const cache = options.cache ?? new NameCache();
  for await (const read of readItems(file)) yield await importItem(read, archive, { ...options, cache });
}

/** Takes in one item; what cannot be taken in is a refusal, kept with the run, and never stops the rest. */
export async function importItem(
  read: FormattedItem,
  archive: Archive,
  options: ImportOptions & { readonly cache: NameCache },
): Promise<Outcome> {
  const { format, item } = read;
  if ('status' in item) return refuse(archive, format, item, null, options);
  const known = options.force === true ? null : await findKnown(archive, item);
  if (known !== null) return noteUnchanged(archive, format, item, known, options);
  const draft = item.parse();
  if (draft.status === 'refused') return refuse(archive, format, draft, item, options);
  const article = prepareArticle(draft);
  return inTransaction(archive, options, async (transaction) => {
    const now = new Date().toISOString();
    const heldBefore = isWholeFile(item) ? await heldAt(transaction, item.locator) : null;
    const { contentHash, locator } = item;
    const stored = await storeArticle({ transaction, cache: options.cache, now }, article, {
      contentHash,
      heldBefore,
    });
    const outcome: Outcome = { ...stored, locator, format, headline: draft.headline };
    await noteSource(transaction, item, stored.articleId);
    await transaction.all('DELETE FROM quarantine WHERE locator = ?', [locator]);
    await options.log?.note(transaction, outcome, item);
    return outcome;
  });
}

/**
 * The piece that these bytes became before, or null. A whole file is known wherever it stood; an item of a feed only
 * in its place, as its feed says things about it, such as where its addresses start.
 */
async function findKnown({ database }: Archive, item: ReadItem): Promise<KnownItem | null> {
  const { locator, contentHash } = item;
  const rows = await database.all(
    'SELECT article_id, locator FROM import_sources WHERE content_hash = ? AND article_id IS NOT NULL LIMIT 100',
    [contentHash],
  );
  const row = rows.find(([, known]) => known === locator) ?? (isWholeFile(item) ? rows[0] : undefined);
  return row === undefined ? null : { articleId: Number(row[0]), isSamePlace: row[1] === locator };
}

interface KnownItem {
  readonly articleId: number;
  readonly isSamePlace: boolean;
}

async function noteUnchanged(
  archive: Archive,
  format: string | null,
  item: ReadItem,
  { articleId, isSamePlace }: KnownItem,
  options: ImportOptions & { readonly cache: NameCache },
): Promise<Outcome> {
  const outcome: Outcome = {
    outcome: 'UNCHANGED',
    locator: item.locator,
    format,
    articleId,
    headline: null,
    changes: [],
  };
  if (isSamePlace && options.log === undefined) return outcome;
  return inTransaction(archive, options, async (transaction) => {
    if (!isSamePlace) await noteSource(transaction, item, articleId);
    await options.log?.note(transaction, outcome, item);
    return outcome;
  });
}

async function refuse(
  archive: Archive,
  format: string | null,
  refusal: Refusal,
  item: ReadItem | null,
  options: ImportOptions & { readonly cache: NameCache },
): Promise<Outcome> {
  const locator = item?.locator ?? refusal.at.file;
  const outcome: Outcome = { outcome: 'REFUSED', locator, format, refusal };
  return inTransaction(archive, options, async (transaction) => {
    await ImportLog.quarantine(transaction, outcome, item);
    await options.log?.note(transaction, outcome, item);
    return outcome;
  });
}

/** An item that is its whole file keeps its place when it is edited; the places inside a feed are no identity. */
function isWholeFile({ locator, byteRange }: ReadItem): boolean {
  return byteRange[0] === 0 && !locator.includes('#');
}

async function heldAt(transaction: Transaction, locator: string): Promise<number | null> {
  const row = await firstRow(transaction, 'SELECT article_id FROM import_sources WHERE locator = ?', [
    locator,
  ]);
  return row?.[0] === undefined || row[0] === null ? null : Number(row[0]);
}

async function noteSource(
  transaction: Transaction,
  { locator, contentHash }: ReadItem,
  articleId: number,
): Promise<void> {
  await transaction.all(
    `INSERT INTO import_sources (locator, content_hash, article_id) VALUES (?1, ?2, ?3)
     ON CONFLICT (locator) DO UPDATE SET content_hash = ?2, article_id = ?3`,
    [locator, contentHash, articleId],
  );
}

/** Thrown through a dry run's transaction to take it back; it never leaves this file. */
class TakenBack<Result> extends Error {
  constructor(readonly result: Result) {
    super('dry run');
  }
}

async function inTransaction<Result>(
  { database }: Archive,
  { dryRun, cache }: ImportOptions & { readonly cache: NameCache },
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  try {
    return await database.write(async (transaction) => {
      const result = await work(transaction);
      if (dryRun === true) throw new TakenBack(result);
      return result;
    });
  } catch (error) {
    // Records made in what was rolled back are gone.
    cache.clear();
    if (error instanceof TakenBack) return error.result as Result; // thrown three lines above, with a Result
    throw error;
  }
}
