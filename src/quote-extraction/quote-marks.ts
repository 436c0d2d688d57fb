import type { Lexicon } from './languages/lexicon.ts';
import type { QuoteMark } from './quote.ts';

const BRACKETED = /\[[^\][]{0,200}\]|\([^()]{0,60}\)|…|\.{3,}|\. \. \./g;
/** Most quotations have none of these and need no further look. */
const MAY_BE_MARKED = /[[(…]|\.\s?\./;
const NO_MARKS: readonly QuoteMark[] = [];
const OMISSION = /^[[(]?\s*(?:\.\s?){2,}\.?\s*[\])]?$|^[[(]?\s*…\s*[\])]?$/;

function kindOf(printed: string, lexicon: Lexicon): QuoteMark['kind'] | null {
  if (OMISSION.test(printed)) return 'OMISSION';
  const inner = printed.slice(1, -1).trim().toLowerCase();
  if (/^sic[.!]?$/.test(inner)) return 'SIC';
  if (lexicon.has('emphasisNotes', inner)) return 'EMPHASIS_ADDED';
  return printed.startsWith('[') && inner !== '' ? 'INSERTION' : null;
}

/**
 * The editor's traces in `body.slice(start, end)`, in order: omissions, insertions in square brackets, "[sic]", and notes on
 * emphasis. Other words in round brackets are the speaker's own.
 */
export function findQuoteMarks(
  body: string,
  start: number,
  end: number,
  lexicon: Lexicon,
): readonly QuoteMark[] {
  const words = body.slice(start, end);
  if (!MAY_BE_MARKED.test(words)) return NO_MARKS;
  const marks: QuoteMark[] = [];
  for (const match of words.matchAll(BRACKETED)) {
    const kind = kindOf(match[0], lexicon);
    if (kind)
      marks.push({
        kind,
        start: start + match.index,
        end: start + match.index + match[0].length,
        text: match[0],
      });
  }
  return marks;
}

/** A note on emphasis that stands in brackets behind a quotation or its reporting clause, or null. */
export function findEmphasisNote(body: string, from: number, to: number, lexicon: Lexicon): QuoteMark | null {
  return findQuoteMarks(body, from, to, lexicon).find((mark) => mark.kind === 'EMPHASIS_ADDED') ?? null;
}

/**
 * The words as one would read them out: insertions lose their brackets, omissions become "…", "[sic]" and notes on emphasis
 * fall away, spaces are single.
 */
export function normalizeQuote(
  body: string,
  start: number,
  end: number,
  marks: readonly QuoteMark[],
): string {
  let text = '';
  let at = start;
  for (const mark of marks) {
    if (mark.start < at || mark.end > end) continue;
    text += body.slice(at, mark.start);
    if (mark.kind === 'OMISSION') text += ' … ';
    else if (mark.kind === 'INSERTION') text += mark.text.slice(1, -1);
    at = mark.end;
  }
  text += body.slice(at, end);
  return UNEVEN.test(text) ? evenSpaces(text) : text;
}

/** Spaces that reading out would not keep. */
const UNEVEN = /^\s|\s$|\s\s|[^\S ]| [,.;:!?]/;

const evenSpaces = (text: string): string =>
  text
    .replace(/\n[>\s]*|\s+/g, ' ')
    .replace(/ ([,.;:!?])/g, '$1')
    .trim();
