// The public door: what programs that embed Dateline may rely on.

import type { importFile as ImportFile } from './import/import-file.ts';
import type { importPaths as ImportPaths } from './import/import-paths.ts';

export { type Archive, type ArchiveOptions, openArchive } from './archive/archive.ts';
export type { Database, SqlRow, SqlValue, Transaction } from './archive/database.ts';
export { UserError, type UserErrorCode } from './errors.ts';
export { printContract, schema } from './graphql/schema.ts';
export type { RunOptions, RunSummary } from './import/import-paths.ts';
export type { Outcome } from './import/outcome.ts';
export { extractQuotes } from './quote-extraction/extract-quotes.ts';
export type { ExtractedQuote, ExtractedSpeaker, QuoteExtractionInput } from './quote-extraction/quote.ts';
export { readConfig, type ServerConfig } from './server/config.ts';
export { createLogger, type Logger } from './server/log.ts';
export { type RunningServer, startServer } from './server/server.ts';

// Telling languages apart takes 100 MB of memory: the import is loaded when it is first called, so that a program which
// only serves does without.

/** Imports a file, or the files of a folder: see `import/import-file.ts`. */
export async function* importFile(...call: Parameters<typeof ImportFile>): ReturnType<typeof ImportFile> {
  yield* (await import('./import/import-file.ts')).importFile(...call);
}

/** Imports files and folders as a run with a record of its own: see `import/import-paths.ts`. */
export async function importPaths(
  ...call: Parameters<typeof ImportPaths>
): Promise<Awaited<ReturnType<typeof ImportPaths>>> {
  return (await import('./import/import-paths.ts')).importPaths(...call);
}
