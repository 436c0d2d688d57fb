/** One piece as a digest lists it. */
export interface DigestPiece {
  readonly headline: string;
  /** Absolute address; a mail has no site to be relative to. */
  readonly url: string;
  /** BCP 47; `und` where it is not known. */
  readonly inLanguage: string;
  readonly outlet: string | null;
  /** As printed: "By Ada Venn". */
  readonly byline: string | null;
  /** ISO 8601, as precise as the page prints it. */
  readonly datePublished: string | null;
  /** The summary or the first sentences, plain text. */
  readonly summary: string | null;
}

/** One quotation as a digest prints it. */
export interface DigestQuote {
  /** Without the outer marks. */
  readonly text: string;
  readonly inLanguage: string;
  readonly speaker: string | null;
  readonly role: string | null;
  readonly articleHeadline: string;
  readonly articleUrl: string;
}

/** An issue of the newsletter: a dated selection, ready to be printed as HTML, text or Markdown. */
export interface DigestIssue {
  /** "The week in the archive". */
  readonly title: string;
  /** First and last day, ISO 8601 (`2024-03-04`), both included. */
  readonly from: string;
  readonly to: string;
  readonly intro: string | null;
  readonly lead: readonly DigestPiece[];
  readonly sections: readonly {
    readonly theme: string;
    /** Absolute address of all pieces on the theme; null to leave it out. */
    readonly url: string | null;
    readonly pieces: readonly DigestPiece[];
  }[];
  readonly quotes: readonly DigestQuote[];
  /** Absolute address of the archive. */
  readonly archiveUrl: string;
  /** Absolute address, or a mailer's placeholder such as `{{unsubscribe}}`; null where no mailer is meant. */
  readonly unsubscribeUrl: string | null;
}
