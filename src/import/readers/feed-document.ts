import { createHash } from 'node:crypto';
import { refusal } from './article-draft.ts';
import { type DecodedDocument, decodeXmlBytes } from './decode-xml.ts';
import { type FeedOutline, type ItemSpan, outlineFeed } from './feed-outline.ts';
import { LineFinder } from './line-finder.ts';
import type { ArticleDraft, ReaderInput, ReadItem, Refusal } from './reader.ts';
import { childrenNamed, elementsOf, parseXmlFragment, type XmlElement } from './xml-tree.ts';

/** How a format turns one item into a draft. `head` is the feed's own element: `channel` or `feed`. */
export type ParseFeedItem = (item: XmlElement, head: XmlElement, at: Refusal['at']) => ArticleDraft | Refusal;

/** A feed, opened: its text, its own element, and where its items are. */
export interface FeedDocument {
  readonly decoded: DecodedDocument;
  readonly outline: FeedOutline;
  /** `channel` of RSS, `feed` of Atom; the nameless root when there is none. */
  readonly head: XmlElement;
  readonly lines: LineFinder;
}

/** Decodes a feed and locates its items. Never throws. */
export function openFeed(input: ReaderInput): FeedDocument {
  const decoded = decodeXmlBytes(input.bytes, input.contentType);
  const outline = outlineFeed(decoded.text, input.url);
  return { decoded, outline, head: headOf(outline.head), lines: new LineFinder(decoded.text) };
}

/** Parses one located item into its element; null for one that holds no element. */
export function parseItemAt({ decoded, outline }: FeedDocument, span: ItemSpan): XmlElement | null {
  const raw = decoded.text.slice(span.start, span.end);
  return elementsOf(parseXmlFragment(raw, span.context, outline.entities).root)[0] ?? null;
}

/** Items in document order, then what could not be read of the document, each with its line. */
export function* readFeedItems(
  input: ReaderInput,
  prepare: (document: FeedDocument) => ParseFeedItem,
): Generator<ReadItem | Refusal> {
  const document = openFeed(input);
  const parse = prepare(document);
  let number = 0;
  for (const span of document.outline.items) {
    number += 1;
    yield feedItem(input, document, span, number, parse);
  }
  if (number === 0 && document.head === document.outline.head)
    yield refusal('MALFORMED', { file: input.file, line: 1 }, 'No channel or feed could be found.', HINT);
  for (const { at, reason } of document.outline.problems) {
    const line = document.lines.lineAt(at);
    yield refusal(
      'MALFORMED',
      { file: input.file, line },
      `Not well-formed in line ${line}: ${reason}.`,
      'What could be read around it was read; mend the line and import the file again for the rest.',
    );
  }
}

const HINT = 'Check that the file is an RSS or Atom feed and that it was saved whole.';

function feedItem(
  input: ReaderInput,
  document: FeedDocument,
  span: ItemSpan,
  number: number,
  parse: ParseFeedItem,
): ReadItem {
  const { decoded, head, lines } = document;
  const raw = decoded.text.slice(span.start, span.end);
  const offsets = decoded.byteOffsets;
  const byteRange: readonly [number, number] = offsets
    ? [offsets(span.start), offsets(span.end)]
    : [0, input.bytes.length];
  return {
    locator: `${input.file}#item-${number}`,
    byteRange,
    contentHash: createHash('sha256').update(raw).digest('hex'),
    raw,
    parse: () => {
      const at = { file: input.file, line: lines.lineAt(span.start), byteRange };
      const item = parseItemAt(document, span);
      return item ? parse(item, head, at) : refusal('EMPTY', at, 'The item is empty.', EMPTY_HINT);
    },
  };
}

/** Hint of an item that says nothing. */
export const EMPTY_HINT = 'Nothing is lost: the item holds neither a title nor a text nor a link.';

function headOf(root: XmlElement): XmlElement {
  const outer = childrenNamed(root, 'rss', 'rdf:rdf', 'rdf')[0] ?? root;
  return childrenNamed(outer, 'channel', 'atom:feed', 'feed')[0] ?? outer;
}
