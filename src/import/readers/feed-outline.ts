import { XmlEntities } from './xml-entities.ts';
import { scanXml } from './xml-scan.ts';
import {
  contextAt,
  contextInside,
  keyOf,
  MAX_PROBLEMS,
  readAttributes,
  type XmlContext,
  type XmlElement,
  type XmlProblem,
  XmlTreeBuilder,
} from './xml-tree.ts';

/** Where an item stands in a feed's text, and what it inherits. `end` is exclusive. */
export interface ItemSpan {
  readonly start: number;
  readonly end: number;
  readonly context: XmlContext;
}

/** A feed with its items only located: an item is parsed when somebody asks for it. */
export interface FeedOutline {
  /** Everything but the items, under a nameless root. */
  readonly head: XmlElement;
  readonly items: readonly ItemSpan[];
  readonly entities: XmlEntities;
  readonly problems: readonly XmlProblem[];
}

const ITEM_KEYS = new Set(['item', 'atom:entry', 'entry']);
/** Their closing tags end an item that was never closed. */
const CONTAINER_KEYS = new Set(['channel', 'rss', 'rdf:rdf', 'rdf', 'feed', 'atom:feed']);

/**
 * Finds the items of an RSS or Atom document, in one pass and without parsing them.
 *
 * An item left open ends where the next one begins or its feed closes; an empty item inside another is one
 * of its own. Both are told as problems.
 */
export function outlineFeed(text: string, baseUrl: string | null): FeedOutline {
  const entities = new XmlEntities();
  const problems: XmlProblem[] = [];
  const problem = (at: number, reason: string) => {
    if (problems.length < MAX_PROBLEMS) problems.push({ at, reason });
  };
  const builder = new XmlTreeBuilder(contextAt(baseUrl), entities, problem);
  const items: ItemSpan[] = [];
  let item: { name: string; start: number; context: XmlContext } | null = null;
  const endItem = (end: number) => {
    if (item) items.push({ start: item.start, end, context: item.context });
    item = null;
  };
  const isItem = (name: string, attributes: string, context: XmlContext) =>
    /(?:item|entry)$/i.test(name) &&
    ITEM_KEYS.has(keyOf(name, contextInside(context, readAttributes(attributes, entities))));

  scanXml(text, {
    open: (name, attributes, start, end, selfClosing) => {
      const context = item?.context ?? builder.context;
      if (isItem(name, attributes, context)) {
        if (selfClosing) {
          items.push({ start, end, context });
          if (item) problem(start, `an empty <${name}> stands inside another`);
          return;
        }
        if (item) {
          problem(start, `<${item.name}> is not closed before the next one begins`);
          endItem(start);
        }
        item = { name, start, context };
      } else if (!item) builder.openTag(name, attributes, start, selfClosing);
    },
    close: (name, start, end) => {
      if (!item) builder.closeTag(name, start);
      else if (name === item.name) endItem(end);
      else if (CONTAINER_KEYS.has(keyOf(name, builder.context)) && builder.isOpen(name)) {
        problem(start, `<${item.name}> is not closed before </${name}>`);
        endItem(start);
        builder.closeTag(name, start);
      }
    },
    text: (source, isCdata) => {
      if (!item) builder.addText(source, isCdata);
    },
    problem,
    doctype: (declaration) => entities.declare(declaration),
  });
  // A closure assigns it, which the compiler does not follow.
  const last = item as { name: string } | null;
  if (last) {
    problem(text.length, `the file ends inside <${last.name}>`);
    endItem(text.length);
  } else if (builder.unclosed !== null) problem(text.length, `the file ends before </${builder.unclosed}>`);
  // An empty item inside another is met before the end of the outer one is known.
  items.sort((a, b) => a.start - b.start);
  return { head: builder.root, items, entities, problems };
}

/** RDF is a frame for many things; these make it RSS. */
const RSS_IN_RDF = /purl\.org\/(?:net\/)?rss|netscape\.com\/(?:rdf|publish)|<channel[\s>]|<item[\s>]/i;

/** Tags before the feed's own that are passed over. */
const MAX_FOREIGN_TAGS = 12;

/** Local name of the element that makes a text a feed, in lower case (`rss`, `rdf`, `feed`, `entry`, `channel`), or null. */
export function feedRootOf(head: string): string | null {
  const text = head.includes('\0') ? head.replace(/\0/g, '') : head;
  // Warnings of a broken server may stand before the feed, or a page's frame around it.
  let seen = 0;
  const tags = /<!--|<!doctype\s+([a-z]+)|<(?:[a-z][\w.-]*:)?([a-z][\w.-]*)(?=[\s>/])/gi;
  for (let match = tags.exec(text); match !== null; match = tags.exec(text)) {
    if (match[0] === '<!--') {
      const end = text.indexOf('-->', match.index + 4);
      if (end === -1) return null;
      tags.lastIndex = end + 3;
      continue;
    }
    const name = (match[2] ?? match[1] ?? '').toLowerCase();
    if (name === 'rss' || name === 'feed') return name;
    if (name === 'rdf') return RSS_IN_RDF.test(text) ? 'rdf' : null;
    if (seen === 0 && name === 'channel' && /<(?:item|title)[\s>]/i.test(text)) return name;
    if (seen === 0 && name === 'entry' && /atom/i.test(text)) return name;
    seen += 1;
    if (seen > MAX_FOREIGN_TAGS || name === 'head' || name === 'meta' || name === 'title') return null;
  }
  return null;
}
