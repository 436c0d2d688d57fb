import type { ArticleDraft } from '../reader.ts';
import type { Found } from './headline.ts';
import { originalAddress, resolveUrl } from './html-tree.ts';
import { firstMeta, type PageFacts } from './page-facts.ts';
import { nodesOf, textOfLd, urlsOf } from './page-json-ld.ts';

type Source = NonNullable<ArticleDraft['isBasedOn']>;

/**
 * The work that a piece was taken from: as structured data or the news `meta` names state it, or the canonical address
 * where that is on another site than the page. Null for an original piece.
 */
export function findSource(facts: PageFacts): Found<Source> | null {
  const based = facts.ld.article?.isBasedOn ?? facts.ld.article?.isBasedOnUrl;
  const url = resolveUrl(urlsOf(based)[0], facts.base);
  if (url) {
    const node = nodesOf(based, facts.ld)[0];
    const outlet = textOfLd(nodesOf(node?.publisher, facts.ld)[0]?.name);
    return { value: { outlet: outlet ? { name: outlet, url: null } : null, url }, from: 'json-ld isBasedOn' };
  }
  const meta = firstMeta(facts, 'original-source', 'syndication-source', 'dc.source', 'dcterms.source');
  const stated = resolveUrl(meta?.value, null);
  if (meta && stated && !isSameSite(stated, facts.savedFrom)) {
    return { value: { outlet: null, url: stated }, from: `meta ${meta.name}` };
  }
  const canonical = resolveUrl(facts.links.find((link) => link.rel.includes('canonical'))?.href, facts.base);
  if (canonical && facts.savedFrom && !isSameSite(canonical, facts.savedFrom)) {
    return { value: { outlet: null, url: canonical }, from: 'link canonical' };
  }
  return null;
}

/** Copies of pages that name the page itself as canonical: web archives, AMP caches, translators. */
const MIRRORS =
  /(?:^|\.)(?:archive\.org|archive\.(?:ph|today|is|li|md)|ampproject\.org|googleusercontent\.com|translate\.goog)$/i;

/** Whether two addresses are of one site: hosts that end in the same two labels, three for short ones such as `co.uk`. */
export function isSameSite(a: string, b: string | null): boolean {
  const left = hostOf(a);
  const right = b === null ? null : hostOf(b);
  if (left === null || right === null || MIRRORS.test(left) || MIRRORS.test(right)) return true;
  return siteOf(left) === siteOf(right);
}

function hostOf(url: string): string | null {
  try {
    return new URL(originalAddress(url)).hostname.toLowerCase();
  } catch {
    return null;
  }
}

function siteOf(host: string): string {
  const labels = host.split('.');
  const isShort =
    labels.length > 2 && (labels.at(-2)?.length ?? 0) <= 3 && (labels.at(-1)?.length ?? 0) === 2;
  return labels.slice(isShort ? -3 : -2).join('.');
}

/** The address that browsers and page savers write into a comment at the top of what they save. */
export function addressInComment(html: string): string | null {
  const head = html.slice(0, 2_000);
  const url =
    /<!--\s{0,5}saved from url=\(\d{1,6}\)(https?:\/\/[^\s>]{1,2000})/i.exec(head)?.[1] ??
    /<!--\s{0,5}Page saved with SingleFile\s{1,5}url:\s{0,3}(https?:\/\/[^\s>]{1,2000})/i.exec(head)?.[1];
  return url ?? null;
}
