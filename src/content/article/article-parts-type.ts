import { eq } from 'drizzle-orm';
import { builder, implementRow, rowRef } from '../../graphql/builder.ts';
import { outlets } from '../outlet/outlet-table.ts';
import { Outlet } from '../outlet/outlet-type.ts';
import { articles, revisions } from './article-table.ts';
import { Article } from './article-type.ts';

export const Original = rowRef('Original', articles);

implementRow(Original, {
  table: articles,
  description: 'The work that a republished piece was taken from.',
  fields: (t) => ({
    outlet: t.one({
      type: Outlet,
      table: outlets,
      nullable: true,
      description: 'The outlet that published it first. Null when the page gives an address alone.',
      on: (outlet, article) => eq(outlet.id, article.isBasedOnOutletId),
    }),
    url: t.column(articles.isBasedOnUrl, {
      type: 'URL',
      description: 'Its address there. Null when the capture kept none.',
    }),
    article: t.one({
      type: Article,
      table: articles,
      nullable: true,
      description: 'The original itself, when the archive holds it.',
      on: (original, article) => eq(original.url, article.isBasedOnUrl),
    }),
  }),
});

export const Image = rowRef('Image', articles);

implementRow(Image, {
  table: articles,
  description: 'The featured image of a piece (schema.org ImageObject).',
  fields: (t) => ({
    url: t.column(articles.imageUrl, {
      type: 'URL',
      description: 'Its address. Null when the capture kept none.',
    }),
    caption: t.column(articles.imageCaption, {
      description: 'The caption as printed. Null when there is none.',
    }),
    credit: t.column(articles.imageCredit, {
      description: 'Whom the page credits (schema.org creditText). Null when nobody.',
    }),
    creditUrl: t.column(articles.imageCreditUrl, {
      type: 'URL',
      description: 'Where the credit links to. Null when nowhere.',
    }),
  }),
});

export const Provenance = builder.objectRef<object>('Provenance').implement({
  description: 'Where a value of a piece came from.',
  fields: (t) => ({
    field: t.given({ type: 'String', description: 'The field: `headline`, `datePublished`.' }),
    source: t.given({
      type: 'String',
      description: 'The part of the page or file that gave it: "byline", "json-ld headline".',
    }),
  }),
});

export const Revision = rowRef('Revision', revisions);

implementRow(Revision, {
  table: revisions,
  description: 'A state in which a piece came in.',
  fields: (t) => ({
    number: t.column(revisions.number, { description: 'Counts from 1.' }),
    importedAt: t.column(revisions.importedAt, { type: 'DateTime', description: 'When it came in.' }),
    contentHash: t.column(revisions.contentHash, {
      description: 'SHA-256 of the imported bytes, hexadecimal.',
    }),
  }),
});
