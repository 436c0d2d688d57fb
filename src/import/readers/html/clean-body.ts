import { BOILERPLATE_HEADING, BOILERPLATE_OPENINGS, COPYRIGHT_LINE } from './boilerplate-lines-data.ts';
import { isForeign } from './choose-body.ts';
import { titleKey } from './html-tree.ts';
import type { Block, PageBlocks, Zone } from './page-blocks.ts';

/** Letters and digits. A line longer than this is prose even when it opens like a label. */
const MAX_LABEL_SIZE = 160;

/**
 * The blocks of the piece inside the chosen zone, in order: the site's own parts, links to other pieces, captions, labels
 * and the frame before the first and after the last paragraph are left out.
 */
export function cleanBody(page: PageBlocks, body: Zone, headline: string | null): readonly Block[] {
  const kept: Block[] = [];
  const visit = (zone: Zone): void => {
    let child = 0;
    for (let i = zone.first; i < zone.end; ) {
      const inner = zone.children[child];
      if (inner && inner.first === i) {
        if (!isLeftOut(inner, body, page.root.weight)) visit(inner);
        i = inner.end;
        child += 1;
        continue;
      }
      const block = page.blocks[i];
      if (block && !isLabel(block)) kept.push(block);
      i += 1;
    }
  };
  visit(body);
  return trimEnds(dropEmptySections(kept), headline);
}

function isLeftOut(zone: Zone, body: Zone, total: number): boolean {
  if (zone.role !== 'plain' && isForeign(zone, total, false)) {
    return zone.weight < body.weight * 0.35;
  }
  return isLinkList(zone) || isCard(zone);
}

/** Lists and boxes of links to elsewhere. */
function isLinkList(zone: Zone): boolean {
  if (zone.size === 0 || zone.linkSize / zone.size < 0.6) return false;
  const lines = zone.end - zone.first;
  if (zone.element?.name === 'p') return false;
  return lines > 1 && zone.weight < 200;
}

/** A teaser of another piece: an `article` of its own, or a short box that opens with a linked heading. */
function isCard(zone: Zone): boolean {
  if (zone.element?.name === 'article' && zone.size < 500 && zone.linkSize > 0) return true;
  return false;
}

function isLabel(block: Block): boolean {
  if (block.kind === 'caption') return true;
  if (block.size === 0) return true;
  if (block.size > MAX_LABEL_SIZE) return false;
  if (block.kind === 'heading') return false;
  if (block.kind === 'code') return false;
  return BOILERPLATE_OPENINGS.some((opening) => opening.test(block.text));
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
        size += inner.size - inner.linkSize;
      }
      end += 1;
    }
    if (BOILERPLATE_HEADING.test(block.text) && prose < 400) {
      i = end - 1;
      continue;
    }
    if (size === 0) continue;
    kept.push(block);
  }
  return kept;
}

/** What stands before the first paragraph and after the last is the frame: title, date line, tags, author's note. */
function trimEnds(blocks: readonly Block[], headline: string | null): readonly Block[] {
  let first = 0;
  let end = blocks.length;
  const title = headline ? titleKey(headline) : '';
  while (first < end) {
    const block = blocks[first];
    if (
      !block ||
      block.weight > 0 ||
      (block.kind === 'heading' && titleKey(block.text) !== title && block.level > 1)
    )
      break;
    first += 1;
  }
  while (end > first) {
    const block = blocks[end - 1];
    if (!block || (block.weight > 0 && !COPYRIGHT_LINE.test(block.text))) break;
    if (block.kind === 'item' && block.linkSize < block.size / 2) break;
    end -= 1;
  }
  return blocks.slice(first, end).filter((block) => block.kind !== 'heading' || titleKey(block.text) !== title);
}
