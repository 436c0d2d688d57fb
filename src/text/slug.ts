import { createHash } from 'node:crypto';

/** UTF-16 units. Long enough to tell headlines apart, short enough for an address line. */
const MAX_SLUG_LENGTH = 80;

/** Letters that Unicode decomposition leaves alone, though Latin readers type them without the mark. */
const LATIN_FOLDS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ĸ: 'k',
};

const LATIN_FOLD = /[ßæœøđðþłħıŋĸ]/gu;

/**
 * A readable key for an address: lower case, accents of Latin and Greek folded, words joined by `-`, at most 80 UTF-16 units,
 * cut at a word where there is one. Letters of other scripts stay as they are (an IRI holds them).
 *
 * Never empty: a text without a letter or digit gives `x-` and 12 hex digits of its SHA-256.
 */
export function slugOf(text: string): string {
  const folded = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(LATIN_FOLD, (letter) => LATIN_FOLDS[letter] ?? letter)
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/['’ʼ`´]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-');
  const slug = cutAtWord(trimHyphens(folded));
  return slug === '' ? `x-${createHash('sha256').update(text).digest('hex').slice(0, 12)}` : slug;
}

function trimHyphens(text: string): string {
  const start = text.startsWith('-') ? 1 : 0;
  return text.slice(start, text.endsWith('-') ? -1 : undefined);
}

function cutAtWord(text: string): string {
  if (text.length <= MAX_SLUG_LENGTH) return text;
  const lastHyphen = text.lastIndexOf('-', MAX_SLUG_LENGTH);
  // A script without spaces, or one endless word, has no word to cut at.
  if (lastHyphen > MAX_SLUG_LENGTH / 2) return text.slice(0, lastHyphen);
  const cut = text.slice(0, MAX_SLUG_LENGTH);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
