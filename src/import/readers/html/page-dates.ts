import type { Element } from 'domhandler';
import { type PartialDate, parseMachineDate, parsePrintedDate } from '../../../text/dates.ts';
import type { Found } from './headline.ts';
import { attribute, attributeWords, classNames, originalAddress, textOf } from './html-tree.ts';
import type { PageFacts } from './page-facts.ts';
import { textOfLd } from './page-json-ld.ts';
import { parentOf } from './piece-frame.ts';
import { dateInLine, dateOfAppearance } from './printed-dates.ts';

/** When a piece appeared and when it was last changed; null where the page does not say. */
export interface PageDates {
  readonly published: Found<PartialDate> | null;
  readonly modified: Found<PartialDate> | null;
}

interface Candidate extends Found<PartialDate> {
  /** How far the place is to be believed when places disagree on the day. */
  readonly weight: number;
}

/** Names of `meta` for the day a piece appeared: Open Graph, Dublin Core, Highwire, Parse.ly, Sailthru and older customs. */
const PUBLISHED_META: Readonly<Record<string, number>> = {
  'article:published_time': 5,
  'og:article:published_time': 5,
  'og:published_time': 4,
  datepublished: 5,
  'article:published': 4,
  citation_publication_date: 4,
  citation_date: 3,
  'parsely-pub-date': 4,
  'sailthru.date': 4,
  'dcterms.created': 3,
  'dc.date.issued': 4,
  'dcterms.issued': 4,
  'dc.date.created': 3,
  'dc.date': 3,
  'dcterms.date': 3,
  pubdate: 4,
  publishdate: 4,
  'publish-date': 4,
  publish_date: 4,
  published_date: 4,
  published: 3,
  'article.published': 4,
  'date.published': 4,
  'cxenseparse:recs:publishtime': 4,
  'cxenseparse:publishtime': 4,
  'bt:pubdate': 4,
  article_date_original: 4,
  originalpublicationdate: 4,
  'rnews:datepublished': 4,
  mediator_published_time: 4,
  displaydate: 2,
  ptime: 3,
  date: 3,
  dat: 2,
  datecreated: 3,
};

const MODIFIED_META = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'article:updated',
  'article:modified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'revised',
];

const PUBLISHED_CLASS =
  /(?:^|[-_])(?:published|dt-published|pubdate|entry-date|post-date|publish-date|article-date|date-published|postdate|posted-on|submitted|publication-time|publish-time|publication-date|dateline|date|datum|timestamp|time|fecha|data)(?:$|[-_])/i;
const MODIFIED_CLASS = /(?:^|[-_])(?:updated?|modified|last-modified|dt-updated)(?:$|[-_])/i;

/** Lines that give the day of a change. */
const IS_UPDATE =
  /(?:updated?|modified|revised|aktualisiert|geändert|stand|mis à jour|actualizado|aggiornato|atualizado|güncelle|обновлен|оновлен|更新)/iu;

/** `/2024/03/09/` or `/2024-03-09-` in an address. */
const DAY_IN_URL = /[/_-]((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_\-.]|$)/;

/**
 * When the piece appeared and when it was last changed, as precisely as the page says.
 *
 * Structured data, `meta`, microdata, `time` and printed lines near the title are weighed by day: the day most of them
 * support wins, and of its sources the most trusted gives the value. `elsewhere` gives the page's other lines, asked for a
 * sentence such as "was posted on" only when nothing else states a day. A page that states no day has none.
 */
export function findDates(
  facts: PageFacts,
  language: string | null,
  lines: readonly string[],
  elsewhere: () => readonly string[],
): PageDates {
  const published: Candidate[] = [];
  const modified: Candidate[] = [];
  const add = (list: Candidate[], date: PartialDate | null, from: string, weight: number): void => {
    if (date && isPlausible(date)) list.push({ value: date, from, weight });
  };

  const { article, webPage } = facts.ld;
  for (const [node, name, trust] of [
    [article, 'json-ld', 6],
    [webPage, 'json-ld WebPage', 3],
  ] as const) {
    if (!node) continue;
    const first = machineDate(textOfLd(node.datePublished));
    const last = machineDate(textOfLd(node.dateModified));
    // Some systems state the last change as the first day: then an earlier day printed by the title is the first.
    const isSuspect = first && last && first.iso.slice(0, 10) >= last.iso.slice(0, 10);
    add(published, first, `${name} datePublished`, isSuspect ? trust / 3 : trust);
    if (!node.datePublished)
      add(published, machineDate(textOfLd(node.dateCreated)), `${name} dateCreated`, trust - 2);
    add(modified, last, `${name} dateModified`, trust);
  }
  for (const [name, values] of facts.metas) {
    const weight = PUBLISHED_META[name];
    const value = values[0];
    if (value && weight)
      add(published, machineDate(value) ?? parsePrintedDate(value, language), `meta ${name}`, weight);
  }
  for (const name of MODIFIED_META)
    add(modified, machineDate(facts.metas.get(name)?.[0] ?? null), `meta ${name}`, 4);

  for (const [property, list] of [
    ['datepublished', published],
    ['datemodified', modified],
  ] as const) {
    for (const element of facts.itemprops.get(property) ?? []) {
      if (element.name === 'meta' || facts.frame.isBeside(element)) continue;
      add(
        list,
        dateOf(element, language),
        `microdata ${property === 'datepublished' ? 'datePublished' : 'dateModified'}`,
        4,
      );
    }
  }
  readTimes(facts, language, published, modified, add);
  readMarkedDates(facts, language, published, modified, add);

  if (facts.savedFrom) add(published, dayInUrl(facts.savedFrom), 'address', 1.6);
  for (const [at, line] of lines.entries()) {
    const date = dateInLine(line, language);
    if (date)
      add(IS_UPDATE.test(line) ? modified : published, date, 'printed line', Math.max(0.5, 2.3 - at * 0.1));
  }
  if (published.length === 0) add(published, dateOfAppearance(elsewhere(), language), 'printed sentence', 1);
  const changed = pickByDay(modified);
  return { published: pickByDay(withoutChanges(published, changed)), modified: changed };
}

type Add = (list: Candidate[], date: PartialDate | null, from: string, weight: number) => void;

function readTimes(
  facts: PageFacts,
  language: string | null,
  published: Candidate[],
  modified: Candidate[],
  add: Add,
): void {
  let place = 0;
  for (const element of facts.times) {
    if (place > 6) break;
    if (facts.frame.isBeside(element) || isInCard(element)) continue;
    const date = dateOf(element, language);
    if (!date) continue;
    const classes = `${element.attribs.class ?? ''} ${parentOf(element)?.attribs.class ?? ''}`.split(/\s+/);
    const isModified =
      classes.some((name) => MODIFIED_CLASS.test(name)) &&
      !classes.some((name) => /publish|entry-date/i.test(name));
    if (isModified) add(modified, date, 'time element', 2);
    else
      add(published, date, 'time element', (element.attribs.pubdate !== undefined ? 3.5 : 3) - place * 0.5);
    place += 1;
  }
}

function readMarkedDates(
  facts: PageFacts,
  language: string | null,
  published: Candidate[],
  modified: Candidate[],
  add: Add,
): void {
  let place = 0;
  for (const element of facts.elements) {
    const own = element.attribs.class ?? element.attribs.id;
    if (!own || element.name === 'time' || place > 4) continue;
    if (!PUBLISHED_CLASS.test(own.replace(/([a-z])([A-Z])/g, '$1-$2').replace(/[\s_]+/g, '-'))) continue;
    const text = textOf(element);
    if (text.length > 120 || text === '' || facts.frame.isBeside(element) || isInCard(element)) continue;
    const date = dateOf(element, language) ?? dateInLine(text, language);
    if (!date) continue;
    if (IS_UPDATE.test(text) || MODIFIED_CLASS.test(own)) add(modified, date, 'marked date', 2 - place * 0.3);
    else add(published, date, 'marked date', 2 - place * 0.3);
    place += 1;
  }
}

/** Dates of teasers stand in list items and in `article`s beside the first. */
function isInCard(element: Element): boolean {
  for (let here: Element | null = element; here; here = parentOf(here)) {
    if (here.name === 'footer' && !parentOf(here)) return true;
    if (classNames(here).some((name) => /(?:^|[-_])(?:card|teaser|tile|listing|loop)(?:$|[-_])/i.test(name)))
      return true;
  }
  return false;
}

function dateOf(element: Element, language: string | null): PartialDate | null {
  const machine =
    attribute(element, 'datetime') ??
    attribute(element, 'content') ??
    (attributeWords(element, 'class').includes('value-title') ? attribute(element, 'title') : null);
  const stated = machine ? machineDate(machine) : null;
  if (stated) return stated;
  const title = attribute(element, 'title');
  const text = textOf(element);
  return (
    (title ? machineDate(title) : null) ?? parsePrintedDate(text, language) ?? dateInLine(text, language)
  );
}

function machineDate(text: string | null): PartialDate | null {
  if (!text) return null;
  return (
    parseMachineDate(text) ??
    parseMachineDate(text.replace(/^(\d{4}-\d\d-\d\d)[ T].*$/, '$1')) ??
    stampDate(text)
  );
}

/** Seconds or milliseconds since 1970. */
function stampDate(text: string): PartialDate | null {
  if (!/^\d{10}(?:\d{3})?$/.test(text)) return null;
  const iso = new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString();
  return { iso: `${iso.slice(0, 19)}Z`, precision: 'SECOND', printed: null };
}

function dayInUrl(url: string): PartialDate | null {
  const match = DAY_IN_URL.exec(originalAddress(url));
  return match ? parseMachineDate(`${match[1]}-${match[2]}-${match[3]}`) : null;
}

/** Years outside these are counters, sizes and placeholders. */
function isPlausible(date: PartialDate): boolean {
  const year = Number(date.iso.slice(0, 4));
  return year >= 1700 && year <= 2100;
}

/** A printed day that the page also states as the day of its last change is that, when another day is stated for its first. */
function withoutChanges(
  published: readonly Candidate[],
  changed: Found<PartialDate> | null,
): readonly Candidate[] {
  if (!changed) return published;
  const isPrinted = ({ from }: Candidate): boolean =>
    from === 'marked date' || from === 'printed line' || from === 'time element';
  const rest = published.filter(
    (candidate) => !isPrinted(candidate) || !sharesDay(candidate.value.iso, changed.value.iso),
  );
  return rest.length > 0 ? rest : published;
}

function pickByDay(candidates: readonly Candidate[]): Found<PartialDate> | null {
  let best: Candidate | null = null;
  let bestSupport = 0;
  for (const candidate of candidates) {
    const support = candidates
      .filter((other) => sharesDay(candidate.value.iso, other.value.iso))
      .reduce((sum, other) => sum + other.weight, 0);
    const better =
      support > bestSupport + 1e-9 ||
      (best && Math.abs(support - bestSupport) < 1e-9 && candidate.weight > best.weight);
    if (better) {
      best = candidate;
      bestSupport = support;
    }
  }
  return best ? { value: best.value, from: best.from } : null;
}

/** Whether two dates can be the same day somewhere: the written days, or those in UTC. */
function sharesDay(a: string, b: string): boolean {
  const left = daysOf(a);
  return daysOf(b).some((day) => left.includes(day));
}

function daysOf(iso: string): readonly string[] {
  const written = iso.slice(0, 10);
  if (!/T.*(?:Z|[+-]\d\d:\d\d)$/.test(iso)) return [written];
  const time = Date.parse(iso);
  return Number.isNaN(time) ? [written] : [written, new Date(time).toISOString().slice(0, 10)];
}
