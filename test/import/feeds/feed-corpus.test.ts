import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type ListedItem, listItems } from '../../../src/import/readers/feed-listing.ts';
import { recogniseBytes } from '../../../src/import/readers/readers.ts';

const corpora = '../shared/corpora';
const sets = ['feeds', 'feeds-dataset'].filter((set) => existsSync(`${corpora}/${set}/real.jsonl`));

interface Label {
  readonly link: string | null;
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
}
interface Row {
  readonly id: string;
  readonly file: string;
  readonly expect: {
    readonly format: string | null;
    readonly items: number;
    readonly first: readonly Label[];
  };
}

const rows = sets.flatMap((set) =>
  readFileSync(`${corpora}/${set}/real.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => ({ set, row: JSON.parse(line) as Row })),
);
type Entry = (typeof rows)[number];

const listed = new Map<Entry, readonly ListedItem[]>();

/** The items of a feed, which is read once. */
function read(entry: Entry): readonly ListedItem[] {
  const items = listed.get(entry) ?? readFeed(entry);
  listed.set(entry, items);
  return items;
}

function readFeed({ set, row }: Entry): readonly ListedItem[] {
  const bytes = new Uint8Array(gunzipSync(readFileSync(`${corpora}/${set}/${row.file}`)));
  const reader = recogniseBytes(bytes, null);
  return reader ? listItems(reader.read({ file: row.file, bytes, contentType: null, url: null })).items : [];
}

/** Share of the labelled values that are right. */
function share(
  isLabelled: (label: Label) => boolean,
  isRight: (label: Label, item: ListedItem | undefined) => boolean,
): number {
  const pairs = rows.flatMap((entry) => {
    const items = read(entry);
    return entry.row.expect.first
      .map((label, index) => ({ label, item: items[index] }))
      .filter(({ label }) => isLabelled(label));
  });
  return pairs.filter(({ label, item }) => isRight(label, item)).length / pairs.length;
}
const squash = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
const day = (date: string | null | undefined) => (date ? new Date(date).toISOString().slice(0, 10) : '');

describe.skipIf(rows.length === 0)('feeds of the test material', () => {
  test.each(
    rows.filter(({ row }) => row.expect.format !== null).map((entry) => [entry.row.id, entry] as const),
  )('%s has all its items', (_id, entry) => {
    expect(read(entry)).toHaveLength(entry.row.expect.items);
  });
  test('headlines are right', () => {
    expect(
      share(
        (label) => Boolean(label.title),
        (label, item) => squash(label.title) === squash(item?.title),
      ),
    ).toBeGreaterThanOrEqual(0.995);
  });
  test('links are right', () => {
    expect(
      share(
        (label) => Boolean(label.link),
        (label, item) => label.link === item?.link,
      ),
    ).toBeGreaterThanOrEqual(0.98);
  });
  test('days are right', () => {
    expect(
      share(
        (label) => Boolean(label.published),
        (label, item) =>
          day(label.published) === day(item?.publishedAt) ||
          label.published?.slice(0, 10) === item?.publishedAt?.slice(0, 10),
      ),
    ).toBeGreaterThanOrEqual(0.997);
  });
  test('authors are right', () => {
    const names = (list: readonly string[] | undefined) => [...new Set(list ?? [])].sort().join('|');
    expect(
      share(
        (label) => label.authors.length > 0,
        (label, item) => names(label.authors) === names(item?.authors),
      ),
    ).toBeGreaterThanOrEqual(0.98);
  });
});
