import { expect, test } from 'vitest';
import type { SqlValue, Transaction } from '../../src/archive/database.ts';
import { fullScans } from '../support/query-plan.ts';
import { capture, emptyArchive } from './archive-for-test.ts';

test('what a piece costs does not grow with the archive: each statement comes off an index', async () => {
  const { archive, write, take } = await emptyArchive();
  const links = Array.from(
    { length: 60 },
    (_, at) => `Here is [what waits](https://quay.example/waits-${at}/).`,
  );
  write('first.txt', capture('First', ['“We wait for them all,” said Ilse Brandauer.', ...links]));
  await take();
  // As a long-lived archive is: with statistics, by which SQLite chooses its indexes.
  await archive.database.script('ANALYZE');

  const statements = new Map<string, readonly SqlValue[]>();
  const { database } = archive;
  const recording = (transaction: Transaction): Transaction => ({
    drizzle: transaction.drizzle,
    all: (text, values = []) => {
      statements.set(text, values);
      return transaction.all(text, values);
    },
  });
  const asBefore = database.write.bind(database);
  database.write = (work) => asBefore((transaction) => work(recording(transaction)));
  write('waits-7.txt', capture('Waits 7', ['“I am here,” said Bo Okoro.']));
  await take();

  const plans = new Map<string, string[]>();
  for (const [text, values] of statements) {
    if (!/^\s*(SELECT|UPDATE|DELETE|WITH|INSERT)/i.test(text)) continue;
    const rows = await database.all(`EXPLAIN QUERY PLAN ${text}`, values);
    plans.set(
      text,
      rows.map((row) => String(row[3])),
    );
  }
  expect(plans.size).toBeGreaterThan(20);
  expect([...plans].filter(([, plan]) => fullScans(plan).length > 0)).toEqual([]);
  // Links that lead nowhere yet can be most of the archive's: they are found by their address.
  const waiting = [...plans]
    .filter(([text]) => /\b(target|translation)_id IS NULL/.test(text))
    .map(([, plan]) => plan);
  expect(waiting.length).toBe(3);
  for (const plan of waiting) expect(plan.join('\n')).toMatch(/SEARCH \w+ USING INDEX \w+_by_url/);
  expect(await database.value('SELECT count(*) FROM links WHERE target_id IS NOT NULL', [])).toBe(1);
});
