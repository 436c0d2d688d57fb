import { sql } from 'drizzle-orm';
import { Article, ArticleFilter } from '../content/article/article-type.ts';
import { Author, AuthorFilter } from '../content/author/author-type.ts';
import { Quote, QuoteFilter } from '../content/quote/quote-type.ts';
import { Speaker, SpeakerFilter } from '../content/speaker/speaker-type.ts';
import { jsonArray } from '../query/json-sql.ts';
import { type Aliases, fromRow } from '../query/list.ts';
import { DEFAULT_PAGE_SIZE, MAX_OFFSET, MAX_PAGE_SIZE } from '../query/list-keys.ts';
import { didYouMean } from '../search/did-you-mean.ts';
import { highlightRows, markedHtml, unmarked } from '../search/highlights.ts';
import { type HitSource, hitSources, SEARCH_KINDS, type SearchRequest } from '../search/search-hits.ts';
import {
  countHits,
  DEFAULT_RECENCY,
  MAX_RANKED,
  type SearchPage,
  searchPage,
} from '../search/search-page.ts';
import { builder } from './builder.ts';
import type { Arguments, ObjectValues, SelectedPart } from './plan-field.ts';
import { PageInfo } from './relay.ts';
import { SearchFacets, searchFacetValues } from './search-facets-type.ts';
import { SearchHighlight } from './search-highlight-type.ts';
import { SearchType } from './search-kind-type.ts';
import { TYPE_KEY } from './select-sql.ts';

export const SearchResult = builder.unionType('SearchResult', {
  description: 'What a search finds.',
  types: [Article, Quote, Speaker, Author],
  resolveType: (value: unknown) => (value as Record<string, string>)[TYPE_KEY] ?? null,
});

const SearchResultEdge = builder.objectRef<object>('SearchResultEdge').implement({
  description: 'A hit, with why it was found.',
  fields: (t) => ({
    cursor: t.given({
      type: 'String',
      description: 'Its place among the hits, to be passed as `after` or `before`.',
    }),
    node: t.given({ type: SearchResult, description: 'What was found.' }),
    score: t.given({
      type: 'Float',
      nullable: true,
      description: 'How well it fits, 0 to 1: relevance and recency weighed. Null for NEWEST.',
    }),
    highlights: t.given({
      type: [SearchHighlight],
      description: 'The fields that hold what was searched, hits marked.',
    }),
  }),
});

const SearchResultConnection = builder.objectRef<object>('SearchResultConnection').implement({
  description: 'A page of hits (Relay Cursor Connections).',
  fields: (t) => ({
    nodes: t.given({ type: [SearchResult], description: 'What was found, in order.' }),
    edges: t.given({
      type: [SearchResultEdge],
      description: 'What was found, with score, highlights and cursor.',
    }),
    pageInfo: t.given({
      type: PageInfo,
      description: 'Whether there are more, and the cursors to go on with.',
    }),
    totalCount: t.given({
      type: 'Int',
      description: 'How many hits there are in all, whatever the page. Counted only when asked for.',
    }),
    facets: t.given({
      type: SearchFacets,
      description: 'How many hits of each kind, region, theme and so on, whatever the page.',
    }),
    didYouMean: t.derived<{ typed: string; total: number }, Record<never, never>, 'String'>({
      type: 'String',
      nullable: true,
      from: ['typed', 'total'],
      description:
        'For a search without hits: what was typed, with unknown words exchanged for words of the archive that look like them. Null when there are hits, or no such words.',
      resolve: ({ typed, total }, _args, { archive }) =>
        total > 0 ? null : didYouMean(archive.database, typed),
    }),
  }),
});

const SearchOrder = builder.enumType('SearchOrder', {
  description: 'The order of hits.',
  values: {
    RELEVANCE: {
      description: `What fits best first, the recent before the old. Of each kind the newest ${MAX_RANKED} hits are ranked; \`totalCount\` and facets count all.`,
    },
    NEWEST: {
      description:
        'The newest first, by day and minute of publication; speakers and authors, who have none, last.',
    },
  } as const,
});

const SearchFilter = builder.inputType('SearchFilter', {
  description: 'Which hits, by kind: the filters that lists of each kind take.',
  fields: (t) => ({
    article: t.field({
      type: ArticleFilter,
      description: 'Articles that pass it, and quotations in such articles.',
    }),
    quote: t.field({ type: QuoteFilter, description: 'Quotations that pass it.' }),
    speaker: t.field({ type: SpeakerFilter, description: 'Speakers that pass it.' }),
    author: t.field({ type: AuthorFilter, description: 'Authors that pass it.' }),
  }),
});

function requestOf(args: Arguments): SearchRequest {
  return {
    query: args('query'),
    language: args('inLanguage'),
    types: args('types'),
    filter: args('filter'),
  };
}

/** The JSON of one hit: of the type that its kind is. */
function hitNode(
  part: SelectedPart,
  sources: readonly HitSource[],
  row: ReturnType<typeof sql>,
  aliases: Aliases,
) {
  const cases = sources.map(({ kind, table }) => {
    const target = aliases.of(table) as typeof table; // an alias keeps its table's columns
    return sql`WHEN ${sql.raw(String(SEARCH_KINDS[kind]))} THEN (SELECT ${part.record(target)} FROM ${fromRow(target)} WHERE ${target.id} = ${row}.id)`;
  });
  return sql`CASE ${row}.kind ${sql.join(cases, sql.raw(' '))} END`;
}

function connectionValues(args: Arguments, aliases: Aliases): ObjectValues {
  const request = requestOf(args);
  const sources = hitSources(request, aliases);
  const page = searchPage(sources, {
    orderBy: args('orderBy'),
    recency: args('recency'),
    first: args('first'),
    last: args('last'),
    after: args('after'),
    before: args('before'),
    offset: args('offset'),
  });
  const row = sql`${sql.identifier(aliases.name())}`;
  const collect = (value: ReturnType<typeof sql>) =>
    sql`json_group_array(${value}) FILTER (WHERE ${row}.n <= ${page.size})`;
  // The count makes one row of the page whatever is selected: no other aggregate may be among it.
  const ofPage = (value: ReturnType<typeof sql>) =>
    sql`(SELECT CASE WHEN count(*) >= 0 THEN ${value} END FROM ${page.rows} ${row})`;
  const total = countHits(sources);
  return {
    typed: sql`${args('query').bind()}`,
    total,
    nodes: (part) => part.sized(page.sizeOf, () => ofPage(collect(hitNode(part, sources, row, aliases)))),
    edges: (part) =>
      part.sized(page.sizeOf, () => ofPage(collect(edge(part, request, sources, page, row, aliases)))),
    pageInfo: (part) =>
      ofPage(
        part.object(
          Object.fromEntries(Object.entries(page.pageInfo).map(([name, of]) => [name, of(collect, row)])),
        ),
      ),
    totalCount: total,
    facets: (part) => part.object(searchFacetValues(sources, aliases)),
  };
}

const edge = (
  part: SelectedPart,
  request: SearchRequest,
  sources: readonly HitSource[],
  page: SearchPage,
  row: ReturnType<typeof sql>,
  aliases: Aliases,
) =>
  part.object({
    cursor: page.cursor(row),
    score: page.isRanked ? sql`${row}.score / 1000000.0` : sql`NULL`,
    node: (node) => hitNode(node, sources, row, aliases),
    highlights: (highlight) => {
      const shown = sql`${sql.identifier(aliases.name())}`;
      const marked = sql`${shown}.marked`;
      return jsonArray(
        highlight.object({
          field: sql`${shown}.field`,
          marked,
          text: unmarked(marked),
          html: markedHtml(marked),
        }),
        sql`${highlightRows(request, row, aliases)} ${shown}`,
      );
    },
  });

builder.queryField('search', (t) =>
  t.planned({
    type: SearchResultConnection,
    description:
      'Finds articles, quotations, speakers and authors as a search box does: all words must occur, `"exact phrase"`, `word*` for words that begin so, `-word` to leave out. Accents and case do not matter. Scripts without spaces (Chinese, Japanese, Thai) are found from the beginning of what stands between two marks. Whatever is typed is a search; nothing typed finds nothing.',
    args: {
      query: t.arg.string({
        required: true,
        description: 'What was typed. Up to 32 terms of 1,000 characters are read.',
      }),
      inLanguage: t.arg({
        type: 'Language',
        defaultValue: 'en',
        description:
          'The language of the words typed: their other forms are found too, "elections" for "election". `und` finds words as typed only. Phrases and `word*` are never inflected. Known: da, de, en, es, fr, it, nl, no, pt, ru, sv.',
      }),
      types: t.arg({ type: [SearchType], description: 'What to look for. Without it: everything.' }),
      filter: t.arg({ type: SearchFilter, description: 'Which hits. Without a filter: all.' }),
      orderBy: t.arg({ type: SearchOrder, defaultValue: 'RELEVANCE', description: 'In which order.' }),
      recency: t.arg.float({
        defaultValue: DEFAULT_RECENCY,
        description:
          'How much recency counts beside relevance, from 0 to 1; for speakers and authors, how often they speak or write. A piece one year older than the newest of the archive counts half.',
      }),
      first: t.arg.int({
        description: `How many from the front, 0 to ${MAX_PAGE_SIZE}. Without \`first\` and \`last\`: ${DEFAULT_PAGE_SIZE}.`,
      }),
      after: t.arg.string({ description: 'Begin behind this cursor: the `endCursor` of the page before.' }),
      last: t.arg.int({
        description: `How many from the end, 0 to ${MAX_PAGE_SIZE}. Not together with \`first\`.`,
      }),
      before: t.arg.string({
        description: 'End before this cursor, with `last`: the `startCursor` of the page after.',
      }),
      offset: t.arg.int({ description: `Leave out this many first, 0 to ${MAX_OFFSET}.` }),
    },
    plan: { kind: 'object', values: (_row, args, aliases) => connectionValues(args, aliases) },
  }),
);
