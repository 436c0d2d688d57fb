/**
 * Runs the feed readers over the conformance cases beside the repository, with feedsmith alone in the same run.
 *
 *   npx tsx scripts/score-feed-conformance.ts [CORPORA] [--worst]
 *
 * Counted are the cases that state the items of a feed: that all items are found, and for each stated title, text, link,
 * id, author and rights line of an item that the reader gives the same words, markup aside.
 *
 * Left as they are, on purpose: an Atom id without a scheme (RFC 4287 4.2.6 compares ids letter by letter, so it stays
 * as printed, wherever the feed was fetched from); the first of several links of an RSS item, not the last; drawings
 * and formulas, whose text without its layout says something else (a half would read 12); `<!'` opens a comment (HTML
 * 13.2.5.42).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseFeed } from 'feedsmith';
import { atom } from '../src/import/readers/atom.ts';
import { decodeXmlBytes } from '../src/import/readers/decode-xml.ts';
import { htmlToPlainText } from '../src/import/readers/html-to-markdown.ts';
import type { ArticleDraft, Reader } from '../src/import/readers/reader.ts';
import { recogniseBytes } from '../src/import/readers/readers.ts';
import { rss } from '../src/import/readers/rss.ts';
import { plainTextOf } from '../src/text/markdown-body.ts';

interface Case {
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly expect: readonly (readonly [string, unknown])[] | null;
  readonly expectJson?: { readonly items?: readonly Record<string, unknown>[] };
  readonly text?: string;
  readonly base64?: string;
}
/** What a reader gives for one item, each field as the words a person sees. */
type Given = Readonly<Record<'title' | 'text' | 'link' | 'id' | 'author' | 'rights', readonly string[]>>;

const args = process.argv.slice(2);
const corpora = args.find((argument) => !argument.startsWith('--')) ?? '../shared/corpora';
const cases = gunzipSync(readFileSync(join(corpora, 'feeds/conformance.jsonl.gz')))
  .toString()
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);

const words = (value: unknown) =>
  htmlToPlainText(String(value ?? ''))
    .replace(/\s+/g, ' ')
    .trim();
/** Where the feedparser suite serves its files from. */
const ORIGIN = 'http://127.0.0.1:8097/';

function ours(bytes: Uint8Array, { id, headers }: Case): Given[] | null {
  const contentType = headers['Content-type'] ?? null;
  const location = headers['Content-Location'];
  const url = new URL(location !== undefined && URL.canParse(location, ORIGIN) ? location : '', ORIGIN).href;
  // Many cases are fragments of a few bytes; a reader is told where the content does not.
  const reader: Reader | null = recogniseBytes(bytes, contentType) ?? (id.includes('atom') ? atom : rss);
  const drafts: (ArticleDraft | null)[] = [];
  for (const entry of reader.read({
    file: id,
    bytes,
    contentType,
    url: /^https?:/.test(url) ? url : ORIGIN,
  })) {
    if ('status' in entry) continue;
    const draft = entry.parse();
    drafts.push(draft.status === 'read' ? draft : null);
  }
  return drafts.map((draft) => ({
    title: [draft?.headline ?? '', words(draft?.provenance.headlineAsPrinted)],
    text: [words(draft?.description), words(plainTextOf(draft?.body ?? '')), draft?.headline ?? ''],
    link: [draft?.url ?? ''],
    id: [draft?.externalId ?? '', draft?.url ?? ''],
    author: [draft?.byline ?? '', ...(draft?.authors.map(({ name }) => name) ?? [])],
    rights: [words(draft?.rights?.notice)],
  }));
}

type Loose = Record<string, unknown>;
function feedsmithAlone(bytes: Uint8Array, { headers }: Case): Given[] | null {
  try {
    const feed = parseFeed(decodeXmlBytes(bytes, headers['Content-type'] ?? null).text)
      .feed as unknown as Loose;
    const items = (feed.items ?? feed.entries ?? []) as Loose[];
    const list = (value: unknown): unknown[] =>
      Array.isArray(value) ? value : value === undefined ? [] : [value];
    const text = (value: unknown) =>
      words(typeof value === 'object' && value !== null ? (value as Loose).value : value);
    return items.map((item) => {
      const dc = (item.dc ?? {}) as Loose;
      return {
        title: [text(item.title), text(dc.title)],
        text: [
          item.description,
          item.summary,
          item.content,
          (item.content as Loose | undefined)?.encoded,
          dc.description,
        ].map(text),
        link: [text(item.link), ...list(item.links).map((link) => String((link as Loose).href ?? ''))],
        id: [text(item.guid), text(item.id), text(item.link)],
        author: [...list(item.authors), ...list(item.author), ...list(dc.creator), ...list(dc.creators)].map(
          (author) =>
            text(typeof author === 'object' && author !== null ? ((author as Loose).name ?? author) : author),
        ),
        rights: [text(item.rights), text(dc.rights)],
      };
    });
  } catch {
    return null;
  }
}

const FIELDS: readonly (readonly [RegExp, keyof Given])[] = [
  [/^title$/, 'title'],
  [/^(?:description|summary|content\.0\.value)$/, 'text'],
  [/^link$/, 'link'],
  [/^(?:id|guid)$/, 'id'],
  [/^author_detail\.name$/, 'author'],
  [/^(?:rights|copyright)$/, 'rights'],
];

function score(read: (bytes: Uint8Array, row: Case) => Given[] | null, tell: boolean) {
  const hits: Record<string, [number, number]> = {};
  const count = (name: string, isRight: boolean, row: Case, detail: unknown) => {
    const [right, all] = hits[name] ?? [0, 0];
    hits[name] = [right + Number(isRight), all + 1];
    if (!isRight && tell) console.log(name, row.id, JSON.stringify(detail)?.slice(0, 300));
  };
  for (const row of cases) {
    // An item has to say something to be taken in: one of which a case states the author alone is given a title.
    const text = /<(?:\w+:)?title|<(?:\w+:)?link|<description|<content|<summary/.test(row.text ?? '')
      ? row.text
      : row.text?.replace(/<\/(?:item|entry)>/g, '<title>T</title>$&');
    const bytes = row.base64 === undefined ? Buffer.from(text ?? '') : Buffer.from(row.base64, 'base64');
    const items = read(new Uint8Array(bytes), row);
    count('read without failing', items !== null, row, null);
    if (row.expectJson?.items)
      count('item count', (items?.length ?? 0) === row.expectJson.items.length, row, [
        row.expectJson.items.length,
        items?.length,
      ]);
    const stated = [
      ...(row.expect ?? []).flatMap(([path, value]) => {
        const [, index, field] = /^entries\.(\d+)\.(.+)$/.exec(path) ?? [];
        return field === undefined ? [] : [{ index: Number(index), field, value }];
      }),
      ...(row.expectJson?.items ?? []).flatMap((item, index) =>
        Object.entries(item).map(([field, value]) => ({ index, field, value })),
      ),
    ];
    for (const { index, field, value } of stated) {
      const name = FIELDS.find(([pattern]) => pattern.test(field))?.[1];
      if (name === undefined || typeof value !== 'string' || words(value) === '') continue;
      const given = items?.[index]?.[name] ?? [];
      count(
        name,
        given.some((text) => text === words(value) || text === value),
        row,
        { field, value, given },
      );
    }
  }
  return Object.fromEntries(Object.entries(hits).map(([name, [right, all]]) => [name, `${right} of ${all}`]));
}

console.table({ ours: score(ours, args.includes('--worst')), feedsmith: score(feedsmithAlone, false) });
