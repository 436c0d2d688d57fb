import { type ChildNode, type Document, DomHandler, type Element, isTag, isText } from 'domhandler';
import { Parser } from 'htmlparser2';

/** UTF-16 units. The largest of 400 saved news pages has 1.1 million; fifty million is a memory attack or a data dump. */
export const MAX_PAGE_UNITS = 16_000_000;

/** Elements inside one another. Browsers stop nesting at 512; pages that never close `font` reach a few hundred. */
export const MAX_DEPTH = 800;

/** Elements on one page. The busiest of 400 saved pages has 14,000. */
export const MAX_ELEMENTS = 600_000;

/** Why a page is not worth a tree: it would take more memory, stack or time than any news page does. */
export class PageTooComplex extends Error {
  override readonly name = 'PageTooComplex';

  constructor(
    readonly code: 'TOO_LARGE' | 'MALFORMED',
    message: string,
  ) {
    super(message);
  }
}

/** Counts while the tree grows, so that a page built to exhaust the reader stops early. */
class BoundedHandler extends DomHandler {
  #depth = 0;
  #elements = 0;

  override onopentag(name: string, attributes: { [key: string]: string }): void {
    this.#depth += 1;
    this.#elements += 1;
    if (this.#depth > MAX_DEPTH)
      throw new PageTooComplex('MALFORMED', `it has more than ${MAX_DEPTH} elements inside one another`);
    if (this.#elements > MAX_ELEMENTS)
      throw new PageTooComplex('TOO_LARGE', `it has more than ${MAX_ELEMENTS} elements`);
    super.onopentag(name, attributes);
  }

  override onclosetag(): void {
    this.#depth -= 1;
    super.onclosetag();
  }
}

/**
 * The tree of an HTML page, tags and attribute names in lower case, entities decoded. Broken markup is read the forgiving way.
 *
 * @throws {PageTooComplex} when the page passes one of the bounds above
 */
export function parseHtml(html: string): Document {
  if (html.length > MAX_PAGE_UNITS)
    throw new PageTooComplex(
      'TOO_LARGE',
      `it has ${html.length} characters, at most ${MAX_PAGE_UNITS} are read`,
    );
  const handler = new BoundedHandler();
  new Parser(handler, { decodeEntities: true, recognizeSelfClosing: false }).end(html);
  return handler.root;
}

/** An attribute's value, trimmed; null when it is absent or empty. */
export function attribute(element: Element, name: string): string | null {
  const value = element.attribs[name]?.trim();
  return value ? value : null;
}

/** White space runs as one space, ends trimmed. No-break and zero-width spaces count as white space. */
export function collapse(text: string): string {
  return text.replace(/[\s\u200b\ufeff\u00ad]+/gu, (run) => (run === '\u00ad' ? '' : ' ')).trim();
}

/** Elements whose text is never shown. */
const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'object',
  'select',
  'textarea',
]);

/** Elements that stand on lines of their own. */
const SPACED = new Set('br p div li ul ol td th tr h1 h2 h3 h4 h5 h6 figcaption section header'.split(' '));

/** UTF-16 units. Titles, names, captions and notes are shorter; of a longer part only its length is asked. */
const MAX_TEXT = 4_000;

/** The shown text of a node, white space collapsed. Of a long one the beginning, a little over 4,000 UTF-16 units. */
export function textOf(node: ChildNode | Document): string {
  const parts: string[] = [];
  collectText(node, parts, 0);
  return collapse(parts.join(''));
}

/** Returns how much has been collected. Stops early, so that asking every element around a text costs no more than one. */
function collectText(node: ChildNode | Document, parts: string[], before: number): number {
  if (isText(node)) {
    parts.push(node.data);
    return before + node.data.trim().length;
  }
  if (!('children' in node) || (isTag(node) && SILENT.has(node.name))) return before;
  if (isTag(node) && SPACED.has(node.name)) parts.push(' ');
  let length = before;
  for (const child of node.children) {
    if (length > MAX_TEXT) break;
    length = collectText(child, parts, length);
  }
  return length;
}

/** Every element below `root`, in document order. */
export function* elementsBelow(root: Document | Element): Generator<Element> {
  for (const child of root.children) {
    if (!isTag(child)) continue;
    yield child;
    yield* elementsBelow(child);
  }
}

/** All elements of a page once, in document order: the stages look through this list instead of walking again. */
export function listElements(root: Document): readonly Element[] {
  const found: Element[] = [];
  const visit = (node: Document | Element): void => {
    for (const child of node.children) {
      if (!isTag(child)) continue;
      found.push(child);
      visit(child);
    }
  };
  visit(root);
  return found;
}

/** The nearest element that `test` accepts, from `element` upwards; null when there is none. */
export function closest(element: Element, test: (candidate: Element) => boolean): Element | null {
  let here: Element | null = element;
  while (here) {
    if (test(here)) return here;
    here = here.parent && isTag(here.parent) ? here.parent : null;
  }
  return null;
}

/** Class names of an element. */
export function classNames(element: Element): readonly string[] {
  const value = element.attribs.class;
  return value ? value.split(/\s+/).filter(Boolean) : [];
}

/** Whether an element carries one of these class names, case aside. */
export function hasClass(element: Element, ...names: readonly string[]): boolean {
  const value = element.attribs.class;
  if (!value) return false;
  const own = value.toLowerCase().split(/\s+/);
  return names.some((name) => own.includes(name));
}

/** Words of a space-separated attribute (`rel`, `itemprop`, `property`), lower case. */
export function attributeWords(element: Element, name: string): readonly string[] {
  const value = element.attribs[name];
  return value ? value.toLowerCase().split(/\s+/).filter(Boolean) : [];
}

/** `href` against `base`, or null when it leads nowhere on the web (`#`, `javascript:`, `data:`, unreadable). */
export function resolveUrl(href: string | null | undefined, base: string | null): string | null {
  const value = href?.trim();
  if (!value || value.startsWith('#') || /^(?:javascript|data|blob|about):/i.test(value)) return null;
  try {
    const url = base ? new URL(value, base) : new URL(value);
    return /^(?:https?|mailto):$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** A title as letters and digits in lower case. */
export function titleKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A web archive's address holds the moment of capture before the page's own. */
export function originalAddress(url: string): string {
  return url.replace(/^https?:\/\/web\.archive\.org\/web\/\d{4,14}(?:[a-z]{2}_)?\/(?=https?:)?/, '');
}
