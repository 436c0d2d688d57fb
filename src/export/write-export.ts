import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { UserError } from '../errors.ts';
import { printArticleMarkdown } from './article-markdown.ts';
import type { ExportedPiece } from './exported-pieces.ts';

export interface WriteOptions {
  /** Texts of the owner's mappings, in the order in which they apply. */
  readonly mappings?: readonly string[];
  readonly jsonLines: boolean;
  readonly markdown: boolean;
  /** Writes into a folder that holds something, over files of the same names. */
  readonly overwrite: boolean;
  /** Told after each piece, with how many are written. */
  readonly onPiece?: (done: number) => void;
}

/** Name of the file that holds every piece, one a line. */
export const JSON_LINES_FILE = 'articles.jsonl';

/**
 * Writes pieces to a folder: `articles.jsonl`, and `markdown/2024/SLUG.md`; beside them what the owner says of names,
 * `mapping.yaml`. Returns how many pieces there are.
 *
 * One piece is held at a time. The JSON Lines have their name only when they are whole, so that half an export is never
 * taken for one.
 *
 * @throws {UserError} CONFIG for a folder that holds something, unless it is to be written over.
 */
export async function writeExport(
  pieces: AsyncIterable<ExportedPiece>,
  folder: string,
  { jsonLines, markdown, overwrite, mappings = [], onPiece }: WriteOptions,
): Promise<number> {
  await mkdir(folder, { recursive: true });
  if (!overwrite && (await readdir(folder)).length > 0)
    throw new UserError(
      'CONFIG',
      `The folder ${folder} is not empty.`,
      'Name a new folder, or add --overwrite.',
    );
  const partial = join(folder, `${JSON_LINES_FILE}.partial`);
  const lines = jsonLines ? createWriteStream(partial) : null;
  const folders = new Set<string>();
  for (const [at, mapping] of mappings.entries())
    await writeFile(join(folder, mappingName(at, mappings.length)), mapping);
  let done = 0;
  try {
    for await (const piece of pieces) {
      if (lines !== null && !lines.write(`${JSON.stringify(piece.record)}\n`)) await once(lines, 'drain');
      if (markdown) await writeMarkdown(folder, piece, folders);
      done += 1;
      onPiece?.(done);
    }
  } finally {
    lines?.end();
  }
  if (lines !== null) {
    await finished(lines);
    await rename(partial, join(folder, JSON_LINES_FILE));
  }
  return done;
}

/** Files of a folder come in by name: behind the pieces, in their own order. */
function mappingName(at: number, count: number): string {
  return count === 1 ? 'mapping.yaml' : `mapping-${String(at + 1).padStart(3, '0')}.yaml`;
}

async function writeMarkdown(
  folder: string,
  { slug, year, record }: ExportedPiece,
  folders: Set<string>,
): Promise<void> {
  const within = join(folder, 'markdown', year ?? 'undated');
  if (!folders.has(within)) {
    await mkdir(within, { recursive: true });
    folders.add(within);
  }
  await writeFile(join(within, `${slug}.md`), printArticleMarkdown(record));
}
