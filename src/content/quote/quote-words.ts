import { createHash } from 'node:crypto';
import { findCommonWords } from '../../text/common-words.ts';
import { comparableWords } from '../../text/words.ts';
import { foldName } from '../../vocabulary/fold-name.ts';

/** Words from which on the same words elsewhere are no chance: "we will see" is said by everybody. */
export const MIN_CLUSTER_WORDS = 5;

/** Words of a row whose hash is a key. */
const ROW = 3;

/** Of so many rows in a row one is kept: any five words in common then share a key (Schleimer et al., Winnowing, 2003). */
const WINDOW = 3;

/** Keys of one quotation, at most: two pages of speech. */
const MAX_KEYS = 400;

/** The words of a quotation as they are compared: no case, accents or marks; scripts without spaces by character. Linear. */
export const quoteWords = (text: string): string[] => comparableWords(foldName(text));

/** Equal for the same words, whoever set the marks: 32 hexadecimal digits. */
export const wordsHashOf = (words: readonly string[]): string =>
  createHash('sha256').update(words.join(' ')).digest('hex').slice(0, 32);

/** A key for each row of three words, 48 bits: what quotations are looked for by. None for fewer words. */
export function rowKeysOf(words: readonly string[]): number[] {
  const hashes = words.slice(0, MAX_KEYS + ROW - 1).map(hashOfWord);
  const keys: number[] = [];
  for (let at = 0; at + ROW <= hashes.length; at += 1) {
    let high = 0x9e3779b9;
    let low = 0x85ebca6b;
    for (let i = at; i < at + ROW; i += 1) {
      high = mix(high ^ (hashes[i] ?? 0));
      low = mix(Math.imul(low, 31) ^ (hashes[i] ?? 0));
    }
    keys.push((high >>> 16) * 2 ** 32 + low);
  }
  return keys;
}

/** The keys under which a quotation is kept: the smallest of each three in a row, each once. */
export function bandKeysOf(words: readonly string[]): number[] {
  const keys = rowKeysOf(words);
  const kept = new Set<number>();
  for (let at = 0; at === 0 || at + WINDOW <= keys.length; at += 1) {
    const window = keys.slice(at, at + WINDOW);
    if (window.length > 0) kept.add(Math.min(...window));
  }
  return [...kept];
}

/** FNV-1a over UTF-16 units. */
function hashOfWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Mixes 32 bits so that each of them depends on all (the finaliser of MurmurHash3, public domain). */
function mix(value: number): number {
  let hash = value >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** How the words of one quotation stand to those of another. */
export type WordsVariant = 'EXACT' | 'SHORTENED' | 'EXTENDED' | 'ALTERED';

/** How two rows of words stand to each other. */
export interface WordsComparison {
  readonly kind: WordsVariant;
  /** Words in common, in order, by the words of both: 0 to 1 (Dice). */
  readonly similarity: number;
  /** Words in common, in order. */
  readonly shared: number;
}

/** Words in a row that have to stay together when a quotation is cut: "we will […] leave" may leave out the "not". */
const MIN_RUN = 3;

/**
 * What `words` are beside `other`: EXACT, SHORTENED when they are parts of it of three words or more, EXTENDED when it is
 * the other way round, else ALTERED, however little they share.
 */
export function compareWords(words: readonly string[], other: readonly string[]): WordsComparison {
  const matches = findCommonWords(words, other);
  const shared = matches.length;
  const total = words.length + other.length;
  const isPart = (part: readonly string[], side: 0 | 1): boolean => {
    if (shared < part.length || shared === 0) return false;
    let run = 1;
    for (let i = 1; i <= matches.length; i += 1) {
      const before = matches[i - 1];
      const here = matches[i];
      if (here !== undefined && before !== undefined && here[1 - side] === (before[1 - side] ?? 0) + 1)
        run += 1;
      else if (run < MIN_RUN && run < part.length) return false;
      else run = 1;
    }
    return true;
  };
  const kind =
    shared === words.length && shared === other.length
      ? 'EXACT'
      : isPart(words, 0)
        ? 'SHORTENED'
        : isPart(other, 1)
          ? 'EXTENDED'
          : 'ALTERED';
  return {
    kind,
    similarity: total === 0 ? 0 : (2 * shared) / total,
    shared,
  };
}

/** Words in common from which on a shorter quotation is held to be cut out of a longer one. */
const MIN_PART_WORDS = 6;

/** Share of words in common from which on two quotations are variants of the same words. */
const MIN_ALTERED = 0.75;

/** Whether two quotations are the same words, or nearly: the same, one cut out of the other, or three words in four alike. */
export function areVariants({ kind, similarity, shared }: WordsComparison): boolean {
  if (shared < MIN_CLUSTER_WORDS) return false;
  if (kind === 'EXACT') return true;
  if (shared < MIN_PART_WORDS) return false;
  return kind === 'ALTERED' ? similarity >= MIN_ALTERED : true;
}
