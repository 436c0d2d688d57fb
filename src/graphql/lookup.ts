import type { ObjectRef } from '@pothos/core';
import { type Column, type SQL, sql } from 'drizzle-orm';
import { currentId } from '../query/filter-fields.ts';
import type { Row } from '../query/list.ts';
import type { NamedTable } from '../query/named-record.ts';
import { builder } from './builder.ts';
import type { RowOf } from './plan-plugin.ts';

type Types = (typeof builder)['$inferSchemaTypes'];

const KEYS = {
  id: 'Its global ID.',
  slug: 'Its slug.',
  url: 'Its address, exactly as the page gives it.',
  code: 'Its code, as its field `code` gives it.',
} as const;

/**
 * Declares the root field that looks up one record, such as `article(by: { slug: "…" })`, and its `@oneOf` input.
 *
 * A global ID or slug of a record that was merged into another leads to that one.
 */
export function lookUpField<Table extends NamedTable>(
  name: string,
  options: {
    readonly type: ObjectRef<Types, RowOf<Table>>;
    readonly table: Table;
    readonly description: string;
    readonly by: Readonly<Partial<Record<keyof typeof KEYS, (row: Row<Table>) => Column>>>;
  },
): void {
  const keys = Object.entries(options.by) as [keyof typeof KEYS, (row: Row<Table>) => Column][];
  const by = builder.inputType(`${options.type.name}By`, {
    description: `One ${options.type.name}, named by exactly one of these.`,
    isOneOf: true,
    fields: (t) =>
      Object.fromEntries(
        keys.map(([key]) => [key, t.field({ type: key === 'id' ? 'ID' : 'String', description: KEYS[key] })]),
      ),
  });
  builder.queryField(name, (t) =>
    t.one({
      type: options.type,
      table: options.table,
      nullable: true,
      description: options.description,
      args: {
        by: t.arg({
          type: by,
          required: true,
          description: `Which one: by ${keys.map(([key]) => `\`${key}\``).join(' or ')}.`,
        }),
      },
      on: (row, _query, args): SQL => {
        const chosen = keys.find(([key]) => args('by').field(key).isGiven);
        if (chosen === undefined) return sql`0`; // `@oneOf` lets no such request through
        const [key, column] = chosen;
        const given = args('by').field(key).bind();
        if (key === 'id') return sql`${row.nodeId} = ${currentId(given)}`;
        if (key !== 'slug') return sql`${column(row)} = ${given}`;
        return sql`(${column(row)} = ${given} OR ${row.nodeId} = (SELECT node_id FROM node_aliases WHERE alias = ${`${options.type.name}/`} || ${given}))`;
      },
    }),
  );
}
