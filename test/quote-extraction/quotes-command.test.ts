import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';

const MAIN = join(inject('program'), 'main.js');

function run(input: string, ...options: string[]): string {
  const ran = spawnSync(process.execPath, [MAIN, 'quotes', ...options], { input, encoding: 'utf8' });
  return ran.stdout;
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

test('a text is printed with speakers and, when asked, the rules that decided, without colour in a pipe', () => {
  const printed = run('“It is late,” said Ann Doe, the mayor.', '--explain', '-');
  expect(printed).toContain('Ann Doe direct · mayor · said');
  expect(printed).toContain('rule inverted-subject+marks-before-verb');
  expect(printed).not.toContain('\u001b[');
});
