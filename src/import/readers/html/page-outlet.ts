import type { OutletDraft } from '../reader.ts';
import type { Found } from './headline.ts';
import { originalAddress, resolveUrl } from './html-tree.ts';
import { firstMeta, type PageFacts } from './page-facts.ts';
import { nodesOf, textOfLd, urlsOf } from './page-json-ld.ts';
import { isSameSite } from './page-source.ts';

/** Names by which the site calls itself, for telling them from titles and authors. */
export function findSiteNames(facts: PageFacts): readonly string[] {
  const names: string[] = [];
  const add = (name: string | null | undefined): void => {
    if (name && !names.includes(name)) names.push(name);
  };
  for (const name of [
    'og:site_name',
    'application-name',
    'apple-mobile-web-app-title',
    'dc.publisher',
    'publisher',
    'cre',
    'copyright',
  ]) {
    add(facts.metas.get(name)?.[0]);
  }
  const publisher = nodesOf(facts.ld.article?.publisher, facts.ld)[0];
  add(textOfLd(publisher?.name) ?? textOfLd(facts.ld.article?.publisher));
  for (const node of facts.ld.nodes) {
    const type = node['@type'];
    if (type === 'WebSite' || type === 'Organization' || type === 'NewsMediaOrganization') {
      add(textOfLd(node.name));
      add(textOfLd(node.alternateName));
    }
  }
  const host = hostOf(pageAddress(facts)?.value ?? null);
  if (host) {
    add(host);
    // `news.example.co.uk` calls itself "Example" in its titles.
    for (const label of host.split('.')) if (label.length > 3) add(label);
  }
  return names;
}

function hostOf(url: string | null): string | null {
  if (!url) return null;
  try {
    return new URL(originalAddress(url)).host.replace(/^www\./, '');
  } catch {
    return null;
  }
}

/** The piece's canonical address, as the page states it, else where it was saved from. */
export function pageAddress(facts: PageFacts): Found<string> | null {
  const canonical = facts.links.find((link) => link.rel.includes('canonical'));
  const candidates: readonly (readonly [string | null | undefined, string])[] = [
    [canonical?.href, 'link canonical'],
    [firstMeta(facts, 'og:url')?.value, 'meta og:url'],
    [urlsOf(facts.ld.article?.mainEntityOfPage)[0], 'json-ld mainEntityOfPage'],
    [urlsOf(facts.ld.article?.url)[0], 'json-ld url'],
  ];
  for (const [href, from] of candidates) {
    const url = resolveUrl(href, facts.base);
    // A home page as the canonical address of a piece is a template's mistake.
    if (!url?.startsWith('http') || (isHome(url) && facts.savedFrom && !isHome(facts.savedFrom))) continue;
    // A canonical address on another site is that of the piece this one was taken from.
    if (isSameSite(url, facts.savedFrom)) return { value: url, from };
  }
  return facts.savedFrom ? { value: facts.savedFrom, from: 'saved from' } : null;
}

function isHome(url: string): boolean {
  try {
    const { pathname, search } = new URL(url);
    return pathname === '/' && search === '';
  } catch {
    return false;
  }
}

/** Where the piece appeared. */
export function findOutlet(facts: PageFacts, address: string | null): Found<OutletDraft> | null {
  const publisher = nodesOf(facts.ld.article?.publisher, facts.ld)[0];
  const stated = textOfLd(publisher?.name) ?? textOfLd(facts.ld.article?.publisher);
  const home = originOf(address);
  if (stated) {
    const url = resolveUrl(urlsOf(publisher?.url)[0], facts.base) ?? home;
    const profiles = urlsOf(publisher?.sameAs).flatMap((address) => {
      const network = hostOf(address);
      return network ? [{ network, url: address }] : [];
    });
    return {
      value: { name: stated, url, ...(profiles.length > 0 ? { profiles } : {}) },
      from: 'json-ld publisher',
    };
  }
  const meta = firstMeta(
    facts,
    'og:site_name',
    'application-name',
    'dc.publisher',
    'publisher',
    'citation_journal_title',
  );
  if (meta) return { value: { name: meta.value, url: home }, from: `meta ${meta.name}` };
  const site = facts.ld.nodes.find((node) => node['@type'] === 'WebSite' && textOfLd(node.name));
  const name = textOfLd(site?.name);
  if (name) return { value: { name, url: home }, from: 'json-ld WebSite' };
  const host = hostOf(address);
  return host ? { value: { name: host, url: home }, from: 'address' } : null;
}

function originOf(url: string | null): string | null {
  if (!url) return null;
  try {
    return `${new URL(originalAddress(url)).origin}/`;
  } catch {
    return null;
  }
}
