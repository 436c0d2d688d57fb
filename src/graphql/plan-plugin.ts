import SchemaBuilder, {
  BasePlugin,
  type FieldRef,
  type InputFieldMap,
  type InputShapeFromFields,
  type OutputType,
  RootFieldBuilder,
  type SchemaTypes,
  type ShapeFromTypeParam,
} from '@pothos/core';
import { type Column, getColumns, getTableName, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { GraphQLResolveInfo } from 'graphql';
import { jsonBoolean } from '../query/json-sql.ts';
import { type Aliases, fromRow, type Row } from '../query/list.ts';
import type { Context } from './context.ts';
import {
  type Arguments,
  type FieldPlan,
  needsKey,
  type ObjectRows,
  type ObjectValues,
} from './plan-field.ts';
import { resolveRoot } from './resolve-planned.ts';

/** The shape of an object whose fields come from rows of `Table`: nobody holds such a row, the planner reads fields of it. */
export interface RowOf<Table extends SQLiteTable> {
  readonly $table: Table;
}

type TableOf<Shape> = Shape extends RowOf<infer Table> ? Table : SQLiteTable;

/** A field without arguments. */
type NoArgs = Record<never, never>;

interface Described<Args extends InputFieldMap> {
  readonly description: string;
  readonly args?: Args;
  readonly deprecationReason?: string;
}

declare global {
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      plan: PlanPlugin<Types>;
    }

    interface RootFieldBuilder<Types extends SchemaTypes, ParentShape, Kind> {
      /** A stored value. Its GraphQL type and whether it can be null follow from the column, which is found by name on the row. */
      column(
        column: Column,
        options: {
          readonly description: string;
          readonly type?: OutputType<Types>;
          readonly deprecationReason?: string;
        },
      ): FieldRef<Types, unknown>;
      /** A value that SQLite computes from the row. */
      expression<Args extends InputFieldMap = NoArgs>(
        options: Described<Args> & {
          readonly type: OutputType<Types> | readonly [OutputType<Types>];
          readonly nullable?: boolean;
          readonly sql: (row: Row<TableOf<ParentShape>>, args: Arguments, aliases: Aliases) => SQL;
        },
      ): FieldRef<Types, unknown>;
      /** An object made of the same row, to keep together what belongs together. Null unless `when`. */
      group(
        options: Described<NoArgs> & {
          readonly type: OutputType<Types>;
          readonly when?: (row: Row<TableOf<ParentShape>>) => SQL;
        },
      ): FieldRef<Types, unknown>;
      /** An object of given values. Null unless `when`. */
      object<Args extends InputFieldMap = NoArgs>(
        options: Described<Args> & {
          readonly type: OutputType<Types>;
          readonly when?: (row: Row<TableOf<ParentShape>>) => SQL;
          readonly values: (
            row: Row<TableOf<ParentShape>>,
            args: Arguments,
            aliases: Aliases,
          ) => ObjectValues;
        },
      ): FieldRef<Types, unknown>;
      /** Objects of given values, one for each row of `from`, in its order. */
      objects<Args extends InputFieldMap = NoArgs>(
        options: Described<Args> & {
          readonly type: OutputType<Types>;
          readonly rows: (row: Row<TableOf<ParentShape>>, args: Arguments, aliases: Aliases) => ObjectRows;
        },
      ): FieldRef<Types, unknown>;
      /** A field of an object of given values. */
      given(
        options: Described<NoArgs> & {
          readonly type: OutputType<Types> | readonly [OutputType<Types>];
          readonly nullable?: boolean;
        },
      ): FieldRef<Types, unknown>;
      /** The record that this one refers to. */
      one<Table extends SQLiteTable, Args extends InputFieldMap = NoArgs>(
        options: Described<Args> & {
          readonly type: OutputType<Types>;
          readonly table: Table;
          readonly nullable?: boolean;
          readonly on: (target: Row<Table>, row: Row<TableOf<ParentShape>>, args: Arguments) => SQL;
        },
      ): FieldRef<Types, unknown>;
      /** All rows of a table that belong to this one: a short list, in order. */
      children<Table extends SQLiteTable>(
        options: Described<NoArgs> & {
          readonly type: OutputType<Types>;
          readonly table: Table;
          readonly of: (child: Row<Table>, row: Row<TableOf<ParentShape>>) => SQL;
          readonly by: (child: Row<Table>) => SQL;
        },
      ): FieldRef<Types, unknown>;
      /** Records that a link table joins to this one: a short list, in the link's order. */
      members<Table extends SQLiteTable, Link extends SQLiteTable>(
        options: Described<NoArgs> & {
          readonly type: OutputType<Types>;
          readonly table: Table & { readonly id: Column };
          readonly link: Link;
          readonly of: (link: Row<Link>, row: Row<TableOf<ParentShape>>) => SQL;
          readonly member: (link: Row<Link>) => Column;
          readonly by: (link: Row<Link>) => SQL;
        },
      ): FieldRef<Types, unknown>;
      /** A value that JavaScript computes from values of the row. Costs more than one that SQLite computes. */
      computed<
        Needs extends Record<string, unknown>,
        Args extends InputFieldMap = NoArgs,
        Type extends OutputType<Types> | [OutputType<Types>] = OutputType<Types>,
      >(
        options: Described<Args> & {
          readonly type: Type;
          readonly nullable?: boolean;
          readonly needs: (
            row: Row<TableOf<ParentShape>>,
            args: Arguments,
            aliases: Aliases,
          ) => { readonly [Name in keyof Needs]: SQL | Column };
          readonly resolve: (
            needs: Needs,
            args: InputShapeFromFields<Args>,
            context: Context,
          ) => ShapeFromTypeParam<Types, Type, true> | Promise<ShapeFromTypeParam<Types, Type, true>>;
        },
      ): FieldRef<Types, unknown>;
      /** A field of an object of given values that JavaScript computes out of those named in `from`. */
      derived<
        Needs extends Record<string, unknown>,
        Args extends InputFieldMap = NoArgs,
        Type extends OutputType<Types> | [OutputType<Types>] = OutputType<Types>,
      >(
        options: Described<Args> & {
          readonly type: Type;
          readonly nullable?: boolean;
          readonly from: readonly (keyof Needs & string)[];
          readonly resolve: (
            needs: Needs,
            args: InputShapeFromFields<Args>,
            context: Context,
          ) => ShapeFromTypeParam<Types, Type, true> | Promise<ShapeFromTypeParam<Types, Type, true>>;
        },
      ): FieldRef<Types, unknown>;
      /** A field whose value the planner provides; for the schema's own machinery. */
      planned<Args extends InputFieldMap = NoArgs>(
        options: Described<Args> & {
          readonly type: OutputType<Types> | readonly [OutputType<Types>];
          readonly nullable?: boolean;
          readonly plan: FieldPlan;
        },
      ): FieldRef<Types, unknown>;
    }
  }
}

class PlanPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {}

/** The planner has put the answer under the caller's own name for the field. */
const readPlanned = (parent: unknown, _args: unknown, _context: unknown, info: GraphQLResolveInfo): unknown =>
  (parent as Record<string, unknown>)[info.path.key]; // the planner's own JSON

interface AnyFieldBuilder {
  readonly kind: string;
  field(options: Record<string, unknown>): FieldRef<SchemaTypes, unknown>;
  planned(options: Record<string, unknown> & { plan: FieldPlan }): FieldRef<SchemaTypes, unknown>;
}

// Pothos takes field methods of plugins on the builder's prototype; the types above are what callers see.
const methods = RootFieldBuilder.prototype as unknown as Record<string, unknown>;

methods.planned = function planned(this: AnyFieldBuilder, { plan, ...options }: { plan: FieldPlan }) {
  // A root field runs its statement; what lies below reads from the answer.
  const resolve = this.kind === 'Query' ? resolveRoot : readPlanned;
  return this.field({ resolve, ...options, extensions: { plan } });
};

methods.column = function columnField(
  this: AnyFieldBuilder,
  column: Column,
  options: { type?: unknown; description: string },
) {
  const isBoolean = column.dataType.startsWith('boolean');
  return this.planned({
    type: graphqlType(column),
    nullable: !column.notNull,
    ...options,
    plan: {
      kind: 'value',
      sql: (row) => {
        const value = sql`${columnOf(row, column.name)}`;
        return isBoolean ? jsonBoolean(value) : value;
      },
    },
  });
};

methods.expression = function expression(
  this: AnyFieldBuilder,
  { sql: read, ...options }: { sql: (row: Row) => SQL },
) {
  return this.planned({ ...options, plan: { kind: 'value', sql: read } });
};

methods.group = function group(this: AnyFieldBuilder, { when, ...options }: { when?: (row: Row) => SQL }) {
  return this.planned({ ...options, nullable: when !== undefined, plan: { kind: 'group', when } });
};

methods.object = function object(
  this: AnyFieldBuilder,
  { when, values, ...options }: { when?: (row: Row) => SQL; values: (row: Row) => ObjectValues },
) {
  return this.planned({ ...options, nullable: when !== undefined, plan: { kind: 'object', when, values } });
};

methods.objects = function objects(
  this: AnyFieldBuilder,
  { rows, type, ...options }: { type: unknown; rows: (row: Row) => ObjectRows },
) {
  return this.planned({ ...options, type: [type], plan: { kind: 'objects', rows } });
};

methods.given = function given(this: AnyFieldBuilder, options: Record<string, unknown>) {
  return this.planned({ ...options, plan: { kind: 'given' } });
};

methods.one = function one(
  this: AnyFieldBuilder,
  { table, on, ...options }: { table: SQLiteTable; on: (target: Row, row: Row) => SQL },
) {
  return this.planned({ ...options, plan: { kind: 'one', table, on } });
};

methods.children = function children(
  this: AnyFieldBuilder,
  {
    table,
    of,
    by,
    type,
    ...options
  }: { type: unknown; table: SQLiteTable; of: (child: Row, row: Row) => SQL; by: (child: Row) => SQL },
) {
  const rows = (target: Row, row: Row, aliases: Aliases): SQL => {
    const child = aliases.of(table);
    return sql`(SELECT * FROM ${fromRow(child)} WHERE ${of(child, row)} ORDER BY ${by(child)} LIMIT -1) ${target}`;
  };
  return this.planned({ ...options, type: [type], plan: { kind: 'many', table, rows } });
};

methods.members = function members(
  this: AnyFieldBuilder,
  {
    table,
    link,
    of,
    member,
    by,
    type,
    ...options
  }: {
    type: unknown;
    table: SQLiteTable & { id: Column };
    link: SQLiteTable;
    of: (link: Row, row: Row) => SQL;
    member: (link: Row) => Column;
    by: (link: Row) => SQL;
  },
) {
  const rows = (target: Row, row: Row, aliases: Aliases): SQL => {
    const joined = aliases.of(link);
    const keys = sql.identifier(aliases.name());
    return sql`(SELECT ${member(joined)} AS id FROM ${fromRow(joined)} WHERE ${of(joined, row)} ORDER BY ${by(joined)} LIMIT -1) ${keys} CROSS JOIN ${fromRow(target)} ON ${(target as SQLiteTable & { id: Column }).id} = ${keys}.id`;
  };
  return this.planned({ ...options, type: [type], plan: { kind: 'many', table, rows } });
};

methods.computed = function computed(
  this: AnyFieldBuilder,
  {
    needs,
    resolve,
    ...options
  }: {
    needs: (row: Row, args: Arguments) => Record<string, SQL>;
    resolve: (needs: unknown, args: unknown, context: Context) => unknown;
  },
) {
  return this.planned({
    ...options,
    plan: { kind: 'computed', needs, resolve },
    resolve: (parent: Record<string, unknown>, args: unknown, context: Context, info: GraphQLResolveInfo) =>
      resolve(parent[needsKey(info.path.key)], args, context),
  });
};

methods.derived = function derived(
  this: AnyFieldBuilder,
  {
    from,
    resolve,
    ...options
  }: {
    from: readonly string[];
    resolve: (needs: unknown, args: unknown, context: Context) => unknown;
  },
) {
  return this.planned({
    ...options,
    plan: { kind: 'derived', from },
    resolve: (parent: Record<string, unknown>, args: unknown, context: Context, info: GraphQLResolveInfo) =>
      resolve(parent[needsKey(info.path.key)], args, context),
  });
};

/** The column of that name on an aliased table. */
function columnOf(row: Row, name: string): Column {
  const column = Object.values<Column>(getColumns(row)).find((candidate) => candidate.name === name);
  if (column === undefined) throw new Error(`The row ${getTableName(row)} has no column ${name}.`);
  return column;
}

function graphqlType({ dataType, name }: Column): string {
  if (dataType.startsWith('string')) return 'String';
  if (dataType.startsWith('boolean')) return 'Boolean';
  if (dataType.startsWith('number')) return /int/.test(dataType) ? 'Int' : 'Float';
  throw new Error(`Column ${name}: no GraphQL type for ${dataType}.`);
}

SchemaBuilder.registerPlugin('plan', PlanPlugin);
