import { type DocumentNode, Kind, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { schema } from '../../src/graphql/schema.ts';
import { readExampleOperations } from '../../src/server/example-operations.ts';
import { ask } from '../support/ask.ts';
import { expectGolden } from '../support/golden.ts';
import { sampleArchive } from '../support/sample-archive.ts';

const examples = readExampleOperations();

let archive: Archive;
beforeAll(async () => {
  archive = await sampleArchive();
});
afterAll(() => archive.close());

const operationOf = (document: DocumentNode) =>
  document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);

test('there are a dozen example operations or more, each with a name of its own', () => {
  expect(examples.length).toBeGreaterThanOrEqual(12);
  const names = examples.map(({ query }) => {
    const operation = operationOf(parse(query));
    return operation !== undefined && 'name' in operation ? operation.name?.value : undefined;
  });
  expect(names).not.toContain(undefined);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(examples)('$name', ({ name, query, variables }) => {
  test('begins with the question that it answers', () => {
    expect(query).toMatch(/^# .*\?/);
  });

  test('is valid', () => {
    expect(validate(schema, parse(query))).toEqual([]);
  });

  test('returns something from the sample archive, the same as recorded, in as many statements', async () => {
    const { data, errors, statements } = await ask(archive, query, { ...variables });
    expect(errors).toBeUndefined();
    expect(isEmpty(data)).toBe(false);
    // Moments of our own records differ from run to run.
    const answer = JSON.stringify({ statements, data }, null, 2).replaceAll(
      /"(startedAt|finishedAt|createdAt|updatedAt|importedAt)": "[^"]*"/g,
      '"$1": "…"',
    );
    expectGolden(`${name}.json`, `${answer}\n`);
  });
});

/** Whether an answer holds nothing that a person would read. */
function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === 0) return true;
  if (Array.isArray(value)) return value.every(isEmpty);
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}
