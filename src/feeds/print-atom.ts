import { type Feed, type FeedItem, instantOf } from './feed.ts';
import { element, emptyElement, escapeXml } from './xml-text.ts';

/** `updated` of a feed without entries: Atom wants one, and nothing has changed since the beginning. */
const NEVER = '1970-01-01T00:00:00Z';

/**
 * Atom (RFC 4287).
 *
 * `published` takes an instant only: a piece of which the page prints a day has `dc:date`, which takes a day. `updated` is
 * when the archive's record was last changed.
 */
export function printAtom(feed: Feed): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"${languageOf(feed.inLanguage)}>
${[
  element('id', feed.feedUrl),
  element('title', feed.title),
  element('subtitle', feed.description),
  element('updated', feed.updatedAt ?? NEVER),
  element('generator', feed.generator),
  '<author>\n',
  element('name', feed.generator.split(' ')[0] ?? feed.generator),
  '</author>\n',
  emptyElement('link', { rel: 'self', type: 'application/atom+xml', href: feed.feedUrl }),
  emptyElement('link', { rel: 'alternate', type: 'text/html', href: feed.homeUrl }),
  feed.nextUrl === null
    ? ''
    : emptyElement('link', { rel: 'next', type: 'application/atom+xml', href: feed.nextUrl }),
  ...feed.items.map(printEntry),
].join('')}</feed>
`;
}

function printEntry(item: FeedItem): string {
  const instant = instantOf(item.datePublished);
  const parts = [
    element('id', `urn:dateline:${item.id}`),
    element('title', item.title),
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: item.url }),
    item.externalUrl === null ? '' : emptyElement('link', { rel: 'via', href: item.externalUrl }),
    item.imageUrl === null
      ? ''
      : emptyElement('link', { rel: 'related', title: 'Picture', href: item.imageUrl }),
    element('updated', item.updatedAt),
    element('published', instant === null ? null : instant.toISOString()),
    element('dc:date', instant === null ? item.datePublished : null),
    ...item.authors.map(
      ({ name, url }) => `<author>\n${element('name', name)}${element('uri', url)}</author>\n`,
    ),
    element('dc:publisher', item.outlet),
    ...item.categories.map((term) => emptyElement('category', { term })),
    element('summary', item.summary),
    element('content', item.contentHtml, { type: 'html' }),
  ];
  return `<entry${languageOf(item.inLanguage)}>\n${parts.join('')}</entry>\n`;
}

const languageOf = (tag: string | null): string => (tag === null ? '' : ` xml:lang="${escapeXml(tag)}"`);
