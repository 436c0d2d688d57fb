import { expect, test } from 'vitest';
import { capture, emptyArchive } from './archive-for-test.ts';

test('the same words a hundred times in a piece are told apart, without looking each up among all', async () => {
  const { archive, write, take, rows } = await emptyArchive();
  const said = Array.from({ length: 100 }, () => '“We will go there and see,” said Ilse Brandauer.');
  write('chorus.txt', capture('Chorus', said));
  const { database } = archive;
  const asBefore = database.write.bind(database);
  let lookups = 0;
  database.write = (work) =>
    asBefore((transaction) =>
      work({
        drizzle: transaction.drizzle,
        all: (text, values) => {
          if (text.includes('FROM quotes WHERE node_id')) lookups += 1;
          return transaction.all(text, values);
        },
      }),
    );
  await take();
  expect(await rows('SELECT count(*), count(DISTINCT node_id) FROM quotes')).toEqual([[100, 100]]);
  expect(lookups).toBe(100);

  const ids = await rows('SELECT node_id FROM quotes ORDER BY start');
  write('chorus.txt', capture('Chorus', ['It was a long evening.', ...said.slice(1)]));
  await take();
  expect((await rows('SELECT node_id FROM quotes ORDER BY start')).length).toBe(99);
  const kept = new Set((await rows('SELECT node_id FROM quotes')).map(([id]) => id));
  expect(ids.filter(([id]) => kept.has(id ?? ''))).toHaveLength(99);
});
