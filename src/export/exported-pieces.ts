import { sql } from 'drizzle-orm';
import type { Archive } from '../archive/archive.ts';
import { articleList } from '../content/article/article-list.ts';
import { articles, revisions } from '../content/article/article-table.ts';
import type { ArticleDraft } from '../import/readers/reader.ts';
import { Argument } from '../query/argument.ts';
import { Aliases, fromRow } from '../query/list.ts';
import { listKeys, plainRequest } from '../query/list-keys.ts';
import { buildStatement } from '../query/statement.ts';
import { type ExportedRecord, recordOfDraft } from './exported-record.ts';

/** A piece as it goes out. */
export interface ExportedPiece {
  readonly slug: string;
  /** Year of publication, or null for an undated piece. */
  readonly year: string | null;
  readonly record: ExportedRecord;
}

/** Pieces read at once: a few megabytes at most, whatever the size of the archive. */
const BATCH = 100;

/**
 * The pieces that pass a filter, a coerced value of `ArticleFilter`, in the order in which they came in: an import in the
 * same order gives the same names to everything. One statement for each hundred; what comes in meanwhile comes last.
 */
export async function* exportedPieces(
  { database }: Pick<Archive, 'database'>,
  filter: unknown,
): AsyncGenerator<ExportedPiece> {
  for (let after: unknown = null; ; ) {
    const { text, bind } = batchAfter(filter, after);
    const rows = await database.all(text, bind({}));
    for (const [cursor, id, slug, createdAt, updatedAt, datePublished, draft] of rows) {
      after = cursor;
      // Every piece has the draft that it was made of, as the import wrote it.
      const said = JSON.parse(String(draft)) as ArticleDraft;
      yield {
        slug: String(slug),
        year: datePublished === null ? null : String(datePublished).slice(0, 4),
        record: recordOfDraft(said, {
          id: String(id),
          slug: String(slug),
          createdAt: String(createdAt),
          updatedAt: String(updatedAt),
        }),
      };
    }
    if (rows.length < BATCH) return;
  }
}

/** What the archive's owner has said of printed names: the texts of the mappings, in the order in which they apply. */
export async function loadMappingTexts({ database }: Pick<Archive, 'database'>): Promise<readonly string[]> {
  const rows = await database.all('SELECT source FROM mappings ORDER BY place', []);
  return rows.map(([source]) => String(source));
}

function batchAfter(filter: unknown, after: unknown) {
  const aliases = new Aliases();
  const keys = listKeys(
    articleList,
    plainRequest({
      filter: Argument.constant(filter),
      orderBy: Argument.constant({ field: 'CREATED_AT', direction: 'ASC' }),
      after: Argument.constant(after),
    }),
    () => [],
    aliases,
  );
  const [article, revision] = [aliases.of(articles), aliases.of(revisions)];
  const newest = sql`(SELECT ${revision.draft} FROM ${fromRow(revision)} WHERE ${revision.articleId} = ${article.id} ORDER BY ${revision.number} DESC LIMIT 1)`;
  return buildStatement(
    sql`SELECT ${keys.cursor(sql`page.key`, sql`page.id`)}, ${article.nodeId}, ${article.slug}, ${article.createdAt}, ${article.updatedAt}, ${article.datePublished}, ${newest} FROM (${keys.page(sql.raw(String(BATCH)))}) page CROSS JOIN ${fromRow(article)} ON ${article.id} = page.id`,
  );
}
