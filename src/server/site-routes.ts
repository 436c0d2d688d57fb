import { parse } from 'graphql';
import { type FeedGroup, printOpml } from '../feeds/print-opml.ts';
import { askArchive } from './ask-archive.ts';
import { answerConditionally } from './conditional-answer.ts';
import type { PageRequest, PageResponse, Route } from './route.ts';

const DAY_S = 86_400;

/** What programs look for at known addresses: the feeds there are, what crawlers may ask for, and what this is. */
export const siteRoutes: readonly Route[] = [
  { path: /^\/feeds\.opml$/, answer: answerOpml },
  {
    path: /^\/robots\.txt$/,
    answer: (request) => text(request, printRobots(request.origin)),
  },
  {
    path: /^\/llms\.txt$/,
    answer: (request) => text(request, printGuide(request.origin)),
  },
];

const text = (request: PageRequest, body: string): PageResponse =>
  answerConditionally(request, { contentType: 'text/plain; charset=utf-8', body, maxAgeS: DAY_S });

/** Feeds of the terms with most pieces, of each kind. */
const TERMS = parse(`query FeedOutline {
  themes(first: 50, orderBy: { field: ARTICLE_COUNT, direction: DESC }) { nodes { name slug articleCount } }
  regions(first: 50, orderBy: { field: ARTICLE_COUNT, direction: DESC }) { nodes { name slug articleCount } }
  outlets(first: 50, orderBy: { field: ARTICLE_COUNT, direction: DESC }) { nodes { name slug articleCount } }
  authors(first: 50, orderBy: { field: ARTICLE_COUNT, direction: DESC }) { nodes { name slug articleCount } }
  speakers(first: 50, orderBy: { field: QUOTE_COUNT, direction: DESC }) { nodes { name slug articleCount: quoteCount } }
}`);

interface Terms {
  readonly nodes: readonly { readonly name: string; readonly slug: string; readonly articleCount: number }[];
}

type Outline = Readonly<Record<'themes' | 'regions' | 'outlets' | 'authors' | 'speakers', Terms>>;

async function answerOpml(request: PageRequest): Promise<PageResponse> {
  const { origin } = request;
  const found = await askArchive<Outline>(request, TERMS, {});
  const group = (
    title: string,
    list: 'articles' | 'quotes',
    parameter: string,
    { nodes }: Terms,
  ): FeedGroup => ({
    title,
    feeds: nodes
      .filter(({ articleCount }) => articleCount > 0)
      .map(({ name, slug }) => {
        const query = `?${new URLSearchParams({ [parameter]: slug })}`;
        return {
          title: name,
          feedUrl: `${origin}/feeds/${list}.atom${query}`,
          homeUrl: `${origin}/${list}${query}`,
        };
      }),
  });
  const whole = (list: 'articles' | 'quotes', title: string) => ({
    title,
    feedUrl: `${origin}/feeds/${list}.atom`,
    homeUrl: `${origin}/${list}`,
  });
  const groups: FeedGroup[] = [
    { title: 'The whole archive', feeds: [whole('articles', 'Articles'), whole('quotes', 'Quotations')] },
    group('Themes', 'articles', 'theme', found.themes),
    group('Regions', 'articles', 'region', found.regions),
    group('Outlets', 'articles', 'publisher', found.outlets),
    group('Authors', 'articles', 'author', found.authors),
    group('Who is quoted', 'quotes', 'speaker', found.speakers),
  ];
  return answerConditionally(request, {
    contentType: 'text/x-opml; charset=utf-8',
    body: printOpml('Feeds of the archive', groups),
    maxAgeS: 3_600,
  });
}

/** https://www.rfc-editor.org/rfc/rfc9309 */
const printRobots = (origin: string): string => `User-agent: *
Disallow: /graphql
Allow: /

Sitemap: ${origin}/sitemap.xml
`;

/** https://llmstxt.org: what this service is, for programs that read rather than parse. */
const printGuide = (origin: string): string => `# Dateline

> A news archive as one typed GraphQL API: who said what, in which article, by whom, where, when, on which theme, from which source and under what rights.

Rights in the pieces stay with those who hold them: see \`Article.rights\`, and cite with \`cite\` of articles and quotations.

## API

- [GraphQL](${origin}/graphql): POST { "query": "{ quotes(first: 3) { nodes { text speaker { name } } } }" }
- [Schema](${origin}/schema.graphql): every type and field, described

## Reading

- [Articles](${origin}/articles): newest first; each as \`/articles/SLUG\`, and with \`.md\`, \`.txt\` or \`.jsonld\` behind it
- [Quotations](${origin}/quotes): newest first; each as \`/quotes/ID\`
- [Feeds](${origin}/feeds.opml): \`/feeds/articles.json?region=europe&theme=health&from=2024-01-01\`, also \`.rss\` and \`.atom\`, and \`/feeds/quotes\`
- [Digest](${origin}/digest.md?days=7): a newsletter of selected articles

## All pages

- [Sitemap](${origin}/sitemap.xml)
`;
