import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Archive } from '../archive/archive.ts';
import { findFiles } from './find-files.ts';
import { importRun, type RunOptions, type RunSummary } from './import-paths.ts';
import { type FormattedItem, readBytes, readItems } from './read-items.ts';

/** Something that was refused and waits for its reader to be mended. */
export interface QuarantinedItem {
  /** As the import that refused it called it. */
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
    'SELECT name, code, line, message, hint, refused_at, raw IS NOT NULL FROM quarantine ORDER BY locator',
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
  const rows = await archive.database.all('SELECT locator, name FROM quarantine ORDER BY locator', []);
  const waiting = rows.map(([place, name]) => ({ place: String(place), name: String(name) }));
  return importRun(
    archive,
    itemsOf(archive, waiting),
    ['quarantine'],
    { files: waiting.length, bytes: 0 },
    options,
  );
}

interface Waiting {
  readonly place: string;
  readonly name: string;
}

async function* itemsOf(archive: Archive, waiting: readonly Waiting[]): AsyncGenerator<FormattedItem> {
  const files = new Set<string>();
  for (const { place, name } of waiting) {
    const path = fileOf(place);
    if (path === null) {
      yield* await keptItems(archive, place, name);
      continue;
    }
    if (files.has(path)) continue;
    files.add(path);
    // What stands behind the file in its place stands behind it in its name.
    const fileName = name.slice(0, name.length - (place.length - path.length)) || basename(path);
    for await (const file of findFiles([path])) yield* readItems({ ...file, name: fileName });
  }
}

async function keptItems(
  { database }: Archive,
  place: string,
  name: string,
): Promise<Iterable<FormattedItem>> {
  const [row] = await database.all('SELECT raw FROM quarantine WHERE locator = ?', [place]);
  if (typeof row?.[0] !== 'string') return [];
  return readBytes({ name, place, bytes: Buffer.from(row[0], 'base64'), contentType: null, url: null });
}

/** The file that a place names or lies in, when it stands: `feed.xml` of `feed.xml#item-3`, `a.zip` of `a.zip/b.html`. */
function fileOf(place: string): string | null {
  for (const path of [
    place,
    place.replace(/#.*$/su, ''),
    place.replace(/:\d+$/u, ''),
    place.replace(/(\.(?:zip|tar|tar\.gz|tgz|gz|warc))\/.*$/su, '$1'),
  ]) {
    if (existsSync(path)) return path;
  }
  return null;
}
