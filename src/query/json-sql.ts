import { type SQL, sql } from 'drizzle-orm';

// SQLite writes the answer's JSON. A JSON value keeps its mark as JSON through functions and scalar subqueries, but not
// through a sorter or a materialised subquery: so an object is always made in the outermost select over plain rows.

/** SQLite takes 127 arguments a function: two for each property. */
const MAX_PROPERTIES = 60;

/** A JSON object with the properties in the given order. */
export function jsonObject(properties: readonly (readonly [name: string, value: SQL])[]): SQL {
  const parts: SQL[] = [];
  for (let from = 0; from < properties.length || from === 0; from += MAX_PROPERTIES) {
    const part = properties
      .slice(from, from + MAX_PROPERTIES)
      .map(([name, value]) => sql`${literal(name)}, ${value}`);
    parts.push(sql`json_object(${sql.join(part, sql.raw(', '))})`);
  }
  const [first, ...rest] = parts;
  if (first === undefined || rest.length === 0) return first ?? sql`json_object()`;
  const joined = rest.reduce(
    (left, right) => sql`substr(${left}, 1, length(${left}) - 1) || ',' || substr(${right}, 2)`,
    first,
  );
  return sql`json(${joined})`;
}

/** `true` or `false` for a condition that is 1 or 0; null stays null. */
export const jsonBoolean = (condition: SQL): SQL =>
  sql`json(CASE ${condition} WHEN 0 THEN 'false' WHEN 1 THEN 'true' END)`;

/** Stored JSON text as a JSON value. */
export const storedJson = (text: SQL): SQL => sql`json(${text})`;

/** A JSON array of `item` over the rows of `from`, in their order; `[]` where there are none. */
export const jsonArray = (item: SQL, from: SQL): SQL => sql`(SELECT json_group_array(${item}) FROM ${from})`;

/** A quoted SQL text. Only for names out of our own schema and response keys, which GraphQL's grammar keeps to `[_0-9A-Za-z]`. */
export const literal = (text: string): SQL => sql.raw(`'${text.replaceAll("'", "''")}'`);
