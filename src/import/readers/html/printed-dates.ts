import { type PartialDate, parsePrintedDate } from '../../../text/dates.ts';

/** UTF-16 units. In a longer line the date is that of an event. */
const MAX_DATE_LINE = 110;

/** Month names apart, every printed date has a four-digit year: the words around it are tried for a whole date. */
export function dateInLine(line: string, language: string | null): PartialDate | null {
  if (line.length > MAX_DATE_LINE || !/(?:19|20)\d\d/.test(line)) return null;
  const whole = parsePrintedDate(line, language);
  if (whole && isWholeDay(whole)) return whole;
  const bare = line.replace(/[|•·,()–—]/gu, ' ');
  const words = bare.split(/\s+/).filter(Boolean);
  const yearAt = words.findIndex((word) => /(?:19|20)\d\d/.test(word));
  if (yearAt < 0) return null;
  for (const [before, after] of [
    [2, 0],
    [3, 0],
    [0, 2],
    [1, 0],
    [0, 0],
  ] as const) {
    const part = words.slice(Math.max(0, yearAt - before), yearAt + after + 1).join(' ');
    const date = parsePrintedDate(part, language);
    if (date && isWholeDay(date)) return date;
  }
  return null;
}

function isWholeDay(date: PartialDate): boolean {
  return date.precision !== 'YEAR' && date.precision !== 'MONTH';
}

/** "Posted on", "wurde am … gepostet": a sentence about the piece's own appearance. */
const APPEARED =
  /\b(?:posted|published|first appeared|veröffentlicht|gepostet|erschienen|erstellt am|publiée?|paru|mis en ligne|publicad[oa]|pubblicat[oa]|geplaatst|gepubliceerd|opublikowano|publicerad|publisert|udgivet|julkaistu|yayınlan\p{L}*|diterbitkan|опубликован\p{L}*|опубліковано)\b/iu;

/** UTF-16 units around a year that may hold the rest of its date. */
const BEFORE_YEAR = 40;
const AFTER_YEAR = 25;

/** The day in a sentence that says when the piece appeared, wherever on the page it stands; null when none does. */
export function dateOfAppearance(lines: readonly string[], language: string | null): PartialDate | null {
  for (const line of lines) {
    if (line.length > 400 || !APPEARED.test(line)) continue;
    for (const { index } of line.matchAll(/\b(?:19|20)\d\d\b/g)) {
      const around = line.slice(Math.max(0, index - BEFORE_YEAR), index + AFTER_YEAR);
      const date = dateInLine(around, language);
      if (date) return date;
    }
  }
  return null;
}
