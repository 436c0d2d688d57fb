import { readFileSync } from 'node:fs';
import { parseHtmlPage } from '../../../src/import/readers/html-page.ts';
import type { ArticleDraft, Refusal } from '../../../src/import/readers/reader.ts';

/** A page written for this project, by its file's name. */
export function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../../fixtures/pages/${name}`, import.meta.url));
}

export function parsePage(
  html: string | Uint8Array,
  url: string | null = null,
  contentType: string | null = null,
) {
  const bytes = typeof html === 'string' ? new TextEncoder().encode(html) : html;
  return parseHtmlPage({ file: 'page.html', bytes, contentType, url });
}

/** The draft of a page that can be read. */
export function draftOf(
  html: string | Uint8Array,
  url: string | null = null,
  contentType: string | null = null,
): ArticleDraft {
  const reading = parsePage(html, url, contentType);
  if (!('draft' in reading)) throw new Error(`refused: ${reading.code} ${reading.message}`);
  return reading.draft;
}

export function refusalOf(html: string | Uint8Array): Refusal {
  const reading = parsePage(html);
  if ('draft' in reading) throw new Error('read, though it should be refused');
  return reading;
}

export const FIRST =
  'The ferry across the lake will run again from May, the council decided on Tuesday after a long debate.';
export const SECOND =
  'Nobody at the meeting could say what the fare would be, and nobody seemed to mind, since the boat is free on Sundays.';

/** A page around `content`, with whatever belongs in its head. */
export function page(content: string, head = '<title>Ferry runs again</title>'): string {
  return `<!doctype html><html lang="en"><head>${head}</head><body>${content}</body></html>`;
}

/** A piece of two paragraphs with `inside` between them. */
export function piece(inside = '', head?: string): string {
  return page(
    `<article><h1>Ferry runs again</h1><div class="entry-content"><p>${FIRST}</p>${inside}<p>${SECOND}</p></div></article>`,
    head,
  );
}

export function ld(node: object): string {
  return `<title>Ferry runs again</title><script type="application/ld+json">${JSON.stringify(node)}</script>`;
}
