import { getTableName, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isObjectType,
} from 'graphql';
import { originalName, type Row } from '../query/list.ts';
import { tableOf } from './plan-field.ts';
import type { SelectedField } from './selection.ts';

/** The field of a type that a caller has selected. */
export function fieldOf(type: GraphQLObjectType, { name }: SelectedField): GraphQLField<unknown, unknown> {
  const field = type.getFields()[name];
  if (field === undefined) throw new Error(`${type.name} has no field ${name}.`); // validation lets none through
  return field;
}

/** The object type behind lists and non-null. */
export function objectType(type: GraphQLOutputType): GraphQLObjectType {
  const named = getNamedType(type);
  if (!isObjectType(named)) throw new Error(`${named.name} is no object type.`);
  return named;
}

/** Whether a row is of the table whose rows are objects of a type. */
export const isTableOf = (type: GraphQLObjectType, row: Row): boolean => {
  const table = tableOf(type);
  return table !== undefined && originalName(row) === getTableName(table);
};

/** A column that every node's table has. */
export const columnNamed = (row: SQLiteTable, name: string): SQL =>
  sql`${(row as unknown as Record<string, SQL>)[name]}`; // every node's table has it
