import MarkdownIt, { type Token } from 'markdown-it';

/** A stretch of the plain text. UTF-16 units, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A link, by the place of its anchor: `text` is `plain.slice(start, end)`. */
export interface BodyLink extends TextRange {
  readonly text: string;
  /** Absolute http, https or mailto address; null where the page links nowhere (`#`) or to anything else. */
  readonly url: string | null;
}

export interface EmphasisRange extends TextRange {
  readonly kind: 'EMPHASIS' | 'STRONG' | 'STRIKETHROUGH';
}

/** A stretch of the text that is not running prose. */
export interface BlockRange extends TextRange {
  readonly kind: 'HEADING' | 'BLOCK_QUOTE' | 'CODE';
}

/** A body in the three forms that readers ask for. All offsets are into `text`. */
export interface RenderedBody {
  /** Plain text, one blank line between paragraphs, one line break between items of a tight list. */
  readonly text: string;
  /** Safe to put into a page: no script, no event handlers, only http, https and mailto addresses. */
  readonly html: string;
  readonly links: readonly BodyLink[];
  readonly emphasis: readonly EmphasisRange[];
  readonly blocks: readonly BlockRange[];
  /** Pictures in the running text, in order. Their alternative text is not part of `text`. */
  readonly images: readonly { readonly url: string; readonly alt: string }[];
}

const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:)/i;

// Raw HTML stays text and is escaped; quotation marks are left as printed, since quotes are cited from the text.
const markdown = new MarkdownIt('default', { html: false, linkify: false, typographer: false });
// Every address is accepted by the parser so that the anchor of a bad one still reads as words; the renderer drops it.
markdown.validateLink = () => true;
markdown.normalizeLinkText = (url) => url;
markdown.renderer.rules.link_open = (tokens, at) => {
  const url = safeAddress(tokens[at]?.attrGet('href') ?? null);
  return url === null ? '<a>' : `<a href="${escapeAttribute(url)}" rel="nofollow noopener ugc">`;
};
markdown.renderer.rules.image = (tokens, at) => {
  const token = tokens[at];
  const url = safeAddress(token?.attrGet('src') ?? null);
  const alt = escapeAttribute(token?.content ?? '');
  return url === null || url.startsWith('mailto:')
    ? alt
    : `<img src="${escapeAttribute(url)}" alt="${alt}" loading="lazy">`;
};

/**
 * Renders a CommonMark body (with tables and strikethrough) as plain text and as sanitised HTML, and says where in
 * the plain text links and emphasis stand. Linear in the length of `source`; never throws.
 */
export function renderBody(source: string): RenderedBody {
  const tokens = markdown.parse(source, {});
  const plain = new PlainTextWriter().write(tokens);
  // Nested deeper than the parser follows: the words are shown as they came.
  if (plain.text === '' && /\p{L}/u.test(source)) return verbatim(source);
  return { html: markdown.renderer.render(tokens, markdown.options, {}).trim(), ...plain };
}

/** Where words stand in a block quote of their own, in order. */
export const blockQuotesOf = ({ blocks }: RenderedBody): readonly BlockRange[] =>
  blocks.filter(({ kind }) => kind === 'BLOCK_QUOTE').toSorted((one, other) => one.start - other.start);

/** The plain text alone, as in `renderBody`. */
export function plainTextOf(source: string): string {
  return new PlainTextWriter().write(markdown.parse(source, {})).text;
}

function verbatim(source: string): RenderedBody {
  const text = source.trim();
  return { text, html: `<p>${escapeAttribute(text)}</p>`, links: [], emphasis: [], blocks: [], images: [] };
}

/** Walks the block tokens once, writing text and noting what stands where. */
class PlainTextWriter {
  #text = '';
  /** What must come before the next words: nothing, a line break, or a blank line. */
  #gap: '' | '\n' | '\n\n' | ' ' = '';
  readonly #links: BodyLink[] = [];
  readonly #emphasis: EmphasisRange[] = [];
  readonly #blocks: BlockRange[] = [];
  readonly #images: { url: string; alt: string }[] = [];
  readonly #open: { type: string; start: number; url: string | null }[] = [];
  readonly #listCounters: (number | null)[] = [];

  write(tokens: readonly Token[]): Omit<RenderedBody, 'html'> {
    for (const token of tokens) this.#block(token);
    return {
      text: this.#text,
      links: this.#links,
      emphasis: this.#emphasis,
      blocks: this.#blocks,
      images: this.#images,
    };
  }

  #block(token: Token): void {
    switch (token.type) {
      case 'inline':
        for (const child of token.children ?? []) this.#inline(child);
        break;
      case 'paragraph_close':
        // markdown-it hides the paragraphs of a tight list.
        this.#widen(token.hidden ? '\n' : '\n\n');
        break;
      case 'heading_open':
      case 'blockquote_open':
        this.#widen('\n\n');
        this.#enter(token.type);
        break;
      case 'heading_close':
        this.#leave('heading_open', (range) => this.#blocks.push({ ...range, kind: 'HEADING' }));
        this.#widen('\n\n');
        break;
      case 'blockquote_close':
        this.#leave('blockquote_open', (range) => this.#blocks.push({ ...range, kind: 'BLOCK_QUOTE' }));
        this.#widen('\n\n');
        break;
      case 'bullet_list_open':
        this.#listCounters.push(null);
        break;
      case 'ordered_list_open':
        this.#listCounters.push(Number(token.attrGet('start') ?? 1));
        break;
      case 'list_item_open':
        this.#write(this.#itemMark(token.markup));
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        this.#listCounters.pop();
        this.#widen(this.#listCounters.length > 0 ? '\n' : '\n\n');
        break;
      case 'code_block':
      case 'fence':
        this.#writeCode(token.content);
        break;
      case 'td_close':
      case 'th_close':
        this.#widen(' ');
        break;
      case 'tr_close':
        this.#widen('\n');
        break;
      case 'table_close':
      case 'hr':
        this.#widen('\n\n');
        break;
      default:
        break;
    }
  }

  #inline(token: Token): void {
    switch (token.type) {
      case 'text':
      case 'text_special':
      case 'code_inline':
        this.#write(token.content);
        break;
      case 'softbreak':
        this.#write(' ');
        break;
      case 'hardbreak':
        this.#write('\n');
        break;
      case 'link_open':
        this.#enter('link_open', safeAddress(token.attrGet('href')));
        break;
      case 'link_close':
        this.#leave('link_open', (range, url) =>
          this.#links.push({ text: this.#text.slice(range.start, range.end), url, ...range }),
        );
        break;
      case 'em_open':
      case 'strong_open':
      case 's_open':
        this.#enter(token.type);
        break;
      case 'em_close':
        this.#leave('em_open', (range) => this.#emphasis.push({ ...range, kind: 'EMPHASIS' }));
        break;
      case 'strong_close':
        this.#leave('strong_open', (range) => this.#emphasis.push({ ...range, kind: 'STRONG' }));
        break;
      case 's_close':
        this.#leave('s_open', (range) => this.#emphasis.push({ ...range, kind: 'STRIKETHROUGH' }));
        break;
      case 'image': {
        const url = safeAddress(token.attrGet('src'));
        if (url !== null) this.#images.push({ url, alt: token.content });
        break;
      }
      default:
        break;
    }
  }

  /** As printed: a year that opens a paragraph ("2024. It was …") reads as a list in Markdown. */
  #itemMark(markup: string): string {
    const at = this.#listCounters.length - 1;
    const counter = this.#listCounters[at] ?? null;
    if (counter === null) return `${markup} `;
    this.#listCounters[at] = counter + 1;
    return `${counter}${markup} `;
  }

  #writeCode(content: string): void {
    this.#widen('\n\n');
    this.#enter('code');
    this.#write(content.endsWith('\n') ? content.slice(0, -1) : content);
    this.#leave('code', (range) => this.#blocks.push({ ...range, kind: 'CODE' }));
    this.#widen('\n\n');
  }

  #write(words: string): void {
    if (words === '') return;
    if (this.#text !== '') this.#text += this.#gap;
    this.#gap = '';
    this.#text += words;
  }

  #widen(gap: ' ' | '\n' | '\n\n'): void {
    if (gap.trim() === '' && (this.#gap.length < gap.length || this.#gap === ' ')) this.#gap = gap;
  }

  /** A range starts where the next words will stand, behind the gap that is due. */
  #enter(type: string, url: string | null = null): void {
    this.#open.push({ type, start: this.#text === '' ? 0 : this.#text.length + this.#gap.length, url });
  }

  #leave(type: string, note: (range: TextRange, url: string | null) => void): void {
    const opened = this.#open.pop();
    if (opened?.type === type && opened.start < this.#text.length) {
      note({ start: opened.start, end: this.#text.length }, opened.url);
    }
  }
}

function safeAddress(url: string | number | null): string | null {
  return typeof url === 'string' && SAFE_ADDRESS.test(url) ? url : null;
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
