import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../bin/dateline.js', import.meta.url));

/** Clock ticks a second in which Linux counts processor time. */
const TICKS = 100;

/** The built product, started as its users start it. What it costs is read from `/proc`, so on Linux alone. */
export class RunningServer {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    /** From the start of the process to its first answer. */
    readonly firstAnswerMs: number,
  ) {}

  static async start(database: string, args: readonly string[] = []): Promise<RunningServer> {
    const started = performance.now();
    const child = spawn(process.execPath, [BIN, 'serve', '--database', database, '--port', '0', ...args], {
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    for await (const chunk of child.stdout ?? []) {
      printed += String(chunk);
      if (printed.includes('/graphql')) break;
    }
    const url = /http:\/\/[\d.]+:\d+/.exec(printed)?.[0];
    if (url === undefined) throw new Error(`The server does not say where it listens: ${printed}`);
    const query = '{ articles(first: 1) { nodes { headline } } }';
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const text = await answer.text();
    if (!text.startsWith('{"data":{"articles":{"nodes":[{"headline":"')) throw new Error(text);
    return new RunningServer(url, child, performance.now() - started);
  }

  /** Processor time and resident memory of the process and those it has started. */
  async usage(): Promise<{ cpuMicros: number; rssBytes: number; statements: null }> {
    const all = processes();
    const own = new Set([this.child.pid]);
    for (let grown = true; grown; ) {
      grown = false;
      for (const { pid, parent } of all) {
        if (!own.has(parent) || own.has(pid)) continue;
        own.add(pid);
        grown = true;
      }
    }
    const mine = all.filter(({ pid }) => own.has(pid));
    return {
      cpuMicros: mine.reduce((sum, { ticks }) => sum + ticks, 0) * (1e6 / TICKS),
      rssBytes: mine.reduce((sum, { rssBytes }) => sum + rssBytes, 0),
      statements: null,
    };
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }
}

function processes(): { pid: number; parent: number; ticks: number; rssBytes: number }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        // Behind the name, which stands in brackets: state, parent, … user and system time, … pages.
        const fields = stat
          .slice(stat.lastIndexOf(')') + 2)
          .split(' ')
          .map(Number);
        const [parent = 0, user = 0, system = 0, pages = 0] = [fields[1], fields[11], fields[12], fields[21]];
        return [{ pid: Number(name), parent, ticks: user + system, rssBytes: pages * 4_096 }];
      } catch {
        return []; // it has ended meanwhile
      }
    });
}
