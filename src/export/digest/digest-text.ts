import type { DigestIssue, DigestPiece, DigestQuote } from './digest-issue.ts';
import {
  isEmptyIssue,
  NOTHING_NEW,
  periodOf,
  quotesHeading,
  sourceLine,
  speakerLine,
} from './digest-wording.ts';

/** Columns. Mail programs that quote a text put marks before it and still stay within 80. */
const WIDTH = 72;

/** Prints a digest as plain text, in lines of at most 72 characters save for addresses, ending in a line break. */
export function printDigestText(issue: DigestIssue): string {
  const blocks = [
    [...wrap(issue.title.toUpperCase()), ...wrap(periodOf(issue))].join('\n'),
    ...(issue.intro === null ? [] : [wrap(issue.intro).join('\n')]),
    ...(isEmptyIssue(issue) ? [NOTHING_NEW] : []),
    ...issue.lead.map(printPiece),
    ...(issue.quotes.length === 0 ? [] : [underline(quotesHeading(issue)), ...issue.quotes.map(printQuote)]),
    ...issue.sections
      .filter(({ pieces }) => pieces.length > 0)
      .flatMap(({ theme, pieces }) => [underline(theme), ...pieces.map(printPiece)]),
    printFoot(issue),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function printPiece(piece: DigestPiece): string {
  const source = sourceLine(piece);
  return [
    ...wrap(piece.headline),
    ...(source === '' ? [] : wrap(source)),
    ...(piece.summary === null ? [] : wrap(piece.summary)),
    piece.url,
  ].join('\n');
}

function printQuote(quote: DigestQuote): string {
  const lines = [
    ...wrap(`“${quote.text}”`, WIDTH - 2),
    ...wrap(`– ${speakerLine(quote)}, in ${quote.articleHeadline}`, WIDTH - 2),
  ];
  return [...lines, quote.articleUrl].map((line) => `  ${line}`).join('\n');
}

function printFoot({ archiveUrl, unsubscribeUrl }: DigestIssue): string {
  return [
    '-- ',
    `The archive: ${archiveUrl}`,
    ...(unsubscribeUrl === null ? [] : [`Unsubscribe: ${unsubscribeUrl}`]),
  ].join('\n');
}

function underline(heading: string): string {
  const text = oneLine(heading);
  return `${text}\n${'-'.repeat(Math.min(text.length, WIDTH))}`;
}

/** Breaks at spaces; a word longer than a line stays whole. Scripts without spaces are not broken. */
function wrap(text: string, width = WIDTH): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of oneLine(text).split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

function oneLine(text: string): string {
  return text.split(/\s+/).filter(Boolean).join(' ');
}
