import cluster from 'node:cluster';
import { Command } from 'commander';
import { DEFAULT_DATABASE, DEFAULT_PORT, readConfig, type ServerFlags } from '../server/config.ts';
import { openConfigured } from './open-configured.ts';
import { runServer } from './run-server.ts';
import { runWorkers, workerCount } from './serve-workers.ts';
import { bold, say } from './terminal.ts';

/** The flags that every serving command takes. */
export const withServerFlags = (command: Command): Command =>
  command
    .option(
      '--database <path or URL>',
      `the archive: a file, or a libSQL server (DATABASE_URL; default ${DEFAULT_DATABASE})`,
    )
    .option('--port <number>', `port to listen on, 0 for a free one (PORT; default ${DEFAULT_PORT})`)
    .option('--host <address>', 'address to listen on (HOST; default 127.0.0.1, this machine alone)');

/** `dateline serve`: answers GraphQL over an archive. */
export const serveCommand = (): Command =>
  withServerFlags(new Command('serve'))
    .option(
      '--workers <number>',
      'processes that answer, 0 for one for each processor (WORKERS; default 1: enough below some thousand requests a second)',
    )
    .action(async (flags: ServerFlags) => {
      const config = readConfig(process.env, flags);
      const archive = await openConfigured(config);
      if (cluster.isPrimary && workerCount(config) > 1) {
        await archive.close(); // it is up to date now; each worker opens it for itself
        return runWorkers(config, sayWhere);
      }
      await runServer(archive, config, ({ url }) => {
        if (cluster.isPrimary) sayWhere(url);
      });
      cluster.worker?.disconnect();
    });

const sayWhere = (url: string): void => say(`GraphiQL: ${bold(`${url}/graphql`)}`);
