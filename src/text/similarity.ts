import { comparableWords } from './words.ts';

/** How often each thing stands in a list. */
type Counts = ReadonlyMap<string, number>;

function count(things: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return counts;
}

function shared(a: Counts, b: Counts): number {
  let sum = 0;
  for (const [thing, times] of a) sum += Math.min(times, b.get(thing) ?? 0);
  return sum;
}

/** Dice's coefficient of two lists, repetitions counted: twice what they share by what they have. 1 for two empty ones. */
function dice(a: readonly string[], b: readonly string[]): number {
  const total = a.length + b.length;
  return total === 0 ? 1 : (2 * shared(count(a), count(b))) / total;
}

/** The words in rows of `size`; a shorter text is one row. */
function shingles(words: readonly string[], size: number): string[] {
  if (words.length === 0) return [];
  if (words.length <= size) return [words.join(' ')];
  return words.slice(size - 1).map((_, at) => words.slice(at, at + size).join(' '));
}

/**
 * How many words two texts share, in any order, 0 to 1; repetitions count. Case, accents and marks do not.
 *
 * 1 for two texts without words, 0 when only one has any. Linear, like the others below.
 */
export function wordSimilarity(a: string, b: string): number {
  return dice(comparableWords(a), comparableWords(b));
}

/** How many rows of `size` words two texts share, 0 to 1: sensitive to order, right for long texts. */
export function shingleSimilarity(a: string, b: string, size = 3): number {
  return dice(shingles(comparableWords(a), size), shingles(comparableWords(b), size));
}

/**
 * How much of `part` is found in `whole`, by rows of `size` words, 0 to 1: 1 for a text quoted out of the other.
 *
 * 0 for a part without words. Rows shrink to the part's own length, so that two words can be found in a page.
 */
export function containment(part: string, whole: string, size = 3): number {
  const words = comparableWords(part);
  if (words.length === 0) return 0;
  const rows = Math.min(size, words.length);
  const wanted = shingles(words, rows);
  return shared(count(wanted), count(shingles(comparableWords(whole), rows))) / wanted.length;
}

/** How many rows of three letters two short texts share, 0 to 1: right for names and misspellings ("Zelensky", "Zelenskyy"). */
export function letterSimilarity(a: string, b: string): number {
  return dice(trigrams(a), trigrams(b));
}

/** Each word between two spaces, so that its beginning and end count. */
function trigrams(text: string): string[] {
  return comparableWords(text).flatMap((word) => {
    const letters = [' ', ...word, ' '];
    return letters.length < 3
      ? [letters.join('')]
      : letters.slice(2).map((_, at) => letters.slice(at, at + 3).join(''));
  });
}
