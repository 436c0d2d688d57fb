import { eq } from 'drizzle-orm';
import { implementRow, rowRef } from '../../graphql/builder.ts';
import { articles } from '../article/article-table.ts';
import { Article } from '../article/article-type.ts';
import { links } from './link-table.ts';

export const Link = rowRef('Link', links);

implementRow(Link, {
  table: links,
  description:
    'A link in the body of a piece (schema.org citation). Offsets count UTF-16 units of `Article.body(format: TEXT)`.',
  fields: (t) => ({
    text: t.column(links.text, { description: 'The anchor text as printed.' }),
    url: t.column(links.url, {
      type: 'URL',
      description: 'Where it leads. Null when the capture kept no address.',
    }),
    start: t.column(links.start, { description: 'Where the anchor text begins.' }),
    end: t.column(links.end, { description: 'Where it ends, exclusive.' }),
    target: t.one({
      type: Article,
      table: articles,
      nullable: true,
      description: 'The piece that it leads to, when the archive holds it.',
      on: (target, link) => eq(target.id, link.targetId),
    }),
  }),
});
