/** A word or a mark with the white space after it; the words of a text, put together, are the text. */
export interface Word {
  /** UTF-16 units of the text, `end` exclusive and behind the white space that follows. */
  readonly start: number;
  readonly end: number;
  /** What two words are compared by. */
  readonly key: string;
}

/**
 * Words with inner apostrophes and hyphens, numbers with inner points and commas, single characters of scripts that print no
 * spaces, and single marks. Every repetition starts with a character that the one before it cannot end with.
 */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|\p{N}+(?:[.,]\p{N}+)*\p{L}*|\p{L}(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])*(?:['’‐‑-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|[^\s]/gu;

/** Marks that differ by keyboard and not by meaning. */
const LIKE_MARKS: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‟': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‹': "'",
  '›': "'",
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '…': '...',
};
const LIKE_MARK = /[“”„«»‟‘’‚‹›–—‐‑−…]/g;

/**
 * The words and marks of a text, white space belonging to the word before it and, at the start, to the first one.
 *
 * Keys are in Unicode's composed form with quotation marks and dashes in one style each, so that “it’s” and "it's" are
 * the same; with `ignoreCase` small letters too. None for a text of white space. Linear.
 */
export function splitWords(
  text: string,
  { ignoreCase = false }: { readonly ignoreCase?: boolean } = {},
): Word[] {
  const words: { start: number; end: number; key: string }[] = [];
  for (const { 0: printed, index } of text.matchAll(WORD)) {
    const previous = words.at(-1);
    if (previous !== undefined) previous.end = index;
    const key = printed.normalize('NFC').replace(LIKE_MARK, (mark) => LIKE_MARKS[mark] ?? mark);
    words.push({
      start: previous === undefined ? 0 : index,
      end: text.length,
      key: ignoreCase ? key.toLowerCase() : key,
    });
  }
  return words;
}

const IS_WORD = /[\p{L}\p{N}]/u;

/** The words alone for comparing: small letters, no accents, no marks. Linear. */
export function comparableWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
  return splitWords(plain, { ignoreCase: true }).flatMap(({ key }) => (IS_WORD.test(key) ? [key] : []));
}
