import { createHash } from 'node:crypto';
import { decodeHtml } from './html/decode-html.ts';
import { PageTooComplex } from './html/html-tree.ts';
import { type PageReading, readPage } from './html/read-page.ts';
import type { Reader, ReaderInput, ReadItem, Refusal } from './reader.ts';

/** Bytes. A saved page with its pictures inline can be big; beyond this it is no page. */
export const MAX_PAGE_BYTES = 24 * 1024 * 1024;

/** A page saved from a browser or a server: HTML in any encoding. */
export const htmlPage = {
  format: 'html-page',
  recognises: looksLikeHtml,
  read: readHtmlPage,
} satisfies Reader;

/**
 * Markup that opens with a tag and has a doctype, an `html`, `head` or `body`, or several block tags near the start. Text
 * before the first tag is a server's warning when a whole document follows; prose that speaks of tags is none.
 */
function looksLikeHtml(head: string): boolean {
  if (/^\W{0,20}<(?:opml|svg|rss|feed)\b/i.test(head) || /<opml[\s>]/i.test(head.slice(0, 400))) return false;
  if (/<!doctype\s{1,20}html/i.test(head)) return true;
  if (!/^[\s\ufeff]{0,500}</.test(head))
    return /<html[\s>]/i.test(head) && /<body[\s>]/i.test(head) && /<\/(?:p|head|title)>/i.test(head);
  if (/<html[\s>]|<head[\s>]|<body[\s>]/i.test(head)) return true;
  return (head.slice(0, 8192).match(/<(?:p|div|article|section|h1|meta|title)[\s>]/gi)?.length ?? 0) >= 3;
}

function* readHtmlPage(input: ReaderInput): Generator<ReadItem | Refusal> {
  yield pageItem(input, input.file, [0, input.bytes.length]);
}

/** An HTML page as an item, parsed when asked. For readers of formats that hold pages. */
export function pageItem(
  input: ReaderInput,
  locator: string,
  byteRange: readonly [number, number],
): ReadItem {
  return {
    locator,
    byteRange,
    contentHash: createHash('sha256').update(input.bytes).digest('hex'),
    raw: input.bytes,
    parse: () => {
      const reading = parseHtmlPage(input, byteRange);
      return 'draft' in reading ? reading.draft : reading;
    },
  };
}

/** As the reader's `parse`, with the body's plain text beside the draft. Pure; a page that cannot be read is a refusal. */
export function parseHtmlPage(
  input: ReaderInput,
  byteRange: readonly [number, number] = [0, input.bytes.length],
): PageReading | Refusal {
  const { bytes, file } = input;
  const refuse = (code: Refusal['code'], message: string, hint: string): Refusal => ({
    status: 'refused',
    code,
    at: { file, byteRange },
    message,
    hint,
  });
  if (bytes.length === 0) return refuse('EMPTY', 'The page is empty.', 'Save it again from the browser.');
  if (bytes.length > MAX_PAGE_BYTES) {
    return refuse(
      'TOO_LARGE',
      `The page has ${bytes.length} bytes; at most ${MAX_PAGE_BYTES} are read.`,
      'Save it without its pictures ("HTML only").',
    );
  }
  try {
    const reading = readPage(decodeHtml(bytes, input.contentType).text, input.url);
    if (reading === 'NO_HEADLINE') {
      return refuse('NO_HEADLINE', 'The page states no title.', 'Give it a <title> or an <h1>.');
    }
    if (reading === 'NO_BODY') {
      return refuse(
        'NO_BODY',
        'No running text was found on the page.',
        'If a script fills the page, save it after it has loaded.',
      );
    }
    return reading;
  } catch (error) {
    if (error instanceof PageTooComplex) {
      return refuse(
        error.code,
        `The page is too complex to be a news page: ${error.message}.`,
        'Save the piece in reader view, or as plain text.',
      );
    }
    throw error;
  }
}
