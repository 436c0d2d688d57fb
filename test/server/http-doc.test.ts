import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sampleArchive } from '../support/sample-archive.ts';
import { serve } from '../support/serve.ts';

const ROOT = join(import.meta.dirname, '../..');
const archive = await sampleArchive();
const { url, close } = await serve(archive);
afterAll(async () => {
  await close();
  await archive.close();
});

const blocks = [...readFileSync(join(ROOT, 'docs/http.md'), 'utf8').matchAll(/```\n(.*?)```/gs)];
const addresses = blocks.flatMap(([, block]) => (block ?? '').trim().split('\n'));

test.each(addresses)('%s of the documentation answers', async (address) => {
  const response = await fetch(`${url}${address}`);
  const body = await response.text();
  expect(response.status, body.slice(0, 300)).toBe(200);
  const isList = /^\/(feeds\/|articles\?|quotes\?|digest)/.test(address);
  if (isList) expect(body).toMatch(/<item>|<entry|"items":\[\{|<li><a|<h3|\n-{5,}\n|\n## /);
});

test('the documentation has examples of every list', () => {
  expect(addresses.length).toBeGreaterThan(20);
});
