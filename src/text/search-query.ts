import { wordForms } from './word-forms.ts';

/** What someone typed into a search box, taken apart. */
interface Term {
  readonly words: string;
  readonly isPhrase: boolean;
  readonly isPrefix: boolean;
  readonly isExcluded: boolean;
}

/** Terms of one search that are used; what is typed beyond them is left out, as no one reads a hundredth word. */
const MAX_TERMS = 32;

/** Longest typed text that is looked at, in UTF-16 units. */
const MAX_TYPED = 1_000;

/** Words whose other forms are looked for, the first ones: each costs up to 24 terms. */
const MAX_INFLECTED = 8;

/**
 * The FTS5 expression for what someone typed: every word must occur, `"exact phrase"`, `word*`, `-word`.
 *
 * With `language` (BCP 47), single words are found in their other forms too: "elections" for "election". Nothing typed
 * is an error: unclosed quotation marks close at the end, marks alone are left out. A search without a word that must
 * occur finds nothing and gives null.
 */
export function matchExpression(typed: string, language?: string): string | null {
  const terms = parseSearch(typed.slice(0, MAX_TYPED)).slice(0, MAX_TERMS);
  const wanted = terms.filter(({ isExcluded }) => !isExcluded);
  if (wanted.length === 0) return null;
  const unwanted = terms.filter(({ isExcluded }) => isExcluded).map(printTerm);
  const printed = wanted.map((term, index) =>
    language === undefined || index >= MAX_INFLECTED ? printTerm(term) : printForms(term, language),
  );
  return `(${printed.join(' AND ')})${unwanted.map((term) => ` NOT ${term}`).join('')}`;
}

/**
 * Ends in a script that puts no spaces between words. The index takes what stands between two marks as one word, so the
 * words typed are looked for as its beginning.
 */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;

/** Takes apart what someone typed; terms without a letter or digit are left out. */
export function parseSearch(typed: string): Term[] {
  const terms: Term[] = [];
  const pattern = /(-?)(?:"([^"]*)"?|([^\s"]+))/gu;
  for (const [, minus, phrase, word] of typed.replaceAll(/[“”„«»]/gu, '"').matchAll(pattern)) {
    const words = phrase ?? word ?? '';
    if (!/[\p{L}\p{N}]/u.test(words)) continue;
    terms.push({
      words: words.replace(/\*+$/, ''),
      isPhrase: phrase !== undefined,
      isPrefix: words.endsWith('*') || UNSPACED.test(words),
      isExcluded: minus === '-',
    });
  }
  return terms;
}

const quoted = (words: string): string => `"${words.replaceAll('"', ' ').replaceAll('\0', ' ')}"`;

const printTerm = ({ words, isPrefix }: Term): string => `${quoted(words)}${isPrefix ? '*' : ''}`;

function printForms(term: Term, language: string): string {
  if (term.isPhrase || term.isPrefix) return printTerm(term);
  const forms = wordForms(term.words, language);
  return forms.length === 1 ? printTerm(term) : `(${forms.map(quoted).join(' OR ')})`;
}
