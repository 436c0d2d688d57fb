import type { XmlEntities } from './xml-entities.ts';
import { prefixOfNamespace, usualPrefix } from './xml-names.ts';
import { parseXmlAttributes, scanXml } from './xml-scan.ts';

/** An element with its namespaces resolved. */
export interface XmlElement {
  /** `title`, `dc:creator`, `atom:link`: lower case, with the prefixes of `xml-names.ts`; `?:x` in a foreign namespace. */
  readonly key: string;
  /** Name as printed without prefix. */
  readonly name: string;
  /** By printed name in lower case; values decoded. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
  readonly context: XmlContext;
}

/** What an element inherits: namespace prefixes, base address, language. */
export interface XmlContext {
  /** Printed prefix -> prefix of `xml-names.ts`, null for a foreign namespace; '' is the default one. */
  readonly prefixes: ReadonlyMap<string, string | null>;
  /** Address that relative ones are resolved against (`xml:base`), or null. */
  readonly base: string | null;
  /** `xml:lang` in force, or null. */
  readonly lang: string | null;
}

/** Where and why a text stops being XML. */
export interface XmlProblem {
  readonly at: number;
  readonly reason: string;
}

interface OpenElement extends XmlElement {
  readonly printedName: string;
  readonly children: (XmlElement | string)[];
}

/** Elements nested deeper are read as if they closed at once: their text stays with the last one that is open. */
const MAX_DEPTH = 200;
/** Problems told of one document; more say nothing new. */
export const MAX_PROBLEMS = 20;

export function contextAt(base: string | null): XmlContext {
  return { prefixes: new Map(), base, lang: null };
}

/** What elements inside `attributes`' element inherit. */
export function contextInside(context: XmlContext, attributes: ReadonlyMap<string, string>): XmlContext {
  let { prefixes, base, lang } = context;
  for (const [name, value] of attributes) {
    if (name === 'xmlns' || name.startsWith('xmlns:'))
      // A default namespace nobody knows is a slip of the feed's maker: its names are read as RSS's own.
      prefixes = new Map(prefixes).set(
        name.slice(6),
        prefixOfNamespace(value) ?? (name === 'xmlns' ? '' : null),
      );
    else if (name === 'xml:base') base = resolveAddress(value, base);
    else if (name === 'xml:lang') lang = value.trim() || null;
  }
  return prefixes === context.prefixes && base === context.base && lang === context.lang
    ? context
    : { prefixes, base, lang };
}

/** Key of an element by its printed name: the prefix replaced by the usual one for its namespace. */
export function keyOf(printedName: string, context: XmlContext): string {
  const colon = printedName.indexOf(':');
  const prefix = colon === -1 ? '' : printedName.slice(0, colon).toLowerCase();
  const local = printedName.slice(colon + 1).toLowerCase();
  const declared = context.prefixes.get(prefix);
  const resolved = declared === undefined ? usualPrefix(prefix) : declared;
  if (resolved === null) return `?:${local}`;
  return resolved === '' ? local : `${resolved}:${local}`;
}

/** Attributes of a tag, decoded. */
export function readAttributes(source: string, entities: XmlEntities): Map<string, string> {
  const attributes = new Map<string, string>();
  if (source.trim() === '') return attributes;
  for (const { name, value } of parseXmlAttributes(source))
    if (!attributes.has(name)) attributes.set(name, entities.decode(value));
  return attributes;
}

/** An address made absolute where `base` allows it; an absolute one stays as printed, and so does what is no address. */
export function resolveAddress(address: string, base: string | null): string {
  const printed = address.trim();
  if (base === null || printed === '' || /^[a-z][a-z0-9+.-]*:/i.test(printed)) return printed;
  return URL.canParse(printed, base) ? new URL(printed, base).href : printed;
}

/**
 * Builds a tree from what a scan tells. A closing tag closes the nearest element of its name and all within it;
 * one that closes nothing is passed over; what is left open at the end is closed there.
 */
export class XmlTreeBuilder {
  readonly root: XmlElement;
  private readonly open: OpenElement[];

  constructor(
    context: XmlContext,
    private readonly entities: XmlEntities,
    private readonly problem: (at: number, reason: string) => void,
  ) {
    const root: OpenElement = {
      key: '',
      name: '',
      printedName: '',
      attributes: new Map(),
      children: [],
      context,
    };
    this.root = root;
    this.open = [root];
  }

  /** What the next element would inherit. */
  get context(): XmlContext {
    return this.open.at(-1)?.context ?? this.root.context;
  }

  openTag(printedName: string, attributeSource: string, at: number, selfClosing: boolean): void {
    const attributes = readAttributes(attributeSource, this.entities);
    const context = contextInside(this.context, attributes);
    const name = printedName.slice(printedName.indexOf(':') + 1);
    const element: OpenElement = {
      key: keyOf(printedName, context),
      name,
      printedName,
      attributes,
      children: [],
      context,
    };
    this.open.at(-1)?.children.push(element);
    if (selfClosing) return;
    if (this.open.length < MAX_DEPTH) this.open.push(element);
    else this.problem(at, `elements are nested more than ${MAX_DEPTH} deep`);
  }

  closeTag(printedName: string, at: number): void {
    for (let i = this.open.length - 1; i > 0; i -= 1) {
      if (this.open[i]?.printedName !== printedName) continue;
      const inner = this.open[i + 1];
      if (inner) this.problem(at, `</${printedName}> comes before <${inner.printedName}> is closed`);
      this.open.length = i;
      return;
    }
  }

  addText(text: string, isCdata: boolean): void {
    this.open.at(-1)?.children.push(withoutControls(isCdata ? text : this.entities.decode(text)));
  }

  /** Whether an element of this printed name is open. */
  isOpen(printedName: string): boolean {
    return this.open.some((element) => element.printedName === printedName);
  }

  /** The outermost element that is still open, as printed; null when all are closed. */
  get unclosed(): string | null {
    return this.open[1]?.printedName ?? null;
  }
}

/** Text without the control characters that XML forbids and databases stumble over. */
function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '');
}

/** The elements of a fragment as a tree under a nameless root. */
export function parseXmlFragment(
  source: string,
  context: XmlContext,
  entities: XmlEntities,
): { readonly root: XmlElement; readonly problems: readonly XmlProblem[] } {
  const problems: XmlProblem[] = [];
  const problem = (at: number, reason: string) => {
    if (problems.length < MAX_PROBLEMS) problems.push({ at, reason });
  };
  const builder = new XmlTreeBuilder(context, entities, problem);
  scanXml(source, {
    open: (name, attributes, at, _end, selfClosing) => builder.openTag(name, attributes, at, selfClosing),
    close: (name, at) => builder.closeTag(name, at),
    text: (text, isCdata) => builder.addText(text, isCdata),
    problem,
  });
  if (builder.unclosed !== null) problem(source.length, `<${builder.unclosed}> is never closed`);
  return { root: builder.root, problems };
}

/** Child elements, in order. */
export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string');
}

/** Children by key, in order. */
export function childrenNamed(element: XmlElement, ...keys: readonly string[]): XmlElement[] {
  return elementsOf(element).filter((child) => keys.includes(child.key));
}

/** Text of an element and all below it, as it stands. */
export function textOf(element: XmlElement): string {
  const only = element.children[0];
  if (element.children.length === 1 && typeof only === 'string') return only;
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** What stands inside an element, as HTML: prefixes dropped, text escaped again. */
export function markupInside(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? escapeText(child) : markupOf(child)))
    .join('');
}

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

function markupOf(element: XmlElement): string {
  const name = element.name.toLowerCase();
  let tag = `<${name}`;
  for (const [attribute, value] of element.attributes) {
    if (attribute.startsWith('xmlns') || attribute.includes(':')) continue;
    tag += ` ${attribute}="${escapeText(value).replace(/"/g, '&quot;')}"`;
  }
  return VOID.has(name) ? `${tag}>` : `${tag}>${markupInside(element)}</${name}>`;
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
