import { atom } from './atom.ts';
import { jsonFeed } from './json-feed.ts';
import type { Reader } from './reader.ts';
import { rss } from './rss.ts';
import { wxr } from './wxr.ts';

/** Every format, in the order of recognition: the narrower before the wider, text captures last. */
export const readers: readonly Reader[] = [
  // Feeds; an export of WordPress is RSS too
  wxr,
  atom,
  rss,
  jsonFeed,
];

/** The first reader that knows the format by its first 64 KiB of text; null when none does. */
export function recogniseReader(head: string): Reader | null {
  return readers.find((reader) => reader.recognises(head)) ?? null;
}
