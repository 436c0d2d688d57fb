import { emptyElement, escapeXml } from './xml-text.ts';

/** A group of feeds in an outline. */
export interface FeedGroup {
  readonly title: string;
  readonly feeds: readonly { readonly title: string; readonly feedUrl: string; readonly homeUrl: string }[];
}

/** OPML 2.0 (http://opml.org/spec2.opml): an outline of feeds, for readers that take many at once. */
export function printOpml(title: string, groups: readonly FeedGroup[]): string {
  const outlines = groups
    .filter(({ feeds }) => feeds.length > 0)
    .map(
      (group) =>
        `<outline text="${escapeXml(group.title)}">\n${group.feeds
          .map((feed) =>
            emptyElement('outline', {
              type: 'rss',
              text: feed.title,
              title: feed.title,
              xmlUrl: feed.feedUrl,
              htmlUrl: feed.homeUrl,
            }),
          )
          .join('')}</outline>\n`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
<head>
<title>${escapeXml(title)}</title>
</head>
<body>
${outlines.join('')}</body>
</opml>
`;
}
