import { type Document, type Element, isText } from 'domhandler';
import {
  attribute,
  attributeWords,
  closest,
  collapse,
  listElements,
  resolveUrl,
  textOf,
  titleKey,
} from './html-tree.ts';
import { type LdGraph, readJsonLd } from './page-json-ld.ts';
import { PieceFrame } from './piece-frame.ts';
import { judgeZone } from './zone-role.ts';

/** A `link` element. */
export interface PageLink {
  readonly rel: readonly string[];
  readonly href: string;
  readonly hreflang: string | null;
  readonly title: string | null;
}

/** What a page says outside its visible text, and the elements that the field stages look through. */
export interface PageFacts {
  readonly frame: PieceFrame;
  readonly elements: readonly Element[];
  /** `lang` of the root element. */
  readonly lang: string | null;
  /** Base of relative addresses: `base href`, else where the page was saved from. */
  readonly base: string | null;
  readonly savedFrom: string | null;
  readonly title: string | null;
  /** Values of `meta` by name, property, itemprop or http-equiv in lower case, in document order. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  readonly links: readonly PageLink[];
  readonly ld: LdGraph;
  /** Elements by each word of their `itemprop`, lower case. */
  readonly itemprops: ReadonlyMap<string, readonly Element[]>;
  /** Elements by class name, lower case; only names that the conventions know are kept. */
  readonly headings: readonly Element[];
  readonly times: readonly Element[];
}

/** Collects a page's head, structured data and marked elements in one pass. `body` is the element that holds the text. */
export function readPageFacts(document: Document, body: Element | null, savedFrom: string | null): PageFacts {
  const elements = listElements(document);
  const metas = new Map<string, string[]>();
  const itemprops = new Map<string, Element[]>();
  const links: PageLink[] = [];
  const scripts: string[] = [];
  const headings: Element[] = [];
  const times: Element[] = [];
  let lang: string | null = null;
  let baseHref: string | null = null;
  let title: string | null = null;
  for (const element of elements) {
    for (const word of attributeWords(element, 'itemprop')) push(itemprops, word, element);
    switch (element.name) {
      case 'html':
        lang ??= attribute(element, 'lang') ?? attribute(element, 'xml:lang');
        break;
      case 'base':
        baseHref ??= attribute(element, 'href');
        break;
      case 'title':
        // An icon's `title` inside SVG comes later in the page.
        title ??= textOf(element) || null;
        break;
      case 'meta':
        readMeta(element, metas);
        break;
      case 'link': {
        const href = attribute(element, 'href');
        const rel = attributeWords(element, 'rel');
        if (href && rel.length > 0) {
          links.push({
            rel,
            href,
            hreflang: attribute(element, 'hreflang'),
            title: attribute(element, 'title'),
          });
        }
        break;
      }
      case 'script':
        if (/^application\/ld\+json/i.test(element.attribs.type?.trim() ?? ''))
          scripts.push(rawText(element));
        break;
      case 'h1':
      case 'h2':
      case 'h3':
        headings.push(element);
        break;
      case 'time':
        times.push(element);
        break;
    }
  }
  // A page saved without its address often states it: relative links need one.
  const stated =
    links.find((link) => link.rel.includes('canonical'))?.href ?? metas.get('og:url')?.[0] ?? null;
  const own = savedFrom ?? resolveUrl(stated, null);
  const base = resolveUrl(baseHref, own) ?? own;
  return {
    frame: new PieceFrame([
      ...(body ? [body] : []),
      ...ownTitles(headings, [title, metas.get('og:title')?.[0] ?? null]),
    ]),
    elements,
    lang,
    base,
    savedFrom,
    title,
    metas,
    links,
    ld: readJsonLd(scripts),
    itemprops,
    headings,
    times,
  };
}

/** Headings that the page's stated title contains. */
function ownTitles(headings: readonly Element[], stated: readonly (string | null)[]): readonly Element[] {
  const keys = stated.flatMap((title) => (title ? [titleKey(title)] : []));
  return headings.filter((heading) => {
    // A breadcrumb that repeats the title is still navigation.
    if (heading.name !== 'h1' || closest(heading, (element) => judgeZone(element) === 'navigation'))
      return false;
    const key = titleKey(textOf(heading));
    return key.length >= 8 && keys.some((title) => title.includes(key));
  });
}

function readMeta(element: Element, metas: Map<string, string[]>): void {
  const content = collapse(element.attribs.content ?? '');
  if (content === '') return;
  for (const attributeName of ['name', 'property', 'itemprop', 'http-equiv'] as const) {
    const key = attribute(element, attributeName);
    if (key) push(metas, key.toLowerCase(), content);
  }
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function rawText(element: Element): string {
  let text = '';
  for (const child of element.children) if (isText(child)) text += child.data;
  return text;
}

/** The first value of the first of these `meta` names that the page has, with the name that had it. */
export function firstMeta(
  facts: PageFacts,
  ...names: readonly string[]
): { readonly name: string; readonly value: string } | null {
  for (const name of names) {
    const value = facts.metas.get(name)?.[0];
    if (value) return { name, value };
  }
  return null;
}

/** All values of these `meta` names, in the order of the names. */
export function allMeta(facts: PageFacts, ...names: readonly string[]): readonly string[] {
  return names.flatMap((name) => facts.metas.get(name) ?? []);
}
