import { fileURLToPath } from 'node:url';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { importPaths } from '../../src/import/import-paths.ts';

/** The sample archive, imported into memory. */
export async function sampleArchive(): Promise<Archive> {
  const archive = await openArchive({ url: ':memory:' });
  await importPaths(archive, [fileURLToPath(new URL('../../samples', import.meta.url))]);
  return archive;
}
