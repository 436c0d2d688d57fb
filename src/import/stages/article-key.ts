import { foldName } from '../../vocabulary/fold-name.ts';
import type { ArticleDraft } from '../readers/reader.ts';

/** Query parameters that say how a reader came to a page and not which page it is. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|igshid|ref|cmpid|ocid|smid|share|s_cid)$/i;

/**
 * An address in the form in which addresses are compared: host in lower case without `www.`, no tracking parameters,
 * no slash at the end, http as https. The fragment stays: weblogs give the pieces of a day one page and a fragment each.
 * Null for what is no http address.
 */
export function comparableUrl(url: string): string | null {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  const parameters = [...parsed.searchParams].filter(([name]) => !TRACKING.test(name));
  const search = parameters.length > 0 ? `?${new URLSearchParams(parameters)}` : '';
  const port = parsed.port === '' ? '' : `:${parsed.port}`;
  const path = parsed.pathname.replace(/\/+$/, '');
  return `${parsed.hostname.replace(/^www\./, '')}${port}${path}${search}${parsed.hash}`;
}

/** A comparable address without its fragment: the page that holds the place. */
export function pageOf(comparable: string): string {
  return comparable.replace(/#.*$/su, '');
}

/**
 * What makes two captures the same piece: its address, else its key at its origin, else outlet, day and headline.
 */
export function articleKeyOf(draft: ArticleDraft): string {
  const url = draft.url === null ? null : comparableUrl(draft.url);
  if (url !== null) return urlKey(url);
  const outlet = foldName(draft.publisher?.name ?? '');
  if (draft.externalId !== null) return `id:${outlet}:${draft.externalId}`;
  return `page:${outlet}:${draft.datePublished?.iso.slice(0, 10) ?? ''}:${foldName(draft.headline)}`;
}

/** The key of the piece at a comparable address. */
export function urlKey(comparable: string): string {
  return `url:${comparable}`;
}

/** The word that an address ends in: `health` of `https://ledger.example/theme/health/`; null where the address ends in no word. */
export function lastSegment(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const segment =
    new URL(url).pathname
      .split('/')
      .filter((part) => part !== '')
      .at(-1) ?? '';
  return /^[a-z][a-z-]{2,60}$/i.test(segment) ? segment.toLowerCase() : null;
}
