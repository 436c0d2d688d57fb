import { element } from './xml-text.ts';

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A page that a search engine should know. */
export interface SitemapPage {
  readonly url: string;
  /** ISO 8601. */
  readonly updatedAt: string;
}

/** A page with a piece of the last days. */
export interface NewsPage {
  readonly url: string;
  readonly outlet: string;
  /** BCP 47; two letters where the archive does not know more. */
  readonly inLanguage: string;
  /** ISO 8601, as precise as the page gives it. */
  readonly datePublished: string;
  readonly headline: string;
}

/** A sitemap, or the index of sitemaps (https://www.sitemaps.org/protocol.html): at most 50,000 addresses. */
export function printSitemap(kind: 'urlset' | 'sitemapindex', pages: readonly SitemapPage[]): string {
  const inner = kind === 'urlset' ? 'url' : 'sitemap';
  return document(
    kind,
    `xmlns="${SITEMAP}"`,
    pages.map(
      ({ url, updatedAt }) =>
        `<${inner}>\n${element('loc', url)}${element('lastmod', updatedAt)}</${inner}>\n`,
    ),
  );
}

/** A news sitemap (https://www.google.com/schemas/sitemap-news/0.9): at most 1,000 pieces of the last two days. */
export function printNewsSitemap(pages: readonly NewsPage[]): string {
  return document(
    'urlset',
    `xmlns="${SITEMAP}" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"`,
    pages.map(
      (page) => `<url>
${element('loc', page.url)}<news:news>
<news:publication>
${element('news:name', page.outlet)}${element('news:language', page.inLanguage)}</news:publication>
${element('news:publication_date', page.datePublished)}${element('news:title', page.headline)}</news:news>
</url>
`,
    ),
  );
}

const document = (root: string, attributes: string, parts: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${attributes}>\n${parts.join('')}</${root}>\n`;
