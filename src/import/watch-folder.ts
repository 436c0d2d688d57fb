import { watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Archive } from '../archive/archive.ts';
import { findFiles, type InputFile } from './find-files.ts';
import { importFiles, type RunOptions, type RunSummary } from './import-paths.ts';

export interface WatchOptions {
  /** Ends the watch. */
  readonly signal: AbortSignal;
  /** A file counts as written when it has not changed for this long. */
  readonly settleMs?: number;
  /** Looked over even without a sign of change: network drives give none. */
  readonly rescanMs?: number;
}

/** What tells one state of a file from another. */
type Snapshot = ReadonlyMap<string, string>;

/** Names of files that are still being written or belong to a program. */
const UNFINISHED = /^\.|~$|\.(?:part|partial|crdownload|download|tmp|swp)$/i;

/**
 * Watches a folder and all below it. Yields paths of the files that are there, then of those new or changed, in name order, once they are
 * written; a file moved in counts as new, one taken away is passed over. Ends when `signal` aborts.
 *
 * @throws {Error} when the folder cannot be read at the start.
 */
export async function* watchFolder(folder: string, options: WatchOptions): AsyncGenerator<readonly string[]> {
  const { signal, settleMs = 500, rescanMs = 60_000 } = options;
  await readdir(folder);
  const bell = new Bell(folder, signal);
  try {
    let known: Snapshot = new Map();
    while (!signal.aborted) {
      const first = await look(folder);
      if (!differs(first, known)) {
        known = first;
        await bell.wait(rescanMs);
        continue;
      }
      await bell.pause(settleMs);
      const second = await look(folder);
      const settled = [...second].filter(
        ([path, state]) => first.get(path) === state && known.get(path) !== state,
      );
      known = new Map(
        [...second].filter(([path, state]) => first.get(path) === state || known.get(path) === state),
      );
      if (settled.length > 0 && !signal.aborted) yield settled.map(([path]) => path).sort();
    }
  } finally {
    bell.close();
  }
}

/**
 * Imports what a folder holds, then what is new or changed in it, one run each time, until the signal aborts. The same
 * files are left out as in an import of the folder.
 */
export async function* watchIntoArchive(
  archive: Archive,
  folder: string,
  options: WatchOptions & Omit<RunOptions, 'signal'>,
): AsyncGenerator<RunSummary> {
  const { settleMs, rescanMs, ...run } = options;
  const pace = { ...(settleMs !== undefined && { settleMs }), ...(rescanMs !== undefined && { rescanMs }) };
  for await (const paths of watchFolder(resolve(folder), { signal: options.signal, ...pace })) {
    const settled = new Set(paths);
    const files: InputFile[] = [];
    for await (const file of findFiles([folder])) if (settled.has(file.path)) files.push(file);
    if (files.length > 0) yield await importFiles(archive, files, [folder], run);
  }
}

function differs(now: Snapshot, before: Snapshot): boolean {
  for (const [path, state] of now) if (before.get(path) !== state) return true;
  return false;
}

async function look(folder: string): Promise<Snapshot> {
  const found = new Map<string, string>();
  const open = [folder];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    // A folder may go while it is looked at.
    const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (UNFINISHED.test(entry.name)) continue;
      const inner = join(path, entry.name);
      if (entry.isDirectory()) open.push(inner);
      else if (entry.isFile()) {
        const state = await stat(inner).catch(() => null);
        if (state) found.set(inner, `${state.size} ${state.mtimeMs} ${state.ino}`);
      }
    }
  }
  return found;
}

/** Rings when the system tells of a change, or the watch ends. */
class Bell {
  private rung = false;
  private listener: (() => void) | null = null;
  private readonly watcher: { close: () => void } | null;

  constructor(
    folder: string,
    private readonly signal: AbortSignal,
  ) {
    this.watcher = startWatching(folder, () => this.ring());
    signal.addEventListener('abort', this.ring, { once: true });
  }

  /** Until a change, the end, or `ms`. */
  async wait(ms: number): Promise<void> {
    if (!this.rung && !this.signal.aborted) await this.delay(ms);
    this.rung = false;
  }

  /** `ms` whatever changes; less only at the end. */
  async pause(ms: number): Promise<void> {
    const until = Date.now() + ms;
    while (!this.signal.aborted && Date.now() < until) await this.delay(until - Date.now());
    this.rung = false;
  }

  close(): void {
    this.watcher?.close();
    this.signal.removeEventListener('abort', this.ring);
  }

  private readonly ring = (): void => {
    this.rung = true;
    this.listener?.();
  };

  private delay(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.listener = null;
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.listener = done;
    });
  }
}

/** Null where the system cannot watch: then the folder is looked over from time to time. */
function startWatching(folder: string, changed: () => void): { close: () => void } | null {
  try {
    const watcher = watch(folder, { recursive: true }, changed);
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return null;
  }
}
