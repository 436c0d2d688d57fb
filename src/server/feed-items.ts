import { parse } from 'graphql';
import { firstSentences } from '../export/digest/compose-digest.ts';
import type { Feed, FeedItem } from '../feeds/feed.ts';
import { html } from '../text/html-template.ts';
import { wordsAlone } from '../text/quoted-words.ts';
import { askArchive } from './ask-archive.ts';
import type { ListParameters } from './list-parameters.ts';
import type { PageRequest } from './route.ts';
import { VERSION } from './version.ts';

/** What an address asks for, newest first: the rows of a feed or of a page. One statement. */
export async function loadFeed(
  request: PageRequest,
  list: 'articles' | 'quotes',
  parameters: ListParameters,
): Promise<Feed> {
  const { items, next } = await (list === 'articles' ? articleItems : quoteItems)(request, parameters);
  return feedOf(request, list, parameters, items, next);
}

function feedOf(
  { origin, url }: PageRequest,
  list: 'articles' | 'quotes',
  parameters: ListParameters,
  items: readonly FeedItem[],
  next: string | null,
): Feed {
  const name = list === 'articles' ? 'Articles' : 'Quotations';
  const following = new URLSearchParams(url.searchParams);
  following.set('after', next ?? '');
  return {
    title: parameters.title === '' ? name : `${name}: ${parameters.title}`,
    description: `${name} of the archive, newest first.`,
    homeUrl: `${origin}/${list}${suffix(parameters.query)}`,
    feedUrl: `${origin}${url.pathname}${suffix(url.searchParams)}`,
    nextUrl: next === null ? null : `${origin}${url.pathname}${suffix(following)}`,
    inLanguage: parameters.inLanguage,
    updatedAt: items.reduce<string | null>(
      (newest, { updatedAt }) => (newest === null || updatedAt > newest ? updatedAt : newest),
      null,
    ),
    generator: `Dateline ${VERSION}`,
    items,
  };
}

const suffix = (query: URLSearchParams): string => (query.size === 0 ? '' : `?${query}`);

interface Found {
  readonly items: readonly FeedItem[];
  /** Cursor to go on with; null at the end. */
  readonly next: string | null;
}

const nextOf = ({ hasNextPage, endCursor }: PageInfo): string | null => (hasNextPage ? endCursor : null);

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

interface Named {
  readonly name: string;
}

const ARTICLES =
  parse(`query FeedOfArticles($filter: ArticleFilter, $first: Int, $after: String, $isFull: Boolean!) {
  articles(filter: $filter, first: $first, after: $after) {
    nodes {
      id permalink url headline description inLanguage updatedAt keywords
      datePublished { iso }
      text: body
      body(format: HTML) @include(if: $isFull)
      authors { name url } publisher { name } themes { name } regions { name } image { url }
    }
    pageInfo { hasNextPage endCursor }
  }
}`);

interface FeedArticle {
  readonly id: string;
  readonly permalink: string;
  readonly url: string | null;
  readonly headline: string;
  readonly description: string | null;
  readonly inLanguage: string;
  readonly updatedAt: string;
  readonly keywords: readonly string[];
  readonly datePublished: { readonly iso: string } | null;
  /** Plain text. */
  readonly text: string;
  /** HTML. */
  readonly body?: string;
  readonly authors: readonly { readonly name: string; readonly url: string | null }[];
  readonly publisher: Named | null;
  readonly themes: readonly Named[];
  readonly regions: readonly Named[];
  readonly image: { readonly url: string | null } | null;
}

/** UTF-16 units of a text among which its first sentences are looked for. */
const OPENING = 600;

async function articleItems(
  request: PageRequest,
  { filter, first, after, isFull }: ListParameters,
): Promise<Found> {
  const { articles } = await askArchive<{ articles: { nodes: FeedArticle[]; pageInfo: PageInfo } }>(
    request,
    ARTICLES,
    { filter, first, after, isFull },
  );
  const items = articles.nodes.map(
    (article): FeedItem => ({
      id: article.id,
      title: article.headline,
      url: `${request.origin}${article.permalink}`,
      externalUrl: article.url,
      summary: article.description ?? firstSentences(article.text.slice(0, OPENING)),
      contentHtml: article.body ?? null,
      authors: article.authors,
      outlet: article.publisher?.name ?? null,
      categories: [...article.themes, ...article.regions].map(({ name }) => name).concat(article.keywords),
      datePublished: article.datePublished?.iso ?? null,
      updatedAt: article.updatedAt,
      inLanguage: article.inLanguage === 'und' ? null : article.inLanguage,
      imageUrl: article.image?.url ?? null,
    }),
  );
  return { items, next: nextOf(articles.pageInfo) };
}

const QUOTES = parse(`query FeedOfQuotes($filter: QuoteFilter, $first: Int, $after: String) {
  quotes(filter: $filter, first: $first, after: $after) {
    nodes {
      id permalink text kind speakerName speakerRole speakerDescription inLanguage updatedAt
      speaker { name }
      article {
        headline permalink url
        datePublished { iso } publisher { name } themes { name } regions { name }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`);

interface FeedQuote {
  readonly id: string;
  readonly permalink: string;
  readonly text: string;
  readonly kind: 'DIRECT' | 'MIXED' | 'INDIRECT';
  readonly speakerName: string | null;
  readonly speakerRole: string | null;
  readonly speakerDescription: string | null;
  readonly inLanguage: string;
  readonly updatedAt: string;
  readonly speaker: Named | null;
  readonly article: Pick<
    FeedArticle,
    'headline' | 'permalink' | 'url' | 'datePublished' | 'publisher' | 'themes' | 'regions'
  >;
}

async function quoteItems(request: PageRequest, { filter, first, after }: ListParameters): Promise<Found> {
  const { quotes } = await askArchive<{ quotes: { nodes: FeedQuote[]; pageInfo: PageInfo } }>(
    request,
    QUOTES,
    { filter, first, after },
  );
  const items = quotes.nodes.map((quote): FeedItem => quoteItem(quote, request.origin));
  return { items, next: nextOf(quotes.pageInfo) };
}

/** UTF-16 units of the words in a title. */
const MAX_TITLE = 140;

function quoteItem(quote: FeedQuote, origin: string): FeedItem {
  const { article, kind } = quote;
  const text = wordsAlone(quote.text);
  const words = kind === 'INDIRECT' ? text : `“${text}”`;
  const short = text.length <= MAX_TITLE ? words : `${words.slice(0, MAX_TITLE).replace(/\s+\S*$/, '')}…`;
  const speaker = quote.speaker?.name ?? quote.speakerName ?? quote.speakerDescription;
  const said = [speaker ?? 'Speaker not known', quote.speakerRole].filter(Boolean).join(', ');
  return {
    id: quote.id,
    title: `${speaker ?? 'Speaker not known'}: ${short}`,
    url: `${origin}${quote.permalink}`,
    externalUrl: article.url,
    summary: `${words} – ${said}, in “${article.headline}”`,
    contentHtml: html`<blockquote><p>${words}</p></blockquote>
<p>${said}, in <a href="${origin}${article.permalink}">${article.headline}</a></p>`.text,
    authors: [],
    outlet: article.publisher?.name ?? null,
    categories: [
      ...(speaker === null ? [] : [speaker]),
      ...[...article.themes, ...article.regions].map(({ name }) => name),
    ],
    datePublished: article.datePublished?.iso ?? null,
    updatedAt: quote.updatedAt,
    inLanguage: quote.inLanguage === 'und' ? null : quote.inLanguage,
    imageUrl: null,
  };
}
