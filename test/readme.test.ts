import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Archive } from '../src/archive/archive.ts';
import { readConfig } from '../src/server/config.ts';
import { dataOf } from './support/ask.ts';
import { sampleArchive } from './support/sample-archive.ts';

const root = new URL('../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, text]) => text ?? '',
  );

let archive: Archive;
beforeAll(async () => {
  archive = await sampleArchive();
});
afterAll(() => archive.close());

test('every query in the README gives the answer that stands below it', async () => {
  const queries = blocks('graphql');
  const answers = blocks('json');
  expect(queries.length).toBe(answers.length);
  for (const [index, query] of queries.entries()) {
    expect({ data: await dataOf(archive, query) }).toEqual(JSON.parse(answers[index] ?? 'null'));
  }
});

test('every command in the README exists', async () => {
  const scripts = Object.keys(
    (JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { scripts: object }).scripts,
  );
  const main = readFileSync(new URL('src/cli/main.ts', root), 'utf8');
  for (const [, script] of readme.matchAll(/npm run ([\w:]+)/g)) expect(scripts).toContain(script);
  for (const [, command] of readme.matchAll(/npx dateline (\w+)/g))
    expect(main).toMatch(new RegExp(`^ {2}${command}: `, 'm'));
  expect(scripts).toEqual(expect.arrayContaining(['start', 'test']));
});

test('every file that the README links to exists', () => {
  for (const [, target] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
    expect(existsSync(fileURLToPath(new URL(target ?? '', root))), target).toBe(true);
  }
});

test('the README names every environment variable that is read, with its default', () => {
  const config = readFileSync(new URL('src/server/config.ts', root), 'utf8');
  for (const [, name] of config.matchAll(/environment\.([A-Z_]+)/g)) expect(readme).toContain(`\`${name}\``);
  const { maxBodyBytes, responseCacheBytes, port } = readConfig({});
  for (const value of [maxBodyBytes, responseCacheBytes, port]) expect(readme).toContain(`\`${value}\``);
});
