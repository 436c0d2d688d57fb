/** UTF-16 units from the start of the text within which the dash of a dateline stands. */
const MAX_DATELINE_LENGTH = 100;

/**
 * The place, and the day or agency where printed, that opens a report: `GENEVA, 9 March` of "GENEVA, 9 March – The
 * talks …". Null where the text opens otherwise. The place is in capitals, as agencies print it.
 */
export function findDateline(paragraph: string): string | null {
  const opening = paragraph
    .slice(0, MAX_DATELINE_LENGTH)
    .replace(/\*\*|__/g, '')
    .replace(/^[*_]/, '');
  const dash = /\s*[*_]?\s*(?:[–—]|(?<=\s)--?(?=\s))/u.exec(opening);
  if (dash === null) return null;
  const dateline = opening.slice(0, dash.index).trim();
  const place = /^[^,(]+/u.exec(dateline)?.[0].trim() ?? '';
  const isPlace =
    /^\p{Lu}[\p{Lu}\p{M}\s.'’/-]+$/u.test(place) &&
    place.length <= 50 &&
    place.replace(/\P{Lu}/gu, '').length >= 3;
  return isPlace && !/[.?!]\s/u.test(dateline.slice(place.length)) ? dateline : null;
}
