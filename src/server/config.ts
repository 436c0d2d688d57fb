import { UserError } from '../errors.ts';

/** How the service runs. Every value has a flag and an environment variable; the flag wins. */
export interface ServerConfig {
  /** `DATABASE_URL`, `--database`. */
  readonly databaseUrl: string;
  /** `DATABASE_SYNC_URL`: the primary of an embedded replica. */
  readonly databaseSyncUrl: string | undefined;
  /** `DATABASE_SYNC_INTERVAL`, seconds. */
  readonly databaseSyncInterval: number;
  /** `DATABASE_AUTH_TOKEN`. */
  readonly databaseAuthToken: string | undefined;
  /** `HOST`, `--host`: the loopback interface unless told otherwise. */
  readonly host: string;
  /** `PORT`, `--port`; 0 takes a free one. */
  readonly port: number;
  /** `CORS_ORIGIN`: origins that pages may call from, `*` for any, `localhost` (the default) for this machine's. */
  readonly corsOrigins: readonly string[];
  /** `PUBLIC_URL`: the address under which readers reach the service, for links in pages and feeds. */
  readonly publicUrl: string | undefined;
  /** `LOG_LEVEL`: `fatal`, `error`, `warn`, `info`, `debug` (which logs each request) or `silent`. */
  readonly logLevel: string;
  /** `MAX_BODY_BYTES` of a request. */
  readonly maxBodyBytes: number;
  /** `RESPONSE_CACHE_BYTES`: memory for answers that are asked for again; 0 keeps none. */
  readonly responseCacheBytes: number;
  /** `INTROSPECTION`: whether tools may read the schema. */
  readonly introspection: boolean;
  /** `WORKERS`, `--workers`: processes that answer; 0 for one for each processor. */
  readonly workers: number;
}

/** Flags of the command line that override the environment. */
export interface ServerFlags {
  readonly database?: string | undefined;
  readonly host?: string | undefined;
  readonly port?: string | undefined;
  readonly workers?: string | undefined;
}

export const DEFAULT_DATABASE = './data/dateline.db';
export const DEFAULT_PORT = 4000;

const MAX_WORKERS = 64;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/**
 * Reads the configuration.
 *
 * @throws {UserError} CONFIG, naming the variable or flag and what it takes.
 */
export function readConfig(environment: NodeJS.ProcessEnv, flags: ServerFlags = {}): ServerConfig {
  const logLevel = environment.LOG_LEVEL ?? 'info';
  if (!LOG_LEVELS.includes(logLevel)) throw invalid('LOG_LEVEL', logLevel, `one of ${LOG_LEVELS.join(', ')}`);
  return {
    databaseUrl: flags.database ?? environment.DATABASE_URL ?? DEFAULT_DATABASE,
    databaseSyncUrl: environment.DATABASE_SYNC_URL,
    databaseSyncInterval: wholeNumber(
      'DATABASE_SYNC_INTERVAL',
      environment.DATABASE_SYNC_INTERVAL,
      60,
      86_400,
    ),
    databaseAuthToken: environment.DATABASE_AUTH_TOKEN,
    host: flags.host ?? environment.HOST ?? '127.0.0.1',
    port: wholeNumber(
      flags.port === undefined ? 'PORT' : '--port',
      flags.port ?? environment.PORT,
      DEFAULT_PORT,
      65_535,
    ),
    corsOrigins: (environment.CORS_ORIGIN ?? 'localhost')
      .split(',')
      .map((origin) => origin.trim())
      .filter((origin) => origin !== ''),
    publicUrl: environment.PUBLIC_URL?.replace(/\/$/, ''),
    logLevel,
    maxBodyBytes: wholeNumber('MAX_BODY_BYTES', environment.MAX_BODY_BYTES, 256 * 1024, 64 * 1024 * 1024),
    responseCacheBytes: wholeNumber(
      'RESPONSE_CACHE_BYTES',
      environment.RESPONSE_CACHE_BYTES,
      16 * 1024 * 1024,
      2 ** 32,
    ),
    introspection: onOff('INTROSPECTION', environment.INTROSPECTION, true),
    workers: wholeNumber(
      flags.workers === undefined ? 'WORKERS' : '--workers',
      flags.workers ?? environment.WORKERS,
      1,
      MAX_WORKERS,
    ),
  };
}

function wholeNumber(name: string, given: string | undefined, fallback: number, max: number): number {
  if (given === undefined || given === '') return fallback;
  const value = Number(given);
  if (Number.isInteger(value) && value >= 0 && value <= max) return value;
  throw invalid(name, given, `a whole number from 0 to ${max}`);
}

function onOff(name: string, given: string | undefined, fallback: boolean): boolean {
  if (given === undefined || given === '') return fallback;
  if (/^(on|true|1|yes)$/i.test(given)) return true;
  if (/^(off|false|0|no)$/i.test(given)) return false;
  throw invalid(name, given, '`on` or `off`');
}

const invalid = (name: string, given: string, expected: string): UserError =>
  new UserError('CONFIG', `${name} is "${given}".`, `It takes ${expected}.`);
