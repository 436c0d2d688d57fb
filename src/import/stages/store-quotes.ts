import { getTableColumns } from 'drizzle-orm';
import type { SqlValue, Transaction } from '../../archive/database.ts';
import { quotes } from '../../content/quote/quote-table.ts';
import { applyCorrections, type StorableQuote } from '../quote-corrections.ts';
import { correctionsOf } from './corrections-of.ts';
import { joinCluster, leaveCluster, mendCluster } from './quote-clusters.ts';
import { type QuotedArticle, type QuoteValues, quoteValues } from './quote-values.ts';
import { resolveSpeaker } from './resolve-speaker.ts';
import type { Resolving } from './resolve-terms.ts';
import { firstRow, insertRow, nodeIdOf, updateRow } from './write-rows.ts';

/**
 * What became of a quotation. SPEAKER: the same words are held to be somebody else's now. WORDS, KIND and ROLE: they begin
 * or end elsewhere, are of another kind, or are said in another role.
 */
export interface QuoteChange {
  readonly change: 'ADDED' | 'REMOVED' | 'SPEAKER' | 'WORDS' | 'KIND' | 'ROLE';
  readonly text: string;
  /** What it was and what it is: the speaker's name, null for nobody who is named, or the words, the kind, the role. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface StoredQuotes {
  /** How many the piece has now. */
  readonly quoteCount: number;
  /** What differs from before; empty for a new piece, whose quotations are all new. */
  readonly changes: readonly QuoteChange[];
}

interface StoredQuote {
  readonly id: number;
  readonly clusterId: number | null;
  readonly values: Readonly<Record<string, SqlValue>>;
}

/**
 * Stores the quotes of a piece, as its owner wants them. A quote whose words stayed keeps its record and ID, wherever it
 * stands now; of the same words twice the nearer one. Corrected quotes that no correction speaks of any more stay while
 * their words stand in the body.
 */
export async function storeQuotes(
  resolving: Resolving,
  articleId: number,
  article: QuotedArticle,
): Promise<StoredQuotes> {
  const { transaction, now } = resolving;
  const corrections = await correctionsOf(resolving, articleId);
  const before = await loadQuotes(transaction, articleId);
  const wanted = applyCorrections(article.quotes, corrections, article.body.text);
  const held = before.filter(
    ({ values }) => values.origin === 'CURATED' && isLeftAlone(values, wanted, article),
  );
  const heldTexts = new Set(held.map(({ values }) => values.text));
  const free = before.filter((quote) => !held.includes(quote));
  const storable: { quote: StorableQuote; values: QuoteValues }[] = [];
  for (const quote of wanted) {
    if (heldTexts.has(quote.text)) continue;
    const speakerId = await resolveSpeaker(resolving, quote.speaker, article.naturalKey);
    storable.push({ quote, values: quoteValues(article, quote, speakerId, storable.length) });
  }
  const kept = matchStored(
    storable.map(({ values }) => values),
    free,
  );
  const stayed = new Set(kept.values());
  const gone = free.filter((quote) => !stayed.has(quote));
  const changes: QuoteChange[] = [];
  const mend = new Set<number>();
  const gained = new SpeakerCounts();
  for (const { id, clusterId, values } of gone) {
    await transaction.all('DELETE FROM quotes WHERE id = ?', [id]);
    gained.add(values.speakerId, -1);
    if (clusterId !== null) mend.add(clusterId);
    changes.push({
      change: 'REMOVED',
      text: String(values.text),
      before: named(values.speakerName),
      after: null,
    });
  }
  const occurrences = new Map<string, number>();
  for (const { values } of storable) {
    const stored = kept.get(values);
    gained.add(values.speakerId ?? null, 1);
    if (stored === undefined) {
      await addQuote(resolving, article.naturalKey, articleId, values, occurrences);
      changes.push({ change: 'ADDED', text: values.text, before: null, after: values.speakerName ?? null });
      continue;
    }
    gained.add(stored.values.speakerId, -1);
    const changed = differing(values, stored.values);
    if (Object.keys(changed).length > 0)
      await updateRow(transaction, quotes, stored.id, { ...changed, updatedAt: now });
    if (changed.wordsHash !== undefined) {
      await leaveCluster(transaction, stored.id);
      if (stored.clusterId !== null) mend.add(stored.clusterId);
      await joinCluster(transaction, { ...values, id: stored.id, articleId });
    }
    const isTold = ([, column]: (typeof TOLD)[number]): boolean => changed[column] !== undefined;
    const isAnother = changed.speakerId !== undefined || changed.speakerName !== undefined;
    const told = TOLD.filter(isTold);
    for (const [change, column] of [...(isAnother ? [SPEAKER] : []), ...told])
      changes.push({
        change,
        text: values.text,
        before: named(stored.values[column]),
        after: named(values[column]),
      });
  }
  for (const { id, values } of held) await moveHeld(resolving, id, values, article);
  for (const cluster of mend) await mendCluster(transaction, cluster);
  await gained.store(transaction);
  return { quoteCount: storable.length + held.length, changes: before.length === 0 ? [] : changes };
}

const SPEAKER = ['SPEAKER', 'speakerName'] as const;

/** What is told of a quotation that stayed, by its column. */
const TOLD = [
  ['WORDS', 'text'],
  ['KIND', 'kind'],
  ['ROLE', 'speakerRole'],
] as const;

const named = (name: SqlValue | undefined): string | null => (typeof name === 'string' ? name : null);

/** A corrected quotation of which nobody speaks any more, whose words still stand in the body. */
function isLeftAlone(
  { text }: StoredQuote['values'],
  wanted: readonly StorableQuote[],
  { body }: QuotedArticle,
): boolean {
  return (
    !wanted.some((quote) => quote.origin === 'CURATED' && quote.text === text) &&
    body.text.includes(String(text))
  );
}

/** Which stored quotation each one is: by text and kind, then by the words alone; the nearest of several. */
function matchStored(
  wanted: readonly QuoteValues[],
  stored: readonly StoredQuote[],
): ReadonlyMap<QuoteValues, StoredQuote> {
  const kept = new Map<QuoteValues, StoredQuote>();
  const taken = new Set<StoredQuote>();
  const rounds: ((values: QuoteValues | StoredQuote['values']) => string)[] = [
    ({ text, kind, place }) => JSON.stringify([text, kind, place]),
    ({ wordsHash }) => String(wordsHash),
  ];
  for (const keyOf of rounds) {
    const free = new Map<string, StoredQuote[]>();
    for (const quote of stored) {
      if (taken.has(quote)) continue;
      const key = keyOf(quote.values);
      const alike = free.get(key);
      if (alike) alike.push(quote);
      else free.set(key, [quote]);
    }
    for (const alike of free.values())
      alike.sort((one, other) => Number(one.values.start) - Number(other.values.start));
    for (const quote of wanted) {
      const nearest = kept.has(quote) ? undefined : takeNearest(free.get(keyOf(quote)) ?? [], quote.start);
      if (nearest === undefined) continue;
      kept.set(quote, nearest);
      taken.add(nearest);
    }
  }
  return kept;
}

/** Takes the quotation that starts nearest to a place out of some that are in order of their starts. */
function takeNearest(alike: StoredQuote[], start: number): StoredQuote | undefined {
  const startOf = (at: number): number => Number(alike[at]?.values.start);
  let low = 0;
  let high = alike.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(middle) < start) low = middle + 1;
    else high = middle;
  }
  const isBefore = low > 0 && (low === alike.length || start - startOf(low - 1) <= startOf(low) - start);
  return alike.splice(isBefore ? low - 1 : low, 1)[0];
}

/** The columns whose stored value is another. */
function differing(values: QuoteValues, stored: StoredQuote['values']): Partial<QuoteValues> {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => (value ?? null) !== (stored[name] ?? null)),
  );
}

const COLUMNS = Object.entries(getTableColumns(quotes)).filter(([key]) => key !== 'searchKey');

async function loadQuotes(transaction: Transaction, articleId: number): Promise<readonly StoredQuote[]> {
  const names = COLUMNS.map(([, { name }]) => `"${name}"`).join(', ');
  const rows = await transaction.all(`SELECT ${names} FROM quotes WHERE article_id = ? ORDER BY position`, [
    articleId,
  ]);
  return rows.map((row) => {
    const values = Object.fromEntries(COLUMNS.map(([key], index) => [key, row[index] ?? null]));
    const { id, clusterId } = values;
    return {
      id: Number(id),
      clusterId: clusterId === null || clusterId === undefined ? null : Number(clusterId),
      values,
    };
  });
}

async function addQuote(
  { transaction, now }: Resolving,
  articleKey: string,
  articleId: number,
  values: QuoteValues,
  occurrences: Map<string, number>,
): Promise<void> {
  let nodeId = '';
  // The same words may stand in a piece twice: each has its own number, counted on from the last one given.
  let occurrence = occurrences.get(values.text) ?? 0;
  for (let isTaken = true; isTaken; ) {
    occurrence += 1;
    nodeId = nodeIdOf('quote', `${articleKey}\0${values.text}\0${occurrence}`);
    isTaken = (await firstRow(transaction, 'SELECT 1 FROM quotes WHERE node_id = ?', [nodeId])) !== undefined;
  }
  occurrences.set(values.text, occurrence);
  const id = await insertRow(transaction, quotes, {
    ...values,
    articleId,
    nodeId,
    createdAt: now,
    updatedAt: now,
  });
  await joinCluster(transaction, { ...values, id, articleId });
}

/** A corrected quotation follows its words. */
async function moveHeld(
  { transaction }: Resolving,
  id: number,
  { text, start }: StoredQuote['values'],
  { body, sortKey }: QuotedArticle,
): Promise<void> {
  const words = String(text);
  const isThere = body.text.startsWith(words, Number(start));
  const at = isThere ? Number(start) : body.text.indexOf(words);
  await updateRow(transaction, quotes, id, { start: at, end: at + words.length, sortKey });
}

/** How many quotations each speaker has won or lost. */
class SpeakerCounts {
  readonly #gained = new Map<number, number>();

  add(speakerId: SqlValue | undefined, by: number): void {
    if (typeof speakerId !== 'number') return;
    this.#gained.set(speakerId, (this.#gained.get(speakerId) ?? 0) + by);
  }

  async store(transaction: Transaction): Promise<void> {
    for (const [id, by] of this.#gained) {
      if (by !== 0)
        await transaction.all('UPDATE speakers SET quote_count = quote_count + ? WHERE id = ?', [by, id]);
    }
  }
}
