import type { AuthorDraft } from '../reader.ts';
import { titleKey } from './html-tree.ts';
import type { PageBlocks, Zone } from './page-blocks.ts';

/** Letters. A shorter note is a job title, a longer one another piece. */
const MIN_NOTE = 40;
const MAX_NOTE = 1_500;

/**
 * Gives each author the note about them that the page prints in a part of its own at the foot of the piece. A note counts
 * when it names the author, or when there is but one; what structured data says already stays.
 */
export function withNotes(authors: readonly AuthorDraft[], page: PageBlocks): readonly AuthorDraft[] {
  const notes = findNotes(page);
  if (notes.length === 0) return authors;
  return authors.map((author) => {
    if (author.description) return author;
    const key = titleKey(author.name);
    const note =
      notes.find((text) => titleKey(text).includes(key)) ??
      (authors.length === 1 && notes.length === 1 ? notes[0] : undefined);
    return note ? { ...author, description: note } : author;
  });
}

function findNotes(page: PageBlocks): readonly string[] {
  const notes: string[] = [];
  const visit = (zone: Zone): void => {
    if (zone.role === 'related' || zone.role === 'comments') return;
    if (zone.role === 'author-note') {
      const prose = page.blocks.slice(zone.first, zone.end).filter((block) => block.weight > 0);
      const text = prose.map((block) => block.text).join('\n\n');
      if (zone.weight >= MIN_NOTE && text.length <= MAX_NOTE && !notes.includes(text)) notes.push(text);
      return;
    }
    for (const child of zone.children) visit(child);
  };
  visit(page.root);
  return notes;
}
