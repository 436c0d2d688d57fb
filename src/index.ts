// The public door: what programs that embed Dateline may rely on.

export { type Archive, type ArchiveOptions, openArchive } from './archive/archive.ts';
export type { Database, SqlRow, SqlValue, Transaction } from './archive/database.ts';
export { UserError, type UserErrorCode } from './errors.ts';
export { printContract, schema } from './graphql/schema.ts';
export { importFile } from './import/import-file.ts';
export { importPaths, type RunOptions, type RunSummary } from './import/import-paths.ts';
export type { Outcome } from './import/outcome.ts';
export { extractQuotes } from './quote-extraction/extract-quotes.ts';
export type { ExtractedQuote, ExtractedSpeaker, QuoteExtractionInput } from './quote-extraction/quote.ts';
export { readConfig, type ServerConfig } from './server/config.ts';
export { createLogger, type Logger } from './server/log.ts';
export { type RunningServer, startServer } from './server/server.ts';
