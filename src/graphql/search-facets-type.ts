import { sql } from 'drizzle-orm';
import { jsonArray, literal } from '../query/json-sql.ts';
import type { Aliases } from '../query/list.ts';
import type { FoundRows } from '../query/list-keys.ts';
import type { HitSource, SearchKind } from '../search/search-hits.ts';
import { builder } from './builder.ts';
import { ArticleFacets, QuoteFacets } from './facet-types.ts';
import type { ObjectValues } from './plan-field.ts';
import { SearchType } from './search-kind-type.ts';

const KindOfHit = builder.objectRef<object>('SearchTypeCount').implement({
  description: 'A kind of record, and how many hits are of it.',
  fields: (t) => ({
    type: t.given({ type: SearchType, description: 'Which kind, as `search(types:)` takes it.' }),
    count: t.given({ type: 'Int', description: 'How many hits.' }),
  }),
});

export const SearchFacets = builder.objectRef<object>('SearchFacets').implement({
  description: 'How many hits fall under each kind, region, theme and so on, whatever the page.',
  fields: (t) => ({
    types: t.given({ type: [KindOfHit], description: 'By kind of record; those without hits too.' }),
    articles: t.planned({
      type: ArticleFacets,
      plan: { kind: 'overAll' },
      description: 'The articles among the hits, by region, theme and so on.',
    }),
    quotes: t.planned({
      type: QuoteFacets,
      plan: { kind: 'overAll' },
      description: 'The quotations among the hits, by speaker, region and so on.',
    }),
  }),
});

/** The values of `SearchFacets` over the rows that each kind's source finds. */
export function searchFacetValues(sources: readonly HitSource[], aliases: Aliases): ObjectValues {
  const keysOf = (kind: SearchKind): FoundRows => {
    const source = sources.find((candidate) => candidate.kind === kind);
    if (source === undefined) throw new Error(`No hits of ${kind} are looked for.`);
    return { matching: source.matching, id: source.id, date: source.date, isWhole: false };
  };
  return {
    types: (part) => {
      const row = sql`${sql.identifier(aliases.name())}`;
      const rows = sources.map(
        ({ kind, matching }) => sql`SELECT ${literal(kind)} AS type, (SELECT count(*) ${matching}) AS count`,
      );
      return jsonArray(
        part.object({ type: sql`${row}.type`, count: sql`${row}.count` }),
        sql`(${sql.join(rows, sql.raw(' UNION ALL '))}) ${row}`,
      );
    },
    articles: (part) => part.over(keysOf('ARTICLE')),
    quotes: (part) => part.over(keysOf('QUOTE')),
  };
}
