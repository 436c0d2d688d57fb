import { createContext, Script } from 'node:vm';
import { refusal } from './readers/article-draft.ts';
import type { Refusal } from './readers/reader.ts';

/** Milliseconds that one page may take; the slowest of 400 saved pages takes 120. */
export const ITEM_TIMEOUT_MS = 2_000;

/** Milliseconds that a list may take for each megabyte, on top of the time of a page: exports hold thousands of pieces. */
export const LIST_MS_PER_MB = 2_000;

/**
 * Bytes of an item from which on it is held to a limit. Below it even work that grows with the square of a text is done
 * in a tenth of a second, and a limit for each line of a file of short ones would cost a tenth of the import.
 */
const MIN_LIMITED_BYTES = 16 * 1024;

const box = createContext({ work: null });
const script = new Script('work()');

/**
 * Does synchronous work in this thread, or gives it up after so many milliseconds by the clock and returns null. A limit
 * costs a thread's start: a tenth of a millisecond, or several on a busy machine. What is given up ends wherever it is, without `finally`: it must be pure, and a
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

/** As `workWithin`, for work on so many bytes: few are not worth a limit. */
export function workOnBytes<Result>(
  bytes: number,
  limitMs: number,
  work: () => Result,
): { readonly result: Result } | null {
  return bytes < MIN_LIMITED_BYTES ? { result: work() } : workWithin(limitMs, work);
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
