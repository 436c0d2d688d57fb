import { hasBylineOpening } from '../../../text/byline.ts';
import { COPYRIGHT_LINE } from './boilerplate-lines-data.ts';
import { titleKey } from './html-tree.ts';
import type { Block } from './page-blocks.ts';
import { dateInLine } from './printed-dates.ts';

/** Letters. A longer line before the text is a standfirst. */
const MAX_FRAME_SIZE = 70;

/** Blocks at the top among which names and days are printed. */
const HEAD_BLOCKS = 12;

/** What stands before the first paragraph and after the last is the frame: title, date line, tags, author's note. */
export function trimFrame(blocks: readonly Block[], title: string): readonly Block[] {
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
  return blocks.slice(first, end).filter((block, at) => {
    if (block.kind === 'heading') return titleKey(block.text) !== title;
    return at >= HEAD_BLOCKS || !isFrameLine(block);
  });
}

/** A line of a name or a day between the standfirst and the text. */
function isFrameLine(block: Block): boolean {
  if (block.kind !== 'paragraph' || block.size > MAX_FRAME_SIZE || /[.!?]["'”’»)]{0,2}$/u.test(block.text))
    return false;
  if (dateInLine(block.text, null)) return block.size < 45;
  return hasBylineOpening(block.text) && block.size < 45;
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
