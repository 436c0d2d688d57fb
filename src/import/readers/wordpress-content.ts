/** A file of the export's media library. */
export interface WordPressAttachment {
  readonly url: string;
  readonly caption: string | null;
  readonly alt: string | null;
  readonly credit: string | null;
}

/** Longest opening of a shortcode: longer, and the bracket is the author's own. */
const MAX_SHORTCODE_CHARACTERS = 2_000;

/**
 * WordPress content as HTML: captions become figures, galleries their pictures, players and embeds their addresses.
 * Shortcodes of plugins stay as they are, since their text may be all there is.
 *
 * @see https://codex.wordpress.org/Shortcode
 */
export function expandShortcodes(
  content: string,
  attachments: ReadonlyMap<string, WordPressAttachment>,
): string {
  if (!content.includes('[')) return content;
  let html = '';
  let at = 0;
  for (let open = content.indexOf('[', at); open !== -1; open = content.indexOf('[', at)) {
    html += content.slice(at, open);
    const found = shortcodeAt(content, open);
    const expanded = found ? expand(found, attachments) : null;
    if (found === null || expanded === null) {
      html += '[';
      at = open + 1;
    } else {
      html += expanded;
      at = found.end;
    }
  }
  return html + content.slice(at);
}

/** Whether the content was written in the block editor, which prints its paragraphs itself. */
export function isBlockContent(content: string): boolean {
  return content.includes('<!-- wp:');
}

interface Shortcode {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly inside: string;
  readonly end: number;
}

const NAMES = /\[(caption|wp_caption|embed|gallery|audio|video)(?=[\s\]])/y;
const ENCLOSING = new Set(['caption', 'wp_caption', 'embed', 'audio', 'video']);

function shortcodeAt(content: string, open: number): Shortcode | null {
  NAMES.lastIndex = open;
  const name = NAMES.exec(content)?.[1];
  if (name === undefined) return null;
  const openEnd = content.slice(open, open + MAX_SHORTCODE_CHARACTERS).indexOf(']');
  if (openEnd === -1) return null;
  const head = content.slice(open + 1 + name.length, open + openEnd);
  const bodyStart = open + openEnd + 1;
  const attributes = new Map<string, string>();
  for (const match of head.matchAll(/([a-z_-]+)\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"']+))/gi))
    attributes.set((match[1] ?? '').toLowerCase(), match[2] ?? match[3] ?? match[4] ?? '');
  const close = ENCLOSING.has(name) ? content.slice(bodyStart, bodyStart + 20_000).indexOf(`[/${name}]`) : -1;
  if (close === -1) return { name, attributes, inside: '', end: bodyStart };
  return {
    name,
    attributes,
    inside: content.slice(bodyStart, bodyStart + close),
    end: bodyStart + close + name.length + 3,
  };
}

function expand(
  { name, attributes, inside }: Shortcode,
  attachments: ReadonlyMap<string, WordPressAttachment>,
): string | null {
  if (name === 'gallery') {
    const pictures = (attributes.get('ids') ?? attributes.get('include') ?? '')
      .split(',')
      .map((id) => attachments.get(id.trim()))
      .filter((picture) => picture !== undefined);
    return pictures.length === 0 ? null : pictures.map(figure).join('');
  }
  if (name === 'embed')
    return inside.trim() === ''
      ? null
      : `<p><a href="${escapeMarkup(inside.trim())}">${escapeMarkup(inside.trim())}</a></p>`;
  if (name === 'audio' || name === 'video') {
    const source = ['src', 'mp4', 'mp3', 'm4a', 'webm', 'ogg', 'm4v']
      .map((key) => attributes.get(key))
      .find(Boolean);
    return source ? `<${name} src="${escapeMarkup(source)}"></${name}>` : null;
  }
  // The caption is the text behind the picture, or since WordPress 3.4 an attribute.
  const image = endOfImage(inside);
  const caption = attributes.get('caption') ?? inside.slice(image);
  return image === 0 ? null : `<figure>${inside.slice(0, image)}<figcaption>${caption}</figcaption></figure>`;
}

/** Offset behind the picture and the link around it; 0 where there is none. */
function endOfImage(html: string): number {
  const tag = html.indexOf('<img');
  const end = tag === -1 ? 0 : html.indexOf('>', tag) + 1;
  const link = /^\s{0,20}<\/a>/.exec(html.slice(end, end + 30));
  return end === 0 ? 0 : end + (link?.[0].length ?? 0);
}

function figure({ url, alt, caption }: WordPressAttachment): string {
  const words = caption === null ? '' : `<figcaption>${escapeMarkup(caption)}</figcaption>`;
  return `<figure><img src="${escapeMarkup(url)}" alt="${escapeMarkup(alt ?? '')}">${words}</figure>`;
}

function escapeMarkup(text: string): string {
  return text
    .replace(/&(?!#?\w{1,31};)/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/</g, '&lt;');
}
