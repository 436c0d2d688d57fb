import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../bin/dateline.js', import.meta.url));

/** A server to look at. */
export interface ServerUnderTest {
  /** `http://127.0.0.1:4000`, without a path. */
  readonly origin: string;
  stop(): Promise<void>;
}

/** Starts the real server on a free port, with the samples in an archive of its own, in a temporary folder. */
export async function startServer(): Promise<ServerUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-server-'));
  const child = spawn(
    process.execPath,
    [BIN, 'start', '--port', '0', '--database', join(folder, 'dateline.db')],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let printed = '';
  const origin = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /http:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d+/.exec(printed);
      if (address !== null) resolve(address[0]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then(() => reject(new Error(`The server ended before it printed an address:\n${printed}`)));
  });
  return {
    origin,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
