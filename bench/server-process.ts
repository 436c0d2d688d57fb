import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { CpuProfile } from './flame-graph.ts';

/** What a server under test tells of itself when its parent asks. */
export interface Usage {
  /** Processor time of the process since it started, user and system, microseconds. */
  readonly cpuMicros: number;
  readonly rssBytes: number;
  readonly heapBytes: number;
  /** SQL statements run for reading; null where the server does not count them. */
  readonly statements: number | null;
}

/** A server under test in a process of its own. */
export class ServerProcess {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  /** Starts a file of `servers/` on a database. `nodeArguments` go to Node itself. */
  static async start(
    name: string,
    database: string,
    nodeArguments: readonly string[] = [],
  ): Promise<ServerProcess> {
    const script = fileURLToPath(new URL(`servers/${name}`, import.meta.url));
    const child = fork(script, [database], {
      execArgv: ['--expose-gc', ...nodeArguments],
      env: { ...process.env, NODE_ENV: 'production' },
    });
    const failed = once(child, 'exit').then(([code]) => {
      throw new Error(`The server ${name} ended with ${String(code)} before it listened.`);
    });
    const [message] = await Promise.race([once(child, 'message'), failed]);
    failed.catch(() => undefined);
    return new ServerProcess((message as { url: string }).url, child); // what report-usage.mjs sends first
  }

  /** With `collect` the garbage is collected first. */
  async usage(ask: 'usage' | 'collect' = 'usage'): Promise<Usage> {
    const answer = once(this.child, 'message');
    this.child.send(ask);
    const [usage] = await answer;
    return usage as Usage; // what report-usage.mjs sends
  }

  async startProfile(): Promise<void> {
    const answer = once(this.child, 'message');
    this.child.send('profile');
    await answer;
  }

  async stopProfile(): Promise<CpuProfile> {
    const answer = once(this.child, 'message');
    this.child.send('profiled');
    const [{ profile }] = await answer;
    return profile as CpuProfile; // V8's own format
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }
}
