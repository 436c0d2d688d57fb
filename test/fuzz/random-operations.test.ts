import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { schema } from '../../src/graphql/schema.ts';
import { seedArchive } from '../support/seed-archive.ts';
import { answerBothWays } from './both-answers.ts';
import { OperationWriter } from './random-operation.ts';
import { SchemaCoverage } from './schema-coverage.ts';

/** All of them, or others, when looking for bugs: `FUZZ_OPERATIONS=5000 FUZZ_SEED=7`. */
const OPERATIONS = process.env.FUZZ_OPERATIONS === undefined ? null : Number(process.env.FUZZ_OPERATIONS);
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_124);

/** From these the ones are asked, unless told otherwise, that ask for something none before has: one in five. */
const CANDIDATES = 600;

let archive: Archive;
beforeAll(async () => {
  archive = await seedArchive({ articles: 60 });
});
afterAll(() => archive.close());

test('resolvers and SQLite give the same answer to whatever is asked, with statements kept or fresh', async () => {
  const writer = new OperationWriter(schema, SEED);
  const coverage = new SchemaCoverage(schema);
  const counts = { invalid: 0, refused: 0, resolved: 0, direct: 0 };
  const wrong: string[] = [];
  for (let number = 0; number < (OPERATIONS ?? CANDIDATES); number += 1) {
    const { query, variableSets } = writer.next();
    if (!coverage.grows(query) && OPERATIONS === null) continue;
    const told = await answerBothWays(archive, query, variableSets);
    for (const [index, { kind, wrong: what }] of told.entries()) {
      counts[kind] += 1;
      if (what !== null && wrong.length < 40)
        wrong.push(`#${number} ${what.slice(0, 1500)}\n${query}\n${JSON.stringify(variableSets[index])}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(counts.direct).toBeGreaterThan(counts.refused);
  if (OPERATIONS === null) expect(coverage.unasked.length).toBeLessThan(20);
});
