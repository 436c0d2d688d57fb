import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { printed } from '../support/printed.ts';
import { post } from '../support/serve.ts';

const MAIN = join(inject('program'), 'main.js');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The command line as a shell would run it. */
function start(args: readonly string[], environment: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, [MAIN, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const child = start(args);
  let [out, err] = ['', ''];
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, out, err };
}

test('help names every command, in a line each', async () => {
  const { code, out } = await run('--help');
  expect(code).toBe(0);
  for (const command of ['start', 'serve', 'import', 'extract', 'quotes', 'schema']) {
    expect(out).toMatch(new RegExp(`^ {2}${command}\\b.* {2,}\\S`, 'm'));
  }
});

test('a command that does not exist is a wrong call: exit code 2, and the way to help', async () => {
  const { code, err } = await run('serv');
  expect(code).toBe(2);
  expect(err).toContain('--help');
});

test('an import tells what is new and what was refused, and exits with 1 for the refused', async () => {
  writeFileSync(
    join(folder, 'piece.txt'),
    'A Bridge Opens\n\nBy Ada Venn\n\nThe bridge opened. “It stands,” said engineer Tomas Ruiz.\n',
  );
  writeFileSync(join(folder, 'empty.txt'), '');
  const first = await run('import', 'piece.txt', '--database', 'a.db');
  expect([first.code, first.out]).toEqual([0, expect.stringMatching(/new\s+1/)]);
  const second = await run('import', 'piece.txt', 'empty.txt', '--database', 'a.db');
  expect(second.code).toBe(1);
  expect(second.out).toMatch(/unchanged\s+1/);
  expect(second.out + second.err).toMatch(/empty\.txt/);
});

test('a port that is no number is a wrong call, and the message says what it takes', async () => {
  const { code, err } = await run('serve', '--port', 'many');
  expect(code).toBe(2);
  expect(err).toContain('--port is "many"');
  expect(err).not.toMatch(/\bat .*\.ts:/);
});

test('start fills an empty archive with the samples, serves what is read beside the program, and ends on SIGTERM with 0', async () => {
  const child = start(['start', '--port', '0', '--database', 'samples.db'], { LOG_LEVEL: 'silent' });
  const url = /http:\/\/[\d.]+:\d+/.exec(await printed(child.stdout, /Ctrl-C/g))?.[0] ?? '';
  // A citation is printed by a library and styles that are loaded when first asked for; a region's code comes from such a file too.
  const answer = await post(
    url,
    '{ archive { articleCount } article(by: { slug: "when-the-gauge-went-quiet" }) { cite(style: APA) regions { code } } }',
  );
  expect(await answer.json()).toEqual({
    data: {
      archive: { articleCount: 69 },
      article: {
        cite: expect.stringMatching(/gauge went quiet/i),
        regions: expect.arrayContaining([{ code: expect.stringMatching(/^[A-Z]{2}$|^\d{3}$/) }]),
      },
    },
  });
  child.kill('SIGTERM');
  expect((await once(child, 'exit'))[0]).toBe(0);
});
