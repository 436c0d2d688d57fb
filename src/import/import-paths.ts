import { availableParallelism } from 'node:os';
import type { Archive } from '../archive/archive.ts';
import { findFiles, type InputFile } from './find-files.ts';
import { importItems } from './import-items.ts';
import { ImportLog } from './import-log.ts';
import { mergeSearch } from './merge-search.ts';
import { counted, type ImportCounts, NO_COUNTS, type Outcome } from './outcome.ts';
import { endOf, type FormattedItem, readItems } from './read-items.ts';

/** How a run goes about its input. */
export interface RunOptions {
  /** Stores nothing: every item is taken in and taken back. */
  readonly dryRun?: boolean;
  /** Reads items again whose bytes are known. */
  readonly force?: boolean;
  /** Stops the run at the end of the item that it is at. */
  readonly signal?: AbortSignal;
  /** Threads that read pages; as many as there are cores for a large input, none for a small one. */
  readonly threads?: number;
  /** Told once, before the first item. */
  readonly onStart?: (plan: RunPlan) => void;
  /** Told after each item. */
  readonly onOutcome?: (outcome: Outcome, progress: RunProgress) => void;
}

export interface RunPlan {
  readonly files: number;
  /** Bytes of all files that could be looked at. */
  readonly bytes: number;
}

export interface RunProgress extends RunPlan {
  readonly itemsDone: number;
  readonly filesDone: number;
  /** Bytes of the files that are done, and of the one in hand up to where it is read. */
  readonly bytesDone: number;
}

export interface RunSummary extends ImportCounts {
  /** STOPPED when the signal came before the end of the input: the same command goes on with it. */
  readonly status: 'FINISHED' | 'STOPPED';
}

/**
 * Imports files and folders, noting the run and every item of it. What is known by its bytes is skipped before it is
 * parsed, so that a run that was stopped goes on where it was, and one over the same input changes nothing.
 */
export async function importPaths(
  archive: Archive,
  paths: readonly string[],
  options: RunOptions = {},
): Promise<RunSummary> {
  const files: InputFile[] = [];
  for await (const file of findFiles(paths)) files.push(file);
  return importFiles(archive, files, paths, options);
}

/** Imports files that have been found; `inputs` is what the run is said to be over. */
export async function importFiles(
  archive: Archive,
  files: readonly InputFile[],
  inputs: readonly string[],
  options: RunOptions = {},
): Promise<RunSummary> {
  const plan = { files: files.length, bytes: files.reduce((sum, file) => sum + (file.byteLength ?? 0), 0) };
  const done = { filesDone: 0, bytesDone: 0 };
  return importRun(archive, itemsOf(files), inputs, plan, {
    threads: threadsFor(plan.bytes),
    ...options,
    progress: () => done,
  });

  async function* itemsOf(all: readonly InputFile[]): AsyncGenerator<FormattedItem> {
    // Told when it is read, a moment before it is stored.
    for (const file of all) {
      const before = done.bytesDone;
      const byteLength = file.byteLength ?? 0;
      for await (const item of readItems(file)) {
        done.bytesDone = before + Math.min(endOf(item), byteLength);
        yield item;
      }
      done.filesDone += 1;
      done.bytesDone = before + byteLength;
    }
  }
}

/** Imports items from wherever they come, as one run with a record of its own. */
export async function importRun(
  archive: Archive,
  items: AsyncIterable<FormattedItem>,
  inputs: readonly string[],
  plan: RunPlan,
  options: RunOptions & { readonly progress?: () => Pick<RunProgress, 'filesDone' | 'bytesDone'> } = {},
): Promise<RunSummary> {
  options.onStart?.(plan);
  const log = options.dryRun === true ? undefined : await ImportLog.begin(archive, inputs);
  let counts = NO_COUNTS;
  let itemsDone = 0;
  const { progress = () => ({ filesDone: 0, bytesDone: 0 }), ...itemOptions } = options;
  const outcomes = importItems(archive, items, { ...itemOptions, ...(log !== undefined && { log }) });
  for await (const outcome of outcomes) {
    counts = counted(counts, outcome);
    itemsDone += 1;
    options.onOutcome?.(outcome, { ...plan, ...progress(), itemsDone });
  }
  const status = options.signal?.aborted === true ? 'STOPPED' : 'FINISHED';
  await log?.end(archive, status);
  if (status === 'FINISHED' && log !== undefined)
    await mergeSearch(archive, counts.newCount + counts.changedCount);
  return { ...counts, status };
}

/** Bytes from which on threads are worth their start. */
const MANY_BYTES = 1024 * 1024;

/** Threads for an input of this size; this thread stores what they prepare. */
function threadsFor(bytes: number): number {
  return bytes < MANY_BYTES ? 0 : Math.min(8, availableParallelism());
}
