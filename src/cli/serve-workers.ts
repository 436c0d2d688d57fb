import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { UserError } from '../errors.ts';
import type { ServerConfig } from '../server/config.ts';
import { createLogger } from '../server/log.ts';

/** How many processes are to answer. */
export const workerCount = ({ workers }: ServerConfig): number =>
  workers === 0 ? availableParallelism() : workers;

/**
 * Serves from several processes behind one port, each with the archive open for itself; connections go to them in turn.
 * One that dies is replaced. Returns when the process is told to stop and all of them have answered what was in flight.
 *
 * @throws {UserError} CONFIG for an archive in memory, which no two processes share, and when a process dies before it
 * listens: it has then said why.
 */
export async function runWorkers(config: ServerConfig, onListening: (url: string) => void): Promise<void> {
  if (config.databaseUrl === ':memory:') {
    throw new UserError(
      'CONFIG',
      'An archive in memory cannot be served by several workers.',
      'Leave --workers out, or name a file with --database.',
    );
  }
  const log = createLogger(config.logLevel);
  const workers = new Set<Worker>();
  let isStopping = false;
  const start = async (): Promise<number> => {
    const worker = cluster.fork();
    workers.add(worker);
    let isListening = false;
    worker.once('exit', (code, signal) => {
      workers.delete(worker);
      if (isStopping || !isListening) return;
      log.error({ code, signal }, 'a worker died and is replaced');
      start().catch((err: unknown) => log.error({ err }, 'a worker cannot be replaced'));
    });
    const listening = once(worker, 'listening').then(([address]) => (address as { port: number }).port); // cluster's own event
    const died = once(worker, 'exit').then((): never => {
      throw new UserError('CONFIG', 'A worker ended before it listened.', 'It has said why above.');
    });
    const port = await Promise.race([listening, died]);
    died.catch(() => undefined);
    isListening = true;
    return port;
  };
  const stop = async (): Promise<void> => {
    isStopping = true;
    await Promise.all(
      [...workers].map(async (worker) => {
        const ended = once(worker, 'exit');
        worker.process.kill('SIGTERM');
        await ended;
      }),
    );
  };
  try {
    const [port = config.port] = await Promise.all(Array.from({ length: workerCount(config) }, start));
    onListening(`http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`);
  } catch (error) {
    await stop();
    throw error;
  }
  const signal = await new Promise<string>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => resolve(name));
  });
  log.info({ signal }, 'closing: requests in flight are answered first');
  await stop();
}
