import { sql } from 'drizzle-orm';
import { allOf, filterConditions } from '../../query/filter.ts';
import { inDays, inOrder, matchesText, oneOfValues, refersTo } from '../../query/filter-fields.ts';
import { asProbe, asSet, fromRow, type ListDefinition } from '../../query/list.ts';
import { articleList } from '../article/article-list.ts';
import { articles } from '../article/article-table.ts';
import { speakers } from '../speaker/speaker-table.ts';
import { quotes } from './quote-table.ts';

/** Fields of the filter of articles that let few through. */
const NARROW_FIELDS = ['id', 'slug', 'author', 'report', 'speaker', 'cites', 'citedBy', 'keyword'];

/** Every list of quotations: what can be asked of it and in which order it comes. */
export const quoteList: ListDefinition<typeof quotes> = {
  name: 'quotes',
  table: quotes,
  filter: {
    id: (quote, value) => oneOfValues(quote.nodeId, value),
    speaker: (quote, value, aliases) => refersTo(quote.speakerId, speakers, value, aliases),
    speakerStatus: (quote, value) => oneOfValues(quote.speakerStatus, value),
    kind: (quote, value) => oneOfValues(quote.kind, value),
    place: (quote, value) => oneOfValues(quote.place, value),
    inLanguage: (quote, value) => oneOfValues(quote.inLanguage, value),
    text: (quote, value) => matchesText(quote.searchKey, 'quotes_fts', value),
    minConfidence: (quote, value) => sql`${quote.confidence} >= ${value.bind()}`,
    hasSource: (quote, value) =>
      sql`(${quote.sourceUrl} IS NOT NULL) = ${sql.raw(value.choice === true ? '1' : '0')}`,
    datePublished: (quote, value) => inDays(quote.sortKey, value),
    saidOn: (quote, value, aliases) => {
      const day = (end: 'from' | 'to') =>
        value.bind((given: { from?: unknown; to?: unknown }) => {
          const ends = inOrder(given, 'from', 'to')[end];
          return ends instanceof Date ? ends.toISOString().slice(0, 10) : String(ends);
        });
      // Few quotations say when: they are found first.
      const said = aliases.of(quotes);
      return sql`${quote.id} IN (SELECT ${said.id} FROM ${fromRow(said)} WHERE ${allOf([
        sql`${said.saidOn} IS NOT NULL`,
        ...(value.field('from').isGiven ? [sql`${said.saidOn} >= ${day('from')}`] : []),
        ...(value.field('to').isGiven ? [sql`substr(${said.saidOn}, 1, 10) <= ${day('to')}`] : []),
      ])})`;
    },
    article: (quote, value, aliases) => {
      const article = aliases.of(articles);
      const conditions = filterConditions(articleList, article, value, aliases);
      // Few articles are found first; of many, one quotation after the other is looked up, the newest first.
      return NARROW_FIELDS.some((name) => value.field(name).isGiven)
        ? sql`${quote.articleId} IN (SELECT ${article.id} FROM ${fromRow(article)} WHERE ${allOf(conditions.map((condition) => asSet(condition, article.id)))})`
        : sql`EXISTS (SELECT 1 FROM ${fromRow(article)} WHERE ${article.id} = ${quote.articleId} AND ${allOf(conditions.map((condition) => asProbe(condition, article.id)))})`;
    },
  },
  orderings: {
    DATE_PUBLISHED: { column: (quote) => sql`${quote.sortKey}`, isDate: true },
    POSITION: { column: (quote) => sql`${quote.position}`, isDate: false },
    CONFIDENCE: { column: (quote) => sql`${quote.confidence}`, isDate: false },
    CREATED_AT: { column: (quote) => sql`${quote.createdAt}`, isDate: false },
  },
  defaultOrder: { field: 'DATE_PUBLISHED', direction: 'DESC' },
};
