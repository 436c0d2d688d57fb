import { printAtom } from '../feeds/print-atom.ts';
import { printJsonFeed } from '../feeds/print-json-feed.ts';
import { printRss } from '../feeds/print-rss.ts';
import { refusingPolitely } from './ask-archive.ts';
import { answerConditionally } from './conditional-answer.ts';
import { loadFeed } from './feed-items.ts';
import { readListParameters } from './list-parameters.ts';
import { printListPage } from './pages/listing-page.ts';
import { PAGE_HEADERS } from './pages/page-shell.ts';
import type { PageRequest, PageResponse, Route } from './route.ts';

type List = 'articles' | 'quotes';

/** The three formats of a feed. */
const FEED_FORMATS = {
  rss: { contentType: 'application/rss+xml; charset=utf-8', print: printRss },
  atom: { contentType: 'application/atom+xml; charset=utf-8', print: printAtom },
  json: { contentType: 'application/feed+json; charset=utf-8', print: printJsonFeed },
} as const;

/** Readers ask every few minutes to every hour: five minutes spare the archive and make nobody late. */
const MAX_AGE_S = 300;

/** Any list of pieces or quotations as a feed, `/feeds/articles.atom?region=europe`, or as a page, `/articles?region=europe`. */
export const feedRoutes: readonly Route[] = [
  {
    path: /^\/feeds\/(articles|quotes)\.(rss|atom|json)$/,
    answer: (request) =>
      refusingPolitely(() => {
        const [list, format] = request.params as [List, keyof typeof FEED_FORMATS]; // the pattern lets no other through
        return answerFeed(request, list, FEED_FORMATS[format]);
      }),
  },
  {
    path: /^\/(articles|quotes)$/,
    answer: (request) => refusingPolitely(() => answerPage(request, request.params[0] as List)), // as above
  },
];

async function answerFeed(
  request: PageRequest,
  list: List,
  { contentType, print }: (typeof FEED_FORMATS)[keyof typeof FEED_FORMATS],
): Promise<PageResponse> {
  const feed = await loadFeed(request, list, readListParameters(request.url.searchParams, list));
  return answerConditionally(request, {
    contentType,
    body: print(feed),
    updatedAt: feed.updatedAt,
    maxAgeS: MAX_AGE_S,
  });
}

async function answerPage(request: PageRequest, list: List): Promise<PageResponse> {
  const parameters = { ...readListParameters(request.url.searchParams, list), isFull: false };
  const feed = await loadFeed(request, list, parameters);
  return answerConditionally(request, {
    contentType: 'text/html; charset=utf-8',
    body: printListPage(feed, {
      list,
      query: parameters.query.toString(),
      isFirst: parameters.after === null,
    }),
    maxAgeS: 0,
    headers: PAGE_HEADERS,
  });
}
