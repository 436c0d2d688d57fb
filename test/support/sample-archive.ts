import { copyFileSync, existsSync, mkdtempSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { importPaths } from '../../src/import/import-paths.ts';

/** The samples, imported when a file of tests first wants them; every test gets a copy of its own, gone after the run. */
export async function sampleArchive(): Promise<Archive> {
  const imported = join(inject('program'), 'samples.db');
  const folder = mkdtempSync(join(inject('program'), 'samples-'));
  const url = join(folder, 'archive.db');
  if (!existsSync(imported)) {
    const archive = await openArchive({ url });
    await importPaths(archive, [fileURLToPath(new URL('../../samples', import.meta.url))]);
    await archive.close();
    // Whole at once: another worker may be looking for it.
    copyFileSync(url, join(folder, 'samples.db'));
    renameSync(join(folder, 'samples.db'), imported);
  } else copyFileSync(imported, url);
  return openArchive({ url });
}
