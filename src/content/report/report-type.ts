import { eq, sql } from 'drizzle-orm';
import { builder, implementRow, rowRef } from '../../graphql/builder.ts';
import { listField, listType } from '../../graphql/connection.ts';
import { filterInput, namedRecordFields } from '../../graphql/filter-inputs.ts';
import { lookUpField } from '../../graphql/lookup.ts';
import { Node } from '../../graphql/relay.ts';
import { fromRow } from '../../query/list.ts';
import { articlesThrough } from '../article/article-path.ts';
import { articleReports } from '../article/article-table.ts';
import { ArticleList } from '../article/article-type.ts';
import { QuoteList } from '../quote/quote-type.ts';
import { reportList } from './report-list.ts';
import { reports } from './report-table.ts';

export const Report = rowRef('Report', reports);

implementRow(Report, {
  table: reports,
  description:
    'An in-depth report: a series under which an outlet gathers pieces (schema.org CreativeWorkSeries).',
  interfaces: [Node],
  fields: (t) => ({
    id: t.column(reports.nodeId, { type: 'ID', description: 'The global ID.' }),
    slug: t.column(reports.slug, { description: 'The name for addresses and filters: `cold-chain`.' }),
    name: t.column(reports.name, { description: 'The name as printed.' }),
    url: t.column(reports.url, {
      type: 'URL',
      description: 'Its page at the outlet. Null when no piece links to it.',
    }),
    articleCount: t.column(reports.articleCount, { description: 'How many pieces belong to it.' }),
    articles: listField(t, ArticleList, {
      description: 'The pieces that belong to it, newest first.',
      scope: (report: typeof reports) => (_article, aliases) => {
        const link = aliases.of(articleReports);
        return [articlesThrough(link, eq(link.reportId, report.id))];
      },
    }),
    quotes: listField(t, QuoteList, {
      description: 'What is said in the pieces that belong to it, newest first.',
      scope: (report: typeof reports) => (quote, aliases) => {
        const link = aliases.of(articleReports);
        return [
          sql`${quote.articleId} IN (SELECT ${link.articleId} FROM ${fromRow(link)} WHERE ${link.reportId} = ${report.id})`,
        ];
      },
    }),
    createdAt: t.column(reports.createdAt, { type: 'DateTime', description: 'When its record was made.' }),
    updatedAt: t.column(reports.updatedAt, {
      type: 'DateTime',
      description: 'When its record was last changed.',
    }),
  }),
});

export const ReportList = listType({
  node: Report,
  definition: reportList,
  plural: 'in-depth reports',
  filter: filterInput('ReportFilter', 'in-depth reports', namedRecordFields),
  orderings: {
    NAME: 'The name, in the order of its characters.',
    ARTICLE_COUNT: 'How many pieces belong to it.',
  },
});

builder.queryField('reports', (t) =>
  listField(t, ReportList, { description: 'The in-depth reports of the archive.' }),
);

lookUpField('report', {
  type: Report,
  table: reports,
  by: { id: (report) => report.nodeId, slug: (report) => report.slug },
  description: 'One in-depth report, or null when the archive does not hold it.',
});
