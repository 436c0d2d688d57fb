import { createHash } from 'node:crypto';
import { decodeBytes, findInvalidUtf8, looksBinary } from '../../text/decode-text.ts';
import { refusal } from './article-draft.ts';
import { type CaptureFault, parseCapture } from './capture/parse-capture.ts';
import type { ArticleDraft, Reader, ReaderInput, Refusal } from './reader.ts';

/**
 * The text of a news page as a reader saves it: headline, author line, outlet and date, labels, body, foot, with
 * Markdown links. The widest of the formats: whatever is neither markup nor data is taken for one, so it is asked last.
 */
export const textCapture = {
  format: 'text-capture',
  recognises: (head) => !/^\s*(?:<[!?\p{L}]|[{[]\s*["{[\]}]|(?:---|\+\+\+)\s*\n)/u.test(head),
  *read(input) {
    const { bytes } = input;
    yield {
      locator: input.file,
      byteRange: [0, bytes.length],
      contentHash: createHash('sha256').update(bytes).digest('hex'),
      raw: bytes,
      parse: () => readCapture(input),
    };
  },
} satisfies Reader;

function readCapture({ file, bytes }: ReaderInput): ArticleDraft | Refusal {
  const byteRange = [0, bytes.length] as const;
  if (bytes.length === 0)
    return refusal('EMPTY', { file, byteRange }, 'The file is empty.', 'Save the page again.');
  if (looksBinary(bytes)) {
    return refusal(
      'BINARY',
      { file, byteRange },
      'The file is no text.',
      'Save the page as text or HTML; pictures, PDF and office files cannot be read.',
    );
  }
  const decoded = decodeBytes(bytes);
  if (decoded === null) return notUtf8(file, bytes);
  const page = parseCapture(decoded.text);
  return page.status === 'read' ? page : faultOf(page, file, byteRange);
}

function notUtf8(file: string, bytes: Uint8Array): Refusal {
  const offset = findInvalidUtf8(bytes) ?? 0;
  const line = bytes.subarray(0, offset).reduce((count, byte) => (byte === 0x0a ? count + 1 : count), 1);
  return refusal(
    'NOT_UTF8',
    { file, line, byteRange: [offset, offset + 1] },
    `Byte ${offset} is no UTF-8.`,
    'Save the file as UTF-8. "iconv -f windows-1252 -t utf-8" turns most older files into it.',
  );
}

const FAULTS: Readonly<Record<CaptureFault['code'], readonly [message: string, hint: string]>> = {
  EMPTY: ['The file holds nothing but white space.', 'Save the page again.'],
  NO_HEADLINE: [
    'The page opens with no headline.',
    'Put the headline on the first line, with an empty line under it.',
  ],
  NO_BODY: ['Nothing but head and foot was found: the page has no text.', 'Save the page with its text.'],
};

function faultOf({ code, line }: CaptureFault, file: string, byteRange: readonly [number, number]): Refusal {
  const [message, hint] = FAULTS[code];
  return refusal(code, { file, line, byteRange }, message, hint);
}
