import { setImmediate as breathe } from 'node:timers/promises';
import type { Archive } from '../archive/archive.ts';
import { findFiles, type InputFile } from './find-files.ts';
import { importFile } from './import-file.ts';
import { ImportLog } from './import-log.ts';
import { counted, type ImportCounts, NO_COUNTS, type Outcome } from './outcome.ts';
import { NameCache } from './stages/name-cache.ts';

/** How a run goes about its input. */
export interface RunOptions {
  /** Stores nothing: every item is taken in and taken back. */
  readonly dryRun?: boolean;
  /** Reads items again whose bytes are known. */
  readonly force?: boolean;
  /** Stops the run at the end of the item that it is at. */
  readonly signal?: AbortSignal;
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
  /** Bytes of the files that are done. */
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
  options.onStart?.(plan);
  const log = options.dryRun === true ? undefined : await ImportLog.begin(archive, inputs);
  const cache = new NameCache();
  let counts = NO_COUNTS;
  let [itemsDone, filesDone, bytesDone] = [0, 0, 0];
  let status: RunSummary['status'] = 'FINISHED';
  const itemOptions = {
    cache,
    ...(log !== undefined && { log }),
    ...(options.dryRun !== undefined && { dryRun: options.dryRun }),
    ...(options.force !== undefined && { force: options.force }),
  };
  run: for (const file of files) {
    for await (const outcome of importFile(file, archive, itemOptions)) {
      counts = counted(counts, outcome);
      itemsDone += 1;
      options.onOutcome?.(outcome, { ...plan, itemsDone, filesDone, bytesDone });
      // Writing to a file holds the event loop; a server in this process and the signal get their turn here.
      await breathe();
      if (options.signal?.aborted === true) {
        status = 'STOPPED';
        break run;
      }
    }
    filesDone += 1;
    bytesDone += file.byteLength ?? 0;
  }
  await log?.end(archive, status);
  return { ...counts, status };
}
