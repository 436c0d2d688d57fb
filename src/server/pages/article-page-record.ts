/** A name or a text with the address it leads to; null where it leads nowhere. */
export interface PageLink {
  readonly text: string;
  /** Absolute, or a path on this site. */
  readonly url: string | null;
}

export interface ArticlePageQuote {
  /** As printed, without the outer marks. */
  readonly text: string;
  readonly speaker: string | null;
  /** "head of the alliance", as the piece states it. */
  readonly role: string | null;
  readonly kind: 'DIRECT' | 'MIXED' | 'INDIRECT';
  /** UTF-16 units of `bodyText`, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface ArticlePageAuthor extends PageLink {
  /** The author's note; null where the page prints none. */
  readonly description: string | null;
}

/** Rights as printed; null is what the page does not say. */
export interface ArticlePageRights {
  readonly holders: readonly PageLink[];
  readonly year: number | null;
  readonly notice: string | null;
  readonly licenceUrl: string | null;
  readonly disclaimer: string | null;
  readonly permission: string | null;
  readonly conditions: string | null;
  readonly fairUse: string | null;
  readonly contact: string | null;
}

/** Where the record comes from. */
export interface ArticlePageProvenance {
  /** File of the import, as given to it; null for a piece written through the API. */
  readonly file: string | null;
  /** ISO 8601 with zone. */
  readonly importedAt: string;
  /** SHA-256 of the imported bytes, hex. */
  readonly contentHash: string;
  readonly revision: number;
  /** `{ headline: 'json-ld' }`: where each value was found. */
  readonly fields: Readonly<Record<string, string>>;
}

/** All that the page of an article shows. Absent things are null or empty. */
export interface ArticlePageData {
  /** Absolute address that stands for the piece: the original's own where it is known, else this page's. */
  readonly canonicalUrl: string;
  /** Absolute address of this page. */
  readonly pageUrl: string;
  readonly headline: string;
  readonly alternativeHeadline: string | null;
  readonly description: string | null;
  /** As printed, "By" included. Shown where no author was resolved from it. */
  readonly byline: string | null;
  readonly authors: readonly ArticlePageAuthor[];
  /** ISO 8601, as precise as the page prints it. */
  readonly datePublished: string | null;
  readonly dateModified: string | null;
  readonly outlet: PageLink | null;
  /** BCP 47; `und` where it is not known. */
  readonly inLanguage: string;
  /** Sanitised HTML. */
  readonly bodyHtml: string;
  /** The plain text that quote offsets count in. */
  readonly bodyText: string;
  readonly quotes: readonly ArticlePageQuote[];
  readonly regions: readonly PageLink[];
  readonly themes: readonly PageLink[];
  readonly reports: readonly PageLink[];
  /** What the text refers to. `isInArchive` where the target is a piece here, and `url` its page. */
  readonly links: readonly (PageLink & { readonly isInArchive: boolean })[];
  readonly image: {
    readonly url: string | null;
    readonly caption: string | null;
    readonly credit: string | null;
    readonly creditUrl: string | null;
  } | null;
  readonly notes: readonly string[];
  readonly translations: readonly {
    readonly inLanguage: string;
    readonly headline: string | null;
    readonly url: string | null;
  }[];
  /** The work that it was taken from; null for an original. */
  readonly isBasedOn: { readonly outlet: string | null; readonly url: string | null } | null;
  readonly rights: ArticlePageRights | null;
  readonly discussionUrl: string | null;
  readonly provenance: ArticlePageProvenance | null;
  /** The piece as a reference list would print it. */
  readonly citeText: string | null;
  /** Older and newer neighbour. */
  readonly previous: PageLink | null;
  readonly next: PageLink | null;
  /** schema.org NewsArticle, put into the page as it is. */
  readonly jsonLd: Readonly<Record<string, unknown>>;
  /** Link to GraphiQL with a query for this piece; null to leave it out. */
  readonly graphiqlUrl: string | null;
}
