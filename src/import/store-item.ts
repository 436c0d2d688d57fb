import type { Archive } from '../archive/archive.ts';
import type { Transaction } from '../archive/database.ts';
import { ImportLog } from './import-log.ts';
import type { Outcome } from './outcome.ts';
import type { FormattedItem } from './read-items.ts';
import { refusal as refusalOf } from './readers/article-draft.ts';
import type { ReadItem, Refusal } from './readers/reader.ts';
import type { PreparedArticle } from './stages/prepare-article.ts';
import type { Resolving } from './stages/resolve-terms.ts';
import { storeArticle } from './stages/store-article.ts';
import { firstRow } from './stages/write-rows.ts';

/** An item of which all is known that can be known without writing. */
export type ReadyItem =
  | { readonly kind: 'article'; readonly read: FormattedItem; readonly article: PreparedArticle }
  | ({ readonly kind: 'known'; readonly read: FormattedItem } & KnownItem)
  | { readonly kind: 'refused'; readonly read: FormattedItem; readonly refusal: Refusal }
  | { readonly kind: 'mapping'; readonly read: FormattedItem };

interface KnownItem {
  readonly articleId: number;
  readonly isSamePlace: boolean;
}

/** Stores what became of an item, with its note in the run's record. Call it in a transaction. */
export async function storeItem(
  resolving: Resolving,
  ready: ReadyItem,
  log: ImportLog | undefined,
): Promise<Outcome> {
  const { transaction } = resolving;
  const { read } = ready;
  const { format, item, place } = read;
  if (ready.kind === 'mapping') throw new Error('A mapping is stored by itself.');
  if (ready.kind === 'refused' || 'status' in item) {
    const refused = ready.kind === 'refused' ? ready.refusal : (item as Refusal); // it has a status
    return refuse(transaction, read, refused, log);
  }
  const { locator, contentHash } = item;
  if (ready.kind === 'known') {
    const { articleId, isSamePlace } = ready;
    if (!isSamePlace) await noteSource(transaction, place, contentHash, articleId);
    return noted({ outcome: 'UNCHANGED', locator, format, articleId, headline: null, changes: [] });
  }
  const { article } = ready;
  const heldBefore = isWholeFile(item) ? await heldAt(transaction, place) : null;
  const stored = await storeArticle(resolving, article, { contentHash, heldBefore });
  await noteSource(transaction, place, contentHash, stored.articleId);
  await transaction.all('DELETE FROM quarantine WHERE locator = ?', [place]);
  return noted({ ...stored, locator, format, headline: article.draft.headline });

  async function noted(outcome: Outcome): Promise<Outcome> {
    await log?.note(transaction, outcome, item as ReadItem); // a refusal has returned above
    return outcome;
  }
}

/** An item that could be read and not stored, as one that is refused. */
export function failedItem({ read }: ReadyItem, error: unknown): ReadyItem {
  const file = 'status' in read.item ? read.item.at.file : read.item.locator;
  const reason = error instanceof Error ? error.message : String(error);
  const message = `The archive did not take it: ${reason.slice(0, 200)}.`;
  const refusal = refusalOf('MALFORMED', { file }, message, 'Please report it together with the file.');
  return { kind: 'refused', read, refusal };
}

/** Keeps a refusal with the run, and the item's bytes in the quarantine. */
export async function refuse(
  transaction: Transaction,
  { format, item, place }: FormattedItem,
  refusal: Refusal,
  log: ImportLog | undefined,
): Promise<Outcome> {
  const read = 'status' in item ? null : item;
  const outcome: Outcome = { outcome: 'REFUSED', locator: read?.locator ?? refusal.at.file, format, refusal };
  await ImportLog.quarantine(transaction, outcome, place, read);
  await log?.note(transaction, outcome, read);
  return outcome;
}

/**
 * The piece that these bytes became before, or null. A whole file is known wherever it stood; an item of a feed only
 * in its place, as its feed says things about it, such as where its addresses start.
 */
export async function findKnown(
  { database }: Archive,
  item: ReadItem,
  place: string,
): Promise<KnownItem | null> {
  const rows = await database.all(
    'SELECT article_id, locator FROM import_sources WHERE content_hash = ? AND article_id IS NOT NULL LIMIT 100',
    [item.contentHash],
  );
  const row = rows.find(([, known]) => known === place) ?? (isWholeFile(item) ? rows[0] : undefined);
  return row === undefined ? null : { articleId: Number(row[0]), isSamePlace: row[1] === place };
}

/** An item that is its whole file keeps its place when it is edited; the places inside a feed are no identity. */
function isWholeFile({ locator, byteRange }: ReadItem): boolean {
  return byteRange[0] === 0 && !locator.includes('#');
}

async function heldAt(transaction: Transaction, place: string): Promise<number | null> {
  const row = await firstRow(transaction, 'SELECT article_id FROM import_sources WHERE locator = ?', [place]);
  return row?.[0] === undefined || row[0] === null ? null : Number(row[0]);
}

/** Remembers what these bytes in this place became. */
export async function noteSource(
  transaction: Transaction,
  place: string,
  contentHash: string,
  articleId: number | null,
): Promise<void> {
  await transaction.all(
    `INSERT INTO import_sources (locator, content_hash, article_id) VALUES (?1, ?2, ?3)
     ON CONFLICT (locator) DO UPDATE SET content_hash = ?2, article_id = ?3`,
    [place, contentHash, articleId],
  );
}
