import { type PartialDate, parseMachineDate } from '../../text/dates.ts';
import { articleDraft } from './article-draft.ts';
import { languageTag } from './feed-fields.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { isObject, type JsonObject } from './json-values.ts';
import type {
  ArchivedAs,
  ArticleDraft,
  AuthorDraft,
  ImageDraft,
  LinkedName,
  OutletDraft,
  Profile,
  RefusalCode,
  RightsDraft,
} from './reader.ts';

type Read = { readonly draft: ArticleDraft } | { readonly code: RefusalCode; readonly wrong: string };

/** A field that does not have the type the schema states; ends the reading of its record. */
class WrongField extends Error {}

/** Names that other exporters use, by ours. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  headline: ['title'],
  datePublished: ['publishedAt', 'date', 'published'],
  dateModified: ['modifiedAt', 'updated'],
  body: ['articleBody', 'text', 'content'],
  bodyHtml: ['html', 'content_html'],
  inLanguage: ['language', 'lang'],
  description: ['summary', 'abstract'],
  authors: ['author'],
  id: ['externalId', 'guid'],
};

/**
 * Reads an object in the shape of `jsonLinesSchema`. A field of the wrong type is told by its name and place, and
 * nothing of the record is taken; keys that the schema does not know are passed over.
 */
export function parseArticleRecord(record: JsonObject): Read {
  try {
    const fields = new Fields(record, '');
    const headline = fields.text('headline');
    if (headline === null) return { code: 'NO_HEADLINE', wrong: 'The record has no "headline".' };
    return { draft: readRecord(fields, headline) };
  } catch (error) {
    if (error instanceof WrongField) return { code: 'MALFORMED', wrong: error.message };
    throw error;
  }
}

function readRecord(fields: Fields, headline: string): ArticleDraft {
  const url = fields.text('url');
  const html = fields.text('bodyHtml');
  const base = /^https?:\/\//i.test(url ?? '') ? url : null;
  const origin = fields.object('isBasedOn');
  return articleDraft({
    url,
    externalId: fields.textOrNumber('id'),
    headline,
    alternativeHeadline: fields.text('alternativeHeadline'),
    description: fields.text('description'),
    byline: fields.text('byline'),
    authors: fields.list('authors').map(readAuthor),
    publisher: readOutlet(fields),
    datePublished: fields.date('datePublished'),
    dateModified: fields.date('dateModified'),
    dateline: fields.text('dateline'),
    isBasedOn: origin ? { outlet: origin.linked('outlet'), url: origin.text('url') } : null,
    regions: fields.list('regions').map(readLinked),
    themes: fields.list('themes').map(readLinked),
    reports: fields.list('reports').map(readLinked),
    keywords: fields.texts('keywords'),
    inLanguage: languageTag(fields.text('inLanguage')),
    translations: fields.list('translations').map((entry) => {
      const translation = entry.asFields();
      return {
        inLanguage: translation.required('inLanguage'),
        url: translation.text('url'),
        headline: translation.text('headline'),
      };
    }),
    body: fields.text('body') ?? (html === null ? '' : htmlToMarkdown(html, { baseUrl: base }).markdown),
    image: readImage(fields.object('image')),
    notes: fields.texts('notes'),
    rights: readRights(fields.object('rights')),
    discussionUrl: fields.text('discussionUrl'),
    boilerplate: fields.texts('boilerplate'),
    provenance: fields.object('provenance')?.strings() ?? {},
    ...archivedAs(fields.object('archive')),
  });
}

/** The outlet by its name alone, or with what its pages say of it. */
function readOutlet(fields: Fields): OutletDraft | null {
  const outlet = fields.linked('publisher');
  const more = fields.whole('publisher');
  if (outlet === null || more === null) return outlet;
  const profiles = more.list('profiles').map(readProfile);
  const said = {
    membershipUrl: more.text('membershipUrl'),
    discussionUrl: more.text('discussionUrl'),
    newsletterUrl: more.text('newsletterUrl'),
    contact: more.text('contact'),
    mediaContact: more.text('mediaContact'),
    languageCount: more.count('languageCount'),
  };
  return {
    ...outlet,
    ...(profiles.length > 0 && { profiles }),
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null)),
  };
}

/** What our own export says of the record; any other file has no such object, and half a one is none. */
function archivedAs(archive: Fields | null): { archivedAs?: ArchivedAs } {
  if (archive === null) return {};
  const [id, slug] = [archive.text('id'), archive.text('slug')];
  const [createdAt, updatedAt] = [archive.text('createdAt'), archive.text('updatedAt')];
  const isWhole =
    /^article_[\w-]{22}$/.test(id ?? '') &&
    /^[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*$/u.test(slug ?? '') &&
    [createdAt, updatedAt].every((at) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at ?? ''));
  if (!isWhole || id === null || slug === null || createdAt === null || updatedAt === null) return {};
  return { archivedAs: { id, slug, createdAt, updatedAt } };
}

function readLinked(entry: Entry): LinkedName {
  if (typeof entry.value === 'string') return { name: wellFormed(entry.value).trim(), url: null };
  const fields = entry.asFields();
  return { name: fields.required('name'), url: fields.text('url') };
}

function readAuthor(entry: Entry): AuthorDraft {
  if (typeof entry.value === 'string') return { name: wellFormed(entry.value).trim(), url: null };
  const fields = entry.asFields();
  const description = fields.text('description');
  const affiliations = fields.texts('affiliations');
  const profiles = fields.list('profiles').map(readProfile);
  return {
    name: fields.required('name'),
    url: fields.text('url'),
    ...(description === null ? {} : { description }),
    ...(affiliations.length === 0 ? {} : { affiliations }),
    ...(profiles.length === 0 ? {} : { profiles }),
  };
}

function readProfile(profile: Entry): Profile {
  const fields = profile.asFields();
  return { network: fields.required('network'), url: fields.text('url') };
}

function readImage(image: Fields | null): ImageDraft | null {
  if (!image) return null;
  return {
    url: image.text('url'),
    caption: image.text('caption'),
    credit: image.text('credit'),
    creditUrl: image.text('creditUrl'),
  };
}

function readRights(rights: Fields | null): RightsDraft | null {
  if (!rights) return null;
  const year = rights.textOrNumber('year');
  return {
    holders: rights.list('holders').map(readLinked),
    year: year !== null && /^\d{4}$/.test(year) ? Number(year) : null,
    notice: rights.text('notice'),
    licenceUrl: rights.text('licenceUrl'),
    disclaimer: rights.text('disclaimer'),
    permission: rights.text('permission'),
    conditions: rights.text('conditions'),
    fairUse: rights.text('fairUse'),
    contact: rights.text('contact'),
  };
}

/** One entry of a list, with its place for messages (`authors[1]`). */
class Entry {
  constructor(
    readonly value: unknown,
    private readonly place: string,
  ) {}

  asFields(): Fields {
    if (!isObject(this.value)) throw new WrongField(`"${this.place}" has to be a text or an object.`);
    return new Fields(this.value, `${this.place}.`);
  }
}

/** Fields of an object, read by the type that the schema states. Absent and null are the same. */
class Fields {
  constructor(
    private readonly record: JsonObject,
    private readonly place: string,
  ) {}

  text(name: string): string | null {
    const value = this.valueOf(name);
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string') throw this.wrong(name, `a text${unlike(value)}`);
    return value.trim() === '' ? null : wellFormed(value).trim();
  }

  /** A text or a number as text: keys at the origin and years are often numbers. */
  textOrNumber(name: string): string | null {
    const value = this.valueOf(name);
    return typeof value === 'number' ? String(value) : this.text(name);
  }

  required(name: string): string {
    const text = this.text(name);
    if (text === null) throw this.wrong(name, 'a text');
    return text;
  }

  texts(name: string): string[] {
    return this.list(name).map(({ value }) => {
      if (typeof value !== 'string') throw this.wrong(name, `a list of texts${unlike(value)}`);
      return wellFormed(value);
    });
  }

  list(name: string): Entry[] {
    const value = this.valueOf(name);
    if (value === undefined || value === null) return [];
    const isSingle = typeof value === 'string' || isObject(value);
    if (!Array.isArray(value) && !isSingle) throw this.wrong(name, 'a list');
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.map((entry, index) => new Entry(entry, `${this.place}${name}[${index}]`));
  }

  object(name: string): Fields | null {
    const value = this.valueOf(name);
    if (value === undefined || value === null) return null;
    if (!isObject(value)) throw this.wrong(name, 'an object');
    return new Fields(value, `${this.place}${name}.`);
  }

  /** An object; null where there is none, or a text in its place. */
  whole(name: string): Fields | null {
    const value = this.valueOf(name);
    return isObject(value) ? new Fields(value, `${this.place}${name}.`) : null;
  }

  /** A whole number from 1; null for anything else. */
  count(name: string): number | null {
    const text = this.textOrNumber(name);
    return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
  }

  linked(name: string): LinkedName | null {
    const value = this.valueOf(name);
    return value === undefined || value === null || value === ''
      ? null
      : readLinked(new Entry(value, `${this.place}${name}`));
  }

  date(name: string): PartialDate | null {
    const printed = this.text(name);
    const date = printed === null ? null : parseMachineDate(printed);
    if (printed !== null && date === null)
      throw this.wrong(name, `a date (ISO 8601), not "${printed.slice(0, 40)}"`);
    return date === null ? null : { ...date, printed: this.text(`${name}Printed`) };
  }

  strings(): Record<string, string> {
    const entries = Object.entries(this.record).filter(([, value]) => value !== null);
    return Object.fromEntries(
      entries.map(([name, value]) => {
        if (typeof value !== 'string') throw this.wrong(name, `a text${unlike(value)}`);
        return [name, wellFormed(value)];
      }),
    );
  }

  private valueOf(name: string): unknown {
    const keys = this.place === '' ? [name, ...(ALIASES[name] ?? [])] : [name];
    return this.record[
      keys.find((key) => this.record[key] !== undefined && this.record[key] !== null) ?? name
    ];
  }

  private wrong(name: string, wanted: string): WrongField {
    return new WrongField(`"${this.place}${name}" has to be ${wanted}.`);
  }
}

/** What was found in place of a text, where it is short enough to be shown. */
function unlike(value: unknown): string {
  return typeof value === 'number' || typeof value === 'boolean'
    ? `, not ${value} without quotation marks`
    : '';
}

/** Surrogates that stand alone, as "\ud83d" in JSON, are no text and no database takes them. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
