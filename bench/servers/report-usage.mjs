import { Session } from 'node:inspector/promises';

/** @type {Session | null} */
let profiler = null;

/**
 * Starts a CPU profile, or ends it and sends it.
 *
 * @param {'profile' | 'profiled'} message
 */
async function profile(message) {
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

/**
 * Tells the parent process where the server listens, and its usage whenever it asks.
 *
 * @param {string} url
 * @param {() => number | null} statements SQL statements run for reading so far; null where they are not counted.
 */
export function reportUsage(url, statements = () => null) {
  process.on('message', (message) => {
    if (message === 'profile' || message === 'profiled') return void profile(message);
    if (message === 'collect') globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed } = process.memoryUsage();
    /** @type {import('../server-process.ts').Usage} */
    const usage = {
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
