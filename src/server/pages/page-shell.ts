import { createHash } from 'node:crypto';
import { html, type Markup, trustMarkup } from '../../text/html-template.ts';
import { ARTICLE_STYLE, HOME_STYLE, PAGE_STYLE } from './page-styles.ts';

/** What every page of the site has around its own content. */
export interface PageShell {
  /** As it stands in the tab; the site's name is put behind it. */
  readonly title: string;
  /** One or two sentences for search engines and previews; null where there is nothing to say. */
  readonly description: string | null;
  /** Absolute address under which the page wants to be known; null to leave it out. */
  readonly canonicalUrl: string | null;
  /** Further elements of `head`: Open Graph, JSON-LD, feeds. */
  readonly head?: Markup;
  readonly style: 'home' | 'article';
  readonly main: Markup;
}

const STYLES = { home: PAGE_STYLE + HOME_STYLE, article: PAGE_STYLE + ARTICLE_STYLE };

const hashes = Object.values(STYLES).map(
  (style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
);

/**
 * `Content-Security-Policy` for all these pages: no script at all, our own two style sheets by their
 * hash, and no picture from elsewhere, so that reading a piece tells no third party about the reader.
 */
export const PAGE_CSP = [
  "default-src 'none'",
  `style-src ${hashes.join(' ')}`,
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers that go with these pages; `Cache-Control` and `ETag` are for the server to add. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': PAGE_CSP,
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
};

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3.5' fill='%230b6566'/%3E%3Cpath d='M4 5h8M4 8h8M4 11h5' stroke='%23fff' stroke-width='1.5' stroke-linecap='round'/%3E%3C/svg%3E";

/** Prints a whole HTML document. */
export function printPage({ title, description, canonicalUrl, head, style, main }: PageShell): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Dateline</title>
${description !== null && html`<meta name="description" content="${description}">`}
${canonicalUrl !== null && html`<link rel="canonical" href="${canonicalUrl}">`}
<link rel="icon" href="${trustMarkup(ICON)}">
<link rel="alternate" type="application/atom+xml" title="Articles" href="/feeds/articles.atom">
<link rel="alternate" type="application/atom+xml" title="Quotations" href="/feeds/quotes.atom">
${head}
<style>${trustMarkup(STYLES[style])}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="site">
<a class="name" href="/">Dateline</a>
<nav aria-label="Site"><a href="/articles">Articles</a><a href="/quotes">Quotes</a><a href="/graphql">GraphiQL</a><a href="/schema.graphql">Schema</a></nav>
</header>
<main id="main">
${main}
</main>
<footer class="foot">Served by Dateline, a content service for news archives. Rights in the pieces stay with those who hold them.</footer>
</body>
</html>
`.text;
}
