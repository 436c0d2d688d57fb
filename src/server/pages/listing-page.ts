import type { Feed, FeedItem } from '../../feeds/feed.ts';
import { html, type Markup } from '../../text/html-template.ts';
import { writeDate } from '../../text/written-date.ts';
import { printPage } from './page-shell.ts';

/** Prints a page of articles or quotations, with its feeds and the way to older ones. */
export function printListPage(
  feed: Feed,
  of: {
    readonly list: 'articles' | 'quotes';
    /** The parameters that choose the rows, encoded. */
    readonly query: string;
    readonly isFirst: boolean;
  },
): string {
  const query = of.query === '' ? '' : `?${of.query}`;
  const feedAt = (format: string): string => `/feeds/${of.list}.${format}${query}`;
  const main = html`
<h1>${feed.title}</h1>
<p class="faint">Newest first. Follow as <a href="${feedAt('atom')}">Atom</a>, <a href="${feedAt('rss')}">RSS</a> or <a href="${feedAt('json')}">JSON Feed</a>.</p>
${
  feed.items.length === 0
    ? html`<p>Nothing in the archive passes this filter.</p>`
    : html`<ul class="entries">${feed.items.map(printEntry)}
</ul>`
}
<nav class="onward" aria-label="Pages">${!of.isFirst && html`<a href="/${of.list}${query}">Newest</a>`}${feed.nextUrl !== null && html`<a rel="next" href="${feed.nextUrl}">Older →</a>`}</nav>`;
  return printPage({
    title: feed.title,
    description: feed.description,
    canonicalUrl: of.isFirst ? feed.homeUrl : null,
    style: 'home',
    main,
  });
}

function printEntry(item: FeedItem): Markup {
  const source = [item.outlet, item.authors.map(({ name }) => name).join(', ')].filter(Boolean).join(' · ');
  const language = item.inLanguage !== null && html` lang="${item.inLanguage}"`;
  return html`
<li><a${language} href="${item.url}">${item.title}</a>
<p class="faint">${source}${source !== '' && item.datePublished !== null && ' · '}${item.datePublished !== null && html`<time datetime="${item.datePublished}">${writeDate(item.datePublished)}</time>`}</p>
${item.summary !== null && item.authors.length > 0 && html`<p${language}>${item.summary}</p>`}</li>`;
}
