import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { authorAffiliations, authorProfiles, authors } from '../../content/author/author-table.ts';
import { outletProfiles, outlets } from '../../content/outlet/outlet-table.ts';
import { reports } from '../../content/report/report-table.ts';
import { rightsTexts } from '../../content/rights/rights-table.ts';
import { parseByline } from '../../text/byline.ts';
import { slugOf } from '../../text/slug.ts';
import type {
  ArticleDraft,
  AuthorDraft,
  LinkedName,
  OutletDraft,
  Profile,
  RightsDraft,
} from '../readers/reader.ts';
import { lastSegment } from './article-key.ts';
import { type Resolving, resolveRegion, resolveTheme } from './resolve-terms.ts';
import { firstNumber, firstRow, freeSlug, hashOf, insertRow, nodeIdOf, updateRow } from './write-rows.ts';

/** Who and what a piece names, as ids of records. Ids stand in printed order, each once. */
export interface ResolvedNames {
  readonly publisherId: number | null;
  readonly isBasedOnOutletId: number | null;
  readonly authorIds: readonly number[];
  readonly regions: readonly ResolvedTerm[];
  readonly themes: readonly ResolvedTerm[];
  readonly reportIds: readonly number[];
  readonly rightsTextId: number | null;
}

export interface ResolvedTerm {
  readonly id: number;
  /** The name as this piece prints it. */
  readonly printed: string;
}

/**
 * Resolves the names of a piece to records, making those that the archive does not hold yet.
 *
 * What a page says of its outlet and its authors goes into their records: from the newest piece where two disagree.
 * `sortKey` is the piece's, in milliseconds.
 */
export async function resolveNames(
  resolving: Resolving,
  draft: ArticleDraft,
  language: string | null,
  sortKey: number,
): Promise<ResolvedNames> {
  const publisherId =
    draft.publisher === null ? null : await resolveOutlet(resolving, draft.publisher, sortKey);
  const origin = draft.isBasedOn?.outlet ?? null;
  const authorIds: number[] = [];
  for (const author of draft.authors) authorIds.push(await resolveAuthor(resolving, author, draft, sortKey));
  const regions: ResolvedTerm[] = [];
  for (const name of draft.regions)
    regions.push({ id: await resolveRegion(resolving, name, language), printed: name.name });
  const themes: ResolvedTerm[] = [];
  for (const name of draft.themes)
    themes.push({ id: await resolveTheme(resolving, name, language), printed: name.name });
  const reportIds: number[] = [];
  for (const name of draft.reports) reportIds.push(await resolveReport(resolving, name));
  return {
    publisherId,
    isBasedOnOutletId: origin === null ? null : await resolveOutlet(resolving, origin, sortKey),
    authorIds: [...new Set(authorIds)],
    regions: onceEach(regions),
    themes: onceEach(themes),
    reportIds: [...new Set(reportIds)],
    rightsTextId:
      draft.rights === null ? null : await resolveRightsText(resolving, draft.rights, publisherId),
  };
}

function onceEach(terms: readonly ResolvedTerm[]): readonly ResolvedTerm[] {
  return terms.filter(({ id }, at) => terms.findIndex((other) => other.id === id) === at);
}

async function resolveOutlet(resolving: Resolving, outlet: OutletDraft, sortKey: number): Promise<number> {
  const { transaction, now } = resolving;
  const id = await recordNamed(resolving, 'outlet', outlets, outlet.name, (slug, nodeId) =>
    insertRow(transaction, outlets, { nodeId, slug, name: outlet.name, createdAt: now, updatedAt: now }),
  );
  if (saysNothing(outlet)) return id;
  const newest = await firstNumber(transaction, 'SELECT max(sort_key) FROM articles WHERE publisher_id = ?', [
    id,
  ]);
  const isNewest = newest === null || sortKey >= newest;
  await fillIn(resolving, outlets, id, isNewest, {
    url: outlet.url,
    membershipUrl: outlet.membershipUrl ?? null,
    discussionUrl: outlet.discussionUrl ?? null,
    newsletterUrl: outlet.newsletterUrl ?? null,
    contact: outlet.contact ?? null,
    mediaContact: outlet.mediaContact ?? null,
    languageCount: outlet.languageCount ?? null,
  });
  await replaceProfiles(resolving, outletProfiles, 'outlet', id, outlet.profiles ?? [], isNewest);
  return id;
}

/** Whether a page gives the name alone: then there is nothing to enter into the record. */
function saysNothing({ name: _, ...rest }: OutletDraft | AuthorDraft): boolean {
  return Object.values(rest).every(
    (value) => (value ?? null) === null || (Array.isArray(value) && value.length === 0),
  );
}

async function resolveAuthor(
  resolving: Resolving,
  author: AuthorDraft,
  draft: ArticleDraft,
  sortKey: number,
): Promise<number> {
  const { transaction, now } = resolving;
  const isBody =
    parseByline(author.name).people[0]?.isOrganization === true || author.name === draft.publisher?.name;
  const id = await recordNamed(resolving, 'author', authors, author.name, (slug, nodeId) =>
    insertRow(transaction, authors, {
      nodeId,
      slug,
      name: author.name,
      kind: isBody ? 'BODY' : 'PERSON',
      createdAt: now,
      updatedAt: now,
    }),
  );
  if (saysNothing(author)) return id;
  const newest = await firstNumber(
    transaction,
    'SELECT max(sort_key) FROM article_authors WHERE author_id = ?',
    [id],
  );
  const isNewest = newest === null || sortKey >= newest;
  await fillIn(resolving, authors, id, isNewest, {
    description: author.description ?? null,
    url: author.url,
  });
  await replaceProfiles(resolving, authorProfiles, 'author', id, author.profiles ?? [], isNewest);
  const affiliations = author.affiliations ?? [];
  if (
    affiliations.length > 0 &&
    (isNewest || !(await hasRows(resolving, 'author_affiliations', 'author', id)))
  ) {
    await transaction.all('DELETE FROM author_affiliations WHERE author_id = ?', [id]);
    for (const [position, name] of affiliations.entries()) {
      await insertRow(transaction, authorAffiliations, { authorId: id, position, name });
    }
  }
  return id;
}

/** A report is known by its address, which is one in all languages of a site, else by its name. */
async function resolveReport(resolving: Resolving, { name, url }: LinkedName): Promise<number> {
  const { transaction, cache, now } = resolving;
  const key = url ?? name;
  const cached = cache.get('report of', `${key}\0${name}`);
  if (cached !== undefined) return cached;
  const atUrl =
    url === null ? null : await firstNumber(transaction, 'SELECT id FROM reports WHERE url = ?', [url]);
  const ownName = lastSegment(url)?.replace(/-/g, ' ') ?? name;
  const id =
    atUrl ??
    (await recordNamed(resolving, 'report', reports, ownName, (slug, nodeId) =>
      insertRow(transaction, reports, { nodeId, slug, name, url, createdAt: now, updatedAt: now }),
    ));
  if (url !== null)
    await transaction.all('UPDATE reports SET url = coalesce(url, ?) WHERE id = ?', [url, id]);
  const slug = slugOf(name);
  // What came first may have been the name in another language: the one that the slug is made of is the report's own.
  const [known] = await transaction.all('SELECT name FROM reports WHERE id = ? AND slug = ?', [id, slug]);
  if (known !== undefined && slugOf(String(known[0])) !== slug)
    await updateRow(transaction, reports, id, { name, updatedAt: now });
  return cache.set('report of', `${key}\0${name}`, id);
}

/** The small print, stored once for each outlet and wording; null when the page prints none. */
async function resolveRightsText(
  resolving: Resolving,
  rights: RightsDraft,
  outletId: number | null,
): Promise<number | null> {
  const { disclaimer, permission, conditions, fairUse, contact, licenceUrl } = rights;
  const wording = { disclaimer, permission, conditions, fairUse, contact, licenceUrl };
  if (Object.values(wording).every((part) => part === null)) return null;
  const contentHash = hashOf(JSON.stringify([outletId, wording]));
  const { transaction, cache } = resolving;
  const known =
    cache.get('rights', contentHash) ??
    (await firstNumber(transaction, 'SELECT id FROM rights_texts WHERE content_hash = ?', [contentHash]));
  const id = known ?? (await insertRow(transaction, rightsTexts, { outletId, contentHash, ...wording }));
  return cache.set('rights', contentHash, id);
}

/** The record whose slug is that of `name`, or of which a former slug is; a new one where there is none. */
async function recordNamed(
  { transaction, cache }: Resolving,
  kind: 'outlet' | 'author' | 'report',
  table: SQLiteTable,
  name: string,
  insert: (slug: string, nodeId: string) => Promise<number>,
): Promise<number> {
  const slug = slugOf(name);
  const cached = cache.get(kind, slug);
  if (cached !== undefined) return cached;
  const type = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  const found = await firstNumber(
    transaction,
    `SELECT id FROM ${kind}s WHERE slug = ?1 UNION ALL
     SELECT id FROM ${kind}s WHERE node_id = (SELECT node_id FROM node_aliases WHERE alias = ?2) LIMIT 1`,
    [slug, `${type}/${slug}`],
  );
  if (found !== null) return cache.set(kind, slug, found);
  const free = await freeSlug(transaction, table, slug, name);
  return cache.set(kind, slug, await insert(free, nodeIdOf(kind, slug)));
}

/** Enters values where the record has none, or, from the newest piece, in place of others. Null says nothing. */
async function fillIn<Table extends typeof outlets | typeof authors>(
  { transaction, now }: Resolving,
  table: Table,
  id: number,
  isNewest: boolean,
  values: Readonly<Record<string, string | number | null>>,
): Promise<void> {
  const said = Object.entries(values).filter(([, value]) => value !== null);
  if (said.length === 0) return;
  const name = table === outlets ? 'outlets' : 'authors';
  const columns = said.map(([key]) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  const row = await firstRow(transaction, `SELECT ${columns.join(', ')} FROM ${name} WHERE id = ?`, [id]);
  const changed = said.filter(([, value], at) => (row?.[at] === null || isNewest) && row?.[at] !== value);
  if (changed.length === 0) return;
  // Keys are those of the two calls above, columns of both tables.
  await updateRow(transaction, table as typeof outlets, id, {
    ...Object.fromEntries(changed),
    updatedAt: now,
  });
}

async function replaceProfiles(
  resolving: Resolving,
  table: typeof outletProfiles | typeof authorProfiles,
  kind: 'outlet' | 'author',
  id: number,
  profiles: readonly Profile[],
  isNewest: boolean,
): Promise<void> {
  const { transaction } = resolving;
  if (profiles.length === 0) return;
  if (!isNewest && (await hasRows(resolving, `${kind}_profiles`, kind, id))) return;
  await transaction.all(`DELETE FROM ${kind}_profiles WHERE ${kind}_id = ?`, [id]);
  for (const [position, { network, url }] of profiles.entries()) {
    const owner = kind === 'outlet' ? { outletId: id } : { authorId: id };
    // One of the two owners, as `table` is one of the two tables.
    await insertRow(
      transaction,
      table as typeof outletProfiles,
      { ...owner, position, network, url } as typeof outletProfiles.$inferInsert,
    );
  }
}

async function hasRows(
  { transaction }: Resolving,
  table: string,
  kind: string,
  id: number,
): Promise<boolean> {
  return (
    (await firstRow(transaction, `SELECT 1 FROM ${table} WHERE ${kind}_id = ? LIMIT 1`, [id])) !== undefined
  );
}
