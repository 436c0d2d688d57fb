import { createHash } from 'node:crypto';
import { introspectionFromSchema } from 'graphql';
import { printContract, schema } from '../graphql/schema.ts';
import { type PageRequest, type PageResponse, plainText, type Route } from './route.ts';

/** The contract for tools: the SDL, and the answer to the full introspection query. */
export const schemaRoutes: readonly Route[] = [
  {
    path: /^\/schema\.graphql$/,
    answer: (request) => contract(request, 'application/graphql; charset=utf-8', sdl),
  },
  {
    path: /^\/schema\.json$/,
    answer: (request) => contract(request, 'application/json; charset=utf-8', introspection),
  },
];

interface Printed {
  readonly body: string;
  readonly etag: string;
}

const sdl = once(() => printContract());
const introspection = once(() =>
  JSON.stringify({
    data: introspectionFromSchema(schema, { inputValueDeprecation: true, specifiedByUrl: true, oneOf: true }),
  }),
);

function contract(request: PageRequest, type: string, printed: () => Printed): PageResponse {
  if (!request.config.introspection) return plainText(404, 'This service does not show its schema.');
  const { body, etag } = printed();
  const headers = {
    'content-type': type,
    etag,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  };
  return request.headers['if-none-match'] === etag
    ? { status: 304, headers, body: '' }
    : { status: 200, headers, body };
}

function once(print: () => string): () => Printed {
  let printed: Printed | undefined;
  return () => {
    if (printed === undefined) {
      const body = print();
      printed = { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
    }
    return printed;
  };
}
