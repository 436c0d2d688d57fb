import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Path of a libSQL server: `SQLD_PATH`, or `sqld` as the shell finds it; null where there is none. */
export function findSqld(): string | null {
  for (const path of [process.env.SQLD_PATH, 'sqld']) {
    if (path === undefined) continue;
    try {
      execFileSync(path, ['--version'], { stdio: 'ignore' });
      return path;
    } catch {
      // not there, or not for this machine
    }
  }
  return null;
}

export interface Sqld {
  readonly url: string;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

/** Starts a libSQL server in a folder of its own, and waits until it answers. */
export async function startSqld(path: string): Promise<Sqld> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-sqld-'));
  const [http, grpc] = [await freePort(), await freePort()];
  const child = spawn(
    path,
    [
      '--no-welcome',
      '-d',
      join(folder, 'data'),
      '--http-listen-addr',
      `127.0.0.1:${http}`,
      '--grpc-listen-addr',
      `127.0.0.1:${grpc}`,
    ],
    { stdio: 'ignore' },
  );
  const url = `http://127.0.0.1:${http}`;
  await answers(url, child);
  return {
    url,
    stop: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Asks until the server answers; a server that has died ends the asking. */
async function answers(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    try {
      if ((await fetch(`${url}/health`)).ok) return;
    } catch {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  throw new Error(`sqld ended with code ${child.exitCode}.`);
}
