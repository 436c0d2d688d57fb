import { eq, sql } from 'drizzle-orm';
import { implementRow, rowRef } from '../../graphql/builder.ts';
import { type Aliases, fromRow, type Row } from '../../query/list.ts';
import { articles } from '../article/article-table.ts';
import { rightsFactsField } from './rights-facts-type.ts';
import { rightsHolders, rightsTexts } from './rights-table.ts';

const RightsHolder = rowRef('RightsHolder', rightsHolders);

implementRow(RightsHolder, {
  table: rightsHolders,
  description: 'Who holds the rights to a piece (schema.org copyrightHolder).',
  fields: (t) => ({
    name: t.column(rightsHolders.name, { description: 'The name as printed.' }),
    url: t.column(rightsHolders.url, {
      type: 'URL',
      description: 'Where the name links to. Null when nowhere.',
    }),
  }),
});

export const Rights = rowRef('Rights', articles);

/** A part of the small print, which is stored once for all pieces that carry it. */
const smallPrint =
  (part: 'disclaimer' | 'permission' | 'conditions' | 'fairUse' | 'contact' | 'licenceUrl') =>
  (article: Row<typeof articles>, _args: unknown, aliases: Aliases) => {
    const text = aliases.of(rightsTexts);
    return sql`(SELECT ${text[part]} FROM ${fromRow(text)} WHERE ${text.id} = ${article.rightsTextId})`;
  };

implementRow<typeof articles>(Rights, {
  table: articles,
  description:
    'What a piece prints about its rights, in its own words. Null where it prints nothing: never a guess.',
  fields: (t) => ({
    holders: t.children({
      type: RightsHolder,
      table: rightsHolders,
      of: (holder, article) => eq(holder.articleId, article.id),
      by: (holder) => sql`${holder.position}`,
      description: 'Who holds the rights, in printed order.',
    }),
    year: t.column(articles.copyrightYear, {
      description: 'The year of the copyright line (schema.org copyrightYear).',
    }),
    notice: t.column(articles.copyrightNotice, {
      description: 'The copyright line as printed (schema.org copyrightNotice).',
    }),
    licenceUrl: t.expression({
      type: 'URL',
      nullable: true,
      sql: smallPrint('licenceUrl'),
      description: 'Address of the licence that the page names.',
    }),
    disclaimer: t.expression({
      type: 'String',
      nullable: true,
      sql: smallPrint('disclaimer'),
      description: 'Whom the outlet holds responsible for the contents.',
    }),
    permission: t.expression({
      type: 'String',
      nullable: true,
      sql: smallPrint('permission'),
      description: 'What the outlet lets others do with its pieces.',
    }),
    conditions: t.expression({
      type: 'String',
      nullable: true,
      sql: smallPrint('conditions'),
      description: 'On what condition it lets them.',
    }),
    fairUse: t.expression({
      type: 'String',
      nullable: true,
      sql: smallPrint('fairUse'),
      description: 'What the outlet says of fair use of copyrighted material.',
    }),
    contact: t.expression({
      type: 'String',
      nullable: true,
      sql: smallPrint('contact'),
      description: 'Whom to ask for other uses.',
    }),
    facts: t.computed(rightsFactsField),
  }),
});
