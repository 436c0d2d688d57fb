import type { SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { GraphQLField, GraphQLObjectType } from 'graphql';
import type { Argument, Variables } from '../query/argument.ts';
import type { Aliases, Condition, ListDefinition, ListedTable, Row } from '../query/list.ts';
import type { FoundRows } from '../query/list-keys.ts';
import type { Context } from './context.ts';

/** A field's arguments, by name; one that the caller left out is absent, not undefined. */
export type Arguments = (name: string) => Argument;

/**
 * Where a field's value comes from. The planner turns a whole selection of such fields into one statement.
 *
 * `row` is the table of the object's type under its alias; value objects (rights, image) share their owner's row.
 */
export type FieldPlan =
  /** A value that SQLite computes. */
  | { readonly kind: 'value'; readonly sql: (row: Row, args: Arguments, aliases: Aliases) => SQL }
  /** An object whose type reads the same row; null unless `when`. */
  | { readonly kind: 'group'; readonly when?: ((row: Row) => SQL) | undefined }
  /** An object of given values; null unless `when`. */
  | {
      readonly kind: 'object';
      readonly when?: ((row: Row) => SQL) | undefined;
      readonly values: (row: Row, args: Arguments, aliases: Aliases) => ObjectValues;
    }
  /** Objects of given values, one for each row of `from`, in its order. */
  | {
      readonly kind: 'objects';
      readonly rows: (row: Row, args: Arguments, aliases: Aliases) => ObjectRows;
    }
  /** A field of such an object. */
  | { readonly kind: 'given' }
  /** The one row of another table, or null. */
  | {
      readonly kind: 'one';
      readonly table: SQLiteTable;
      readonly on: (target: Row, row: Row, args: Arguments) => SQL;
    }
  /** Every row of a short list, in order. `rows` gives what stands behind FROM and binds `target`. */
  | {
      readonly kind: 'many';
      readonly table: SQLiteTable;
      readonly rows: (target: Row, row: Row, aliases: Aliases, args: Arguments) => SQL;
    }
  /** A Relay connection over a list. */
  | {
      readonly kind: 'list';
      readonly definition: ListDefinition;
      readonly scope: (
        row: Row,
        args: Arguments,
      ) => (listed: Row<ListedTable>, aliases: Aliases) => readonly Condition[];
    }
  /** A field of a connection, about all the rows that its filter lets through. */
  | { readonly kind: 'over'; readonly value: (keys: FoundRows, args: Arguments, tools: OverTools) => SQL }
  /** An object of such fields: the rows are found once for all of them. */
  | { readonly kind: 'overAll' }
  /** Parts of a connection that the page itself provides. */
  | { readonly kind: 'page'; readonly part: 'nodes' | 'edges' | 'pageInfo' | 'totalCount' }
  /** A record of any type by its global ID. */
  | { readonly kind: 'node'; readonly many: boolean }
  /** A value that JavaScript computes out of values that SQLite gives. */
  | {
      readonly kind: 'computed';
      readonly needs: (row: Row, args: Arguments, aliases: Aliases) => Readonly<Record<string, SQL>>;
      readonly resolve: (needs: never, args: never, context: Context) => unknown;
    }
  /** A field of an object of given values that JavaScript computes out of some of them. */
  | { readonly kind: 'derived'; readonly from: readonly string[] };

/** The values of an object by field name: SQL, the one record that a condition finds, or what is made of the selection. */
export type ObjectValues = Readonly<Record<string, SQL | RecordValue | ((part: SelectedPart) => SQL)>>;

/** Objects of given values, one for each row of `from`. */
export interface ObjectRows {
  readonly from: SQL;
  readonly values: ObjectValues;
  /** What they weigh among the rows that an answer may hold; nothing for short lists of a row's own. */
  readonly size?: (variables: Variables) => number;
}

/** A field as selected, for values that depend on what is selected under it. */
export interface SelectedPart {
  readonly args: Arguments;
  /** The JSON object of what is selected, out of given values. */
  readonly object: (values: ObjectValues) => SQL;
  /** The JSON object of what is selected on a row; of an abstract type, the one whose table it is. */
  readonly record: (row: Row) => SQL;
  /** The value of a field about all rows of a list. */
  readonly over: (keys: FoundRows) => SQL;
  /** The page of a list, narrowed by conditions. */
  readonly list: <Table extends ListedTable>(
    scope: (listed: Row<Table>, aliases: Aliases) => readonly Condition[],
  ) => SQL;
  /** Counts what is built among the rows that the answer may hold. */
  readonly sized: (size: (variables: Variables) => number, build: () => SQL) => SQL;
}

export interface RecordValue {
  readonly table: SQLiteTable;
  readonly on: (target: Row) => SQL;
}

/** What a field over a connection may build with. */
export interface OverTools {
  readonly aliases: Aliases;
  /** The JSON object that the caller selected, each field from the SQL given for it. */
  readonly object: (values: ObjectValues) => SQL;
}

/** The table whose rows a type's objects are; value objects have none of their own. */
export const tableOf = (type: GraphQLObjectType): SQLiteTable | undefined =>
  type.extensions.table as SQLiteTable | undefined; // set by `builder.row`

/** How a field gets its value; undefined for one with a resolver of its own. */
export const planOf = (field: GraphQLField<unknown, unknown>): FieldPlan | undefined =>
  field.extensions.plan as FieldPlan | undefined; // set by the field methods of the plan plugin

/** Where a computed field finds its needs in its parent: under a key that no caller can write. */
export const needsKey = (responseKey: string | number): string => `#${responseKey}`;
