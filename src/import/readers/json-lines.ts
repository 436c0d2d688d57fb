import { createHash } from 'node:crypto';
import { refusal } from './article-draft.ts';
import { parseArticleRecord } from './article-record.ts';
import { decodeXmlBytes } from './decode-xml.ts';
import { isObject, parseJson } from './json-values.ts';
import { type ByteLine, LineSplitter } from './line-splitter.ts';
import type { ArticleDraft, Reader, ReaderInput, ReadItem, Refusal } from './reader.ts';

/** Bytes of one line. The longest article of the test material has a fiftieth of this. */
export const MAX_LINE_BYTES = 16 * 1024 * 1024;

/** JSON Lines: one article a line, in the shape of `jsonLinesSchema`; also what the full export writes. */
export const jsonLines = {
  format: 'json-lines',
  recognises: (head) => {
    const first =
      head
        .replace(/^\ufeff/, '')
        .split('\n')
        .find((line) => line.trim() !== '') ?? '';
    if (!/^\s*\{/.test(first)) return false;
    const value = parseJson(first);
    // The first line may be longer than the head, and so no JSON as far as it is seen.
    return isObject(value) ? 'headline' in value || 'title' in value : /"(?:headline|title)"\s*:/.test(first);
  },
  read: readJsonLines,
} satisfies Reader;

function* readJsonLines(input: ReaderInput): Generator<ReadItem | Refusal> {
  const bytes = asUtf8(input);
  const splitter = new LineSplitter(MAX_LINE_BYTES);
  // Windows of the file, so that a line is never copied out of the whole.
  const WINDOW = 1 << 20;
  for (let at = 0; at < bytes.length; at += WINDOW)
    for (const line of splitter.push(bytes.subarray(at, at + WINDOW))) yield* itemOf(line, input.file);
  for (const line of splitter.end()) yield* itemOf(line, input.file);
}

/**
 * Reads JSON Lines from a stream, holding one line at a time: for files too big to be read at once. Yields the same
 * items as the reader does; `file` is for reports.
 */
export async function* streamJsonLines(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
): AsyncGenerator<ReadItem | Refusal> {
  const splitter = new LineSplitter(MAX_LINE_BYTES);
  for await (const chunk of chunks) for (const line of splitter.push(chunk)) yield* itemOf(line, file);
  for (const line of splitter.end()) yield* itemOf(line, file);
}

/** Bytes in UTF-8: a file in UTF-16 is turned into it, and its byte ranges are those of the result. */
function asUtf8({ bytes, contentType }: ReaderInput): Uint8Array {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isWide ? Buffer.from(decodeXmlBytes(bytes, contentType).text) : bytes;
}

const HINT =
  'Compare the line with the output of `dateline import --schema`, mend it and import the file again.';

function* itemOf(line: ByteLine, file: string): Generator<ReadItem | Refusal> {
  const byteRange: readonly [number, number] = [line.start, line.end];
  const at = { file, line: line.number, byteRange };
  if (line.bytes === null) {
    yield refusal(
      'TOO_LARGE',
      at,
      `The line is longer than ${MAX_LINE_BYTES / 1024 / 1024} MiB.`,
      'Split the file: one article a line.',
    );
    return;
  }
  const bytes = line.bytes;
  if (bytes.every((byte) => byte <= 32)) return;
  yield {
    locator: `${file}:${line.number}`,
    byteRange,
    contentHash: createHash('sha256').update(bytes).digest('hex'),
    raw: bytes,
    parse: () => parseLine(bytes, at),
  };
}

function parseLine(bytes: Uint8Array, at: Refusal['at']): ArticleDraft | Refusal {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refusal(
      'NOT_UTF8',
      at,
      'The line is not UTF-8.',
      'JSON Lines are UTF-8; save the file in that encoding.',
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refusal(
      'MALFORMED',
      at,
      `The line is no JSON: ${error instanceof Error ? error.message.slice(0, 200) : 'unreadable'}.`,
      HINT,
    );
  }
  if (!isObject(value)) return refusal('MALFORMED', at, 'The line is no JSON object.', HINT);
  const read = parseArticleRecord(value);
  return 'wrong' in read ? refusal(read.code, at, read.wrong, HINT) : read.draft;
}
