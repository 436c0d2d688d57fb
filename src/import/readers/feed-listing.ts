import {
  AUTHORS_AS_PRINTED,
  HEADLINE_AS_PRINTED,
  HEADLINE_FROM_TEXT,
  URL_AS_PRINTED,
} from './article-draft.ts';
import type { ArticleDraft, ReadItem, Refusal } from './reader.ts';

/**
 * One item in the feed's own words, as `dateline extract` prints it: titles with the markup they carry, links as
 * relative as they are where the feed states no base, one entry for each author element. The draft beside it is what
 * the archive makes of them.
 */
export interface ListedItem {
  /** As printed; null for an item without a title, though the archive makes a headline of its first words. */
  readonly title: string | null;
  /** The title with its markup and references read, where that differs: the archive's headline. */
  readonly headline?: string;
  readonly link: string | null;
  /** ISO 8601 at its own precision. */
  readonly publishedAt: string | null;
  readonly authors: readonly string[];
  /** The people whom the authors stand for, where they differ: names for logins, several out of one element. */
  readonly people?: readonly string[];
  /** Of an export: what the item is and its state, `post/publish`, `page/draft`. */
  readonly kind?: string;
  /** Present on an item that would not be imported. */
  readonly refused?: Pick<Refusal, 'code' | 'message' | 'hint'>;
}

/** The refusal of an item that says what it is all the same: a draft, a page, a picture of an export. */
export interface ListedRefusal extends Refusal {
  readonly listed: ListedItem;
}

function isListed(refused: Refusal): refused is ListedRefusal {
  return 'listed' in refused;
}

/** What a feed or an export holds: every item, readable or not, and what stands in the file besides items. */
export interface FeedListing {
  readonly items: readonly ListedItem[];
  /** Places of the file that could not be read, with line and reason. */
  readonly problems: readonly Refusal[];
}

/** Parses every item. An item that is refused is listed too, so that the count is the file's own. */
export function listItems(read: Iterable<ReadItem | Refusal>): FeedListing {
  const items: ListedItem[] = [];
  const problems: Refusal[] = [];
  for (const entry of read) {
    if ('status' in entry) {
      problems.push(entry);
      continue;
    }
    const draft = entry.parse();
    if (draft.status === 'refused') {
      const { code, message, hint } = draft;
      items.push({ ...(isListed(draft) ? draft.listed : NOTHING_LISTED), refused: { code, message, hint } });
    } else items.push(listDraft(draft));
  }
  return { items, problems };
}

/** A draft in the words of its source. */
export function listDraft(draft: ArticleDraft): ListedItem {
  const { provenance } = draft;
  const isMade = provenance.headline === HEADLINE_FROM_TEXT;
  const names = draft.authors.map((author) => author.name);
  const authors = provenance[AUTHORS_AS_PRINTED];
  return {
    title: isMade ? null : (provenance[HEADLINE_AS_PRINTED] ?? draft.headline) || null,
    ...(isMade || provenance[HEADLINE_AS_PRINTED] ? { headline: draft.headline } : {}),
    link: provenance[URL_AS_PRINTED] ?? draft.url,
    publishedAt: draft.datePublished?.iso ?? null,
    authors: authors === undefined ? names : [authors],
    ...(authors === undefined ? {} : { people: names }),
    ...(provenance.kind ? { kind: provenance.kind } : {}),
  };
}

const NOTHING_LISTED: ListedItem = { title: null, link: null, publishedAt: null, authors: [] };
