import { createHash } from 'node:crypto';
import { parseMachineDate } from '../../text/dates.ts';
import { plainTextOf } from '../../text/markdown-body.ts';
import { articleDraft, HEADLINE_FROM_TEXT, headlineFromText, refusal, rightsDraft } from './article-draft.ts';
import { decodeXmlBytes } from './decode-xml.ts';
import { authorsFrom, languageTag, peopleIn, plainTitle } from './feed-fields.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { findArrayValues, type JsonSpan } from './json-spans.ts';
import { isObject, type JsonObject, objectsAt, parseJson, stringAt, stringsAt } from './json-values.ts';
import { LineFinder } from './line-finder.ts';
import type {
  ArticleDraft,
  ImageDraft,
  LinkedName,
  Reader,
  ReaderInput,
  ReadItem,
  Refusal,
} from './reader.ts';

/**
 * ninjs 2 and 3 (IPTC News in JSON), and 1 where its names differ: one item, an array of items, or `{"items": […]}`.
 * Versions 2 and 3 differ in the case of their names, so names are compared in lower case.
 *
 * @see https://iptc.org/standards/ninjs/
 */
export const ninjs = {
  format: 'ninjs',
  recognises: (head) =>
    /^[\s\ufeff]*[[{]/.test(head) &&
    /"uri"\s*:/.test(head) &&
    /"(?:versioncreated|firstcreated|contentcreated|pubstatus|representationtype|bodies|headlines|body_x?html|body_text)"\s*:/i.test(
      head,
    ),
  read: readNinjs,
} satisfies Reader;

function* readNinjs(input: ReaderInput): Generator<ReadItem | Refusal> {
  const { text, byteOffsets } = decodeXmlBytes(input.bytes, input.contentType);
  const lines = new LineFinder(text);
  const whole: JsonSpan[] = [{ start: 0, end: text.length, whole: true }];
  const spans = findArrayValues(text, null) ?? findArrayValues(text, 'items') ?? whole;
  for (const [index, { start, end, whole: isWhole }] of spans.entries()) {
    const raw = text.slice(start, end);
    const byteRange: readonly [number, number] = byteOffsets
      ? [byteOffsets(start), byteOffsets(end)]
      : [0, input.bytes.length];
    const at = { file: input.file, line: lines.lineAt(start), byteRange };
    yield {
      locator: spans.length === 1 ? input.file : `${input.file}#item-${index + 1}`,
      byteRange,
      contentHash: createHash('sha256').update(raw).digest('hex'),
      raw,
      parse: () => {
        const item = isWhole ? parseJson(raw) : null;
        return isObject(item)
          ? parseItem(lowerKeys(item), at)
          : refusal('MALFORMED', at, 'The item is no whole JSON object.', HINT);
      },
    };
  }
}

const HINT = 'Check the line with a JSON validator and that the file was saved whole, then import it again.';

function parseItem(item: JsonObject, at: Refusal['at']): ArticleDraft | Refusal {
  const type = stringAt(item, 'type') ?? 'text';
  if (!['text', 'composite'].includes(type))
    return refusal(
      'NOT_AN_ARTICLE',
      at,
      `A ninjs item of type "${type}".`,
      'Pictures and sound come in with the texts they belong to.',
    );
  const status = stringAt(item, 'pubstatus') ?? 'usable';
  if (status !== 'usable')
    return refusal(
      'NOT_PUBLISHED',
      at,
      `The agency marked the item "${status}".`,
      'Withheld and cancelled items are left out.',
    );
  const uri = stringAt(item, 'uri');
  const { markdown, images } = bodyOf(item, uri);
  const printed = textOf(item, 'headlines', ['main', 'simple']) ?? stringAt(item, 'headline', 'title');
  const headline = printed === null ? headlineFromText(plainTextOf(markdown)) : plainTitle(printed);
  if (headline === null)
    return refusal(
      'NO_HEADLINE',
      at,
      'The item has neither a headline nor a text.',
      'Ask the agency for the whole item.',
    );
  const byline = stringAt(item, 'by', 'byline');
  const authors = authorsOf(item, byline);
  const published = parseMachineDate(
    stringAt(item, 'firstcreated', 'contentcreated', 'versioncreated') ?? '',
  );
  const modified = parseMachineDate(stringAt(item, 'versioncreated') ?? '');
  const source = objectsAt(item, 'infosources', 'infosource')[0];
  const sourceName = source ? stringAt(source, 'name', 'literal') : null;
  const holder = stringAt(item, 'copyrightholder');
  const rights = rightsDraft(stringAt(item, 'copyrightnotice'), linkedLicence(item));
  const image =
    associatedImage(item) ??
    (images[0]
      ? { url: images[0].url, caption: images[0].caption ?? images[0].alt, credit: null, creditUrl: null }
      : null);
  const note = stringAt(item, 'ednote');
  return articleDraft({
    url: canonicalOf(item, uri),
    externalId: uri,
    headline,
    alternativeHeadline: textOf(item, 'headlines', ['sub', 'subhead', 'secondary', 'deck']),
    description:
      textOf(item, 'descriptions', ['summary', 'main', 'text']) ?? stringAt(item, 'description_text'),
    byline,
    authors,
    publisher: publisherOf(item, holder),
    datePublished: published,
    dateModified: modified?.iso === published?.iso ? null : modified,
    dateline: stringAt(item, 'located'),
    isBasedOn:
      sourceName === null || sourceName === holder
        ? null
        : {
            outlet: { name: sourceName, url: source ? webAddress(stringAt(source, 'uri')) : null },
            url: null,
          },
    regions: namesIn(item, 'places', 'place'),
    themes: namesIn(item, 'subjects', 'subject'),
    keywords: [
      ...new Set([
        ...stringsAt(item, 'keywords'),
        ...namesIn(item, 'people', 'person').map(({ name }) => name),
        ...namesIn(item, 'organisations', 'organisation').map(({ name }) => name),
      ]),
    ],
    inLanguage: languageTag(stringAt(item, 'language')),
    body: markdown,
    image,
    notes: note === null ? [] : [note],
    rights:
      rights === null && holder === null
        ? null
        : {
            ...(rights ?? NO_RIGHTS),
            holders: holder === null ? [] : [{ name: holder, url: null }],
            conditions: stringAt(item, 'usageterms'),
          },
    provenance: {
      headline: printed === null ? HEADLINE_FROM_TEXT : 'headlines',
      body: 'bodies',
      ...(authors.length > 0 ? { authors: 'by' } : {}),
    },
  });
}

const NO_RIGHTS = {
  holders: [],
  year: null,
  notice: null,
  licenceUrl: null,
  disclaimer: null,
  permission: null,
  conditions: null,
  fairUse: null,
  contact: null,
};

/** Names of all objects in lower case, so that versions 2 and 3 read alike. */
function lowerKeys(value: JsonObject, depth = 0): JsonObject {
  const lower = (inner: unknown): unknown => {
    if (depth > 6) return inner;
    if (Array.isArray(inner)) return inner.map(lower);
    return isObject(inner) ? lowerKeys(inner, depth + 1) : inner;
  };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toLowerCase(), lower(inner)]));
}

/** A text by the role it plays; without a known role, the first one. */
function textOf(item: JsonObject, key: string, roles: readonly string[]): string | null {
  const texts = objectsAt(item, key);
  for (const role of roles) {
    const found = texts.find((text) => stringAt(text, 'role')?.toLowerCase() === role);
    if (found) return stringAt(found, 'value');
  }
  const isMain = roles.includes('main');
  const first = texts.find((text) => stringAt(text, 'value') !== null);
  return isMain && first ? stringAt(first, 'value') : null;
}

function bodyOf(item: JsonObject, uri: string | null) {
  const bodies = objectsAt(item, 'bodies').filter((body) => stringAt(body, 'value') !== null);
  const isHtml = (body: JsonObject) =>
    /html/i.test(stringAt(body, 'contenttype') ?? stringAt(body, 'role') ?? '');
  const html = bodies.find(isHtml);
  const plain =
    bodies.find((body) => /text\/plain/i.test(stringAt(body, 'contenttype') ?? '')) ??
    bodies.find((body) => !/xml/i.test(stringAt(body, 'contenttype') ?? ''));
  const baseUrl = webAddress(uri);
  const markup = (html ? stringAt(html, 'value') : null) ?? stringAt(item, 'body_html', 'body_xhtml');
  if (markup !== null) return htmlToMarkdown(markup, { baseUrl });
  const text = (plain ? stringAt(plain, 'value') : null) ?? stringAt(item, 'body_text') ?? '';
  // Agencies end each paragraph with one line break, and some with two.
  const escaped = text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/\n{2,}/g, '\n')
    .replace(/\n/g, '\n\n');
  return htmlToMarkdown(escaped, { baseUrl, blankLinesAreParagraphs: true });
}

function authorsOf(item: JsonObject, byline: string | null) {
  const people = objectsAt(item, 'people', 'person').filter((person) =>
    /^(?:author|creator|byline|writer)$/i.test(stringAt(person, 'rel') ?? ''),
  );
  const named = people.map((person) => ({
    name: stringAt(person, 'name') ?? '',
    url: webAddress(stringAt(person, 'uri')),
  }));
  if (named.length > 0) return authorsFrom(named);
  return byline === null
    ? []
    : authorsFrom(peopleIn(byline.replace(/^(?:by|von|par|por|av)\s+/i, '')).map((name) => ({ name })));
}

function namesIn(item: JsonObject, ...keys: readonly string[]): LinkedName[] {
  const found = new Map<string, LinkedName>();
  for (const entry of objectsAt(item, ...keys)) {
    const name = stringAt(entry, 'name', 'literal');
    if (name !== null && !found.has(name)) found.set(name, { name, url: webAddress(stringAt(entry, 'uri')) });
  }
  return [...found.values()];
}

/** The first picture that goes with the text, in its biggest rendition. */
function associatedImage(item: JsonObject): ImageDraft | null {
  const associations = isObject(item.associations)
    ? Object.values(item.associations).filter(isObject)
    : objectsAt(item, 'associations');
  const picture = associations.find(
    (association) =>
      ['picture', 'graphic'].includes(stringAt(association, 'type') ?? '') &&
      stringAt(association, 'name') !== 'logo',
  );
  if (!picture) return null;
  const renditions = isObject(picture.renditions)
    ? Object.values(picture.renditions).filter(isObject)
    : objectsAt(picture, 'renditions');
  const width = (rendition: JsonObject) => Number(stringAt(rendition, 'width') ?? 0);
  const best = renditions
    .filter((rendition) => stringAt(rendition, 'href') !== null)
    .sort((a, b) => width(b) - width(a))[0];
  const url = (best ? stringAt(best, 'href') : null) ?? webAddress(stringAt(picture, 'uri'));
  const caption =
    textOf(picture, 'descriptions', ['caption', 'main']) ?? stringAt(picture, 'description_text');
  return url === null
    ? null
    : { url, caption, credit: stringAt(picture, 'by', 'byline', 'copyrightholder'), creditUrl: null };
}

/** The page of the piece: an alternative id with the role of an address, else the URI where it is one. */
function canonicalOf(item: JsonObject, uri: string | null): string | null {
  const page = objectsAt(item, 'altids').find((id) => /url|web|canonical/i.test(stringAt(id, 'role') ?? ''));
  return webAddress(page ? stringAt(page, 'value') : null) ?? webAddress(uri);
}

function publisherOf(item: JsonObject, holder: string | null): LinkedName | null {
  const provider = isObject(item.provider)
    ? stringAt(item.provider, 'name', 'literal')
    : stringAt(item, 'provider', 'source');
  const name = provider ?? holder;
  return name === null ? null : { name, url: null };
}

function linkedLicence(item: JsonObject): string | null {
  const info = isObject(item.rightsinfo) ? item.rightsinfo : null;
  return info ? webAddress(stringAt(info, 'linkedrights', 'licenceurl', 'licenseurl')) : null;
}

function webAddress(text: string | null): string | null {
  return text !== null && /^https?:\/\//i.test(text) ? text : null;
}
