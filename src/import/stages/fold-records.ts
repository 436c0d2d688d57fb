import type { SqlValue, Transaction } from '../../archive/database.ts';
import { slugOf } from '../../text/slug.ts';
import { foldName } from '../../vocabulary/fold-name.ts';
import type { Mapping, MappingTarget } from '../mapping-file.ts';
import type { Resolving } from './resolve-terms.ts';
import { firstRow, nodeIdOf } from './write-rows.ts';

/** Records that a name can lead to, and what may still hold on to one that has no pieces. */
const FOLDED = [
  { kind: 'authors', table: 'authors', type: 'Author', names: null, holds: [] },
  {
    kind: 'outlets',
    table: 'outlets',
    type: 'Outlet',
    names: null,
    holds: ['SELECT 1 FROM articles WHERE is_based_on_outlet_id = ?'],
  },
  {
    kind: 'regions',
    table: 'regions',
    type: 'Region',
    names: 'region_names',
    holds: ['SELECT 1 FROM regions WHERE parent_id = ?'],
  },
  {
    kind: 'themes',
    table: 'themes',
    type: 'Theme',
    names: 'theme_names',
    holds: ['SELECT 1 FROM themes WHERE parent_id = ?'],
  },
] as const;

type Folded = (typeof FOLDED)[number];

interface NamedRecord {
  readonly id: SqlValue;
  readonly nodeId: string;
  readonly slug: string;
}

/**
 * Makes one record of those that the owner says are one, once their pieces have been named anew: the record of another
 * name goes, and its global ID and slug lead to the one that is kept. One that stands for nothing goes altogether.
 */
export async function foldRecords({ transaction }: Resolving, mapping: Mapping): Promise<void> {
  for (const folded of FOLDED) {
    for (const [printed, target] of mapping.rules[folded.kind]) {
      const record = await recordOf(transaction, folded, printed, null);
      if (record === null || (await isInUse(transaction, folded, record))) continue;
      const kept = target === null ? null : await recordOf(transaction, folded, target.name, target);
      if (kept?.id === record.id || (target !== null && kept === null)) continue;
      if (kept !== null) await leadTo(transaction, folded, record, kept);
      await transaction.all(`DELETE FROM ${folded.table} WHERE id = ?`, [record.id]);
    }
  }
}

/**
 * Lets names stand for themselves again of which the owner says nothing any more: what led to another record goes, so
 * that pieces named anew get a record under the old global ID and slug.
 */
export async function unfoldRecords(
  { transaction }: Resolving,
  before: Mapping,
  after: Mapping,
): Promise<void> {
  for (const { kind, type, table, names } of FOLDED) {
    for (const printed of before.rules[kind].keys()) {
      if (after.rules[kind].has(printed)) continue;
      const slug = slugOf(printed);
      const id = nodeIdOf(table.slice(0, -1), names === null ? slug : `own:${slug}`);
      await transaction.all('DELETE FROM node_aliases WHERE alias IN (?, ?)', [id, `${type}/${slug}`]);
    }
  }
}

/** The record of a name: by the code of its term, its slug, or the folded name under which a term is known. */
async function recordOf(
  transaction: Transaction,
  { table, names }: Folded,
  name: string,
  target: MappingTarget | null,
): Promise<NamedRecord | null> {
  const byName =
    names === null ? '' : ` OR id = (SELECT ${table.slice(0, -1)}_id FROM ${names} WHERE name = ?2)`;
  const byCode = names === null || target === null || target.code === null ? '' : ' OR code = ?3';
  const values = [slugOf(name), foldName(name), ...(byCode === '' ? [] : [target?.code ?? null])];
  const row = await firstRow(
    transaction,
    `SELECT id, node_id, slug FROM ${table} WHERE slug = ?1${byName}${byCode} LIMIT 1`,
    names === null ? values.slice(0, 1) : values,
  );
  return row === undefined ? null : { id: row[0] ?? 0, nodeId: String(row[1]), slug: String(row[2]) };
}

async function isInUse(
  transaction: Transaction,
  { table, holds }: Folded,
  { id }: NamedRecord,
): Promise<boolean> {
  const counted = await firstRow(transaction, `SELECT 1 FROM ${table} WHERE id = ? AND article_count > 0`, [
    id,
  ]);
  if (counted !== undefined) return true;
  for (const hold of holds) if ((await firstRow(transaction, hold, [id])) !== undefined) return true;
  return false;
}

async function leadTo(
  transaction: Transaction,
  { type, table }: Folded,
  record: NamedRecord,
  kept: NamedRecord,
): Promise<void> {
  await transaction.all('UPDATE node_aliases SET node_id = ? WHERE node_id = ?', [
    kept.nodeId,
    record.nodeId,
  ]);
  for (const alias of [record.nodeId, `${type}/${record.slug}`]) {
    await transaction.all(
      'INSERT INTO node_aliases (alias, node_id) VALUES (?1, ?2) ON CONFLICT (alias) DO UPDATE SET node_id = ?2',
      [alias, kept.nodeId],
    );
  }
  // The small print stays with the outlet that its pieces have now; what no piece shows goes with the old one.
  if (table === 'outlets')
    await transaction.all(
      'UPDATE rights_texts SET outlet_id = ? WHERE outlet_id = ? AND id IN (SELECT rights_text_id FROM articles)',
      [kept.id, record.id],
    );
}
