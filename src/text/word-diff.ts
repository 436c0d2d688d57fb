import { findCommonWords } from './common-words.ts';
import { splitWords, type Word } from './words.ts';

/** A stretch of words that two texts share, or that one of them has and the other has not. */
export interface WordDifference {
  readonly op: 'EQUAL' | 'INSERT' | 'DELETE';
  /** As printed, with the white space after its last word: in the first text for EQUAL and DELETE, in the second for INSERT. */
  readonly text: string;
  /** UTF-16 units, `end` exclusive: of the first text for EQUAL and DELETE, of the second for INSERT. */
  readonly start: number;
  readonly end: number;
}

/** Words of each text. What lies behind them is compared as a whole: no article has as many. */
const MAX_WORDS = 60_000;

/**
 * What has to change to make `after` out of `before`, word by word, in reading order, DELETE before INSERT.
 *
 * The EQUAL and DELETE stretches, put together, are `before`; the INSERT ones hold what only `after` has. Marks are words of their own. Accents and
 * capitals count (the latter not with `ignoreCase`); styles of quotation marks and dashes, and the amount of white space, do not. Linear in the
 * length for texts that are variants of each other, bounded for others: stretches without anything in common are then
 * replaced as a whole.
 */
export function diffWords(
  before: string,
  after: string,
  options: { readonly ignoreCase?: boolean } = {},
): WordDifference[] {
  const words1 = splitWords(before, options);
  const words2 = splitWords(after, options);
  const head1 = words1.slice(0, MAX_WORDS).map(keyOf);
  const head2 = words2.slice(0, MAX_WORDS).map(keyOf);
  const differences: WordDifference[] = [];
  const add = (
    op: WordDifference['op'],
    text: string,
    words: readonly Word[],
    from: number,
    to: number,
  ): void => {
    const start = words[from]?.start;
    const end = words[to - 1]?.end;
    if (from >= to || start === undefined || end === undefined) return;
    const last = differences.at(-1);
    if (last?.op === op && last.end === start)
      differences[differences.length - 1] = { op, text: text.slice(last.start, end), start: last.start, end };
    else differences.push({ op, text: text.slice(start, end), start, end });
  };
  let at1 = 0;
  let at2 = 0;
  for (const [match1, match2] of findCommonWords(head1, head2)) {
    add('DELETE', before, words1, at1, match1);
    add('INSERT', after, words2, at2, match2);
    add('EQUAL', before, words1, match1, match1 + 1);
    at1 = match1 + 1;
    at2 = match2 + 1;
  }
  add('DELETE', before, words1, at1, words1.length);
  add('INSERT', after, words2, at2, words2.length);
  return differences;
}

const keyOf = ({ key }: Word): string => key;
