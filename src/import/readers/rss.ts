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
  bodyOf,
  dateOf,
  firstOf,
  imageOf,
  languageTag,
  lineOf,
  oneLine,
  peopleIn,
  personName,
  placesOf,
  printedTitle,
  subjectsOf,
  titleText,
} from './feed-fields.ts';
import type { ListedRefusal } from './feed-listing.ts';
import { feedRootOf } from './feed-outline.ts';
import { htmlToPlainText } from './html-to-markdown.ts';
import type {
  ArticleDraft,
  LinkedName,
  OutletDraft,
  Reader,
  ReaderInput,
  ReadItem,
  Refusal,
} from './reader.ts';
import { childrenNamed, resolveAddress, textOf, type XmlElement } from './xml-tree.ts';

/**
 * RSS 0.9x, 1.0 (RDF) and 2.0 with content, Dublin Core, Media RSS, iTunes, GeoRSS and Atom elements.
 *
 * @see https://www.rssboard.org/rss-specification and https://web.resource.org/rss/1.0/spec
 */
export const rss = {
  format: 'rss',
  recognises: (head) => ['rss', 'rdf', 'channel'].includes(feedRootOf(head) ?? ''),
  read: readRss,
} satisfies Reader;

function readRss(input: ReaderInput): Generator<ReadItem | Refusal> {
  return readFeedItems(input, () => parseRssItem);
}

/** Where feeds put the day of publication, the most exact first. */
const PUBLISHED_KEYS = [
  'pubdate',
  'dc:date',
  'dcterms:issued',
  'published',
  'atom:published',
  'dcterms:created',
  'dc:created',
  'dcterms:available',
  'prism:publicationdate',
  'atom:updated',
  'updated',
] as const;

/** One `item` as a draft. Refused when it holds neither a title nor a text nor a link. */
export function parseRssItem(
  item: XmlElement,
  channel: XmlElement,
  at: Refusal['at'],
): ArticleDraft | Refusal {
  const provenance: Record<string, string> = {};
  const link = linkOf(item, channel);
  const text = bodySource(item);
  const body = text ? bodyOf(text, link?.url ?? addressOf(channel)) : null;
  const headline = headlineOf(item, body?.markdown ?? '');
  if (headline === null && link === null) return emptyItem(item, at);

  if (headline) provenance.headline = headline.from;
  if (headline?.printed) provenance[HEADLINE_AS_PRINTED] = headline.printed;
  if (link) provenance.url = link.from;
  if (link?.printed) provenance[URL_AS_PRINTED] = link.printed;
  if (text) provenance.body = text.key;
  const published = dateOf(item, ...PUBLISHED_KEYS);
  if (published) provenance.datePublished = published.key;
  const modified = dateOf(item, 'dcterms:modified', 'atom:updated', 'updated', 'lastbuilddate');
  if (modified) provenance.dateModified = modified.key;
  const people = authorFields(item);
  if (people) provenance.authors = people.from;
  if (people?.printed.length === 1 && people.names.length > 1)
    provenance[AUTHORS_AS_PRINTED] = people.printed[0] ?? '';
  const { themes, keywords } = subjectsOf(item);
  if (themes.length > 0) provenance.themes = 'category';
  const { regions, coordinates } = placesOf(item);
  if (coordinates !== null) provenance.coordinates = coordinates;
  const image = imageOf(item, body, link?.url ?? addressOf(channel));
  if (image) provenance.image = image.from;
  const language =
    languageTag(lineOf(item, 'dc:language', 'language')) ??
    languageTag(item.context.lang) ??
    languageTag(lineOf(channel, 'language', 'dc:language'));
  if (language) provenance.inLanguage = lineOf(item, 'dc:language', 'language') ? 'item' : 'feed';

  return articleDraft({
    url: link?.url ?? null,
    externalId: lineOf(item, 'guid', 'atom:id', 'dc:identifier') ?? item.attributes.get('rdf:about') ?? null,
    headline: headline?.text ?? '',
    description: summaryOf(item, text),
    byline: people?.printed.join(', ') ?? null,
    authors: people ? authorsFrom(people.names.map((name) => ({ name }))) : [],
    publisher: outletOf(item, channel),
    datePublished: published?.date ?? null,
    dateModified: modified?.date ?? null,
    isBasedOn: sourceOf(item),
    regions,
    themes,
    keywords,
    inLanguage: language,
    body: body?.markdown ?? '',
    image: image?.image ?? null,
    rights: rightsDraft(
      lineOf(item, 'dc:rights', 'dcterms:rights', 'media:copyright', 'copyright') ??
        lineOf(channel, 'copyright', 'dc:rights', 'media:copyright', 'atom:rights'),
      licenceOf(item) ?? licenceOf(channel),
    ),
    discussionUrl: lineOf(item, 'comments'),
    provenance,
  });
}

/** An item without title, text and link; what date and author it has is listed. */
function emptyItem(item: XmlElement, at: Refusal['at']): ListedRefusal {
  const listed = {
    title: null,
    link: null,
    publishedAt: dateOf(item, ...PUBLISHED_KEYS)?.date.iso ?? null,
    authors: authorFields(item)?.printed ?? [],
  };
  return { ...refusal('EMPTY', at, 'The item says nothing.', EMPTY_HINT), listed };
}

interface PrintedValue {
  readonly from: string;
  /** As the source prints it, where that differs from what was read; null where it does not. */
  readonly printed: string | null;
}

function headlineOf(item: XmlElement, body: string): (PrintedValue & { readonly text: string }) | null {
  for (const key of ['title', 'atom:title', 'dc:title', 'media:title', 'itunes:title'])
    for (const element of childrenNamed(item, key)) {
      const text = titleText(element);
      if (text !== '') return { text, from: key, printed: printedTitle(element, text) };
    }
  const words = headlineFromText(plainTextOf(body));
  return words === null ? null : { text: words, from: HEADLINE_FROM_TEXT, printed: null };
}

/** The element that holds the text: the full one where a feed gives both. */
function bodySource(item: XmlElement): XmlElement | null {
  return firstOf(
    item,
    'content:encoded',
    'xhtml:body',
    'body',
    'atom:content',
    'content',
    'fullitem',
    'description',
    'atom:summary',
    'dc:description',
    'itunes:summary',
    'media:description',
    'summary',
  );
}

const SUMMARY_KEYS = [
  'description',
  'atom:summary',
  'summary',
  'dc:description',
  'itunes:subtitle',
  'itunes:summary',
] as const;

/** The first summary that stands beside the text and says something else. */
function summaryOf(item: XmlElement, text: XmlElement | null): string | null {
  const body = text === null ? '' : htmlToPlainText(textOf(text));
  for (const element of SUMMARY_KEYS.flatMap((key) => childrenNamed(item, key))) {
    const plain = element === text ? '' : htmlToPlainText(textOf(element));
    if (plain !== '' && plain !== body) return plain;
  }
  return null;
}

/** Address of the piece: `link`, a GUID that is one, RSS 1.0's `rdf:about`, an Atom link. */
function linkOf(item: XmlElement, channel: XmlElement): (PrintedValue & { readonly url: string }) | null {
  const found = (printed: string | undefined, from: string) => {
    const address = printed?.replace(/[\t\n\r]/g, '').trim() ?? '';
    if (address === '') return null;
    const stated = resolveAddress(address, item.context.base);
    const url = resolveAddress(stated, addressOf(channel));
    return { url, from, printed: url === stated ? null : stated };
  };
  for (const link of childrenNamed(item, 'link')) {
    const address = textOf(link).trim() || link.attributes.get('href');
    if (address) return found(address, 'link');
  }
  for (const link of childrenNamed(item, 'atom:link'))
    if ((link.attributes.get('rel') ?? 'alternate') === 'alternate' && link.attributes.has('href'))
      return found(link.attributes.get('href'), 'atom:link');
  for (const guid of childrenNamed(item, 'guid')) {
    const printed = textOf(guid).trim();
    const stated = guid.attributes.get('ispermalink')?.toLowerCase();
    if (stated !== 'false' && (/^https?:\/\//i.test(printed) || (stated === 'true' && printed !== '')))
      return found(printed, 'guid');
  }
  const about = item.attributes.get('rdf:about');
  if (about && /^https?:\/\//i.test(about)) return found(about, 'rdf:about');
  return found(lineOf(item, 'feedburner:origlink') ?? undefined, 'feedburner:origLink');
}

/** Address of the site, as a base where the feed states no other. */
function addressOf(channel: XmlElement): string | null {
  const link = childrenNamed(channel, 'link')
    .map((element) => textOf(element).trim())
    .find((text) => /^https?:\/\//i.test(text));
  if (link) return link;
  const self = childrenNamed(channel, 'atom:link').map((element) => element.attributes.get('href') ?? '');
  return self.find((address) => /^https?:\/\//i.test(address)) ?? channel.context.base;
}

interface AuthorFields {
  /** Values of the elements, in order, each once. */
  readonly printed: readonly string[];
  readonly names: readonly string[];
  readonly from: string;
}

const AUTHOR_KEYS = [
  'dc:creator',
  'author',
  'dc:author',
  'atom:author',
  'itunes:author',
  'media:credit',
] as const;

/** People named by any of the author elements. An address alone counts only where nobody is named. */
function authorFields(item: XmlElement): AuthorFields | null {
  const found = AUTHOR_KEYS.flatMap((key) =>
    childrenNamed(item, key)
      .filter((element) => key !== 'media:credit' || element.attributes.get('role') === 'author')
      .map((element) => lineOf(element, 'atom:name', 'name', 'email', 'atom:email') ?? textOf(element))
      .map((text) => ({ key, text: personName(htmlToPlainText(text)) }))
      .filter(({ text }) => text !== ''),
  );
  const named = found.filter(({ text }) => !/^\S+@\S+$/.test(text));
  const kept = named.length > 0 ? named : found;
  const printed = [...new Set(kept.map(({ text }) => text))];
  return kept.length === 0 ? null : { printed, names: printed.flatMap(peopleIn), from: kept[0]?.key ?? '' };
}

function outletOf(item: XmlElement, channel: XmlElement): OutletDraft | null {
  const title = childrenNamed(channel, 'title', 'atom:title', 'dc:title')[0];
  const name =
    lineOf(item, 'dc:publisher') ?? lineOf(channel, 'dc:publisher') ?? (title ? titleText(title) : '');
  return name === '' ? null : { name, url: addressOf(channel) };
}

/** The feed an aggregator took the item from (`source`), or the work Dublin Core names. */
function sourceOf(item: XmlElement): { outlet: LinkedName | null; url: string | null } | null {
  const source = childrenNamed(item, 'source')[0];
  const name = source ? oneLine(textOf(source)) : '';
  if (source && name !== '')
    return { outlet: { name, url: source.attributes.get('url') ?? null }, url: null };
  const printed = lineOf(item, 'dc:source');
  if (printed === null) return null;
  return /^https?:\/\//i.test(printed)
    ? { outlet: null, url: printed }
    : { outlet: { name: printed, url: null }, url: null };
}

function licenceOf(element: XmlElement): string | null {
  for (const licence of childrenNamed(
    element,
    'creativecommons:license',
    'cc:license',
    'media:license',
    'dcterms:license',
  )) {
    const url =
      licence.attributes.get('rdf:resource') ?? licence.attributes.get('href') ?? textOf(licence).trim();
    if (/^https?:\/\//i.test(url)) return url;
  }
  return (
    childrenNamed(element, 'atom:link')
      .find((link) => link.attributes.get('rel') === 'license')
      ?.attributes.get('href') ?? null
  );
}
