import type { Lexicon } from './languages/lexicon.ts';
import type { Paragraph, QuotedSpan } from './quoted-spans.ts';

export type TokenShape =
  | 'WORD'
  | 'NUMBER'
  | 'STOP'
  | 'COMMA'
  | 'COLON'
  | 'SEMICOLON'
  | 'DASH'
  | 'OPEN'
  | 'CLOSE'
  | 'QUOTE'
  | 'OTHER';

/** One word, number or mark of the narration; a whole quoted span counts as one token of shape QUOTE. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** As printed, without a possessive ending. */
  readonly text: string;
  readonly lower: string;
  readonly shape: TokenShape;
  readonly capital: boolean;
  /** "Doe's", "residents'". */
  readonly possessive: boolean;
  /** Index of the quoted span, or -1. */
  readonly span: number;
  readonly sentence: number;
}

export interface Sentence {
  /** Token indexes, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly paragraph: number;
}

/** A body cut into tokens and sentences, with its quoted spans folded into one token each. */
export interface TokenisedText {
  readonly body: string;
  readonly paragraphs: readonly Paragraph[];
  readonly spans: readonly QuotedSpan[];
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly lexicon: Lexicon;
}

// Words may hold hyphens, apostrophes, points and joiners between letters: "al-Amr", "it's", "U.S", "#IStand", "@name"; numbers
// commas between thousands. No word has a hundred joints: more would overflow the stack.
const TOKEN =
  /[@#]?[\p{L}\p{N}\p{M}_]+(?:(?:['’.\-&]|(?<=\p{N}),(?=\p{N}{3}(?!\p{N})))[\p{L}\p{N}\p{M}_]+){0,100}|\.{2,}|--+|[^\s]/gu;
const NUMBER = /^\p{N}/u;
// "al-Amr" counts as a name's word although its article is small.
const UPPER = /^[@#]?(?:\p{Lu}|\p{Ll}{1,4}[-'’]\p{Lu})/u;

const SHAPES: Readonly<Record<string, TokenShape>> = {
  '.': 'STOP',
  '!': 'STOP',
  '?': 'STOP',
  '…': 'STOP',
  ',': 'COMMA',
  ':': 'COLON',
  ';': 'SEMICOLON',
  '—': 'DASH',
  '–': 'DASH',
  '--': 'DASH',
  '-': 'DASH',
  '(': 'OPEN',
  '[': 'OPEN',
  ')': 'CLOSE',
  ']': 'CLOSE',
};

/** Contractions of "is" and "has" that end like a possessive. */
const CONTRACTED = new Set([
  "it's",
  "he's",
  "she's",
  "that's",
  "there's",
  "what's",
  "who's",
  "let's",
  "here's",
  "where's",
  "how's",
]);

interface Draft {
  start: number;
  end: number;
  text: string;
  lower: string;
  shape: TokenShape;
  capital: boolean;
  possessive: boolean;
  span: number;
  sentence: number;
}

/** What a stretch of letters, digits or marks is, wherever it is printed. */
interface Spelling {
  readonly text: string;
  readonly lower: string;
  readonly shape: TokenShape;
  readonly capital: boolean;
  readonly possessive: boolean;
  /** A point behind it belongs to it: "Mr.", "U.S.", "Acme Inc.", not the end of a sentence. */
  readonly takesPoint: boolean;
  /** "qu'il", "dit-elle": two words printed as one. */
  readonly pieces: readonly [string, string] | null;
}

/** Spellings kept for a language. Prose of years has fewer; whatever has more is no prose. */
const MAX_SPELLINGS = 50_000;

const spellings = new WeakMap<Lexicon, Map<string, Spelling>>();

/** The spellings met in a language so far: nearly every word was seen before. */
function spellingsOf(lexicon: Lexicon): Map<string, Spelling> {
  const known = spellings.get(lexicon);
  if (known && known.size < MAX_SPELLINGS) return known;
  const fresh = new Map<string, Spelling>();
  spellings.set(lexicon, fresh);
  return fresh;
}

// "-elle" is the second piece of "dit-elle".
const IS_WORD = /^(?:[\p{L}\p{N}_]|[@#].|-\p{L})/su;

function spell(printed: string, lexicon: Lexicon): Spelling {
  if (!IS_WORD.test(printed)) {
    const shape =
      SHAPES[printed] ?? (/^\.{2,}$/.test(printed) ? 'STOP' : /^--+$/.test(printed) ? 'DASH' : 'OTHER');
    return {
      text: printed,
      lower: printed,
      shape,
      capital: false,
      possessive: false,
      takesPoint: false,
      pieces: null,
    };
  }
  let text = printed;
  let possessive = false;
  let lower = printed.toLowerCase();
  if (printed.includes("'") || printed.includes('’')) {
    lower = lower.replace(/’/g, "'");
    possessive = lower.endsWith("'s") && !CONTRACTED.has(lower);
    if (possessive) {
      text = printed.slice(0, -2);
      lower = lower.slice(0, -2);
    }
  }
  if (lower.length > 2 && lower.endsWith('.')) lower = lower.replace(/^(\p{L}{2,})\.$/u, '$1');
  const whole = printed.toLowerCase();
  const titled =
    printed.length < 6 &&
    (lexicon.isTitle(whole) || UPPER.test(printed)) &&
    lexicon.has('abbreviations', whole);
  return {
    text,
    lower,
    shape: NUMBER.test(printed) ? 'NUMBER' : 'WORD',
    capital: UPPER.test(text),
    possessive,
    takesPoint: titled || (printed.length < 12 && /^(?:\p{L}\.)+\p{L}$/u.test(printed)),
    pieces: joinedWords(printed, lexicon),
  };
}

/** "qu'il", "l'État", "dit-elle" are two words each; null for all others. */
function joinedWords(printed: string, lexicon: Lexicon): [string, string] | null {
  if (lexicon.data.elidedWords === '' && lexicon.data.verbClitics === '') return null;
  const elided = /^(\p{L}{1,8})['’](?=\p{L})/u.exec(printed);
  if (elided && lexicon.has('elidedWords', (elided[1] ?? '').toLowerCase())) {
    const cut = elided[0].length;
    return [printed.slice(0, cut), printed.slice(cut)];
  }
  const hyphen = lexicon.data.verbClitics === '' ? -1 : printed.indexOf('-');
  if (hyphen > 0 && lexicon.has('verbClitics', printed.slice(hyphen).toLowerCase())) {
    return [printed.slice(0, hyphen), printed.slice(hyphen)];
  }
  return null;
}

/** Appends the tokens of `body.slice(from, to)`. */
function narrationTokens(body: string, from: number, to: number, lexicon: Lexicon, out: Draft[]): void {
  const known = spellingsOf(lexicon);
  const spellingOf = (printed: string): Spelling => {
    const met = known.get(printed);
    if (met) return met;
    const spelling = spell(printed, lexicon);
    known.set(printed, spelling);
    return spelling;
  };
  const add = (start: number, printed: string, next: string): Draft => {
    const { text, lower, shape, capital, possessive } = spellingOf(printed);
    const owns =
      possessive ||
      // "residents'": the mark is the only sign of it.
      ((next === "'" || next === '’') && lower.endsWith('s') && !/['’]/.test(printed));
    const draft: Draft = {
      start,
      end: start + printed.length,
      text,
      lower,
      shape,
      capital,
      possessive: owns,
      span: -1,
      sentence: 0,
    };
    out.push(draft);
    return draft;
  };
  TOKEN.lastIndex = from;
  for (let match = TOKEN.exec(body); match && match.index < to; match = TOKEN.exec(body)) {
    const { index } = match;
    let printed = match[0];
    if (index + printed.length > to) printed = printed.slice(0, to - index);
    const { pieces, shape, takesPoint } = spellingOf(printed);
    if (pieces) {
      add(index, pieces[0], '');
      add(index + pieces[0].length, pieces[1], '');
      continue;
    }
    const end = index + printed.length;
    const next = shape === 'WORD' || shape === 'NUMBER' ? (body[end] ?? '') : '';
    const pointed = takesPoint && next === '.';
    const { possessive } = add(index, pointed ? `${printed}.` : printed, next);
    if (pointed || (possessive && (next === "'" || next === '’'))) TOKEN.lastIndex = end + 1;
  }
}

/** Does a full stop at `index` end a sentence? Not after an abbreviation or an initial, and not before a small letter. */
function endsSentence(
  drafts: readonly Draft[],
  index: number,
  to: number,
  lexicon: Lexicon,
  body: string,
): boolean {
  const next = drafts[index + 1];
  if (index + 1 >= to || !next) return true;
  const gap = body.slice(drafts[index]?.end ?? 0, next.start);
  if (gap === '' && next.shape !== 'QUOTE') return false;
  if (next.shape === 'CLOSE' || next.shape === 'STOP' || next.shape === 'COMMA') return false;
  if (next.shape === 'WORD' && !next.capital && !gap.includes('\n')) return false;
  const stop = drafts[index];
  if (stop?.text !== '.') return true;
  const before = drafts[index - 1];
  if (!before || before.end !== stop.start) return true;
  if (before.shape !== 'WORD') return true;
  if (lexicon.has('abbreviations', before.lower)) return false;
  return !(before.text.length === 1 && before.capital && next.capital);
}

/** Tokens. Three times the longest sentence of the labelled news; what runs on beyond is a list or no prose, and is cut. */
const MAX_SENTENCE = 160;

const INNER_END = /[.!?…][)\]’']*$/;

const breaksLine = (body: string, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (body[i] === '\n') return true;
  return false;
};

function cutSentences(
  drafts: Draft[],
  starts: readonly number[],
  text: { body: string; spans: readonly QuotedSpan[]; lexicon: Lexicon },
): Sentence[] {
  const sentences: Sentence[] = [];
  for (let p = 0; p + 1 < starts.length; p++) {
    const first = starts[p] ?? 0;
    const to = starts[p + 1] ?? 0;
    let from = first;
    for (let i = first; i < to; i++) {
      const draft = drafts[i];
      if (!draft) break;
      draft.sentence = sentences.length;
      const next = i + 1 < to ? drafts[i + 1] : undefined;
      let ends = i + 1 >= to;
      const line = next !== undefined && breaksLine(text.body, draft.end, next.start);
      if (draft.shape === 'STOP') ends = endsSentence(drafts, i, to, text.lexicon, text.body);
      else if (draft.shape === 'WORD' && draft.text.endsWith('.') && next?.capital && line) ends = true;
      else if (draft.shape === 'QUOTE' && next && next.shape !== 'COMMA' && next.shape !== 'STOP') {
        const span = text.spans[draft.span];
        const said = span ? text.body.slice(Math.max(span.start, span.end - 3), span.end).trimEnd() : '';
        ends =
          INNER_END.test(said) &&
          (next.shape === 'QUOTE' || next.capital || (next.shape === 'NUMBER' && !said.endsWith(',')));
      } else if (draft.shape === 'CLOSE' && next?.capital && drafts[i - 1]?.shape === 'STOP') ends = true;
      // "… at the gate Image: Press Office": a credit is no part of the sentence before it.
      if (
        next &&
        next.shape === 'WORD' &&
        next.capital &&
        drafts[i + 2]?.shape === 'COLON' &&
        text.lexicon.has('captionLabels', next.lower)
      )
        ends = true;
      if (i - from >= MAX_SENTENCE) ends = true;
      if (ends) {
        sentences.push({ from, to: i + 1, paragraph: p });
        from = i + 1;
      }
    }
  }
  return sentences;
}

const STRESSED: ReadonlySet<ReturnType<Lexicon['pronoun']>> = new Set(['MALE', 'FEMALE', 'PLURAL']);

const IN_CAPITALS = /^\p{Lu}{2,}$/u;

/**
 * "the WHO", "US": the letters of a body's name are no pronoun, unless the whole sentence stands in capitals. "SHE" is one
 * that is stressed.
 */
function markAbbreviations(drafts: readonly Draft[], sentences: readonly Sentence[], lexicon: Lexicon): void {
  for (const { from, to } of sentences) {
    let words = 0;
    const large: Draft[] = [];
    for (let i = from; i < to; i++) {
      const draft = drafts[i];
      if (draft?.shape !== 'WORD') continue;
      words++;
      if (draft.capital && IN_CAPITALS.test(draft.text)) large.push(draft);
    }
    if (large.length * 2 > words) continue;
    for (const word of large) {
      const isStressed = STRESSED.has(lexicon.pronoun(word.lower));
      if (lexicon.isFunctionWord(word.lower) && !isStressed) word.lower = word.text;
    }
  }
}

/** Cuts a body into the tokens and sentences of its narration. Spans must be in order and must not overlap. */
export function tokenise(
  body: string,
  paragraphs: readonly Paragraph[],
  spans: readonly QuotedSpan[],
  lexicon: Lexicon,
): TokenisedText {
  const drafts: Draft[] = [];
  const starts: number[] = [];
  let s = 0;
  for (const paragraph of paragraphs) {
    starts.push(drafts.length);
    let at = paragraph.start;
    for (let span = spans[s]; span && span.open < paragraph.end; s++, span = spans[s]) {
      narrationTokens(body, at, span.open, lexicon, drafts);
      drafts.push({
        start: span.open,
        end: span.close,
        text: '',
        lower: '',
        shape: 'QUOTE',
        capital: false,
        possessive: false,
        span: s,
        sentence: 0,
      });
      at = span.close;
    }
    narrationTokens(body, at, paragraph.end, lexicon, drafts);
  }
  starts.push(drafts.length);
  const sentences = cutSentences(drafts, starts, { body, spans, lexicon });
  markAbbreviations(drafts, sentences, lexicon);
  return { body, paragraphs, spans, tokens: drafts, sentences, lexicon };
}
