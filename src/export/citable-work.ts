/** What a citation can be printed as. */
export type CitationStyle = 'APA' | 'MLA' | 'CHICAGO' | 'BIBTEX' | 'RIS' | 'CSL_JSON';

/** Every style, in the order in which to offer them. */
export const CITATION_STYLES: readonly CitationStyle[] = [
  'APA',
  'MLA',
  'CHICAGO',
  'BIBTEX',
  'RIS',
  'CSL_JSON',
];

/** Somebody a citation names. */
export interface CitableName {
  /** As printed: "Ada Venn", "Agence du Port". */
  readonly name: string;
  /** True for an organisation, whose name is never taken apart. */
  readonly isBody: boolean;
}

/** An article, or words said in one, with all that a citation prints of it. */
export interface CitableWork {
  readonly kind: 'article' | 'quote';
  readonly headline: string;
  /** In printed order; empty where the page names nobody. */
  readonly authors: readonly CitableName[];
  readonly outlet: string | null;
  /** ISO 8601 as precise as known: `2024`, `2024-03`, `2024-03-09`, or with a time; null for an undated piece. */
  readonly datePublished: string | null;
  readonly url: string | null;
  /** BCP 47; null or `und` when unknown: the headline then keeps its capitals as printed. */
  readonly inLanguage: string | null;
  /** The work this piece translates. */
  readonly translationOf?: {
    readonly headline: string | null;
    readonly inLanguage: string | null;
    readonly url: string | null;
  } | null;
  /** Where a republished piece appeared first. */
  readonly isBasedOn?: { readonly outlet: string | null; readonly url: string | null } | null;
  /** The words quoted, without their outer marks; only for `kind: 'quote'`. */
  readonly quote?: { readonly text: string; readonly speaker: CitableName | null } | null;
  /** The day it was read, `2024-04-01`. */
  readonly accessed?: string | null;
}
