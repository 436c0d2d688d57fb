import { type SQL, sql } from 'drizzle-orm';
import type { Aliases } from '../query/list.ts';
import { matchOf, SEARCH_KINDS, type SearchKind, type SearchRequest } from './search-hits.ts';

/** Marks around hits in what SQLite gives: control characters that no text of the archive holds. */
export const [MARK_START, MARK_END] = ['\u0002', '\u0003'];

const [START, END] = [sql.raw('char(2)'), sql.raw('char(3)')];

/** Tokens of a passage cut out of a body. FTS5 takes 64 at most. */
const PASSAGE_TOKENS = sql.raw('32');

/** The fields in which a search looks, in the order of their full-text table's columns. */
const FIELDS: Readonly<Record<SearchKind, { readonly table: string; readonly columns: readonly string[] }>> =
  {
    ARTICLE: { table: 'articles_fts', columns: ['HEADLINE', 'ALTERNATIVE_HEADLINE', 'DESCRIPTION', 'BODY'] },
    QUOTE: { table: 'quotes_fts', columns: ['TEXT', 'SPEAKER_NAME'] },
    SPEAKER: { table: 'names_fts', columns: ['NAME', 'OTHER_NAMES'] },
    AUTHOR: { table: 'names_fts', columns: ['NAME'] },
  };

/**
 * The fields of one hit that hold what was searched, as a table of `field` and `marked`: the text with marks around hits,
 * a passage of a body, whole otherwise. `hit` has the columns `kind` and `row`.
 */
export function highlightRows(request: SearchRequest, hit: SQL, aliases: Aliases): SQL {
  const kinds = Object.entries(FIELDS).map(([kind, { table, columns }]) => {
    const fts = sql.identifier(table);
    const texts = columns.map((column, index) => {
      const at = sql.raw(String(index));
      return column === 'BODY'
        ? sql`snippet(${fts}, ${at}, ${START}, ${END}, '…', ${PASSAGE_TOKENS})`
        : sql`highlight(${fts}, ${at}, ${START}, ${END})`;
    });
    const field = sql.identifier(aliases.name());
    const name = sql.join(
      columns.map((column, index) => sql.raw(`WHEN ${index} THEN '${column}'`)),
      sql.raw(' '),
    );
    const kindNumber = sql.raw(String(SEARCH_KINDS[kind as SearchKind])); // the keys of FIELDS
    return sql`SELECT CASE ${field}.key ${name} END AS field, ${field}.value AS marked FROM (SELECT json_array(${sql.join(texts, sql.raw(', '))}) AS texts FROM ${fts} WHERE ${hit}.kind = ${kindNumber} AND ${fts} MATCH ${matchOf(request)} AND ${fts}.rowid = ${hit}."row"), json_each(texts) ${field} WHERE instr(${field}.value, ${START})`;
  });
  return sql`(${sql.join(kinds, sql.raw(' UNION ALL '))})`;
}

/** The text without marks. */
export const unmarked = (marked: SQL): SQL => sql`replace(replace(${marked}, ${START}, ''), ${END}, '')`;

/** As HTML: the text escaped, hits in `<mark>`. */
export const markedHtml = (marked: SQL): SQL =>
  sql`replace(replace(replace(replace(replace(replace(${marked}, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;'), ${START}, '<mark>'), ${END}, '</mark>')`;

/** Where the marks stand in the text without them: UTF-16 units, `end` exclusive. Linear. */
export function markedRanges(marked: string): { readonly start: number; readonly end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  let length = 0;
  marked.split(MARK_START).forEach((part, index) => {
    const [hit = '', ...rest] = part.split(MARK_END);
    if (index > 0) ranges.push({ start: length, end: length + hit.length });
    length += hit.length + rest.reduce((sum, { length: more }) => sum + more, 0);
  });
  return ranges;
}
