import { writeDate } from '../../text/written-date.ts';
import type { DigestIssue, DigestPiece, DigestQuote } from './digest-issue.ts';

/** "4 March 2024", "4–10 March 2024" or "26 February 2024 – 3 March 2024". */
export function periodOf({ from, to }: Pick<DigestIssue, 'from' | 'to'>): string {
  if (from === to) return writeDate(from);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  return sameMonth ? `${Number(from.slice(8))}–${writeDate(to)}` : `${writeDate(from)} – ${writeDate(to)}`;
}

/** The heading over the quotations. */
export function quotesHeading({ from, to }: Pick<DigestIssue, 'from' | 'to'>): string {
  return from === to ? 'Quotes of the day' : 'Quotes of these days';
}

/** Outlet, byline and day of a piece in one line; empty where none is known. */
export function sourceLine({ outlet, byline, datePublished }: DigestPiece): string {
  const date = datePublished === null ? null : writeDate(datePublished);
  return [outlet, byline, date].filter((part) => part !== null && part !== '').join(' · ');
}

/** "Ada Venn, mayor of Vesk"; "Speaker not known" where the piece names none. */
export function speakerLine({ speaker, role }: DigestQuote): string {
  return [speaker, role].filter((part) => part !== null && part !== '').join(', ') || 'Speaker not known';
}

/** Whether there is anything to send. */
export function isEmptyIssue({ lead, sections, quotes }: DigestIssue): boolean {
  return lead.length === 0 && quotes.length === 0 && sections.every(({ pieces }) => pieces.length === 0);
}

/** What an issue without pieces says. */
export const NOTHING_NEW = 'Nothing was published in these days.';
