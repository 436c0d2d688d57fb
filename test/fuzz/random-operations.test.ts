import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { schema } from '../../src/graphql/schema.ts';
import { seedArchive } from '../support/seed-archive.ts';
import { answerBothWays } from './both-answers.ts';
import { OperationWriter } from './random-operation.ts';

/** More of them, or others, when looking for bugs: `FUZZ_OPERATIONS=5000 FUZZ_SEED=7`. */
const OPERATIONS = Number(process.env.FUZZ_OPERATIONS ?? 300);
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_124);

let archive: Archive;
beforeAll(async () => {
  archive = await seedArchive({ articles: 60 });
});
afterAll(() => archive.close());

test('resolvers and SQLite give the same answer to whatever is asked, with statements kept or fresh', async () => {
  const writer = new OperationWriter(schema, SEED);
  const counts: Record<string, number> = {};
  const wrong: string[] = [];
  for (let number = 0; number < OPERATIONS; number += 1) {
    const { query, variableSets } = writer.next();
    const told = await answerBothWays(archive, query, variableSets);
    for (const [index, { kind, wrong: what }] of told.entries()) {
      counts[kind] = (counts[kind] ?? 0) + 1;
      if (what !== null && wrong.length < 40)
        wrong.push(`#${number} ${what.slice(0, 1500)}\n${query}\n${JSON.stringify(variableSets[index])}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(counts.direct).toBeGreaterThan(OPERATIONS / 2);
});
