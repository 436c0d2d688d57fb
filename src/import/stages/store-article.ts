import type { Transaction } from '../../archive/database.ts';
import {
  articleKeywords,
  articleNotes,
  articles,
  revisions,
  translations,
} from '../../content/article/article-table.ts';
import { links } from '../../content/link/link-table.ts';
import { rightsHolders } from '../../content/rights/rights-table.ts';
import { slugOf } from '../../text/slug.ts';
import { applyMapping } from '../mapping-file.ts';
import type { ArticleDraft } from '../readers/reader.ts';
import { loadCounted, NOT_COUNTED, recount } from './article-counts.ts';
import { type FieldChange, findChanges } from './field-changes.ts';
import type { PreparedArticle } from './prepare-article.ts';
import { articleAt, resolveWaitingLinks } from './resolve-links.ts';
import { type ResolvedNames, resolveNames } from './resolve-names.ts';
import type { Resolving } from './resolve-terms.ts';
import { storeDuplicates } from './store-duplicates.ts';
import { NAME_TABLES, storeNames } from './store-names.ts';
import { storeQuotes } from './store-quotes.ts';
import { firstNumber, firstRow, freeSlug, insertRow, nodeIdOf, updateRow } from './write-rows.ts';

/** What became of a piece. */
export interface StoredArticle {
  readonly outcome: 'NEW' | 'CHANGED' | 'UNCHANGED';
  readonly articleId: number;
  /** Field by field, what differs from the state before; empty for a new piece. */
  readonly changes: readonly FieldChange[];
}

/** Where a piece came from. */
export interface Origin {
  /** SHA-256 of the imported bytes, hex. */
  readonly contentHash: string;
  /** The piece that the same place held before; null when that is not known or places are no identity. */
  readonly heldBefore: number | null;
}

/**
 * Stores a piece with all that belongs to it. A piece that the archive holds is updated and gets a new revision; one
 * that says the same as before is left as it is. Call it in a transaction of its own.
 */
export async function storeArticle(
  resolving: Resolving,
  article: PreparedArticle,
  origin: Origin,
): Promise<StoredArticle> {
  const { transaction } = resolving;
  const known = await firstNumber(transaction, 'SELECT id FROM articles WHERE natural_key = ?', [
    article.naturalKey,
  ]);
  const articleId =
    known ??
    (canHaveMoved(article.draft) ? origin.heldBefore : null) ??
    (await archivedHere(transaction, article.archivedAs));
  if (articleId === null) {
    const id = await addArticle(resolving, article, origin);
    await recount(transaction, NOT_COUNTED, await loadCounted(transaction, id));
    return { outcome: 'NEW', articleId: id, changes: [] };
  }
  const changes = findChanges(await loadDraft(transaction, articleId), article.draft);
  if (changes.length === 0) return { outcome: 'UNCHANGED', articleId, changes };
  const before = await loadCounted(transaction, articleId);
  await changeArticle(resolving, article, origin, articleId);
  await recount(transaction, before, await loadCounted(transaction, articleId));
  return { outcome: 'CHANGED', articleId, changes };
}

/** A piece of our own export is the one of its global ID, whatever its address has become. */
async function archivedHere(
  transaction: Transaction,
  archivedAs: PreparedArticle['archivedAs'],
): Promise<number | null> {
  if (archivedAs === null) return null;
  return firstNumber(transaction, 'SELECT id FROM articles WHERE node_id = ?', [archivedAs.id]);
}

/** A capture without an address is known by its headline: when that is edited, only its file tells that it is the same. */
function canHaveMoved({ url, externalId }: ArticleDraft): boolean {
  return url === null && externalId === null;
}

async function loadDraft(transaction: Transaction, articleId: number): Promise<unknown> {
  const row = await firstRow(
    transaction,
    'SELECT draft FROM revisions WHERE article_id = ? ORDER BY number DESC LIMIT 1',
    [articleId],
  );
  return row === undefined ? null : JSON.parse(String(row[0]));
}

async function addArticle(resolving: Resolving, article: PreparedArticle, origin: Origin): Promise<number> {
  const { transaction, now } = resolving;
  const { naturalKey, draft, archivedAs } = article;
  const draftNamed = named(resolving, article);
  const names = await namesOf(resolving, draftNamed, article);
  const articleId = await insertRow(transaction, articles, {
    ...columnsOf(article, names, origin),
    provenance: JSON.stringify(draftNamed.provenance),
    nodeId: archivedAs?.id ?? nodeIdOf('article', naturalKey),
    slug: await freeSlug(transaction, articles, archivedAs?.slug ?? slugOf(draft.headline), naturalKey),
    createdAt: archivedAs?.createdAt ?? now,
    updatedAt: archivedAs?.updatedAt ?? now,
  });
  await storeParts(resolving, article, names, articleId, true);
  await addRevision(resolving, article, origin, articleId, 1);
  return articleId;
}

async function changeArticle(
  resolving: Resolving,
  article: PreparedArticle,
  origin: Origin,
  articleId: number,
): Promise<void> {
  const { transaction, now } = resolving;
  const draftNamed = named(resolving, article);
  const names = await namesOf(resolving, draftNamed, article);
  const number =
    1 +
    ((await firstNumber(transaction, 'SELECT revision_number FROM articles WHERE id = ?', [articleId])) ?? 0);
  await updateRow(transaction, articles, articleId, {
    ...columnsOf(article, names, origin),
    provenance: JSON.stringify(draftNamed.provenance),
    revisionNumber: number,
    updatedAt: now,
  });
  for (const table of PART_TABLES)
    await transaction.all(`DELETE FROM ${table} WHERE article_id = ?`, [articleId]);
  await storeParts(resolving, article, names, articleId, false);
  await addRevision(resolving, article, origin, articleId, number);
}

/** What is written anew when a piece changes. Quotes are not: they keep their ids. */
const PART_TABLES = [
  ...NAME_TABLES,
  'article_keywords',
  'article_notes',
  'translations',
  'links',
  'rights_holders',
] as const;

/** The draft with its names as the archive's owner wants them. Its revision keeps them as printed. */
function named({ mapping }: Resolving, { draft }: PreparedArticle): ArticleDraft {
  return mapping === undefined ? draft : applyMapping(draft, mapping);
}

function namesOf(
  resolving: Resolving,
  draft: ArticleDraft,
  { inLanguage, sortKey }: PreparedArticle,
): Promise<ResolvedNames> {
  return resolveNames(resolving, draft, inLanguage === 'und' ? null : inLanguage, sortKey);
}

type ArticleColumns = Omit<typeof articles.$inferInsert, 'nodeId' | 'slug' | 'createdAt' | 'updatedAt'>;

function columnsOf(article: PreparedArticle, names: ResolvedNames, origin: Origin): ArticleColumns {
  const { draft, body } = article;
  const { image, rights, datePublished, dateModified } = draft;
  return {
    naturalKey: article.naturalKey,
    url: draft.url,
    externalId: draft.externalId,
    headline: draft.headline,
    alternativeHeadline: draft.alternativeHeadline,
    description: draft.description,
    byline: draft.byline,
    publisherId: names.publisherId,
    datePublished: datePublished?.iso ?? null,
    datePublishedPrecision: datePublished?.precision ?? null,
    datePublishedPrinted: datePublished?.printed ?? null,
    dateModified: dateModified?.iso ?? null,
    dateModifiedPrecision: dateModified?.precision ?? null,
    dateModifiedPrinted: dateModified?.printed ?? null,
    sortKey: article.sortKey,
    dateline: draft.dateline,
    isBasedOnOutletId: names.isBasedOnOutletId,
    isBasedOnUrl: draft.isBasedOn?.url ?? null,
    isRepublished: draft.isBasedOn !== null,
    inLanguage: article.inLanguage,
    inLanguageInferred: article.inLanguageInferred,
    bodyMarkdown: draft.body,
    bodyHtml: body.html,
    body: body.text,
    wordCount: article.wordCount,
    imageUrl: image?.url ?? null,
    imageCaption: image?.caption ?? null,
    imageCredit: image?.credit ?? null,
    imageCreditUrl: image?.creditUrl ?? null,
    hasImage: image !== null,
    copyrightYear: rights?.year ?? null,
    copyrightNotice: rights?.notice ?? null,
    rightsTextId: names.rightsTextId,
    discussionUrl: draft.discussionUrl,
    boilerplate: JSON.stringify(draft.boilerplate),
    quoteCount: article.quotes.length,
    translationCount: draft.translations.length,
    contentHash: origin.contentHash,
  };
}

async function storeParts(
  resolving: Resolving,
  article: PreparedArticle,
  names: ResolvedNames,
  articleId: number,
  isNew: boolean,
): Promise<void> {
  const { transaction } = resolving;
  const { draft, sortKey } = article;
  await storeNames(resolving, articleId, names, sortKey);
  for (const [position, keyword] of draft.keywords.entries()) {
    await insertRow(transaction, articleKeywords, { articleId, position, keyword });
  }
  for (const [position, text] of draft.notes.entries()) {
    await insertRow(transaction, articleNotes, { articleId, position, text });
  }
  for (const [position, { name, url }] of (draft.rights?.holders ?? []).entries()) {
    await insertRow(transaction, rightsHolders, { articleId, position, name, url });
  }
  await storeLinks(transaction, article, articleId);
  await storeDuplicates(resolving, articleId, article, isNew);
  const { quoteCount } = await storeQuotes(resolving, articleId, article);
  if (quoteCount !== article.quotes.length)
    await transaction.all('UPDATE articles SET quote_count = ? WHERE id = ?', [quoteCount, articleId]);
}

async function storeLinks(
  transaction: Transaction,
  { draft, body, sortKey }: PreparedArticle,
  articleId: number,
): Promise<void> {
  for (const [position, { text, url, start, end }] of body.links.entries()) {
    const target = await articleAt(transaction, url);
    // A link to the piece itself ("read on below") cites nothing.
    const targetId = target === articleId ? null : target;
    await insertRow(transaction, links, { articleId, position, text, url, start, end, targetId, sortKey });
  }
  for (const [position, { inLanguage, url, headline }] of draft.translations.entries()) {
    const translationId = await articleAt(transaction, url);
    await insertRow(transaction, translations, {
      articleId,
      position,
      inLanguage,
      url,
      headline,
      translationId,
    });
  }
  await resolveWaitingLinks(transaction, articleId, draft.url);
}

async function addRevision(
  { transaction, now }: Resolving,
  { draftJson }: PreparedArticle,
  { contentHash }: Origin,
  articleId: number,
  number: number,
): Promise<void> {
  await insertRow(transaction, revisions, {
    articleId,
    number,
    importedAt: now,
    contentHash,
    draft: draftJson,
  });
}
