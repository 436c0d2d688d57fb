import { sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import {
  authorsOfArticles,
  kindsOfArticles,
  languagesOfArticles,
  publishersOfArticles,
  regionsOfArticles,
  reportsOfArticles,
  speakersOfArticles,
  themesOfArticles,
  yearsOfArticles,
} from '../content/article/article-facets.ts';
import { authors } from '../content/author/author-table.ts';
import { outlets } from '../content/outlet/outlet-table.ts';
import {
  authorsOfQuotes,
  kindsOfQuotes,
  languagesOfQuotes,
  publishersOfQuotes,
  regionsOfQuotes,
  reportsOfQuotes,
  speakersOfQuotes,
  themesOfQuotes,
  yearsOfQuotes,
} from '../content/quote/quote-facets.ts';
import { regions } from '../content/region/region-table.ts';
import { reports } from '../content/report/report-table.ts';
import { speakers } from '../content/speaker/speaker-table.ts';
import { themes } from '../content/theme/theme-table.ts';
import { bucketRecord, type FacetSource, facetRows, occurring } from '../query/facets.ts';
import { jsonArray } from '../query/json-sql.ts';
import { type Aliases, fromRow } from '../query/list.ts';
import { type FoundRows, shortListSize } from '../query/list-keys.ts';
import { recordNamed } from '../query/named-record.ts';
import { builder } from './builder.ts';
import {
  AuthorCount,
  KindCount,
  LanguageCount,
  OutletCount,
  RegionCount,
  ReportCount,
  SpeakerCount,
  ThemeCount,
  YearCount,
} from './facet-count-types.ts';
import type { Arguments, FieldPlan, ObjectValues } from './plan-field.ts';

/** How lists of one kind are counted by each facet. */
interface FacetSources {
  readonly regions: (aliases: Aliases, withAncestors: boolean) => FacetSource;
  readonly themes: (aliases: Aliases, withAncestors: boolean) => FacetSource;
  readonly reports: (aliases: Aliases) => FacetSource;
  readonly authors: (aliases: Aliases) => FacetSource;
  readonly speakers: (aliases: Aliases) => FacetSource;
  readonly publishers: (aliases: Aliases) => FacetSource;
  readonly languages: (aliases: Aliases) => FacetSource;
  readonly years: (aliases: Aliases) => FacetSource;
  readonly kinds: (aliases: Aliases) => FacetSource;
}

type Buckets = (keys: FoundRows, args: Arguments, aliases: Aliases) => FacetSource;

/** A plan for buckets, each with its count and what `values` gives for its key. */
const bucketsPlan = (
  own: readonly string[],
  source: Buckets,
  values: (bucket: ReturnType<typeof sql>) => ObjectValues,
): FieldPlan => ({
  kind: 'over',
  value: (keys, args, { aliases, object }) => {
    const bucket = sql`${sql.identifier(aliases.name())}`;
    const counted = args('excludeOwnFilter').choice === true ? (keys.without?.(own) ?? keys) : keys;
    const rows = facetRows(counted, source(counted, args, aliases), shortListSize(args('first')), aliases);
    return jsonArray(object({ ...values(bucket), count: sql`${bucket}.count` }), sql`${rows} ${bucket}`);
  },
});

type NamedTree = typeof regions | typeof themes;

/** Terms of a tree: those that rows state, or those right under one term; counted with what lies under them. */
function termSource(of: FacetSources['regions'], table: NamedTree): Buckets {
  return (_keys, args, aliases) => {
    const under = args('under');
    const source = of(aliases, args('includeDescendants').choice !== false);
    if (!under.isGiven) return { ...source, only: occurring(of(aliases, false), aliases) };
    const child = aliases.of<SQLiteTable>(table) as NamedTree; // an alias keeps its table's columns
    const parent = recordNamed(table, under, aliases);
    return {
      ...source,
      only: () => sql`(SELECT ${child.id} FROM ${fromRow(child)} WHERE ${child.parentId} = ${parent})`,
    };
  };
}

/** Declares the facets of a kind of list. `plural` is what is counted, `own` the filter field that stands for each facet. */
function facetsType(
  name: string,
  plural: string,
  sources: FacetSources,
  own: Readonly<Record<keyof FacetSources, readonly string[]>>,
) {
  return builder.objectRef<object>(name).implement({
    description: `How many of the ${plural} that pass the list's filter fall under each region, theme and so on, whatever the page. The count of a bucket is what the list would hold if its term were added to the filter.`,
    fields: (t) => {
      const first = t.arg.int({
        defaultValue: 10,
        description: 'How many buckets at most, 0 to 100: the fullest ones, or the newest years.',
      });
      const excludeOwnFilter = t.arg.boolean({
        defaultValue: false,
        description:
          "Count as if the list's filter did not name this facet's own field: what else could be chosen beside, or instead of, what is. Fields within `and`, `or` and `not` stay.",
      });
      const record = (
        facet: keyof FacetSources,
        type: typeof ReportCount,
        field: string,
        table: SQLiteTable & { readonly id: unknown },
        source: (aliases: Aliases) => FacetSource,
        description: string,
      ) =>
        t.planned({
          type: [type],
          description,
          args: { first, excludeOwnFilter },
          plan: bucketsPlan(
            own[facet],
            (_keys, _args, aliases) => source(aliases),
            (bucket) => ({ [field]: bucketRecord(table, bucket) }),
          ),
        });
      const value = (
        facet: keyof FacetSources,
        type: typeof YearCount,
        field: string,
        source: (aliases: Aliases) => FacetSource,
        description: string,
      ) =>
        t.planned({
          type: [type],
          description,
          args: { first, excludeOwnFilter },
          plan: bucketsPlan(
            own[facet],
            (_keys, _args, aliases) => source(aliases),
            (bucket) => ({ [field]: sql`${bucket}.key` }),
          ),
        });
      const terms = (
        facet: 'regions' | 'themes',
        type: typeof RegionCount,
        field: string,
        table: NamedTree,
        source: FacetSources['regions'],
        example: string,
      ) =>
        t.planned({
          type: [type],
          description: `By ${field}: the ones that pieces state, each counted with all that lies under it, as the filter does. A piece counts under each of its ${field}s.`,
          args: {
            first,
            excludeOwnFilter,
            includeDescendants: t.arg.boolean({
              defaultValue: true,
              description: 'Whether a term counts what lies under it too.',
            }),
            under: t.arg({
              type: 'ID',
              description: `Slug or global ID of a ${field}: the terms right under it instead, whether stated or not. \`${example}\` goes down one level.`,
            }),
          },
          plan: bucketsPlan(own[facet], termSource(source, table), (bucket) => ({
            [field]: bucketRecord(table, bucket),
          })),
        });
      return {
        regions: terms('regions', RegionCount, 'region', regions, sources.regions, 'europe'),
        themes: terms('themes', ThemeCount, 'theme', themes, sources.themes, 'environment'),
        reports: record('reports', ReportCount, 'report', reports, sources.reports, 'By in-depth report.'),
        authors: record('authors', AuthorCount, 'author', authors, sources.authors, 'By author.'),
        speakers: record(
          'speakers',
          SpeakerCount,
          'speaker',
          speakers,
          sources.speakers,
          'By who is quoted.',
        ),
        publishers: record(
          'publishers',
          OutletCount,
          'outlet',
          outlets,
          sources.publishers,
          'By the outlet in which the piece appeared.',
        ),
        languages: value('languages', LanguageCount, 'inLanguage', sources.languages, 'By language.'),
        years: value(
          'years',
          YearCount,
          'year',
          sources.years,
          'By year of publication, in UTC, newest first; pieces without a date come last.',
        ),
        kinds: value('kinds', KindCount, 'kind', sources.kinds, 'By kind of quotation.'),
      };
    },
  });
}

export const ArticleFacets = facetsType(
  'ArticleFacets',
  'articles',
  {
    regions: regionsOfArticles,
    themes: themesOfArticles,
    reports: reportsOfArticles,
    authors: authorsOfArticles,
    speakers: speakersOfArticles,
    publishers: publishersOfArticles,
    languages: languagesOfArticles,
    years: yearsOfArticles,
    kinds: kindsOfArticles,
  },
  {
    regions: ['region'],
    themes: ['theme'],
    reports: ['report'],
    authors: ['author'],
    speakers: ['speaker'],
    publishers: ['publisher'],
    languages: ['inLanguage'],
    years: ['datePublished'],
    kinds: ['quotes', 'kind'],
  },
);

export const QuoteFacets = facetsType(
  'QuoteFacets',
  'quotations',
  {
    regions: regionsOfQuotes,
    themes: themesOfQuotes,
    reports: reportsOfQuotes,
    authors: authorsOfQuotes,
    speakers: speakersOfQuotes,
    publishers: publishersOfQuotes,
    languages: languagesOfQuotes,
    years: yearsOfQuotes,
    kinds: kindsOfQuotes,
  },
  {
    regions: ['article', 'region'],
    themes: ['article', 'theme'],
    reports: ['article', 'report'],
    authors: ['article', 'author'],
    speakers: ['speaker'],
    publishers: ['article', 'publisher'],
    languages: ['inLanguage'],
    years: ['datePublished'],
    kinds: ['kind'],
  },
);
