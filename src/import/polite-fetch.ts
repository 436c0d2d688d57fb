/** One conditional request. */
export interface PoliteRequest {
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly userAgent: string;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  /** Epoch milliseconds, for dates in `Retry-After` and `Expires`. */
  readonly now: () => number;
  readonly fetch: typeof fetch;
}

interface Answered {
  /** Address that answered. */
  readonly url: string;
  /** Address to ask next time: behind permanent redirects, before temporary ones. */
  readonly permanentUrl: string;
  /** How long the server calls its answer fresh, or null. */
  readonly freshForMs: number | null;
}

/** What came back, whatever happened. */
export type PoliteAnswer =
  | (Answered & {
      readonly kind: 'content';
      readonly bytes: Uint8Array;
      readonly contentType: string | null;
      readonly etag: string | null;
      readonly lastModified: string | null;
    })
  | (Answered & { readonly kind: 'not-modified' })
  | { readonly kind: 'gone'; readonly url: string }
  | { readonly kind: 'failed'; readonly reason: string; readonly retryAfterMs: number | null };

const MAX_REDIRECTS = 5;
const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, application/json;q=0.8, text/xml;q=0.8, */*;q=0.5';

/**
 * Asks for a feed with `If-None-Match` and `If-Modified-Since`, following redirects. Only http and https; a body
 * beyond `maxBytes` is given up. Never throws.
 */
export async function fetchPolitely(request: PoliteRequest): Promise<PoliteAnswer> {
  let url = request.url;
  let permanentUrl = request.url;
  let isPermanent = true;
  try {
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      if (!/^https?:\/\//i.test(url)) return failed(`"${url.slice(0, 200)}" is no web address.`);
      const response = await ask(request, url);
      const target = redirectOf(response, url);
      if (target === null) return await answerOf(response, request, { url, permanentUrl });
      await response.body?.cancel();
      isPermanent &&= response.status === 301 || response.status === 308;
      url = target;
      if (isPermanent) permanentUrl = target;
    }
    return failed(`More than ${MAX_REDIRECTS} redirects.`);
  } catch (error) {
    return failed(reasonOf(error, request.timeoutMs));
  }
}

function ask(request: PoliteRequest, url: string): Promise<Response> {
  const headers: Record<string, string> = { 'user-agent': request.userAgent, accept: ACCEPT };
  if (request.etag !== null) headers['if-none-match'] = request.etag;
  if (request.lastModified !== null) headers['if-modified-since'] = request.lastModified;
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(request.timeoutMs)]);
  return request.fetch(url, { headers, redirect: 'manual', signal });
}

function redirectOf(response: Response, url: string): string | null {
  if (![301, 302, 303, 307, 308].includes(response.status)) return null;
  const location = response.headers.get('location');
  return location !== null && URL.canParse(location, url) ? new URL(location, url).href : null;
}

async function answerOf(
  response: Response,
  request: PoliteRequest,
  where: { url: string; permanentUrl: string },
): Promise<PoliteAnswer> {
  const { headers, status } = response;
  if (status === 200) {
    const bytes = await readBody(response, request.maxBytes);
    if (bytes === null) return failed(`The feed is larger than ${request.maxBytes} bytes.`);
    return {
      kind: 'content',
      ...where,
      bytes,
      contentType: headers.get('content-type'),
      etag: headers.get('etag'),
      lastModified: headers.get('last-modified'),
      freshForMs: freshFor(headers, request.now()),
    };
  }
  await response.body?.cancel();
  if (status === 304) return { kind: 'not-modified', ...where, freshForMs: freshFor(headers, request.now()) };
  if (status === 410) return { kind: 'gone', url: where.url };
  return failed(`The server answered ${status}.`, retryAfter(headers.get('retry-after'), request.now()));
}

/** The whole body, or null as soon as it is larger than allowed. */
async function readBody(response: Response, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (response.body === null) return new Uint8Array();
  for await (const chunk of response.body) {
    size += chunk.length;
    if (size > maxBytes) return null; // Leaving the loop cancels the body.
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** `Retry-After` in milliseconds from now: seconds, or an HTTP date (RFC 9110 section 10.2.3). */
function retryAfter(value: string | null, now: number): number | null {
  if (value === null) return null;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

function freshFor(headers: Headers, now: number): number | null {
  const maxAge = /(?:^|[\s,])max-age\s?=\s?"?(\d{1,9})/i.exec(headers.get('cache-control') ?? '')?.[1];
  if (maxAge !== undefined) return Number(maxAge) * 1000;
  const expires = Date.parse(headers.get('expires') ?? '');
  return Number.isNaN(expires) ? null : Math.max(0, expires - now);
}

function failed(reason: string, retryAfterMs: number | null = null): PoliteAnswer {
  return { kind: 'failed', reason, retryAfterMs };
}

function reasonOf(error: unknown, timeoutMs: number): string {
  if (error instanceof Error && error.name === 'TimeoutError')
    return `No answer within ${timeoutMs / 1000} s.`;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error
    ? `The request failed: ${cause.message || cause.name}.`
    : 'The request failed.';
}
