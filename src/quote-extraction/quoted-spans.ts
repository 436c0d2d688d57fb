/** Words between quotation marks, the outermost pair only. Offsets are UTF-16 units of the body. */
export interface QuotedSpan {
  /** With the marks. */
  readonly open: number;
  readonly close: number;
  /** Without the marks. */
  readonly start: number;
  readonly end: number;
  /** The opening mark. */
  readonly mark: string;
  /** False for a mark that is never closed: the span then ends with its paragraph. */
  readonly closed: boolean;
  /** The paragraph opens with a mark while the one before was still open: the same quotation goes on. */
  readonly continued: boolean;
}

/** A block of text between blank lines. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
}

/** One of a plain text. `apart`: its lines begin with `>`, as block quotes of Markdown and mail do; it starts behind that. */
export interface TextParagraph extends Paragraph {
  readonly apart: boolean;
}

/** UTF-16 units that set a line apart, `> > `; 0 for any other. A loop: millions of marks overflow what an expression may repeat. */
function apartMarks(line: string): number {
  let length = 0;
  let isApart = false;
  for (; length < line.length; length++) {
    if (line[length] === '>') isApart = true;
    else if (line[length] !== ' ' && line[length] !== '\t') break;
  }
  return isApart ? length : 0;
}

/** The paragraphs of a plain text, in order; empty lines part them, and where lines begin or cease to begin with `>`. */
export function findParagraphs(body: string): TextParagraph[] {
  const paragraphs: TextParagraph[] = [];
  let open: { start: number; end: number; apart: boolean } | null = null;
  for (let line = 0; line <= body.length; ) {
    const stop = body.indexOf('\n', line);
    const lineEnd = stop < 0 ? body.length : stop;
    const printed = body.slice(line, lineEnd);
    const mark = apartMarks(printed);
    const isBlank = printed.slice(mark).trim() === '';
    if (open !== null && (isBlank || open.apart !== mark > 0)) {
      paragraphs.push(open);
      open = null;
    }
    if (open !== null) open.end = lineEnd;
    else if (!isBlank) open = { start: line + mark, end: lineEnd, apart: mark > 0 };
    line = lineEnd + 1;
  }
  if (open !== null) paragraphs.push(open);
  return paragraphs;
}

/** Opening marks and what may close each. Low and high marks pair differently from country to country. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”“"',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '”': '”',
  '"': '"',
  '‟': '”',
  '「': '」',
  '『': '』',
};
const SINGLE_CLOSERS: Readonly<Record<string, string>> = { '‘': "’'", '‚': '‘’', '‹': '›', "'": "'’" };

const LETTER = /[\p{L}\p{N}]/u;
const BEFORE_OPENING = /[\s([{—–\-/>:«“"'‘]/;
const AFTER_CLOSING = /[\s.,;:!?…)\]}—–\-/»”"'’<]/;
const STOP = /[.,!?…;:—–-]/;

/** Every mark that opens or closes. */
const MARK = /[“„«»”"‟「」『』‘’‚‹›']/g;

/** Finds marks from left to right without looking at each letter. */
class MarkFinder {
  readonly #body: string;
  #from = 0;
  #next = -1;

  constructor(body: string) {
    this.#body = body;
  }

  /** The first mark at or behind an offset; the body's length where there is none. */
  at(from: number): number {
    if (from < this.#from || from > this.#next) {
      MARK.lastIndex = from;
      this.#from = from;
      this.#next = MARK.exec(this.#body)?.index ?? this.#body.length;
    }
    return this.#next;
  }
}

const isLetter = (text: string) => text !== '' && LETTER.test(text);
const opensHere = (body: string, at: number) =>
  (at === 0 || BEFORE_OPENING.test(body[at - 1] ?? '')) &&
  /\S/.test(body[at + 1] ?? '') &&
  !/[.,;:!?)\]]/.test(body[at + 1] ?? '');
const closesHere = (body: string, at: number) =>
  at > 0 &&
  /\S/.test(body[at - 1] ?? '') &&
  (at + 1 >= body.length || AFTER_CLOSING.test(body[at + 1] ?? ''));

/** Where a single mark that opens at `from` closes, or -1. `next` holds the later candidates, found once for the paragraph. */
interface SingleClosers {
  /** For each candidate, in order: its place and whether a stop stands beside it, which an apostrophe seldom has. */
  readonly at: readonly number[];
  readonly sure: readonly boolean[];
}

function singleClosers(body: string, paragraph: Paragraph): SingleClosers {
  const at: number[] = [];
  const sure: boolean[] = [];
  for (let i = paragraph.start + 1; i < paragraph.end; i++) {
    const mark = body[i];
    if (mark !== "'" && mark !== '’' && mark !== '›' && mark !== '‘') continue;
    const after = body[i + 1] ?? '';
    if (/\s/.test(body[i - 1] ?? ' ') || isLetter(after)) continue;
    at.push(i);
    sure.push(STOP.test(body[i - 1] ?? '') || /[.,;:!?)\]]/.test(after) || after === '');
  }
  return { at, sure };
}

/** Scans one paragraph from left to right, once. */
class ParagraphScan {
  readonly #body: string;
  readonly #paragraph: Paragraph;
  readonly #isElision: (word: string) => boolean;
  readonly #marks: MarkFinder;
  #closers: SingleClosers | null = null;
  /** Off once marks of one kind do not balance in the paragraph: then the first closing mark closes. */
  #nests = true;
  #pointer = 0;

  constructor(body: string, paragraph: Paragraph, isElision: (word: string) => boolean, marks: MarkFinder) {
    this.#body = body;
    this.#marks = marks;
    this.#paragraph = paragraph;
    this.#isElision = isElision;
  }

  /** The spans of the paragraph; the last may be unclosed. `openMark` is the mark still open from the paragraph before. */
  spans(openMark: string | null): QuotedSpan[] {
    const found: QuotedSpan[] = [];
    const body = this.#body;
    let i = this.#paragraph.start;
    let continued = false;
    if (openMark !== null) {
      while (i < this.#paragraph.end && /\s/.test(body[i] ?? '')) i++;
      continued = body[i] === openMark;
      i = continued ? i : this.#paragraph.start;
    }
    for (i = this.#marks.at(i); i < this.#paragraph.end; i = this.#marks.at(i)) {
      const span = this.#spanAt(i, continued);
      if (span) found.push(span);
      i = span?.close ?? i + 1;
      continued = false;
    }
    return found;
  }

  #spanAt(at: number, continued: boolean): QuotedSpan | null {
    const mark = this.#body[at] ?? '';
    if (mark in SINGLE_CLOSERS) return this.#single(at, mark, continued);
    if (!(mark in CLOSERS)) return null;
    const previous = this.#body[at - 1] ?? ' ';
    if (mark === '"' && /\d/.test(previous)) return null; // inches
    if (mark === '”' && !opensHere(this.#body, at)) return null;
    if (mark === '»' && !opensHere(this.#body, at)) return null;
    return this.#double(at, mark, continued);
  }

  #double(at: number, mark: string, continued: boolean): QuotedSpan {
    const body = this.#body;
    const end = this.#paragraph.end;
    const closers = CLOSERS[mark] ?? '';
    let depth = 1;
    let last = -1;
    for (let i = this.#marks.at(at + 1); i < end; i = this.#marks.at(i + 1)) {
      const char = body[i] ?? '';
      if (
        char === '"' &&
        mark === '"' &&
        body[i - 1] === '\n' &&
        opensHere(body, i) &&
        STOP.test(body[i - 2] ?? '')
      ) {
        return this.#made(at, i - 1, mark, false, continued); // a line that opens anew: the mark before was forgotten
      }
      const closing =
        closers.includes(char) && (char !== mark || mark === '"' || mark === '”' || closesHere(body, i));
      if (
        closing &&
        mark === '"' &&
        /\d['’]? ?\d+$/.test(body.slice(Math.max(0, i - 6), i)) &&
        /['’]/.test(body.slice(Math.max(0, i - 6), i))
      ) {
        continue; // feet and inches
      }
      if (closing && mark === '"' && this.#isInches(i)) continue;
      if (closing) {
        last = i;
        depth--;
        if (depth === 0) return this.#made(at, i + 1, mark, true, continued);
      } else if (this.#nests && char === mark && char !== '"' && opensHere(body, i)) depth++;
    }
    if (last < 0) return this.#made(at, end, mark, false, continued);
    this.#nests = false;
    return this.#double(at, mark, continued);
  }

  /** "It's a 12" pipe," he said: behind a figure and before a word, where the next mark is one that closes. */
  #isInches(at: number): boolean {
    const body = this.#body;
    if (!/\d/.test(body[at - 1] ?? '') || !/^ \p{Ll}/u.test(body.slice(at + 1, at + 3))) return false;
    let next = this.#marks.at(at + 1);
    while (next < this.#paragraph.end && body[next] !== '"') next = this.#marks.at(next + 1);
    return next < this.#paragraph.end && /[,.!?…]/.test(body[next - 1] ?? '') && closesHere(body, next);
  }

  #single(at: number, mark: string, continued: boolean): QuotedSpan | null {
    const body = this.#body;
    if (!continued) {
      const previous = body[at - 1] ?? ' ';
      if (isLetter(previous) || !opensHere(body, at)) return null;
      const word = /^[\p{L}]+/u.exec(body.slice(at + 1, at + 12))?.[0].toLowerCase() ?? '';
      if (mark === "'" && (this.#isElision(word) || /\d/.test(body[at + 1] ?? ''))) return null;
    }
    this.#closers ??= singleClosers(body, this.#paragraph);
    const { at: places, sure } = this.#closers;
    while (this.#pointer < places.length && (places[this.#pointer] ?? 0) <= at + 1) this.#pointer++;
    let chosen = -1;
    for (let k = this.#pointer; k < places.length && k < this.#pointer + MAX_CANDIDATES; k++) {
      const place = places[k] ?? 0;
      if (!(SINGLE_CLOSERS[mark] ?? '').includes(body[place] ?? '')) continue;
      if (sure[k]) {
        chosen = place;
        break;
      }
      // "the joiners' marks": after an s, an apostrophe is more likely than a closing mark while a surer place follows.
      if (body[place - 1] !== 's') {
        chosen = place;
        break;
      }
      if (chosen < 0) chosen = place;
    }
    return chosen < 0 ? null : this.#made(at, chosen + 1, mark, true, continued);
  }

  #made(open: number, close: number, mark: string, closed: boolean, continued: boolean): QuotedSpan {
    return { open, close, start: open + 1, end: closed ? close - 1 : close, mark, closed, continued };
  }
}

/** Possessives between an opening single mark and its close. More were never seen in one quotation. */
const MAX_CANDIDATES = 8;

/**
 * Finds the outermost quoted spans, in order. Nested marks stay inside their span, apostrophes, feet and inches are no marks,
 * and a mark that is never closed ends at its paragraph. Linear in the length of the body.
 *
 * @param isElision tells words that drop letters at their start ("'tis"), lower case.
 */
export function findQuotedSpans(
  body: string,
  paragraphs: readonly Paragraph[] = findParagraphs(body),
  isElision: (word: string) => boolean = () => false,
): QuotedSpan[] {
  const found: QuotedSpan[] = [];
  let openMark: string | null = null;
  const marks = new MarkFinder(body);
  for (const paragraph of paragraphs) {
    const spans: QuotedSpan[] = new ParagraphScan(body, paragraph, isElision, marks).spans(openMark);
    const last = spans.at(-1);
    openMark = last && !last.closed ? last.mark : null;
    for (const span of spans) found.push(span);
  }
  return found;
}
