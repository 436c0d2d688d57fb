import { getOperationAST, parse } from 'graphql';
import type { Archive } from '../../src/archive/archive.ts';
import { planOfOperation } from '../../src/graphql/operation-plan.ts';
import { schema } from '../../src/graphql/schema.ts';
import { LARGE_ARCHIVE_STATISTICS } from './large-archive-statistics-data.ts';

/** Tables that grow with the archive. */
const BIG =
  /^(articles|quotes|links|revisions|near_duplicates|translations|import_items|rights_holders|article_\w+|quote_\w+)$/;

/** The statements of an operation without variables, each with SQLite's plan for it, aliases replaced by table names. */
export async function queryPlan(archive: Archive, query: string): Promise<string[]> {
  const operation = getOperationAST(parse(query));
  if (!operation) throw new Error('The document has no operation.');
  const roots = planOfOperation(schema, operation, {}).direct({});
  if (roots === null) throw new Error('JavaScript has a part in the answer.');
  const lines: string[] = [];
  for (const { statement } of roots) {
    const names = new Map(
      [...statement.text.matchAll(/"(\w+)" "(t\d+)"/g)].map(([, table, alias]) => [alias ?? '', table ?? '']),
    );
    const rows = await archive.database.all(`EXPLAIN QUERY PLAN ${statement.text}`, statement.bind({}));
    for (const row of rows)
      lines.push(String(row[3]).replace(/\bt\d+\b/g, (alias) => names.get(alias) ?? alias));
  }
  return lines;
}

/** The steps of a plan that read a growing table from one end to the other without an index that orders it. */
export const fullScans = (plan: readonly string[]): string[] =>
  plan.filter((line) => {
    const [, table] = /^SCAN (\w+)(?! VIRTUAL)/.exec(line) ?? [];
    return table !== undefined && BIG.test(table) && !/USING (COVERING )?INDEX|VIRTUAL TABLE/.test(line);
  });

/** Gives an archive the statistics of a large one, by which SQLite then plans. */
export async function pretendLarge(archive: Archive): Promise<void> {
  await archive.database.script('ANALYZE; DELETE FROM sqlite_stat1');
  await archive.database.write(async (transaction) => {
    for (const [table, indexes] of Object.entries(LARGE_ARCHIVE_STATISTICS))
      for (const [index, stat] of Object.entries(indexes))
        await transaction.all('INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)', [
          table,
          index,
          stat,
        ]);
  });
  await archive.database.script('ANALYZE sqlite_schema');
}
