import { eq, sql } from 'drizzle-orm';
import { builder, implementRow, rowRef } from '../../graphql/builder.ts';
import { listField, listType } from '../../graphql/connection.ts';
import { filterInput, namedRecordFields, RecordFilter } from '../../graphql/filter-inputs.ts';
import { lookUpField } from '../../graphql/lookup.ts';
import { Node } from '../../graphql/relay.ts';
import { treeFields } from '../../graphql/term-fields.ts';
import { fromRow } from '../../query/list.ts';
import { articlesThrough } from '../article/article-path.ts';
import { articleRegionTree } from '../article/article-table.ts';
import { ArticleList } from '../article/article-type.ts';
import { QuoteList } from '../quote/quote-type.ts';
import { regionList } from './region-list.ts';
import { regionClosure, regions } from './region-table.ts';

export const RegionKind = builder.enumType('RegionKind', {
  description: 'What kind of place a region is.',
  values: {
    WORLD: { description: 'The world (UN M49 001).' },
    CONTINENT: { description: 'A continent (UN M49).' },
    SUBREGION: { description: 'A part of a continent (UN M49).' },
    GROUPING: { description: 'A grouping of countries with a name of its own, such as the European Union.' },
    COUNTRY: { description: 'A country or area (ISO 3166-1).' },
    PLACE: { description: 'A place known by its printed name alone.' },
  } as const,
});

export const Region = rowRef('Region', regions);

implementRow(Region, {
  table: regions,
  description:
    'A place that pieces are about (schema.org spatialCoverage), in the tree of UN M49: world, continents, their parts, countries. A place that the tree does not know stands on its own.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.column(regions.nodeId, { type: 'ID', description: 'The global ID.' }),
    slug: t.column(regions.slug, { description: 'The name for addresses and filters: `central-asia`.' }),
    name: t.column(regions.name, {
      description: 'The name, in English where the vocabulary has one, else as first printed.',
    }),
    code: t.column(regions.code, {
      description:
        'ISO 3166-1 alpha-2 for a country (`KZ`), UN M49 for what lies above (`150`). Null for a place without one.',
    }),
    m49: t.column(regions.m49, { description: 'UN M49 code, three digits. Null for a place without one.' }),
    kind: t.column(regions.kind, {
      type: RegionKind,
      description: 'Country, continent, or another kind of place.',
    }),
    ...treeFields(t, { type: Region, terms: regions, closure: regionClosure, list: RegionList }),
    articleCount: t.column(regions.articleCount, {
      description: 'How many pieces are about it or what lies under it.',
    }),
    articles: listField(t, ArticleList, {
      description: 'The pieces about it or what lies under it, newest first.',
      scope: (region: typeof regions) => (_article, aliases) => {
        const link = aliases.of(articleRegionTree);
        return [articlesThrough(link, eq(link.regionId, region.id))];
      },
    }),
    quotes: listField(t, QuoteList, {
      description: 'What is said in those pieces, newest first.',
      scope: (region: typeof regions) => (quote, aliases) => {
        const link = aliases.of(articleRegionTree);
        return [
          sql`EXISTS (SELECT 1 FROM ${fromRow(link)} WHERE ${link.regionId} = ${region.id} AND ${link.sortKey} = ${quote.sortKey} AND ${link.articleId} = ${quote.articleId})`,
        ];
      },
    }),
    createdAt: t.column(regions.createdAt, { type: 'DateTime', description: 'When its record was made.' }),
    updatedAt: t.column(regions.updatedAt, {
      type: 'DateTime',
      description: 'When its record was last changed.',
    }),
  }),
});

export const RegionList = listType({
  node: Region,
  definition: regionList,
  plural: 'regions',
  filter: filterInput('RegionFilter', 'regions', (t) => ({
    ...namedRecordFields(t),
    code: t.stringList({ description: 'One of these codes.' }),
    kind: t.field({ type: [RegionKind], description: 'One of these kinds.' }),
    isRoot: t.boolean({ description: 'Whether it stands at the top of the tree.' }),
    within: t.field({ type: RecordFilter, description: 'It lies under one of these, at any depth.' }),
  })),
  orderings: {
    NAME: 'The name, in the order of its characters.',
    ARTICLE_COUNT: 'How many pieces are about it.',
  },
});

builder.queryField('regions', (t) =>
  listField(t, RegionList, {
    description:
      'The places that pieces of the archive are about, with all that lies above them in the tree.',
  }),
);

lookUpField('region', {
  type: Region,
  table: regions,
  by: { id: (region) => region.nodeId, slug: (region) => region.slug, code: (region) => region.code },
  description: 'One region, or null when the archive does not hold it.',
});
