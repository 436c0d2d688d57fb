import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, inject, onTestFinished, test } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { importCommand } from '../../src/cli/import-command.ts';

const MAIN = join(inject('program'), 'main.js');
const PAGES = 200;

let folder: string;
let database: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-command-'));
  database = join(folder, 'archive.db');
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

/** Runs `dateline import`; `onText` sees what it has written so far, and may send it a signal. */
function dateline(
  args: readonly string[],
  onText: (text: string, kill: (signal: NodeJS.Signals) => void) => void = () => undefined,
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [MAIN, 'import', '--database', database, ...args]);
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
    onText(out, (signal) => child.kill(signal));
  });
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

async function askFor(query: string): Promise<unknown> {
  const archive = await openArchive({ url: database });
  try {
    return await archive.database.value(query, []);
  } finally {
    await archive.close();
  }
}

describe('dateline import', { timeout: 120_000 }, () => {
  test('stops at Ctrl-C with 130, says how to go on, and goes on where it was', async () => {
    const pages = join(folder, 'pages');
    mkdirSync(pages);
    for (let at = 0; at < PAGES; at += 1)
      writeFileSync(join(pages, `${at}.txt`), `Piece ${at}\n\nBy Ada Venn\n\nIt rained on day ${at}.\n`);
    const stopped = await dateline([pages], (out, kill) => {
      if (out === `${PAGES} files\n`) kill('SIGINT');
    });
    expect(stopped.code).toBe(130);
    expect(stopped.err).toContain('Stopping after this item.');
    expect(stopped.out).toContain(`\`dateline import ${pages}\` goes on where it was`);
    const stored = Number(await askFor('SELECT count(*) FROM articles'));
    expect(stored).toBeGreaterThan(0);
    expect(stored).toBeLessThan(PAGES);
    expect(await askFor("SELECT new_count FROM import_runs WHERE status = 'STOPPED'")).toBe(stored);
    const resumed = await dateline([pages, '--json']);
    expect(resumed.code).toBe(0);
    const summary: unknown = JSON.parse(resumed.out.trimEnd().split('\n').at(-1) ?? '');
    expect(summary).toMatchObject({ summary: { newCount: PAGES - stored, unchangedCount: stored } });
  });

  test('--follow --once visits feeds one time, tells each visit, and is quiet when none is due', async () => {
    const server = createServer((_request, response) =>
      response.end(
        '<rss version="2.0"><channel><title>Log</title><item><title>At nine</title><link>https://log.example/9</link><description>It rained.</description></item></channel></rss>',
      ),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`; // a server that listens on TCP
    const first = await dateline(['--follow', '--once', url]);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(/feed: 1 new, 0 changed, 0 unchanged, 0 refused \(again at /);
    expect((await dateline(['--follow', '--once', url])).out).toBe('No feed is due.\n');
    // Without `--once` it stays until the feed is due, and says so.
    const staying = await dateline(['--follow', url], (_out, kill) => kill('SIGINT'));
    expect(staying).toMatchObject({ code: 0 });
    expect(staying.out).toMatch(/^Following 1 feed, each visited when it is due\. Ctrl-C ends it\.\n/);
  });

  test('--watch takes in what comes, until Ctrl-C ends it', async () => {
    const pages = join(folder, 'pages');
    mkdirSync(pages);
    writeFileSync(join(pages, 'a.txt'), 'The Bridge\n\nBy Ada Venn\n\nIt stands.\n');
    const watched = await dateline(['--watch', pages], (out, kill) => {
      if (out.includes('1 new')) kill('SIGINT');
    });
    expect(watched.code).toBe(0);
  });

  test('a wrong call is told before anything is opened', async () => {
    const wrong = [
      [['--once', 'a.txt'], '--once goes with --follow'],
      [['--follow', 'feed.xml'], '"feed.xml" is no web address'],
      [['--watch'], '--watch takes one folder'],
      [['--watch', '--follow', 'https://log.example/'], 'cannot go together'],
      [[], 'Nothing to import'],
    ] as const;
    for (const [args, message] of wrong)
      await expect(importCommand().parseAsync([...args], { from: 'user' })).rejects.toMatchObject({
        code: 'CONFIG',
        message: expect.stringContaining(message),
      });
  });
});
