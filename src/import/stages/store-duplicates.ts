import type { Transaction } from '../../archive/database.ts';
import { nearDuplicates } from '../../content/article/article-table.ts';
import type { NameCache } from './name-cache.ts';
import { NEAR_DUPLICATE, type Signature, signatureOf, similarity } from './near-duplicates.ts';
import type { PreparedArticle } from './prepare-article.ts';
import type { Resolving } from './resolve-terms.ts';
import { insertRow } from './write-rows.ts';

/** Pieces that are compared in full, those with most bands in common first: a text printed everywhere has many. */
const MAX_COMPARED = 20;

/** Pieces looked at under one band: a teaser that stands in place of every piece of a site has thousands under each. */
const MAX_UNDER_BAND = 25;

/**
 * Links a piece with those of the archive that share most of its text, both ways round, in place of what was linked
 * before. They stay pieces of their own. `isNew` spares looking for what was linked before.
 */
export async function storeDuplicates(
  { transaction, cache }: Resolving,
  articleId: number,
  { signature, bandKeys }: Pick<PreparedArticle, 'signature' | 'bandKeys'>,
  isNew = false,
): Promise<void> {
  if (!isNew) {
    await transaction.all('DELETE FROM duplicate_bands WHERE article_id = ?', [articleId]);
    await transaction.all('DELETE FROM near_duplicates WHERE article_id = ?1 OR other_id = ?1', [articleId]);
  }
  cache.setSignature(articleId, signature);
  if (signature === null) return;
  const keys = JSON.stringify(bandKeys);
  const candidates = await transaction.all(
    `SELECT found.value FROM json_each(?) key, json_each((SELECT json_group_array(article_id) FROM (
       SELECT article_id FROM duplicate_bands WHERE band_key = key.value LIMIT ${MAX_UNDER_BAND}))) found
     GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${MAX_COMPARED}`,
    [keys],
  );
  await transaction.all(
    'INSERT INTO duplicate_bands (band_key, article_id) SELECT value, ?2 FROM json_each(?1)',
    [keys, articleId],
  );
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
