import { type ChildNode, type Document, type Element, isTag, isText } from 'domhandler';
import { type BlockKind, measureRuns, type Run, tidyRuns, weighBlock } from './block-runs.ts';
import { collapse } from './html-tree.ts';
import { judgeZone, type ZoneRole } from './zone-role.ts';

/** One visible line or paragraph of a page. */
export interface Block {
  readonly index: number;
  readonly kind: BlockKind;
  /** 1 to 6 for a heading, else 0. */
  readonly level: number;
  readonly runs: readonly Run[];
  readonly text: string;
  /** Letters and digits; a CJK sign counts as three, since it says as much as three letters. */
  readonly size: number;
  /** Of `size`, what stands in links. */
  readonly linkSize: number;
  readonly zone: Zone;
  /** How much this reads like an article's prose, in units of `size`; 0 for lines, labels and links. */
  readonly weight: number;
}

/** A block-level element with visible text, as a node of the reduced tree on which the body is chosen. */
export interface Zone {
  readonly element: Element | null;
  readonly parent: Zone | null;
  readonly children: Zone[];
  readonly role: ZoneRole;
  readonly depth: number;
  /** Blocks from `first` up to, not including, `end`. */
  readonly first: number;
  end: number;
  size: number;
  linkSize: number;
  /** Sum of the blocks' weights, whatever the roles in between. */
  weight: number;
  /** The same without zones that are the site's and not the piece's. Filled by `choose-body.ts`. */
  ownWeight: number;
  /** Whether it is the site's and not the piece's. Filled by `choose-body.ts`. */
  isForeign: boolean;
  /** Columns by which the lists around it indent an item. */
  listIndent: number;
  ordered: boolean;
  quoteDepth: number;
  /** Whether text here belongs to a picture: in `figcaption`, in a part named caption, or loose in a `figure`. */
  inCaption: boolean;
  /** Pictures anywhere in it. */
  images: number;
}

/** The visible lines of a page, and the tree of the parts they stand in. */
export interface PageBlocks {
  readonly blocks: readonly Block[];
  readonly root: Zone;
}

const BLOCK_TAGS = new Set(
  (
    'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th ' +
    'thead tr ul'
  ).split(' '),
);

/** Never shown, or controls. */
const SILENT_TAGS = new Set(
  (
    'script style noscript template svg math iframe object embed canvas audio video map head link meta input select ' +
    'textarea button datalist dialog frame frameset area base title source track param'
  ).split(' '),
);

const HEADING_LEVEL: Readonly<Record<string, number>> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 };

interface Marks {
  readonly href: string | null;
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly code: boolean;
  readonly preformatted: boolean;
}

const NO_MARKS: Marks = { href: null, strong: false, emphasis: false, code: false, preformatted: false };

/** The visible lines of a page in order, and the tree of block-level elements that hold them. */
export function readPageBlocks(document: Document): PageBlocks {
  return new BlockReader().read(document);
}

class BlockReader {
  readonly #blocks: Block[] = [];
  #runs: Run[] = [];
  #breaks = 0;
  #zone: Zone = newZone(null, null, 'plain', 0);

  read(document: Document): PageBlocks {
    const root = this.#zone;
    this.#children(document.children, NO_MARKS);
    this.#flush();
    close(root, this.#blocks);
    return { blocks: this.#blocks, root };
  }

  #children(nodes: readonly ChildNode[], marks: Marks): void {
    for (const node of nodes) {
      if (isText(node)) this.#text(node.data, marks);
      else if (isTag(node)) this.#element(node, marks);
    }
  }

  #element(element: Element, marks: Marks): void {
    const tag = element.name;
    if (tag === 'br') {
      this.#break(marks);
      return;
    }
    if (tag === 'img' || tag === 'picture') this.#zone.images += 1;
    if (SILENT_TAGS.has(tag)) return;
    const role = judgeZone(element);
    const isBlock = BLOCK_TAGS.has(tag);
    // A page saved under an open dialogue has all its text hidden: what is hidden is weighed like any other part.
    if (role === 'hidden' && !isBlock) return;
    if (!isBlock && role === 'plain') {
      this.#children(element.children, marksOf(element, marks));
      return;
    }
    this.#flush();
    const outer = this.#zone;
    const zone = newZone(element, outer, role, this.#blocks.length);
    this.#zone = zone;
    this.#children(element.children, marksOf(element, marks));
    this.#flush();
    close(zone, this.#blocks);
    if (zone.end > zone.first) outer.children.push(zone);
    outer.images += zone.images;
    this.#zone = outer;
  }

  #text(data: string, marks: Marks): void {
    if (this.#runs.length === 0 && data.trim() === '') return;
    if (data.trim() !== '') this.#breaks = 0;
    const { href, strong, emphasis, code } = marks;
    const last = this.#runs.at(-1);
    if (
      last &&
      last.href === href &&
      last.strong === strong &&
      last.emphasis === emphasis &&
      last.code === code
    ) {
      this.#runs[this.#runs.length - 1] = { ...last, text: last.text + data };
    } else {
      this.#runs.push({ text: data, href, strong, emphasis, code });
    }
  }

  /** One line break is a space in prose, two end the paragraph: how pages without `p` are written. */
  #break(marks: Marks): void {
    this.#breaks += 1;
    if (this.#breaks >= 2 && !marks.preformatted) {
      this.#flush();
      return;
    }
    if (this.#runs.length > 0) this.#text('\n', marks);
    this.#breaks = Math.max(this.#breaks, 1);
  }

  #flush(): void {
    const runs = this.#runs;
    this.#breaks = 0;
    if (runs.length === 0) return;
    this.#runs = [];
    const code = isInside(this.#zone, 'pre');
    const tidy = code ? runs : tidyRuns(runs);
    const text = code
      ? runs
          .map((run) => run.text)
          .join('')
          .trimEnd()
      : collapse(tidy.map((run) => run.text).join(''));
    if (text.trim() === '') return;
    const { size, linkSize } = measureRuns(tidy);
    const kind = code ? 'code' : kindOf(this.#zone);
    const level = kind === 'heading' ? headingLevel(this.#zone) : 0;
    const weight = weighBlock(kind, text, size, linkSize);
    this.#blocks.push({
      index: this.#blocks.length,
      kind,
      level,
      runs: tidy,
      text,
      size,
      linkSize,
      zone: this.#zone,
      weight,
    });
  }
}

function newZone(element: Element | null, parent: Zone | null, role: ZoneRole, first: number): Zone {
  const tag = element?.name;
  const isList = tag === 'ul' || tag === 'ol' || tag === 'menu' || tag === 'dir';
  return {
    element,
    parent,
    role,
    first,
    children: [],
    depth: (parent?.depth ?? -1) + 1,
    end: first,
    size: 0,
    linkSize: 0,
    weight: 0,
    ownWeight: 0,
    isForeign: false,
    listIndent: indentOf(parent, isList),
    ordered: isList ? tag === 'ol' : (parent?.ordered ?? false),
    quoteDepth: (parent?.quoteDepth ?? 0) + (tag === 'blockquote' ? 1 : 0),
    inCaption: captions(tag, role, parent),
    images: 0,
  };
}

/** A list within a list stands as far in as the text of the item it belongs to: two columns behind "- ", four behind "10. ". */
function indentOf(parent: Zone | null, isList: boolean): number {
  const outer = parent?.listIndent ?? 0;
  for (let here = parent; isList && here; here = here.parent) {
    const tag = here.element?.name;
    if (tag === 'ol') return outer + 4;
    if (tag === 'ul' || tag === 'menu' || tag === 'dir') return outer + 2;
  }
  return outer;
}

/** A `figure` may also frame a table, a pull quote or code: those are text of their own. */
function captions(tag: string | undefined, role: ZoneRole, parent: Zone | null): boolean {
  if (tag === 'figcaption' || tag === 'caption' || tag === 'figure' || role === 'caption') return true;
  if (tag === 'blockquote' || tag === 'table' || tag === 'pre' || tag === 'ul' || tag === 'ol') return false;
  return parent?.inCaption ?? false;
}

function close(zone: Zone, blocks: readonly Block[]): void {
  zone.end = blocks.length;
  let child = 0;
  // Blocks of the children are already summed; only the zone's own are left to add.
  for (let i = zone.first; i < zone.end; ) {
    const inner = zone.children[child];
    if (inner && inner.first === i) {
      zone.size += inner.size;
      zone.linkSize += inner.linkSize;
      zone.weight += inner.weight;
      i = inner.end;
      child += 1;
      continue;
    }
    const block = blocks[i];
    if (block) {
      zone.size += block.size;
      zone.linkSize += block.linkSize;
      zone.weight += block.weight;
    }
    i += 1;
  }
}

function marksOf(element: Element, marks: Marks): Marks {
  switch (element.name) {
    case 'a':
      return element.attribs.href === undefined || holdsLink(element)
        ? marks
        : { ...marks, href: element.attribs.href.trim() };
    case 'b':
    case 'strong':
      return marks.strong ? marks : { ...marks, strong: true };
    case 'i':
    case 'em':
    case 'cite':
    case 'dfn':
      return marks.emphasis ? marks : { ...marks, emphasis: true };
    case 'code':
    case 'kbd':
    case 'samp':
    case 'tt':
      return marks.code ? marks : { ...marks, code: true };
    case 'pre':
      return { ...marks, preformatted: true };
    default:
      return marks;
  }
}

/** Links do not nest: one that seems to hold another was never closed, and the text in it is no link's. */
function holdsLink(element: Element): boolean {
  return element.children.some((child) => isTag(child) && (child.name === 'a' || holdsLink(child)));
}

function kindOf(zone: Zone): BlockKind {
  if (zone.inCaption) return 'caption';
  for (let here: Zone | null = zone; here; here = here.parent) {
    switch (here.element?.name) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return 'heading';
      case 'li':
      case 'dd':
        return 'item';
      case 'dt':
        return 'term';
      case 'td':
      case 'th':
        return 'cell';
      case 'p':
        return isInItem(here) ? 'item' : 'paragraph';
      case 'blockquote':
      case 'article':
      case 'section':
      case 'main':
      case 'body':
        return 'paragraph';
      default:
    }
  }
  return 'paragraph';
}

/** A paragraph of a list item belongs to the list; one of a list of whole pieces does not. */
function isInItem(zone: Zone): boolean {
  for (let here: Zone | null = zone.parent; here; here = here.parent) {
    const tag = here.element?.name;
    if (tag === 'li' || tag === 'dd') return true;
    if (tag === 'article' || tag === 'section' || tag === 'td' || tag === 'blockquote' || tag === 'body')
      return false;
  }
  return false;
}

function headingLevel(zone: Zone): number {
  for (let here: Zone | null = zone; here; here = here.parent) {
    const level = here.element ? HEADING_LEVEL[here.element.name] : undefined;
    if (level) return level;
  }
  return 2;
}

function isInside(zone: Zone, tag: string): boolean {
  for (let here: Zone | null = zone; here; here = here.parent) if (here.element?.name === tag) return true;
  return false;
}

/** Letters of prose above which a part is not what its name says. */
const MAX_PART_WEIGHT = 2_000;

/** Whether a zone stands in a part of one of these roles. */
export function isInPart(zone: Zone, roles: ReadonlySet<ZoneRole>): boolean {
  for (let here: Zone | null = zone; here; here = here.parent) {
    if (roles.has(here.role)) return here.weight < MAX_PART_WEIGHT;
  }
  return false;
}
