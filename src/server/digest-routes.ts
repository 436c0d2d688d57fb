import { parse } from 'graphql';
import { UserError } from '../errors.ts';
import { askArchive, refusingPolitely } from './ask-archive.ts';
import { answerConditionally } from './conditional-answer.ts';
import { readListParameters } from './list-parameters.ts';
import type { PageRequest, PageResponse, Route } from './route.ts';

/** The mail's styles stand in its elements, as mail programs want them; nothing else is let in. */
const MAIL_CSP =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const FORMS = {
  html: {
    field: 'html',
    contentType: 'text/html; charset=utf-8',
    headers: { 'content-security-policy': MAIL_CSP },
  },
  txt: { field: 'text', contentType: 'text/plain; charset=utf-8', headers: {} },
  md: { field: 'markdown', contentType: 'text/markdown; charset=utf-8', headers: {} },
} as const;

/** `/digest?days=7&region=europe`: a newsletter of selected articles, as a page; `.txt` and `.md` for others. */
export const digestRoutes: readonly Route[] = [
  {
    path: /^\/digest(?:\.(html|txt|md))?$/,
    answer: (request) => refusingPolitely(() => answerDigest(request)),
  },
];

const DIGEST = parse(`query PageOfDigest(
  $date: Date, $days: Int!, $per: Int!, $filter: ArticleFilter, $unsubscribe: String,
  $isHtml: Boolean!, $isText: Boolean!, $isMarkdown: Boolean!
) {
  digest(date: $date, days: $days, per: $per, filter: $filter) {
    html(unsubscribeUrl: $unsubscribe) @include(if: $isHtml)
    text(unsubscribeUrl: $unsubscribe) @include(if: $isText)
    markdown(unsubscribeUrl: $unsubscribe) @include(if: $isMarkdown)
  }
}`);

/** Parameters of the digest's own; the others choose its pieces. */
const OWN = ['date', 'days', 'per', 'unsubscribe'];

async function answerDigest(request: PageRequest): Promise<PageResponse> {
  const given = request.url.searchParams;
  const form = FORMS[(request.params[0] || 'html') as keyof typeof FORMS]; // the pattern lets no other through
  const choosing = new URLSearchParams([...given].filter(([name]) => !OWN.includes(name)));
  const { digest } = await askArchive<{ digest: Readonly<Record<string, string>> }>(request, DIGEST, {
    filter: readListParameters(choosing, 'articles').filter,
    date: given.get('date') || undefined,
    days: wholeNumber(given, 'days', 1),
    per: wholeNumber(given, 'per', 5),
    unsubscribe: given.get('unsubscribe') || undefined,
    isHtml: form.field === 'html',
    isText: form.field === 'text',
    isMarkdown: form.field === 'markdown',
  });
  return answerConditionally(request, {
    contentType: form.contentType,
    body: digest[form.field] ?? '',
    maxAgeS: 300,
    headers: form.headers,
  });
}

function wholeNumber(given: URLSearchParams, name: string, fallback: number): number {
  const text = given.get(name);
  if (text === null || text === '') return fallback;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new UserError(
    'BAD_RANGE',
    `\`${name}=${text.slice(0, 20)}\` is no whole number.`,
    `Give a number, such as ${name}=${fallback}.`,
  );
}
