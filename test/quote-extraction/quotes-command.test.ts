import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';

const MAIN = join(inject('program'), 'main.js');

function run(input: string, ...options: string[]): string {
  return ranWith(input, ...options).stdout;
}

function ranWith(input: string, ...options: string[]) {
  return spawnSync(process.execPath, [MAIN, 'quotes', ...options], { input, encoding: 'utf8' });
}

test('JSON Lines are answered line by line, in order, and a bad line with its error', () => {
  const input =
    '{"id":"a","text":"Ann Doe said it was late."}\nnonsense\n{"id":"b","text":"“No,” said Ann Doe."}\n';
  const [first, second, third] = run(input, '--jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(first).toEqual({
    id: 'a',
    quotes: [{ start: 13, end: 24, speaker: 'Ann Doe', kind: 'indirect', cue: 'said', group: null }],
  });
  expect(second).toMatchObject({ id: null, error: expect.stringContaining('not JSON') });
  expect(third).toMatchObject({ id: 'b', quotes: [{ kind: 'direct', speaker: 'Ann Doe' }] });
});

test('a bad line is answered by its number, with its ID where it has one, and the exit code tells', () => {
  const { stdout, status } = ranWith(
    '\ufeff{"id":"a","text":"Ann Doe said it was late."}\r\n\n{"id":"b"}\n{"id":"c","text":5}\n[1]\nnull\n{"id":"d","text":"It rained."}',
    '--jsonl',
  );
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(answers.map(({ id, line, error }) => [id, line, error === undefined])).toEqual([
    ['a', undefined, true],
    [null, 2, false],
    ['b', 3, false],
    ['c', 4, false],
    [null, 5, false],
    [null, 6, false],
    ['d', undefined, true],
  ]);
  expect(status).toBe(1);
});

test('a text is printed with speakers and, when asked, the rules that decided, without colour in a pipe', () => {
  const printed = run('“It is late,” said Ann Doe, the mayor.', '--explain', '-');
  expect(printed).toContain('Ann Doe direct · mayor · said');
  expect(printed).toContain('rule inverted-subject+marks-before-verb');
  expect(printed).not.toContain('\u001b[');
});
