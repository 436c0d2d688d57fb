import { plainTextOf } from '../../text/markdown-body.ts';
import {
  AUTHORS_AS_PRINTED,
  articleDraft,
  HEADLINE_AS_PRINTED,
  HEADLINE_FROM_TEXT,
  headlineFromText,
  refusal,
  rightsDraft,
  URL_AS_PRINTED,
} from './article-draft.ts';
import { EMPTY_HINT, readFeedItems } from './feed-document.ts';
import {
  authorsFrom,
  dateOf,
  firstOf,
  imageOf,
  languageTag,
  lineOf,
  oneLine,
  peopleIn,
  placesOf,
  printedTitle,
  subjectsOf,
} from './feed-fields.ts';
import { feedRootOf } from './feed-outline.ts';
import { htmlToMarkdown, htmlToPlainText, type MarkdownFragment } from './html-to-markdown.ts';
import type { ArticleDraft, OutletDraft, Reader, ReaderInput, ReadItem, Refusal } from './reader.ts';
import {
  childrenNamed,
  elementsOf,
  markupInside,
  resolveAddress,
  textOf,
  type XmlElement,
} from './xml-tree.ts';

/** Atom 1.0 (RFC 4287) and 0.3, feeds and single entries, with Media RSS, Dublin Core and GeoRSS. */
export const atom = {
  format: 'atom',
  recognises: (head) => ['feed', 'entry'].includes(feedRootOf(head) ?? ''),
  read: readAtom,
} satisfies Reader;

function readAtom(input: ReaderInput): Generator<ReadItem | Refusal> {
  return readFeedItems(input, () => parseAtomEntry);
}

/** One `entry` as a draft. Refused when it holds neither a title nor a text nor a link. */
export function parseAtomEntry(
  entry: XmlElement,
  feed: XmlElement,
  at: Refusal['at'],
): ArticleDraft | Refusal {
  const provenance: Record<string, string> = {};
  const link = alternateLink(entry);
  const url = link === null ? null : resolveAddress(link, siteOf(feed));
  const content =
    firstOf(
      entry,
      'atom:content',
      'content',
      'content:encoded',
      'atom:summary',
      'summary',
      'media:description',
    ) ?? mediaText(entry);
  const body = content ? textConstructBody(content, url ?? siteOf(feed)) : null;
  const title = firstOf(entry, 'atom:title', 'title', 'dc:title', 'media:title');
  const words = title ? textConstructLine(title) : '';
  const headline = words || headlineFromText(plainTextOf(body?.markdown ?? ''));
  if (headline === null && url === null) return refusal('EMPTY', at, 'The entry says nothing.', EMPTY_HINT);

  provenance.headline = words === '' ? HEADLINE_FROM_TEXT : 'title';
  const printed = title && words !== '' && !isBase64(title) ? printedTitle(title, words) : null;
  if (printed !== null) provenance[HEADLINE_AS_PRINTED] = printed;
  if (url !== null) provenance.url = 'link';
  if (link !== null && link !== url) provenance[URL_AS_PRINTED] = link;
  if (content) provenance.body = content.key.replace('atom:', '');
  const published = dateOf(
    entry,
    'atom:published',
    'published',
    'atom:issued',
    'issued',
    'dc:date',
    'dcterms:issued',
    'atom:created',
    'created',
    'pubdate',
    'atom:updated',
    'updated',
    'atom:modified',
    'modified',
  );
  if (published) provenance.datePublished = published.key.replace('atom:', '');
  const modified = dateOf(entry, 'atom:updated', 'updated', 'atom:modified', 'modified', 'dcterms:modified');
  if (modified) provenance.dateModified = modified.key.replace('atom:', '');
  const people = authorsOf(entry, feed);
  if (people.authors.length > 0) provenance.authors = people.from;
  if (people.isSplit) provenance[AUTHORS_AS_PRINTED] = people.printed ?? '';
  const { themes, keywords } = subjectsOf(entry);
  if (themes.length > 0) provenance.themes = 'category';
  const { regions, coordinates } = placesOf(entry);
  if (coordinates !== null) provenance.coordinates = coordinates;
  const image = imageOf(entry, body, url ?? siteOf(feed)) ?? null;
  if (image) provenance.image = image.from;
  const language =
    languageTag(content?.context.lang ?? null) ??
    languageTag(entry.context.lang) ??
    languageTag(lineOf(entry, 'dc:language')) ??
    languageTag(lineOf(feed, 'dc:language', 'language'));
  if (language) provenance.inLanguage = 'xml:lang';
  const source = childrenNamed(entry, 'atom:source', 'source')[0];
  const rightsLine =
    firstOf(entry, 'atom:rights', 'rights', 'atom:copyright', 'copyright', 'dc:rights') ??
    firstOf(feed, 'atom:rights', 'rights', 'atom:copyright', 'copyright', 'dc:rights');

  return articleDraft({
    url,
    externalId: lineOf(entry, 'atom:id', 'id', 'guid'),
    headline: headline ?? '',
    description: summaryOf(entry, content),
    byline: people.printed,
    authors: people.authors,
    publisher: outletOf(feed),
    datePublished: published?.date ?? null,
    dateModified: modified?.date ?? null,
    isBasedOn: source ? originOf(source, entry) : null,
    regions,
    themes,
    keywords,
    inLanguage: language,
    translations: translationsOf(entry),
    body: body?.markdown ?? '',
    image: image?.image ?? null,
    rights: rightsDraft(
      rightsLine ? textConstructLine(rightsLine) : null,
      linkWith(entry, 'license') ?? linkWith(feed, 'license'),
    ),
    discussionUrl:
      linksOf(entry).find((link) => link.rel === 'replies' && /html/.test(link.type))?.url ?? null,
    provenance,
  });
}

/** YouTube and others put the text into a Media RSS group. */
function mediaText(entry: XmlElement): XmlElement | null {
  const group = childrenNamed(entry, 'media:group')[0];
  return group ? firstOf(group, 'media:description') : null;
}

type TextKind = 'text' | 'html' | 'xhtml';

/** RFC 4287 section 3.1 and 4.1.3.1; Atom 0.3 says `mode` and media types instead. */
function kindOf(element: XmlElement): TextKind {
  const type = (element.attributes.get('type') ?? 'text').trim().toLowerCase();
  const mode = element.attributes.get('mode');
  if (elementsOf(element).length > 0) return 'xhtml';
  if (mode === 'escaped' || type.includes('html')) return 'html';
  if (mode === 'xml') return 'xhtml';
  return element.key.startsWith('media:') || element.key.startsWith('content:') ? 'html' : 'text';
}

/** Atom 0.3 says `mode="base64"`; in 1.0 any type that is no text is in base64 (RFC 4287 section 4.1.3.3). */
function isBase64(element: XmlElement): boolean {
  const type = (element.attributes.get('type') ?? 'text').trim().toLowerCase();
  if (element.attributes.get('mode') === 'base64') return true;
  const isText = !type.includes('/') || type.startsWith('text/') || /xml$|html/.test(type);
  return !isText && !element.attributes.has('mode') && /^[A-Za-z0-9+/=\s]+$/.test(textOf(element));
}

function htmlOf(element: XmlElement): string {
  const kind = kindOf(element);
  if (kind === 'xhtml') return markupInside(element);
  const text = isBase64(element) ? Buffer.from(textOf(element), 'base64').toString('utf8') : textOf(element);
  // Many feeds leave out the type of an HTML text: tags or double references tell.
  if (kind === 'html' || /<\/?[a-z][^<>]{0,500}>|&(?:#\d+|[a-z]+);/i.test(text)) return text;
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

function textConstructLine(element: XmlElement): string {
  return kindOf(element) === 'text' &&
    !isBase64(element) &&
    !/&(?:#\d{1,7}|[a-z]{2,10});/i.test(textOf(element))
    ? oneLine(textOf(element))
    : htmlToPlainText(htmlOf(element));
}

function textConstructBody(element: XmlElement, fallback: string | null): MarkdownFragment {
  const html = htmlOf(element);
  const base =
    [element.context.base, fallback].find((address) => /^https?:\/\//i.test(address ?? '')) ?? null;
  return htmlToMarkdown(html, {
    baseUrl: base,
    blankLinesAreParagraphs: !/<(?:p|br|div|li)[\s/>]/i.test(html),
  });
}

function summaryOf(entry: XmlElement, content: XmlElement | null): string | null {
  const summary = firstOf(entry, 'atom:summary', 'summary', 'atom:subtitle', 'subtitle');
  if (!summary || summary === content) return null;
  return textConstructLine(summary) || null;
}

interface AtomLink {
  readonly rel: string;
  readonly type: string;
  readonly url: string;
  readonly language: string | null;
  readonly title: string | null;
}

/** Links with their addresses resolved (RFC 4287 section 4.2.7); IANA's long relation names cut to the short ones. */
function linksOf(element: XmlElement): AtomLink[] {
  return childrenNamed(element, 'atom:link', 'link').flatMap((link) => {
    const printed = link.attributes.get('href') ?? textOf(link).trim();
    if (printed === '') return [];
    return {
      rel: (link.attributes.get('rel') ?? 'alternate').replace(
        /^https?:\/\/www\.iana\.org\/assignments\/relation\//,
        '',
      ),
      type: link.attributes.get('type') ?? 'text/html',
      url: resolveAddress(printed, link.context.base),
      language: languageTag(link.attributes.get('hreflang') ?? null),
      title: link.attributes.get('title') ?? null,
    };
  });
}

function linkWith(element: XmlElement, rel: string): string | null {
  return linksOf(element).find((link) => link.rel === rel)?.url ?? null;
}

/** The page of the entry: an HTML alternate before any other; an `id` that is an address where no link is. */
function alternateLink(entry: XmlElement): string | null {
  const alternates = linksOf(entry).filter((link) => link.rel === 'alternate');
  const link = alternates.find((candidate) => /html/.test(candidate.type)) ?? alternates[0];
  const content = childrenNamed(entry, 'atom:content', 'content').find((element) =>
    element.attributes.has('src'),
  );
  const source = content ? resolveAddress(content.attributes.get('src') ?? '', content.context.base) : null;
  return link?.url ?? source ?? addressIn(lineOf(entry, 'atom:id', 'id'));
}

function addressIn(id: string | null): string | null {
  return id !== null && /^https?:\/\//i.test(id) ? id : null;
}

function siteOf(feed: XmlElement): string | null {
  const links = linksOf(feed);
  const preferred = [
    ...links.filter((link) => link.rel === 'alternate'),
    ...links.filter((link) => link.rel === 'self'),
  ];
  return preferred.map((link) => link.url).find((url) => /^https?:\/\//i.test(url)) ?? feed.context.base;
}

/** Authors of the entry, else of the source it was taken from, else of the feed (RFC 4287 section 4.2.1). */
function authorsOf(entry: XmlElement, feed: XmlElement) {
  const source = childrenNamed(entry, 'atom:source', 'source')[0];
  for (const [holder, from] of [
    [entry, 'author'],
    [source, 'source/author'],
    [feed, 'feed/author'],
  ] as const) {
    if (!holder) continue;
    const printed: string[] = [];
    const found = childrenNamed(holder, 'atom:author', 'author', 'dc:creator').flatMap((person) => {
      const name =
        lineOf(person, 'atom:name', 'name') ??
        lineOf(person, 'atom:email', 'email') ??
        oneLine(person.children.filter((child) => typeof child === 'string').join(' '));
      const url = lineOf(person, 'atom:uri', 'uri', 'atom:url', 'url');
      if (name !== '') printed.push(name);
      const names = peopleIn(htmlToPlainText(name));
      return names.map((each) => ({
        name: each,
        url: names.length === 1 && url ? resolveAddress(url, person.context.base) : null,
      }));
    });
    if (found.length > 0)
      return {
        authors: authorsFrom(found),
        printed: [...new Set(printed)].join(', '),
        from,
        isSplit: printed.length === 1 && found.length > 1,
      };
  }
  return { authors: [], printed: null, from: '', isSplit: false };
}

function outletOf(feed: XmlElement): OutletDraft | null {
  const title = firstOf(feed, 'atom:title', 'title');
  const name = title ? textConstructLine(title) : '';
  return name === '' ? null : { name, url: siteOf(feed) };
}

/** The feed that an aggregator copied the entry from. */
function originOf(source: XmlElement, entry: XmlElement): ArticleDraft['isBasedOn'] {
  const outlet = outletOf(source);
  return outlet ? { outlet: { name: outlet.name, url: outlet.url }, url: linkWith(entry, 'via') } : null;
}

function translationsOf(entry: XmlElement): ArticleDraft['translations'] {
  return linksOf(entry).flatMap((link) =>
    link.rel === 'alternate' && link.language !== null && link.language !== languageTag(entry.context.lang)
      ? [{ inLanguage: link.language, url: link.url, headline: link.title }]
      : [],
  );
}
