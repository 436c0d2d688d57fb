import { performance } from 'node:perf_hooks';

/** Times its limit that a task may take by the clock, on a machine that is busy with other work. */
const MAX_STRETCH = 4;

/**
 * Calls `onSlow` once a task has had `limitMs` of processor time, as far as can be told from outside its thread: what the
 * process has used since, less what this thread was busy, shared among the threads that work. A thread that got no
 * processor has not been slow, so it gets the rest of its time, within bounds: which page is refused does not depend on
 * what else the machine does.
 *
 * @param sharers How many threads, this one left out, work at the moment.
 * @returns Ends the watch.
 */
export function watchProcessorTime(limitMs: number, sharers: () => number, onSlow: () => void): () => void {
  const began = performance.now();
  const cpu = process.cpuUsage();
  const loop = performance.eventLoopUtilization();
  let timer: NodeJS.Timeout | null = null;
  const check = (): void => {
    if (timer === null) return;
    const { user, system } = process.cpuUsage(cpu);
    const usedMs = (user + system) / 1000 - performance.eventLoopUtilization(loop).active;
    const leftMs = limitMs - Math.max(0, usedMs) / Math.max(1, sharers());
    if (leftMs > limitMs / 10 && performance.now() - began < limitMs * MAX_STRETCH) wait(leftMs);
    else onSlow();
  };
  // The answer may be waiting behind this timer while this thread was busy: it is heard first.
  const wait = (ms: number): void => {
    timer = setTimeout(() => setImmediate(check), ms);
  };
  wait(limitMs);
  return () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
}
