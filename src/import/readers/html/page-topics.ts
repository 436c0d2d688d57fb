import { decodeHTML } from 'entities';
import type { LinkedName } from '../reader.ts';
import { attributeWords, collapse, hasClass, resolveUrl, textOf, titleKey } from './html-tree.ts';
import { allMeta, type PageFacts } from './page-facts.ts';
import { nodesOf, textOfLd, textsOf, urlsOf } from './page-json-ld.ts';

/** What a piece is about, in the page's words. */
export interface PageTopics {
  /** Sections and stated subjects. */
  readonly themes: readonly LinkedName[];
  /** Places the page says the piece is about. */
  readonly regions: readonly LinkedName[];
  /** Tags. */
  readonly keywords: readonly string[];
  readonly provenance: Readonly<Record<string, string>>;
}

/** Sections of every site that say nothing of the subject. */
const NOT_A_THEME =
  /^(?:home|homepage|start|startseite|accueil|inicio|news|nachrichten|article|articles|artikel|blog|uncategorized|uncategorised|allgemein|sem categoria|sin categoría|non classé|all|latest|posts?|index)$/i;

/** What the page says the piece is about: sections, subjects, places, tags. */
export function findTopics(facts: PageFacts, siteNames: readonly string[], headline: string): PageTopics {
  const { article } = facts.ld;
  const provenance: Record<string, string> = {};
  const sections: readonly (readonly [readonly LinkedName[], string])[] = [
    [named(article?.articleSection), 'json-ld articleSection'],
    [named(article?.about, facts), 'json-ld about'],
    [
      allMeta(facts, 'article:section', 'og:article:section', 'parsely-section', 'section').map(plainName),
      'meta section',
    ],
    [elementNames(facts, 'articlesection'), 'microdata articleSection'],
    [relNames(facts, 'category'), 'rel category'],
  ];
  const themes = unique(
    sections.flatMap(([names, from]) => {
      const own = names.filter(
        ({ name }) => isTheme(name, siteNames) && titleKey(name) !== titleKey(headline),
      );
      if (own.length > 0) provenance.themes ??= from;
      return own;
    }),
  ).slice(0, 12);

  const places = [
    ...nodesOf(article?.contentLocation, facts.ld),
    ...nodesOf(article?.spatialCoverage, facts.ld),
    ...nodesOf(article?.locationCreated, facts.ld),
  ];
  const regions = unique([
    ...places.flatMap((node) => {
      const name = textOfLd(node.name) ?? textOfLd(nodesOf(node.address, facts.ld)[0]?.addressCountry);
      return name ? [{ name, url: resolveUrl(urlsOf(node.sameAs ?? node.url)[0], facts.base) }] : [];
    }),
    ...[article?.contentLocation, article?.spatialCoverage].flatMap((value) =>
      typeof value === 'string' ? [plainName(value)] : [],
    ),
    ...allMeta(facts, 'geo.placename', 'dcterms.spatial', 'dc.coverage').map(plainName),
  ]).slice(0, 12);
  if (regions.length > 0) provenance.regions = places.length > 0 ? 'json-ld contentLocation' : 'meta';

  const tagged: readonly (readonly [readonly string[], string])[] = [
    [textsOf(article?.keywords).flatMap(splitList), 'json-ld keywords'],
    [
      allMeta(
        facts,
        'article:tag',
        'og:article:tag',
        'parsely-tags',
        'sailthru.tags',
        'news_keywords',
      ).flatMap(splitList),
      'meta article:tag',
    ],
    [relNames(facts, 'tag').map(({ name }) => name), 'rel tag'],
    [allMeta(facts, 'keywords', 'dc.subject', 'dcterms.subject').flatMap(splitList), 'meta keywords'],
  ];
  const first = tagged.find(([names]) => names.length > 0);
  if (first) provenance.keywords = first[1];
  const keywords = [
    ...new Set((first?.[0] ?? []).filter((word) => word.length <= 80 && isTheme(word, siteNames))),
  ].slice(0, 40);
  return { themes, regions, keywords, provenance };
}

function named(value: unknown, facts?: PageFacts): readonly LinkedName[] {
  const nodes = facts ? nodesOf(value, facts.ld) : [];
  if (nodes.length > 0) return textsOf(nodes).map(plainName);
  return textsOf(value).flatMap(splitList).map(plainName);
}

function plainName(name: string): LinkedName {
  return { name: collapse(name), url: null };
}

function splitList(text: string): readonly string[] {
  // Systems that escape twice leave `&quot;` and `&amp;` in their keywords.
  return decodeHTML(text)
    .split(/\s*[,;|]\s*/)
    .map((part) => collapse(part).replace(/^#/, ''))
    .filter((part) => part !== '');
}

function isTheme(name: string, siteNames: readonly string[]): boolean {
  const key = titleKey(name);
  return (
    key.length > 1 &&
    name.length <= 80 &&
    !NOT_A_THEME.test(name) &&
    !siteNames.some((site) => titleKey(site) === key)
  );
}

function elementNames(facts: PageFacts, itemprop: string): readonly LinkedName[] {
  return (facts.itemprops.get(itemprop) ?? [])
    .filter((element) => !facts.frame.isBeside(element))
    .map((element) => ({
      name: element.attribs.content ?? textOf(element),
      url: resolveUrl(element.attribs.href, facts.base),
    }));
}

function relNames(facts: PageFacts, rel: string): readonly LinkedName[] {
  const found: LinkedName[] = [];
  for (const element of facts.elements) {
    if (element.name !== 'a' || !element.attribs.rel) continue;
    if (
      !attributeWords(element, 'rel').includes(rel) ||
      facts.frame.isBeside(element) ||
      hasClass(element, 'tag-cloud-link')
    )
      continue;
    const name = textOf(element).replace(/^#/, '');
    if (name !== '') found.push({ name, url: resolveUrl(element.attribs.href, facts.base) });
    if (found.length >= 40) break;
  }
  return found;
}

function unique(names: readonly LinkedName[]): readonly LinkedName[] {
  const seen = new Set<string>();
  return names.filter(({ name }) => {
    const key = titleKey(name);
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
