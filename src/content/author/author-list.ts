import { sql } from 'drizzle-orm';
import { containing, oneOfValues } from '../../query/filter-fields.ts';
import type { ListDefinition } from '../../query/list.ts';
import { authors } from './author-table.ts';

/** Every list of authors: what can be asked of it and in which order it comes. */
export const authorList: ListDefinition<typeof authors> = {
  name: 'authors',
  table: authors,
  filter: {
    id: (author, value) => oneOfValues(author.nodeId, value),
    slug: (author, value) => oneOfValues(author.slug, value),
    name: (author, value) => sql`${author.name} LIKE ${value.bind(containing)} ESCAPE '\\'`,
    kind: (author, value) => oneOfValues(author.kind, value),
  },
  orderings: {
    NAME: { column: (author) => sql`${author.name}`, isDate: false },
    ARTICLE_COUNT: { column: (author) => sql`${author.articleCount}`, isDate: false },
  },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
};
