import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { printed } from '../support/printed.ts';
import { seedArchive } from '../support/seed-archive.ts';
import { post } from '../support/serve.ts';

const MAIN = join(inject('program'), 'main.js');
const folder = mkdtempSync(join(tmpdir(), 'dateline-workers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const serveWith = (...args: string[]): ChildProcess =>
  spawn(process.execPath, [MAIN, 'serve', '--port', '0', ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

test('two workers answer at one address, and end when told to', async () => {
  const database = join(folder, 'archive.db');
  await (await seedArchive({ url: database, articles: 12 })).close();
  const child = serveWith('--workers', '2', '--database', database);
  const ended = once(child, 'exit');
  const [out, log] = await Promise.all([
    printed(child.stdout, /GraphiQL: \S+/g),
    printed(child.stderr, /"listening"/g, 2),
  ]);
  expect(log).not.toContain('"level":50');
  const url = /http:\/\/[\d.]+:\d+/.exec(out)?.[0] ?? '';
  // Connections go to the workers in turn.
  const answers = await Promise.all(
    Array.from({ length: 6 }, async () =>
      (await post(url, '{ articles { totalCount } }', { headers: { connection: 'close' } })).json(),
    ),
  );
  expect(answers).toEqual(Array(6).fill({ data: { articles: { totalCount: 12 } } }));
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

test('an archive in memory is not served by several workers, and the command says why', async () => {
  const child = serveWith('--workers', '2', '--database', ':memory:');
  const ended = once(child, 'exit');
  await printed(child.stderr, /cannot be served by several workers/g);
  const [code] = await ended;
  expect(code).not.toBe(0);
});
