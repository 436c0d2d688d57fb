import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, inject, test } from 'vitest';
import { printed } from '../support/printed.ts';
import { post } from '../support/serve.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILT = inject('program');
const database = join(mkdtempSync(join(tmpdir(), 'dateline-built-')), 'archive.db');
const run = (...args: string[]): string =>
  execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });

afterAll(() => rmSync(join(database, '..'), { recursive: true }));

test('the built program imports the samples in its threads, and serves what it reads beside itself', async () => {
  run(join(BUILT, 'main.js'), 'import', 'samples', '--database', database);
  const child = spawn(process.execPath, [
    join(BUILT, 'main.js'),
    'serve',
    '--port',
    '0',
    '--database',
    database,
  ]);
  const ended = once(child, 'exit');
  const url = /http:\/\/[\d.]+:\d+/.exec(await printed(child.stdout, /GraphiQL: \S+/g))?.[0] ?? '';
  // A citation is printed by a library and styles that are loaded when first asked for; a region's code comes from such a file too.
  const answer = await post(
    url,
    '{ article(by: { slug: "when-the-gauge-went-quiet" }) { cite(style: APA) regions { code } } }',
  );
  expect(await answer.json()).toEqual({
    data: {
      article: {
        cite: expect.stringMatching(/gauge went quiet/i),
        regions: expect.arrayContaining([{ code: expect.stringMatching(/^[A-Z]{2}$|^\d{3}$/) }]),
      },
    },
  });
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

test('a program that embeds Dateline meets its own graphql in the schema', () => {
  const door = JSON.stringify(join(BUILT, 'index.js'));
  const program = `import { schema } from ${door}; import { printSchema } from 'graphql'; console.log(printSchema(schema));`;
  expect(run('--input-type=module', '--eval', program)).toContain('type Article');
});

test('the licences of what is bundled travel with it', () => {
  const licences = readFileSync(join(BUILT, 'licences.txt'), 'utf8');
  for (const name of ['@pothos/core', 'drizzle-orm', 'graphql-yoga', 'htmlparser2'])
    expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
});
