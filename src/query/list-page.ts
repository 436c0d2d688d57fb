import { type SQL, sql } from 'drizzle-orm';
import { jsonBoolean, jsonObject } from './json-sql.ts';
import { type Aliases, fromRow, type ListDefinition, type ListedTable, type Row } from './list.ts';
import type { ListKeys } from './list-keys.ts';

/** Makes the JSON of one listed row. */
export type Item<Table extends ListedTable> = (row: Row<Table>) => SQL;

export type PageInfoField = 'hasNextPage' | 'hasPreviousPage' | 'startCursor' | 'endCursor';

/** One field of a connection as asked for, under the name that the caller gave it. */
export type PagePart<Table extends ListedTable> =
  | { readonly kind: 'nodes'; readonly item: Item<Table> }
  | { readonly kind: 'edges'; readonly properties: readonly (readonly [string, 'cursor' | Item<Table>])[] }
  | { readonly kind: 'pageInfo'; readonly properties: readonly (readonly [string, PageInfoField | SQL])[] }
  | { readonly kind: 'totalCount' }
  /** Anything else about all the rows that the filter lets through: facets, a timeline. */
  | { readonly kind: 'over'; readonly value: (keys: ListKeys) => SQL };

/** The JSON object of a page, as an expression that stands alone or in the JSON of the row that the list belongs to. */
export function pageSql<Table extends ListedTable>(
  definition: ListDefinition<Table>,
  keys: ListKeys,
  parts: readonly (readonly [name: string, part: PagePart<Table>])[],
  aliases: Aliases,
): SQL {
  // Whatever does not gather the page's rows must stay out of their SELECT: without an aggregate it has a row for each.
  const knowsEnds = parts.some(([, part]) => part.kind === 'pageInfo' && gathersRows(part, keys));
  const readsRows = knowsEnds || parts.some(([, { kind }]) => kind === 'nodes' || kind === 'edges');
  const page = sql.identifier(aliases.name());
  const row = aliases.of(definition.table);
  const shown = knowsEnds ? sql` FILTER (WHERE ${page}.n <= ${keys.pageSize})` : sql.empty();
  const collect = (value: SQL): SQL => sql`json_group_array(${value})${shown}`;
  const cursor = keys.cursor(sql`${page}.key`, sql`${page}.id`);

  const jsonOf = (part: PagePart<Table>): SQL => {
    switch (part.kind) {
      case 'nodes':
        return collect(part.item(row));
      case 'edges':
        return collect(
          jsonObject(part.properties.map(([name, of]) => [name, of === 'cursor' ? cursor : of(row)])),
        );
      case 'totalCount':
        return sql`(SELECT count(*) ${keys.matching})`;
      case 'over':
        return part.value(keys);
      case 'pageInfo': {
        const left = sql`count(*) > ${keys.pageSize}`;
        const more = jsonBoolean(keys.rowsAhead === null ? left : sql`(${left} OR ${keys.rowsAhead})`);
        const behind = jsonBoolean(keys.rowsBehind ?? sql`0`);
        const values: Record<PageInfoField, SQL> = {
          hasNextPage: keys.isBackward ? behind : more,
          hasPreviousPage: keys.isBackward ? more : behind,
          startCursor: sql`${collect(cursor)} ->> '$[0]'`,
          endCursor: sql`${collect(cursor)} ->> '$[#-1]'`,
        };
        return jsonObject(
          part.properties.map(([name, of]) => [name, typeof of === 'string' ? values[of] : of]),
        );
      }
    }
  };
  const object = jsonObject(parts.map(([name, part]) => [name, jsonOf(part)]));
  if (!readsRows) return object;
  return sql`(SELECT ${object} FROM ${rowsOfPage(keys, knowsEnds)} ${page} CROSS JOIN ${fromRow(row)} ON ${row.id} = ${page}.id)`;
}

/** Whether a part about the page's ends needs its rows: what lies behind a page is known without them. */
function gathersRows({ properties }: PagePart<ListedTable> & { kind: 'pageInfo' }, keys: ListKeys): boolean {
  const behind = keys.isBackward ? 'hasNextPage' : 'hasPreviousPage';
  return properties.some(([, of]) => typeof of === 'string' && of !== behind);
}

/** The page's keys in the order shown; one row more than shown where the caller asks whether there are more. */
function rowsOfPage(keys: ListKeys, knowsEnds: boolean): SQL {
  if (!knowsEnds && !keys.isBackward) return sql`(${keys.page(keys.pageSize)})`;
  const walked = knowsEnds
    ? sql`(SELECT id, key, row_number() OVER () AS n FROM (${keys.page(sql`${keys.pageSize} + 1`)}))`
    : sql`(${keys.page(keys.pageSize)})`;
  if (!keys.isBackward) return walked;
  return sql`(SELECT * FROM ${walked} ORDER BY ${keys.displayOrder(sql`key`, sql`id`)} LIMIT -1)`;
}
