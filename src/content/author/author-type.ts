import { eq, sql } from 'drizzle-orm';
import { builder, implementRow, rowRef } from '../../graphql/builder.ts';
import { listField, listType } from '../../graphql/connection.ts';
import { filterInput, namedRecordFields } from '../../graphql/filter-inputs.ts';
import { lookUpField } from '../../graphql/lookup.ts';
import { Node } from '../../graphql/relay.ts';
import { fromRow } from '../../query/list.ts';
import { articlesThrough } from '../article/article-path.ts';
import { articleAuthors } from '../article/article-table.ts';
import { ArticleList } from '../article/article-type.ts';
import { Profile } from '../outlet/profile-type.ts';
import { QuoteList } from '../quote/quote-type.ts';
import { authorList } from './author-list.ts';
import { authorAffiliations, authorProfiles, authors } from './author-table.ts';

export const AuthorKind = builder.enumType('AuthorKind', {
  description: 'Who writes.',
  values: {
    PERSON: { description: 'A person (schema.org Person).' },
    BODY: { description: 'A body: an agency, a newsroom, an institute (schema.org Organization).' },
  } as const,
});

export const Author = rowRef('Author', authors);

implementRow(Author, {
  table: authors,
  description: 'Whoever wrote pieces of the archive (IPTC Creator). People who are quoted are speakers.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.column(authors.nodeId, { type: 'ID', description: 'The global ID.' }),
    slug: t.column(authors.slug, { description: 'The name for addresses and filters: `ada-venn`.' }),
    name: t.column(authors.name, { description: 'The name as printed.' }),
    kind: t.column(authors.kind, { type: AuthorKind, description: 'A person or a body.' }),
    description: t.column(authors.description, {
      description: "The newest author's note, as printed at the foot of a piece. Null when there is none.",
    }),
    url: t.column(authors.url, {
      type: 'URL',
      description: "The author's page at the outlet. Null when no page links to it.",
    }),
    affiliations: t.expression({
      type: ['String'],
      description: "Institutions that the author's notes name, as printed.",
      sql: (author, _args, aliases) => {
        const affiliation = aliases.of(authorAffiliations);
        return sql`(SELECT json_group_array(name) FROM (SELECT name FROM ${fromRow(affiliation)} WHERE ${affiliation.authorId} = ${author.id} ORDER BY ${affiliation.position} LIMIT -1))`;
      },
    }),
    profiles: t.children({
      type: Profile,
      table: authorProfiles,
      of: (profile, author) => eq(profile.authorId, author.id),
      by: (profile) => sql`${profile.position}`,
      description: "Profiles elsewhere that the author's notes name.",
    }),
    articleCount: t.column(authors.articleCount, {
      description: 'How many pieces of the archive name this author.',
    }),
    articles: listField(t, ArticleList, {
      description: '"Articles by": the pieces that name this author, alone or with others, newest first.',
      scope: (author: typeof authors) => (_article, aliases) => {
        const link = aliases.of(articleAuthors);
        return [articlesThrough(link, eq(link.authorId, author.id))];
      },
    }),
    quotes: listField(t, QuoteList, {
      description: 'What is said in the pieces that name this author, newest first.',
      scope: (author: typeof authors) => (quote, aliases) => {
        const link = aliases.of(articleAuthors);
        return [
          sql`${quote.articleId} IN (SELECT ${link.articleId} FROM ${fromRow(link)} WHERE ${link.authorId} = ${author.id})`,
        ];
      },
    }),
    createdAt: t.column(authors.createdAt, { type: 'DateTime', description: 'When the record was made.' }),
    updatedAt: t.column(authors.updatedAt, {
      type: 'DateTime',
      description: 'When the record was last changed.',
    }),
  }),
});

export const AuthorFilter = filterInput('AuthorFilter', 'authors', (t) => ({
  ...namedRecordFields(t),
  kind: t.field({ type: [AuthorKind], description: 'One of these kinds.' }),
}));

export const AuthorList = listType({
  node: Author,
  definition: authorList,
  plural: 'authors',
  filter: AuthorFilter,
  orderings: {
    NAME: 'The name, in the order of its characters.',
    ARTICLE_COUNT: 'How many pieces name the author.',
  },
});

builder.queryField('authors', (t) =>
  listField(t, AuthorList, { description: 'Whoever wrote the pieces of the archive.' }),
);

lookUpField('author', {
  type: Author,
  table: authors,
  by: { id: (author) => author.nodeId, slug: (author) => author.slug },
  description: 'One author, or null when the archive does not hold them.',
});
