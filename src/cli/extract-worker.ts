import { parentPort } from 'node:worker_threads';
import { type ExtractTask, extractFile } from './extract-file.ts';

/** To a worker: a file. From a worker: `ready` once, then for each file `begin` and `done`. */
export type WorkerReport =
  | { readonly kind: 'ready' }
  | { readonly kind: 'begin'; readonly format: string; readonly bytes: number }
  | { readonly kind: 'done'; readonly line: string };

const port = parentPort;
if (port) {
  const report = (message: WorkerReport): void => port.postMessage(message);
  port.on('message', (task: ExtractTask) => {
    const before = (format: string, bytes: number): void => report({ kind: 'begin', format, bytes });
    report({ kind: 'done', line: extractLine(task, before) });
  });
  report({ kind: 'ready' });
}

function extractLine(task: ExtractTask, before: (format: string, bytes: number) => void): string {
  try {
    return JSON.stringify(extractFile(task, before));
  } catch (error) {
    // A reader's own bug must cost one file, not the run.
    const reason = error instanceof Error ? error.message : 'unknown reason';
    return JSON.stringify({
      id: task.id,
      refused: {
        code: 'MALFORMED',
        message: `The reader failed on this file: ${reason}.`,
        hint: 'Please report it together with the file.',
      },
    });
  }
}
