import type { ObjectRef } from '@pothos/core';
import { type SQL, sql } from 'drizzle-orm';
import { builder } from '../../graphql/builder.ts';
import type { FieldPlan } from '../../graphql/plan-field.ts';
import { bucketRecord, type FacetSource, facetRows, occurring } from '../../query/facets.ts';
import { jsonArray } from '../../query/json-sql.ts';
import { type Aliases, fromRow } from '../../query/list.ts';
import { type FoundRows, shortListSize } from '../../query/list-keys.ts';
import { outlets } from '../outlet/outlet-table.ts';
import { Outlet } from '../outlet/outlet-type.ts';
import { regions } from '../region/region-table.ts';
import { Region } from '../region/region-type.ts';
import { speakers } from '../speaker/speaker-table.ts';
import { Speaker } from '../speaker/speaker-type.ts';
import { themes } from '../theme/theme-table.ts';
import { Theme } from '../theme/theme-type.ts';
import {
  kindsOfQuotes,
  publishersOfQuotes,
  regionsOfQuotes,
  speakersOfQuotes,
  themesOfQuotes,
} from './quote-facets.ts';
import { quoteList } from './quote-list.ts';
import { quotes } from './quote-table.ts';
import { QuoteFilter, QuoteKind, SpeakerStatus } from './quote-type.ts';

type Types = (typeof builder)['$inferSchemaTypes'];

/** Declares a share of a slice. Its type is read when the schema is built, as content types know each other in circles. */
function shareType(
  name: string,
  field: string,
  type: () => unknown,
  description: string,
): ObjectRef<Types, object> {
  return builder.objectRef<object>(name).implement({
    description: `${description}, and the share of the slice.`,
    fields: (t) => ({
      [field]: t.given({ type: type() as 'String', description: `${description}.` }), // an output type of this schema, whichever
      quoteCount: t.given({ type: 'Int', description: 'How many quotations of the slice.' }),
      share: t.given({ type: 'Float', description: 'Of all quotations of the slice: 0 to 1.' }),
    }),
  });
}

const SpeakerShare = shareType('SpeakerShare', 'speaker', () => Speaker, 'Who is quoted');
const RegionShare = shareType('RegionShare', 'region', () => Region, 'What the pieces are about');
const ThemeShare = shareType('ThemeShare', 'theme', () => Theme, 'On what the pieces are');
const OutletShare = shareType('OutletShare', 'outlet', () => Outlet, 'Who published the pieces');
const StatusShare = shareType(
  'SpeakerStatusShare',
  'status',
  () => SpeakerStatus,
  'What is known of the sources',
);
const KindShare = shareType('QuoteKindShare', 'kind', () => QuoteKind, 'How speech is reported');

/** Shares by what a facet counts, the largest first. */
const shares = (
  source: (aliases: Aliases) => FacetSource,
  key: (bucket: SQL) => Record<string, SQL | ReturnType<typeof bucketRecord>>,
): FieldPlan => ({
  kind: 'over',
  value: (keys, args, { aliases, object }) => {
    const bucket = sql`${sql.identifier(aliases.name())}`;
    const rows = facetRows(keys, source(aliases), shortListSize(args('first')), aliases);
    return jsonArray(
      object({
        ...key(bucket),
        quoteCount: sql`${bucket}.count`,
        share: sql`round(1.0 * ${bucket}.count / (SELECT count(*) ${keys.matching}), 6)`,
      }),
      sql`${rows} ${bucket}`,
    );
  },
});

/** Terms that pieces state, each with what lies under it. */
const terms =
  (of: (aliases: Aliases, withAncestors: boolean) => FacetSource) =>
  (aliases: Aliases): FacetSource => ({ ...of(aliases, true), only: occurring(of(aliases, false), aliases) });

function statusesOfQuotes(aliases: Aliases): FacetSource {
  const quote = aliases.of(quotes);
  return { tables: fromRow(quote), id: sql`${quote.id}`, key: sql`${quote.speakerStatus}` };
}

/** How many different things the quotations of a slice have. */
const distinct = (column: 'articleId' | 'speakerId'): FieldPlan => ({
  kind: 'over',
  value: (keys: FoundRows, _args, { aliases }) => {
    const quote = aliases.of(quotes);
    const found = sql.identifier(aliases.name());
    return keys.isWhole
      ? sql`(SELECT count(DISTINCT ${quote[column]}) FROM ${fromRow(quote)})`
      : sql`(SELECT count(DISTINCT ${quote[column]}) FROM (SELECT ${keys.id} AS id ${keys.matching}) ${found} CROSS JOIN ${fromRow(quote)} ON ${quote.id} = ${found}.id)`;
  },
});

const Coverage = builder.objectRef<object>('Coverage').implement({
  description:
    'Who and what gets a word in a slice of the archive. A piece on two themes counts under both, so that shares of regions and themes can add up to more than 1.',
  fields: (t) => {
    const first = t.arg.int({ defaultValue: 10, description: 'How many, 0 to 100: the largest.' });
    const count = (value: FieldPlan, description: string) =>
      t.planned({ type: 'Int', description, plan: value });
    const share = (
      type: ObjectRef<Types, object>,
      description: string,
      source: (aliases: Aliases) => FacetSource,
      key: Parameters<typeof shares>[1],
    ) => t.planned({ type: [type], description, args: { first }, plan: shares(source, key) });
    return {
      quoteCount: count(
        { kind: 'over', value: (keys) => sql`(SELECT count(*) ${keys.matching})` },
        'How many quotations the slice has.',
      ),
      articleCount: count(distinct('articleId'), 'In how many pieces they stand.'),
      speakerCount: count(distinct('speakerId'), 'How many named speakers they have.'),
      speakerStatuses: share(
        StatusShare,
        'Named, anonymous and unknown sources.',
        statusesOfQuotes,
        (bucket) => ({
          status: sql`${bucket}.key`,
        }),
      ),
      kinds: share(KindShare, 'Word for word, mixed or reported.', kindsOfQuotes, (bucket) => ({
        kind: sql`${bucket}.key`,
      })),
      speakers: share(SpeakerShare, 'Who is quoted most.', speakersOfQuotes, (bucket) => ({
        speaker: bucketRecord(speakers, bucket),
      })),
      regions: share(
        RegionShare,
        'Regions that pieces state, each with what lies in it.',
        terms(regionsOfQuotes),
        (bucket) => ({ region: bucketRecord(regions, bucket) }),
      ),
      themes: share(
        ThemeShare,
        'Themes that pieces state, each with what lies under it.',
        terms(themesOfQuotes),
        (bucket) => ({ theme: bucketRecord(themes, bucket) }),
      ),
      publishers: share(OutletShare, 'The outlets in which they appeared.', publishersOfQuotes, (bucket) => ({
        outlet: bucketRecord(outlets, bucket),
      })),
    };
  },
});

builder.queryField('coverage', (t) =>
  t.planned({
    type: Coverage,
    description:
      'Who gets a word: the share of speakers, regions, themes and of named and anonymous sources among the quotations that pass a filter.',
    args: { filter: t.arg({ type: QuoteFilter, description: 'Which quotations. Without a filter: all.' }) },
    plan: { kind: 'list', definition: quoteList as never, scope: () => () => [] }, // a plan forgets which table it is for
  }),
);
