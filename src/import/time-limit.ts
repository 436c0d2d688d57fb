import { createContext, Script } from 'node:vm';
import { refusal } from './readers/article-draft.ts';
import type { Refusal } from './readers/reader.ts';

/** Milliseconds that one page may take; the slowest of 400 saved pages takes 120. */
export const ITEM_TIMEOUT_MS = 2_000;

/** Milliseconds that a list may take for each megabyte, on top of the time of a page: exports hold thousands of pieces. */
export const LIST_MS_PER_MB = 2_000;

const box = createContext({ work: null });
const script = new Script('work()');

/**
 * Does synchronous work in this thread, or gives it up after so many milliseconds by the clock and returns null. A limit
 * costs a tenth of a millisecond. What is given up ends wherever it is, without `finally`: it must be pure, and a
 * generator that it was in is not to be touched again.
 */
export function workWithin<Result>(limitMs: number, work: () => Result): { readonly result: Result } | null {
  // Only a script of `node:vm` can be ended from outside; what it calls ends with it.
  box.work = work;
  try {
    return { result: script.runInContext(box, { timeout: Math.ceil(limitMs) }) as Result };
  } catch (error) {
    // An error of the script's own world: no `Error` of this one.
    if (Reflect.get(Object(error), 'code') === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return null;
    throw error;
  } finally {
    box.work = null;
  }
}

/** What becomes of an input that was given up. */
export function tooSlow(file: string, limitMs: number): Refusal {
  return refusal(
    'TOO_SLOW',
    { file },
    `Reading took longer than ${(limitMs / 1000).toFixed(1)} s.`,
    'No news page needs that long: save it again, in reader view if the browser has one.',
  );
}
