import { readFileSync } from 'node:fs';
import type { ArticleDraft, Reader, ReadItem, Refusal } from '../../../src/import/readers/reader.ts';
import { recogniseBytes } from '../../../src/import/readers/readers.ts';

/** Bytes of a fixture in `test/fixtures/feeds`. */
export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../fixtures/feeds/${name}`, import.meta.url)));
}

export interface Reading {
  readonly format: string | null;
  readonly items: readonly ReadItem[];
  readonly drafts: readonly ArticleDraft[];
  readonly refusals: readonly Refusal[];
  /** What was told beside items. */
  readonly problems: readonly Refusal[];
}

/** Reads input as an import does: recognised by content, every item parsed. */
export function readInput(
  input: string | Uint8Array,
  options: { contentType?: string; url?: string; reader?: Reader } = {},
): Reading {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const contentType = options.contentType ?? null;
  const reader = options.reader ?? recogniseBytes(bytes, contentType);
  const read = reader
    ? [...reader.read({ file: 'input', bytes, contentType, url: options.url ?? null })]
    : [];
  const items = read.filter((entry): entry is ReadItem => 'parse' in entry);
  const parsed = items.map((item) => item.parse());
  return {
    format: reader?.format ?? null,
    items,
    drafts: parsed.filter((draft): draft is ArticleDraft => draft.status === 'read'),
    refusals: parsed.filter((draft): draft is Refusal => draft.status === 'refused'),
    problems: read.filter((entry): entry is Refusal => 'status' in entry),
  };
}

/** The bytes an item says it came from. */
export function bytesOf(item: ReadItem, input: Uint8Array): string {
  return Buffer.from(input.subarray(...item.byteRange)).toString('utf8');
}
