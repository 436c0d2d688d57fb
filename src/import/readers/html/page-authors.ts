import type { Element } from 'domhandler';
import { hasBylineOpening, parseByline } from '../../../text/byline.ts';
import type { AuthorDraft } from '../reader.ts';
import { isNobody, splitNames } from './author-names.ts';
import type { Found } from './headline.ts';
import { attributeWords, resolveUrl, textOf, titleKey } from './html-tree.ts';
import { allMeta, type PageFacts } from './page-facts.ts';
import { isOfType, type LdNode, nodesOf, textOfLd, textsOf, urlsOf } from './page-json-ld.ts';
import { parentOf } from './piece-frame.ts';

/** Who signed, and the line in which they did. */
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
  'articleauthor',
  'citation_author',
  'byl',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'author',
  'article:author',
  'og:article:author',
  'og:author',
  'rbauthors',
  'article.author',
  'mediator_author',
  'cxenseparse:author',
];

/** WordPress SEO's card for chat apps labels its lines: `twitter:label1` "Written by", `twitter:data1` the name. */
const WRITTEN_BY =
  /^(?:written by|verfasst von|geschrieben von|écrit par|escrito por|scritto da|geschreven door|skrevet av|skriven av|author|autor)$/i;

/** Class names in kebab case. The name alone. */
const NAME_CLASS =
  /(?:^|-)(?:author-names?|p-author|fn|author-link|author-title|contributor-name|byline-(?:name|author|link)|name-author|writer-name|username|autor-name|type-author|reporter-name)(?:-|$)/;
/** The line that holds it. */
const LINE_CLASS =
  /(?:^|-)(?:byline|bylines|by-line|author|authors|autor|autoren|auteur|autore|posted-by|written-by|contributors?|reporter|submitted|writer|origins)(?:-|$)/;
const NOT_A_LINE =
  /(?:^|-)(?:bio|biography|avatar|image|img|photo|thumb|picture|about|description|social|follow|icon|box|posts?-list|more|related)(?:-|$)/;

const AUTHOR_ARCHIVE =
  /\/(?:authors?|autor(?:en|es|in)?|auteurs?|autor[ei]|by|profiles?|people|staff|journalists?|reporters?|contributors?|columnists?|redakteure?|redaktion)\/[^/]/i;

/** Names of one line. */
const MAX_NAMES = 60;

/** UTF-16 units. */
const MAX_BYLINE = 140;

/** UTF-16 units. A longer text is a note on the author. */
const MAX_LINE = 200;

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
  headline: string,
): PageAuthors {
  const stated = ldSources(facts);
  const shown = shownSources(facts);
  const printed = printedLine(headLines);
  const lines = [...shown, ...(printed ? [printed] : [])];
  const sites = new Set(siteNames.map(titleKey));
  const isSite = (author: AuthorDraft): boolean => sites.has(titleKey(author.name));
  const sources = [...stated, ...shown, ...metaSources(facts), ...(printed ? [printed] : [])];
  const personal = sources.find((source) => !source.authors.every(isSite));
  const chosen = personal ?? sources[0] ?? null;
  const authors = chosen === personal ? chosen?.authors.filter((author) => !isSite(author)) : chosen?.authors;
  const signed = dedupe(authors ?? []);
  return {
    authors: signed,
    byline: findByline(lines, headLines, signed, headline),
    from: chosen?.from ?? null,
  };
}

/** The line that names the first author, as printed near the title; else what the author markup holds, if it is short. */
function findByline(
  sources: readonly NameSource[],
  headLines: readonly string[],
  authors: readonly AuthorDraft[],
  headline: string,
): Found<string> | null {
  const key = titleKey(authors[0]?.name ?? '');
  const line =
    key === ''
      ? undefined
      : headLines.find((each) => each.length <= MAX_BYLINE && titleKey(each).includes(key));
  if (line) return { value: line, from: 'printed line' };
  const source = sources.find(
    ({ printed }) =>
      printed !== null && printed.length <= MAX_BYLINE && !titleKey(printed).includes(titleKey(headline)),
  );
  return source?.printed ? { value: source.printed, from: source.from } : null;
}

function dedupe(authors: readonly AuthorDraft[]): readonly AuthorDraft[] {
  const seen = new Set<string>();
  return authors.filter((author) => {
    const key = titleKey(author.name);
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function ldSources(facts: PageFacts): readonly NameSource[] {
  const { article, webPage } = facts.ld;
  const found: NameSource[] = [];
  if (!article) {
    const authors = ldAuthors(webPage?.author, facts);
    return authors.length > 0 ? [{ authors, from: 'json-ld WebPage author', printed: null }] : [];
  }
  for (const property of ['author', 'creator', 'byline', 'contributor'] as const) {
    const authors = ldAuthors(article[property], facts);
    if (authors.length > 0) found.push({ authors, from: `json-ld ${property}`, printed: null });
  }
  return found;
}

function ldAuthors(value: unknown, facts: PageFacts): readonly AuthorDraft[] {
  const nodes = nodesOf(value, facts.ld);
  if (nodes.length > 0) return nodes.flatMap((node) => ldAuthor(node, facts.base));
  return textsOf(value)
    .flatMap(splitNames)
    .map((name) => ({ name, url: null }));
}

function ldAuthor(node: LdNode, base: string | null): readonly AuthorDraft[] {
  const whole = [textOfLd(node.givenName), textOfLd(node.familyName)].filter(Boolean).join(' ');
  const stated = textsOf(node.name);
  const names = (stated.length > 0 ? stated : [whole]).flatMap((name) =>
    isOfType(node, 'organization') ? [name] : splitNames(name),
  );
  const [name] = names;
  if (!name || names.length > 1 || isOfType(node, 'organization')) {
    return names.filter((each) => each !== '').map((each) => ({ name: each, url: null }));
  }
  const about = textOfLd(node.description);
  const affiliations = textsOf(node.worksFor ?? node.affiliation);
  const profiles = urlsOf(node.sameAs).flatMap((url) => {
    const network = networkOf(url);
    return network ? [{ network, url }] : [];
  });
  return [
    {
      name,
      url: resolveUrl(urlsOf(node.url ?? node['@id'])[0], base),
      ...(about ? { description: about } : {}),
      ...(affiliations.length > 0 ? { affiliations } : {}),
      ...(profiles.length > 0 ? { profiles } : {}),
    },
  ];
}

/** The host of a profile's address, or null when it is no address. */
function networkOf(address: string): string | null {
  const host = /^https?:\/\/(?:www\.)?([^/:?#]{1,100})/i.exec(address)?.[1];
  return host ? host.toLowerCase() : null;
}

function shownSources(facts: PageFacts): readonly NameSource[] {
  const named: Element[] = [];
  const lines: Element[] = [];
  const archived: Element[] = [];
  for (const element of facts.elements) {
    const { attribs, name } = element;
    if (name === 'meta' || name === 'link' || name === 'body' || name === 'html' || name === 'img') continue;
    if (attribs.rel && attributeWords(element, 'rel').includes('author')) named.push(element);
    else if (attribs.itemprop && attributeWords(element, 'itemprop').includes('author')) lines.push(element);
    else if (attribs.class) {
      const names = attribs.class.split(/\s+/, 12).map(kebab);
      if (names.some((each) => NAME_CLASS.test(each))) named.push(element);
      else if (names.some((each) => LINE_CLASS.test(each) && !NOT_A_LINE.test(each))) lines.push(element);
    }
    // WordPress and its kin keep an author's pieces under /author/name/.
    if (name === 'a' && archived.length < MAX_NAMES && isAuthorArchive(attribs.href, facts))
      archived.push(element);
  }
  const sources: NameSource[] = [];
  const isOwn = (element: Element): boolean => !facts.frame.isBeside(element);
  const fromNames = nameGroup(named.filter(isOwn), facts, 'author markup');
  const fromLine = firstLine(lines.filter(isOwn), facts);
  const fromArchive = nameGroup(archived.filter(isOwn), facts, 'author link');
  for (const source of [fromNames, fromLine, fromArchive]) if (source) sources.push(source);
  return sources;
}

function bareHost(host: string): string {
  return host.replace(/^www\./, '');
}

function isAuthorArchive(href: string | undefined, facts: PageFacts): boolean {
  if (!href || !AUTHOR_ARCHIVE.test(href)) return false;
  const url = resolveUrl(href, facts.base);
  const host = facts.base ? new URL(facts.base).host : null;
  return host === null || url === null || bareHost(new URL(url).host) === bareHost(host);
}

function kebab(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[_:.\s-]+/g, '-');
}

/** The names that stand with the first one: those further down sign other pieces. */
function nameGroup(elements: readonly Element[], facts: PageFacts, from: string): NameSource | null {
  for (const [at, first] of elements.slice(0, 8).entries()) {
    const line = lineOf(first);
    const near = elements.slice(at, at + MAX_NAMES).filter((element) => isInside(element, line));
    const texts = near.map(textOf).filter((text) => text.length <= MAX_LINE);
    // Together, so that a job title in an element of its own is told from the name beside it.
    const authors = splitNames(texts.join('; ')).map((name) => {
      const element = near.find((each) => each.attribs.href && textOf(each).includes(name));
      return { name, url: resolveUrl(element?.attribs.href, facts.base) };
    });
    if (authors.length > 0) return { authors, from, printed: lineAround(first) };
  }
  return null;
}

/** The widest of the elements around a name that holds no more than a line. */
function lineOf(name: Element): Element {
  let line = name;
  for (let step = 0; step < 3; step++) {
    const outer = parentOf(line);
    if (!outer || textOf(outer).length >= MAX_LINE) return line;
    line = outer;
  }
  return line;
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

function firstLine(elements: readonly Element[], facts: PageFacts): NameSource | null {
  for (const element of elements.slice(0, 12)) {
    const source = lineSource(element, facts);
    if (source) return source;
  }
  return null;
}

function lineSource(element: Element, facts: PageFacts): NameSource | null {
  const printed = textOf(element) || null;
  const inner = facts.itemprops.get('name')?.filter((name) => isInside(name, element)) ?? [];
  const stated = inner.flatMap((name) => splitNames(name.attribs.content ?? textOf(name)));
  if (stated.length > 0) {
    return { authors: stated.map((name) => ({ name, url: null })), from: 'microdata author', printed };
  }
  if (printed === null || printed.length > MAX_LINE) return null;
  // Beside the names, a block of its own may hold a label ("Written by") and a day.
  const pieces = separateTexts(element).filter((piece) => !/\d/.test(piece) && !isNobody(piece));
  if (pieces.length > 1 && pieces.every((piece) => /^\p{Lu}\S*(?:\s\S+){1,3}$/u.test(piece))) {
    return { authors: pieces.map((name) => ({ name, url: null })), from: 'printed byline', printed };
  }
  const people = [printed, pieces.join('; ')]
    .map((line) => parseByline(line).people.filter(({ name }) => !isNobody(name)))
    .find((found) => found.length > 0);
  if (people) {
    return { authors: people.map(({ name, url }) => ({ name, url })), from: 'printed byline', printed };
  }
  return null;
}

/** Names in elements of their own, one beside the other, need no comma between them. */
function separateTexts(element: Element): readonly string[] {
  let here = element;
  for (;;) {
    const inner = here.children.filter(
      (child): child is Element => 'attribs' in child && textOf(child) !== '',
    );
    const loose = here.children.some((child) => child.type === 'text' && child.data.trim() !== '');
    const [only] = inner;
    if (loose) return [];
    if (inner.length !== 1 || !only) return inner.map((child) => textOf(child));
    here = only;
  }
}

function metaSources(facts: PageFacts): readonly NameSource[] {
  const sources: NameSource[] = [];
  for (const name of AUTHOR_META) {
    const authors = allMeta(facts, name)
      .flatMap(splitNames)
      .map((value) => ({ name: value, url: null }));
    if (authors.length > 0) sources.push({ authors, from: `meta ${name}`, printed: null });
  }
  for (const at of ['1', '2']) {
    const label = facts.metas.get(`twitter:label${at}`)?.[0];
    const value = facts.metas.get(`twitter:data${at}`)?.[0];
    if (!label || !value || !WRITTEN_BY.test(label)) continue;
    sources.push({
      authors: splitNames(value).map((name) => ({ name, url: null })),
      from: `meta twitter:data${at}`,
      printed: null,
    });
  }
  return sources.filter((source) => source.authors.length > 0);
}

/** "By Ada Venn" as a line of its own near the title. A user name may be in lower case there, after a plain "by". */
function printedLine(lines: readonly string[]): NameSource | null {
  for (const line of lines) {
    if (line.length > MAX_BYLINE || !(hasBylineOpening(line) || /^(?:story|words|posted) by\s/i.test(line)))
      continue;
    const { people } = parseByline(line);
    const names =
      people.length > 0
        ? people.map(({ name, url }) => ({ name, url }))
        : /^by \S+$/i.test(line)
          ? splitNames(line).map((name) => ({ name, url: null }))
          : [];
    if (names.length > 0) return { authors: names, from: 'printed line', printed: line };
  }
  return null;
}
