import { type Feed, type FeedItem, instantOf } from './feed.ts';
import { element, emptyElement } from './xml-text.ts';

/**
 * RSS 2.0 (https://www.rssboard.org/rss-specification), with Dublin Core, content, media and Atom's links.
 *
 * `pubDate` takes an instant only: a piece of which the page prints a day has `dc:date`, which takes a day.
 */
export function printRss(feed: Feed): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
${[
  element('title', feed.title),
  element('link', feed.homeUrl),
  element('description', feed.description),
  element('language', feed.inLanguage),
  element('lastBuildDate', feed.updatedAt === null ? null : new Date(feed.updatedAt).toUTCString()),
  element('generator', feed.generator),
  emptyElement('atom:link', { rel: 'self', type: 'application/rss+xml', href: feed.feedUrl }),
  feed.nextUrl === null
    ? ''
    : emptyElement('atom:link', { rel: 'next', type: 'application/rss+xml', href: feed.nextUrl }),
  ...feed.items.map(printItem),
].join('')}</channel>
</rss>
`;
}

function printItem(item: FeedItem): string {
  const instant = instantOf(item.datePublished);
  const parts = [
    element('title', item.title),
    element('link', item.url),
    element('guid', item.id, { isPermaLink: 'false' }),
    element('pubDate', instant === null ? null : instant.toUTCString()),
    element('dc:date', instant === null ? item.datePublished : null),
    ...item.authors.map(({ name }) => element('dc:creator', name)),
    element('dc:publisher', item.outlet),
    element('dc:source', item.externalUrl),
    element('dc:language', item.inLanguage),
    ...item.categories.map((name) => element('category', name)),
    element('description', item.summary),
    element('content:encoded', item.contentHtml),
    item.imageUrl === null ? '' : emptyElement('media:content', { url: item.imageUrl, medium: 'image' }),
  ];
  return `<item>\n${parts.join('')}</item>\n`;
}
