import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';

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

test('the licences of what is bundled travel with it', () => {
  const licences = readFileSync(join(BUILT, 'licences.txt'), 'utf8');
  for (const name of ['@pothos/core', 'drizzle-orm', 'graphql-yoga', 'htmlparser2'])
    expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
});
