import type { DigestIssue, DigestPiece, DigestQuote } from './digest-issue.ts';
import {
  isEmptyIssue,
  NOTHING_NEW,
  periodOf,
  quotesHeading,
  sourceLine,
  speakerLine,
} from './digest-wording.ts';

/** Prints a digest as CommonMark, ending in a line break. Text from the pieces cannot become markup. */
export function printDigestMarkdown(issue: DigestIssue): string {
  const blocks = [
    `# ${escapeMarkdown(issue.title)}`,
    `*${escapeMarkdown(periodOf(issue))}*`,
    ...(issue.intro === null ? [] : [escapeMarkdown(issue.intro)]),
    ...(isEmptyIssue(issue) ? [NOTHING_NEW] : []),
    ...issue.lead.map((piece) => printPiece(piece, '##')),
    ...(issue.quotes.length === 0 ? [] : [`## ${quotesHeading(issue)}`, ...issue.quotes.map(printQuote)]),
    ...issue.sections
      .filter(({ pieces }) => pieces.length > 0)
      .flatMap(({ theme, url, pieces }) => [
        `## ${url === null ? escapeMarkdown(theme) : link(theme, url)}`,
        ...pieces.map((piece) => printPiece(piece, '###')),
      ]),
    '---',
    [
      link('The archive', issue.archiveUrl),
      ...(issue.unsubscribeUrl === null ? [] : [link('Unsubscribe', issue.unsubscribeUrl)]),
    ].join(' · '),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function printPiece(piece: DigestPiece, level: '##' | '###'): string {
  const source = sourceLine(piece);
  return [
    `${level} ${link(piece.headline, piece.url)}`,
    ...(source === '' ? [] : [escapeMarkdown(source)]),
    ...(piece.summary === null ? [] : [escapeMarkdown(piece.summary)]),
  ].join('\n\n');
}

function printQuote(quote: DigestQuote): string {
  const article = link(quote.articleHeadline, quote.articleUrl);
  return `> “${escapeMarkdown(quote.text)}”\n>\n> ${escapeMarkdown(speakerLine(quote))}, in ${article}`;
}

function link(text: string, url: string): string {
  // In angle brackets an address may hold anything but these and line ends.
  return `[${escapeMarkdown(text)}](<${url.replace(/[<>\s]/g, (character) => encodeURIComponent(character))}>)`;
}

/** One line of text with every character escaped that can begin markup; line ends would let a block begin. */
function escapeMarkdown(text: string): string {
  const line = text.split(/\s+/).filter(Boolean).join(' ');
  return line
    .replace(/[\\`*_{}[\]<>#|~&!]/g, String.raw`\$&`)
    .replace(/^[-+=]/, String.raw`\$&`)
    .replace(/^(\d{1,9})([.)])/, String.raw`$1\$2`);
}
