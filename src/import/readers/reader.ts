import type { PartialDate } from '../../text/dates.ts';

/** A name that a page prints, with the address it links to. `url` is null where the page links nowhere (`#`). */
export interface LinkedName {
  readonly name: string;
  readonly url: string | null;
}

/** A profile elsewhere: `{ network: 'Telegram', url }`. */
export interface Profile {
  readonly network: string;
  readonly url: string | null;
}

export interface AuthorDraft extends LinkedName {
  /** The author's note as printed at the foot of the piece. */
  readonly description?: string;
  readonly affiliations?: readonly string[];
  readonly profiles?: readonly Profile[];
}

/** Rights as printed, each part in the page's own words; null where the page says nothing of it. */
export interface RightsDraft {
  readonly holders: readonly LinkedName[];
  readonly year: number | null;
  /** The copyright line as printed. */
  readonly notice: string | null;
  /** Address of the licence (CC and the like) when the page names one. */
  readonly licenceUrl: string | null;
  readonly disclaimer: string | null;
  readonly permission: string | null;
  readonly conditions: string | null;
  readonly fairUse: string | null;
  readonly contact: string | null;
}

export interface ImageDraft {
  readonly url: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
  readonly creditUrl: string | null;
}

export interface OutletDraft extends LinkedName {
  readonly profiles?: readonly Profile[];
  readonly membershipUrl?: string | null;
  readonly discussionUrl?: string | null;
  readonly newsletterUrl?: string | null;
  readonly contact?: string | null;
  readonly mediaContact?: string | null;
  /** How many languages the archive is offered in, when the page says so. */
  readonly languageCount?: number | null;
}

/** What an archive has named a piece: only in its own export, so that an import elsewhere names it the same. */
export interface ArchivedAs {
  /** The global ID. */
  readonly id: string;
  readonly slug: string;
  /** ISO 8601, UTC, of the record. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What one page says, word for word: nothing is guessed, what is absent is null or empty. */
export interface ArticleDraft {
  readonly status: 'read';
  /** Canonical address of the piece; null for a capture that prints none. */
  readonly url: string | null;
  /** Key of the item at its origin (feed GUID, WordPress post id, JSON Lines `id`), or null. */
  readonly externalId: string | null;
  readonly headline: string;
  readonly alternativeHeadline: string | null;
  /** Standfirst, summary, meta description. Plain text. */
  readonly description: string | null;
  /** As printed, "By" included. */
  readonly byline: string | null;
  /** In printed order (IPTC Creator). */
  readonly authors: readonly AuthorDraft[];
  readonly publisher: OutletDraft | null;
  readonly datePublished: PartialDate | null;
  readonly dateModified: PartialDate | null;
  /** "GENEVA, 9 March –", without the dash. It stays in the body too. */
  readonly dateline: string | null;
  /** The work it was taken from. Null for an original piece. */
  readonly isBasedOn: { readonly outlet: LinkedName | null; readonly url: string | null } | null;
  /** Printed names, in printed order. */
  readonly regions: readonly LinkedName[];
  readonly themes: readonly LinkedName[];
  readonly reports: readonly LinkedName[];
  readonly keywords: readonly string[];
  /** BCP 47, only when the page states it. */
  readonly inLanguage: string | null;
  /** The same piece in other languages. */
  readonly translations: readonly {
    readonly inLanguage: string;
    readonly url: string | null;
    readonly headline: string | null;
  }[];
  /** CommonMark: paragraphs, links, emphasis, headings, lists, block quotes, images. No raw HTML. */
  readonly body: string;
  readonly image: ImageDraft | null;
  /** Notes to readers, editor's notes, separators' text: kept, but out of body and search. */
  readonly notes: readonly string[];
  readonly rights: RightsDraft | null;
  readonly discussionUrl: string | null;
  /** Lines of the page that belong to the site and not to the piece, as printed. */
  readonly boilerplate: readonly string[];
  /** Where each value came from, by field name: `{ headline: 'json-ld', datePublished: 'meta article:published_time' }`. */
  readonly provenance: Readonly<Record<string, string>>;
  /** Absent but for our own export. It is no part of what the page says. */
  readonly archivedAs?: ArchivedAs;
}

export type RefusalCode =
  | 'EMPTY'
  | 'BINARY'
  | 'NOT_UTF8'
  | 'TOO_LARGE'
  | 'UNREADABLE'
  | 'UNKNOWN_FORMAT'
  | 'NO_HEADLINE'
  | 'NO_BODY'
  | 'MALFORMED'
  /** A draft, a private or a protected post of an export. */
  | 'NOT_PUBLISHED'
  /** A page, a picture, a menu of an export: no news item. */
  | 'NOT_AN_ARTICLE'
  | 'TOO_SLOW'
  | 'UNSAFE_ARCHIVE';

/** What could not be imported: a value, kept with the run, never thrown and never dropped. */
export interface Refusal {
  readonly status: 'refused';
  /** Callers branch on this, never on `message`. */
  readonly code: RefusalCode;
  readonly at: {
    readonly file: string;
    /** 1-based, where a line can be named. */
    readonly line?: number;
    readonly byteRange?: readonly [start: number, end: number];
  };
  readonly message: string;
  readonly hint: string;
}

/** One item of an input: the bytes it came from, and what became of reading them. */
export interface ReadItem {
  /** Path inside the input (`feed.xml#item-3`, `archive.zip/page.html`), for reports. */
  readonly locator: string;
  readonly byteRange: readonly [start: number, end: number];
  /** SHA-256 of the item's bytes, hex: an item whose hash is known is skipped before it is parsed. */
  readonly contentHash: string;
  /** The item's own text or bytes, kept in the quarantine when it is refused. */
  readonly raw: string | Uint8Array;
  /** Parses the item; called only when the hash is new. Pure, never throws for bad input. */
  readonly parse: () => ArticleDraft | Refusal;
}

/** The input of a reader: one file's bytes and what is known around them. */
export interface ReaderInput {
  /** Path or address, for reports and as a base for relative addresses. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** HTTP `Content-Type`, or null. */
  readonly contentType: string | null;
  /** Where the page was saved from, or null when unknown. */
  readonly url: string | null;
}

/** A format. A new one is a new file that satisfies this and a line in `readers.ts`. */
export interface Reader {
  /** Kebab-case name, also stored with the import: `text-capture`, `html-page`, `rss`, `atom`, `json-feed`, `wxr`. */
  readonly format: string;
  /** Decides from the first 64 KiB, decoded, and never from the file's name. */
  readonly recognises: (head: string) => boolean;
  /** Yields items in input order. A refusal at this level means that no items could be told apart. */
  readonly read: (input: ReaderInput) => Iterable<ReadItem | Refusal>;
}
