import {
  articleAuthors,
  articleRegions,
  articleReports,
  articleThemes,
} from '../../content/article/article-table.ts';
import type { ResolvedNames } from './resolve-names.ts';
import { type Resolving, regionLineage, themeLineage } from './resolve-terms.ts';
import { insertRow } from './write-rows.ts';

/** The links from a piece to whom and what it names. */
export const NAME_TABLES = [
  'article_authors',
  'article_regions',
  'article_region_tree',
  'article_themes',
  'article_theme_tree',
  'article_reports',
] as const;

/** Links a piece with its authors, regions, themes and reports, in printed order. */
export async function storeNames(
  resolving: Resolving,
  articleId: number,
  names: ResolvedNames,
  sortKey: number,
): Promise<void> {
  const { transaction } = resolving;
  for (const [position, authorId] of names.authorIds.entries()) {
    await insertRow(transaction, articleAuthors, { articleId, position, authorId, sortKey });
  }
  const regionTree = new Set<number>();
  for (const [position, { id, printed }] of names.regions.entries()) {
    await insertRow(transaction, articleRegions, { articleId, position, regionId: id, printed, sortKey });
    for (const above of await regionLineage(resolving, id)) regionTree.add(above);
  }
  await transaction.all(
    'INSERT INTO article_region_tree (region_id, sort_key, article_id) SELECT value, ?2, ?3 FROM json_each(?1)',
    [JSON.stringify([...regionTree]), sortKey, articleId],
  );
  const themeTree = new Set<number>();
  for (const [position, { id, printed }] of names.themes.entries()) {
    await insertRow(transaction, articleThemes, { articleId, position, themeId: id, printed, sortKey });
    for (const above of await themeLineage(resolving, id)) themeTree.add(above);
  }
  await transaction.all(
    'INSERT INTO article_theme_tree (theme_id, sort_key, article_id) SELECT value, ?2, ?3 FROM json_each(?1)',
    [JSON.stringify([...themeTree]), sortKey, articleId],
  );
  for (const [position, reportId] of names.reportIds.entries()) {
    await insertRow(transaction, articleReports, { articleId, position, reportId, sortKey });
  }
}
