import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchFolder, watchIntoArchive } from '../../src/import/watch-folder.ts';
import { capture, emptyArchive } from './archive-for-test.ts';

let folder: string;
let controller: AbortController;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-watch-'));
  controller = new AbortController();
});
afterEach(async () => {
  controller.abort();
  await rm(folder, { recursive: true, force: true });
});

function watching() {
  const batches = watchFolder(folder, { signal: controller.signal, settleMs: 10, rescanMs: 50 });
  return async () => {
    const batch = await batches.next();
    return batch.done ? [] : batch.value.map((path) => relative(folder, path));
  };
}

test('files that are there come first, in name order, with those below', async () => {
  await mkdir(join(folder, 'sub'));
  await writeFile(join(folder, 'b.html'), 'b');
  await writeFile(join(folder, 'sub', 'a.html'), 'a');
  expect(await watching()()).toEqual(['b.html', join('sub', 'a.html')]);
});
test('a new file, a changed one and one moved in are told once each', async () => {
  await writeFile(join(folder, 'a.html'), 'a');
  const next = watching();
  expect(await next()).toEqual(['a.html']);
  const added = next();
  await writeFile(join(folder, 'b.html'), 'b');
  expect(await added).toEqual(['b.html']);
  const changed = next();
  await writeFile(join(folder, 'a.html'), 'a, changed');
  expect(await changed).toEqual(['a.html']);
  const moved = next();
  await writeFile(join(folder, '.hidden'), 'c');
  await rename(join(folder, '.hidden'), join(folder, 'c.html'));
  expect(await moved).toEqual(['c.html']);
});
test('files that are being downloaded are waited for', async () => {
  await writeFile(join(folder, 'a.html.part'), 'half');
  await writeFile(join(folder, 'b.html'), 'b');
  const next = watching();
  expect(await next()).toEqual(['b.html']);
  const finished = next();
  await rename(join(folder, 'a.html.part'), join(folder, 'a.html'));
  expect(await finished).toEqual(['a.html']);
});
test('it ends when it is told to', async () => {
  const next = watching();
  const pending = next();
  controller.abort();
  expect(await pending).toEqual([]);
});
test('a folder that is not there is an error at once', async () => {
  await expect(watchFolder(join(folder, 'none'), { signal: controller.signal }).next()).rejects.toThrow(
    'ENOENT',
  );
});
test('a watched folder is imported, and what comes into it later, without what is about the folder', async () => {
  const { archive, rows } = await emptyArchive();
  await writeFile(join(folder, 'a.txt'), capture('The Bridge', ['It stands.']));
  await writeFile(join(folder, 'README.md'), '# About');
  const runs = watchIntoArchive(archive, folder, { signal: controller.signal, settleMs: 10, rescanMs: 50 });
  expect((await runs.next()).value).toMatchObject({ newCount: 1, refusedCount: 0 });
  const later = runs.next();
  await writeFile(join(folder, 'b.txt'), capture('The Ferry', ['It sails.']));
  expect((await later).value).toMatchObject({ newCount: 1 });
  expect(await rows('SELECT headline FROM articles ORDER BY id')).toEqual([['The Bridge'], ['The Ferry']]);
  controller.abort();
  expect((await runs.next()).done).toBe(true);
});
