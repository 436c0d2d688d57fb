import { type SQL, sql } from 'drizzle-orm';
import type { Argument } from '../../query/argument.ts';
import { allOf, filterConditions } from '../../query/filter.ts';
import {
  inDays,
  inRange,
  isTrue,
  linkedTo,
  matchesText,
  oneOfValues,
  refersTo,
} from '../../query/filter-fields.ts';
import {
  type Aliases,
  asProbe,
  type Condition,
  fromRow,
  type ListDefinition,
  type Path,
  type Row,
} from '../../query/list.ts';
import { authors } from '../author/author-table.ts';
import { links } from '../link/link-table.ts';
import { outlets } from '../outlet/outlet-table.ts';
import { quoteList } from '../quote/quote-list.ts';
import { quotes } from '../quote/quote-table.ts';
import { regions } from '../region/region-table.ts';
import { reports } from '../report/report-table.ts';
import { speakers } from '../speaker/speaker-table.ts';
import { themes } from '../theme/theme-table.ts';
import {
  articleAuthors,
  articleKeywords,
  articleRegions,
  articleRegionThemes,
  articleRegionTree,
  articleReports,
  articles,
  articleThemes,
  articleThemeTree,
  UNDATED,
} from './article-table.ts';

type ArticleRow = Row<typeof articles>;

const isExact = (value: Argument): boolean => value.field('includeDescendants').choice === false;

function inRegion(article: ArticleRow, value: Argument, aliases: Aliases): Condition {
  const link = isExact(value) ? articleRegions : articleRegionTree;
  return linkedTo(
    { link, target: regions, names: (l) => l.regionId, lists: (l) => l.articleId, sortKey: (l) => l.sortKey },
    article.id,
    value,
    aliases,
  );
}

function onTheme(article: ArticleRow, value: Argument, aliases: Aliases): Condition {
  const link = isExact(value) ? articleThemes : articleThemeTree;
  return linkedTo(
    { link, target: themes, names: (l) => l.themeId, lists: (l) => l.articleId, sortKey: (l) => l.sortKey },
    article.id,
    value,
    aliases,
  );
}

function inRegionOnTheme(region: SQL, theme: SQL, aliases: Aliases): Path {
  const pair = aliases.of(articleRegionThemes);
  return {
    kind: 'path',
    link: pair,
    match: sql`${pair.regionId} = ${region} AND ${pair.themeId} = ${theme}`,
    id: sql`${pair.articleId}`,
    sortKey: sql`${pair.sortKey}`,
  };
}

/** Pieces of which at least one quotation passes a filter of quotations. */
function withQuotes(article: ArticleRow, value: Argument, aliases: Aliases): Condition {
  const quote = aliases.of(quotes);
  const conditions = filterConditions(quoteList, quote, value, aliases).map((condition) =>
    asProbe(condition, quote.id),
  );
  return sql`EXISTS (SELECT 1 FROM ${fromRow(quote)} WHERE ${quote.articleId} = ${article.id} AND ${allOf(conditions)})`;
}

/** Every list of articles: what can be asked of it and in which order it comes. */
export const articleList: ListDefinition<typeof articles> = {
  name: 'articles',
  table: articles,
  filter: {
    id: (article, value) => oneOfValues(article.nodeId, value),
    slug: (article, value) => oneOfValues(article.slug, value),
    // The rarest first: the first path given is the one walked when a filter has several in one object.
    report: (article, value, aliases) =>
      linkedTo(
        {
          link: articleReports,
          target: reports,
          names: (l) => l.reportId,
          lists: (l) => l.articleId,
          sortKey: (l) => l.sortKey,
          isNarrow: true,
        },
        article.id,
        value,
        aliases,
      ),
    author: (article, value, aliases) =>
      linkedTo(
        {
          link: articleAuthors,
          target: authors,
          names: (l) => l.authorId,
          lists: (l) => l.articleId,
          sortKey: (l) => l.sortKey,
          isNarrow: true,
        },
        article.id,
        value,
        aliases,
      ),
    theme: onTheme,
    region: inRegion,
    speaker: (article, value, aliases) => {
      const quote = aliases.of(quotes);
      return sql`${article.id} IN (SELECT ${quote.articleId} FROM ${fromRow(quote)} WHERE ${refersTo(quote.speakerId, speakers, value, aliases)})`;
    },
    publisher: (article, value, aliases) => refersTo(article.publisherId, outlets, value, aliases),
    isBasedOn: (article, value, aliases) => refersTo(article.isBasedOnOutletId, outlets, value, aliases),
    cites: (article, value, aliases) => {
      const link = aliases.of(links);
      return sql`${article.id} IN (SELECT ${link.articleId} FROM ${fromRow(link)} WHERE ${refersTo(link.targetId, articles, value, aliases)})`;
    },
    citedBy: (article, value, aliases) => {
      const link = aliases.of(links);
      return sql`${article.id} IN (SELECT ${link.targetId} FROM ${fromRow(link)} WHERE ${refersTo(link.articleId, articles, value, aliases)})`;
    },
    datePublished: (article, value) => inDays(article.sortKey, value),
    isDated: (article, value) =>
      value.choice === true
        ? sql`${article.sortKey} > ${sql.raw(String(UNDATED))}`
        : sql`${article.sortKey} = ${sql.raw(String(UNDATED))}`,
    inLanguage: (article, value) => oneOfValues(article.inLanguage, value),
    isRepublished: (article, value) => isTrue(article.isRepublished, value),
    hasImage: (article, value) => isTrue(article.hasImage, value),
    hasQuotes: (article, value) =>
      sql`(${article.quoteCount} > 0) = ${sql.raw(value.choice === true ? '1' : '0')}`,
    hasTranslation: (article, value) =>
      sql`(${article.translationCount} > 0) = ${sql.raw(value.choice === true ? '1' : '0')}`,
    wordCount: (article, value) => inRange(article.wordCount, value),
    keyword: (article, value, aliases) => {
      const keyword = aliases.of(articleKeywords);
      return sql`${article.id} IN (SELECT ${keyword.articleId} FROM ${fromRow(keyword)} WHERE ${oneOfValues(keyword.keyword, value)})`;
    },
    text: (article, value) => matchesText(article.searchKey, 'articles_fts', value),
    quotes: withQuotes,
  },
  orderings: {
    DATE_PUBLISHED: { column: (article) => sql`${article.sortKey}`, isDate: true },
    HEADLINE: { column: (article) => sql`${article.headline}`, isDate: false },
    WORD_COUNT: { column: (article) => sql`${article.wordCount}`, isDate: false },
    CREATED_AT: { column: (article) => sql`${article.createdAt}`, isDate: false },
    UPDATED_AT: { column: (article) => sql`${article.updatedAt}`, isDate: false },
  },
  defaultOrder: { field: 'DATE_PUBLISHED', direction: 'DESC' },
  joints: [{ first: articleRegionTree, second: articleThemeTree, path: inRegionOnTheme }],
};
