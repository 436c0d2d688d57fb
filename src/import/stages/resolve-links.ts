import type { Transaction } from '../../archive/database.ts';
import { comparableUrl, pageOf, urlKey } from './article-key.ts';
import { firstNumber } from './write-rows.ts';

/** The piece at an address, or null when the archive does not hold it. */
export async function articleAt(transaction: Transaction, url: string | null): Promise<number | null> {
  const comparable = url === null ? null : comparableUrl(url);
  if (comparable === null) return null;
  // A place in a page is the piece at that place, where there is one, else the piece that fills the page.
  return (
    (await articleWithKey(transaction, comparable)) ??
    (comparable.includes('#') ? articleWithKey(transaction, pageOf(comparable)) : null)
  );
}

function articleWithKey(transaction: Transaction, comparable: string): Promise<number | null> {
  return firstNumber(transaction, 'SELECT id FROM articles WHERE natural_key = ?', [urlKey(comparable)]);
}

/**
 * Points links and translations that came in before at the piece that has come now: whichever comes first, both find
 * each other. An address with a fragment or tracking parameters behind it counts as the same.
 */
export async function resolveWaitingLinks(
  transaction: Transaction,
  articleId: number,
  url: string | null,
): Promise<void> {
  const comparable = url === null ? null : comparableUrl(url);
  if (comparable === null) return;
  const spellings = ['https://', 'https://www.', 'http://', 'http://www.'].flatMap((start) => [
    `${start}${comparable}`,
    `${start}${comparable}/`,
  ]);
  for (const { table, target } of WAITING) {
    // Each range is a walk along the index on `url`: `#` to `$` holds the fragments, `?` to `@` the parameters.
    const text = `SELECT DISTINCT url FROM ${table} WHERE ${target} IS NULL AND (${spellings
      .map(
        (_, at) =>
          `url = ?${at + 1} OR (url > ?${at + 1} || '#' AND url < ?${at + 1} || '$') OR (url > ?${at + 1} || '?' AND url < ?${at + 1} || '@')`,
      )
      .join(' OR ')})`;
    for (const [waiting] of await transaction.all(text, spellings)) {
      if (typeof waiting !== 'string' || !leadsTo(waiting, comparable)) continue;
      await transaction.all(
        `UPDATE ${table} SET ${target} = ?1 WHERE url = ?2 AND ${target} IS NULL AND article_id <> ?1`,
        [articleId, waiting],
      );
    }
  }
}

function leadsTo(url: string, comparable: string): boolean {
  const other = comparableUrl(url);
  return other !== null && (other === comparable || pageOf(other) === comparable);
}

const WAITING = [
  { table: 'links', target: 'target_id' },
  { table: 'translations', target: 'translation_id' },
] as const;
