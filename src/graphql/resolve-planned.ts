import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { GraphQLResolveInfo } from 'graphql';
import type { MaybePromise, SqlValue } from '../archive/database.ts';
import { refusalBehind } from '../query/refusal.ts';
import type { Context } from './context.ts';
import { planOfOperation } from './operation-plan.ts';
import { runAnswer } from './run-answer.ts';

/** The resolver of a planned root field: runs its one statement; every field below reads from the answer. */
export async function resolveRoot(
  _root: unknown,
  _args: unknown,
  { archive }: Context,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  const plan = planOfOperation(info.schema, info.operation, info.fragments);
  const statement = plan.root(String(info.path.key), info.variableValues);
  return parsed(await runAnswer(archive.database, statement, info.variableValues));
}

/**
 * Records by their row numbers, with everything that the place of `info` selects: for resolvers that find records by
 * other means. One statement for all; a row that is not there gives null.
 */
export async function resolveRecords(
  { archive }: Context,
  info: GraphQLResolveInfo,
  table: SQLiteTable & { id: unknown },
  ids: readonly number[],
): Promise<unknown[]> {
  const plan = planOfOperation(info.schema, info.operation, info.fragments);
  const statement = plan.records(info, table, placeOf(info), info.variableValues);
  const values = [...statement.bind(info.variableValues), JSON.stringify([...new Set(ids)])];
  const rows = await readRefusing(() => archive.database.all(statement.text, values));
  const byId = new Map(rows.map(([json, id]) => [id, json]));
  return ids.map((id) => parsed(byId.get(id) ?? null));
}

async function readRefusing<Value>(read: () => MaybePromise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    throw refusalBehind(error);
  }
}

const parsed = (json: SqlValue): unknown => (json === null ? null : JSON.parse(String(json)));

/** The path of response keys without list positions: what is selected there is the same for each item. */
function placeOf(info: GraphQLResolveInfo): string {
  const keys: string[] = [];
  for (let path: GraphQLResolveInfo['path'] | undefined = info.path; path !== undefined; path = path.prev) {
    if (typeof path.key === 'string') keys.unshift(path.key);
  }
  return `records ${keys.join('.')}`;
}
