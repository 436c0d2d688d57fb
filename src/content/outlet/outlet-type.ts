import { eq, sql } from 'drizzle-orm';
import { builder, implementRow, rowRef } from '../../graphql/builder.ts';
import { listField, listType } from '../../graphql/connection.ts';
import { filterInput, namedRecordFields } from '../../graphql/filter-inputs.ts';
import { lookUpField } from '../../graphql/lookup.ts';
import { Node } from '../../graphql/relay.ts';
import { fromRow } from '../../query/list.ts';
import { articles } from '../article/article-table.ts';
import { ArticleList } from '../article/article-type.ts';
import { QuoteList } from '../quote/quote-type.ts';
import { outletList } from './outlet-list.ts';
import { outletProfiles, outlets } from './outlet-table.ts';
import { Profile } from './profile-type.ts';

export const Outlet = rowRef('Outlet', outlets);

implementRow(Outlet, {
  table: outlets,
  description: 'Where pieces appear: a newspaper, an agency, a site (schema.org NewsMediaOrganization).',
  interfaces: [Node],
  fields: (t) => ({
    id: t.column(outlets.nodeId, { type: 'ID', description: 'The global ID.' }),
    slug: t.column(outlets.slug, { description: 'The name for addresses and filters: `the-harbour-post`.' }),
    name: t.column(outlets.name, { description: 'The name as printed.' }),
    url: t.column(outlets.url, { type: 'URL', description: 'Its site. Null when no page links to it.' }),
    profiles: t.children({
      type: Profile,
      table: outletProfiles,
      of: (profile, outlet) => eq(profile.outletId, outlet.id),
      by: (profile) => sql`${profile.position}`,
      description: 'Its profiles elsewhere, as its pages print them.',
    }),
    membershipUrl: t.column(outlets.membershipUrl, {
      type: 'URL',
      description: 'Where readers become members. Null when no page says.',
    }),
    discussionUrl: t.column(outlets.discussionUrl, {
      type: 'URL',
      description: 'Where readers comment on its pieces. Null when no page says.',
    }),
    newsletterUrl: t.column(outlets.newsletterUrl, {
      type: 'URL',
      description: 'Where readers order its newsletter. Null when no page says.',
    }),
    contact: t.column(outlets.contact, {
      description: 'The address for rights and other questions, as printed.',
    }),
    mediaContact: t.column(outlets.mediaContact, { description: 'The address for the media, as printed.' }),
    languageCount: t.column(outlets.languageCount, {
      description: 'In how many languages it says its pieces can be read. Null when it says nothing.',
    }),
    articleCount: t.column(outlets.articleCount, {
      description: 'How many pieces of the archive appeared there.',
    }),
    articles: listField(t, ArticleList, {
      description: 'The pieces that appeared there, newest first.',
      scope: (outlet: typeof outlets) => (article) => [eq(article.publisherId, outlet.id)],
    }),
    republished: listField(t, ArticleList, {
      description: 'Pieces that were taken from it: it is named as their original source.',
      scope: (outlet: typeof outlets) => (article) => [eq(article.isBasedOnOutletId, outlet.id)],
    }),
    quotes: listField(t, QuoteList, {
      description: 'What is said in the pieces that appeared there, newest first.',
      scope: (outlet: typeof outlets) => (quote, aliases) => {
        const article = aliases.of(articles);
        return [
          sql`EXISTS (SELECT 1 FROM ${fromRow(article)} WHERE ${article.id} = ${quote.articleId} AND ${article.publisherId} = ${outlet.id})`,
        ];
      },
    }),
    createdAt: t.column(outlets.createdAt, { type: 'DateTime', description: 'When its record was made.' }),
    updatedAt: t.column(outlets.updatedAt, {
      type: 'DateTime',
      description: 'When its record was last changed.',
    }),
  }),
});

export const OutletList = listType({
  node: Outlet,
  definition: outletList,
  plural: 'outlets',
  filter: filterInput('OutletFilter', 'outlets', namedRecordFields),
  orderings: {
    NAME: 'The name, in the order of its characters.',
    ARTICLE_COUNT: 'How many pieces appeared there.',
  },
});

builder.queryField('outlets', (t) =>
  listField(t, OutletList, { description: 'Where the pieces of the archive appeared or were taken from.' }),
);

lookUpField('outlet', {
  type: Outlet,
  table: outlets,
  by: { id: (outlet) => outlet.nodeId, slug: (outlet) => outlet.slug },
  description: 'One outlet, or null when the archive does not hold it.',
});
