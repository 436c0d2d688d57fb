/**
 * Measures the feed readers on the test material beside the repository, with feedsmith alone in the same run.
 *
 *   npx tsx scripts/score-feeds.ts [CORPORA] [--worst]
 *
 * A feed counts as read when it is recognised and the number of its items is the labelled one. Headline, link, day
 * and authors are compared over the labelled items (the first ones of each feed): white space aside for headlines,
 * a relative label by the end of the link, the written or the UTC day, and names as one set without case.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseFeed } from 'feedsmith';
import { decodeXmlBytes } from '../src/import/readers/decode-xml.ts';
import { type ListedItem, listItems } from '../src/import/readers/feed-listing.ts';
import { recogniseReader } from '../src/import/readers/readers.ts';

interface Label {
  readonly id: string | null;
  readonly link: string | null;
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
}
interface Row {
  readonly id: string;
  readonly file: string;
  readonly expect: {
    readonly items: number;
    readonly malformed: boolean;
    readonly format: string | null;
    readonly first: readonly Label[];
  };
}

const args = process.argv.slice(2);
const corpora = args.find((argument) => !argument.startsWith('--')) ?? '../shared/corpora';
const worst = args.includes('--worst');
const strict = args.includes('--strict');

const jsonl = (path: string): unknown[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

function ours(bytes: Uint8Array, file: string): readonly ListedItem[] | null {
  const reader = recogniseReader(decodeXmlBytes(bytes.subarray(0, 65536), null).text);
  // A page is read as a page, and holds no items.
  const isFeed = ['rss', 'atom', 'json-feed', 'wxr'].includes(reader?.format ?? '');
  return reader && isFeed
    ? listItems(reader.read({ file, bytes, contentType: null, url: null })).items
    : null;
}

type Loose = Record<string, unknown>;
const text = (value: unknown): string | null =>
  typeof value === 'string'
    ? value
    : typeof value === 'object' && value !== null && 'value' in value
      ? text(value.value)
      : null;
function feedsmithAlone(bytes: Uint8Array): readonly ListedItem[] | null {
  try {
    const { feed } = parseFeed(decodeXmlBytes(bytes, null).text);
    const loose = feed as unknown as { items?: Loose[]; entries?: Loose[] };
    return (loose.items ?? loose.entries ?? []).map((item) => {
      const links = (item.links as { rel?: string; href?: string }[] | undefined) ?? [];
      const dc = (item.dc ?? {}) as Loose;
      const list = (value: unknown): unknown[] =>
        Array.isArray(value) ? value : value === undefined ? [] : [value];
      const authors = [
        ...list(item.authors),
        ...list(item.author),
        ...list(dc.creator),
        ...list(dc.creators),
      ];
      const dcDates = list(dc.date ?? dc.dates);
      return {
        title: text(item.title) ?? null,
        link:
          text(item.link) ??
          text(item.url) ??
          (links.find((link) => (link.rel ?? 'alternate') === 'alternate') ?? links[0])?.href ??
          null,
        publishedAt:
          text(item.pubDate) ??
          text(item.published) ??
          text(item.date_published) ??
          text(item.updated) ??
          text(dcDates[0]) ??
          null,
        authors: authors.flatMap((author) =>
          typeof author === 'string' ? [author] : (text((author as Loose).name) ?? []),
        ),
      };
    });
  } catch {
    return null;
  }
}

const squash = (value: string) => value.normalize('NFC').replace(/\s+/g, ' ').trim();
const days = (value: string | null): string[] => {
  if (value === null) return [];
  const written = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];
  const time = Date.parse(value);
  return [
    ...(written ? [written] : []),
    ...(Number.isNaN(time) ? [] : [new Date(time).toISOString().slice(0, 10)]),
  ];
};
const names = (list: readonly string[]) =>
  [...new Set(list.map((name) => squash(name).toLowerCase()))].sort();
const words = (list: readonly string[]) =>
  list
    .join(' ')
    .toLowerCase()
    .replace(/\b(?:and|und)\b|[^\p{L}\p{N}]+/gu, ' ')
    .split(' ')
    .filter(Boolean);

const checks = {
  headline: (label: Label, item: ListedItem) => squash(label.title ?? '') === squash(item.title ?? ''),
  link: (label: Label, item: ListedItem) => {
    const [gold, found] = [label.link ?? '', item.link ?? ''];
    if (strict || /^[a-z]+:/i.test(gold) || gold === '') return gold === found;
    return (
      found === gold ||
      new URL(found, 'http://x.invalid/').href.endsWith(new URL(gold, 'http://x.invalid/').pathname)
    );
  },
  day: (label: Label, item: ListedItem) => {
    const [gold, found] = [days(label.published), days(item.publishedAt)];
    return gold.length === 0 ? found.length === 0 : gold.some((day) => found.includes(day));
  },
  author: (label: Label, item: ListedItem) =>
    names(label.authors).join('|') === names(item.authors).join('|'),
  'author words': (label: Label, item: ListedItem) => {
    const [gold, found] = [new Set(words(label.authors)), new Set(words(item.authors))];
    return gold.size === found.size && [...gold].every((word) => found.has(word));
  },
};
type Check = keyof typeof checks;
/** A field is scored where the label states one, as in the measures for pages. */
const isLabelled: Record<Check, (label: Label) => boolean> = {
  headline: (label) => Boolean(label.title),
  link: (label) => Boolean(label.link),
  day: (label) => Boolean(label.published),
  author: (label) => label.authors.length > 0,
  'author words': (label) => label.authors.length > 0,
};

function score(
  rows: readonly { row: Row; bytes: Uint8Array }[],
  read: (bytes: Uint8Array, file: string) => readonly ListedItem[] | null,
  tell: boolean,
) {
  let readable = 0;
  let counted = 0;
  const hits = new Map<Check, number>();
  const labels = new Map<Check, number>();
  for (const { row, bytes } of rows) {
    const items = read(bytes, row.file);
    if (items) readable += 1;
    if ((items?.length ?? 0) === row.expect.items) counted += 1;
    else if (tell)
      console.log(
        `count ${row.id}: ${items?.length ?? 'unread'} instead of ${row.expect.items}${row.expect.malformed ? ' (malformed)' : ''}`,
      );
    for (const [index, label] of row.expect.first.entries()) {
      const item = items?.[index] ?? { title: null, link: null, publishedAt: null, authors: [] };
      for (const [name, check] of Object.entries(checks) as [Check, (typeof checks)[Check]][]) {
        if (!isLabelled[name](label)) continue;
        labels.set(name, (labels.get(name) ?? 0) + 1);
        if (check(label, item)) hits.set(name, (hits.get(name) ?? 0) + 1);
        else if (tell)
          console.log(
            `${name} ${row.id} ${index}:`,
            JSON.stringify({
              gold:
                name === 'headline'
                  ? label.title
                  : name === 'link'
                    ? label.link
                    : name === 'day'
                      ? label.published
                      : label.authors,
              found:
                name === 'headline'
                  ? item.title
                  : name === 'link'
                    ? item.link
                    : name === 'day'
                      ? item.publishedAt
                      : item.authors,
            }),
          );
      }
    }
  }
  const share = (name: Check) => ((hits.get(name) ?? 0) / (labels.get(name) ?? 1)).toFixed(4);
  return {
    feeds: rows.length,
    read: readable,
    'count right': counted,
    items: labels.get('headline') ?? 0,
    ...Object.fromEntries((Object.keys(checks) as Check[]).map((name) => [name, share(name)])),
  };
}

const all: { row: Row; bytes: Uint8Array }[] = [];
const table: Record<string, unknown> = {};
for (const folder of ['feeds', 'feeds-dataset']) {
  const rows = (jsonl(join(corpora, folder, 'real.jsonl')) as Row[]).map((row) => ({
    row,
    bytes: new Uint8Array(gunzipSync(readFileSync(join(corpora, folder, row.file)))),
  }));
  all.push(...rows);
  table[`${folder}: ours`] = score(rows, ours, worst);
  table[`${folder}: feedsmith`] = score(rows, feedsmithAlone, args.includes('--base'));
}
const feeds = all.filter(({ row }) => row.expect.format !== null);
table['feeds only: ours'] = score(feeds, ours, false);
table['feeds only: feedsmith'] = score(feeds, feedsmithAlone, false);
console.table(table);
