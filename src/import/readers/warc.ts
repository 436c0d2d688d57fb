import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { MAX_PAGE_BYTES, pageItem } from './html-page.ts';
import { splitHeaders } from './mime-parts.ts';
import type { Reader, ReaderInput, ReadItem, Refusal } from './reader.ts';

/**
 * Web archives, WARC 1.0 and 1.1: every HTML page that a server answered with success, and every HTML `resource`.
 * Requests, pictures, scripts, redirects and records of the crawl itself are passed over.
 *
 * @see https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/
 */
export const warc = {
  format: 'warc',
  recognises: (head) => /^WARC\/\d\.\d\r?\n/.test(head),
  read: readWarc,
} satisfies Reader;

function* readWarc(input: ReaderInput): Generator<ReadItem | Refusal> {
  const { bytes, file } = input;
  let at = 0;
  let records = 0;
  while (at < bytes.length) {
    const record = readRecord(bytes, at);
    if (!record) {
      yield {
        status: 'refused',
        code: 'MALFORMED',
        at: { file, byteRange: [at, bytes.length] },
        message: `No WARC record begins at byte ${at}, after ${records} records.`,
        hint: 'The file may be cut off; the records before it were read.',
      };
      return;
    }
    records += 1;
    const page = pageOf(record, file);
    if (page) yield pageItem(page, `${file}#${page.url ?? records}`, [at, record.end]);
    at = skipLineEnds(bytes, record.end);
  }
}

interface WarcRecord {
  readonly headers: ReadonlyMap<string, string>;
  readonly block: Uint8Array;
  readonly end: number;
}

function readRecord(bytes: Uint8Array, at: number): WarcRecord | null {
  if (Buffer.from(bytes.subarray(at, at + 5)).toString('latin1') !== 'WARC/') return null;
  const split = splitHeaders(bytes.subarray(at));
  const length = Number(split?.headers.get('content-length') ?? Number.NaN);
  if (!split || !Number.isSafeInteger(length) || length < 0) return null;
  const from = at + split.bodyAt;
  if (from + length > bytes.length) return null;
  return { headers: split.headers, block: bytes.subarray(from, from + length), end: from + length };
}

function pageOf(record: WarcRecord, file: string): ReaderInput | null {
  const url = record.headers.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? null;
  const kind = record.headers.get('warc-type');
  if (kind === 'resource') {
    const contentType = record.headers.get('content-type') ?? '';
    return isHtml(contentType) ? { file, bytes: record.block, contentType, url } : null;
  }
  if (kind !== 'response' || !/^HTTP\/\d/.test(Buffer.from(record.block.subarray(0, 8)).toString('latin1')))
    return null;
  const http = splitHeaders(record.block);
  const status = /^HTTP\/[\d.]+\s+(\d{3})/.exec(
    Buffer.from(record.block.subarray(0, 40)).toString('latin1'),
  )?.[1];
  const contentType = http?.headers.get('content-type') ?? '';
  if (!http || status !== '200' || !isHtml(contentType)) return null;
  const whole = /\bchunked\b/i.test(http.headers.get('transfer-encoding') ?? '')
    ? joinChunks(http.body)
    : http.body;
  return { file, bytes: unpack(whole, http.headers.get('content-encoding') ?? ''), contentType, url };
}

function isHtml(contentType: string): boolean {
  return /^(?:text\/html|application\/xhtml\+xml)/i.test(contentType.trim());
}

/** Crawlers keep the coding headers of what they have decoded already: what is no chunked body stays as it is. */
function joinChunks(body: Uint8Array): Uint8Array {
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.length);
  const chunks: Buffer[] = [];
  let at = 0;
  while (at < buffer.length) {
    const lineEnd = buffer.indexOf('\r\n', at, 'latin1');
    const size =
      lineEnd < 0
        ? Number.NaN
        : Number.parseInt(buffer.toString('latin1', at, Math.min(lineEnd, at + 16)), 16);
    if (!Number.isSafeInteger(size) || size < 0) return chunks.length > 0 ? Buffer.concat(chunks) : body;
    if (size === 0) break;
    chunks.push(buffer.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
  return Buffer.concat(chunks);
}

function unpack(body: Uint8Array, coding: string): Uint8Array {
  const bounds = { maxOutputLength: MAX_PAGE_BYTES + 1 };
  try {
    if (/gzip/i.test(coding)) return gunzipSync(body, bounds);
    if (/deflate/i.test(coding)) return inflateSync(body, bounds);
    if (/\bbr\b/i.test(coding)) return brotliDecompressSync(body, bounds);
  } catch {
    return body; // decoded by the crawler, or too large: then the page reader says so
  }
  return body;
}

function skipLineEnds(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === 13 || bytes[at] === 10) at += 1;
  return at;
}
