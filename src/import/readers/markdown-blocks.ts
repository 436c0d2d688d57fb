import type { MarkdownFragment, MarkdownImage, MarkdownOptions, MarkupNode } from './html-to-markdown.ts';
import { escapeLineStart, markdownCodeBlock } from './markdown-escape.ts';
import { attributeOf, MarkdownInline, tagOf } from './markdown-inline.ts';

/** Nested deeper than any written page: what lies below comes out as plain text. */
const MAX_DEPTH = 120;

const CONTAINERS = new Set(
  (
    'html body p div section article header footer main aside nav figure figcaption address details summary ' +
    'fieldset form dl dt dd center table caption thead tbody tfoot tr td th ul ol li blockquote pre hr ' +
    'h1 h2 h3 h4 h5 h6 hgroup iframe video audio picture-block'
  ).split(' '),
);
const DROPPED = new Set(
  'script style noscript template head title object svg math select button input textarea'.split(' '),
);

/** Block level of the HTML walk; inline runs are `MarkdownInline`'s. */
export function renderMarkdownBlocks(root: MarkupNode, options: MarkdownOptions): MarkdownFragment {
  const walk = new BlockWalk(options, nodesWithBlocks(root));
  const blocks = walk.blocksOf(root, 0);
  return { markdown: joinBlocks(blocks, '\n\n'), images: walk.images };
}

class BlockWalk {
  readonly images: MarkdownImage[] = [];
  private readonly inline: MarkdownInline;

  constructor(
    private readonly options: MarkdownOptions,
    private readonly holdsBlocks: ReadonlySet<MarkupNode>,
  ) {
    this.inline = new MarkdownInline(options, DROPPED);
  }

  /** Blocks of a container's children, or of the node itself when it is a block of its own kind. */
  blocksOf(node: MarkupNode, depth: number): string[] {
    const tag = tagOf(node);
    if (DROPPED.has(tag)) return [];
    if (depth > MAX_DEPTH) return this.paragraph(this.inline.flatText(node));
    if (/^h[1-6]$/.test(tag)) return this.heading(node, Number(tag.slice(1)));
    switch (tag) {
      case 'hr':
        return ['---'];
      case 'pre':
        return this.preformatted(node);
      case 'ul':
      case 'ol':
        return this.list(node, tag === 'ol', depth);
      case 'blockquote':
        return this.quotation(node, depth);
      case 'table':
        return this.table(node, depth);
      case 'figure':
        return this.figure(node, depth);
      case 'iframe':
      case 'video':
      case 'audio':
        return this.embed(node);
      default:
        return this.flow(node, depth);
    }
  }

  private flow(node: MarkupNode, depth: number): string[] {
    const blocks: string[] = [];
    let run: MarkupNode[] = [];
    const flush = () => {
      if (run.length > 0) blocks.push(...this.inlineRun(run));
      run = [];
    };
    for (const child of childrenOf(node)) {
      if (this.isBlock(child)) {
        flush();
        blocks.push(...this.blocksOf(child, depth + 1));
      } else run.push(child);
    }
    flush();
    return blocks;
  }

  private isBlock(node: MarkupNode): boolean {
    return node.nodeType === 1 && (CONTAINERS.has(tagOf(node)) || this.holdsBlocks.has(node));
  }

  /** Inline siblings as one paragraph, or as several where blank lines part them. */
  private inlineRun(run: readonly MarkupNode[]): string[] {
    if (!this.options.blankLinesAreParagraphs) return this.paragraphs(run);
    const paragraphs: MarkupNode[][] = [[]];
    for (const node of run) {
      const pieces = node.nodeType === 3 ? (node.nodeValue ?? '').split(/\n[ \t\r]*\n/) : null;
      if (pieces === null) paragraphs.at(-1)?.push(node);
      else
        pieces.forEach((piece, index) => {
          if (index > 0) paragraphs.push([]);
          paragraphs.at(-1)?.push({ nodeType: 3, nodeValue: piece });
        });
    }
    return paragraphs.flatMap((nodes) => this.paragraphs(nodes));
  }

  /** Two line breaks in a row part paragraphs, as pages without `<p>` use them. */
  private paragraphs(run: readonly MarkupNode[]): string[] {
    const text = this.inline.textOf(run, this.images);
    return text.split(/(?:\\\n){2,}/).flatMap((part) => this.paragraph(part));
  }

  private paragraph(text: string): string[] {
    let start = 0;
    let end = text.length;
    const isBreak = (at: number) =>
      text.charAt(at) === '\\' && (text.charAt(at + 1) === '\n' || at + 1 >= end);
    while (start < end && (isBlank(text.charAt(start)) || isBreak(start))) start += 1;
    while (
      end > start &&
      (isBlank(text.charAt(end - 1)) || (isBreak(end - 1) && text.charAt(end - 2) !== '\\'))
    )
      end -= 1;
    if (start >= end) return [];
    return [text.slice(start, end).split('\n').map(escapeLineStart).join('\n')];
  }

  private heading(node: MarkupNode, level: number): string[] {
    const text = this.inline.textOf(childrenOf(node), this.images).replace(/\\?\n/g, ' ').trim();
    return text === '' ? [] : [`${'#'.repeat(level)} ${text.replace(/#+$/, '\\$&')}`];
  }

  private preformatted(node: MarkupNode): string[] {
    const text = this.inline.rawText(node);
    return text.trim() === '' ? [] : [markdownCodeBlock(text)];
  }

  private quotation(node: MarkupNode, depth: number): string[] {
    const inner = joinBlocks(this.flow(node, depth), '\n\n');
    return inner === ''
      ? []
      : [
          inner
            .split('\n')
            .map((line) => (line === '' ? '>' : `> ${line}`))
            .join('\n'),
        ];
  }

  private list(node: MarkupNode, ordered: boolean, depth: number): string[] {
    const start = Number.parseInt(attributeOf(node, 'start') ?? '1', 10);
    let number = ordered && Number.isInteger(start) && start >= 0 && start < 1e8 ? start : 1;
    const items: string[] = [];
    let tight = true;
    for (const child of childrenOf(node)) {
      const blocks =
        child.nodeType === 1
          ? this.blocksOf(child, depth + 1)
          : this.paragraph(this.inline.textOf([child], this.images));
      if (blocks.length === 0) continue;
      if (blocks.length > 2 || (blocks.length === 2 && !/^(?:[-]|\d+\.) /.test(blocks[1] ?? '')))
        tight = false;
      const mark = ordered ? `${number}. ` : '- ';
      number += 1;
      const isStrayList = ['ul', 'ol'].includes(tagOf(child)) && items.length > 0;
      const lines = joinBlocks(blocks, blocks.length === 2 && tight ? '\n' : '\n\n').split('\n');
      const indent = ' '.repeat(mark.length);
      const body = lines.map((line, index) =>
        line === '' ? '' : `${index === 0 && !isStrayList ? mark : indent}${line}`,
      );
      items.push(body.join('\n'));
    }
    return items.length === 0 ? [] : [items.join(tight ? '\n' : '\n\n')];
  }

  /** Rows as lines, cells parted by bars, where every cell is a phrase; a table used for layout is only a container. */
  private table(node: MarkupNode, depth: number): string[] {
    const rows: MarkupNode[] = [];
    const captions: string[] = [];
    const collect = (parent: MarkupNode, level: number) => {
      for (const child of childrenOf(parent)) {
        const tag = tagOf(child);
        if (tag === 'tr') rows.push(child);
        else if (tag === 'caption') captions.push(...this.flow(child, depth + 1));
        else if (level < 2 && /^t(?:head|body|foot)$/.test(tag)) collect(child, level + 1);
      }
    };
    collect(node, 0);
    const cells = rows.map((row) => childrenOf(row).filter((cell) => /^t[dh]$/.test(tagOf(cell))));
    const isData =
      cells.some((row) => row.length > 1) && cells.flat().every((cell) => !this.holdsBlocks.has(cell));
    if (!isData) return this.flow(node, depth);
    const lines = cells
      .map((row) =>
        row
          .map((cell) => this.inline.textOf(childrenOf(cell), this.images).replace(/\\?\n/g, ' ').trim())
          .join(' | '),
      )
      .filter((line) => /[^\s|]/.test(line))
      .map(escapeLineStart);
    return lines.length === 0 ? captions : [...captions, lines.join('\\\n')];
  }

  private figure(node: MarkupNode, depth: number): string[] {
    const before = this.images.length;
    const blocks = this.flow(node, depth);
    const caption = descendant(node, 'figcaption');
    if (caption === null) return blocks;
    const text = this.inline.plainText(caption);
    if (text !== '')
      for (let i = before; i < this.images.length; i += 1) {
        const image = this.images[i];
        if (image) this.images[i] = { ...image, caption: text };
      }
    return blocks;
  }

  private embed(node: MarkupNode): string[] {
    const source =
      attributeOf(node, 'src') ??
      attributeOf(descendant(node, 'source') ?? node, 'src') ??
      attributeOf(node, 'data-src');
    const url = source === null ? null : this.inline.resolve(source);
    return url !== null && /^https?:[^\s<>]+$/.test(url) ? [`<${url}>`] : [];
  }
}

/** Every element with a block below it: an inline element around paragraphs has to be read as a container. */
function nodesWithBlocks(root: MarkupNode): Set<MarkupNode> {
  const found = new Set<MarkupNode>();
  const open: { node: MarkupNode; parent: number }[] = [{ node: root, parent: -1 }];
  for (let i = 0; i < open.length; i += 1) {
    const entry = open[i];
    if (entry) for (const child of childrenOf(entry.node)) open.push({ node: child, parent: i });
  }
  // Children stand behind their parents, so one walk backwards carries each mark up to the root.
  for (let i = open.length - 1; i > 0; i -= 1) {
    const entry = open[i];
    const parent = entry && open[entry.parent];
    if (!entry || !parent || entry.node.nodeType !== 1 || DROPPED.has(tagOf(entry.node))) continue;
    if (CONTAINERS.has(tagOf(entry.node)) || found.has(entry.node)) found.add(parent.node);
  }
  return found;
}

function descendant(root: MarkupNode, tag: string): MarkupNode | null {
  const open = [root];
  for (let i = 0; i < open.length; i += 1) {
    const node = open[i];
    if (!node) continue;
    if (i > 0 && tagOf(node) === tag) return node;
    open.push(...childrenOf(node));
  }
  return null;
}

function childrenOf(node: MarkupNode): readonly MarkupNode[] {
  return node.childNodes ? Array.from(node.childNodes) : [];
}

function joinBlocks(blocks: readonly string[], between: string): string {
  return blocks.filter((block) => block !== '').join(between);
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\t' || character === '\u00a0';
}
