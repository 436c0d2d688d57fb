// Every table of the archive on one page: what drizzle-kit reads, and the only place that names them all.
export * from '../content/article/article-table.ts';
export * from '../content/author/author-table.ts';
export * from '../content/import-run/import-run-table.ts';
export * from '../content/link/link-table.ts';
export * from '../content/outlet/outlet-table.ts';
export * from '../content/quote/quote-table.ts';
export * from '../content/region/region-table.ts';
export * from '../content/report/report-table.ts';
export * from '../content/rights/rights-table.ts';
export * from '../content/speaker/speaker-table.ts';
export * from '../content/theme/theme-table.ts';
export * from './archive-version-table.ts';
export * from './node-alias-table.ts';
