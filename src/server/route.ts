import type { IncomingMessage } from 'node:http';
import type { Archive } from '../archive/archive.ts';
import type { MaybePromise } from '../archive/database.ts';
import type { ServerConfig } from './config.ts';
import type { Logger } from './log.ts';

/** What a page is answered from. */
export interface PageRequest {
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  /** The parts of the path that the route's pattern picks out, decoded. */
  readonly params: readonly string[];
  readonly archive: Archive;
  readonly config: ServerConfig;
  readonly log: Logger;
  /** The address under which readers reach the service, without a slash at the end. */
  readonly origin: string;
}

export interface PageResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** A way of asking beside GraphQL: `GET` and `HEAD` of the paths that `path` matches. */
export interface Route {
  readonly path: RegExp;
  readonly answer: (request: PageRequest) => MaybePromise<PageResponse | null>;
}

/** An answer in plain text. */
export const plainText = (
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): PageResponse => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff', ...headers },
  body: `${body}\n`,
});
