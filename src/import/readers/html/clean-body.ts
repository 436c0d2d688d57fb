import {
  BOILERPLATE_HEADING,
  BOILERPLATE_OPENINGS,
  COPYRIGHT_LINE,
  PAYWALL_LINE,
  SIGN_UP_LINE,
} from './boilerplate-lines-data.ts';
import { isForeign } from './choose-body.ts';
import { resolveUrl, titleKey } from './html-tree.ts';
import type { Block, PageBlocks, Zone } from './page-blocks.ts';

/** Letters and digits. A line longer than this is prose even when it opens like a label. */
const MAX_LABEL_SIZE = 160;

/** Letters and digits. A call to sign up may take two sentences. */
const MAX_SIGN_UP_SIZE = 260;

/** A part named as the site's that holds more of the text than this was named wrongly. */
const MAX_FOREIGN_SHARE = 0.45;

/** What the cleaning knows of the page besides its blocks. */
export interface PieceContext {
  readonly headline: string;
  /** Base of relative addresses, or null. */
  readonly base: string | null;
}

/**
 * The blocks of the piece inside the chosen zone, in order: the site's own parts, links to other pieces, captions, labels
 * and the frame before the first and after the last paragraph are left out.
 */
export function cleanBody(page: PageBlocks, body: Zone, context: PieceContext): readonly Block[] {
  const kept: Block[] = [];
  const visit = (zone: Zone): void => {
    let child = 0;
    for (let i = zone.first; i < zone.end; ) {
      const inner = zone.children[child];
      if (inner && inner.first === i) {
        if (!isLeftOut(inner, body, page, context)) visit(inner);
        i = inner.end;
        child += 1;
        continue;
      }
      const block = page.blocks[i];
      if (block && !isLabel(block) && !isAside(block, context)) kept.push(block);
      i += 1;
    }
  };
  visit(body);
  const hasProse = kept.some((block) => block.weight > 0);
  // A piece of a few words has no paragraph to trim to: all of it that is not frame stays.
  if (!hasProse) return kept.filter((block) => block.kind !== 'heading' && block.linkSize < block.size / 2);
  return trimEnds(dropEmptySections(kept), titleKey(context.headline));
}

function isLeftOut(zone: Zone, body: Zone, page: PageBlocks, context: PieceContext): boolean {
  if (zone.role !== 'plain' && isForeign(zone, page.root.weight, false))
    return zone.weight < body.weight * MAX_FOREIGN_SHARE;
  return isLinkList(zone, page, context) || isCard(zone);
}

/** Lists and boxes of links to other pieces of the site. Links to elsewhere are sources and stay. */
function isLinkList(zone: Zone, page: PageBlocks, context: PieceContext): boolean {
  if (zone.size === 0 || zone.linkSize / zone.size < 0.6 || zone.element?.name === 'p') return false;
  if (zone.end - zone.first < 2 || zone.weight >= 200) return false;
  return !leadsElsewhere(page.blocks.slice(zone.first, zone.end), context.base);
}

function leadsElsewhere(blocks: readonly Block[], base: string | null): boolean {
  const own = hostOf(base);
  if (own === null) return false;
  let elsewhere = 0;
  let links = 0;
  for (const block of blocks) {
    for (const run of block.runs) {
      if (run.href === null) continue;
      links += 1;
      const host = hostOf(resolveUrl(run.href, base));
      if (host !== null && host !== own && !host.endsWith(`.${own}`) && !own.endsWith(`.${host}`))
        elsewhere += 1;
    }
  }
  return elsewhere > links / 2;
}

function hostOf(url: string | null): string | null {
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url ?? '')?.[1]?.toLowerCase() ?? null;
}

/** A teaser of another piece: an `article` of its own with a link. */
function isCard(zone: Zone): boolean {
  return zone.element?.name === 'article' && zone.size < 500 && zone.linkSize > 0;
}

function isLabel(block: Block): boolean {
  if (block.kind === 'caption' || block.size === 0) return true;
  if (block.kind === 'heading' || block.kind === 'code') return false;
  if (block.size < MAX_SIGN_UP_SIZE && (SIGN_UP_LINE.test(block.text) || PAYWALL_LINE.test(block.text)))
    return true;
  return block.size <= MAX_LABEL_SIZE && BOILERPLATE_OPENINGS.some((opening) => opening.test(block.text));
}

/** "LABEL | title of another piece": a paragraph that is a link but for its first words, and no sentence. */
function isAside(block: Block, context: PieceContext): boolean {
  if (block.kind !== 'paragraph' || block.size > MAX_LABEL_SIZE || block.linkSize < block.size * 0.6)
    return false;
  const links = new Set(block.runs.flatMap((run) => (run.href === null ? [] : [run.href])));
  if (links.size !== 1 || /[.!?…。！？:：]["'”’»)]{0,2}$/u.test(block.text)) return false;
  return !leadsElsewhere([block], context.base);
}

/** A heading stays when text of its own follows; one that announces other pieces goes, with the short lines under it. */
function dropEmptySections(blocks: readonly Block[]): readonly Block[] {
  const kept: Block[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) continue;
    if (block.kind !== 'heading') {
      kept.push(block);
      continue;
    }
    let end = i + 1;
    let prose = 0;
    let size = 0;
    while (
      end < blocks.length &&
      !(blocks[end]?.kind === 'heading' && (blocks[end]?.level ?? 0) <= block.level)
    ) {
      const inner = blocks[end];
      if (inner && inner.kind !== 'heading') {
        prose += inner.weight;
        size += inner.size;
      }
      end += 1;
    }
    if (BOILERPLATE_HEADING.test(block.text) && prose < 400) {
      // A note at the end goes whole. Links to other pieces may stand in the middle: the text goes on after them.
      const next = blocks[i + 1];
      const announcesLinks =
        next !== undefined && (next.linkSize > next.size / 2 || next.index > block.index + 1);
      const isNote = end === blocks.length && !announcesLinks;
      while (i + 1 < end && (isNote || blocks[i + 1]?.weight === 0)) i += 1;
      continue;
    }
    if (size === 0) continue;
    kept.push(block);
  }
  return kept;
}

/** What stands before the first paragraph and after the last is the frame: title, date line, tags, author's note. */
function trimEnds(blocks: readonly Block[], title: string): readonly Block[] {
  let first = 0;
  let end = blocks.length;
  while (first < end) {
    const block = blocks[first];
    if (!block) break;
    if (!repeatsTitle(block, title)) {
      if (block.weight > 0 || (block.kind === 'heading' && block.level > 1)) break;
    }
    first += 1;
  }
  while (end > first) {
    const block = blocks[end - 1];
    if (!block || (block.weight > 0 && !COPYRIGHT_LINE.test(block.text))) break;
    if (block.kind === 'item' && block.linkSize < block.size / 2) break;
    end -= 1;
  }
  return blocks
    .slice(first, end)
    .filter((block) => block.kind !== 'heading' || titleKey(block.text) !== title);
}

/** The title again, with or without a line over it. */
function repeatsTitle(block: Block, title: string): boolean {
  if (block.size > 300) return false;
  const key = titleKey(block.text);
  return (
    key === title ||
    (Math.min(key.length, title.length) >= 16 && (key.endsWith(title) || title.endsWith(key)))
  );
}
