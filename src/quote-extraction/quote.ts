/** DIRECT: the very words, in marks. MIXED: a reported clause with some of the words in marks. INDIRECT: reported without marks. */
export type QuoteKind = 'DIRECT' | 'MIXED' | 'INDIRECT';

/** NAMED: a person or body with a name. ANONYMOUS: described but not named ("a senior official"). UNKNOWN: the text does not say. */
export type SpeakerStatus = 'NAMED' | 'ANONYMOUS' | 'UNKNOWN';

/** An editor's trace inside a quotation. Offsets are UTF-16 units of the body, `end` exclusive. */
export interface QuoteMark {
  readonly kind: 'OMISSION' | 'INSERTION' | 'EMPHASIS_ADDED' | 'SIC';
  readonly start: number;
  readonly end: number;
  /** As printed, brackets included: `(...)`, `[and]`, `(emphasis added)`. */
  readonly text: string;
}

/** Who said it, as far as this article tells. */
export interface ExtractedSpeaker {
  readonly status: SpeakerStatus;
  /** The fullest name in the article ("Jens Stoltenberg"), without titles. Null unless `status` is NAMED. */
  readonly name: string | null;
  /** As printed at the cue: "he", "the minister". Null when nothing is printed there. */
  readonly mention: string | null;
  readonly mentionStart: number | null;
  readonly mentionEnd: number | null;
  /** Office or occupation as the article gives it: "head of the alliance". */
  readonly role: string | null;
  readonly kind: 'PERSON' | 'BODY' | 'UNKNOWN';
  /** Other names that the article uses for the same speaker. */
  readonly names: readonly string[];
  /** Of a source without a name: what is said of it ("a senior official at the ministry"). */
  readonly description: string | null;
}

/** One quotation, or one piece of it, with its place in the body. */
export interface ExtractedQuote {
  /** UTF-16 offsets into the body, or into the headline when `place` is HEADLINE; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Exactly `body.slice(start, end)`, without the outer quotation marks. */
  readonly text: string;
  /** `text` with editorial marks resolved and spaces made single. */
  readonly normalizedText: string;
  readonly kind: QuoteKind;
  readonly speaker: ExtractedSpeaker;
  /** The reporting words ("said", "according to"). Null when nothing but marks and place tell. */
  readonly cue: { readonly text: string; readonly start: number; readonly end: number } | null;
  /** The sentence around it. */
  readonly context: { readonly start: number; readonly end: number };
  readonly marks: readonly QuoteMark[];
  /** Pieces of one quotation share a number, counted from 1; null for a quotation in one piece. */
  readonly group: number | null;
  /** HEADLINE: found in the headline given beside the body. CAPTION: in a paragraph that credits a picture. */
  readonly place: 'BODY' | 'HEADLINE' | 'CAPTION';
  /** ISO 8601 date of the speech at the precision stated, resolved against `datePublished` where that is needed and given. */
  readonly saidOn: string | null;
  /** "during a meeting with members of the council", as printed. */
  readonly occasion: string | null;
  /** 0 to 1: the share of such quotations that proved right, span and speaker, on labelled text. */
  readonly confidence: number;
  /** Names of the rules that decided, joined by `+`. */
  readonly rule: string;
}

/** What an extraction needs to know of an article. */
export interface QuoteExtractionInput {
  /** Plain text, paragraphs parted by one blank line. */
  readonly body: string;
  /**
   * Where in the body the page sets words apart as a quotation of their own (`<blockquote>`), in order. Lines that begin with
   * `>` are found without being told.
   */
  readonly blockQuotes?: readonly { readonly start: number; readonly end: number }[];
  /** Printed above the body and not part of it. Its quotations have offsets into the headline. */
  readonly headline?: string | null;
  /** BCP 47. Without it, the language is told from the text. */
  readonly language?: string | null;
  /** ISO 8601; resolves "on Tuesday" and "September 7". */
  readonly datePublished?: string | null;
}

/** Raised whenever the same text may give other quotes, so that an archive knows what to extract again. */
export const QUOTE_EXTRACTION_VERSION = 2;
