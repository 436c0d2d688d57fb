import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { capture, emptyArchive } from './archive-for-test.ts';

const SAID = '"The bridge is safe and it will stay where it is," said Mara Wrona, the engineer of the town.';

test('folders that link back to one around them are read once, however many links there are', async () => {
  const { folder, write, take } = await emptyArchive();
  mkdirSync(join(folder, 'year.html'));
  write('year.html/a.txt', capture('The Bridge', [SAID]));
  for (const link of ['back', 'again']) symlinkSync(folder, join(folder, link));
  symlinkSync(folder, join(folder, 'year.html', 'up'));
  const { outcomes } = await take();
  expect(outcomes.map(({ outcome, locator }) => [outcome, locator.split('/').slice(-2).join('/')])).toEqual([
    ['NEW', 'year.html/a.txt'],
  ]);
});

test('a folder that is linked from elsewhere is read', async () => {
  const [shelf, other] = [await emptyArchive(), await emptyArchive()];
  other.write('a.txt', capture('The Bridge', [SAID]));
  symlinkSync(other.folder, join(shelf.folder, 'elsewhere'));
  expect(await shelf.take()).toMatchObject({ newCount: 1, refusedCount: 0 });
});

test.skipIf(process.platform === 'win32')(
  'a pipe in a folder is refused instead of waited for, and what is beside it comes in',
  async () => {
    const { folder, write, take } = await emptyArchive();
    execFileSync('mkfifo', [join(folder, 'a.html')]);
    write('b.txt', capture('The Bridge', [SAID]));
    const { outcomes } = await take();
    expect(outcomes).toMatchObject([
      { outcome: 'REFUSED', refusal: { code: 'UNREADABLE' } },
      { outcome: 'NEW' },
    ]);
  },
);

test('a link that leads nowhere is refused with its name', async () => {
  const { folder, take } = await emptyArchive();
  symlinkSync(join(folder, 'gone.html'), join(folder, 'a.html'));
  const { outcomes } = await take();
  expect(outcomes).toMatchObject([{ outcome: 'REFUSED', refusal: { code: 'UNREADABLE' } }]);
});
