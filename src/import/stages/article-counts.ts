import type { Transaction } from '../../archive/database.ts';

/** Records that count their pieces, and the link that says which they are. */
const COUNTED = [
  { table: 'authors', link: 'SELECT author_id FROM article_authors WHERE article_id = ?' },
  { table: 'regions', link: 'SELECT region_id FROM article_region_tree WHERE article_id = ?' },
  { table: 'themes', link: 'SELECT theme_id FROM article_theme_tree WHERE article_id = ?' },
  { table: 'reports', link: 'SELECT report_id FROM article_reports WHERE article_id = ?' },
  { table: 'outlets', link: 'SELECT publisher_id FROM articles WHERE id = ? AND publisher_id IS NOT NULL' },
] as const;

/** Ids of the records under which a piece is counted, by table. */
export type CountedUnder = readonly (readonly number[])[];

/** Where a piece is counted now. */
export async function loadCounted(transaction: Transaction, articleId: number): Promise<CountedUnder> {
  const found: number[][] = [];
  for (const { link } of COUNTED) {
    found.push((await transaction.all(link, [articleId])).map(([id]) => Number(id)));
  }
  return found;
}

/** Nothing counted yet: a piece that is new. */
export const NOT_COUNTED: CountedUnder = COUNTED.map(() => []);

/** Brings the counts from what they were to what they are: only records that gained or lost the piece are written. */
export async function recount(
  transaction: Transaction,
  before: CountedUnder,
  after: CountedUnder,
): Promise<void> {
  for (const [at, { table }] of COUNTED.entries()) {
    const was = new Set(before[at]);
    const is = new Set(after[at]);
    for (const id of is)
      if (!was.has(id))
        await transaction.all(`UPDATE ${table} SET article_count = article_count + 1 WHERE id = ?`, [id]);
    for (const id of was)
      if (!is.has(id))
        await transaction.all(`UPDATE ${table} SET article_count = article_count - 1 WHERE id = ?`, [id]);
  }
}
