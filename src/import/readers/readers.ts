import { archiveFile } from './archive-file.ts';
import { atom } from './atom.ts';
import { decodeXmlBytes } from './decode-xml.ts';
import { htmlPage } from './html-page.ts';
import { jsonFeed } from './json-feed.ts';
import { jsonLines } from './json-lines.ts';
import { markdownFile } from './markdown-file.ts';
import { mhtml } from './mhtml.ts';
import { ninjs } from './ninjs.ts';
import type { Reader } from './reader.ts';
import { rss } from './rss.ts';
import { textCapture } from './text-capture.ts';
import { warc } from './warc.ts';
import { webarchive } from './webarchive.ts';
import { wxr } from './wxr.ts';

/** Every format, in the order of recognition: the narrower before the wider, text captures last. */
export const readers: readonly Reader[] = [
  archiveFile(recogniseBytes),
  // Feeds; an export of WordPress is RSS too
  wxr,
  atom,
  rss,
  jsonFeed,
  ninjs,
  jsonLines,
  markdownFile,
  // Pages, in the containers of browsers and crawlers or bare
  mhtml,
  webarchive,
  warc,
  htmlPage,
  // Whatever is neither markup nor data is taken for one
  textCapture,
];

/** The first reader that knows the format by its first 64 KiB of text; null when none does. */
export function recogniseReader(head: string): Reader | null {
  return readers.find((reader) => reader.recognises(head)) ?? null;
}

/** Bytes that a format is recognised by. */
const HEAD_BYTES = 64 * 1024;

/**
 * The first 64 KiB as text, for `recogniseReader`: decoded as declared or detected, UTF-16 without a mark and
 * archives included. Never fails: a byte that fits nothing is U+FFFD.
 */
export function headOf(bytes: Uint8Array, contentType: string | null): string {
  return decodeXmlBytes(bytes.subarray(0, HEAD_BYTES), contentType).text;
}

/** The reader for a file's bytes; null when no format is recognised. */
export function recogniseBytes(bytes: Uint8Array, contentType: string | null): Reader | null {
  return recogniseReader(headOf(bytes, contentType));
}
