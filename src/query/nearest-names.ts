import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Database } from '../archive/database.ts';
import { letterSimilarity } from '../text/similarity.ts';
import { originalName } from './list.ts';

/** Slugs that are compared with an unknown one, at most, from each end: a few milliseconds. */
const MAX_COMPARED = 500;

/** Names that are offered. */
const MAX_OFFERED = 3;

/** Share of letters in rows of three. Below it a name is no help. */
const MIN_SIMILARITY = 0.3;

/**
 * The slugs that exist and look most like the given ones: for messages. One statement, bounded: slugs with the same
 * first letters, and those of the table's first rows. None for a table without slugs.
 */
export async function nearestNames(
  database: Database,
  table: SQLiteTable,
  names: readonly string[],
): Promise<readonly string[]> {
  if (!('slug' in table)) return [];
  const source = originalName(table);
  const wanted = names.slice(0, 5).map((name) => name.slice(0, 80).toLowerCase());
  const rows = await database.all(
    `SELECT slug FROM (SELECT slug FROM json_each(?) AS near, ${source} WHERE slug >= near.value AND slug < near.value || '~' LIMIT ${MAX_COMPARED}) UNION SELECT slug FROM (SELECT slug FROM ${source} LIMIT ${MAX_COMPARED})`,
    [JSON.stringify(wanted.map((name) => name.slice(0, 2)))],
  );
  const scored = rows.map(([slug]) => {
    const likeness = wanted.map((name) =>
      letterSimilarity(name.replaceAll('-', ' '), String(slug).replaceAll('-', ' ')),
    );
    return { slug: String(slug), score: Math.max(...likeness) };
  });
  return scored
    .filter(({ score }) => score >= MIN_SIMILARITY)
    .sort((a, b) => b.score - a.score || a.slug.localeCompare(b.slug, 'en'))
    .slice(0, MAX_OFFERED)
    .map(({ slug }) => slug);
}
