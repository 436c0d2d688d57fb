import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { exportCommand } from '../../src/cli/export-command.ts';
import { importPaths } from '../../src/import/import-paths.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-export-command-'));
const database = join(folder, 'archive.db');
const SAMPLE = join(import.meta.dirname, '../../samples/2021-01-26-the-ice-road-south-of-maradi.txt');

beforeAll(async () => {
  const archive = await openArchive({ url: database });
  await importPaths(archive, [SAMPLE]);
  await archive.close();
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const run = (...args: string[]) =>
  exportCommand()
    .exitOverride()
    .parseAsync([...args, '--database', database], { from: 'user' });

test('export writes JSON Lines and Markdown by year', async () => {
  const to = join(folder, 'out');
  await run(to);
  expect(readdirSync(to).toSorted()).toEqual(['articles.jsonl', 'markdown']);
  expect(readdirSync(join(to, 'markdown/2021'))).toEqual(['the-ice-road-south-of-maradi.md']);
  const [line] = readFileSync(join(to, 'articles.jsonl'), 'utf8').split('\n');
  expect(JSON.parse(line ?? '')).toMatchObject({
    headline: 'The Ice Road South of Maradi',
    datePublished: '2021-01-26',
  });
});

test('export takes the filters of the feeds, and tells what is wrong with one before it writes', async () => {
  await run(join(folder, 'none'), '--from', '2022-01-01', '--format', 'jsonl');
  expect(readFileSync(join(folder, 'none/articles.jsonl'), 'utf8')).toBe('');
  await expect(run(join(folder, 'wrong'), '--region', 'atlantis')).rejects.toThrow(
    'no region called "atlantis"',
  );
  await expect(run(join(folder, 'wrong'), '--filter', '{"x":1}')).rejects.toThrow('"x"');
  expect(readdirSync(folder)).not.toContain('wrong');
});
