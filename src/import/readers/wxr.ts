import type { PartialDate } from '../../text/dates.ts';
import { parseMachineDate } from '../../text/dates.ts';
import { plainTextOf } from '../../text/markdown-body.ts';
import {
  AUTHORS_AS_PRINTED,
  articleDraft,
  HEADLINE_FROM_TEXT,
  headlineFromText,
  refusal,
} from './article-draft.ts';
import { type FeedDocument, type ParseFeedItem, parseItemAt, readFeedItems } from './feed-document.ts';
import { authorsFrom, dateOf, languageTag, lineOf, oneLine, titleText } from './feed-fields.ts';
import { type ListedRefusal, listDraft } from './feed-listing.ts';
import { feedRootOf } from './feed-outline.ts';
import { htmlToMarkdown, htmlToPlainText } from './html-to-markdown.ts';
import type { ArticleDraft, ImageDraft, LinkedName, Reader, ReaderInput, Refusal } from './reader.ts';
import { expandShortcodes, isBlockContent, type WordPressAttachment } from './wordpress-content.ts';
import { childrenNamed, textOf, type XmlElement } from './xml-tree.ts';

/** What else of an export comes in beside published posts. */
export interface WxrOptions {
  /** Drafts, pending, scheduled, private and protected posts too. */
  readonly drafts: boolean;
  /** Pages ("About us") too. */
  readonly pages: boolean;
}

/** WordPress eXtended RSS 1.0 to 1.2: published posts; everything else of the export is refused by name. */
export const wxr = wxrReader({ drafts: false, pages: false });

/** A WordPress reader that also takes in drafts or pages. */
export function wxrReader(options: WxrOptions): Reader {
  return {
    format: 'wxr',
    recognises: (head) =>
      feedRootOf(head) === 'rss' &&
      (/wordpress\.org\/export\/[\d.]+\//.test(head) || head.includes('<wp:wxr_version>')),
    read: (input: ReaderInput) => readFeedItems(input, (document) => wxrItemParser(document, options)),
  };
}

/** Post types that WordPress itself keeps beside posts. A type it does not know is a newsroom's own and comes in. */
const NO_ARTICLES = new Set(
  (
    'attachment nav_menu_item revision custom_css customize_changeset oembed_cache user_request wp_block wp_template ' +
    'wp_template_part wp_global_styles wp_navigation wp_font_face wp_font_family acf-field acf-field-group acf-post-type ' +
    'elementor_library elementor_snippet wpcf7_contact_form shop_order shop_coupon mc4wp-form'
  ).split(' '),
);

interface WordPressAuthor {
  readonly name: string;
  readonly email: string | null;
}

function wxrItemParser(document: FeedDocument, options: WxrOptions): ParseFeedItem {
  const authors = authorsByLogin(document.head);
  const attachments = attachmentsById(document);
  return (item, channel, at) => {
    const type = lineOf(item, 'wp:post_type') ?? 'post';
    const status = lineOf(item, 'wp:status') ?? 'publish';
    const isProtected = lineOf(item, 'wp:post_password') !== null;
    const draft = parsePost(item, channel, authors, attachments);
    if (NO_ARTICLES.has(type) || (type === 'page' && !options.pages))
      return listed(
        draft,
        refusal(
          'NOT_AN_ARTICLE',
          at,
          `A WordPress ${type}, not a post.`,
          type === 'page' ? PAGE_HINT : ATTACHED_HINT,
        ),
      );
    if ((status !== 'publish' || isProtected) && !options.drafts) {
      const state = isProtected ? 'protected by a password' : `of status "${status}"`;
      return listed(draft, refusal('NOT_PUBLISHED', at, `A ${type} ${state}.`, DRAFT_HINT));
    }
    if (draft.headline === '')
      return listed(draft, refusal('EMPTY', at, 'The post has neither a title nor a text.', UNTITLED_HINT));
    return draft;
  };
}

const PAGE_HINT =
  'Pages, such as "About us", are left out; to take one in, make it a post in WordPress and export again.';
const ATTACHED_HINT =
  'Pictures come in with the posts that show them; menus, styles and templates have no text of their own.';
const UNTITLED_HINT = 'Nothing is lost; give it a title in WordPress and export again if it is a piece.';
const DRAFT_HINT = 'Only what is published comes in: publish it in WordPress and export again.';

function listed(draft: ArticleDraft, refused: Refusal): ListedRefusal {
  return { ...refused, listed: listDraft(draft) };
}

function parsePost(
  item: XmlElement,
  channel: XmlElement,
  authors: ReadonlyMap<string, WordPressAuthor>,
  attachments: ReadonlyMap<string, WordPressAttachment>,
): ArticleDraft {
  const link = lineOf(item, 'link') ?? lineOf(item, 'guid');
  const content = textOf(childrenNamed(item, 'content:encoded')[0] ?? EMPTY);
  const body = htmlToMarkdown(expandShortcodes(content, attachments), {
    baseUrl: link !== null && /^https?:\/\//i.test(link) ? link : null,
    blankLinesAreParagraphs: !isBlockContent(content),
  });
  const title = childrenNamed(item, 'title')[0];
  const printedTitle = title ? titleText(title) : '';
  const names = authorsOf(item, authors);
  const creator = lineOf(item, 'dc:creator');
  const meta = metaOf(item);
  const published =
    postDate(item, 'wp:post_date', 'wp:post_date_gmt') ?? dateOf(item, 'pubdate')?.date ?? null;
  const modified = postDate(item, 'wp:post_modified', 'wp:post_modified_gmt');
  const excerpt = htmlToPlainText(lineOf(item, 'excerpt:encoded') ?? meta.get('_yoast_wpseo_metadesc') ?? '');
  const picture = attachments.get(meta.get('_thumbnail_id') ?? '');
  const source = meta.get('syndication_permalink') ?? meta.get('original_source') ?? null;
  const outlet = lineOf(channel, 'title');
  const terms = termsOf(item);
  return articleDraft({
    url: link,
    externalId: lineOf(item, 'wp:post_id') ?? lineOf(item, 'guid'),
    headline: printedTitle || (headlineFromText(plainTextOf(body.markdown)) ?? ''),
    alternativeHeadline:
      ['subtitle', '_subtitle', 'wps_subtitle', '_secondary_title', 'dek']
        .map((key) => meta.get(key))
        .find(Boolean) ?? null,
    description: excerpt || null,
    byline: names.length > 0 ? names.join(', ') : null,
    authors: authorsFrom(names.map((name) => ({ name }))),
    publisher: outlet === null ? null : { name: outlet, url: lineOf(channel, 'wp:base_blog_url', 'link') },
    datePublished: published,
    dateModified: modified?.iso === published?.iso ? null : modified,
    isBasedOn: source === null ? null : originOf(source, meta.get('syndication_source') ?? null),
    regions: terms.regions,
    themes: terms.themes,
    reports: terms.reports,
    keywords: terms.keywords,
    inLanguage: terms.language ?? languageTag(lineOf(channel, 'language')),
    body: body.markdown,
    image: picture ? imageOf(picture) : firstImage(body.images[0]),
    provenance: {
      kind: `${lineOf(item, 'wp:post_type') ?? 'unstated'}/${lineOf(item, 'wp:status') ?? 'unstated'}`,
      headline: printedTitle === '' ? HEADLINE_FROM_TEXT : 'title',
      body: 'content:encoded',
      ...(names.length > 0 ? { authors: 'wp:author' } : {}),
      ...(creator !== null && names.join() !== creator ? { [AUTHORS_AS_PRINTED]: creator } : {}),
      ...(published ? { datePublished: 'wp:post_date' } : {}),
      ...(picture ? { image: '_thumbnail_id' } : {}),
    },
  });
}

const EMPTY: XmlElement = {
  key: '',
  name: '',
  attributes: new Map(),
  children: [],
  context: { prefixes: new Map(), base: null, lang: null },
};

/** Login -> the name readers see. */
function authorsByLogin(channel: XmlElement): Map<string, WordPressAuthor> {
  const authors = new Map<string, WordPressAuthor>();
  for (const author of childrenNamed(channel, 'wp:author')) {
    const login = lineOf(author, 'wp:author_login');
    const full = oneLine(
      `${lineOf(author, 'wp:author_first_name') ?? ''} ${lineOf(author, 'wp:author_last_name') ?? ''}`,
    );
    const name = htmlToPlainText(lineOf(author, 'wp:author_display_name') ?? '') || full || login;
    if (login !== null && name)
      authors.set(login.toLowerCase(), { name, email: lineOf(author, 'wp:author_email') });
  }
  return authors;
}

/** Authors of a post: guest authors where the newsroom names several (a taxonomy of its own), else the creator. */
function authorsOf(item: XmlElement, authors: ReadonlyMap<string, WordPressAuthor>): string[] {
  const guests = childrenNamed(item, 'category')
    .filter((category) => category.attributes.get('domain') === 'author')
    .map((category) => {
      const slug = (category.attributes.get('nicename') ?? '').replace(/^cap-/, '');
      return authors.get(slug.toLowerCase())?.name ?? oneLine(textOf(category));
    })
    .filter((name) => name !== '');
  if (guests.length > 0) return [...new Set(guests)];
  const creator = lineOf(item, 'dc:creator');
  return creator === null ? [] : [authors.get(creator.toLowerCase())?.name ?? creator];
}

/** Post meta by key; the first value of a key that is set twice. */
function metaOf(item: XmlElement): Map<string, string> {
  const meta = new Map<string, string>();
  for (const entry of childrenNamed(item, 'wp:postmeta')) {
    const key = lineOf(entry, 'wp:meta_key');
    const value = childrenNamed(entry, 'wp:meta_value')[0];
    if (key !== null && value && !meta.has(key)) meta.set(key, textOf(value).trim());
  }
  return meta;
}

/** A post's time with the offset that its local and its UTC time give; null for WordPress's zero date. */
function postDate(item: XmlElement, localKey: string, utcKey: string): PartialDate | null {
  const local = lineOf(item, localKey);
  const utc = lineOf(item, utcKey);
  const at = (text: string | null) =>
    text === null || text.startsWith('0000') ? Number.NaN : Date.parse(`${text.replace(' ', 'T')}Z`);
  if (Number.isNaN(at(utc))) return Number.isNaN(at(local)) ? null : parseMachineDate(local ?? '');
  const minutes = Math.round((at(local) - at(utc)) / 60_000);
  if (Number.isNaN(minutes) || minutes % 15 !== 0 || Math.abs(minutes) > 14 * 60)
    return parseMachineDate(`${utc}Z`);
  if (minutes === 0) return parseMachineDate(`${utc}Z`);
  const pad = (value: number) => String(value).padStart(2, '0');
  const offset = `${minutes < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(minutes) / 60))}:${pad(Math.abs(minutes) % 60)}`;
  return parseMachineDate(`${local}${offset}`);
}

interface Terms {
  readonly themes: readonly LinkedName[];
  readonly regions: readonly LinkedName[];
  readonly reports: readonly LinkedName[];
  readonly keywords: readonly string[];
  readonly language: string | null;
}

/** Terms by the taxonomy they belong to. A taxonomy that names no place and no series is one of subjects. */
function termsOf(item: XmlElement): Terms {
  const found = {
    themes: new Set<string>(),
    regions: new Set<string>(),
    reports: new Set<string>(),
    keywords: new Set<string>(),
  };
  let language: string | null = null;
  for (const category of childrenNamed(item, 'category')) {
    const taxonomy = category.attributes.get('domain') ?? '';
    const slug = category.attributes.get('nicename') ?? '';
    const name = htmlToPlainText(textOf(category));
    // Exports before 1.1 print every term a second time, without its taxonomy.
    if (name === '' || taxonomy === '' || taxonomy === 'author') continue;
    if (taxonomy === 'language') language = languageTag(slug) ?? language;
    else if (taxonomy === 'tag' || taxonomy === 'post_tag') found.keywords.add(name);
    else if (taxonomy === 'post_format' || taxonomy === 'post_translations' || slug === 'uncategorized')
      continue;
    else if (/region|countr|location|place|city/i.test(taxonomy)) found.regions.add(name);
    else if (/series|dossier|report|special/i.test(taxonomy)) found.reports.add(name);
    else found.themes.add(name);
  }
  const linked = (names: Set<string>) => [...names].map((name) => ({ name, url: null }));
  return {
    themes: linked(found.themes),
    regions: linked(found.regions),
    reports: linked(found.reports),
    keywords: [...found.keywords],
    language,
  };
}

/** The export's media library: read first, since pictures may stand behind the posts that show them. */
function attachmentsById(document: FeedDocument): Map<string, WordPressAttachment> {
  const attachments = new Map<string, WordPressAttachment>();
  for (const span of document.outline.items) {
    const raw = document.decoded.text.slice(span.start, span.end);
    if (!raw.includes('attachment_url')) continue;
    const item = parseItemAt(document, span);
    const id = item && lineOf(item, 'wp:post_id');
    const url = item && lineOf(item, 'wp:attachment_url');
    if (!item || !id || !url) continue;
    const meta = metaOf(item);
    attachments.set(id, {
      url,
      caption: htmlToPlainText(lineOf(item, 'excerpt:encoded') ?? '') || null,
      alt: meta.get('_wp_attachment_image_alt') || null,
      credit: creditOf(meta),
    });
  }
  return attachments;
}

/** Credit of a picture: from the field that newsrooms add, else from the picture's own data (serialized PHP). */
function creditOf(meta: ReadonlyMap<string, string>): string | null {
  const stated = meta.get('_media_credit') ?? meta.get('media_credit') ?? meta.get('credit');
  if (stated) return stated;
  return /"credit";s:\d{1,4}:"([^"]{1,300})"/.exec(meta.get('_wp_attachment_metadata') ?? '')?.[1] ?? null;
}

function imageOf({ url, caption, alt, credit }: WordPressAttachment): ImageDraft {
  return { url, caption: caption ?? alt, credit, creditUrl: null };
}

function firstImage(
  image: { readonly url: string; readonly alt: string | null; readonly caption: string | null } | undefined,
): ImageDraft | null {
  return image
    ? { url: image.url, caption: image.caption ?? image.alt, credit: null, creditUrl: null }
    : null;
}

function originOf(source: string, outlet: string | null): ArticleDraft['isBasedOn'] {
  const isAddress = /^https?:\/\//i.test(source);
  const name = outlet ?? (isAddress ? null : source);
  return { outlet: name === null ? null : { name, url: null }, url: isAddress ? source : null };
}
