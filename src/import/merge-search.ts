import { setImmediate as breathe } from 'node:timers/promises';
import type { Archive } from '../archive/archive.ts';

const INDEXES = ['articles_fts', 'quotes_fts'] as const;

/** Pieces below which merging gains nothing that anybody would notice. */
const MANY = 1_000;

/** Pages written in one step, some 50 ms of work: others may write between two. */
const PAGES = 1_000;

/**
 * Merges the full-text indexes after a run that brought many pieces: what a bulk import leaves in dozens of segments is
 * searched four times as fast in one. Does nothing after a run that brought less than a tenth of the archive.
 */
export async function mergeSearch(archive: Archive, stored: number, many = MANY): Promise<void> {
  if (stored < many) return;
  const held = Number(await archive.database.value('SELECT count(*) FROM articles', []));
  if (stored * 10 < held) return;
  for (const index of INDEXES) {
    // A negative number begins the merge of all segments, a positive one goes on with it.
    for (let pages = -PAGES; await mergeStep(archive, index, pages); pages = PAGES) await breathe();
  }
}

/** Whether there was anything left to merge. */
function mergeStep({ database }: Archive, index: string, pages: number): Promise<boolean> {
  return database.write(async (transaction) => {
    const changes = async () => Number((await transaction.all('SELECT total_changes()'))[0]?.[0] ?? 0);
    const before = await changes();
    await transaction.all(`INSERT INTO ${index} (${index}, rank) VALUES ('merge', ?)`, [pages]);
    // The command itself counts as one change (https://sqlite.org/fts5.html#the_merge_command).
    return (await changes()) - before > 1;
  });
}
