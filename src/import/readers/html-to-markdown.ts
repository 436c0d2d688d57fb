import { parseDocument } from 'htmlparser2';
import { renderMarkdownBlocks } from './markdown-blocks.ts';

/** The part of a DOM node that the walker reads: satisfied by `domhandler`, linkedom, jsdom and browsers alike. */
export interface MarkupNode {
  /** 1 element, 3 text, 4 CDATA, 9 document, 11 fragment; everything else is passed over. */
  readonly nodeType: number;
  readonly tagName?: string | undefined;
  readonly nodeValue?: string | null | undefined;
  readonly childNodes?: ArrayLike<MarkupNode> | undefined;
  readonly attributes?: Iterable<{ readonly name: string; readonly value: string }> | undefined;
}

export interface MarkdownOptions {
  /** Relative links and image addresses are resolved against it; null leaves them as printed. */
  readonly baseUrl: string | null;
  /** WordPress stores paragraphs as blank lines and line breaks as newlines: true reads them so. */
  readonly blankLinesAreParagraphs?: boolean;
}

/** An image met in the text, in printed order. */
export interface MarkdownImage {
  readonly url: string;
  readonly alt: string | null;
  /** Text of the enclosing `figcaption`, or null. */
  readonly caption: string | null;
}

export interface MarkdownFragment {
  /** CommonMark without raw HTML, blocks parted by one blank line, no newline at the end; '' for no text. */
  readonly markdown: string;
  readonly images: readonly MarkdownImage[];
}

/**
 * An HTML fragment as CommonMark: paragraphs, headings, lists, block quotes, links, emphasis, code, images.
 *
 * Scripts, styles and comments go; an embed (`iframe`, `video`, `audio`) becomes its address; elements
 * CommonMark has no word for leave their text. Never throws; runs in linear time and bounded stack depth.
 */
export function htmlToMarkdown(html: string, options: MarkdownOptions): MarkdownFragment {
  return nodeToMarkdown(parseFragment(html), options);
}

/** As `htmlToMarkdown`, for a node of a document that is already parsed (the node's own tag included). */
export function nodeToMarkdown(node: MarkupNode, options: MarkdownOptions): MarkdownFragment {
  return renderMarkdownBlocks(node, options);
}

/** The text of an HTML fragment on one line, markup dropped and entities decoded; for titles and summaries. */
export function htmlToPlainText(html: string): string {
  if (!html.includes('<') && !html.includes('&')) return collapse(html);
  const parts: string[] = [];
  const open: MarkupNode[] = [parseFragment(html)];
  while (open.length > 0) {
    const node = open.pop();
    if (node === undefined) break;
    if (node.nodeType === 3 || node.nodeType === 4) parts.push(node.nodeValue ?? '');
    const tag = (node.tagName ?? '').toLowerCase();
    if (tag === 'script' || tag === 'style') continue;
    if (BREAKING.has(tag)) parts.push(' ');
    const children = node.childNodes;
    if (children) {
      if (BREAKING.has(tag)) open.push(SPACE);
      for (let i = children.length - 1; i >= 0; i -= 1) {
        const child = children[i];
        if (child) open.push(child);
      }
    }
  }
  return collapse(parts.join(''));
}

/** Open elements. No written page comes near; the parser's time grows with the square of it. */
const MAX_OPEN_ELEMENTS = 1_000;

/** The fragment parsed; one that is nested without end comes back as its text alone. */
function parseFragment(html: string): MarkupNode {
  let open = 0;
  for (const match of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,15})/gi)) {
    if (CLOSED_BY_OTHERS.has((match[2] ?? '').toLowerCase())) continue;
    open = Math.max(0, open + (match[1] === '' ? 1 : -1));
    if (open > MAX_OPEN_ELEMENTS) return parseDocument(html.replace(/<[^<>]*>/g, ' ').replace(/</g, '&lt;'));
  }
  return parseDocument(html);
}

/** Elements that need no closing tag or have none. */
const CLOSED_BY_OTHERS = new Set(
  'p li td th tr dt dd option area base br col embed hr img input link meta source track wbr'.split(' '),
);

const SPACE: MarkupNode = { nodeType: 3, nodeValue: ' ' };
const BREAKING = new Set(
  'p div br li ul ol h1 h2 h3 h4 h5 h6 blockquote tr td th table section article figure figcaption hr'.split(
    ' ',
  ),
);

function collapse(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, ' ').trim();
}
