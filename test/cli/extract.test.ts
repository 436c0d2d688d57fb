import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extractBytes, extractFile } from '../../src/cli/extract-file.ts';
import { extractAll } from '../../src/cli/extract-pool.ts';

const SENTENCE =
  'The ferry across the lake will run again from May, the council decided on Tuesday after a long debate.';
const pageOf = (title: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title><meta property="article:published_time" content="2024-03-12"></head><body><article><h1>${title}</h1><p class="byline">By Ada Venn</p><p>${SENTENCE}</p><p>${SENTENCE}</p></article></body></html>`;
const feed =
  '<?xml version="1.0"?><rss version="2.0"><channel><title>Ledger</title><item><title>Ferry runs again</title><link>https://ledger.example/a</link><pubDate>Tue, 12 Mar 2024 08:00:00 GMT</pubDate><author>ada@ledger.example (Ada Venn)</author></item></channel></rss>';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-extract-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const save = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const asInput = (text: string) => ({ file: 'x', bytes: Buffer.from(text), contentType: null, url: null });

describe('one file', () => {
  test('a page gives title, authors, day, language and its text without marks', () => {
    expect(extractBytes('1', asInput(pageOf('Ferry runs again')))).toMatchObject({
      id: '1',
      title: 'Ferry runs again',
      authors: ['Ada Venn'],
      publishedAt: '2024-03-12',
      language: 'en',
      body: `${SENTENCE}\n\n${SENTENCE}`,
    });
  });
  test('a page that only says when it was changed gives that day', () => {
    const html = pageOf('Ferry runs again').replace('article:published_time', 'article:modified_time');
    expect(extractBytes('1', asInput(html))).toMatchObject({
      publishedAt: '2024-03-12',
      modifiedAt: '2024-03-12',
    });
  });
  test('a feed gives its items', () => {
    expect(extractBytes(7, asInput(feed))).toMatchObject({
      id: 7,
      items: [
        { title: 'Ferry runs again', link: 'https://ledger.example/a', publishedAt: '2024-03-12T08:00:00Z' },
      ],
    });
  });
  test('a gzipped file is unpacked', () => {
    const path = save('a.html.gz', gzipSync(pageOf('Ferry runs again')));
    expect(extractFile({ id: 'z', path, url: null })).toMatchObject({ id: 'z', title: 'Ferry runs again' });
  });
  test.each([
    ['UNREADABLE', 'absent.html', null],
    ['UNREADABLE', 'broken.html.gz', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3])],
    ['EMPTY', 'empty.html', ''],
    ['BINARY', 'picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])],
  ])('what cannot be read is refused as %s: %s', (code, name, content) => {
    const path = content === null ? join(folder, name) : save(name, content);
    expect(extractFile({ id: name, path, url: null })).toMatchObject({ id: name, refused: { code } });
  });
});

describe('many files', () => {
  test('come back in the order of the list, one line each, whatever thread read them', async () => {
    const tasks = Array.from({ length: 60 }, (_, i) => ({
      id: i,
      path: i % 10 === 3 ? join(folder, 'absent') : save(`${i}.html`, pageOf(`Ferry number ${i} runs again`)),
      url: null,
    }));
    const lines: string[] = [];
    for await (const line of extractAll(tasks, { workers: 3 })) lines.push(line);
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(tasks.map(({ id }) => id));
    expect(lines.filter((line) => line.includes('"UNREADABLE"'))).toHaveLength(6);
    expect(JSON.parse(lines[12] ?? '{}').title).toBe('Ferry number 12 runs again');
  });
  test('go on after one that takes too long, which is refused', async () => {
    const slow = save(
      'slow.html',
      `<html><head><title>Slow page</title></head><body>${'<p>A sentence of some length stands here.</p>'.repeat(200_000)}</body></html>`,
    );
    const tasks = [
      { id: 'slow', path: slow, url: null },
      { id: 'next', path: save('next.html', pageOf('Ferry runs again')), url: null },
    ];
    const answers: { id: string; refused?: { code: string } }[] = [];
    // Far below what the slow page takes on any machine.
    for await (const line of extractAll(
      [tasks[0] ?? tasks[1]].flatMap((task) => task ?? []),
      { workers: 1, pageTimeoutMs: 5 },
    ))
      answers.push(JSON.parse(line));
    for await (const line of extractAll(tasks.slice(1), { workers: 1, pageTimeoutMs: 60_000 }))
      answers.push(JSON.parse(line));
    expect(answers).toMatchObject([
      { id: 'slow', refused: { code: 'TOO_SLOW' } },
      { id: 'next', title: 'Ferry runs again' },
    ]);
  });
  test('of none are no lines', async () => {
    const lines: string[] = [];
    for await (const line of extractAll([])) lines.push(line);
    expect(lines).toEqual([]);
  });
});
