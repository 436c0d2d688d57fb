import { createHash } from 'node:crypto';
import MarkdownIt from 'markdown-it';
import { type PartialDate, parseMachineDate, parsePrintedDate } from '../../text/dates.ts';
import { plainTextOf } from '../../text/markdown-body.ts';
import { articleDraft, HEADLINE_FROM_TEXT, headlineFromText, refusal, rightsDraft } from './article-draft.ts';
import { parseArticleRecord } from './article-record.ts';
import { decodeXmlBytes } from './decode-xml.ts';
import { authorsFrom, languageTag, peopleIn } from './feed-fields.ts';
import { type FrontMatter, splitFrontMatter } from './front-matter.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { jsonLinesSchema } from './json-lines-schema.ts';
import { isObject, type JsonObject, objectAt, stringAt } from './json-values.ts';
import type {
  ArticleDraft,
  AuthorDraft,
  ImageDraft,
  LinkedName,
  Reader,
  ReaderInput,
  ReadItem,
  Refusal,
} from './reader.ts';

/** Markdown with YAML or TOML front matter, by the names that Hugo, Jekyll, Eleventy and others use. */
export const markdownFile = {
  format: 'markdown',
  recognises: (head) =>
    /^\ufeff?(?:---|\+\+\+)[ \t]*\r?\n/.test(head) &&
    /\n(?:---|\+\+\+|\.\.\.)[ \t]*(?:\r?\n|$)/.test(head) &&
    /\n[\w"' -]{1,60}\s?[:=]/.test(head.slice(0, 4096)),
  read: readMarkdownFile,
} satisfies Reader;

function* readMarkdownFile(input: ReaderInput): Generator<ReadItem | Refusal> {
  const { text } = decodeXmlBytes(input.bytes, input.contentType);
  const matter = splitFrontMatter(text);
  yield {
    locator: input.file,
    byteRange: [0, input.bytes.length],
    contentHash: createHash('sha256').update(input.bytes).digest('hex'),
    raw: text,
    parse: () => parseFile(matter, input),
  };
  for (const { line, reason } of matter.problems)
    yield refusal(
      'MALFORMED',
      { file: input.file, line },
      `Front matter: ${reason}`,
      'Mend the line and import the file again; the rest of it was read.',
    );
}

function parseFile({ fields, body, problems }: FrontMatter, input: ReaderInput): ArticleDraft | Refusal {
  const at = { file: input.file, line: problems[0]?.line ?? 1 };
  if (Object.keys(fields).length === 0 && problems[0])
    return refusal(
      'MALFORMED',
      at,
      `The front matter cannot be read: ${problems[0].reason}`,
      'Mend the line and import the file again.',
    );
  const isDraft =
    fields.draft === true || fields.published === false || /^draft$/i.test(stringAt(fields, 'status') ?? '');
  if (isDraft)
    return refusal(
      'NOT_PUBLISHED',
      at,
      'The file is marked as a draft.',
      'Remove the mark once the piece is published.',
    );

  const exported = exportedRecord(fields, body);
  if (exported !== null) return exported;
  const url = webAddress(
    stringAt(
      fields,
      'canonical',
      'canonical_url',
      'canonicalurl',
      'url',
      'link',
      'permalink',
      'original_url',
    ),
    input.url,
  );
  const text = cleanMarkdown(body, url ?? input.url);
  const printed = stringAt(fields, 'headline', 'title');
  const own = firstHeading(text);
  const heading = own === null ? null : plainTextOf(own);
  const headline = printed ?? heading ?? headlineFromText(plainTextOf(text));
  if (headline === null)
    return refusal(
      'NO_HEADLINE',
      at,
      'The file has neither a title nor a text.',
      'Give it a "title" in the front matter.',
    );
  // A first heading that repeats the title is the title, printed where the site's pages want it.
  const rest =
    own !== null && heading === headline
      ? text.slice(text.indexOf('\n') + 1 || text.length).trimStart()
      : text;
  const byline = stringAt(fields, 'byline');
  const authors = authorsOf(fields, byline);
  const published = dateAt(
    fields,
    'datepublished',
    'date',
    'published',
    'published_at',
    'publisheddate',
    'publishdate',
    'publish_date',
    'pubdate',
    'created',
    'issued',
  );
  const modified = dateAt(
    fields,
    'datemodified',
    'lastmod',
    'updated',
    'modified',
    'last_modified_at',
    'updated_at',
  );
  const license = stringAt(fields, 'license', 'licence', 'licenceurl', 'licenseurl');
  return articleDraft({
    url,
    externalId: stringAt(fields, 'id', 'guid', 'uuid', 'slug'),
    headline,
    alternativeHeadline: stringAt(
      fields,
      'alternativeheadline',
      'subtitle',
      'subheadline',
      'subhead',
      'dek',
      'deck',
    ),
    description: stringAt(fields, 'description', 'summary', 'excerpt', 'standfirst', 'abstract', 'lead'),
    byline: byline ?? (authors.length > 0 ? authors.map(({ name }) => name).join(', ') : null),
    authors,
    publisher: linked(fields, 'publisher', 'outlet', 'site', 'publication')[0] ?? null,
    datePublished: published,
    dateModified: modified,
    dateline: stringAt(fields, 'dateline'),
    isBasedOn: sourceOf(fields),
    regions: linked(fields, 'regions', 'region', 'countries', 'country', 'places', 'location'),
    themes: linked(
      fields,
      'themes',
      'theme',
      'categories',
      'category',
      'topics',
      'topic',
      'sections',
      'section',
    ),
    reports: linked(fields, 'reports', 'report', 'series'),
    keywords: linked(fields, 'keywords', 'tags', 'tag').map(({ name }) => name),
    inLanguage: languageTag(stringAt(fields, 'inlanguage', 'language', 'lang', 'locale')),
    body: rest,
    image: imageOf(fields, url ?? input.url),
    notes: linked(fields, 'notes', 'note', 'editors_note').map(({ name }) => name),
    rights: rightsDraft(
      stringAt(fields, 'copyright', 'rights') ?? (webAddress(license, null) === null ? license : null),
      webAddress(license, null),
    ),
    discussionUrl: webAddress(stringAt(fields, 'discussionurl', 'comments_url'), null),
    provenance: {
      headline: printed !== null ? 'front matter' : heading !== null ? 'first heading' : HEADLINE_FROM_TEXT,
      body: 'markdown',
      ...(published ? { datePublished: 'front matter' } : {}),
      ...(authors.length > 0 ? { authors: 'front matter' } : {}),
    },
  });
}

/** Names of a record by their lower case, in which front matter is read. */
const RECORD_NAMES = new Map(
  Object.keys(jsonLinesSchema.properties).map((name) => [name.toLowerCase(), name]),
);

/** A file of our own export, told by its `archive`, says word for word what its JSON line says; null for any other. */
function exportedRecord(fields: JsonObject, body: string): ArticleDraft | null {
  if (!isObject(fields.archive)) return null;
  const named = Object.entries(fields).map(([name, value]) => [RECORD_NAMES.get(name) ?? name, value]);
  const read = parseArticleRecord({ ...Object.fromEntries(named), body } as JsonObject); // its keys are texts
  return 'draft' in read && read.draft.archivedAs !== undefined ? read.draft : null;
}

const renderer = new MarkdownIt('default', { html: true, linkify: false, typographer: false });

/** The body as it stands, or rendered and read back where it holds HTML or link references, which a body has not. */
function cleanMarkdown(body: string, base: string | null): string {
  const text = body.replace(/\r\n?/g, '\n').trim();
  const baseUrl = base !== null && /^https?:\/\//i.test(base) ? base : null;
  const isPlain =
    !/<[a-z/!?]|^ {0,3}\[[^\]\n]{1,200}\]:/im.test(text) &&
    (baseUrl === null || !/\]\(\s*<?(?!https?:|mailto:)/i.test(text));
  return isPlain ? text : htmlToMarkdown(renderer.render(text), { baseUrl }).markdown;
}

/** Markdown of the heading that opens a text, or null. */
function firstHeading(text: string): string | null {
  const line = text.split('\n', 1)[0] ?? '';
  if (!/^#[ \t]/.test(line) || line.length > 1_000) return null;
  return line
    .slice(1)
    .replace(/#+\s*$/, '')
    .trim();
}

function valuesAt(fields: JsonObject, keys: readonly string[]): unknown[] {
  for (const key of keys) {
    const value = fields[key];
    if (value === undefined || value === null || value === '') continue;
    return Array.isArray(value) ? value : [value];
  }
  return [];
}

/** Names under the first of the keys that is set: a list, one text with commas, or objects with `name` and `url`. */
function linked(fields: JsonObject, ...keys: readonly string[]): LinkedName[] {
  const values = valuesAt(fields, keys);
  const single =
    values.length === 1 &&
    typeof values[0] === 'string' &&
    /tags|keywords|categories|topics|regions|themes/.test(keys[0] ?? '')
      ? values[0].split(',')
      : values;
  const names = new Map<string, LinkedName>();
  for (const value of single) {
    const name = isObject(value)
      ? stringAt(value, 'name', 'title', 'label')
      : typeof value === 'string' || typeof value === 'number'
        ? String(value).trim()
        : null;
    if (name) names.set(name, { name, url: isObject(value) ? stringAt(value, 'url', 'link') : null });
  }
  return [...names.values()];
}

function authorsOf(fields: JsonObject, byline: string | null): AuthorDraft[] {
  const authors = valuesAt(fields, ['authors', 'author', 'creator', 'by']).flatMap((value): AuthorDraft[] => {
    if (typeof value === 'string')
      return peopleIn(value.replace(/^by\s+/i, '')).map((name) => ({ name, url: null }));
    if (!isObject(value)) return [];
    const name = stringAt(value, 'name', 'display_name');
    const note = stringAt(value, 'bio', 'description');
    return name === null
      ? []
      : [
          {
            name,
            url: stringAt(value, 'url', 'link', 'website'),
            ...(note === null ? {} : { description: note }),
          },
        ];
  });
  if (authors.length > 0 || byline === null) return authors;
  return authorsFrom(peopleIn(byline.replace(/^by\s+/i, '')).map((name) => ({ name })));
}

function dateAt(fields: JsonObject, ...keys: readonly string[]): PartialDate | null {
  const printed = stringAt(fields, ...keys);
  return printed === null ? null : (parseMachineDate(printed) ?? parsePrintedDate(printed));
}

function sourceOf(fields: JsonObject): ArticleDraft['isBasedOn'] {
  for (const key of ['isbasedon', 'source', 'original', 'republished_from', 'originally_published']) {
    const object = objectAt(fields, key);
    const name = object ? stringAt(object, 'name', 'outlet', 'title') : stringAt(fields, key);
    const url = object ? stringAt(object, 'url', 'link') : null;
    if (name === null && url === null) continue;
    return webAddress(name, null) === null
      ? { outlet: name === null ? null : { name, url: null }, url }
      : { outlet: null, url: name };
  }
  return null;
}

function imageOf(fields: JsonObject, base: string | null): ImageDraft | null {
  for (const key of [
    'image',
    'cover',
    'featured_image',
    'featuredimage',
    'hero',
    'thumbnail',
    'banner',
    'images',
  ]) {
    const first = valuesAt(fields, [key])[0];
    const object = isObject(first) ? first : null;
    const printed = object
      ? stringAt(object, 'url', 'src', 'image', 'path')
      : typeof first === 'string'
        ? first
        : null;
    if (printed === null) continue;
    const of = (...names: readonly string[]) => (object ? stringAt(object, ...names) : null);
    return {
      url: webAddress(printed, base) ?? printed,
      caption: of('caption', 'alt') ?? stringAt(fields, 'image_caption', 'image_alt'),
      credit: of('credit', 'photographer') ?? stringAt(fields, 'image_credit'),
      creditUrl: of('crediturl', 'credit_url'),
    };
  }
  return null;
}

/** An absolute web address; a relative one only where the base makes it one. */
function webAddress(printed: string | null, base: string | null): string | null {
  if (printed === null) return null;
  if (/^https?:\/\//i.test(printed)) return printed;
  return base !== null && /^https?:\/\//i.test(base) && URL.canParse(printed, base)
    ? new URL(printed, base).href
    : null;
}
