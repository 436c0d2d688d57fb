import type { Transaction } from '../../archive/database.ts';
import { duplicateBands, nearDuplicates } from '../../content/article/article-table.ts';
import type { NameCache } from './name-cache.ts';
import { bandKeysOf, NEAR_DUPLICATE, type Signature, signatureOf, similarity } from './near-duplicates.ts';
import type { Resolving } from './resolve-terms.ts';
import { insertRow } from './write-rows.ts';

/** Pieces that are compared in full, those with most bands in common first: a text printed everywhere has many. */
const MAX_COMPARED = 20;

/**
 * Links a piece with those of the archive that share most of its text, both ways round, in place of what was linked
 * before. They stay pieces of their own.
 */
export async function storeDuplicates(
  { transaction, cache }: Resolving,
  articleId: number,
  body: string,
): Promise<void> {
  await transaction.all('DELETE FROM duplicate_bands WHERE article_id = ?', [articleId]);
  await transaction.all('DELETE FROM near_duplicates WHERE article_id = ?1 OR other_id = ?1', [articleId]);
  const signature = signatureOf(body);
  cache.setSignature(articleId, signature);
  if (signature === null) return;
  const keys = bandKeysOf(signature);
  const candidates = await transaction.all(
    `SELECT article_id FROM duplicate_bands WHERE band_key IN (${keys.map(() => '?').join()})
     GROUP BY article_id ORDER BY count(*) DESC, article_id LIMIT ${MAX_COMPARED}`,
    keys,
  );
  for (const bandKey of new Set(keys)) await insertRow(transaction, duplicateBands, { bandKey, articleId });
  for (const [id] of candidates) {
    const other = await signatureOfArticle(transaction, cache, Number(id));
    const share = other === null ? 0 : similarity(signature, other);
    if (share < NEAR_DUPLICATE) continue;
    const thousandths = Math.round(share * 1000);
    await insertRow(transaction, nearDuplicates, { articleId, otherId: Number(id), similarity: thousandths });
    await insertRow(transaction, nearDuplicates, {
      articleId: Number(id),
      otherId: articleId,
      similarity: thousandths,
    });
  }
}

/** Signatures are not stored: computing one anew costs less than keeping a kilobyte a piece. */
async function signatureOfArticle(
  transaction: Transaction,
  cache: NameCache,
  articleId: number,
): Promise<Signature | null> {
  const known = cache.signature(articleId);
  if (known !== undefined) return known;
  const [row] = await transaction.all('SELECT body FROM articles WHERE id = ?', [articleId]);
  return cache.setSignature(articleId, signatureOf(String(row?.[0] ?? '')));
}
