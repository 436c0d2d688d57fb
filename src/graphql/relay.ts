import { builder } from './builder.ts';
import { TYPE_KEY } from './select-sql.ts';

/** Relay's `Node`: what every record of the archive is. */
export const Node = builder.interfaceRef<never>('Node').implement({
  description:
    'A record with a global ID, which `node` looks up (Relay Object Identification). The ID is opaque and stays the same when an archive is imported anew.',
  fields: (t) => ({
    id: t.field({
      type: 'ID',
      description: 'The global ID. Opaque: compare it, pass it on, do not take it apart.',
      resolve: () => '',
    }),
  }),
  resolveType: (value: unknown) => (value as Record<string, string>)[TYPE_KEY] ?? null,
});

/** Relay's `PageInfo`. */
export const PageInfo = builder.objectRef<object>('PageInfo').implement({
  description: 'Where a page lies in its list (Relay Cursor Connections).',
  fields: (t) => {
    const fromPage = { kind: 'page', part: 'pageInfo' } as const;
    return {
      hasNextPage: t.planned({
        type: 'Boolean',
        plan: fromPage,
        description:
          'Whether the list goes on after this page. Cheap: one row more is looked for, nothing is counted.',
      }),
      hasPreviousPage: t.planned({
        type: 'Boolean',
        plan: fromPage,
        description: 'Whether anything stands before this page in the list.',
      }),
      startCursor: t.planned({
        type: 'String',
        nullable: true,
        plan: fromPage,
        description: 'Cursor of the first row, to be passed as `before`. Null only for an empty page.',
      }),
      endCursor: t.planned({
        type: 'String',
        nullable: true,
        plan: fromPage,
        description: 'Cursor of the last row, to be passed as `after`. Null only for an empty page.',
      }),
    };
  },
});

builder.queryType({
  description:
    'Everything that can be asked of the archive. Lists take `filter`, `orderBy` and a page (`first` with `after`, or `last` with `before`); one record is looked up `by` its ID, slug or address.',
  fields: (t) => ({
    node: t.planned({
      type: Node,
      nullable: true,
      description: 'The record with a global ID, of whichever type; null when the archive does not hold it.',
      args: {
        id: t.arg({ type: 'ID', required: true, description: 'A global ID as given in a field `id`.' }),
      },
      plan: { kind: 'node', many: false },
    }),
    nodes: t.planned({
      type: t.listRef(Node, { nullable: true }),
      description:
        'The records with the given global IDs, in the order asked for, null in the place of one that the archive does not hold.',
      args: { ids: t.arg({ type: ['ID'], required: true, description: 'Global IDs, at most 100.' }) },
      plan: { kind: 'node', many: true },
    }),
  }),
});
