import { decodeHTML } from 'entities';
import { parseByline } from '../../text/byline.ts';
import { type PartialDate, parseMachineDate } from '../../text/dates.ts';
import { htmlToMarkdown, htmlToPlainText, type MarkdownFragment } from './html-to-markdown.ts';
import type { AuthorDraft, ImageDraft, LinkedName } from './reader.ts';
import {
  childrenNamed,
  elementsOf,
  markupInside,
  resolveAddress,
  textOf,
  type XmlElement,
} from './xml-tree.ts';

/** The first of the elements named, by the order of `keys`, that says anything; null when none does. */
export function firstOf(element: XmlElement, ...keys: readonly string[]): XmlElement | null {
  for (const key of keys)
    for (const child of childrenNamed(element, key)) if (textOf(child).trim() !== '') return child;
  return null;
}

/** Text of the first of the elements named that says anything, on one line; null when none does. */
export function lineOf(element: XmlElement, ...keys: readonly string[]): string | null {
  const found = firstOf(element, ...keys);
  return found ? oneLine(textOf(found)) || null : null;
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Inline tags that feeds put into titles; other angle brackets in a title are the author's own. */
const TITLE_MARKUP =
  /<\/?(?:b|i|em|strong|u|s|sup|sub|span|a|font|small|big|br|cite|q|abbr|code|wbr|img|p|div)(?:\s[^<>]*)?\/?>/i;

/**
 * A title as plain text on one line. RSS does not say whether titles are HTML: markup and references that
 * survive the XML are read as HTML, any other "<" stays.
 */
export function titleText(element: XmlElement): string {
  return elementsOf(element).length > 0
    ? htmlToPlainText(markupInside(element))
    : plainTitle(textOf(element));
}

/** A title that may hold markup or references, though it should not: read where it does, as it stands where not. */
export function plainTitle(text: string): string {
  if (TITLE_MARKUP.test(text)) return htmlToPlainText(text);
  if (!/&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/i.test(text)) return oneLine(text);
  return oneLine(htmlToPlainText(text.replace(/</g, '&lt;')));
}

/**
 * A title in the feed's own words: its markup and its references stand, but for the five of XML, which many feeds
 * escape twice. Null where that is just `read`.
 */
export function printedTitle(element: XmlElement, read: string): string | null {
  const markup = oneLine(markupOfElement(element)).replace(/^<div>(.*)<\/div>$/, '$1');
  const printed = markup.replace(/&(?:amp|lt|gt|quot|apos|#3[489]|#6[02]|#x2[267]|#x3[ce]);/gi, (reference) =>
    decodeHTML(reference),
  );
  return printed === read ? null : printed;
}

/** HTML that an element of RSS carries: escaped, in a CDATA section, or as elements of its own. */
export function markupOfElement(element: XmlElement): string {
  return elementsOf(element).length > 0 ? markupInside(element) : textOf(element);
}

/** An element's HTML as a body, relative addresses resolved against its `xml:base`, or else against `fallback`. */
export function bodyOf(element: XmlElement, fallback: string | null): MarkdownFragment {
  const html = markupOfElement(element);
  const baseUrl = absolute(element.context.base) ?? absolute(fallback);
  // A description in plain text parts its paragraphs by blank lines; HTML does so by tags.
  return htmlToMarkdown(html, {
    baseUrl,
    blankLinesAreParagraphs: !/<(?:p|br|div|li|h[1-6])[\s/>]/i.test(html),
  });
}

function absolute(address: string | null): string | null {
  return address !== null && /^https?:\/\//i.test(address) ? address : null;
}

/** The first of the elements named that holds a date which can be read. */
export function dateOf(
  element: XmlElement,
  ...keys: readonly string[]
): { date: PartialDate; key: string } | null {
  for (const key of keys)
    for (const child of childrenNamed(element, key)) {
      const date = parseMachineDate(mendDate(oneLine(textOf(child))));
      if (date) return { date, key };
    }
  return null;
}

/** Slips that feed makers make in dates: a foreign weekday, "UTC+02:00", a zone cut off ("+00:0"). */
function mendDate(text: string): string {
  return text
    .replace(/^\p{L}{2,12}\.?,\s*/u, '')
    .replace(/\bUTC?([+-]\d)/, '$1')
    .replace(/([+-]\d{2}):(\d)$/, '$1:$20');
}

/**
 * The person that an RSS `author`, `dc:creator` or `itunes:author` names: `Ada Venn (ada@example.org)`,
 * `ada@example.org (Ada Venn)`, `Ada Venn <ada@example.org>` and plain names. A bare address stays as printed.
 */
export function personName(printed: string): string {
  const text = oneLine(printed);
  const inBrackets = /^([^()<>\s]+@[^()<>\s]+)\s*[(<]([^()<>]+)[)>]$/.exec(text);
  if (inBrackets) return oneLine(inBrackets[2] ?? '');
  const behind = /^([^<>()@]+?)\s*[(<](?:mailto:)?[^()<>\s]*@[^()<>\s]*[)>]$/.exec(text);
  if (behind) return oneLine(behind[1] ?? '').replace(/^["']|["']$/g, '');
  return text;
}

/** Names in one field: "Ada Venn and Tomas Ruiz" are two people, where every word of it belongs to a name. */
export function peopleIn(printed: string): string[] {
  const name = personName(printed);
  if (!/[,;&|/]|\s(?:and|und|et|y|e|con|with|avec|mit)\s/i.test(name)) return name === '' ? [] : [name];
  const { names } = parseByline(name);
  const letters = (text: string) => text.replace(/[^\p{L}]/gu, '').length;
  const read = names.reduce((sum, found) => sum + letters(found), 0);
  // Initials ("LAPALU, N., SIMON, A.") and organisations do not part into names; what joins them has few letters.
  const isWhole =
    names.length > 1 &&
    names.every((found) => found.includes(' ')) &&
    letters(name) - read <= 4 * (names.length - 1);
  return isWhole ? [...names] : [name];
}

/** Authors in printed order, each once. */
export function authorsFrom(
  names: readonly { readonly name: string; readonly url?: string | null }[],
): AuthorDraft[] {
  const seen = new Map<string, AuthorDraft>();
  for (const { name, url } of names)
    if (name !== '' && !seen.has(name)) seen.set(name, { name, url: url ?? null });
  return [...seen.values()];
}

/** Categories as printed, each once; those of a tag vocabulary and keyword lists become keywords. */
export function subjectsOf(item: XmlElement): { themes: LinkedName[]; keywords: string[] } {
  const themes = new Map<string, LinkedName>();
  const keywords = new Set<string>();
  for (const child of childrenNamed(
    item,
    'category',
    'atom:category',
    'dc:subject',
    'dcterms:subject',
    'media:category',
  )) {
    const printed =
      oneLine(textOf(child)) || (child.attributes.get('label') ?? child.attributes.get('term') ?? '').trim();
    const name =
      child.key === 'media:category' && child.attributes.has('label')
        ? (child.attributes.get('label') ?? '')
        : htmlToPlainText(printed);
    if (name === '' || name.length > MAX_SUBJECT_CHARACTERS) continue;
    const vocabulary = `${child.attributes.get('domain') ?? ''} ${child.attributes.get('scheme') ?? ''}`;
    if (/\btags?\b|post_tag|keyword/i.test(vocabulary)) keywords.add(name);
    else if (!themes.has(name)) themes.set(name, { name, url: null });
  }
  for (const child of childrenNamed(item, 'itunes:keywords', 'media:keywords', 'prism:keyword'))
    for (const word of oneLine(textOf(child)).split(',')) if (word.trim() !== '') keywords.add(word.trim());
  return { themes: [...themes.values()], keywords: [...keywords] };
}

const MAX_SUBJECT_CHARACTERS = 200;

/** Places an item says it is about: names of GeoRSS and Dublin Core; coordinates come back as printed. */
export function placesOf(item: XmlElement): { regions: LinkedName[]; coordinates: string | null } {
  const names = childrenNamed(
    item,
    'georss:featurename',
    'dc:coverage',
    'dcterms:spatial',
    'media:location',
  ).flatMap((child) => {
    const name = oneLine(
      child.key === 'media:location' ? (child.attributes.get('description') ?? '') : textOf(child),
    );
    // Dublin Core coverage may be a period or a box: only what is a name counts.
    return name === '' || /[=;]|^[\d\s.,:/-]+$/.test(name) ? [] : [name];
  });
  const point = lineOf(item, 'georss:point') ?? lineIn(item, 'gml:pos');
  const latitude = lineOf(item, 'geo:lat') ?? lineIn(item, 'geo:lat');
  const longitude = lineOf(item, 'geo:long') ?? lineIn(item, 'geo:long');
  return {
    regions: [...new Set(names)].map((name) => ({ name, url: null })),
    coordinates: point ?? (latitude && longitude ? `${latitude} ${longitude}` : null),
  };
}

function lineIn(item: XmlElement, key: string): string | null {
  const open = elementsOf(item);
  for (let i = 0; i < open.length && i < 500; i += 1) {
    const element = open[i];
    if (element?.key === key) return oneLine(textOf(element)) || null;
    if (element && /^(?:georss|gml|geo):/.test(element.key)) open.push(...elementsOf(element));
  }
  return null;
}

/** The item's picture: Media RSS first, then an enclosure, then the first image of the body. */
export function imageOf(
  item: XmlElement,
  body: MarkdownFragment | null,
  base: string | null,
): { image: ImageDraft; from: string } | null {
  const media = mediaImage(item);
  if (media)
    return { image: { ...media, url: resolveAddress(media.url ?? '', base) }, from: 'media:content' };
  for (const enclosure of childrenNamed(item, 'enclosure', 'itunes:image')) {
    const url = enclosure.attributes.get('url') ?? enclosure.attributes.get('href');
    const type = enclosure.attributes.get('type') ?? '';
    if (url && (enclosure.key === 'itunes:image' || /^image\//i.test(type)))
      return {
        image: { url: resolveAddress(url, base), caption: null, credit: null, creditUrl: null },
        from: enclosure.key,
      };
  }
  const first = body?.images[0];
  if (!first) return null;
  return {
    image: { url: first.url, caption: first.caption ?? first.alt, credit: null, creditUrl: null },
    from: 'body',
  };
}

/** The first image of Media RSS, whose title, text and credit may stand on it, its group or the item. */
function mediaImage(item: XmlElement): ImageDraft | null {
  const groups = childrenNamed(item, 'media:group');
  for (const holder of [item, ...groups])
    for (const content of childrenNamed(holder, 'media:content', 'media:thumbnail')) {
      const url = content.attributes.get('url');
      const kind = `${content.attributes.get('medium') ?? ''} ${content.attributes.get('type') ?? ''}`;
      const isImage =
        content.key === 'media:thumbnail' ||
        /image/i.test(kind) ||
        /\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)/i.test(url ?? '');
      if (!url || !isImage) continue;
      const around = [content, holder, item];
      const caption = around
        .map((place) => lineOf(place, 'media:description', 'media:text') ?? lineOf(place, 'media:title'))
        .find(Boolean);
      const credit = around.map((place) => lineOf(place, 'media:credit')).find(Boolean);
      return {
        url,
        caption: caption ? htmlToPlainText(caption) : null,
        credit: credit ?? null,
        creditUrl: null,
      };
    }
  return null;
}

/** BCP 47 tag from `en_us`, `EN-us` and the like; null for what is no language tag. */
export function languageTag(printed: string | null): string | null {
  const tag = printed?.trim().replace(/_/g, '-') ?? '';
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
