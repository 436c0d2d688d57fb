import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import type { Context } from './context.ts';
import { resolveRecords } from './resolve-planned.ts';

interface Waiting {
  readonly info: GraphQLResolveInfo;
  readonly ids: Set<number>;
  readonly records: Promise<ReadonlyMap<number, unknown>>;
}

/** Reads the records of one table for resolvers of several objects at once: one statement for each place that asks. */
export class RecordBatch {
  readonly #waiting = new Map<FieldNode | undefined, Waiting>();

  constructor(
    private readonly context: Context,
    private readonly table: SQLiteTable & { id: unknown },
  ) {}

  /** The records with these row numbers, in their order; one that is gone is left out. */
  async load(info: GraphQLResolveInfo, ids: readonly number[]): Promise<unknown[]> {
    const waiting = this.#waiting.get(info.fieldNodes[0]) ?? this.#begin(info);
    for (const id of ids) waiting.ids.add(id);
    const records = await waiting.records;
    return ids.map((id) => records.get(id)).filter((record) => record !== undefined && record !== null);
  }

  #begin(info: GraphQLResolveInfo): Waiting {
    const ids = new Set<number>();
    // Resolvers of one list run in one turn: what they ask for is complete at its end.
    const records = Promise.resolve().then(async () => {
      this.#waiting.delete(info.fieldNodes[0]);
      const wanted = [...ids];
      const found = await resolveRecords(this.context, info, this.table, wanted);
      return new Map(wanted.map((id, index) => [id, found[index]]));
    });
    const waiting = { info, ids, records };
    this.#waiting.set(info.fieldNodes[0], waiting);
    return waiting;
  }
}
