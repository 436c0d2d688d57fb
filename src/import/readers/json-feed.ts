import { createHash } from 'node:crypto';
import { parseMachineDate } from '../../text/dates.ts';
import { plainTextOf } from '../../text/markdown-body.ts';
import { articleDraft, HEADLINE_FROM_TEXT, headlineFromText, refusal } from './article-draft.ts';
import { decodeXmlBytes } from './decode-xml.ts';
import { EMPTY_HINT } from './feed-document.ts';
import { authorsFrom, languageTag, peopleIn, plainTitle } from './feed-fields.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { findArrayValues } from './json-spans.ts';
import {
  isObject,
  type JsonObject,
  objectAt,
  objectsAt,
  parseJson,
  stringAt,
  stringsAt,
} from './json-values.ts';
import { LineFinder } from './line-finder.ts';
import type { ArticleDraft, Reader, ReaderInput, ReadItem, Refusal } from './reader.ts';
import { resolveAddress } from './xml-tree.ts';

/** JSON Feed 1.0 and 1.1, https://jsonfeed.org/version/1.1 */
export const jsonFeed = {
  format: 'json-feed',
  recognises: (head) =>
    /^[\s\ufeff]*\{/.test(head) && /"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\\?\/version\\?\/1/.test(head),
  read: readJsonFeed,
} satisfies Reader;

function* readJsonFeed(input: ReaderInput): Generator<ReadItem | Refusal> {
  const { text, byteOffsets } = decodeXmlBytes(input.bytes, input.contentType);
  const lines = new LineFinder(text);
  const values = findArrayValues(text, 'items');
  if (values === null) {
    yield refusal('MALFORMED', { file: input.file, line: 1 }, 'The feed has no "items".', HINT);
    return;
  }
  const feed = headOf(text, values[0]?.start ?? null);
  for (const [index, { start, end, whole }] of values.entries()) {
    const raw = text.slice(start, end);
    const byteRange: readonly [number, number] = byteOffsets
      ? [byteOffsets(start), byteOffsets(end)]
      : [0, input.bytes.length];
    const at = { file: input.file, line: lines.lineAt(start), byteRange };
    yield {
      locator: `${input.file}#item-${index + 1}`,
      byteRange,
      contentHash: createHash('sha256').update(raw).digest('hex'),
      raw,
      parse: () => {
        if (!whole) return refusal('MALFORMED', at, 'The file ends inside this item.', HINT);
        const item = parseJson(raw);
        return isObject(item)
          ? parseItem(item, feed, input.url, at)
          : refusal('MALFORMED', at, 'The item is no JSON object.', HINT);
      },
    };
  }
}

const HINT = 'Check the line with a JSON validator and that the file was saved whole, then import it again.';

/** The feed's own fields: all of it without its items, so that broken items cannot hide the feed's title. */
function headOf(text: string, firstItem: number | null): JsonObject {
  const whole = firstItem === null ? parseJson(text) : null;
  if (isObject(whole)) return whole;
  const open = text.slice(0, firstItem ?? text.length).lastIndexOf('[');
  const before = parseJson(`${text.slice(0, open)}[]}`);
  const full = isObject(before) ? before : {};
  if (stringAt(full, 'title') !== null) return full;
  const all = parseJson(text);
  return isObject(all) ? { ...all, items: [] } : full;
}

function parseItem(
  item: JsonObject,
  feed: JsonObject,
  feedUrl: string | null,
  at: Refusal['at'],
): ArticleDraft | Refusal {
  const base = stringAt(feed, 'home_page_url') ?? feedUrl;
  const id = stringAt(item, 'id');
  const printedUrl =
    stringAt(item, 'url') ?? (/^https?:\/\//i.test(id ?? '') ? id : null) ?? stringAt(item, 'external_url');
  const url = printedUrl === null ? null : resolveAddress(printedUrl, base);
  const html = stringAt(item, 'content_html');
  const plain = stringAt(item, 'content_text');
  const body = htmlToMarkdown(html ?? (plain ?? '').replace(/&/g, '&amp;').replace(/</g, '&lt;'), {
    baseUrl: /^https?:\/\//i.test(url ?? '') ? url : base,
    blankLinesAreParagraphs: html === null,
  });
  const title = stringAt(item, 'title');
  const headline = title === null ? headlineFromText(plainTextOf(body.markdown)) : plainTitle(title);
  if (headline === null && url === null) return refusal('EMPTY', at, 'The item says nothing.', EMPTY_HINT);
  const people = [...objectsAt(item, 'authors'), ...[objectAt(item, 'author')].filter(isObject)];
  const named =
    people.length > 0
      ? people
      : [...objectsAt(feed, 'authors'), ...[objectAt(feed, 'author')].filter(isObject)];
  const authors = authorsFrom(
    named.flatMap((person) =>
      peopleIn(stringAt(person, 'name') ?? '').map((name) => ({ name, url: stringAt(person, 'url') })),
    ),
  );
  const image = stringAt(item, 'image', 'banner_image') ?? body.images[0]?.url ?? null;
  const published = parseMachineDate(stringAt(item, 'date_published') ?? '');
  const modified = parseMachineDate(stringAt(item, 'date_modified') ?? '');
  const outlet = stringAt(feed, 'title');
  const external = stringAt(item, 'external_url');
  return articleDraft({
    url,
    externalId: id,
    headline: headline ?? '',
    description: stringAt(item, 'summary'),
    byline:
      authors.length > 0
        ? named
            .map((person) => stringAt(person, 'name'))
            .filter(Boolean)
            .join(', ')
        : null,
    authors,
    publisher: outlet === null ? null : { name: outlet, url: stringAt(feed, 'home_page_url') },
    datePublished: published ?? modified,
    dateModified: modified,
    isBasedOn: external !== null && external !== printedUrl ? { outlet: null, url: external } : null,
    keywords: [...new Set(stringsAt(item, 'tags'))],
    inLanguage: languageTag(stringAt(item, 'language') ?? stringAt(feed, 'language')),
    body: body.markdown,
    image:
      image === null
        ? null
        : { url: resolveAddress(image, base), caption: null, credit: null, creditUrl: null },
    provenance: {
      headline: title === null ? HEADLINE_FROM_TEXT : 'title',
      ...(authors.length > 0 ? { authors: people.length > 0 ? 'item' : 'feed' } : {}),
      ...(published || modified ? { datePublished: published ? 'date_published' : 'date_modified' } : {}),
      body: html === null ? 'content_text' : 'content_html',
    },
  });
}
