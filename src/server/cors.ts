import type { IncomingMessage, ServerResponse } from 'node:http';

/** How long a browser may remember what it was told, in seconds. */
const MAX_AGE_S = '86400';

/**
 * Lets pages of the given origins (`*` for any) call from a browser; never with cookies. Answers a preflight itself and
 * then returns true.
 */
export function applyCors(
  request: IncomingMessage,
  response: ServerResponse,
  origins: readonly string[],
): boolean {
  const { origin } = request.headers;
  if (!origins.includes('*')) response.setHeader('vary', 'origin');
  if (origin === undefined || !(origins.includes('*') || origins.includes(origin))) return false;
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
