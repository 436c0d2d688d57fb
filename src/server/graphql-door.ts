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
    const body = await readBody(request, config.maxBodyBytes);
    if (body === null) return refuseLarge(response, config.maxBodyBytes);
    const isPost = request.method === 'POST';
    if (isPost && !isJson(request.headers['content-type'])) return refuseMediaType(response);
    const type = isPost ? answerType(request.headers.accept) : null;
    if (type === null) return askYoga(request, response, body);

    const version = await archive.database.version();
    const kept = config.responseCacheBytes > 0 ? cache.get(body, version) : null;
    if (kept !== null) return send(response, type, kept);

    const asked = parseRequest(body);
    if (asked === null) return askYoga(request, response, body);
    const waiting = operations.answer(asked.query, asked.operationName, asked.variables);
    const answer = waiting instanceof Promise ? await waiting : waiting;
    if (answer === null) return askYoga(request, response, body);
    const bytes = Buffer.from(answer);
    if (config.responseCacheBytes > 0) cache.set(body, version, bytes);
    send(response, type, bytes);
  };

  async function askYoga(request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) {
      if (typeof value === 'string') headers.set(name, value);
      else if (value !== undefined) headers.set(name, value.join(', '));
    }
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
    const answer = await yoga.fetch(`http://localhost${request.url ?? '/'}`, {
      method: request.method ?? 'GET',
      headers,
      ...(hasBody && { body }),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const sent: Record<string, string> = { 'content-length': String(bytes.length) };
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
function parseRequest(body: string): AskedOperation | null {
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

function send(response: ServerResponse, type: string, body: Buffer): void {
  response.writeHead(200, { 'content-type': type, 'content-length': body.length });
  response.end(body);
}

/** The whole body as text, or null when it is larger than allowed. */
function readBody(request: IncomingMessage, maxBytes: number): Promise<string | null> {
  if (request.method === 'GET' || request.method === 'HEAD') return Promise.resolve('');
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
