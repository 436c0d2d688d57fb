import { type Column, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Path, Row } from '../../query/list.ts';

/** A link table of articles, which carries their date. */
type ArticleLink = SQLiteTable & { readonly articleId: Column; readonly sortKey: Column };

/** The articles that a link table leads to: newest first, a walk along its index. */
export const articlesThrough = (link: Row<ArticleLink>, match: SQL): Path => ({
  kind: 'path',
  link,
  match,
  id: sql`${link.articleId}`,
  sortKey: sql`${link.sortKey}`,
});
