/** One entry of a feed, whatever the format. Addresses are absolute. */
export interface FeedItem {
  /** The global ID: the same in every format, and when the address of the service changes. */
  readonly id: string;
  readonly title: string;
  /** The page on this service. */
  readonly url: string;
  /** The page at the outlet; null where the archive knows none. */
  readonly externalUrl: string | null;
  /** Plain text. */
  readonly summary: string | null;
  /** Sanitised HTML; null for a feed of summaries. */
  readonly contentHtml: string | null;
  readonly authors: readonly { readonly name: string; readonly url: string | null }[];
  readonly outlet: string | null;
  /** Themes, places and keywords. */
  readonly categories: readonly string[];
  /** ISO 8601, as precise as the page gives it; null for an undated piece. */
  readonly datePublished: string | null;
  /** Instant at which the record was last changed. */
  readonly updatedAt: string;
  /** BCP 47; null where it is not known. */
  readonly inLanguage: string | null;
  readonly imageUrl: string | null;
}

/** A feed, whatever the format. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  /** The page for people that lists the same. */
  readonly homeUrl: string;
  readonly feedUrl: string;
  /** The feed with the older entries (RFC 5005); null at the end. */
  readonly nextUrl: string | null;
  /** BCP 47, when the feed is in one language. */
  readonly inLanguage: string | null;
  /** Newest change among the entries; null for an empty feed. */
  readonly updatedAt: string | null;
  /** Who made it: "Dateline 0.1.0". */
  readonly generator: string;
  readonly items: readonly FeedItem[];
}

/**
 * The instant that a date names, or null for a day, a month or a year: feeds want instants in some places, and a page that
 * prints a day has none.
 */
export function instantOf(iso: string | null): Date | null {
  if (iso === null || !/T.*(?:Z|[+-]\d\d:?\d\d)$/.test(iso)) return null;
  const instant = new Date(iso);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
