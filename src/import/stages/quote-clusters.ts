import type { Transaction } from '../../archive/database.ts';
import {
  areVariants,
  bandKeysOf,
  compareWords,
  MIN_CLUSTER_WORDS,
  quoteWords,
} from '../../content/quote/quote-words.ts';
import { firstRow } from './write-rows.ts';

/** Quotations that are compared word by word: those with most rows of words in common. */
const MAX_COMPARED = 12;

/** Quotations looked at under one row of words, or with the same words: "one of the" stands in thousands. */
const MAX_UNDER_KEY = 100;

/** A quotation as it looks for others. */
export interface ClusteredQuote {
  readonly id: number;
  readonly articleId: number;
  readonly wordsHash: string;
  readonly normalizedText: string;
}

/**
 * Puts a quotation together with those of other pieces that have the same words, or nearly. A cluster is named after its
 * smallest row number; two clusters that a quotation belongs to become one.
 */
export async function joinCluster(transaction: Transaction, quote: ClusteredQuote): Promise<void> {
  const { id, articleId, wordsHash, normalizedText } = quote;
  const words = quoteWords(normalizedText);
  if (words.length < MIN_CLUSTER_WORDS) return;
  const keys = JSON.stringify(bandKeysOf(words));
  const twin = await firstRow(
    transaction,
    `SELECT id, cluster_id FROM (SELECT id, cluster_id, article_id FROM quotes WHERE words_hash = ? ORDER BY id LIMIT ${MAX_UNDER_KEY})
     WHERE article_id <> ? LIMIT 1`,
    [wordsHash, articleId],
  );
  const found = twin === undefined ? await findVariants(transaction, articleId, words, keys) : [twin];
  await transaction.all(
    'INSERT OR IGNORE INTO quote_bands (band_key, quote_id) SELECT value, ?2 FROM json_each(?1)',
    [keys, id],
  );
  if (found.length === 0) return;
  const members = [id, ...found.map(([other]) => Number(other))];
  const clusters = found.flatMap(([, cluster]) => (cluster === null ? [] : [Number(cluster)]));
  const name = Math.min(...members, ...clusters);
  for (const cluster of new Set(clusters)) {
    if (cluster !== name)
      await transaction.all('UPDATE quotes SET cluster_id = ? WHERE cluster_id = ?', [name, cluster]);
  }
  await transaction.all(
    'UPDATE quotes SET cluster_id = ?1 WHERE id IN (SELECT value FROM json_each(?2)) AND cluster_id IS NOT ?1',
    [name, JSON.stringify(members)],
  );
}

/** `id` and `cluster_id` of quotations elsewhere that are variants of these words. */
async function findVariants(
  transaction: Transaction,
  articleId: number,
  words: readonly string[],
  keys: string,
): Promise<readonly (readonly [number, number | null])[]> {
  const rows = await transaction.all(
    `SELECT quotes.id, quotes.cluster_id, quotes.normalized_text FROM (
       SELECT found.value AS id FROM json_each(?1) key, json_each((SELECT json_group_array(quote_id) FROM (
         SELECT quote_id FROM quote_bands WHERE band_key = key.value LIMIT ${MAX_UNDER_KEY}))) found
       GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${MAX_COMPARED}) near
     CROSS JOIN quotes ON quotes.id = near.id WHERE quotes.article_id <> ?2`,
    [keys, articleId],
  );
  return rows.flatMap(([id, cluster, text]): [number, number | null][] =>
    areVariants(compareWords(words, quoteWords(String(text))))
      ? [[Number(id), cluster === null || cluster === undefined ? null : Number(cluster)]]
      : [],
  );
}

/** Takes a quotation whose words have changed out of its cluster, and from under its keys. */
export async function leaveCluster(transaction: Transaction, id: number): Promise<void> {
  await transaction.all('DELETE FROM quote_bands WHERE quote_id = ?', [id]);
  await transaction.all('UPDATE quotes SET cluster_id = NULL WHERE id = ?', [id]);
}

/** Names a cluster anew that has lost a quotation; one that is left alone is no cluster. */
export async function mendCluster(transaction: Transaction, cluster: number): Promise<void> {
  const row = await firstRow(transaction, 'SELECT count(*), min(id) FROM quotes WHERE cluster_id = ?', [
    cluster,
  ]);
  const [count, smallest] = [Number(row?.[0] ?? 0), Number(row?.[1] ?? 0)];
  const name = count > 1 ? smallest : null;
  if (count > 0 && name !== cluster)
    await transaction.all('UPDATE quotes SET cluster_id = ? WHERE cluster_id = ?', [name, cluster]);
}
