import { existsSync } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Archive } from '../archive/archive.ts';
import { findFiles } from './find-files.ts';
import { importFile, importItem } from './import-file.ts';
import { ImportLog } from './import-log.ts';
import type { RunOptions, RunSummary } from './import-paths.ts';
import { readBytes } from './read-items.ts';
import { NameCache } from './stages/name-cache.ts';

/** Something that was refused and waits for its reader to be mended. */
export interface QuarantinedItem {
  readonly locator: string;
  readonly code: string;
  /** 1-based; null where no line can be named. */
  readonly line: number | null;
  readonly message: string;
  readonly hint: string;
  /** ISO 8601, UTC. */
  readonly refusedAt: string;
  /** Whether the raw input is kept in the archive. */
  readonly isKept: boolean;
}

/** What was refused and has not come in since, by place. */
export async function loadQuarantine({ database }: Archive): Promise<readonly QuarantinedItem[]> {
  const rows = await database.all(
    'SELECT locator, code, line, message, hint, refused_at, raw IS NOT NULL FROM quarantine ORDER BY locator',
    [],
  );
  return rows.map(([locator, code, line, message, hint, refusedAt, isKept]) => ({
    locator: String(locator),
    code: String(code),
    line: line === null ? null : Number(line),
    message: String(message),
    hint: String(hint),
    refusedAt: String(refusedAt),
    isKept: isKept === 1,
  }));
}

/**
 * Tries everything in the quarantine once more: from its file where that still stands, which may have been mended,
 * else from the raw input that was kept. What comes in leaves the quarantine.
 */
export async function retryQuarantine(archive: Archive, options: RunOptions = {}): Promise<RunSummary> {
  const waiting = await loadQuarantine(archive);
  options.onStart?.({ files: waiting.length, bytes: 0 });
  const log = await ImportLog.begin(archive, ['quarantine']);
  const itemOptions = { log, cache: new NameCache() };
  const files = new Set<string>();
  let itemsDone = 0;
  let status: RunSummary['status'] = 'FINISHED';
  run: for (const [filesDone, { locator }] of waiting.entries()) {
    const file = fileOf(locator);
    if (file !== null && files.has(file)) continue;
    if (file !== null) files.add(file);
    const outcomes = file === null ? fromKept(locator) : fromFile(file);
    for await (const outcome of outcomes) {
      itemsDone += 1;
      options.onOutcome?.(outcome, { files: waiting.length, bytes: 0, bytesDone: 0, itemsDone, filesDone });
      await breathe();
      if (options.signal?.aborted === true) {
        status = 'STOPPED';
        break run;
      }
    }
  }
  await log.end(archive, status);
  return { ...log.counts, status };

  async function* fromFile(path: string) {
    for await (const file of findFiles([path])) yield* importFile(file, archive, itemOptions);
  }

  async function* fromKept(locator: string) {
    const [row] = await archive.database.all('SELECT raw FROM quarantine WHERE locator = ?', [locator]);
    if (typeof row?.[0] !== 'string') return;
    for (const read of readBytes(locator, Buffer.from(row[0], 'base64')))
      yield await importItem(read, archive, itemOptions);
  }
}

/** The file that a locator names or lies in, when it stands: `feed.xml` of `feed.xml#item-3`, `a.zip` of `a.zip/b.html`. */
function fileOf(locator: string): string | null {
  for (const path of [
    locator,
    locator.replace(/#.*$/su, ''),
    locator.replace(/(\.(?:zip|tar|tar\.gz|tgz|gz|warc))\/.*$/su, '$1'),
  ]) {
    if (existsSync(path)) return path;
  }
  return null;
}
