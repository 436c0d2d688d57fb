import { leadsElsewhere } from './block-links.ts';
import { trimFrame } from './body-frame.ts';
import { dropForeignSections } from './body-sections.ts';
import { BOILERPLATE_OPENINGS, PAYWALL_LINE, SIGN_UP_LINE } from './boilerplate-lines-data.ts';
import { titleKey } from './html-tree.ts';
import type { Block, PageBlocks, Zone } from './page-blocks.ts';

/** Letters and digits. A line longer than this is prose even when it opens like a label. */
const MAX_LABEL_SIZE = 160;

/** Letters and digits. A call to sign up may take two sentences. */
const MAX_SIGN_UP_SIZE = 260;

/** A part named as the site's that holds more of the text than this was named wrongly. */
const MAX_FOREIGN_SHARE = 0.45;

/** Letters and digits. */
const MAX_CAPTION_SIZE = 300;

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
  return trimFrame(dropForeignSections(kept, context.base), titleKey(context.headline));
}

function isLeftOut(zone: Zone, body: Zone, page: PageBlocks, context: PieceContext): boolean {
  if (zone.isForeign) return zone.role === 'comments' || zone.weight < body.weight * MAX_FOREIGN_SHARE;
  return isLinkList(zone, page, context) || isCard(zone) || isPictureBox(zone, page);
}

/** Lists and boxes of links to other pieces of the site. Links to elsewhere are sources and stay. */
function isLinkList(zone: Zone, page: PageBlocks, context: PieceContext): boolean {
  if (zone.size === 0 || zone.linkSize / zone.size < 0.6 || zone.element?.name === 'p') return false;
  if (zone.end - zone.first < 2 || zone.weight >= 200) return false;
  return !leadsElsewhere(page.blocks.slice(zone.first, zone.end), context.base);
}

/** A picture and a line or two that are not set as paragraphs: its caption and credit. */
function isPictureBox(zone: Zone, page: PageBlocks): boolean {
  if (zone.images === 0 || zone.end - zone.first > 2 || zone.size > MAX_CAPTION_SIZE) return false;
  if (zone.element?.name === 'p' || zone.element?.name === 'li') return false;
  for (let i = zone.first; i < zone.end; i++) {
    const block = page.blocks[i];
    if (block?.kind !== 'paragraph' || block.zone.element?.name === 'p') return false;
  }
  return true;
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
