import type { ArticleText } from './article-text.ts';
import { hasFiniteVerb } from './finite-verbs.ts';
import type { Lexicon } from './languages/lexicon.ts';
import type { Paragraph, QuotedSpan, TextParagraph } from './quoted-spans.ts';
import type { Piece } from './reported-content.ts';
import type { Report } from './reports.ts';
import { readSource } from './sources.ts';

/** The mark of a span that a page sets apart instead of putting it in marks: what Markdown and mail print before it. */
export const BLOCK_MARK = '>';

/** UTF-16 units. "— Ann Doe, mayor of the town" below a block quote is short. */
const MAX_SIGNATURE = 160;

/** UTF-16 units before a block in which it may be announced. */
const MAX_LEAD = 300;

/** Without a dash, two words with capitals and no stop: "Ann Doe, mayor". */
const NAME_ALONE = /^\p{Lu}[\p{L}'’.-]+ (?:[\p{L}'’]{1,4} ){0,2}\p{Lu}[^.!?…:;]*$/u;
const SIGNATURE = /^\s*(?:[—–―]|--?)\s*[\p{L}@]/u;

/** A stretch of the text that stands apart, by indexes of its paragraphs, `to` exclusive. */
interface Block {
  readonly from: number;
  readonly to: number;
}

function findBlocks(paragraphs: readonly TextParagraph[], given: readonly Paragraph[]): readonly Block[] {
  const blocks: Block[] = [];
  let next = 0;
  for (let at = 0; at < paragraphs.length; ) {
    const paragraph = paragraphs[at];
    if (!paragraph) break;
    while (next < given.length && (given[next]?.end ?? 0) <= paragraph.start) next++;
    const block = given[next];
    let to = at;
    if (block && block.start <= paragraph.start)
      while (to < paragraphs.length && (paragraphs[to]?.end ?? 0) <= block.end) to++;
    else while (paragraphs[to]?.apart === true) to++;
    if (to > at) blocks.push({ from: at, to });
    at = Math.max(to, at + 1);
  }
  return blocks;
}

/** Whether what stands before a block promises somebody's words: it ends in a colon, or tells of speech or of a text. */
function isLedIn(body: string, before: Paragraph | undefined, lexicon: Lexicon): boolean {
  if (!before) return false;
  const text = body.slice(Math.max(before.start, before.end - MAX_LEAD), before.end).trimEnd();
  if (/[:,]$/.test(text)) return true;
  const last = text.split(/[.!?…]\s+/).at(-1) ?? '';
  return (last.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? []).some(
    (word) => lexicon.cues.has(word) || lexicon.has('textNouns', word) || lexicon.has('speechNouns', word),
  );
}

/**
 * Adds the spans of words that the page sets apart in a block of their own instead of putting them in marks: those that
 * the text before leads to, and those that are signed below. Others are notes, poems and pictures of design. `given`: where
 * the page says that such blocks are; lines that begin with `>` are found besides. Linear.
 */
export function addBlockQuotes(
  text: {
    readonly body: string;
    readonly paragraphs: readonly TextParagraph[];
    readonly spans: readonly QuotedSpan[];
  },
  given: readonly Paragraph[],
  lexicon: Lexicon,
): readonly QuotedSpan[] {
  const { body, paragraphs, spans } = text;
  const added: QuotedSpan[] = [];
  for (const { from, to } of findBlocks(paragraphs, given)) {
    const last = paragraphs[to - 1];
    const printed = (paragraph: Paragraph | undefined): string =>
      paragraph === undefined || paragraph.end - paragraph.start > MAX_SIGNATURE
        ? ''
        : body.slice(paragraph.start, paragraph.end).trimEnd();
    const lines = printed(last);
    const signsInside = to - from > 1 && (SIGNATURE.test(lines) || NAME_ALONE.test(lines));
    const isSigned = signsInside || SIGNATURE.test(printed(paragraphs[to]));
    if (!isSigned && !isLedIn(body, paragraphs[from - 1], lexicon)) continue;
    const end = signsInside ? to - 1 : to;
    for (let at = from; at < end; at++) {
      const { start: open, end: close } = paragraphs[at] ?? { start: 0, end: 0 };
      const closed = at === end - 1;
      added.push({ open, close, start: open, end: close, mark: BLOCK_MARK, closed, continued: at > from });
    }
  }
  return added.length === 0 ? spans : mergeSpans(spans, added);
}

/** Both in order. A block that opens with a mark is quoted by its marks; those inside another are part of what was said. */
function mergeSpans(spans: readonly QuotedSpan[], blocks: readonly QuotedSpan[]): readonly QuotedSpan[] {
  const merged: QuotedSpan[] = [];
  let next = 0;
  for (const block of blocks) {
    for (let span = spans[next]; span && span.open < block.open; span = spans[next]) {
      merged.push(span);
      next++;
    }
    if (spans[next]?.open === block.open) continue;
    while ((spans[next]?.open ?? block.close) < block.close) next++;
    merged.push(block);
  }
  return [...merged, ...spans.slice(next)];
}

/** Block quotes that are signed below: "— Ann Doe, mayor". */
export function readSignedBlocks(article: ArticleText): readonly Report[] {
  const reports: Report[] = [];
  if (!article.text.spans.some(({ mark }) => mark === BLOCK_MARK)) return reports;
  let pieces: Piece[] = [];
  for (let i = 0; i < article.tokens.length; i++) {
    const span = article.text.spans[article.tokens[i]?.span ?? -1];
    if (span?.mark !== BLOCK_MARK) continue;
    pieces = span.continued
      ? [...pieces, { from: i, to: i + 1, how: 'QUOTE' }]
      : [{ from: i, to: i + 1, how: 'QUOTE' }];
    if (!span.closed) continue;
    const { from, to } = article.sentenceOf(i + 1);
    if (from !== i + 1 || hasFiniteVerb(article, from, to)) continue;
    const signed = article.shape(from) === 'DASH' ? from + 1 : from;
    const name = article.nameAt(signed);
    if (signed === from && (name?.from !== from || name.words.length < 2)) continue;
    const source = readSource(article, signed, to);
    if (!source) continue;
    reports.push({
      cueFrom: signed,
      cueTo: signed,
      source,
      shared: false,
      pieces,
      rule: 'signed-block',
      from: pieces[0]?.from ?? i,
    });
  }
  return reports;
}
