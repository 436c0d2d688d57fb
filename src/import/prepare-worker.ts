import { parentPort } from 'node:worker_threads';
import { type Prepared, type PrepareTask, prepareTask } from './prepare-item.ts';

/** From a thread: `ready` once it has loaded its readers, then what became of each task, in order. */
export type PrepareReport = 'ready' | Prepared;

// Runs as a thread of `prepare-pool.ts`.
const report = (message: PrepareReport): void => parentPort?.postMessage(message);
parentPort?.on('message', (task: PrepareTask) => report(prepareTask(task)));
report('ready');
