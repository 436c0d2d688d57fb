import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Archive } from '../archive/archive.ts';
import type { ServerConfig } from './config.ts';
import type { GraphqlService } from './graphql-service.ts';
import { ResponseCache } from './response-cache.ts';

const GRAPHQL_JSON = 'application/graphql-response+json; charset=utf-8';
const PLAIN_JSON = 'application/json; charset=utf-8';

/**
 * The way in for GraphQL over HTTP.
 *
 * The common request, a POST of JSON with an operation that has been checked before, is answered here without making
 * `Request` and `Response` objects. Every other request, and every one that meets a difficulty, goes to Yoga.
 */
export function createGraphqlDoor(
  { yoga, operations }: GraphqlService,
  archive: Archive,
  config: ServerConfig,
) {
  const cache = new ResponseCache(config.responseCacheBytes);

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const isPost = request.method === 'POST';
    if (isPost && !isJson(request.headers['content-type'])) return refuseMediaType(response);
    const body = isPost ? await readBody(request, config.maxBodyBytes) : '';
    if (body === null) return refuseLarge(response, config.maxBodyBytes);
    const type = isPost || request.method === 'GET' ? answerType(request.headers.accept) : null;
    if (type === null) return askYoga(request, response, body);

    const current = archive.database.version();
    const version = current instanceof Promise ? await current : current;
    const question = isPost ? body : (request.url ?? '');
    const kept = config.responseCacheBytes > 0 ? cache.get(question, version) : null;
    if (kept !== null) return send(request, response, type, kept);

    const asked = isPost ? askedInBody(body) : askedInAddress(question);
    if (asked === null) return askYoga(request, response, body);
    const waiting = operations.answer(asked.query, asked.operationName, asked.variables);
    const answer = waiting instanceof Promise ? await waiting : waiting;
    if (answer === null) return askYoga(request, response, body);
    const bytes = Buffer.from(answer);
    if (config.responseCacheBytes > 0) cache.set(question, version, bytes);
    send(request, response, type, bytes);
  };

  async function askYoga(request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) {
      if (typeof value === 'string') headers.set(name, value);
      else if (value !== undefined) headers.set(name, value.join(', '));
    }
    const answer = await yoga.fetch(`http://localhost${request.url ?? '/'}`, {
      method: request.method ?? 'GET',
      headers,
      ...(request.method === 'POST' && { body }),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const type = answer.headers.get('content-type');
    if (answer.status === 200 && type !== null && !hasErrors(bytes))
      return send(request, response, type, bytes);
    const sent: Record<string, string> = {
      'content-length': String(bytes.length),
      'cache-control': 'no-store',
    };
    answer.headers.forEach((value, name) => {
      sent[name] = value;
    });
    response.writeHead(answer.status, sent);
    response.end(request.method === 'HEAD' ? undefined : bytes);
  }
}

interface AskedOperation {
  readonly query: string;
  readonly operationName: string | null | undefined;
  readonly variables: unknown;
}

/** The operation in a body, or null for anything out of the ordinary, which Yoga knows how to refuse. */
function askedInBody(body: string): AskedOperation | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return null;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null;
  const { query, operationName, variables, extensions, ...rest } = parsed as Record<string, unknown>;
  if (typeof query !== 'string' || !isMap(variables) || !isMap(extensions)) return null;
  if (typeof operationName !== 'string' && operationName !== null && operationName !== undefined) return null;
  for (const _ in rest) return null;
  return { query, operationName, variables };
}

/** The operation in the address of a GET, or null for anything out of the ordinary. */
function askedInAddress(target: string): AskedOperation | null {
  const search = new URLSearchParams(target.slice(target.indexOf('?') + 1));
  const query = search.get('query');
  const variables = search.get('variables');
  if (query === null) return null;
  try {
    const parsed: unknown = variables === null ? undefined : JSON.parse(variables);
    return isMap(parsed) ? { query, operationName: search.get('operationName'), variables: parsed } : null;
  } catch {
    return null;
  }
}

const isMap = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'object' && !Array.isArray(value));

const isJson = (type: string | undefined): boolean =>
  type !== undefined && /^application\/json\s*(;|$)/i.test(type);

/** Content negotiation for the two types that clients send; null leaves the rest to Yoga. */
function answerType(accept: string | undefined): string | null {
  if (accept === undefined || accept === '*/*' || accept === 'application/json') return PLAIN_JSON;
  if (accept === 'application/graphql-response+json') return GRAPHQL_JSON;
  return null;
}

/**
 * Sends an answer. One to a GET can be kept by whoever asked and is good until the archive changes: it carries an ETag,
 * and asking again with it costs 304 and no body (RFC 9110, conditional requests).
 */
function send(request: IncomingMessage, response: ServerResponse, type: string, body: Buffer): void {
  if (request.method === 'POST') {
    response.writeHead(200, { 'content-type': type, 'content-length': body.length });
    response.end(body);
    return;
  }
  const etag = `"${createHash('sha1').update(body).digest('base64url')}"`;
  const headers = { 'content-type': type, etag, 'cache-control': 'no-cache', vary: 'accept, origin' };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  response.writeHead(200, { ...headers, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Whether an answer of Yoga's, which is JSON, tells of errors: such a one is never kept by anybody. */
const hasErrors = (body: Buffer): boolean => 'errors' in (JSON.parse(body.toString('utf8')) as object);

/** The whole body as text, or null when it is larger than allowed. */
function readBody(request: IncomingMessage, maxBytes: number): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) {
        request.removeAllListeners('data');
        request.resume();
        resolve(null);
      } else chunks.push(chunk);
    });
    request.on('end', () => {
      const [only] = chunks;
      resolve((chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks)).toString('utf8'));
    });
    request.on('error', reject);
  });
}

function refuseLarge(response: ServerResponse, maxBytes: number): void {
  refuse(
    response,
    413,
    { connection: 'close' },
    {
      message: `The request is larger than ${maxBytes} bytes.`,
      extensions: {
        code: 'LIMIT_EXCEEDED',
        hint: 'Send less, or in parts. The service can be set to take more with MAX_BODY_BYTES.',
      },
    },
  );
}

/** Forms and plain text reach a server from any page without asking: they are no way to put a question. */
function refuseMediaType(response: ServerResponse): void {
  refuse(
    response,
    415,
    { 'accept-post': 'application/json' },
    {
      message: 'A question is sent as application/json.',
      extensions: { code: 'BAD_REQUEST', hint: 'Set the header `content-type: application/json`.' },
    },
  );
}

function refuse(
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  error: object,
): void {
  const body = JSON.stringify({ errors: [error] });
  response.writeHead(status, {
    'content-type': PLAIN_JSON,
    'content-length': Buffer.byteLength(body),
    ...headers,
  });
  response.end(body);
}
