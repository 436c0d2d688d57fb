/** What someone typed into a search box, taken apart. */
interface Term {
  readonly words: string;
  readonly isPrefix: boolean;
  readonly isExcluded: boolean;
}

/** Terms of one search that are used; what is typed beyond them is left out, as no one reads a hundredth word. */
const MAX_TERMS = 32;

/** Longest typed text that is looked at, in UTF-16 units. */
const MAX_TYPED = 1_000;

/**
 * The FTS5 expression for what someone typed: every word must occur, `"exact phrase"`, `word*`, `-word`.
 *
 * Nothing typed is an error: unclosed quotation marks close at the end, marks alone are left out. A search without a
 * word that must occur finds nothing and gives null.
 */
export function matchExpression(typed: string): string | null {
  const terms = parseSearch(typed.slice(0, MAX_TYPED)).slice(0, MAX_TERMS);
  const wanted = terms.filter(({ isExcluded }) => !isExcluded).map(printTerm);
  if (wanted.length === 0) return null;
  const unwanted = terms.filter(({ isExcluded }) => isExcluded).map(printTerm);
  return `(${wanted.join(' AND ')})${unwanted.map((term) => ` NOT ${term}`).join('')}`;
}

/** Takes apart what someone typed; terms without a letter or digit are left out. */
export function parseSearch(typed: string): Term[] {
  const terms: Term[] = [];
  const pattern = /(-?)(?:"([^"]*)"?|([^\s"]+))/gu;
  for (const [, minus, phrase, word] of typed.replaceAll(/[“”„«»]/gu, '"').matchAll(pattern)) {
    const words = phrase ?? word ?? '';
    if (!/[\p{L}\p{N}]/u.test(words)) continue;
    terms.push({
      words: words.replace(/\*+$/, ''),
      isPrefix: words.endsWith('*'),
      isExcluded: minus === '-',
    });
  }
  return terms;
}

const printTerm = ({ words, isPrefix }: Term): string =>
  `"${words.replaceAll('"', ' ')}"${isPrefix ? '*' : ''}`;
