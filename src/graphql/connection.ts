import type { ArgBuilder, FieldRef, InputFieldMap, InputRef, ObjectRef } from '@pothos/core';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Aliases, Condition, ListDefinition, ListedTable, Row } from '../query/list.ts';
import { DEFAULT_PAGE_SIZE, MAX_OFFSET, MAX_PAGE_SIZE } from '../query/list-keys.ts';
import { builder } from './builder.ts';
import type { Arguments } from './plan-field.ts';
import type { RowOf } from './plan-plugin.ts';
import { PageInfo } from './relay.ts';

type Types = (typeof builder)['$inferSchemaTypes'];

/** A field of any object. */
export type AnyField = FieldRef<Types, unknown>;

export const OrderDirection = builder.enumType('OrderDirection', {
  description: 'Which way a list is ordered.',
  values: {
    ASC: { description: 'Smallest, oldest or alphabetically first to begin with.' },
    DESC: { description: 'Largest, newest or alphabetically last to begin with.' },
  } as const,
});

/** A kind of list in the schema: its connection and edge types, and the inputs that every list of it takes. */
export interface ListType<Table extends ListedTable> {
  readonly definition: ListDefinition<Table>;
  readonly connection: ObjectRef<Types, object>;
  readonly filter: InputRef<unknown>;
  readonly order: InputRef<unknown>;
}

/** Declares the types that lists of one kind share: `ArticleConnection`, `ArticleEdge` and `ArticleOrder`. */
export function listType<Table extends ListedTable>(options: {
  readonly node: ObjectRef<Types, RowOf<Table>>;
  readonly definition: ListDefinition<Table>;
  readonly filter: InputRef<unknown>;
  /** What the list holds, in the plural, for descriptions: "articles". */
  readonly plural: string;
  /** What each ordering goes by. */
  readonly orderings: Readonly<Record<string, string>>;
  /** Fields about the whole list beside its page: facets, a timeline. */
  readonly over?: (
    t: PothosSchemaTypes.ObjectFieldBuilder<Types, object>,
  ) => Record<string, ReturnType<typeof t.planned>>;
}): ListType<Table> {
  const { node, definition, plural } = options;
  const edge = builder.objectRef<object>(`${node.name}Edge`).implement({
    description: `One of a page of ${plural}, with its place in the list.`,
    fields: (t) => ({
      cursor: t.planned({
        type: 'String',
        plan: { kind: 'page', part: 'edges' },
        description:
          'Its place in the list, to be passed as `after` or `before`. It stays good when others come or go.',
      }),
      node: t.planned({
        type: node,
        plan: { kind: 'page', part: 'edges' },
        description: `What stands there: one of the ${plural}.`,
      }),
    }),
  });
  const connection = builder.objectRef<object>(`${node.name}Connection`).implement({
    description: `A page of ${plural} (Relay Cursor Connections).`,
    fields: (t) => ({
      nodes: t.planned({
        type: [node],
        plan: { kind: 'page', part: 'nodes' },
        description: `The ${plural} of the page, in order.`,
      }),
      edges: t.planned({
        type: [edge],
        plan: { kind: 'page', part: 'edges' },
        description: `The ${plural} of the page, each with its cursor. \`nodes\` is the shorter way when cursors are not needed.`,
      }),
      pageInfo: t.planned({
        type: PageInfo,
        plan: { kind: 'page', part: 'pageInfo' },
        description: 'Whether there are more, and the cursors to go on with.',
      }),
      totalCount: t.planned({
        type: 'Int',
        plan: { kind: 'page', part: 'totalCount' },
        description: `How many ${plural} pass the filter, whatever the page. Counted only when asked for, and the count grows with the list.`,
      }),
      ...options.over?.(t),
    }),
  });
  const field = builder.enumType(`${node.name}OrderField`, {
    description: `What a list of ${plural} can be ordered by.`,
    values: Object.fromEntries(
      Object.entries(options.orderings).map(([name, description]) => [name, { description }]),
    ),
  });
  const { defaultOrder } = definition;
  const order = builder.inputType(`${node.name}Order`, {
    description: `The order of a list of ${plural}.`,
    fields: (t) => ({
      field: t.field({ type: field, required: true, description: 'What to go by.' }),
      direction: t.field({
        type: OrderDirection,
        defaultValue: defaultOrder.direction,
        description: 'Which way. Ties go by the order of import, the same way.',
      }),
    }),
  });
  return { definition, connection, filter: options.filter, order };
}

/** The arguments of a list; the same on every list, root or nested. */
function listArgs<Table extends ListedTable>(
  t: { readonly arg: ArgBuilder<Types> },
  list: ListType<Table>,
  { field, direction }: ListDefinition['defaultOrder'],
): InputFieldMap {
  return {
    filter: t.arg({ type: list.filter, description: 'Which ones. Without a filter: all.' }),
    orderBy: t.arg({ type: list.order, description: `In which order. Without one: ${field} ${direction}.` }),
    first: t.arg.int({
      description: `How many from the front, 0 to ${MAX_PAGE_SIZE}. Without \`first\` and \`last\`: ${DEFAULT_PAGE_SIZE}.`,
    }),
    after: t.arg.string({ description: 'Begin behind this cursor: the `endCursor` of the page before.' }),
    last: t.arg.int({
      description: `How many from the end, 0 to ${MAX_PAGE_SIZE}. Not together with \`first\`.`,
    }),
    before: t.arg.string({
      description: 'End before this cursor, with `last`: the `startCursor` of the page after.',
    }),
    offset: t.arg.int({
      description: `Leave out this many first, 0 to ${MAX_OFFSET}: for page numbers. Deeper, use cursors.`,
    }),
  };
}

interface ListFieldBuilder {
  readonly arg: ArgBuilder<Types>;
  planned(options: never): AnyField;
}

/**
 * A field that is a list. `scope` narrows it to what belongs to the row that has the field; `order` is the one that
 * such a list has when the caller names none.
 */
export function listField<Table extends ListedTable, Parent extends SQLiteTable>(
  t: ListFieldBuilder,
  list: ListType<Table>,
  options: {
    readonly description: string;
    readonly order?: ListDefinition['defaultOrder'];
    readonly scope?: (
      row: Row<Parent>,
      args: Arguments,
    ) => (listed: Row<Table>, aliases: Aliases) => readonly Condition[];
  },
): AnyField {
  const definition = { ...list.definition, defaultOrder: options.order ?? list.definition.defaultOrder };
  const plan = { kind: 'list', definition, scope: options.scope ?? (() => () => []) };
  // A plan forgets which table it is for, and so does this builder: the row it gets is always of that table.
  return t.planned({
    type: list.connection,
    description: options.description,
    args: listArgs(t, list, definition.defaultOrder),
    plan,
  } as never);
}
