import type { Element } from 'domhandler';
import { isTag } from 'domhandler';
import type { Block, Zone } from './page-blocks.ts';

/** A table of data: the blocks of its cells by row and column; null for an empty cell. */
export interface DataTable {
  readonly rows: readonly (readonly (Block | null)[])[];
  /** How many blocks it takes up. */
  readonly length: number;
}

/** Letters. A longer cell holds a paragraph. */
const MAX_CELL_SIZE = 300;

/** Columns beyond this are a layout or a calendar. */
const MAX_COLUMNS = 20;

/**
 * The table that begins at `blocks[at]`, if it is one of data: two rows and two columns at least, one line a cell. A table
 * that lays out a page has cells of several paragraphs, and is read as paragraphs. It is put into `others`, so that it is
 * looked at once and not at each of its cells.
 */
export function dataTableAt(blocks: readonly Block[], at: number, others: Set<Element>): DataTable | null {
  const first = blocks[at];
  const table =
    first && (first.kind === 'cell' || first.kind === 'paragraph') ? ancestor(first.zone, 'table') : null;
  if (!table || others.has(table)) return null;
  const found = readTable(blocks, at, table);
  if (!found) others.add(table);
  return found;
}

function readTable(blocks: readonly Block[], at: number, table: Element): DataTable | null {
  const rows: (Block | null)[][] = [];
  let row: Element | null = null;
  let end = at;
  for (; end < blocks.length; end++) {
    const block = blocks[end];
    if (!block || ancestor(block.zone, 'table') !== table) break;
    const own = ancestor(block.zone, 'tr');
    const cell = ancestor(block.zone, 'td') ?? ancestor(block.zone, 'th');
    if ((block.kind !== 'cell' && block.kind !== 'paragraph') || !own || !cell || block.size > MAX_CELL_SIZE)
      return null;
    if (own !== row) rows.push([]);
    row = own;
    const cells = rows.at(-1);
    const column = columnOf(own, cell);
    if (!cells || column >= MAX_COLUMNS || cells[column]) return null;
    while (cells.length < column) cells.push(null);
    cells[column] = block;
  }
  const width = Math.max(...rows.map((cells) => cells.length));
  if (rows.length < 2 || width < 2) return null;
  return {
    rows: rows.map((cells) => Array.from({ length: width }, (_, i) => cells[i] ?? null)),
    length: end - at,
  };
}

function ancestor(zone: Zone, tag: string): Element | null {
  for (let here: Zone | null = zone; here; here = here.parent)
    if (here.element?.name === tag) return here.element;
  return null;
}

function columnOf(row: Element, cell: Element): number {
  return row.children.filter(isTag).indexOf(cell);
}
