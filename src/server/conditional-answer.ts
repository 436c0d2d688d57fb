import { createHash } from 'node:crypto';
import type { PageRequest, PageResponse } from './route.ts';

/**
 * An answer with `ETag` and, where it is known when its contents changed, `Last-Modified`; 304 without a body when the
 * client has it already.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2
 */
export function answerConditionally(
  { headers }: Pick<PageRequest, 'headers'>,
  page: {
    readonly contentType: string;
    readonly body: string;
    /** ISO 8601; null where it is not known. */
    readonly updatedAt?: string | null | undefined;
    /** How long it may be shown without asking again. */
    readonly maxAgeS: number;
    readonly headers?: Readonly<Record<string, string>>;
  },
): PageResponse {
  const etag = `"${createHash('sha256').update(page.body).digest('base64url').slice(0, 22)}"`;
  const changed = page.updatedAt == null ? null : new Date(page.updatedAt);
  const sent = {
    'content-type': page.contentType,
    'x-content-type-options': 'nosniff',
    'cache-control': page.maxAgeS === 0 ? 'no-cache' : `public, max-age=${page.maxAgeS}`,
    etag,
    ...(changed !== null && { 'last-modified': changed.toUTCString() }),
    ...page.headers,
  };
  return isKnown(headers, etag, changed)
    ? { status: 304, headers: sent, body: '' }
    : { status: 200, headers: sent, body: page.body };
}

/** `If-None-Match` decides where it is given; a date is compared in whole seconds, which is all that it holds. */
function isKnown(headers: PageRequest['headers'], etag: string, changed: Date | null): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined)
    return tags.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return changed !== null && Math.floor(changed.getTime() / 1000) * 1000 <= since;
}
