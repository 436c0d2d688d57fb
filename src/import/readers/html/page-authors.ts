import type { Element } from 'domhandler';
import { hasBylineOpening, parseByline } from '../../../text/byline.ts';
import type { AuthorDraft } from '../reader.ts';
import { type Found, titleKey } from './headline.ts';
import { attributeWords, collapse, resolveUrl, textOf } from './html-tree.ts';
import { isOfType, type LdNode, nodesOf, textOfLd, textsOf, urlsOf } from './json-ld.ts';
import { allMeta, type PageFacts } from './page-facts.ts';
import { isBesidePiece, parentOf } from './piece-frame.ts';

export interface PageAuthors {
  readonly authors: readonly AuthorDraft[];
  /** As printed, "By" included; null where the page prints none. */
  readonly byline: Found<string> | null;
  readonly from: string | null;
}

interface NameSource {
  readonly authors: readonly AuthorDraft[];
  readonly from: string;
  readonly printed: string | null;
}

/** `meta` names that hold an author's name, the specific ones first. */
const AUTHOR_META = [
  'parsely-author',
  'sailthru.author',
  'article:author_name',
  'citation_author',
  'byl',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'author',
  'article:author',
  'og:article:author',
  'og:author',
  'twitter:creator_name',
  'rbauthors',
  'article.author',
  'mediator_author',
  'cxenseparse:author',
];

const NAME_CLASS =
  /^(?:author-?_{0,2}names?|author__name|p-author|fn|entry-author-name|article-author__name|byline-?_{0,2}(?:name|author)|author-link|author__link|tdb-author-name|td-post-author-name|contributor-name|post-author-name|author-title|autor-name|name-author)$/i;
const BYLINE_CLASS =
  /^(?:byline|bylines|by-line|c-byline|author|authors|entry-author|post-author|article-author|article-byline|story-byline|post-byline|article__author|article__byline|post__author|meta-author|author-byline|posted-by|post-meta-author|entry-meta-author|autor|auteur|autore|written-by|contributors?|article-meta-author)$/i;

/** Signatures that name nobody. */
const NOBODY =
  /^(?:admin|administrator|administrador|editor|editors|root|user|guest|anonymous|anonym|unknown|author|autor|by|none|null|undefined|n\/a|webmaster|contributor|default|web ?desk|super user)$/i;

/**
 * Who wrote the piece, in printed order.
 *
 * Sources in the order in which they proved right: names in structured data that are not the outlet's own, names that the
 * markup calls author, `meta`, the printed line. An outlet's own name stands only when nobody else is named.
 */
export function findAuthors(
  facts: PageFacts,
  siteNames: readonly string[],
  headLines: readonly string[],
): PageAuthors {
  const shown = shownSources(facts);
  const printed = printedLine(headLines);
  const sources = [...ldSources(facts), ...shown, ...metaSource(facts), ...(printed ? [printed] : [])];
  const isSite = (name: string): boolean => siteNames.some((site) => titleKey(site) === titleKey(name));
  const personal = sources.find((source) => source.authors.some((author) => !isSite(author.name)));
  const chosen = personal ?? sources.find((source) => source.authors.length > 0) ?? null;
  const byline = [...shown, ...(printed ? [printed] : [])].find((source) => source.printed !== null);
  return {
    authors: chosen
      ? dedupe(
          chosen.authors.filter(
            (author) => chosen !== personal || !isSite(author.name) || chosen.from === 'json-ld author',
          ),
        )
      : [],
    byline: byline?.printed ? { value: byline.printed, from: byline.from } : null,
    from: chosen?.from ?? null,
  };
}

function dedupe(authors: readonly AuthorDraft[]): readonly AuthorDraft[] {
  const seen = new Set<string>();
  return authors.filter((author) => {
    const key = titleKey(author.name);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function ldSources(facts: PageFacts): readonly NameSource[] {
  const { article } = facts.ld;
  if (!article) return [];
  const found: NameSource[] = [];
  for (const property of ['author', 'creator', 'byline'] as const) {
    const authors = ldAuthors(article[property], facts);
    if (authors.length > 0) found.push({ authors, from: `json-ld ${property}`, printed: null });
  }
  return found;
}

function ldAuthors(value: unknown, facts: PageFacts): readonly AuthorDraft[] {
  const nodes = nodesOf(value, facts.ld);
  const authors = nodes.flatMap((node) => ldAuthor(node, facts.base));
  if (nodes.length > 0) return authors;
  return textsOf(value)
    .flatMap((text) => splitNames(text))
    .map((name) => ({ name, url: null }));
}

function ldAuthor(node: LdNode, base: string | null): readonly AuthorDraft[] {
  const names = textsOf(node.name).flatMap((text) => splitNames(text));
  const url = resolveUrl(urlsOf(node.url ?? node['@id'])[0], base);
  const about = textOfLd(node.description);
  const jobs = textsOf(node.worksFor ?? node.affiliation);
  const profiles = urlsOf(node.sameAs).flatMap((address) => {
    const network = networkOf(address);
    return network ? [{ network, url: address }] : [];
  });
  return names.map((name) => ({
    name,
    url: names.length === 1 && !isOfType(node, 'organization') ? url : null,
    ...(about && names.length === 1 ? { description: about } : {}),
    ...(jobs.length > 0 && names.length === 1 ? { affiliations: jobs } : {}),
    ...(profiles.length > 0 && names.length === 1 ? { profiles } : {}),
  }));
}

/** The host of a profile's address as people call it, or null when it is no address. */
function networkOf(address: string): string | null {
  const host = /^https?:\/\/(?:www\.)?([^/:?#]{1,100})/i.exec(address)?.[1];
  return host ? host.toLowerCase() : null;
}

/**
 * Names from a machine-readable field, which may hold several: "Ada Venn, Tomas Ruiz". Unlike a printed line it may be one
 * word or all lower case, and needs no capital to be a name.
 */
export function splitNames(text: string): readonly string[] {
  const bare = collapse(text)
    .replace(/^(?:by|von|par|por|di|door)\s+(?=\p{Lu})/iu, '')
    .replace(/^@/, '');
  if (bare === '' || /^https?:\/\//i.test(bare) || /^\S+\.\S+\/\S*$/.test(bare) || bare.length > 300)
    return [];
  const parts = bare
    .split(/\s*[;|/]\s*|\s+(?:&|and|und|et|y|e|och|og|en)\s+(?=\p{Lu})|\s*[,，、]\s*/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const names =
    parts.length > 1 && parts.every((part) => isNameLike(part)) ? parts : joinSuffixes(parts, bare);
  return names.map(cleanName).filter((name) => name !== '' && !NOBODY.test(name) && name.length <= 90);
}

function isNameLike(part: string): boolean {
  return part.length <= 60 && part.split(' ').length <= 5;
}

function joinSuffixes(parts: readonly string[], whole: string): readonly string[] {
  return parts.length > 1 && parts.some((part) => part.length > 60) ? [parts[0] ?? whole] : [whole];
}

function cleanName(name: string): string {
  return name
    .replace(/\s*\([^()]{0,80}\)\s*$/u, '')
    .replace(/\s+[|–—]\s.*$/u, '')
    .replace(/[\s,.:;]+$/u, (end) => (/\b(?:jr|sr|dr|[a-z])\.$/i.test(name) ? '.' : end.replace(/.*/s, '')))
    .trim();
}

function shownSources(facts: PageFacts): readonly NameSource[] {
  const named: Element[] = [];
  const lines: Element[] = [];
  for (const element of facts.elements) {
    const { attribs } = element;
    if (element.name === 'meta' || element.name === 'link') continue;
    if (attribs.rel && attributeWords(element, 'rel').includes('author')) named.push(element);
    else if (attribs.itemprop && attributeWords(element, 'itemprop').includes('author')) lines.push(element);
    else if (attribs.class) {
      const names = attribs.class.split(/\s+/, 12);
      if (names.some((name) => NAME_CLASS.test(name))) named.push(element);
      else if (names.some((name) => BYLINE_CLASS.test(name))) lines.push(element);
    }
  }
  const sources: NameSource[] = [];
  const fromNames = nameGroup(
    named.filter((element) => !isBesidePiece(element)),
    facts,
  );
  if (fromNames) sources.push(fromNames);
  for (const element of lines) {
    if (isBesidePiece(element)) continue;
    const source = lineSource(element, facts);
    if (source) {
      sources.push(source);
      break;
    }
  }
  return sources;
}

/** The names that stand with the first one: those further down sign other pieces. */
function nameGroup(elements: readonly Element[], facts: PageFacts): NameSource | null {
  const first = elements[0];
  if (!first) return null;
  const near = elements.filter((element) => element === first || sharesLine(first, element));
  const authors = near.flatMap((element) =>
    splitNames(textOf(element)).map((name) => ({ name, url: resolveUrl(element.attribs.href, facts.base) })),
  );
  if (authors.length === 0) return nameGroup(elements.slice(1), facts);
  const line = lineAround(first);
  return { authors, from: 'author markup', printed: line };
}

function sharesLine(a: Element, b: Element): boolean {
  let here: Element | null = a;
  for (let step = 0; here && step < 3; step++) {
    here = parentOf(here);
    if (here && textOf(here).length < 200 && isInside(b, here)) return true;
  }
  return false;
}

function isInside(element: Element, outer: Element): boolean {
  for (let here: Element | null = element; here; here = parentOf(here)) if (here === outer) return true;
  return false;
}

function lineAround(element: Element): string | null {
  const parent = parentOf(element);
  const line = parent ? textOf(parent) : '';
  return line !== '' && line.length <= 160 ? line : textOf(element) || null;
}

function lineSource(element: Element, facts: PageFacts): NameSource | null {
  const inner = facts.itemprops.get('name')?.filter((name) => isInside(name, element)) ?? [];
  const printed = textOf(element);
  if (inner.length > 0) {
    const authors = inner.flatMap((name) =>
      splitNames(name.attribs.content ?? textOf(name)).map((value) => ({ name: value, url: null })),
    );
    if (authors.length > 0) return { authors, from: 'microdata author', printed: printed || null };
  }
  if (printed === '' || printed.length > 200) return null;
  const byline = parseByline(printed);
  if (byline.people.length > 0) {
    return {
      authors: byline.people.map(({ name, url }) => ({ name, url })),
      from: 'printed byline',
      printed,
    };
  }
  return null;
}

function metaSource(facts: PageFacts): readonly NameSource[] {
  for (const name of AUTHOR_META) {
    const authors = allMeta(facts, name)
      .flatMap((value) => splitNames(value))
      .map((value) => ({ name: value, url: null }));
    if (authors.length > 0) return [{ authors, from: `meta ${name}`, printed: null }];
  }
  return [];
}

/** "By Ada Venn" as a line of its own near the title. */
function printedLine(lines: readonly string[]): NameSource | null {
  for (const line of lines) {
    if (line.length > 140 || !hasBylineOpening(line)) continue;
    const { people } = parseByline(line);
    if (people.length > 0)
      return { authors: people.map(({ name, url }) => ({ name, url })), from: 'printed line', printed: line };
  }
  return null;
}
