import { articles } from '../../content/article/article-table.ts';
import { applyMapping } from '../mapping-file.ts';
import type { ArticleDraft } from '../readers/reader.ts';
import { loadCounted, recount } from './article-counts.ts';
import { resolveNames } from './resolve-names.ts';
import type { Resolving } from './resolve-terms.ts';
import { NAME_TABLES, storeNames } from './store-names.ts';
import { updateRow } from './write-rows.ts';

/**
 * Names pieces anew by the owner's mapping, from what their pages print: those that it speaks of, and those that an
 * earlier one spoke of. Looks at `limit` pieces behind the id `after`; `last` is where to go on, null at the end.
 */
export async function renameArticles(
  resolving: Resolving,
  after: number,
  limit: number,
): Promise<{ readonly renamed: number; readonly last: number | null }> {
  const { transaction, mapping } = resolving;
  const rows = await transaction.all(
    `SELECT id, sort_key, in_language, provenance,
       (SELECT draft FROM revisions WHERE article_id = articles.id ORDER BY number DESC LIMIT 1)
     FROM articles WHERE id > ? ORDER BY id LIMIT ?`,
    [after, limit],
  );
  let renamed = 0;
  for (const [id, sortKey, language, provenance, json] of rows) {
    if (typeof json !== 'string' || mapping === undefined) continue;
    const draft = JSON.parse(json) as ArticleDraft; // written by the import, from one
    const mapped = applyMapping(draft, mapping);
    if (mapped === draft && !String(provenance).includes('"mapping"')) continue;
    if (await renameArticle(resolving, Number(id), mapped, String(language), Number(sortKey))) renamed += 1;
  }
  return { renamed, last: rows.length < limit ? null : Number(rows.at(-1)?.[0]) };
}

/** Whether anything of the piece is named otherwise now. */
async function renameArticle(
  resolving: Resolving,
  articleId: number,
  draft: ArticleDraft,
  language: string,
  sortKey: number,
): Promise<boolean> {
  const { transaction, now } = resolving;
  const before = await loadCounted(transaction, articleId);
  const names = await resolveNames(resolving, draft, language === 'und' ? null : language, sortKey);
  for (const table of NAME_TABLES) {
    await transaction.all(`DELETE FROM ${table} WHERE article_id = ?`, [articleId]);
  }
  await storeNames(resolving, articleId, names, sortKey);
  await updateRow(transaction, articles, articleId, {
    publisherId: names.publisherId,
    isBasedOnOutletId: names.isBasedOnOutletId,
    rightsTextId: names.rightsTextId,
    provenance: JSON.stringify(draft.provenance),
  });
  const after = await loadCounted(transaction, articleId);
  await recount(transaction, before, after);
  if (JSON.stringify(before) === JSON.stringify(after)) return false;
  await updateRow(transaction, articles, articleId, { updatedAt: now });
  return true;
}
