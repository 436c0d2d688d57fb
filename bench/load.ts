import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What the load generator is to send. */
export interface LoadJob {
  readonly url: string;
  readonly path: string;
  /** JSON bodies, sent in turn. */
  readonly bodies: readonly string[];
  /** Whether bodies are sent as they are, so that the same questions come again. */
  readonly isRepeated: boolean;
  readonly connections: number;
  /** Requests a second, due at even intervals whether or not earlier ones are answered; null for as many as can be. */
  readonly rate: number | null;
  readonly warmUpMs: number;
  readonly durationMs: number;
}

export interface LoadResult {
  readonly requests: number;
  readonly perSecond: number;
  /** Answers that were no success. */
  readonly failures: number;
  /** From the moment a request was due to the last byte of its answer. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

export interface MeasuredLoad extends LoadResult {
  /** Processor time of the server process a request, microseconds. */
  readonly cpuMicros: number;
  /** SQL statements a request; null where the server does not count them. */
  readonly statements: number | null;
}

/** A server whose cost can be read. */
export interface Costed {
  usage(): Promise<{ readonly cpuMicros: number; readonly statements: number | null }>;
}

const SCRIPT = fileURLToPath(new URL('load-process.mjs', import.meta.url));

/** Loads a server from a process of its own and reads what it cost the server. */
export async function load(server: Costed, job: LoadJob): Promise<MeasuredLoad> {
  const child = fork(SCRIPT, [], { execArgv: [] });
  child.send(job);
  return new Promise((resolve, reject) => {
    let before = server.usage();
    let after = before;
    child.on('message', (message: 'counting' | 'counted' | LoadResult) => {
      if (message === 'counting') before = server.usage();
      else if (message === 'counted') after = server.usage();
      else {
        Promise.all([before, after]).then(([start, end]) => {
          const perRequest = (total: number): number => total / Math.max(1, message.requests);
          resolve({
            ...message,
            cpuMicros: perRequest(end.cpuMicros - start.cpuMicros),
            statements: end.statements === null ? null : perRequest(end.statements - (start.statements ?? 0)),
          });
        }, reject);
      }
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code !== 0) reject(new Error(`The load generator ended with ${String(code)}.`));
    });
  });
}
