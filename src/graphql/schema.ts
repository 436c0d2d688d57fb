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
import { GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { builder } from './builder.ts';

const DESCRIPTION = `A news archive: who said what, in which article, by whom, where, when, on which theme, taken from which source, under what rights.

Begin with \`articles\`, \`quotes\` or \`search\`. Every list takes the same \`filter\`, \`orderBy\` and page; \`nodes\` holds its records. What a page does not say is null, never a guess. Errors carry a code in \`extensions.code\` and a way out in \`extensions.hint\`.`;

/** The API. */
export const schema = new GraphQLSchema({ ...builder.toSchema().toConfig(), description: DESCRIPTION });

/** The contract as text, sorted, so that two versions differ only where they differ. */
export const printContract = (): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
