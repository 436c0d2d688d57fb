import type { Mapping } from '../mapping-file.ts';
import type { QuoteCorrection } from '../quote-corrections.ts';
import { comparableUrl } from './article-key.ts';
import type { Resolving } from './resolve-terms.ts';
import { firstRow } from './write-rows.ts';

/** Corrections by what they call their piece: a run asks for each piece that it stores. */
const byArticle = new WeakMap<Mapping, ReadonlyMap<string, readonly QuoteCorrection[]>>();

/** What the archive's owner says of the quotations of a piece, in the order of the file. */
export async function correctionsOf(
  { transaction, mapping }: Resolving,
  articleId: number,
): Promise<readonly QuoteCorrection[]> {
  if (mapping === undefined || mapping.corrections.length === 0) return [];
  const known = byArticle.get(mapping) ?? indexed(mapping);
  byArticle.set(mapping, known);
  const row = await firstRow(transaction, 'SELECT slug, node_id, url FROM articles WHERE id = ?', [
    articleId,
  ]);
  const names = (row ?? []).flatMap((name) => (typeof name === 'string' ? [nameOf(name)] : []));
  return [...new Set(names)].flatMap((name) => known.get(name) ?? []);
}

/** The pieces of the archive that corrections speak of. */
export async function correctedArticles(
  { transaction }: Pick<Resolving, 'transaction'>,
  corrections: readonly QuoteCorrection[],
): Promise<readonly number[]> {
  const ids = new Set<number>();
  for (const name of new Set(corrections.map(({ article }) => article))) {
    const rows = await transaction.all(
      `SELECT id FROM articles WHERE slug = ?1 OR node_id = ?1 OR natural_key = 'url:' || ?2
         OR node_id = (SELECT node_id FROM node_aliases WHERE alias IN (?1, 'Article/' || ?1))`,
      [name, nameOf(name)],
    );
    for (const [id] of rows) ids.add(Number(id));
  }
  return [...ids];
}

/** Addresses in the form in which they are compared. */
const nameOf = (name: string): string => comparableUrl(name) ?? name;

function indexed({ corrections }: Mapping): ReadonlyMap<string, readonly QuoteCorrection[]> {
  const known = new Map<string, QuoteCorrection[]>();
  for (const correction of corrections) {
    const name = nameOf(correction.article);
    known.set(name, [...(known.get(name) ?? []), correction]);
  }
  return known;
}
