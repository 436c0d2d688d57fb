import { type SQL, sql } from 'drizzle-orm';
import { type Aliases, fromRow, type Row } from '../../query/list.ts';
import { articles, nearDuplicates } from './article-table.ts';

/** Pieces looked at on each side of a piece in time, under each term that it has. */
const WINDOW = sql.raw('30');

/** Links looked at, each way. */
const MAX_LINKS = sql.raw('50');

/** What a shared thing counts, before its rarity: a link was set by hand, a region is shared by many. */
const WEIGHTS = { LINK: 3, REPORT: 2.5, SPEAKER: 2, THEME: 1.5, REGION: 1 } as const;

export type RelationKind = keyof typeof WEIGHTS;

/** A kind of thing that two pieces can share, as a table of `article_id`, `term` and `sort_key`. */
interface Shared {
  readonly kind: RelationKind;
  readonly table: string;
  readonly term: string;
  /** The table that names the terms, with how many pieces or quotations have them. */
  readonly names: string;
  readonly frequency: string;
}

const SHARED: readonly Shared[] = [
  {
    kind: 'REPORT',
    table: 'article_reports',
    term: 'report_id',
    names: 'reports',
    frequency: 'article_count',
  },
  { kind: 'SPEAKER', table: 'quotes', term: 'speaker_id', names: 'speakers', frequency: 'quote_count' },
  { kind: 'THEME', table: 'article_themes', term: 'theme_id', names: 'themes', frequency: 'article_count' },
  {
    kind: 'REGION',
    table: 'article_regions',
    term: 'region_id',
    names: 'regions',
    frequency: 'article_count',
  },
];

/** A term of a thousand pieces counts a third of one that nobody else has. */
const rarity = (frequency: SQL): SQL => sql`1 / (1 + ln(1 + ${frequency}) / 3.5)`;

const raw = (text: string): SQL => sql.raw(text);

/** The articles near `article` in time that share a term with it: a few indexed steps for each of its terms. */
function near({ table, term }: Shared, article: Row<typeof articles>): SQL {
  const side = (comparison: string, direction: string): SQL =>
    sql`SELECT json_each.value AS id FROM ${raw(table)} mine, json_each((SELECT json_group_array(article_id) FROM (SELECT other.article_id FROM ${raw(table)} other WHERE other.${raw(term)} = mine.${raw(term)} AND other.sort_key ${raw(comparison)} ${article.sortKey} ORDER BY other.sort_key ${raw(direction)} LIMIT ${WINDOW}))) WHERE mine.article_id = ${article.id} AND mine.${raw(term)} IS NOT NULL`;
  return sql`${side('<=', 'DESC')} UNION ${side('>', 'ASC')}`;
}

const linked = (article: Row<typeof articles>): SQL =>
  sql`SELECT * FROM (SELECT target_id AS id FROM links WHERE article_id = ${article.id} AND target_id IS NOT NULL LIMIT ${MAX_LINKS}) UNION SELECT * FROM (SELECT article_id AS id FROM links WHERE target_id = ${article.id} LIMIT ${MAX_LINKS})`;

/** What two articles share, as rows of `kind`, `term`, `node_id`, `slug`, `name` and `weight`. */
function sharedRows(one: SQL, other: SQL): SQL {
  const terms = SHARED.map(
    ({ kind, table, term, names, frequency }) =>
      sql`SELECT ${raw(`'${kind}'`)} AS kind, named.node_id, named.slug, named.name, ${raw(String(WEIGHTS[kind]))} * ${rarity(sql`named.${raw(frequency)}`)} AS weight FROM (SELECT DISTINCT ${raw(term)} AS term FROM ${raw(table)} WHERE article_id = ${one} AND ${raw(term)} IS NOT NULL INTERSECT SELECT ${raw(term)} FROM ${raw(table)} WHERE article_id = ${other}) both CROSS JOIN ${raw(names)} named ON named.id = both.term`,
  );
  const link = sql`SELECT 'LINK' AS kind, node_id, slug, headline AS name, ${raw(String(WEIGHTS.LINK))} AS weight FROM articles WHERE id = ${other} AND (EXISTS (SELECT 1 FROM links WHERE article_id = ${one} AND target_id = ${other}) OR EXISTS (SELECT 1 FROM links WHERE article_id = ${other} AND target_id = ${one}))`;
  return sql`${sql.join([link, ...terms], raw(' UNION ALL '))}`;
}

/**
 * The articles most closely related to one, as a table of `id` and `score`, the closest first.
 *
 * Looked at are the articles linked either way, and those nearest in time under each report, speaker, theme and region.
 * Each shared thing counts by its kind and its rarity, less for articles far off in time; the score is 0 to 1. Near
 * duplicates are the same article and left out.
 */
export function relatedRows(article: Row<typeof articles>, first: SQL, aliases: Aliases): SQL {
  const duplicate = aliases.of(nearDuplicates);
  const other = aliases.of(articles);
  const candidates = sql.join(
    [linked(article), ...SHARED.map((shared) => near(shared, article))],
    raw(' UNION '),
  );
  const years = sql`abs(${other.sortKey} - ${article.sortKey}) / 31536000000.0`;
  const sum = sql`(SELECT total(weight) FROM (${sharedRows(sql`${article.id}`, sql`${other.id}`)}))`;
  return sql`(SELECT id, round(points / (points + 3.0), 4) AS score FROM (SELECT ${other.id} AS id, ${sum} * (0.5 + 0.5 / (1 + ${years})) AS points FROM (${candidates}) candidate CROSS JOIN ${fromRow(other)} ON ${other.id} = candidate.id WHERE ${other.id} <> ${article.id} AND NOT EXISTS (SELECT 1 FROM ${fromRow(duplicate)} WHERE ${duplicate.articleId} = ${article.id} AND ${duplicate.otherId} = ${other.id})) WHERE points > 0 ORDER BY points DESC, id DESC LIMIT ${first})`;
}

/** Why two articles are related: what they share, what counts most first. */
export const reasonRows = (one: SQL, other: SQL): SQL =>
  sql`(SELECT * FROM (${sharedRows(one, other)}) ORDER BY weight DESC, kind, slug LIMIT 20)`;
