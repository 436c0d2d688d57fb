import { parentPort } from 'node:worker_threads';
import { type PrepareTask, prepareTask } from './prepare-item.ts';

// Runs as a thread of `prepare-pool.ts`: a task in, what became of it out, in order.
parentPort?.on('message', (task: PrepareTask) => parentPort?.postMessage(prepareTask(task)));
