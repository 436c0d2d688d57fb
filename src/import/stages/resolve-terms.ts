import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Transaction } from '../../archive/database.ts';
import { regionNames, regions } from '../../content/region/region-table.ts';
import { themeNames, themes } from '../../content/theme/theme-table.ts';
import { slugOf } from '../../text/slug.ts';
import { findMediaTopic } from '../../vocabulary/find-media-topic.ts';
import { findRegion } from '../../vocabulary/find-region.ts';
import { foldName } from '../../vocabulary/fold-name.ts';
import { mediaTopicByCode } from '../../vocabulary/media-topics.ts';
import { type RegionTerm, regionByCode } from '../../vocabulary/regions.ts';
import type { Mapping } from '../mapping-file.ts';
import type { LinkedName } from '../readers/reader.ts';
import { lastSegment } from './article-key.ts';
import type { NameCache } from './name-cache.ts';
import { firstNumber, firstRow, freeSlug, insertRow, nodeIdOf, updateRow } from './write-rows.ts';

/** What the resolvers need: the transaction, what is known already, and the instant of the import. */
export interface Resolving {
  readonly transaction: Transaction;
  readonly cache: NameCache;
  /** ISO 8601, UTC. */
  readonly now: string;
  /** What the archive's owner says of printed names; absent where it says nothing. */
  readonly mapping?: Mapping;
}

/** A term of a vocabulary, region or theme, as far as the tree needs it. */
interface Term {
  readonly code: string;
  readonly name: string;
  readonly slug: string;
  readonly parent: string | null;
}

/** A tree of terms: its tables and the vocabulary behind it. */
interface TermTree {
  readonly kind: 'region' | 'theme';
  readonly table: SQLiteTable & (typeof regions | typeof themes);
  readonly names: string;
  readonly closure: string;
  readonly find: (name: string, language: string | undefined) => Term | null;
  readonly byCode: (code: string) => Term | null;
  /** Columns that only this tree has. */
  readonly columns: (term: Term | null) => Readonly<Record<string, string | null>>;
}

const REGION_TREE: TermTree = {
  kind: 'region',
  table: regions,
  names: 'region_names',
  closure: 'region_closure',
  find: (name, language) => findRegion(name, language),
  byCode: regionByCode,
  // The vocabulary's term is a RegionTerm: `find` and `byCode` above give nothing else.
  columns: (term) => ({
    m49: (term as RegionTerm | null)?.m49 ?? null,
    kind: (term as RegionTerm | null)?.kind ?? 'PLACE',
  }),
};

const THEME_TREE: TermTree = {
  kind: 'theme',
  table: themes,
  names: 'theme_names',
  closure: 'theme_closure',
  find: (name, language) => findMediaTopic(name, language),
  byCode: mediaTopicByCode,
  columns: () => ({}),
};

/** The region of a printed name: the owner's mapping, then UN M49 and ISO 3166, else a place of its own. */
export function resolveRegion(
  resolving: Resolving,
  printed: LinkedName,
  language: string | null,
): Promise<number> {
  return resolveTerm(REGION_TREE, resolving, printed, language);
}

/** The theme of a printed name: the owner's mapping, then IPTC Media Topics, else a theme of its own. */
export function resolveTheme(
  resolving: Resolving,
  printed: LinkedName,
  language: string | null,
): Promise<number> {
  return resolveTerm(THEME_TREE, resolving, printed, language);
}

/** A region and all that it lies in. */
export function regionLineage(resolving: Resolving, id: number): Promise<readonly number[]> {
  return lineage(REGION_TREE, resolving, id);
}

/** A theme and all that it lies in. */
export function themeLineage(resolving: Resolving, id: number): Promise<readonly number[]> {
  return lineage(THEME_TREE, resolving, id);
}

async function resolveTerm(
  tree: TermTree,
  resolving: Resolving,
  printed: LinkedName,
  language: string | null,
): Promise<number> {
  const folded = foldName(printed.name) || printed.name;
  const hint = lastSegment(printed.url);
  const cacheKey = `${folded}\0${language ?? ''}\0${hint ?? ''}`;
  const cached = resolving.cache.get(tree.kind, cacheKey);
  if (cached !== undefined) return cached;
  const mapped = await firstNumber(
    resolving.transaction,
    `SELECT ${tree.kind}_id FROM ${tree.names} WHERE name = ?`,
    [folded],
  );
  if (mapped !== null) return resolving.cache.set(tree.kind, cacheKey, mapped);
  // A site's own address of the term is often in English whatever the language of the page.
  const term =
    tree.find(printed.name, language ?? undefined) ??
    (hint === null ? null : tree.find(hint.replace(/-/g, ' '), undefined));
  const id =
    term === null
      ? await ownTerm(tree, resolving, printed, folded, hint)
      : await knownTerm(tree, resolving, term);
  return resolving.cache.set(tree.kind, cacheKey, id);
}

async function knownTerm(tree: TermTree, resolving: Resolving, term: Term): Promise<number> {
  const cached = resolving.cache.get(`${tree.kind} code`, term.code);
  if (cached !== undefined) return cached;
  const { transaction, now } = resolving;
  const found = await firstNumber(transaction, `SELECT id FROM ${tree.kind}s WHERE code = ?`, [term.code]);
  if (found !== null) return resolving.cache.set(`${tree.kind} code`, term.code, found);
  const above = term.parent === null ? null : tree.byCode(term.parent);
  const parentId = above === null ? null : await knownTerm(tree, resolving, above);
  const id = await insertTerm(tree, resolving, {
    nodeId: nodeIdOf(tree.kind, term.code),
    slug: await freeSlug(transaction, tree.table, term.slug, term.code),
    name: term.name,
    code: term.code,
    parentId,
    createdAt: now,
    updatedAt: now,
    ...tree.columns(term),
  });
  return resolving.cache.set(`${tree.kind} code`, term.code, id);
}

/** A term of the archive's own. Its slug is that of the site where the site has one, so that translations meet. */
async function ownTerm(
  tree: TermTree,
  resolving: Resolving,
  printed: LinkedName,
  folded: string,
  hint: string | null,
): Promise<number> {
  const { transaction, now } = resolving;
  const slug = slugOf(hint?.replace(/-/g, ' ') ?? printed.name);
  const known = await firstRow(
    transaction,
    `SELECT id, name FROM ${tree.kind}s WHERE slug = ? AND code IS NULL`,
    [slug],
  );
  let id = Number(known?.[0] ?? 0);
  if (known === undefined) {
    const key = `own:${slug}`;
    id = await insertTerm(tree, resolving, {
      nodeId: nodeIdOf(tree.kind, key),
      slug: await freeSlug(transaction, tree.table, slug, key),
      name: printed.name,
      code: null,
      parentId: null,
      createdAt: now,
      updatedAt: now,
      ...tree.columns(null),
    });
  } else if (slugOf(printed.name) === slug && slugOf(String(known[1])) !== slug) {
    // The name that the slug was made of is the term's own; what came first was a translation.
    await updateRow(transaction, tree.table, id, { name: printed.name });
  }
  if (tree.kind === 'region') await insertRow(transaction, regionNames, { name: folded, regionId: id });
  else await insertRow(transaction, themeNames, { name: folded, themeId: id });
  return id;
}

async function insertTerm(
  tree: TermTree,
  { transaction }: Resolving,
  values: Readonly<Record<string, string | number | null>> & { readonly parentId: number | null },
): Promise<number> {
  // Both tables have these columns, and `columns` adds those of one; the union of the two is too wide for the types.
  const id = await insertRow(transaction, tree.table, values as unknown as typeof regions.$inferInsert);
  await transaction.all(
    `INSERT INTO ${tree.closure} (ancestor_id, descendant_id, distance)
     SELECT ?1, ?1, 0 UNION ALL SELECT ancestor_id, ?1, distance + 1 FROM ${tree.closure} WHERE descendant_id = ?2`,
    [id, values.parentId],
  );
  return id;
}

async function lineage(
  tree: TermTree,
  { transaction, cache }: Resolving,
  id: number,
): Promise<readonly number[]> {
  const cached = cache.ancestors(tree.kind, id);
  if (cached !== undefined) return cached;
  const rows = await transaction.all(`SELECT ancestor_id FROM ${tree.closure} WHERE descendant_id = ?`, [id]);
  return cache.setAncestors(
    tree.kind,
    id,
    rows.map(([ancestor]) => Number(ancestor)),
  );
}
