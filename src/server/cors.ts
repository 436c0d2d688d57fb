import type { IncomingMessage, ServerResponse } from 'node:http';

/** How long a browser may remember what it was told, in seconds. */
const MAX_AGE_S = '86400';

/** Stands for pages that come from the reader's own machine, whatever their port: a frontend that is being written. */
const THIS_MACHINE = 'localhost';

/**
 * Lets pages of the given origins (`*` for any, `localhost` for this machine) call from a browser; never with cookies.
 * Answers a preflight itself and then returns true.
 */
export function applyCors(
  request: IncomingMessage,
  response: ServerResponse,
  origins: readonly string[],
): boolean {
  const { origin } = request.headers;
  // Nobody keeps the answer to a POST.
  if (request.method !== 'POST' && !origins.includes('*')) response.setHeader('vary', 'origin');
  if (origin === undefined || !isLetIn(origin, origins)) return false;
  response.setHeader('access-control-allow-origin', origins.includes('*') ? '*' : origin);
  if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined)
    return false;
  response.setHeader('access-control-allow-methods', 'GET, HEAD, POST');
  response.setHeader(
    'access-control-allow-headers',
    request.headers['access-control-request-headers'] ?? 'content-type',
  );
  response.setHeader('access-control-max-age', MAX_AGE_S);
  response.writeHead(204);
  response.end();
  return true;
}

const isLetIn = (origin: string, origins: readonly string[]): boolean =>
  origins.includes('*') || origins.includes(origin) || (origins.includes(THIS_MACHINE) && isLoopback(origin));

const isLoopback = (origin: string): boolean =>
  /^https?:\/\/(localhost|[\w-]+\.localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin);
