import type { ObjectRef } from '@pothos/core';
import { Author } from '../content/author/author-type.ts';
import { Outlet } from '../content/outlet/outlet-type.ts';
import { QuoteKind } from '../content/quote/quote-type.ts';
import { Region } from '../content/region/region-type.ts';
import { Report } from '../content/report/report-type.ts';
import { Speaker } from '../content/speaker/speaker-type.ts';
import { Theme } from '../content/theme/theme-type.ts';
import { builder } from './builder.ts';

// The buckets of facets: a record, or a value, and how many rows of the list fall under it.

type Types = (typeof builder)['$inferSchemaTypes'];

/** Declares a bucket. Its types are read when the schema is built, as content types know each other in circles. */
function bucketType(
  name: string,
  description: string,
  field: string,
  of: { readonly type: () => unknown; readonly nullable?: boolean; readonly description: string },
): ObjectRef<Types, object> {
  return builder.objectRef<object>(name).implement({
    description,
    fields: (t) => ({
      [field]: t.given({
        type: of.type() as 'String', // an output type of this schema, whichever
        nullable: of.nullable ?? false,
        description: of.description,
      }),
      count: t.given({
        type: 'Int',
        description: 'How many articles of the list fall under it, or quotations of a list of quotations.',
      }),
    }),
  });
}

export const RegionCount = bucketType('RegionCount', 'A region, and how many fall under it.', 'region', {
  type: () => Region,
  description: 'The region.',
});

export const ThemeCount = bucketType('ThemeCount', 'A theme, and how many fall under it.', 'theme', {
  type: () => Theme,
  description: 'The theme.',
});

export const ReportCount = bucketType(
  'ReportCount',
  'An in-depth report, and how many belong to it.',
  'report',
  {
    type: () => Report,
    description: 'The report.',
  },
);

export const AuthorCount = bucketType('AuthorCount', 'An author, and how many are theirs.', 'author', {
  type: () => Author,
  description: 'The author.',
});

export const SpeakerCount = bucketType('SpeakerCount', 'A speaker, and how many quote them.', 'speaker', {
  type: () => Speaker,
  description: 'The speaker.',
});

export const OutletCount = bucketType('OutletCount', 'An outlet, and how many appeared there.', 'outlet', {
  type: () => Outlet,
  description: 'The outlet.',
});

export const LanguageCount = bucketType(
  'LanguageCount',
  'A language, and how many are in it.',
  'inLanguage',
  {
    type: () => 'Language',
    description: 'The language; `und` where it is not known.',
  },
);

export const YearCount = bucketType('YearCount', 'A year, and how many were published in it.', 'year', {
  type: () => 'Int',
  nullable: true,
  description: 'The year, in UTC. Null for what has no date.',
});

export const KindCount = bucketType('KindCount', 'A kind of quotation, and how many there are.', 'kind', {
  type: () => QuoteKind,
  description: 'The kind.',
});
