import type { Element } from 'domhandler';
import {
  escapeLineStart,
  escapeLinkText,
  escapeMarkdownText,
  markdownCode,
  markdownCodeBlock,
  markdownTarget,
} from '../markdown-escape.ts';
import type { Run } from './block-runs.ts';
import { type DataTable, dataTableAt } from './data-table.ts';
import { resolveUrl } from './html-tree.ts';
import type { Block, Zone } from './page-blocks.ts';

/**
 * The body as CommonMark with tables: paragraphs, headings, lists, block quotes, code; links absolute, emphasis kept, no
 * raw HTML.
 */
export function printMarkdown(blocks: readonly Block[], base: string | null): string {
  let out = '';
  let previous: Block | null = null;
  let item: Zone | null = null;
  const layouts = new Set<Element>();
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) break;
    const table = dataTableAt(blocks, i, layouts);
    const own = block.kind === 'item' ? itemOf(block.zone) : null;
    const isContinued = own !== null && own === item;
    const isTight = own !== null && !isContinued && previous?.kind === 'item' && sameQuote(previous, block);
    if (previous) out += isTight ? '\n' : gapBetween(previous, block);
    out += table ? printTable(table, base) : printBlock(block, base, own, isContinued);
    if (table) i += table.length - 1;
    previous = block;
    item = own;
  }
  return out;
}

/** The first row is the head, as readers of Markdown expect one. */
function printTable(table: DataTable, base: string | null): string {
  const lines = table.rows.map(
    (row) => `| ${row.map((cell) => (cell ? printCell(cell, base) : '')).join(' | ')} |`,
  );
  const rule = `|${' --- |'.repeat(table.rows[0]?.length ?? 0)}`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

function printCell(cell: Block, base: string | null): string {
  return printRuns(cell.runs, base)
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\|/g, '\\|');
}

/** The list item that a block stands in. */
function itemOf(zone: Zone): Zone {
  for (let here: Zone | null = zone; here; here = here.parent) {
    if (here.element?.name === 'li' || here.element?.name === 'dd') return here;
  }
  return zone;
}

/** "-", or the number that a browser would print. */
function markerOf(item: Zone): string {
  const list = item.parent?.element;
  if (!item.ordered || list?.name !== 'ol') return '-';
  const start = Number.parseInt(list.attribs.start ?? '1', 10);
  const items: readonly unknown[] = list.children.filter((child) => 'name' in child && child.name === 'li');
  const place = items.indexOf(item.element);
  return `${Math.min(999_999_999, Math.max(0, (Number.isNaN(start) ? 1 : start) + Math.max(0, place)))}.`;
}

/** The body as plain text: one blank line between paragraphs, none between the items of a list and the rows of a table. */
export function printText(blocks: readonly Block[]): string {
  let out = '';
  let previous: Block | null = null;
  const layouts = new Set<Element>();
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) break;
    const table = dataTableAt(blocks, i, layouts);
    if (previous) out += previous.kind === 'item' && block.kind === 'item' ? '\n' : '\n\n';
    out += table
      ? table.rows
          .map((row) =>
            row
              .map((cell) => cell?.text ?? '')
              .join('\t')
              .trim(),
          )
          .join('\n')
      : block.text;
    if (table) i += table.length - 1;
    previous = block;
  }
  return out;
}

function sameQuote(a: Block, b: Block): boolean {
  return a.zone.quoteDepth === b.zone.quoteDepth;
}

/** Two paragraphs of one quotation are joined by an empty quoted line, or they would be two quotations. */
function gapBetween(previous: Block, block: Block): string {
  const shared = Math.min(previous.zone.quoteDepth, block.zone.quoteDepth);
  return shared > 0 ? `\n${'>'.repeat(shared)}\n` : '\n\n';
}

function printBlock(block: Block, base: string | null, item: Zone | null, isContinued: boolean): string {
  const quote = block.zone.quoteDepth > 0 ? `${'>'.repeat(block.zone.quoteDepth)} ` : '';
  if (block.kind === 'code') return prefixLines(markdownCodeBlock(block.text), quote);
  const inline = printRuns(block.runs, base);
  switch (block.kind) {
    case 'heading':
      return `${quote}${'#'.repeat(block.level || 2)} ${inline.replace(/\n/g, ' ')}`;
    case 'item': {
      const marker = item ? markerOf(item) : '-';
      const lead = isContinued ? ' '.repeat(marker.length + 1) : `${marker} `;
      return `${quote}${' '.repeat(block.zone.listIndent)}${lead}${escapeLineStart(inline)}`;
    }
    default:
      return prefixLines(escapeLineStart(inline), quote);
  }
}

function prefixLines(text: string, prefix: string): string {
  return prefix === ''
    ? text
    : text
        .split('\n')
        .map((line) => `${prefix}${line}`)
        .join('\n');
}

function printRuns(runs: readonly Run[], base: string | null): string {
  let out = '';
  for (let i = 0; i < runs.length; ) {
    const run = runs[i];
    if (!run) break;
    const url = run.href === null ? null : resolveUrl(run.href, base);
    if (url === null) {
      out += printMarks(run, false);
      i += 1;
      continue;
    }
    // Neighbouring runs of one link are one link, whatever is emphasised inside it.
    let end = i;
    let label = '';
    while (end < runs.length && runs[end]?.href === run.href) {
      const part = runs[end];
      if (part) label += printMarks(part, true);
      end += 1;
    }
    const [lead, core, trail] = splitSpace(label);
    out += core === '' ? label : `${lead}[${core}](${markdownTarget(url)})${trail}`;
    i = end;
  }
  return out;
}

function printMarks(run: Run, inLink: boolean): string {
  const [lead, core, trail] = splitSpace(run.text);
  if (core === '') return run.text;
  if (run.code) return `${lead}${markdownCode(core)}${trail}`;
  const text = inLink ? escapeLinkText(core) : escapeMarkdownText(core);
  const mark = run.strong ? (run.emphasis ? '***' : '**') : run.emphasis ? '*' : '';
  return `${lead}${mark}${text}${mark}${trail}`;
}

/** Marks and brackets must touch their words, so the spaces around them move out. */
function splitSpace(text: string): readonly [string, string, string] {
  const core = text.trim();
  if (core === '') return [text, '', ''];
  const start = text.indexOf(core);
  return [text.slice(0, start), core, text.slice(start + core.length)];
}
