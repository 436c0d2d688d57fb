import { leadsElsewhere } from './block-links.ts';
import { BOILERPLATE_HEADING } from './boilerplate-lines-data.ts';
import type { Block } from './page-blocks.ts';

/** Letters of prose under a heading that announces other pieces. More is a section of this one. */
const MAX_FOREIGN_PROSE = 400;

/** Letters of prose of one teaser. */
const MAX_TEASER_PROSE = 700;

/** Share of the prose. */
const MIN_TEXT_BEFORE_TEASERS = 0.3;

/** A heading and what stands under it, up to the next heading of its rank. */
interface Section {
  readonly heading: Block;
  readonly start: number;
  readonly end: number;
  readonly prose: number;
  readonly size: number;
}

/**
 * Leaves out headings without text, sections that announce other pieces or speak of the site, and teasers: sections whose
 * whole heading is a link to another page of the site.
 */
export function dropForeignSections(blocks: readonly Block[], base: string | null): readonly Block[] {
  const kept: Block[] = [];
  const teasers = findTeasers(blocks, base);
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) continue;
    if (block.kind !== 'heading') {
      kept.push(block);
      continue;
    }
    const section = sectionAt(blocks, i, block);
    if (teasers.has(block)) {
      i = section.end - 1;
      continue;
    }
    if (BOILERPLATE_HEADING.test(block.text) && section.prose < MAX_FOREIGN_PROSE) {
      i = endOfForeign(blocks, section) - 1;
      continue;
    }
    if (section.size > 0) kept.push(block);
  }
  return kept;
}

function sectionAt(blocks: readonly Block[], start: number, heading: Block): Section {
  let end = start + 1;
  let prose = 0;
  let size = 0;
  for (; end < blocks.length; end++) {
    const block = blocks[end];
    if (!block || (block.kind === 'heading' && block.level <= heading.level)) break;
    if (block.kind === 'heading') continue;
    prose += block.weight;
    size += block.size;
  }
  return { heading, start, end, prose, size };
}

/** A note at the end goes whole. Links to other pieces may stand in the middle: the text goes on after them. */
function endOfForeign(blocks: readonly Block[], section: Section): number {
  const next = blocks[section.start + 1];
  const announcesLinks =
    next !== undefined && (next.linkSize > next.size / 2 || next.index > section.heading.index + 1);
  const isNote = section.end === blocks.length && !announcesLinks;
  let end = section.start + 1;
  while (end < section.end && (isNote || blocks[end]?.weight === 0)) end += 1;
  return end;
}

/**
 * One linked heading may be the piece's own; two or more behind a text are teasers. A round-up has linked headings too, but
 * little before them.
 */
function findTeasers(blocks: readonly Block[], base: string | null): ReadonlySet<Block> {
  const found = new Set<Block>();
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'heading' || block.linkSize < block.size * 0.9 || leadsElsewhere([block], base))
      continue;
    if (block.runs.some((run) => run.href?.startsWith('#'))) continue;
    if (sectionAt(blocks, i, block).prose < MAX_TEASER_PROSE) found.add(block);
  }
  const [first] = found;
  if (found.size < 2 || !first) return new Set();
  let before = 0;
  let total = 0;
  for (const block of blocks) {
    total += block.weight;
    if (block.index < first.index) before += block.weight;
  }
  return before >= total * MIN_TEXT_BEFORE_TEASERS ? found : new Set();
}
