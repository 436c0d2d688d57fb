import { type Column, eq, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { fromRow, type ListedTable, type Row } from '../query/list.ts';
import { type AnyField, type ListType, listField } from './connection.ts';

/** A table of terms that form a tree. */
type TermTable = ListedTable & { readonly parentId: Column };

/** Every pair of a term and what lies under it. */
type ClosureTable = SQLiteTable & {
  readonly ancestorId: Column;
  readonly descendantId: Column;
  readonly distance: Column;
};

interface TreeFieldBuilder {
  readonly arg: Parameters<typeof listField>[0]['arg'];
  planned(options: never): AnyField;
  one(options: never): AnyField;
  members(options: never): AnyField;
}

/** The fields that place a term in its tree: the same for regions and themes. */
export function treeFields<Terms extends TermTable>(
  t: TreeFieldBuilder,
  tree: {
    readonly type: unknown;
    readonly terms: Terms;
    readonly closure: ClosureTable;
    readonly list: ListType<Terms>;
  },
) {
  const { type, terms: table, closure, list } = tree;
  // The builders' own types know the table of their object; here it is the one that the caller gives.
  return {
    parent: t.one({
      type,
      table,
      nullable: true,
      description: 'The term right above it. Null at the top of the tree.',
      on: (parent: Row<TermTable>, term: Row<TermTable>) => eq(parent.id, term.parentId),
    } as never),
    ancestors: t.members({
      type,
      table,
      link: closure,
      of: (pair: Row<ClosureTable>, term: Row<TermTable>) =>
        sql`${pair.descendantId} = ${term.id} AND ${pair.distance} > 0`,
      member: (pair: Row<ClosureTable>) => pair.ancestorId,
      by: (pair: Row<ClosureTable>) => sql`${pair.distance} DESC`,
      description: 'Everything above it, from the top down: breadcrumbs.',
    } as never),
    children: listField(t, list, {
      description: 'The terms right under it.',
      scope: (term: TermTable) => (child) => [eq(child.parentId, term.id)],
    }),
    descendants: listField(t, list, {
      description: 'All terms under it, at any depth.',
      scope: (term: TermTable) => (under, aliases) => {
        const pair = aliases.of(closure);
        return [
          sql`${under.id} IN (SELECT ${pair.descendantId} FROM ${fromRow(pair)} WHERE ${pair.ancestorId} = ${term.id} AND ${pair.distance} > 0)`,
        ];
      },
    }),
  };
}
