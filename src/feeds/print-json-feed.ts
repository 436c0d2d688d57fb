import { type Feed, type FeedItem, instantOf } from './feed.ts';

/**
 * JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
 *
 * `date_published` takes an instant only: a piece of which the page prints a day has it in `_dateline.datePublished`, as
 * has every other.
 */
export function printJsonFeed(feed: Feed): string {
  return `${JSON.stringify(
    present({
      version: 'https://jsonfeed.org/version/1.1',
      title: feed.title,
      description: feed.description,
      home_page_url: feed.homeUrl,
      feed_url: feed.feedUrl,
      next_url: feed.nextUrl,
      language: feed.inLanguage,
      items: feed.items.map(itemOf),
    }),
  )}\n`;
}

function itemOf(item: FeedItem): object {
  return present({
    id: item.id,
    url: item.url,
    external_url: item.externalUrl,
    title: item.title,
    summary: item.summary,
    content_html: item.contentHtml,
    // One of the two has to be there.
    content_text: item.contentHtml === null ? (item.summary ?? item.title) : null,
    image: item.imageUrl,
    date_published: instantOf(item.datePublished)?.toISOString(),
    date_modified: item.updatedAt,
    authors: item.authors.length === 0 ? null : item.authors.map(({ name, url }) => present({ name, url })),
    tags: item.categories.length === 0 ? null : item.categories,
    language: item.inLanguage,
    _dateline: present({ datePublished: item.datePublished, publisher: item.outlet }),
  });
}

/** The object without what is not known. */
function present(values: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  );
}
