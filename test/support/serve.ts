import type { Archive } from '../../src/archive/archive.ts';
import { readConfig } from '../../src/server/config.ts';
import { createLogger } from '../../src/server/log.ts';
import { type RunningServer, startServer } from '../../src/server/server.ts';

/** The real server over an archive, on a free port of this machine. */
export const serve = (archive: Archive, environment: NodeJS.ProcessEnv = {}): Promise<RunningServer> => {
  const config = readConfig({ LOG_LEVEL: 'silent', ...environment }, { port: '0' });
  return startServer(archive, config, createLogger(config.logLevel));
};

export interface PostOptions {
  readonly variables?: Record<string, unknown>;
  readonly accept?: string;
  readonly headers?: Record<string, string>;
}

/** Asks as a client does: POST of JSON. */
export const post = (
  url: string,
  query: string,
  { variables, accept, headers }: PostOptions = {},
): Promise<Response> =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: accept ?? 'application/graphql-response+json',
      ...headers,
    },
    body: JSON.stringify({ query, ...(variables !== undefined && { variables }) }),
  });
