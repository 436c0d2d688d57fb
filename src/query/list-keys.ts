import { type SQL, sql } from 'drizzle-orm';
import { UserError } from '../errors.ts';
import { Argument, type Variables } from './argument.ts';
import { cursorSql, readCursor } from './cursor.ts';
import { allOf, anyOf, filterConditions } from './filter.ts';
import type { Aliases, Condition, ListDefinition, ListedTable, Row } from './list.ts';
import { chooseWalk } from './walk.ts';

/** What a list is asked for: the arguments that every list takes, root or nested. */
export interface ListRequest {
  readonly filter: Argument;
  readonly orderBy: Argument;
  readonly first: Argument;
  readonly last: Argument;
  readonly after: Argument;
  readonly before: Argument;
  readonly offset: Argument;
}

export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;
export const MAX_OFFSET = 10_000;

/** What lies on the other side of a cursor, the cursor's own row included. */
const OPPOSITE = { '<': '>=', '>': '<=' } as const;

/** All rows of a list, whatever the page: what counts are made of. */
export interface FoundRows {
  /** `FROM … WHERE …` of all rows that the filter lets through, without order or page. */
  readonly matching: SQL;
  /** The listed row's id there. */
  readonly id: SQL;
  /** The listed row's sort key there, by date: milliseconds since 1970. Null for lists of what has no date. */
  readonly date: SQL | null;
  /** Whether `matching` is the whole table: no scope and no filter. */
  readonly isWhole: boolean;
  /** The rows that would be found if the list's filter did not have one of its fields. */
  readonly without?: (filterField: readonly string[]) => FoundRows;
}

/** The rows of a list before they are read: where they come from, in which order, which of them. */
export interface ListKeys extends FoundRows {
  /** The page: `id`, `key` and, where rows have one, `date`; at most `limit` rows, from the page's own end. */
  readonly page: (limit: SQL) => SQL;
  /** Whether rows lie behind where the page begins, seen the way it is gone through; null where none can. */
  readonly rowsBehind: SQL | null;
  /** Whether rows lie on the other side of a cursor that the page ends at; null without one. */
  readonly rowsAhead: SQL | null;
  readonly isBackward: boolean;
  readonly pageSize: SQL;
  /** How many rows a request asks for. */
  readonly size: (variables: Variables) => number;
  /** Order of a page's rows as shown. */
  readonly displayOrder: (key: SQL, id: SQL) => SQL;
  readonly cursor: (key: SQL, id: SQL) => SQL;
}

/**
 * Plans a list: newest first it walks one index from the cursor on and stops when the page is full; conditions that
 * lead through a link table are that walk (the first) or are probed row by row (the others).
 *
 * @throws {UserError} BAD_PAGE when `first` and `last` are both given; what filters throw.
 */
export function listKeys<Table extends ListedTable>(
  definition: ListDefinition<Table>,
  request: ListRequest,
  scope: (row: Row<Table>, aliases: Aliases) => readonly Condition[],
  aliases: Aliases,
): ListKeys {
  const row = aliases.of(definition.table);
  const order = orderOf(definition, request.orderBy);
  const [scoped, filter] = [scope(row, aliases), filterConditions(definition, row, request.filter, aliases)];
  const walk = chooseWalk(
    {
      row,
      scope: scoped,
      filter,
      isByDate: order.isDate,
      joints: definition.joints ?? [],
      date: dateOf(definition, row),
    },
    aliases,
  );
  const { id, from, where } = walk;
  const key = walk.key ?? order.column(row);

  const isBackward = request.last.isGiven;
  if (isBackward && request.first.isGiven) {
    throw new UserError(
      'BAD_PAGE',
      'Both `first` and `last` are given.',
      'Pass `first` with `after`, or `last` with `before`.',
    );
  }
  const direction = sql.raw(order.direction);
  const towards = sql.raw((order.direction === 'ASC') === isBackward ? 'DESC' : 'ASC');
  // A walk with keys of its own has cursors of its own.
  const tag = `${definition.name}.${order.field}.${order.direction}${walk.isUnique ? '.TEXT' : ''}`;
  const beyond = (cursor: Argument, comparison: keyof typeof OPPOSITE | '<=' | '>='): SQL =>
    walk.isUnique
      ? sql`${key} ${sql.raw(comparison)} CAST(${cursorKey(cursor, tag, 0)} AS INTEGER)`
      : sql`(${key}, ${id}) ${sql.raw(comparison)} (${cursorKey(cursor, tag, 0)}, ${cursorKey(cursor, tag, 1)})`;
  const [after, before] = order.direction === 'DESC' ? (['<', '>'] as const) : (['>', '<'] as const);
  const bounds = [
    ...(request.after.isGiven ? [beyond(request.after, after)] : []),
    ...(request.before.isGiven ? [beyond(request.before, before)] : []),
  ];
  const [ahead, behind] = isBackward ? [request.after, request.before] : [request.before, request.after];
  const dateColumn = walk.date === null ? sql.empty() : sql`, ${walk.date} AS date`;
  const matching = sql`FROM ${from} WHERE ${allOf(where)}`;
  const offset = request.offset.isGiven ? sql` OFFSET ${request.offset.bind(checkOffset)}` : sql.empty();
  const reaches = (cursor: Argument): SQL =>
    sql`EXISTS (SELECT 1 ${matching} AND ${beyond(cursor, OPPOSITE[cursor === request.before ? before : after])})`;
  // What `offset` leaves out lies behind the page, wherever a row is left out at all.
  const skipped = (): SQL =>
    sql`(${request.offset.bind(checkOffset)} > 0 AND EXISTS (SELECT 1 FROM ${from} WHERE ${allOf([...where, ...bounds])}))`;
  const rowsBehind = [
    ...(behind.isGiven ? [reaches(behind)] : []),
    ...(request.offset.isGiven ? [skipped()] : []),
  ];
  return {
    matching,
    id,
    date: walk.date,
    isWhole: scoped.length + filter.length === 0,
    without: (field) =>
      listKeys(definition, { ...request, filter: request.filter.without(field) }, scope, aliases),
    page: (limit) =>
      sql`SELECT ${id} AS id, ${key} AS key${dateColumn} FROM ${from} WHERE ${allOf([...where, ...bounds])} ORDER BY ${
        walk.isUnique ? sql`${key} ${towards}` : sql`${key} ${towards}, ${id} ${towards}`
      } LIMIT ${limit}${offset}`,
    rowsBehind: rowsBehind.length === 0 ? null : anyOf(rowsBehind),
    rowsAhead: ahead.isGiven ? reaches(ahead) : null,
    isBackward,
    size: (variables) => {
      const asked = (isBackward ? request.last : request.first).read(variables);
      return typeof asked === 'number'
        ? checkPageSize(asked, isBackward ? 'last' : 'first')
        : DEFAULT_PAGE_SIZE;
    },
    pageSize: pageSize(isBackward ? request.last : request.first, isBackward ? 'last' : 'first'),
    displayOrder: (shownKey, shownId) => sql`${shownKey} ${direction}, ${shownId} ${direction}`,
    cursor: (shownKey, shownId) => cursorSql(tag, [shownKey, shownId]),
  };
}

function dateOf<Table extends ListedTable>(definition: ListDefinition<Table>, row: Row<Table>): SQL | null {
  const byDate = Object.values(definition.orderings).find(({ isDate }) => isDate);
  return byDate === undefined ? null : byDate.column(row);
}

function orderOf<Table extends ListedTable>(definition: ListDefinition<Table>, orderBy: Argument) {
  const field = String(orderBy.field('field').choice ?? definition.defaultOrder.field);
  const direction = orderBy.field('direction').choice ?? definition.defaultOrder.direction;
  const ordering = definition.orderings[field];
  if (ordering === undefined) throw new Error(`The list ${definition.name} has no order ${field}.`);
  return { field, direction: direction === 'ASC' ? ('ASC' as const) : ('DESC' as const), ...ordering };
}

const cursorKey = (cursor: Argument, tag: string, index: 0 | 1): SQL =>
  cursor.bind((given: string) => readCursor(given, tag, 2)[index] ?? null);

/** `first` of a short list beside a page, such as the buckets of a facet. */
export const shortListSize = (argument: Argument): SQL => pageSize(argument, 'first');

/** How many rows a page shows, as a parameter that refuses numbers out of bounds. */
export function pageSize(argument: Argument, name: 'first' | 'last'): SQL {
  if (!argument.isGiven) return sql.raw(String(DEFAULT_PAGE_SIZE));
  return argument.bind((given: number) => checkPageSize(given, name));
}

/** @throws {UserError} BAD_PAGE or LIMIT_EXCEEDED for one out of bounds, also where no row is asked for. */
function checkPageSize(given: number, name: 'first' | 'last'): number {
  if (given >= 0 && given <= MAX_PAGE_SIZE) return given;
  throw new UserError(
    given < 0 ? 'BAD_PAGE' : 'LIMIT_EXCEEDED',
    `\`${name}: ${given}\` is not between 0 and ${MAX_PAGE_SIZE}.`,
    given < 0
      ? `Ask for 0 to ${MAX_PAGE_SIZE}; \`last\` with \`before\` goes the other way.`
      : `Ask for at most ${MAX_PAGE_SIZE} and go on with the page's cursor.`,
  );
}

/** @throws {UserError} BAD_PAGE or LIMIT_EXCEEDED for one out of bounds. */
export const checkOffset = (given: number): number => {
  if (given >= 0 && given <= MAX_OFFSET) return given;
  throw new UserError(
    given < 0 ? 'BAD_PAGE' : 'LIMIT_EXCEEDED',
    `\`offset: ${given}\` is not between 0 and ${MAX_OFFSET}.`,
    given < 0 ? 'Count from 0, the first row.' : 'Go deeper with cursors: they cost the same at any depth.',
  );
};

/** A request that asks for nothing in particular. */
export const plainRequest = (parts: Partial<ListRequest> = {}): ListRequest => ({
  filter: Argument.absent,
  orderBy: Argument.absent,
  first: Argument.absent,
  last: Argument.absent,
  after: Argument.absent,
  before: Argument.absent,
  offset: Argument.absent,
  ...parts,
});
