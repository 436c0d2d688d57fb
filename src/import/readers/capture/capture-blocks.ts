/** A stretch of a capture between two empty lines. */
export interface Block {
  /** Trimmed; lines inside are joined by `\n`. */
  readonly text: string;
  /** 1-based line of the file at which it begins. */
  readonly line: number;
}

/** UTF-16 units. A line of a page's head is shorter than this; longer ones are prose. */
const MAX_HEAD_LINE_LENGTH = 300;

/**
 * Cuts a capture at its empty lines, whatever the line ends (`\r\n`, `\n`, `\r`, U+2028, U+2029). A capture without
 * any empty line is cut at every line.
 */
export function splitBlocks(text: string): readonly Block[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
  const hasGaps = hasInnerGap(lines);
  const blocks: Block[] = [];
  let open: string[] = [];
  let start = 0;
  const close = () => {
    if (open.length > 0) blocks.push({ text: open.join('\n').trimEnd(), line: start });
    open = [];
  };
  for (const [at, line] of lines.entries()) {
    if (isBlank(line)) {
      close();
      continue;
    }
    if (!hasGaps) close();
    if (open.length === 0) start = at + 1;
    open.push(trimLine(line));
  }
  close();
  return blocks;
}

/** The lines of a block as blocks of their own, when each is short enough to be a line of the head or foot. */
export function splitShortLines(block: Block): readonly Block[] {
  const lines = block.text.split('\n');
  if (lines.length === 1 || lines.some((line) => line.length > MAX_HEAD_LINE_LENGTH)) return [block];
  return lines.map((text, at) => ({ text, line: block.line + at }));
}

/** Whether a block is a separator: `*`, `* * *`, `---`, `###`, `•••`, `-30-`. */
export function isSeparator({ text }: Block): boolean {
  return text.length <= 20 && (/^[*\-_–—•·~#=+\s⁂]+$/u.test(text) || /^[-–—]\s?30\s?[-–—]$/u.test(text));
}

function hasInnerGap(lines: readonly string[]): boolean {
  const first = lines.findIndex((line) => !isBlank(line));
  const last = lines.findLastIndex((line) => !isBlank(line));
  return lines.slice(first, last).some(isBlank);
}

function isBlank(line: string): boolean {
  return line.trim() === '';
}

/** Keeps two trailing spaces, which are a line break in Markdown; indented text is no code in a capture. */
function trimLine(line: string): string {
  const breaks = /\S {2,}$/.test(line);
  return breaks ? `${line.trim()}  ` : line.trim();
}
