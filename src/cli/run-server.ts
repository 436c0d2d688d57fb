import type { Archive } from '../archive/archive.ts';
import type { ServerConfig } from '../server/config.ts';
import { createLogger } from '../server/log.ts';
import { type RunningServer, startServer } from '../server/server.ts';

/** Serves until the process is told to stop; then answers what is in flight and closes the archive. */
export async function runServer(
  archive: Archive,
  config: ServerConfig,
  onListening: (server: RunningServer) => void,
): Promise<void> {
  // Whoever read what is printed may leave: readers of the archive are served all the same.
  process.stdout.on('error', ignoreGone);
  const log = createLogger(config.logLevel);
  const server = await startServer(archive, config, log);
  log.info({ url: server.url, database: archive.location, migrated: archive.migrated }, 'listening');
  onListening(server);
  const signal = await new Promise<string>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => resolve(name));
  });
  log.info({ signal }, 'closing: requests in flight are answered first');
  await server.close();
  await archive.close();
}

function ignoreGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
