import { afterAll, expect, test } from 'vitest';
import { dataOf } from '../support/ask.ts';
import { seedArchive } from '../support/seed-archive.ts';

const archive = await seedArchive();
afterAll(() => archive.close());

test('the offsets of every seeded quotation cut its words out of the body', async () => {
  const { quotes } = await dataOf(
    archive,
    '{ quotes(first: 100) { nodes { text start end article { body } } } }',
  );
  expect(quotes.nodes.length).toBeGreaterThan(50);
  for (const { text, start, end, article } of quotes.nodes) expect(article.body.slice(start, end)).toBe(text);
});
