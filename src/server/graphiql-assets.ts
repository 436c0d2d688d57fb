import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import { type ContentEncoding, chooseEncoding } from './accept-encoding.ts';
import {
  GRAPHIQL_CSP,
  type GraphiqlFiles,
  printGraphiqlPage,
  printMissingBundlePage,
} from './graphiql-page.ts';

/** An operation offered as a tab and in the examples pane, in the order of the list. */
export interface GraphiqlExample {
  /** "Latest quotes". The pane shows the operation's first comment line under it. */
  readonly title: string;
  readonly query: string;
  /** An object, or JSON text shown as it is. */
  readonly variables?: string | Readonly<Record<string, unknown>> | null | undefined;
  /** As `variables`. Never put a token here: the page is public. */
  readonly headers?: string | Readonly<Record<string, unknown>> | null | undefined;
}

export interface GraphiqlOptions {
  /** The folder that `scripts/build-graphiql.ts` writes. */
  readonly directory: string;
  readonly examples: readonly GraphiqlExample[];
}

/** An answer for any HTTP layer. Header names are in lower case; a HEAD request leaves `body` away. */
export interface StaticResponse {
  readonly status: 200 | 304 | 503;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface GraphiqlAssets {
  /** False when the bundle is missing; `page` then says so with status 503. */
  readonly isBuilt: boolean;
  /** The page for `GET /graphql` with `Accept: text/html`. */
  page(request: { acceptEncoding?: string | null; ifNoneMatch?: string | null }): StaticResponse;
  /** A file for `GET /graphiql/…`, by the path of the request. Null, for 404, when the bundle has no such file. */
  asset(path: string, acceptEncoding?: string | null): StaticResponse | null;
}

interface Manifest extends GraphiqlFiles {
  readonly files: Readonly<Record<string, unknown>>;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Serves GraphiQL from a built bundle. Only names in the bundle's manifest are ever looked up, so no
 * path in a request can reach another file. A file is read once, when it is first asked for, and so is the page
 * compressed: nobody waits for it at the start.
 */
export function createGraphiqlAssets({ directory, examples }: GraphiqlOptions): GraphiqlAssets {
  const manifest = readManifest(directory);
  if (manifest === null) {
    return { isBuilt: false, page: () => missingBundle(), asset: () => null };
  }
  let compressed: ReturnType<typeof compressPage> | null = null;
  const compressedPage = () => {
    compressed ??= compressPage(printGraphiqlPage(manifest, examples));
    return compressed;
  };
  const names = new Set(Object.keys(manifest.files));
  const read = createReader(directory);
  return {
    isBuilt: true,
    page: ({ acceptEncoding, ifNoneMatch }) => {
      const page = compressedPage();
      const encoding = chooseEncoding(acceptEncoding);
      const headers = {
        ...PAGE_HEADERS,
        'content-security-policy': GRAPHIQL_CSP,
        'cache-control': 'no-cache',
        etag: page.etag,
        // The same address answers queries too.
        vary: 'accept, accept-encoding',
      };
      if (matches(ifNoneMatch, page.etag)) return { status: 304, headers, body: new Uint8Array() };
      return { status: 200, headers: { ...headers, ...encoded(encoding) }, body: page.bodies[encoding] };
    },
    asset: (path, acceptEncoding) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      if (!names.has(name)) return null;
      const encoding = chooseEncoding(acceptEncoding);
      return {
        status: 200,
        headers: {
          'content-type': CONTENT_TYPES[extname(name)] ?? 'application/octet-stream',
          'cache-control': 'public, max-age=31536000, immutable',
          'x-content-type-options': 'nosniff',
          vary: 'accept-encoding',
          ...encoded(encoding),
        },
        body: read(name, encoding),
      };
    },
  };
}

const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

function readManifest(directory: string): Manifest | null {
  try {
    // Our build wrote it; a folder without one was never built, or only half.
    return JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8')) as Manifest;
  } catch {
    return null;
  }
}

/** Reads files of the bundle and keeps them. They lie there in brotli and gzip only. */
function createReader(directory: string) {
  const contents = new Map<string, Uint8Array<ArrayBuffer>>();
  const load = (name: string, encoding: ContentEncoding) => {
    if (encoding === 'gzip') return readFileSync(join(directory, `${name}.gz`));
    const br = readFileSync(join(directory, `${name}.br`));
    return encoding === 'br' ? br : brotliDecompressSync(br);
  };
  return (name: string, encoding: ContentEncoding) => {
    const key = `${encoding} ${name}`;
    const known = contents.get(key);
    if (known !== undefined) return known;
    const bytes = Uint8Array.from(load(name, encoding));
    contents.set(key, bytes);
    return bytes;
  };
}

function missingBundle(): StaticResponse {
  return {
    status: 503,
    headers: {
      ...PAGE_HEADERS,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'cache-control': 'no-store',
    },
    body: new TextEncoder().encode(printMissingBundlePage()),
  };
}

function compressPage(html: string) {
  const bytes = Buffer.from(html);
  const etag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  const bodies = {
    identity: Uint8Array.from(bytes),
    br: Uint8Array.from(brotliCompressSync(bytes)),
    gzip: Uint8Array.from(gzipSync(bytes)),
  } satisfies Record<ContentEncoding, Uint8Array>;
  return { etag, bodies };
}

function encoded(encoding: ContentEncoding): Record<string, string> {
  return encoding === 'identity' ? {} : { 'content-encoding': encoding };
}

/** `If-None-Match` compares weakly, so the `W/` of either side does not count. */
function matches(ifNoneMatch: string | null | undefined, etag: string): boolean {
  const plain = (tag: string) => tag.trim().replace(/^W\//, '');
  return (ifNoneMatch ?? '').split(',').some((tag) => tag.trim() === '*' || plain(tag) === plain(etag));
}
