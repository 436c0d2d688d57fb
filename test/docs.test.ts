import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '../src/archive/archive.ts';
import { dataOf } from './support/ask.ts';
import { sampleArchive } from './support/sample-archive.ts';

const cookbook = readFileSync(new URL('../docs/queries.md', import.meta.url), 'utf8');

/** Every query with the heading that it stands under. */
const recipes = [...cookbook.matchAll(/^(#+ .+)|^```graphql\n([\s\S]*?)^```/gm)]
  .reduce<{ heading: string; query: string }[]>((found, [, heading, query]) => {
    const last = found.at(-1);
    if (heading !== undefined) found.push({ heading, query: '' });
    else if (last !== undefined && query !== undefined) found.push({ heading: last.heading, query });
    return found;
  }, [])
  .filter(({ query }) => query !== '');

let archive: Archive;
beforeAll(async () => {
  archive = await sampleArchive();
});
afterAll(() => archive.close());

describe('the cookbook', () => {
  test.each(recipes)('$heading: $query', async ({ query }) => {
    const data = await dataOf(archive, query);
    for (const [field, value] of Object.entries(data))
      expect(JSON.stringify(value), field).toMatch(/":(?!null|0|\[\])/);
  });
});
