import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, inject, onTestFinished, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILT = inject('program');
const run = (args: readonly string[], input = ''): string =>
  execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', input });

test('the built program reads in threads of its own', () => {
  const list = '{ "id": "ice", "file": "samples/2021-01-26-the-ice-road-south-of-maradi.txt" }';
  const line = run([join(BUILT, 'main.js'), 'extract', '--workers', '1', '--jsonl', '-'], list);
  expect(JSON.parse(line)).toMatchObject({ id: 'ice', publishedAt: '2021-01-26' });
});

test('a program that embeds Dateline meets its own graphql in the schema', () => {
  const door = JSON.stringify(join(BUILT, 'index.js'));
  const program = `import { schema } from ${door}; import { printSchema } from 'graphql'; console.log(printSchema(schema));`;
  expect(run(['--input-type=module', '--eval', program])).toContain('type Article');
});

test('a server goes on when whoever read its output has left', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-gone-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const pieces = join(folder, 'pieces');
  mkdirSync(pieces);
  writeFileSync(join(pieces, 'one.md'), '---\ntitle: One\n---\nSome words of a piece.\n');
  const database = join(folder, 'archive.db');
  run([join(BUILT, 'main.js'), 'import', pieces, '--database', database]);
  const args = [join(BUILT, 'main.js'), 'start', '--database', database, '--port', '0'];
  const server = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(server, 'exit');
  server.stdout.destroy(); // before it has printed its address
  let log = '';
  for await (const chunk of server.stderr) {
    log += String(chunk);
    if (log.includes('listening')) break;
  }
  const url = /http:\/\/[\d.]+:\d+/.exec(log)?.[0] ?? '';
  // The answer to a second question comes after all that a start prints.
  for (const path of ['/ready', '/health']) expect((await fetch(`${url}${path}`)).status).toBe(200);
  expect(server.exitCode).toBeNull();
  server.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

test('the licences of what is bundled travel with it', () => {
  const licences = readFileSync(join(BUILT, 'licences.txt'), 'utf8');
  for (const name of ['@pothos/core', 'drizzle-orm', 'graphql-yoga', 'htmlparser2'])
    expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
});
