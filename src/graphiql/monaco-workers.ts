/** File names beside the bundle, put in by the build. */
declare const EDITOR_WORKER: string;
declare const JSON_WORKER: string;
declare const GRAPHQL_WORKER: string;

/** Tells Monaco to start its workers from our own files. Must run before Monaco loads. */
export function startOwnWorkers(): void {
  window.MonacoEnvironment = {
    getWorker: (_workerId, label) => new Worker(new URL(workerFor(label), import.meta.url)),
  };
}

function workerFor(label: string): string {
  if (label === 'graphql') return GRAPHQL_WORKER;
  return label === 'json' ? JSON_WORKER : EDITOR_WORKER;
}
