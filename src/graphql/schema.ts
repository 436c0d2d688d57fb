import './scalars.ts';
import './relay.ts';
import '../content/article/archive-type.ts';
import '../content/article/article-type.ts';
import '../content/article/article-around-type.ts';
import '../content/article/on-this-day-type.ts';
import '../content/author/author-type.ts';
import '../content/digest/digest-type.ts';
import '../content/import-run/import-run-type.ts';
import '../content/outlet/outlet-type.ts';
import '../content/quote/coverage-type.ts';
import '../content/quote/quote-type.ts';
import '../content/quote/verify-quote-type.ts';
import '../content/region/region-type.ts';
import '../content/report/report-type.ts';
import '../content/speaker/speaker-type.ts';
import '../content/theme/theme-type.ts';
import './search-type.ts';
import './suggestion-type.ts';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { builder } from './builder.ts';

/** The API. */
export const schema = builder.toSchema();

/** The contract as text, sorted, so that two versions differ only where they differ. */
export const printContract = (): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
