import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { jsonReport, plainReport, terminalReport } from '../../src/cli/import-report.ts';
import type { Outcome } from '../../src/import/outcome.ts';

const REFUSED: Outcome = {
  outcome: 'REFUSED',
  locator: 'pages/a.txt',
  format: 'text-capture',
  refusal: {
    status: 'refused',
    code: 'NOT_UTF8',
    at: { file: 'pages/a.txt', line: 3 },
    message: 'Byte 11 is no UTF-8.',
    hint: 'Save the file as UTF-8.',
  },
};
const CHANGED: Outcome = {
  outcome: 'CHANGED',
  locator: 'pages/b.txt',
  format: 'text-capture',
  articleId: 7,
  headline: 'The Bridge',
  changes: [
    {
      field: 'body',
      before: `${'It rained. '.repeat(40)}It stopped.`,
      after: `${'It rained. '.repeat(40)}It snowed.`,
    },
  ],
};
const COUNTS = { newCount: 0, changedCount: 1, unchangedCount: 12, refusedCount: 1 };
const PROGRESS = { files: 14, bytes: 1000, itemsDone: 1, filesDone: 7, bytesDone: 500 };

function sink() {
  let text = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  return { stream, text: () => text };
}

describe('the report of an import', () => {
  test('ends with a table and with each refusal, its line and what to do', () => {
    const out = sink();
    const report = plainReport(out.stream, false);
    report.onStart(PROGRESS);
    report.onOutcome(REFUSED, PROGRESS);
    report.onEnd({ ...COUNTS, status: 'FINISHED' }, 'pages');
    expect(out.text()).toMatch(/new\s+0\n\s+changed\s+1\n\s+unchanged\s+12\n\s+refused\s+1\n/);
    expect(out.text()).toContain('pages/a.txt:3  NOT_UTF8\n    Byte 11 is no UTF-8. Save the file as UTF-8.');
    expect(out.text()).not.toContain('Stopped');
  });
  test('of a dry run shows names and dates as a person writes them, and hidden differences in full', () => {
    const out = sink();
    const name = (text: string, url: string | null = null) => ({ name: text, url });
    plainReport(out.stream, true).onOutcome(
      {
        ...CHANGED,
        changes: [
          { field: 'authors', before: [name('Ada Venn')], after: [name('Ada Venn'), name('Bo Li')] },
          { field: 'regions', before: [], after: [name('Kenya')] },
          {
            field: 'datePublished',
            before: null,
            after: { iso: '2024-03-09', precision: 'DAY', printed: '9 March 2024' },
          },
          { field: 'themes', before: [name('Sport')], after: [name('Sport', 'https://quay.example/sport')] },
          { field: 'provenance', before: {}, after: { authors: 'head line' } },
        ],
      },
      PROGRESS,
    );
    expect(out.text()).toContain('authors\n    - Ada Venn\n    + Ada Venn, Bo Li\n');
    expect(out.text()).toContain('regions\n    - –\n    + Kenya\n');
    expect(out.text()).toContain('datePublished\n    - –\n    + 9 March 2024\n');
    expect(out.text()).toContain('+ [{"name":"Sport","url":"https://quay.example/sport"}]');
    expect(out.text()).not.toContain('provenance');
  });
  test('says how to go on when it was stopped', () => {
    const out = sink();
    plainReport(out.stream, false).onEnd({ ...COUNTS, status: 'STOPPED' }, 'pages more');
    expect(out.text()).toContain('`dateline import pages more` goes on where it was');
  });
  test('shows in a dry run the stretch of a long text that would change', () => {
    const out = sink();
    const report = plainReport(out.stream, true);
    report.onOutcome(CHANGED, PROGRESS);
    report.onEnd({ ...COUNTS, status: 'FINISHED' }, 'pages');
    expect(out.text()).toContain('changed  pages/b.txt: The Bridge');
    expect(out.text()).toMatch(/ {2}body\n {4}- ….*It stopped\.\n {4}\+ ….*It snowed\.\n/);
    expect(out.text()).toContain('Nothing was stored');
  });
  test('is one JSON value a line for programs, the summary last', () => {
    const out = sink();
    const report = jsonReport(out.stream);
    report.onOutcome(REFUSED, PROGRESS);
    report.onEnd({ ...COUNTS, status: 'FINISHED' }, 'pages');
    const lines = out
      .text()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toEqual([
      {
        outcome: 'REFUSED',
        locator: 'pages/a.txt',
        format: 'text-capture',
        code: 'NOT_UTF8',
        line: 3,
        message: 'Byte 11 is no UTF-8.',
        hint: 'Save the file as UTF-8.',
      },
      { summary: COUNTS, status: 'FINISHED' },
    ]);
  });
  test('draws a bar with rate and share on a terminal, apart from the output', () => {
    const [out, bar] = [sink(), sink()];
    const report = terminalReport(out.stream, bar.stream, false);
    report.onStart(PROGRESS);
    report.onOutcome({ ...CHANGED, outcome: 'NEW' }, PROGRESS);
    expect(bar.text()).toMatch(/50 % {2}7\/14 files, 1 items, [\d.]+\/s, \d+ s left/);
    expect(out.text()).toBe('');
  });
  test('tells how far a single file of many items is', () => {
    const progress = { files: 1, bytes: 1000, itemsDone: 500, filesDone: 0, bytesDone: 250 };
    const [out, bar] = [sink(), sink()];
    plainReport(out.stream, false).onOutcome(CHANGED, progress);
    terminalReport(out.stream, bar.stream, false).onOutcome(CHANGED, progress);
    expect(out.text()).toBe('500 items, 25 %\n');
    expect(bar.text()).toMatch(/25 % {2}500 items, [\d.]+\/s, \d+ (?:s|min) left/);
  });
  test('tells of a single archive the items alone', () => {
    const progress = { files: 1, bytes: 1000, itemsDone: 500, filesDone: 0, bytesDone: 0 };
    const [out, bar] = [sink(), sink()];
    terminalReport(out.stream, bar.stream, false).onOutcome(CHANGED, progress);
    expect(bar.text()).toMatch(/500 items, [\d.]+\/s$/);
  });
  const refuseEach = (messages: readonly string[]): string => {
    const out = sink();
    const report = plainReport(out.stream, false);
    for (const [at, message] of messages.entries())
      report.onOutcome(
        { ...REFUSED, locator: `pages/${at}.txt`, refusal: { ...REFUSED.refusal, message } },
        { ...PROGRESS, itemsDone: 1 },
      );
    report.onEnd({ ...COUNTS, refusedCount: messages.length, status: 'FINISHED' }, 'pages');
    return out.text();
  };
  test('lists the first fifty refusals and counts the others', () => {
    const text = refuseEach(Array.from({ length: 120 }, (_, at) => `Line ${at} is torn.`));
    expect(text).toContain('pages/49.txt:3');
    expect(text).not.toContain('pages/50.txt:3');
    expect(text).toContain('… and 70 more\n');
  });
  test('names five that were refused for the same reason and counts the others, so that they hide no other', () => {
    const pictures = Array.from({ length: 3_000 }, () => 'A picture.');
    const text = refuseEach([...pictures, 'The file is empty.']);
    expect(text).toContain('pages/4.txt:3');
    expect(text).not.toContain('pages/5.txt:3');
    expect(text).toContain(`… and 2995 more: ${REFUSED.refusal.code}  A picture.\n`);
    expect(text).toContain('pages/3000.txt:3');
    expect(text).not.toMatch(/more\n/);
  });
});
