import { type SQL, sql } from 'drizzle-orm';
import { UserError } from '../errors.ts';
import type { Argument } from './argument.ts';
import {
  type Aliases,
  asProbe,
  type Condition,
  type ListDefinition,
  type ListedTable,
  type Row,
} from './list.ts';

/** Depth of `and`, `or` and `not` in one filter. */
const MAX_FILTER_DEPTH = 8;

/** Objects of one filter, those within it included. Each is a search of its own: 100 over quotations take 0.1 s. */
const MAX_FILTER_OBJECTS = 200;

/**
 * The conditions that a filter stands for, all of which must hold.
 *
 * Fields of one object are joined by "and". `and`, `or` and `not` nest. An absent filter, an empty object and an empty
 * `and` hold for everything; an empty `or` holds for nothing.
 *
 * @throws {UserError} LIMIT_EXCEEDED when it nests too deeply or holds too much; BAD_FILTER for a field that the list does not know.
 */
export function filterConditions<Table extends ListedTable>(
  definition: ListDefinition<Table>,
  row: Row<Table>,
  filter: Argument,
  aliases: Aliases,
  depth = 0,
): Condition[] {
  if (depth > MAX_FILTER_DEPTH) {
    throw new UserError(
      'LIMIT_EXCEEDED',
      `The filter nests more than ${MAX_FILTER_DEPTH} levels of and, or and not.`,
      'Write it flatter: fields of one object are joined by "and" already.',
    );
  }
  if (depth === 0 && filter.objectCount > MAX_FILTER_OBJECTS) {
    throw new UserError(
      'LIMIT_EXCEEDED',
      `The filter is made of ${filter.objectCount} objects; ${MAX_FILTER_OBJECTS} are allowed.`,
      'Name several values in one list, `{ in: ["one", "other"] }`, instead of joining objects by `or`.',
    );
  }
  const inner = (part: Argument) => filterConditions(definition, row, part, aliases, depth + 1);
  const probe = (part: Argument): SQL => allOf(inner(part).map((condition) => asProbe(condition, row.id)));
  return filter.fields().flatMap(([name, value]): Condition[] => {
    switch (name) {
      case 'and':
        return value.items().flatMap(inner);
      case 'or':
        return [anyOf(value.items().map(probe))];
      case 'not':
        return [sql`NOT (${probe(value)})`];
      default: {
        const field = definition.filter[name];
        if (field === undefined) throw unknownField(name, definition);
        return [field(row, value, aliases)];
      }
    }
  });
}

/** `a AND b`; true for none. */
export const allOf = (conditions: readonly SQL[]): SQL =>
  conditions.length === 0 ? sql`1` : sql`(${sql.join([...conditions], sql.raw(' AND '))})`;

/** `a OR b`; false for none. */
export const anyOf = (conditions: readonly SQL[]): SQL =>
  conditions.length === 0 ? sql`0` : sql`(${sql.join([...conditions], sql.raw(' OR '))})`;

const unknownField = (name: string, { filter }: { filter: Readonly<Record<string, unknown>> }): UserError =>
  new UserError(
    'BAD_FILTER',
    `"${name}" is no field of this filter.`,
    `It knows ${Object.keys(filter).join(', ')}, and, or, not.`,
  );
