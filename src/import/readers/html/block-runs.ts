/** A stretch of text under one set of marks. */
export interface Run {
  readonly text: string;
  /** Address as written; null outside a link. */
  readonly href: string | null;
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly code: boolean;
}

/** What a line is set as. */
export type BlockKind = 'paragraph' | 'heading' | 'item' | 'term' | 'cell' | 'code' | 'caption';

/** Collapses white space across runs, so that no run begins with a space that the one before already ended with. */
export function tidyRuns(runs: readonly Run[]): readonly Run[] {
  const tidy: Run[] = [];
  let afterSpace = true;
  for (const run of runs) {
    let text = run.text.replace(/[\s\u200b\ufeff\u00ad]+/gu, (white) => (white === '\u00ad' ? '' : ' '));
    if (afterSpace && text.startsWith(' ')) text = text.slice(1);
    if (text === '') continue;
    afterSpace = text.endsWith(' ');
    tidy.push({ ...run, text });
  }
  const last = tidy.at(-1);
  if (last?.text.endsWith(' ')) {
    const text = last.text.trimEnd();
    if (text === '') tidy.pop();
    else tidy[tidy.length - 1] = { ...last, text };
  }
  return tidy;
}

/** Letters and digits of runs, and how many of them stand in links. */
export function measureRuns(runs: readonly Run[]): { size: number; linkSize: number } {
  let size = 0;
  let linkSize = 0;
  for (const run of runs) {
    const own = sizeOf(run.text);
    size += own;
    if (run.href !== null) linkSize += own;
  }
  return { size, linkSize };
}

/** Letters and digits of a text, a CJK sign counted as three. */
function sizeOf(text: string): number {
  let size = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit <= 0x2f || (unit >= 0x3a && unit <= 0x40) || (unit >= 0x2000 && unit <= 0x206f)) continue;
    size += unit >= 0x3040 && unit <= 0xd7ff ? 3 : 1;
  }
  return size;
}

const SENTENCE_END = /[.!?…。！？।۔؟։။:;]["'”’»)\]]{0,3}(?:\s|$)/u;

/** How much a block reads like an article's prose, in letters: none for labels, headings and links. */
export function weighBlock(kind: BlockKind, text: string, size: number, linkSize: number): number {
  if (kind === 'heading' || kind === 'caption' || size === 0) return 0;
  const linked = linkSize / size;
  if (linked > 0.5) return 0;
  const own = size - linkSize;
  if (kind === 'code') return own / 2;
  const ends = SENTENCE_END.test(text);
  if (own < 25 || (own < 60 && !ends)) return 0;
  const prose = ends ? 1 : 0.4;
  const medium = kind === 'paragraph' ? 1 : 0.6;
  return own * prose * medium * (1 - linked);
}
