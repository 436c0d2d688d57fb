import {
  AMBIGUOUS_ZONES,
  DATE_FILLERS,
  DAYLIGHT_ZONES,
  MONTH_BY_NAME,
  ZONE_OFFSETS,
} from './date-words-data.ts';

/** How much of a date is known. */
export type DatePrecision = 'YEAR' | 'MONTH' | 'DAY' | 'MINUTE' | 'SECOND';

/**
 * A date as precise as its source: `2024`, `2024-03`, `2024-03-09`, `2024-03-09T14:30+01:00`. Never padded to midnight.
 */
export interface PartialDate {
  /** ISO 8601 at its own precision; with a time it ends in `Z` or an offset, unless the source names no zone. */
  readonly iso: string;
  readonly precision: DatePrecision;
  /** As printed, or null when it came from a machine-readable field. */
  readonly printed: string | null;
}

/** A date taken apart; `zone` is `Z`, an offset such as `+01:00`, or empty where none is known. */
interface DateParts {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  readonly time?: ClockTime | undefined;
}

interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number | undefined;
  readonly zone: string;
}

/** UTF-16 units. No printed date is longer; more is a sentence. */
const MAX_DATE_LENGTH = 120;

/** Sorts before every dated thing. */
const UNDATED_SORT_KEY = '0000-01-01T00:00:00Z';

/**
 * Reads a date as newspapers print it in English, French, Spanish, German, Portuguese or Italian, with or without
 * weekday, time and zone: `Sept. 8, 2023`, `8 September 2023`, `le 8 mars 2024 à 14h30`, `8. März 2024`, `2023-09-08`,
 * `March 2024`, `2024`.
 *
 * Null when anything in `text` is not part of a date, when the date does not exist, when it lacks a year, and when
 * day and month cannot be told apart (`03/04/2024`), unless `language` (BCP 47, with region for English) settles it.
 */
export function parsePrintedDate(text: string, language?: string | null): PartialDate | null {
  const printed = text.trim();
  if (printed === '' || printed.length > MAX_DATE_LENGTH) return null;
  const parts = parseIso(printed) ?? parseWords(printed, { language: language ?? null, shortYears: false });
  return parts === null ? null : printParts(parts, printed);
}

/**
 * Reads a date from a machine-readable field: ISO 8601 and W3CDTF (whole and partial), RFC 822 and 2822 with named
 * zones and two-digit years, asctime. Fractions of a second are dropped.
 *
 * Null for impossible dates, for stamps counted in seconds, and for anything else.
 */
export function parseMachineDate(text: string): PartialDate | null {
  const field = text.trim();
  if (field === '' || field.length > MAX_DATE_LENGTH) return null;
  const parts = parseIso(field) ?? parseWords(field, { language: null, shortYears: true });
  return parts === null ? null : printParts(parts, null);
}

/**
 * A key that sorts dates of every precision: the UTC instant as `2024-03-09T13:30:00Z`. A partial date sorts at its
 * start, a time without a zone as if it were UTC, and no date (null, or text that is none) before everything.
 */
export function dateSortKey(iso: string | null): string {
  const parts = iso === null ? null : parseIso(iso.trim());
  if (parts === null) return UNDATED_SORT_KEY;
  const { time } = parts;
  const local = utcMillis(parts, time?.hour ?? 0, time?.minute ?? 0, time?.second ?? 0);
  const utc = new Date(local - zoneMinutes(time?.zone ?? 'Z') * 60_000);
  const year = utc.getUTCFullYear();
  return year < 0 || year > 9999 ? UNDATED_SORT_KEY : `${utc.toISOString().slice(0, 19)}Z`;
}

const ISO_DATE = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;
const ISO_BASIC = /^(\d{4})(\d{2})(\d{2})$/;
const ISO_TIME =
  /^(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,]\d{1,12})?)?)?\s?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?(?:\[[\w/+-]{1,40}\])?$/i;

function parseIso(text: string): DateParts | null {
  const [datePart = '', timePart, ...rest] = splitIso(text);
  if (rest.length > 0) return null;
  const date = ISO_DATE.exec(datePart) ?? ISO_BASIC.exec(datePart);
  if (date === null) return null;
  const [, year, month, day] = date;
  const parts = { year: Number(year), month: numberOf(month), day: numberOf(day) };
  if (!isRealDay(parts)) return null;
  if (timePart === undefined) return parts;
  const clock = ISO_TIME.exec(timePart.trim());
  if (clock === null || day === undefined) return null;
  const [, hour, minute, second, zone] = clock;
  const time = clockTime(Number(hour), Number(minute ?? 0), numberOf(second), zone ? isoZone(zone) : '');
  return time === null ? null : { ...parts, time };
}

/** Cuts at the `T` or at the first space, whichever the text uses. */
function splitIso(text: string): readonly string[] {
  const at = text.search(/[Tt\s]/);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

interface WordRules {
  readonly language: string | null;
  /** RFC 822 allows two-digit years; in print they are too easily days. */
  readonly shortYears: boolean;
}

const DATE_TOKEN =
  /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?!\d)|\d{1,2}[:h.]\d{2}(?::\d{2})?(?=$|[^\d.])|(?:utc|gmt)?[+-]\d{1,2}:?(?:\d{2})?(?!\d)|\d+|[\p{L}-]+|[^\s]/gu;

/** Reads the tokens of a date in words, each of which must be understood. */
function parseWords(text: string, rules: WordRules): DateParts | null {
  const tokens = normalisePrinted(text).match(DATE_TOKEN) ?? [];
  const numbers: { value: number; digits: number; ordinal: boolean }[] = [];
  let month: number | undefined;
  let monthAt = 0;
  let dated: DateParts | null = null;
  let clock: { hour: number; minute: number; second: number | undefined } | null = null;
  let zoneName: string | null = null;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    const next = tokens[at + 1] ?? '';
    const time: RegExpExecArray | null = /^(\d{1,2})[:h.](\d{2})(?::(\d{2}))?$/.exec(token);
    if (time !== null && clock === null) {
      clock = { hour: Number(time[1]), minute: Number(time[2]), second: numberOf(time[3]) };
    } else if (/^\d+[./-]\d+[./-]\d+$/.test(token)) {
      if (dated !== null) return null;
      dated = numericDate(token, rules.language);
      if (dated === null) return null;
    } else if (/^\d+$/.test(token)) {
      if (/^(?:am|pm|uhr|h|heures?|ore)$/.test(next) && clock === null && token.length <= 2) {
        clock = { hour: Number(token), minute: 0, second: undefined };
        // "14 h 30": the minutes follow the hour's mark.
        if (/^h$/.test(next) && /^\d{2}$/.test(tokens[at + 2] ?? '')) {
          clock.minute = Number(tokens[at + 2]);
          at += 2;
        }
        continue;
      }
      numbers.push({
        value: Number(token),
        digits: token.length,
        ordinal: /^(?:st|nd|rd|th|er|º|ª|°)$/.test(next),
      });
    } else if (/^(?:am|pm)$/.test(token)) {
      if (clock === null || clock.hour > 12 || clock.hour === 0) return null;
      clock.hour = (clock.hour % 12) + (token === 'pm' ? 12 : 0);
    } else if (MONTH_BY_NAME.has(token) && month === undefined) {
      month = MONTH_BY_NAME.get(token);
      monthAt = numbers.length;
    } else if (clock !== null && zoneName === null && isZoneName(token)) {
      zoneName = token;
    } else if (zoneName !== null && /^(?:utc|gmt)$/.test(zoneName) && /^[+-]\d/.test(token)) {
      zoneName = token;
    } else if (!isFiller(token) || (token === '-' && next === '')) {
      return null;
    }
  }
  const date = dated ?? wordedDate(numbers, month, monthAt, rules);
  if (date === null || (dated !== null && (numbers.length > 0 || month !== undefined))) return null;
  if (clock === null) return zoneName === null ? date : null;
  if (date.day === undefined) return null;
  const time = clockTime(clock.hour, clock.minute, clock.second, namedZone(zoneName, date));
  return time === null ? null : { ...date, time };
}

/** Lower case, one kind of dash, `a.m.` as `am`, abbreviation dots gone, noon written out. */
function normalisePrinted(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[–—−]/g, '-')
    .replace(/\b([ap])\.?\s?m\b\.?/g, '$1m')
    .replace(/(\p{L})\./gu, '$1 ')
    .replace(/(\d)\.(?=\s|$)/g, '$1 ')
    .replace(/(\d)(st|nd|rd|th|er|am|pm|h|uhr)\b/g, '$1 $2')
    .replace(/(\d) h (?=\d{2}\b)/g, '$1h');
}

function isFiller(token: string): boolean {
  return (
    DATE_FILLERS.has(token) ||
    /^[,;:|()·•@-]$|^(?:st|nd|rd|th|er|º|ª|°|h|ter)$/.test(token) ||
    /^(?:heures?|hrs?)$/.test(token)
  );
}

function wordedDate(
  numbers: readonly { value: number; digits: number; ordinal: boolean }[],
  month: number | undefined,
  monthAt: number,
  rules: WordRules,
): DateParts | null {
  if (month === undefined) {
    const [only] = numbers;
    return numbers.length === 1 && only?.digits === 4 && !only.ordinal ? checked({ year: only.value }) : null;
  }
  const longYear = numbers.findIndex((number) => number.digits === 4);
  // RFC 822: `07 Sep 02`; the year stands after the month and the day before it.
  const shortYear =
    rules.shortYears && monthAt === 1 && numbers.length === 2 && numbers[1]?.digits === 2 ? 1 : -1;
  const yearAt = longYear >= 0 ? longYear : shortYear;
  const year = numbers[yearAt];
  if (year === undefined) return null;
  const others = numbers.filter((_, at) => at !== yearAt);
  if (others.length > 1 || others.some((number) => number.digits > 2)) return null;
  const full = year.digits === 2 ? year.value + (year.value < 50 ? 2000 : 1900) : year.value;
  return checked({ year: full, month, day: others[0]?.value });
}

/** Year first, or day and month told apart by size, by the dots of day-first countries, or by the language. */
function numericDate(token: string, language: string | null): DateParts | null {
  const [first = '', second = '', third = ''] = token.split(/[./-]/);
  if (first.length === 4) return checked({ year: Number(first), month: Number(second), day: Number(third) });
  if (third.length !== 4) return null;
  const year = Number(third);
  const [a, b] = [Number(first), Number(second)];
  const dayFirst = { year, month: b, day: a };
  const monthFirst = { year, month: a, day: b };
  if (a > 12 || a === b || token.includes('.')) return checked(dayFirst);
  if (b > 12) return checked(monthFirst);
  if (language === null || /^en$/i.test(language)) return null;
  return checked(/^en-US$/i.test(language) ? monthFirst : dayFirst);
}

function isZoneName(token: string): boolean {
  return (
    ZONE_OFFSETS.has(token) ||
    DAYLIGHT_ZONES.has(token) ||
    AMBIGUOUS_ZONES.has(token) ||
    /^(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?$/.test(token)
  );
}

/** `Z` or an offset; empty where the name has several meanings. */
function namedZone(name: string | null, date: DateParts): string {
  if (name === null) return '';
  const offset = ZONE_OFFSETS.get(name);
  if (offset !== undefined) return printOffset(offset);
  const daylight = DAYLIGHT_ZONES.get(name);
  if (daylight !== undefined) return daylightOffset(daylight, date);
  return AMBIGUOUS_ZONES.has(name) ? '' : isoZone(name.replace(/^(?:utc|gmt)/, ''));
}

/** The offset at noon UTC of that day: the clocks change at night. */
function daylightOffset(timeZone: string, date: DateParts): string {
  const noon = new Date(utcMillis(date, 12, 0, 0));
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(noon);
  return isoZone(parts.find((part) => part.type === 'timeZoneName')?.value.replace('GMT', '') ?? 'Z');
}

function isoZone(zone: string): string {
  if (/^(?:z|utc|gmt|)$/i.test(zone)) return 'Z';
  const digits = zone.slice(1).replace(':', '');
  const hours = digits.slice(0, digits.length > 2 ? -2 : undefined);
  const minutes = digits.length > 2 ? digits.slice(-2) : '0';
  const total = Number(hours) * 60 + Number(minutes);
  return printOffset(zone.startsWith('-') ? -total : total);
}

function printOffset(minutes: number): string {
  if (minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

function zoneMinutes(zone: string): number {
  if (zone === 'Z' || zone === '') return 0;
  const size = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith('-') ? -size : size;
}

/** Null for a time that no clock shows. A leap second is read as the second before it. */
function clockTime(hour: number, minute: number, second: number | undefined, zone: string): ClockTime | null {
  if (hour > 23 || minute > 59 || (second ?? 0) > 60 || Math.abs(zoneMinutes(zone)) > 14 * 60) return null;
  return { hour, minute, second: second === 60 ? 59 : second, zone };
}

function checked(parts: DateParts): DateParts | null {
  return isRealDay(parts) ? parts : null;
}

function isRealDay({ year, month, day }: DateParts): boolean {
  if (year < 1000 || year > 2999) return false;
  if (month === undefined) return day === undefined;
  if (month < 1 || month > 12) return false;
  return day === undefined || (day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate());
}

function utcMillis({ year, month, day }: DateParts, hour: number, minute: number, second: number): number {
  return Date.UTC(year, (month ?? 1) - 1, day ?? 1, hour, minute, second);
}

function printParts({ year, month, day, time }: DateParts, printed: string | null): PartialDate {
  if (month === undefined) return { iso: `${year}`, precision: 'YEAR', printed };
  if (day === undefined) return { iso: `${year}-${pad(month)}`, precision: 'MONTH', printed };
  const date = `${year}-${pad(month)}-${pad(day)}`;
  if (time === undefined) return { iso: date, precision: 'DAY', printed };
  const minutes = `${date}T${pad(time.hour)}:${pad(time.minute)}`;
  if (time.second === undefined) return { iso: `${minutes}${time.zone}`, precision: 'MINUTE', printed };
  return { iso: `${minutes}:${pad(time.second)}${time.zone}`, precision: 'SECOND', printed };
}

function pad(number: number): string {
  return `${number}`.padStart(2, '0');
}

function numberOf(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}
