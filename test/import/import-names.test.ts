import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { nameOfInput } from '../../src/import/find-files.ts';
import { loadQuarantine, retryQuarantine } from '../../src/import/quarantine.ts';
import { dataOf } from '../support/ask.ts';
import { capture, emptyArchive } from './archive-for-test.ts';

const IMPORTS = '{ imports { nodes { inputs items { nodes { locator message hint } } } } }';

interface ImportsAnswer {
  readonly imports: { readonly nodes: { inputs: string[]; items: { nodes: { locator: string }[] } }[] };
}

const feed = `<rss version="2.0"><channel><title>Log</title>
<item><title>At nine</title><link>https://log.example/9</link><description>It rained at nine.</description></item>
<item><description></description></item></channel></rss>`;

test('nothing that the API shows of an import holds a path above what was named', async () => {
  const { archive, folder, write, take } = await emptyArchive();
  mkdirSync(join(folder, 'sub'));
  write('sub/a.txt', capture('The Bridge', ['It stands.']));
  write('feed.xml', feed);
  write('empty.html', '');
  write('broken.jsonl', '{"headline": "One", "body": 4}\n{"headline": \n');
  const { outcomes } = await take([folder, join(folder, 'none.txt')]);
  const above = join(folder, '..');
  const shown = (await dataOf(archive, IMPORTS)) as ImportsAnswer; // as the query asks
  expect(JSON.stringify(shown)).not.toContain(above);
  expect(JSON.stringify(outcomes)).not.toContain(above);
  const base = basename(folder);
  const [run] = shown.imports.nodes;
  expect(run?.inputs).toEqual([base, 'none.txt']);
  expect(run?.items.nodes.map(({ locator }) => locator)).toEqual(
    expect.arrayContaining([
      `${base}/sub/a.txt`,
      `${base}/feed.xml#item-1`,
      `${base}/empty.html`,
      'none.txt',
    ]),
  );
  const rows = await archive.database.all('SELECT provenance, boilerplate FROM articles', []);
  expect(JSON.stringify(rows)).not.toContain(folder);
  expect(JSON.stringify(await loadQuarantine(archive))).not.toContain(folder);
});

test('inputs are called as they were typed, absolute ones by their last part, addresses without a password', () => {
  expect(nameOfInput('pages/../samples/')).toBe('samples');
  expect(nameOfInput('./a.txt')).toBe('a.txt');
  expect(nameOfInput('/srv/news/2024')).toBe('2024');
  expect(nameOfInput('https://ada:secret@log.example/feed?x=1')).toBe('https://log.example/feed?x=1');
});

test('a place is the same wherever the import is started', async () => {
  const { folder, write, take } = await emptyArchive();
  write('feed.xml', feed);
  await take([folder]);
  const again = await take([relative(process.cwd(), folder)]);
  expect(again).toMatchObject({ newCount: 0, unchangedCount: 1 });
});

test('what was refused inside a file is tried again from that file', async () => {
  const { archive, folder, write, take } = await emptyArchive();
  write('a.jsonl', `${JSON.stringify({ headline: 'One', body: 'It rained.' })}\n{"headline":\n`);
  await take([folder]);
  expect((await loadQuarantine(archive)).map(({ locator }) => locator)).toEqual([
    expect.stringMatching(/^dateline-import-\w+\/a\.jsonl/),
  ]);
  write(
    'a.jsonl',
    readFileSync(join(folder, 'a.jsonl'), 'utf8').replace(
      '{"headline":\n',
      '{"headline":"Two","body":"It froze."}\n',
    ),
  );
  expect(await retryQuarantine(archive)).toMatchObject({ newCount: 1, refusedCount: 0 });
  expect(await loadQuarantine(archive)).toEqual([]);
});
