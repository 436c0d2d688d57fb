import { Worker } from 'node:worker_threads';

/**
 * Starts a thread that runs a module: `module` is its address without `.ts` or `.js`, whichever of the two the program
 * runs from.
 */
export function startThread(module: URL, maxHeapMb: number): Worker {
  const limits = { resourceLimits: { maxOldGenerationSizeMb: maxHeapMb } };
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL(`${module.href}.js`), limits);
  // Node 20 does not hand the loader that runs the sources down to its threads: each registers it for itself.
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const own = JSON.stringify(`${module.href}.ts`);
  return new Worker(`import(${loader}).then(({ register }) => { register(); return import(${own}); })`, {
    ...limits,
    eval: true,
  });
}
