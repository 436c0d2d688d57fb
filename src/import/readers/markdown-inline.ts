import type { MarkdownImage, MarkdownOptions, MarkupNode } from './html-to-markdown.ts';
import { escapeLinkText, escapeMarkdownText, markdownCode, markdownTarget } from './markdown-escape.ts';

/** Lower-case tag name, '' for what is no element. */
export function tagOf(node: MarkupNode): string {
  return node.nodeType === 1 ? (node.tagName ?? '').toLowerCase() : '';
}

/** Value of an attribute, or null when it is absent or empty. */
export function attributeOf(node: MarkupNode, name: string): string | null {
  for (const attribute of node.attributes ?? [])
    if (attribute.name === name) return attribute.value.trim() || null;
  return null;
}

/** What is open around an inline node. */
interface Style {
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly link: boolean;
  readonly depth: number;
}

const PLAIN: Style = { strong: false, emphasis: false, link: false, depth: 0 };
const MAX_INLINE_DEPTH = 60;

/** Phrases: text, links, emphasis, code and images within one paragraph. */
export class MarkdownInline {
  constructor(
    private readonly options: MarkdownOptions,
    private readonly dropped: ReadonlySet<string>,
  ) {}

  /** Siblings as one line; a `<br>` is a backslash and a newline. Images met are added to `images`. */
  textOf(nodes: readonly MarkupNode[], images: MarkdownImage[]): string {
    return tidy(this.join(nodes, PLAIN, images));
  }

  /** All text below a node, escaped, on one line. */
  flatText(node: MarkupNode): string {
    return escapeMarkdownText(this.plainText(node));
  }

  /** All text below a node on one line, not escaped. */
  plainText(node: MarkupNode): string {
    return this.rawText(node)
      .replace(/[ \t\n\r\f]+/g, ' ')
      .trim();
  }

  /** All text below a node with its white space. */
  rawText(root: MarkupNode): string {
    const parts: string[] = [];
    const open: MarkupNode[] = [root];
    while (open.length > 0) {
      const node = open.pop();
      if (node === undefined) break;
      if (node.nodeType === 3 || node.nodeType === 4) parts.push(node.nodeValue ?? '');
      if (tagOf(node) === 'br') parts.push('\n');
      if (this.dropped.has(tagOf(node))) continue;
      const children = node.childNodes ?? [];
      for (let i = children.length - 1; i >= 0; i -= 1) {
        const child = children[i];
        if (child) open.push(child);
      }
    }
    return parts.join('');
  }

  /** An absolute address where a base is known; null for one that must not be followed (`javascript:`). */
  resolve(address: string): string | null {
    const printed = address.replace(/[\t\n\r]/g, '').trim();
    if (/^(?:javascript|data|vbscript|file):/i.test(printed)) return null;
    if (this.options.baseUrl === null || /^[a-z][a-z0-9+.-]*:/i.test(printed)) return printed;
    try {
      return new URL(printed, this.options.baseUrl).href;
    } catch {
      return printed;
    }
  }

  private join(nodes: ArrayLike<MarkupNode>, style: Style, images: MarkdownImage[]): string {
    let text = '';
    for (let i = 0; i < nodes.length; i += 1) {
      const node = nodes[i];
      if (node) text += this.render(node, style, images);
    }
    return text;
  }

  private render(node: MarkupNode, style: Style, images: MarkdownImage[]): string {
    if (node.nodeType === 3 || node.nodeType === 4) return this.text(node.nodeValue ?? '', style);
    const tag = tagOf(node);
    if (node.nodeType !== 1 || this.dropped.has(tag)) return '';
    if (style.depth > MAX_INLINE_DEPTH) return this.flatText(node);
    const inside = (more: Partial<Style>) =>
      this.join(node.childNodes ?? [], { ...style, ...more, depth: style.depth + 1 }, images);
    switch (tag) {
      case 'br':
        return '\\\n';
      case 'wbr':
        return '';
      case 'img':
        return this.image(node, images);
      case 'a':
        return style.link ? inside({}) : this.link(node, inside({ link: true }));
      case 'strong':
      case 'b':
        return style.strong ? inside({}) : wrap('**', inside({ strong: true }));
      case 'em':
      case 'i':
      case 'cite':
      case 'dfn':
        return style.emphasis ? inside({}) : wrap('*', inside({ emphasis: true }));
      case 'code':
      case 'kbd':
      case 'samp':
      case 'tt': {
        const code = this.plainText(node);
        return code === '' ? '' : markdownCode(code);
      }
      case 'q':
        return `“${inside({})}”`;
      case 'rp':
        return '';
      default:
        return inside({});
    }
  }

  private text(value: string, style: Style): string {
    const text = this.options.blankLinesAreParagraphs
      ? value.replace(/[ \t\r\f]+/g, ' ').replace(/ ?\n ?/g, '\n')
      : value.replace(/[ \t\n\r\f]+/g, ' ');
    const escaped = style.link ? escapeLinkText(text) : escapeMarkdownText(text);
    return this.options.blankLinesAreParagraphs
      ? escaped.replace(/(?<=[^\n])\n+(?=[^\n])/g, '\\\n')
      : escaped;
  }

  private link(node: MarkupNode, text: string): string {
    const href = attributeOf(node, 'href');
    const url = href === null || href.startsWith('#') ? null : this.resolve(href);
    if (url === null || text.trim() === '') return text;
    const start = text.length - text.trimStart().length;
    const end = text.trimEnd().length;
    const inner = text.slice(start, end).replace(/\\?\n/g, ' ');
    return `${text.slice(0, start)}[${inner}](${markdownTarget(url)})${text.slice(end)}`;
  }

  private image(node: MarkupNode, images: MarkdownImage[]): string {
    // A page that loads images late puts the address into a data attribute and a placeholder into `src`.
    const source = [
      attributeOf(node, 'src'),
      attributeOf(node, 'data-src'),
      attributeOf(node, 'data-lazy-src'),
    ]
      .concat(/^\S+/.exec(attributeOf(node, 'srcset') ?? '')?.[0] ?? null)
      .find((candidate) => candidate !== null && !/^data:/i.test(candidate));
    const url = source ? this.resolve(source) : null;
    const isTracker = attributeOf(node, 'width') === '1' || attributeOf(node, 'height') === '1';
    if (url === null || isTracker) return '';
    const alt = attributeOf(node, 'alt')?.replace(/\s+/g, ' ') ?? null;
    images.push({ url, alt, caption: null });
    return `![${escapeLinkText(alt ?? '')}](${markdownTarget(url)})`;
  }
}

/** Emphasis marks have to touch the words: white space at the ends of the element goes outside. */
function wrap(mark: string, text: string): string {
  const start = text.length - text.trimStart().length;
  const inner = text.trim().replace(/\\$/, '');
  if (inner === '' || /^!\[[^\]]*\]\([^)]*\)$/.test(inner)) return text;
  return `${text.slice(0, start)}${mark}${inner}${mark}${text.slice(text.trimEnd().length)}`;
}

/** One space between words, none at the ends of lines. */
function tidy(text: string): string {
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\\\n ?/g, '\\\n')
    .trim();
}
