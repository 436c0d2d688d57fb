import { type SQL, sql } from 'drizzle-orm';
import { authors } from '../content/author/author-table.ts';
import { outlets } from '../content/outlet/outlet-table.ts';
import { regions } from '../content/region/region-table.ts';
import { reports } from '../content/report/report-table.ts';
import { speakers } from '../content/speaker/speaker-table.ts';
import { themes } from '../content/theme/theme-table.ts';
import { type Argument, parameter } from '../query/argument.ts';
import { type Aliases, fromRow } from '../query/list.ts';
import { parseSearch } from '../text/search-query.ts';
import { NAME_KINDS, type NameKind, nameRowBase } from './name-rows.ts';

/** Names of each kind that begin with what was typed and are weighed, at most. */
const MAX_WEIGHED = 200;

/** Letters of a word that words of bodies are completed for: fewer are the beginning of too many. */
const MIN_WORD_LETTERS = 3;

/** Words of bodies that begin with what was typed and are weighed, at most, in alphabetical order. */
const MAX_WORDS_WEIGHED = 300;

const TABLES = {
  SPEAKER: speakers,
  AUTHOR: authors,
  REGION: regions,
  THEME: themes,
  REPORT: reports,
  OUTLET: outlets,
} as const;

export type SuggestionType = NameKind | 'WORD';

const isWanted = (type: SuggestionType, types: Argument): SQL =>
  parameter((variables) => {
    const given = types.read(variables) as readonly string[] | null | undefined; // an enum list in the schema
    return given === undefined || given === null || given.includes(type) ? 1 : 0;
  });

/** What was typed so far as FTS5 wants it: its last word may go on. Nothing typed completes to nothing. */
function startOf(typed: string): string {
  const words = parseSearch(typed.slice(0, 200)).flatMap(
    ({ words: term }) => term.match(/[\p{L}\p{N}]+/gu) ?? [],
  );
  return words.length === 0 ? '""' : `${words.map((word) => `"${word}"`).join(' AND ')} *`;
}

/** The one word that was typed, as the index writes it; empty for several, or for one that is too short. */
function wordStart(typed: string): string {
  const word = typed.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return /^[\p{L}\p{N}]+$/u.test(word) && word.length >= MIN_WORD_LETTERS ? word.slice(0, 40) : '';
}

/**
 * Completions of what is being typed, as a table of `type`, `text`, `slug`, `node_id` and `count`: names with a word that
 * begins so, then words of headlines and bodies, each kind's most frequent first. One bounded statement.
 */
export function suggestionRows(prefix: Argument, types: Argument, first: SQL, aliases: Aliases): SQL {
  const names = NAME_KINDS.kinds.map((kind) => {
    const row = aliases.of(TABLES[kind] as typeof speakers | typeof authors); // those with a count of their own
    const count = 'quoteCount' in row ? row.quoteCount : row.articleCount;
    const base = nameRowBase(kind);
    return sql`SELECT ${sql.raw(`'${kind}'`)} AS type, name AS text, slug, node_id, count FROM (SELECT ${row.name} AS name, ${row.slug} AS slug, ${row.nodeId} AS node_id, ${count} AS count FROM names_fts CROSS JOIN ${fromRow(row)} ON ${row.id} = names_fts.rowid - ${sql.raw(String(base))} WHERE names_fts MATCH ${prefix.bind(startOf)} AND names_fts.rowid BETWEEN ${sql.raw(String(base))} AND ${sql.raw(String(base + NAME_KINDS.size))} AND ${isWanted(kind, types)} LIMIT ${sql.raw(String(MAX_WEIGHED))})`;
  });
  const start = prefix.bind(wordStart);
  const words = sql`SELECT 'WORD' AS type, term AS text, NULL AS slug, NULL AS node_id, doc AS count FROM (SELECT term, doc FROM articles_words WHERE term >= ${start} AND term < ${start} || char(1114111) AND ${start} <> '' AND ${isWanted('WORD', types)} LIMIT ${sql.raw(String(MAX_WORDS_WEIGHED))})`;
  return sql`(SELECT * FROM (${sql.join([...names, words], sql.raw(' UNION ALL '))}) ORDER BY type = 'WORD', count DESC, text, type LIMIT ${first})`;
}
