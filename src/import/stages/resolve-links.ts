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
  const ranges = ['https://', 'https://www.', 'http://', 'http://www.']
    .flatMap((start) => [`${start}${comparable}`, `${start}${comparable}/`])
    // An address itself, then what `#` to `$` holds: its fragments, and `?` to `@`: its parameters.
    .flatMap((spelling) => [
      [spelling, `${spelling}\u0001`],
      [`${spelling}#`, `${spelling}$`],
      [`${spelling}?`, `${spelling}@`],
    ]);
  for (const { table, target } of WAITING) {
    // The cross join and the `+` keep SQLite on the index of `url`: it would rather look through all that wait.
    const text = `
      WITH ranges (low, high) AS (VALUES ${ranges.map(() => '(?, ?)').join(', ')})
      SELECT DISTINCT url FROM ranges CROSS JOIN ${table} WHERE url >= low AND url < high AND +${target} IS NULL`;
    for (const [waiting] of await transaction.all(text, ranges.flat())) {
      if (typeof waiting !== 'string' || !leadsTo(waiting, comparable)) continue;
      await transaction.all(
        `UPDATE ${table} SET ${target} = ?1 WHERE url = ?2 AND +${target} IS NULL AND article_id <> ?1`,
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
