import { basename, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { inject } from 'vitest';

/**
 * Stands in for `src/import/start-thread.ts`: tests start the threads of the program that was built for this run, which
 * are what users run. From the sources each thread would compile them for itself, for two seconds of processor time.
 */
export const startThread = (module: URL, maxHeapMb: number): Worker =>
  new Worker(join(inject('program'), `${basename(module.href)}.js`), {
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
  });
