import { sql } from 'drizzle-orm';
import { builder } from '../../graphql/builder.ts';
import { Article } from './article-type.ts';
import type { NeighbourScope } from './neighbours.ts';

export const NeighbourScopeEnum = builder.enumType('NeighbourScope', {
  description: 'Among which articles the one before and the one after are looked for.',
  values: {
    ARCHIVE: { description: 'All articles.' },
    AUTHOR: { description: 'Those of an author.' },
    REPORT: { description: 'Those of an in-depth report.' },
    THEME: { description: 'Those on a theme or what lies under it.' },
    REGION: { description: 'Those about a region or what lies under it.' },
    PUBLISHER: { description: 'Those of the outlet.' },
  } as const satisfies Record<NeighbourScope, unknown>,
});

export const Neighbours = builder.objectRef<object>('Neighbours').implement({
  description: 'The articles right before and after one, by date of publication, ties by import.',
  fields: (t) => ({
    previous: t.given({
      type: Article,
      nullable: true,
      description: 'The next older one. Null for the oldest, and where the article has no such term.',
    }),
    next: t.given({
      type: Article,
      nullable: true,
      description: 'The next newer one. Null for the newest, and where the article has no such term.',
    }),
  }),
});

/** Keeps the SQL of one side apart from the record it finds. */
export const recordWithId = <Table extends { readonly id: unknown }>(
  table: Table,
  id: ReturnType<typeof sql>,
) => ({
  table,
  on: (record: object) => sql`${(record as Table).id} = ${id}`, // the same table under an alias
});
