import type { CitableWork } from './citable-work.ts';
import { type CitedName, plainName, splitCitedName } from './cited-name.ts';

/** Year, month, day, as many as known. */
export interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[];
}

/** A record of CSL-JSON 1.0.2 as far as news needs it, https://docs.citationstyles.org/en/stable/specification.html */
export interface CslItem {
  readonly id: string;
  readonly type: 'article-newspaper';
  readonly title: string;
  readonly author?: readonly CitedName[];
  readonly 'container-title'?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly URL?: string;
  readonly language?: string;
  /** What the piece is of another one: "Translation of “Drei Brücken”". */
  readonly genre?: string;
  readonly 'original-title'?: string;
  readonly note?: string;
}

/** UTF-16 units. Longer fields are cut with an ellipsis: no headline is, and citeproc's time grows with the square of it. */
const MAX_FIELD_LENGTH = 500;
/** No style prints more than twenty. */
const MAX_AUTHORS = 200;

/** The CSL record of an article, or of the article that a quote stands in. Absent facts are absent keys. */
export function toCslItem(work: CitableWork): CslItem {
  const issued = work.datePublished === null ? null : parseDateParts(work.datePublished);
  const accessed = parseDateParts(work.accessed ?? '');
  const genre = translationNote(work);
  const original = work.translationOf?.headline ?? null;
  const notes = [quoteNote(work), republicationNote(work)].filter((note) => note !== null);
  return {
    id: citationKey(work),
    type: 'article-newspaper',
    title: oneLine(work.headline),
    ...(work.authors.length === 0 ? {} : { author: work.authors.slice(0, MAX_AUTHORS).map(splitCitedName) }),
    ...(work.outlet === null ? {} : { 'container-title': oneLine(work.outlet) }),
    ...(issued === null ? {} : { issued }),
    ...(accessed === null ? {} : { accessed }),
    ...(work.url === null ? {} : { URL: work.url }),
    ...(work.inLanguage === null || work.inLanguage === 'und' ? {} : { language: work.inLanguage }),
    ...(genre === null ? {} : { genre }),
    ...(original === null ? {} : { 'original-title': oneLine(original) }),
    ...(notes.length === 0 ? {} : { note: notes.join(' ') }),
  };
}

/** One line without control characters, cut where it is longer than any headline. */
export function oneLine(text: string): string {
  const line = text.replace(/[\s\p{Cc}\ue000-\uf8ff]+/gu, ' ').trim();
  return line.length <= MAX_FIELD_LENGTH ? line : `${line.slice(0, MAX_FIELD_LENGTH - 1).trimEnd()}…`;
}

/** "2024-03-09T14:30Z" -> `[[2024, 3, 9]]`, in the page's own zone; null for what is no date. */
function parseDateParts(iso: string): CslDate | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T|$)/.exec(iso);
  return match === null
    ? null
    : {
        'date-parts': [
          match
            .slice(1)
            .filter((part) => part !== undefined)
            .map(Number),
        ],
      };
}

/** `venn2024-the-bridge-is`: first author, year, first words; plain ASCII, the same for the same work. */
export function citationKey(work: CitableWork): string {
  const [first] = work.authors;
  const name = first === undefined ? null : splitCitedName(first);
  const author = name === null ? (work.outlet ?? '') : 'literal' in name ? name.literal : name.family;
  const year = /^\d{4}/.exec(work.datePublished ?? '')?.[0] ?? '';
  const words = plainWords(work.headline).slice(0, 3).join('-');
  return `${plainWords(author).join('').slice(0, 30)}${year}${words === '' ? '' : `-${words}`}` || 'untitled';
}

function plainWords(text: string): string[] {
  const ascii = text
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase();
  return ascii.split(/[^a-z0-9]+/).filter((word) => word !== '');
}

/** "Translation of “Drei Brücken”" or "Translation from German"; null for an original and when nothing is known of it. */
export function translationNote({ translationOf }: CitableWork): string | null {
  if (translationOf === undefined || translationOf === null) return null;
  if (translationOf.headline !== null) return `Translation of “${oneLine(translationOf.headline)}”`;
  const language = translationOf.inLanguage === null ? null : languageName(translationOf.inLanguage);
  return language === null ? 'Translation' : `Translation from ${language}`;
}

function languageName(tag: string): string | null {
  try {
    return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag) ?? null;
  } catch {
    return null; // not a BCP 47 tag
  }
}

/** "The Harbour Ledger, https://…", either of them, or null. */
export function firstAppearance({ isBasedOn }: CitableWork): string | null {
  const { outlet = null, url = null } = isBasedOn ?? {};
  const parts = [outlet === null ? null : oneLine(outlet), url].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

function republicationNote(work: CitableWork): string | null {
  const first = firstAppearance(work);
  return first === null ? null : `Originally published in ${first}.`;
}

function quoteNote({ quote }: CitableWork): string | null {
  if (quote === undefined || quote === null) return null;
  const speaker = quote.speaker === null ? '' : `${plainName(quote.speaker)}: `;
  return `${speaker}“${innerQuotes(oneLine(quote.text))}”`;
}

/** Double marks inside a quotation become single ones, as all three styles ask. */
export function innerQuotes(text: string): string {
  return text
    .replace(/[“«„]\s?/g, '‘')
    .replace(/\s?[”»]/g, '’')
    .replace(/(^|[\s([—–-])"/g, '$1‘')
    .replaceAll('"', '’');
}
