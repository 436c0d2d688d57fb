import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Archive } from '../archive/archive.ts';
import { UserError } from '../errors.ts';
import type { ServerConfig } from './config.ts';
import { applyCors } from './cors.ts';
import { readExampleOperations } from './example-operations.ts';
import { createGraphiqlAssets, type GraphiqlAssets } from './graphiql-assets.ts';
import { createGraphqlDoor } from './graphql-door.ts';
import { createGraphqlService } from './graphql-service.ts';
import type { Logger } from './log.ts';
import { type PageResponse, plainText } from './route.ts';
import { routes } from './routes.ts';
import { PACKAGE_ROOT } from './version.ts';

export interface RunningServer {
  /** The address it answers at, without a slash at the end. */
  readonly url: string;
  readonly graphiqlIsBuilt: boolean;
  /** Takes no new requests and resolves when those in flight are answered. The archive stays open. */
  close(): Promise<void>;
}

/** How long a client may take to send its headers, and the whole request. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 20_000;

/**
 * Serves an archive over HTTP.
 *
 * @throws {UserError} PORT_TAKEN when another program listens there; CONFIG for a host that is none of this machine's.
 */
export async function startServer(
  archive: Archive,
  config: ServerConfig,
  log: Logger,
): Promise<RunningServer> {
  const service = createGraphqlService(archive, config, log);
  const graphiql = createGraphiqlAssets({
    directory: fileURLToPath(new URL('dist/graphiql', PACKAGE_ROOT)),
    examples: readExampleOperations().map(({ title, query, variables }) => ({
      title,
      query,
      variables: Object.keys(variables).length === 0 ? null : variables,
    })),
  });
  const answer = requestHandler(archive, config, log, graphiql, createGraphqlDoor(service, archive, config));
  const server = createServer({
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionsCheckingInterval: 2_000,
  });
  let isClosing = false;
  server.on('request', (request, response) => {
    // A client that keeps its connection open would hold the shutdown up.
    if (isClosing) response.setHeader('connection', 'close');
    answer(request, response).catch((error: unknown) => failed(error, response, log));
  });
  await listen(server, config);
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  return {
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    graphiqlIsBuilt: graphiql.isBuilt,
    close: () => {
      isClosing = true;
      return new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeIdleConnections();
      });
    },
  };
}

function requestHandler(
  archive: Archive,
  config: ServerConfig,
  log: Logger,
  graphiql: GraphiqlAssets,
  graphqlDoor: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (log.isLevelEnabled('debug')) logRequest(request, response, log);
    if (config.corsOrigins.length > 0 && applyCors(request, response, config.corsOrigins)) return;
    const target = request.url ?? '/';
    if (target === '/graphql' || target.startsWith('/graphql?')) {
      const wantsPage = request.method === 'GET' && request.headers.accept?.includes('text/html') === true;
      if (!wantsPage) return graphqlDoor(request, response);
    }
    const page = await answerPage(request, archive, config, log, graphiql);
    response.writeHead(page.status, { ...page.headers, 'content-length': Buffer.byteLength(page.body) });
    response.end(request.method === 'HEAD' || page.status === 304 ? undefined : page.body);
  };
}

async function answerPage(
  request: IncomingMessage,
  archive: Archive,
  config: ServerConfig,
  log: Logger,
  graphiql: GraphiqlAssets,
): Promise<PageResponse> {
  const origin = config.publicUrl ?? `http://${request.headers.host ?? 'localhost'}`;
  const url = parseUrl(request.url ?? '/');
  if (url === null) return plainText(400, 'The address cannot be read.');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return plainText(405, 'Only GET and HEAD are answered here.', { allow: 'GET, HEAD' });
  }
  const acceptEncoding = headerOf(request, 'accept-encoding');
  if (url.pathname === '/graphql')
    return graphiql.page({ acceptEncoding, ifNoneMatch: headerOf(request, 'if-none-match') });
  if (url.pathname.startsWith('/graphiql/'))
    return graphiql.asset(url.pathname, acceptEncoding) ?? notFound();
  for (const route of routes) {
    const match = route.path.exec(url.pathname);
    if (match === null) continue;
    const params = match.slice(1).map((part) => decoded(part ?? ''));
    const page = await route.answer({ url, headers: request.headers, params, archive, config, log, origin });
    if (page !== null) return page;
  }
  return notFound();
}

const notFound = (): PageResponse =>
  plainText(404, 'There is nothing at this address. The API is at /graphql.');

const headerOf = (request: IncomingMessage, name: string): string | null => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
};

function parseUrl(target: string): URL | null {
  try {
    return new URL(target, 'http://localhost');
  } catch {
    return null;
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function failed(error: unknown, response: ServerResponse, log: Logger): void {
  if (response.destroyed) {
    log.debug({ err: error }, 'a client left before it was answered');
    return;
  }
  log.error({ err: error }, 'a request failed');
  if (response.headersSent) return void response.destroy();
  response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
  response.end('Something went wrong on our side.\n');
}

function logRequest(request: IncomingMessage, response: ServerResponse, log: Logger): void {
  const started = performance.now();
  response.once('finish', () => {
    const ms = Math.round((performance.now() - started) * 10) / 10;
    log.debug(
      { method: request.method, path: request.url?.split('?')[0], status: response.statusCode, ms },
      'request',
    );
  });
}

function listen(server: Server, { host, port }: ServerConfig): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        reject(
          new UserError(
            'PORT_TAKEN',
            `Port ${port} is taken by another program.`,
            `Choose another with --port or PORT; 0 takes a free one.`,
          ),
        );
      } else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EACCES') {
        reject(
          new UserError(
            'CONFIG',
            `Cannot listen on ${host}:${port} (${error.code}).`,
            'Check --host and --port: an address of this machine, and a port above 1023.',
          ),
        );
      } else reject(error);
    });
    server.listen({ host, port }, resolve);
  });
}
