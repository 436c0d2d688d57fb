import { decodeHTML } from 'entities';
import { escapeLineStart, escapeMarkdownText } from '../markdown-escape.ts';
import { collapse } from './html-tree.ts';
import type { LdGraph } from './page-json-ld.ts';

/** UTF-16 units. A shorter `articleBody` is an excerpt. */
const MIN_STATED = 600;

/** The shown text must be shorter than this share of the stated one to give way to it. */
const MAX_SHOWN_SHARE = 0.4;

/**
 * The text that the page states as `articleBody`, as paragraphs, when the page shows far less of it: text that a script
 * puts in place, or that is hidden behind a wall. Null otherwise: what is shown has links and headings, this has none.
 */
export function findStatedBody(
  graph: LdGraph,
  shownLength: number,
): { readonly markdown: string; readonly text: string } | null {
  const stated = graph.article?.articleBody;
  if (
    typeof stated !== 'string' ||
    stated.length < MIN_STATED ||
    shownLength > stated.length * MAX_SHOWN_SHARE
  )
    return null;
  const paragraphs = decodeHTML(stated)
    .replace(/<(?:br|\/p|\/div|\/h[1-6]|\/li)\b[^<>]{0,100}>/gi, '\n')
    .replace(/<\/?[a-zA-Z][^<>]{0,300}>/g, '')
    .split(/\n+/)
    .map(collapse)
    .filter((paragraph) => paragraph !== '');
  return {
    markdown: paragraphs.map((paragraph) => escapeLineStart(escapeMarkdownText(paragraph))).join('\n\n'),
    text: paragraphs.join('\n\n'),
  };
}
