import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import type { SqlValue } from '../../src/archive/database.ts';
import { importPaths, type RunOptions } from '../../src/import/import-paths.ts';
import type { Outcome } from '../../src/import/outcome.ts';

/** An empty archive in memory and an empty folder, both gone when the test is over. */
export async function emptyArchive() {
  const archive = await openArchive({ url: ':memory:' });
  const folder = mkdtempSync(join(tmpdir(), 'dateline-import-'));
  onTestFinished(async () => {
    await archive.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    archive,
    folder,
    write: (name: string, text: string | Uint8Array) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    },
    rows: (text: string, values: readonly SqlValue[] = []) => archive.database.all(text, values),
    take: (paths: readonly string[] = [folder], options: RunOptions = {}) => take(archive, paths, options),
  };
}

/** Imports, and gives the summary with every outcome. */
async function take(archive: Archive, paths: readonly string[], options: RunOptions) {
  const outcomes: Outcome[] = [];
  const summary = await importPaths(archive, paths, {
    ...options,
    onOutcome: (outcome) => outcomes.push(outcome),
  });
  return { ...summary, outcomes };
}

/** A capture with a head, an address and the given paragraphs. */
export function capture(
  headline: string,
  paragraphs: readonly string[],
  lines: readonly string[] = [],
): string {
  const slug = headline.toLowerCase().replaceAll(' ', '-');
  const head = [headline, 'By Ada Venn', 'The Quay Post, 8 March 2024', ...lines];
  const foot = ['*', `Link: https://quay.example/${slug}/`, 'Copyright © The Quay Post, 2024'];
  return `${[...head, ...paragraphs, ...foot].join('\n\n')}\n`;
}
