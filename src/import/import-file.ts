import type { Archive } from '../archive/archive.ts';
import { findFiles } from './find-files.ts';
import { type ImportOptions, importItems } from './import-items.ts';
import type { Outcome } from './outcome.ts';
import { readItems } from './read-items.ts';

/**
 * Imports every article in a file, or in the files of a folder, yielding one outcome each, in their order: when it is
 * stored for good. For a run with a record of its own see `importPaths`.
 */
export async function* importFile(
  path: string,
  archive: Archive,
  options: ImportOptions = {},
): AsyncGenerator<Outcome> {
  for await (const file of findFiles([path])) yield* importItems(archive, readItems(file), options);
}
