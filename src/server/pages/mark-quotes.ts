import { escapeHtml } from '../../text/html-template.ts';

/** A quotation's place in the plain text of a body. UTF-16 units, `end` exclusive. */
export interface QuoteRange {
  readonly start: number;
  readonly end: number;
  readonly kind: 'DIRECT' | 'MIXED' | 'INDIRECT';
  /** What a pointer that rests on it shows: the speaker. */
  readonly title: string | null;
}

/**
 * Plain text has what the HTML shows, and list marks ("12. ", "- ") besides. How far to look for the
 * next character behind such a mark; one that is not found belongs to the HTML alone.
 */
const MAX_LIST_MARK = 12;

/** A body with its quotations marked, and the numbers of those that have an anchor in it. */
export interface MarkedBody {
  readonly html: string;
  readonly anchors: ReadonlySet<number>;
}

/**
 * Puts `<mark id="quote-1">` around the quotations in an article's sanitised HTML, the first quotation
 * being 1. A quotation that runs over links or paragraphs becomes several marks, the first of which
 * has the id. Of quotations that overlap, the one that starts first is marked. Pictures become links to
 * them, for our pages load nothing from elsewhere. Linear in the length of the body.
 */
export function markQuotes(bodyHtml: string, bodyText: string, quotes: readonly QuoteRange[]): MarkedBody {
  return new QuoteMarker(bodyText, quotes).mark(bodyHtml);
}

const INLINE_TAG = /^<\/?(?:a|em|strong|s|code)\b/;

class QuoteMarker {
  readonly #text: string;
  readonly #quotes: readonly { readonly quote: QuoteRange; readonly id: number }[];
  readonly #begun = new Set<number>();
  /** Place in the plain text. */
  #at = 0;
  /** The first quotation that does not lie behind us. */
  #next = 0;
  #open: number | null = null;
  /** Whether words of a paragraph came before, in it: the white space between paragraphs is not part of a quotation. */
  #amongWords = false;
  #out = '';

  constructor(text: string, quotes: readonly QuoteRange[]) {
    this.#text = text;
    this.#quotes = quotes
      .map((quote, index) => ({ quote, id: index + 1 }))
      .sort((one, other) => one.quote.start - other.quote.start);
  }

  mark(bodyHtml: string): MarkedBody {
    for (const [piece] of bodyHtml.matchAll(/<[^>]*>|&[#\w]{1,10};|[^<&]|[<&]/gs)) {
      if (piece.length > 1 && piece.startsWith('<')) {
        this.#switchTo(null);
        if (!INLINE_TAG.test(piece)) this.#amongWords = false;
        this.#out += piece.startsWith('<img ') ? linkToPicture(piece) : piece;
      } else {
        this.#write(piece);
      }
    }
    this.#switchTo(null);
    return { html: this.#out, anchors: this.#begun };
  }

  #write(piece: string): void {
    const character = decodeEntity(piece);
    const place = this.#find(character);
    const quote = place === null ? null : this.#quoteAt(place);
    const isSpace = /\s/.test(character);
    this.#switchTo(isSpace && !this.#amongWords ? null : quote);
    if (!isSpace) this.#amongWords = true;
    this.#out += piece;
  }

  /** Where in the plain text the next character of the HTML stands; null when it has no place there. */
  #find(character: string): number | null {
    if (/\s/.test(character)) {
      if (!/\s/.test(this.#text[this.#at] ?? '')) return this.#at;
      this.#at += 1;
      return this.#at - 1;
    }
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at += 1;
    const found = this.#text.slice(this.#at, this.#at + MAX_LIST_MARK).indexOf(character);
    if (found === -1) return null;
    const place = this.#at + found;
    this.#at = place + character.length;
    return place;
  }

  #quoteAt(place: number): number | null {
    for (let at = this.#next; at < this.#quotes.length; at += 1) {
      const entry = this.#quotes[at];
      if (entry === undefined || entry.quote.start > place) return null;
      if (place < entry.quote.end) return at;
      if (at === this.#next) this.#next += 1;
    }
    return null;
  }

  #switchTo(quote: number | null): void {
    if (quote === this.#open) return;
    if (this.#open !== null) this.#out += '</mark>';
    if (quote !== null) this.#out += this.#openingTag(quote);
    this.#open = quote;
  }

  #openingTag(at: number): string {
    const entry = this.#quotes[at];
    if (entry === undefined) return '<mark>';
    const { quote, id } = entry;
    const anchor = this.#begun.has(id) ? '' : ` id="quote-${id}"`;
    this.#begun.add(id);
    const title = quote.title === null ? '' : ` title="${escapeHtml(quote.title)}"`;
    return `<mark class="${quote.kind.toLowerCase()}"${anchor}${title}>`;
  }
}

const NAMED: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

/** The character that an entity stands for; what is none of the common ones stays as it is. */
function decodeEntity(piece: string): string {
  const named = NAMED[piece];
  if (named !== undefined) return named;
  const number = /^&#(x[\da-f]{1,6}|\d{1,7});$/i.exec(piece)?.[1];
  if (number === undefined) return piece;
  const code =
    number.startsWith('x') || number.startsWith('X') ? Number.parseInt(number.slice(1), 16) : Number(number);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : piece;
}

/** Our own renderer wrote the tag: attributes with quotation marks, values escaped. */
function linkToPicture(tag: string): string {
  const source = /\ssrc="([^"]*)"/.exec(tag)?.[1] ?? '';
  const alternative = /\salt="([^"]*)"/.exec(tag)?.[1] ?? '';
  const label = alternative === '' ? 'Picture' : `Picture: ${alternative}`;
  return /^https?:\/\//i.test(source) ? `<a href="${source}" rel="nofollow noopener">${label}</a>` : label;
}
