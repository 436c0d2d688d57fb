import { printBibtex } from './bibtex.ts';
import type { CitableWork, CitationStyle } from './citable-work.ts';
import { plainName, splitCitedName } from './cited-name.ts';
import { type PrintedStyle, printInText, printReference } from './csl-engine.ts';
import { firstAppearance, innerQuotes, oneLine, toCslItem, translationNote } from './csl-item.ts';
import { printRis } from './ris.ts';

/** The credit that the licence of the citation engine asks to be shown where citations are offered. */
export const CITATION_CREDIT = 'Citations by CSL (citeproc-js), https://citationstyles.org';

/**
 * The citation of an article or of a quote in it.
 *
 * `APA` (7th edition), `MLA` (9th) and `CHICAGO` (17th, bibliography) are plain text in English conventions; `BIBTEX` and `RIS` are files of one
 * record, `CSL_JSON` a JSON array of one. A quote is printed with its words and speaker: in APA and MLA a line for the
 * text and, on the next, the reference; in Chicago a note. What is unknown is left out or marked as each style asks ("n.d.").
 * The first call loads the engine, 100 to 300 ms; each later one takes 2 to 5 ms.
 */
export function cite(work: CitableWork, style: CitationStyle): string {
  const item = toCslItem(work);
  switch (style) {
    case 'BIBTEX':
      return printBibtex(item);
    case 'RIS':
      return printRis(item);
    case 'CSL_JSON':
      return `${JSON.stringify([item], null, 2)}\n`;
    default:
      return work.kind === 'quote' && work.quote
        ? citeQuote(work, work.quote, style)
        : citeArticle(work, style);
  }
}

function citeArticle(work: CitableWork, style: PrintedStyle): string {
  const reference = printReference(toCslItem(work), style);
  const first = firstAppearance(work);
  // The MLA style prints no genre; the other two say there what the piece translates.
  const translation = style === 'MLA' ? translationNote(work) : null;
  const additions = [
    translation === null ? null : `${withStopInside(translation)}`,
    first === null
      ? null
      : style === 'APA'
        ? `(Reprinted from ${first})`
        : `Originally published in ${first}.`,
  ];
  return [reference, ...additions.filter((addition) => addition !== null)].join(' ');
}

/** Translation of “Drei Brücken.” */
function withStopInside(sentence: string): string {
  return sentence.endsWith('”') ? `${sentence.slice(0, -1)}.”` : `${sentence}.`;
}

function citeQuote(work: CitableWork, quote: NonNullable<CitableWork['quote']>, style: PrintedStyle): string {
  const item = toCslItem(work);
  const words = innerQuotes(oneLine(quote.text));
  const { speaker } = quote;
  // An author quoted in a piece of their own is cited, not "as cited in".
  const isAuthor =
    speaker !== null && work.authors.some(({ name }) => plainName({ name }) === plainName(speaker));
  const quoted = speaker === null || isAuthor ? null : speaker;
  switch (style) {
    case 'APA': {
      const prefix = quoted === null ? '' : `${familyOf(quoted)}, as cited in `;
      return `“${withoutStop(words)}” ${printInText(item, style, prefix)}.\n${citeArticle(work, style)}`;
    }
    case 'MLA': {
      const opening = quoted === null ? '' : `${plainName(quoted)}: `;
      return `${opening}“${withoutStop(words)}” ${printInText(item, style, quoted === null ? '' : 'qtd. in ')}.\n${citeArticle(work, style)}`;
    }
    case 'CHICAGO': {
      const opening = quoted === null ? '' : `${plainName(quoted)}, `;
      const first = firstAppearance(work);
      const note = printInText(item, style, quoted === null ? 'in ' : 'quoted in ');
      return `${opening}“${withComma(words)}” ${note}${first === null ? '' : ` Originally published in ${first}.`}`;
    }
  }
}

function familyOf(speaker: NonNullable<NonNullable<CitableWork['quote']>['speaker']>): string {
  const name = splitCitedName(speaker);
  if ('literal' in name) return name.literal;
  return [name['non-dropping-particle'], name.family].filter((part) => part !== undefined).join(' ');
}

/** Chicago prints the comma inside the marks, and none after a question or an exclamation. */
function withComma(words: string): string {
  return /[?!…]$/.test(words) ? words : `${withoutStop(words)},`;
}

/** The stop moves behind the bracket; a question or exclamation mark belongs to the words. */
function withoutStop(words: string): string {
  return words.replace(/[.,;]$/, '');
}
