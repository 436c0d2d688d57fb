import { Session } from 'node:inspector/promises';

/** What a server under test tells of itself when its parent asks. */
export interface Usage {
  /** Processor time of the process since it started, user and system, microseconds. */
  readonly cpuMicros: number;
  readonly rssBytes: number;
  readonly heapBytes: number;
  /** SQL statements run for reading; null where the server does not count them. */
  readonly statements: number | null;
}

let profiler: Session | null = null;

/** Starts a CPU profile, or ends it and sends it. */
async function profile(message: 'profile' | 'profiled'): Promise<void> {
  if (message === 'profile') {
    profiler = new Session();
    profiler.connect();
    await profiler.post('Profiler.enable');
    await profiler.post('Profiler.setSamplingInterval', { interval: 250 });
    await profiler.post('Profiler.start');
    process.send?.({});
  } else {
    process.send?.(await profiler?.post('Profiler.stop'));
    profiler?.disconnect();
  }
}

/** Tells the parent process where the server listens, and its usage whenever it asks. */
export function reportUsage(url: string, statements: () => number | null = () => null): void {
  process.on('message', (message) => {
    if (message === 'profile' || message === 'profiled') return void profile(message);
    if (message === 'collect') globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed } = process.memoryUsage();
    const usage: Usage = {
      cpuMicros: user + system,
      rssBytes: rss,
      heapBytes: heapUsed,
      statements: statements(),
    };
    process.send?.(usage);
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ url });
}
