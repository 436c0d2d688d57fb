import { eq, sql } from 'drizzle-orm';
import { builder, implementRow, rowRef } from '../../graphql/builder.ts';
import { listField, listType } from '../../graphql/connection.ts';
import { filterInput, namedRecordFields, RecordFilter } from '../../graphql/filter-inputs.ts';
import { lookUpField } from '../../graphql/lookup.ts';
import { Node } from '../../graphql/relay.ts';
import { treeFields } from '../../graphql/term-fields.ts';
import { fromRow } from '../../query/list.ts';
import { articlesThrough } from '../article/article-path.ts';
import { articleThemeTree } from '../article/article-table.ts';
import { ArticleList } from '../article/article-type.ts';
import { QuoteList } from '../quote/quote-type.ts';
import { themeList } from './theme-list.ts';
import { themeClosure, themes } from './theme-table.ts';

export const Theme = rowRef('Theme', themes);

implementRow(Theme, {
  table: themes,
  description:
    'A subject of pieces (schema.org about), in the tree of IPTC Media Topics where one fits; a printed theme that fits none stands on its own.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.column(themes.nodeId, { type: 'ID', description: 'The global ID.' }),
    slug: t.column(themes.slug, { description: 'The name for addresses and filters: `environment`.' }),
    name: t.column(themes.name, {
      description: 'The name, in English where the vocabulary has one, else as first printed.',
    }),
    code: t.column(themes.code, {
      description: 'IPTC Media Topic: `medtop:06000000`. Null for a term of the archive that fits none.',
    }),
    ...treeFields(t, { type: Theme, terms: themes, closure: themeClosure, list: ThemeList }),
    articleCount: t.column(themes.articleCount, {
      description: 'How many pieces are on it or what lies under it.',
    }),
    articles: listField(t, ArticleList, {
      description: 'The pieces on it or what lies under it, newest first.',
      scope: (theme: typeof themes) => (_article, aliases) => {
        const link = aliases.of(articleThemeTree);
        return [articlesThrough(link, eq(link.themeId, theme.id))];
      },
    }),
    quotes: listField(t, QuoteList, {
      description: 'What is said in those pieces, newest first.',
      scope: (theme: typeof themes) => (quote, aliases) => {
        const link = aliases.of(articleThemeTree);
        return [
          sql`EXISTS (SELECT 1 FROM ${fromRow(link)} WHERE ${link.themeId} = ${theme.id} AND ${link.sortKey} = ${quote.sortKey} AND ${link.articleId} = ${quote.articleId})`,
        ];
      },
    }),
    createdAt: t.column(themes.createdAt, { type: 'DateTime', description: 'When its record was made.' }),
    updatedAt: t.column(themes.updatedAt, {
      type: 'DateTime',
      description: 'When its record was last changed.',
    }),
  }),
});

export const ThemeList = listType({
  node: Theme,
  definition: themeList,
  plural: 'themes',
  filter: filterInput('ThemeFilter', 'themes', (t) => ({
    ...namedRecordFields(t),
    code: t.stringList({ description: 'One of these codes.' }),
    isRoot: t.boolean({ description: 'Whether it stands at the top of the tree.' }),
    within: t.field({ type: RecordFilter, description: 'It lies under one of these, at any depth.' }),
  })),
  orderings: {
    NAME: 'The name, in the order of its characters.',
    ARTICLE_COUNT: 'How many pieces are on it.',
  },
});

builder.queryField('themes', (t) =>
  listField(t, ThemeList, {
    description: 'The subjects of the archive, with all that lies above them in the tree.',
  }),
);

lookUpField('theme', {
  type: Theme,
  table: themes,
  by: { id: (theme) => theme.nodeId, slug: (theme) => theme.slug, code: (theme) => theme.code },
  description: 'One theme, or null when the archive does not hold it.',
});
