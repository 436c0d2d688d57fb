import './plan-plugin.ts';
import SchemaBuilder, { type ImplementableObjectRef, type InterfaceRef } from '@pothos/core';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Context } from './context.ts';
import type { RowOf } from './plan-plugin.ts';

interface Scalar {
  Input: string;
  Output: string;
}

export interface SchemaShape {
  Context: Context;
  // null has a meaning here, so each field that can be null says so.
  DefaultFieldNullability: false;
  DefaultInputFieldRequiredness: false;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: Scalar;
    DateTime: Scalar;
    Language: Scalar;
    URL: Scalar;
    JSONObject: { Input: object; Output: object };
  };
}

export const builder = new SchemaBuilder<SchemaShape>({
  plugins: ['plan'],
  defaultFieldNullability: false,
});

export type Builder = typeof builder;
type Types = Builder['$inferSchemaTypes'];

/** A reference to an object type whose objects are rows of a table, to be implemented by `implementRow`. */
export const rowRef = <Table extends SQLiteTable>(
  name: string,
  _table: Table,
): ImplementableObjectRef<Types, RowOf<Table>> => builder.objectRef<RowOf<Table>>(name);

type FieldsOf<Shape> = NonNullable<
  Parameters<ImplementableObjectRef<Types, Shape>['implement']>[0]
>['fields'];

/** Declares the fields of a type whose objects are rows of `table`. */
export function implementRow<Table extends SQLiteTable>(
  ref: ImplementableObjectRef<Types, RowOf<Table>>,
  options: {
    readonly table: Table;
    readonly description: string;
    readonly interfaces?: InterfaceRef<Types, never>[];
    readonly fields: FieldsOf<RowOf<Table>>;
  },
): void {
  const { table, interfaces, fields, description } = options;
  ref.implement({
    description,
    fields,
    interfaces: interfaces ?? [],
    extensions: { table },
  } as Parameters<typeof ref.implement>[0]); // the shapes of interfaces play no part: rows are planned, not resolved
}
