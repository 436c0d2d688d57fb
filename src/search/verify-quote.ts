import type { Database, SqlRow } from '../archive/database.ts';
import {
  bandKeysOf,
  compareWords,
  quoteWords,
  rowKeysOf,
  wordsHashOf,
} from '../content/quote/quote-words.ts';
import { UserError } from '../errors.ts';

/** Whether somebody said something, as far as the archive knows. */
export type QuoteVerdict = 'EXACT' | 'NEAR' | 'PARTIAL' | 'DIFFERENT_SPEAKER' | 'NOT_FOUND';

/** A quotation of the archive that comes near to what was asked. */
export interface QuoteCandidate {
  /** Row number. */
  readonly quoteId: number;
  readonly verdict: Exclude<QuoteVerdict, 'DIFFERENT_SPEAKER' | 'NOT_FOUND'>;
  readonly isBySpeaker: boolean;
  /** Words that both have, in order: 0 to 1 (Dice); of a long quotation that is near in a part, those of the part. */
  readonly similarity: number;
  /** The words it was compared by: its own, or all parts of a quotation that its piece prints in parts. */
  readonly words: string;
}

export interface QuoteVerification {
  readonly verdict: QuoteVerdict;
  /** The best first. */
  readonly candidates: readonly QuoteCandidate[];
}

/** UTF-16 units of a text to be verified: three pages. */
export const MAX_VERIFIED = 5_000;

/** Quotations that are looked at: under all rows of words together and under one of them, under one hash, by full text. */
const MAX_UNDER_KEYS = 4_000;
const MAX_UNDER_KEY = 200;
const MAX_UNDER_HASH = 50;
const MAX_BY_TEXT = 50;

/** Rows of words that are looked up, and quotations that are compared word by word. */
const MAX_KEYS = 96;
const MAX_COMPARED = 40;

/** Words in common by which an altered quotation is still the same; fewer are another sentence. */
const MIN_NEAR = 0.6;

/** The same for a stretch of a long quotation, of so many words at least: small words come together by chance. */
const MIN_NEAR_PART = 0.75;
const MIN_PART_WORDS = 6;

/** Share of the words asked for that a shorter quotation has to hold to be a part of them. */
const MIN_COVERED = 0.5;

/** Where words were left out, or others put in. */
const GAP = /\[[^\]\n]{0,200}\]|\(\s*(?:\.\.\.|…)\s*\)|\.\.\.|…/gu;

/**
 * Looks for the words that somebody is said to have said. `speakerId` is a row number; null asks whether anybody did.
 *
 * EXACT: a quotation has these words, marks and capitals aside. PARTIAL: they are a part of one, whole between gaps that
 * are marked (`…`, `[…]`), or it is a part of them. NEAR: some words are others. DIFFERENT_SPEAKER: found, and by
 * somebody else. Bounded: a few hundred steps along indexes whatever the archive's size.
 *
 * @throws {UserError} LIMIT_EXCEEDED for a text that is too long.
 */
export async function verifyQuote(
  database: Database,
  request: { readonly text: string; readonly speakerId: number | null; readonly maxCandidates: number },
): Promise<QuoteVerification> {
  const { text, speakerId, maxCandidates } = request;
  if (text.length > MAX_VERIFIED)
    throw new UserError(
      'LIMIT_EXCEEDED',
      `The text has ${text.length} characters; at most ${MAX_VERIFIED} are verified at once.`,
      'Ask for one quotation at a time.',
    );
  const pieces = text
    .split(GAP)
    .map(quoteWords)
    .filter((words) => words.length > 0);
  const words = pieces.flat();
  if (words.length === 0) return { verdict: 'NOT_FOUND', candidates: [] };
  const judged = async (ids: readonly number[]): Promise<readonly QuoteCandidate[]> =>
    (await loadRows(database, ids)).flatMap((row) => candidateOf(row, pieces, words, speakerId));
  const byKeys = await judged(await findByKeys(database, pieces));
  const isFound = byKeys.some(({ isBySpeaker, verdict }) => isBySpeaker && verdict !== 'NEAR');
  const known = new Set(byKeys.map(({ quoteId }) => quoteId));
  const byText = isFound ? [] : await judged(await findByText(database, text));
  const candidates = [...byKeys, ...byText.filter(({ quoteId }) => !known.has(quoteId))].toSorted(
    (one, other) =>
      Number(other.isBySpeaker) - Number(one.isBySpeaker) ||
      byVerdict(one, other) ||
      one.quoteId - other.quoteId,
  );
  return { verdict: verdictOf(candidates), candidates: shown(candidates, maxCandidates) };
}

/** A quotation, by whichever of its texts comes nearest; none for another sentence. */
function candidateOf(
  [quoteId, printed, normalized, speaker, parts]: SqlRow,
  pieces: readonly (readonly string[])[],
  words: readonly string[],
  speakerId: number | null,
): readonly QuoteCandidate[] {
  const texts = [...new Set([normalized, printed, parts].filter((value) => typeof value === 'string'))];
  const nearest = texts
    .map((other) => ({ other, ...judge(pieces, words, quoteWords(other)) }))
    .toSorted(byVerdict)[0];
  if (nearest?.verdict == null) return [];
  const { verdict, similarity, other } = nearest;
  const isBySpeaker = speakerId === null || Number(speaker) === speakerId;
  return [{ quoteId: Number(quoteId), verdict, isBySpeaker, similarity, words: other }];
}

const RANK = { EXACT: 3, PARTIAL: 2, NEAR: 1 } as const;

const byVerdict = (
  one: { readonly verdict: keyof typeof RANK | null; readonly similarity: number },
  other: { readonly verdict: keyof typeof RANK | null; readonly similarity: number },
): number =>
  (other.verdict === null ? 0 : RANK[other.verdict]) - (one.verdict === null ? 0 : RANK[one.verdict]) ||
  other.similarity - one.similarity;

/** Words that others say exactly are not the speaker's because theirs are a little like them. */
function verdictOf(candidates: readonly QuoteCandidate[]): QuoteVerdict {
  const best = candidates.find(({ isBySpeaker }) => isBySpeaker);
  const others = candidates.find(({ isBySpeaker }) => !isBySpeaker);
  if (best === undefined) return others === undefined ? 'NOT_FOUND' : 'DIFFERENT_SPEAKER';
  return best.verdict === 'NEAR' && others?.verdict === 'EXACT' ? 'DIFFERENT_SPEAKER' : best.verdict;
}

/** The best candidates; the verdict's own witness is among them. */
function shown(candidates: readonly QuoteCandidate[], count: number): readonly QuoteCandidate[] {
  if (verdictOf(candidates) !== 'DIFFERENT_SPEAKER') return candidates.slice(0, count);
  return candidates
    .toSorted((one, other) => Number(one.isBySpeaker) - Number(other.isBySpeaker))
    .slice(0, count);
}

/** How the words asked for stand to those of a quotation; null for another sentence. */
function judge(
  pieces: readonly (readonly string[])[],
  words: readonly string[],
  other: readonly string[],
): { readonly verdict: keyof typeof RANK | null; readonly similarity: number } {
  const similarityOf = (shared: number): number => (2 * shared) / (words.length + other.length);
  if (standInOrder(pieces, other))
    return {
      verdict: words.length === other.length ? 'EXACT' : 'PARTIAL',
      similarity: similarityOf(words.length),
    };
  if (other.length >= words.length * MIN_COVERED && standInOrder([other], words))
    return { verdict: 'PARTIAL', similarity: similarityOf(other.length) };
  // Words in common in any order are at least those in order, and counted in a fraction of the time.
  const stretch = nearestStretch(words, other);
  if ((2 * countShared(words, stretch)) / (words.length + stretch.length) < MIN_NEAR)
    return { verdict: null, similarity: 0 };
  const { similarity } = compareWords(words, stretch);
  const isPart = stretch.length < other.length;
  return { verdict: similarity >= (isPart ? MIN_NEAR_PART : MIN_NEAR) ? 'NEAR' : null, similarity };
}

/** Of a quotation that is much longer than the words asked for, the stretch of their length that shares most with them. */
function nearestStretch(words: readonly string[], other: readonly string[]): readonly string[] {
  const { length } = words;
  if (length < MIN_PART_WORDS || other.length < length * 1.5) return other;
  const asked = new Set(words);
  const isShared = other.map((word) => Number(asked.has(word)));
  let shared = 0;
  let [most, at] = [-1, 0];
  for (const [end, value] of isShared.entries()) {
    shared += value - (isShared[end - length] ?? 0);
    if (end >= length - 1 && shared > most) [most, at] = [shared, end - length + 1];
  }
  return other.slice(at, at + length);
}

function countShared(words: readonly string[], other: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of words) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of other) {
    const times = left.get(word) ?? 0;
    if (times > 0) shared += 1;
    left.set(word, times - 1);
  }
  return shared;
}

/** Whether each piece stands whole in the words, behind the one before. */
function standInOrder(pieces: readonly (readonly string[])[], words: readonly string[]): boolean {
  const text = ` ${words.join(' ')} `;
  let from = 0;
  for (const piece of pieces) {
    const wanted = ` ${piece.join(' ')} `;
    const at = text.indexOf(wanted, from);
    if (at < 0) return false;
    from = at + wanted.length - 1;
  }
  return true;
}

/** Quotations with the same words, and with rows of them. */
async function findByKeys(
  database: Database,
  pieces: readonly (readonly string[])[],
): Promise<readonly number[]> {
  const words = pieces.flat();
  const keys = [...new Set(pieces.flatMap(rowKeysOf))];
  const sampled = keys.length <= MAX_KEYS ? keys : evenly(bandKeysOf(words), MAX_KEYS);
  const underKey = Math.min(MAX_UNDER_KEY, Math.ceil(MAX_UNDER_KEYS / Math.max(1, sampled.length)));
  const ids = await database.all(
    `SELECT id FROM (SELECT id FROM quotes WHERE words_hash = ?1 LIMIT ${MAX_UNDER_HASH})
     UNION SELECT id FROM (
       SELECT found.value AS id, count(*) AS hits FROM json_each(?2) key, json_each((SELECT json_group_array(quote_id) FROM (
         SELECT quote_id FROM quote_bands WHERE band_key = key.value LIMIT ${underKey}))) found
       GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MAX_COMPARED})`,
    [wordsHashOf(words), JSON.stringify(sampled)],
  );
  return ids.map(([id]) => Number(id));
}

async function loadRows(database: Database, ids: readonly number[]): Promise<readonly SqlRow[]> {
  return database.all(
    `SELECT id, text, normalized_text, speaker_id, CASE WHEN group_number IS NULL THEN NULL ELSE (
       SELECT group_concat(text, ' ') FROM (SELECT text FROM quotes part
         WHERE part.article_id = quotes.article_id AND part.group_number = quotes.group_number ORDER BY part.start)) END
     FROM quotes WHERE id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  );
}

/** At most `count` of the items, from all of the list. */
const evenly = <Item>(items: readonly Item[], count: number): readonly Item[] => {
  const step = Math.max(1, items.length / count);
  return items.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
};

/** Words of a phrase that is looked for by full text. More have a row among them that few quotations have. */
const MAX_PHRASE = 8;

/** Quotations that hold a few words as a phrase, or the longest of them: what rows of three words cannot find. */
async function findByText(database: Database, text: string): Promise<readonly number[]> {
  const pieces = text.split(GAP).map((piece) => piece.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []);
  const phrase = (words: readonly string[]): string => `"${words.join(' ')}"`;
  const longest = [...new Set(pieces.flat())].toSorted((one, other) => other.length - one.length).slice(0, 4);
  // One word that was never said is enough to find nothing by all of them: each is left out once.
  const butOne = longest.length < 3 ? [] : longest.map((word) => longest.filter((other) => other !== word));
  const isShort = pieces.every((words) => words.length <= MAX_PHRASE);
  const phrases = isShort ? pieces.filter((words) => words.length > 0).map(phrase) : [];
  const found: number[] = [];
  for (const expression of new Set([
    phrases.join(' AND '),
    ...[longest, ...butOne].map((words) => words.map((word) => phrase([word])).join(' AND ')),
  ])) {
    if (expression === '') continue;
    const rows = await database.all(
      `SELECT rowid & 16777215 FROM quotes_fts WHERE quotes_fts MATCH ? LIMIT ${MAX_BY_TEXT}`,
      [`text : (${expression})`],
    );
    found.push(...rows.map(([id]) => Number(id)));
    if (found.length > 0) break;
  }
  return found;
}
