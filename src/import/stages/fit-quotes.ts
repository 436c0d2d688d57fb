import type { SqlValue, Transaction } from '../../archive/database.ts';
import { speakerKey } from '../../content/speaker/match-speaker.ts';
import { foldName } from '../../vocabulary/fold-name.ts';
import type { Mapping } from '../mapping-file.ts';
import { correctedArticles } from './corrections-of.ts';
import { requoteArticle } from './requote-article.ts';
import { resolveSpeaker } from './resolve-speaker.ts';
import type { Resolving } from './resolve-terms.ts';
import { nodeIdOf } from './write-rows.ts';

/**
 * Fits the quotations of the archive to the owner's mapping: speakers whose names it speaks of, or spoke of `before`, are
 * resolved anew, and the pieces whose quotations it corrects, or corrected, are extracted anew.
 */
export async function fitQuotes(resolving: Resolving, before: Mapping): Promise<void> {
  const { mapping, cache } = resolving;
  if (mapping === undefined) return;
  cache.clear();
  await fitSpeakers(resolving, before, mapping);
  const printed = (corrections: Mapping['corrections']): Set<string> =>
    new Set(corrections.map((correction) => JSON.stringify(correction)));
  const [was, is] = [printed(before.corrections), printed(mapping.corrections)];
  const withdrawn = before.corrections.filter((correction) => !is.has(JSON.stringify(correction)));
  const given = mapping.corrections.filter((correction) => !was.has(JSON.stringify(correction)));
  for (const id of await correctedArticles(resolving, withdrawn)) {
    // What the owner has taken back is for extraction to say again; other corrections of the piece are made anew.
    await resolving.transaction.all("UPDATE quotes SET origin = 'EXTRACTED' WHERE article_id = ?", [id]);
  }
  for (const id of await correctedArticles(resolving, [...withdrawn, ...given]))
    await requoteArticle(resolving, id);
}

/** Folded names of speakers that stand for somebody else than before. */
function changedNames(before: Mapping, after: Mapping): readonly string[] {
  const [was, is] = [before.rules.speakers, after.rules.speakers];
  return [...new Set([...was.keys(), ...is.keys()])].filter(
    (name) => was.has(name) !== is.has(name) || was.get(name)?.name !== is.get(name)?.name,
  );
}

async function fitSpeakers(resolving: Resolving, before: Mapping, after: Mapping): Promise<void> {
  const { transaction } = resolving;
  for (const name of changedNames(before, after)) {
    const key = speakerKey(name);
    const quotes = await quotesUnder(transaction, name, key);
    await transaction.all("DELETE FROM speaker_names WHERE key = ? AND origin = 'CURATED'", [key]);
    await transaction.all('DELETE FROM node_aliases WHERE alias = ?', [nodeIdOf('speaker', key)]);
    const old = new Map<number, number | null>();
    for (const quote of quotes) {
      const id = await resolveSpeaker(
        resolving,
        { status: 'NAMED', name: quote.name, kind: quote.kind, role: quote.role, names: [] },
        quote.articleKey,
      );
      if (quote.speakerId !== null) old.set(quote.speakerId, id);
      if (id !== quote.speakerId) await giveTo(transaction, quote, id);
    }
    for (const [was, is] of old) await foldInto(transaction, was, is);
    resolving.cache.clear();
  }
  // A record that came back answers for itself.
  await transaction.all(
    "DELETE FROM node_aliases WHERE alias IN (SELECT 'Speaker/' || slug FROM speakers UNION ALL SELECT node_id FROM speakers)",
  );
}

interface NamedQuote {
  readonly id: number;
  readonly name: string;
  readonly role: string | null;
  readonly speakerId: number | null;
  readonly kind: 'PERSON' | 'BODY' | 'UNKNOWN';
  readonly articleKey: string;
}

/** The quotations whose pieces give the speaker this name. */
async function quotesUnder(transaction: Transaction, folded: string, key: string): Promise<NamedQuote[]> {
  const rows = await transaction.all(
    `SELECT quotes.id, speaker_name, speaker_role, speaker_id, coalesce(speakers.kind, 'UNKNOWN'), natural_key
     FROM quotes JOIN articles ON articles.id = quotes.article_id LEFT JOIN speakers ON speakers.id = speaker_id
     WHERE speaker_name IS NOT NULL AND (speaker_id IN (SELECT speaker_id FROM speaker_names WHERE key = ?)
       OR (speaker_id IS NULL AND speaker_status = 'NAMED'))`,
    [key],
  );
  return rows
    .filter(([, name]) => foldName(String(name)) === folded)
    .map(([id, name, role, speakerId, kind, articleKey]) => ({
      id: Number(id),
      name: String(name),
      role: typeof role === 'string' ? role : null,
      speakerId: numberOrNull(speakerId),
      kind: kind as NamedQuote['kind'], // the column takes no other
      articleKey: String(articleKey),
    }));
}

const numberOrNull = (value: SqlValue | undefined): number | null =>
  value === null || value === undefined ? null : Number(value);

async function giveTo(
  transaction: Transaction,
  { id, speakerId }: NamedQuote,
  to: number | null,
): Promise<void> {
  await transaction.all('UPDATE quotes SET speaker_id = ? WHERE id = ?', [to, id]);
  await transaction.all('UPDATE speakers SET quote_count = quote_count - 1 WHERE id = ?', [speakerId]);
  await transaction.all('UPDATE speakers SET quote_count = quote_count + 1 WHERE id = ?', [to]);
}

/** A speaker who has nothing left to say goes; the global ID and the slug lead to whoever says it now. */
async function foldInto(transaction: Transaction, from: number, to: number | null): Promise<void> {
  const [row] = await transaction.all(
    'SELECT node_id, slug FROM speakers WHERE id = ? AND id IS NOT ? AND NOT EXISTS (SELECT 1 FROM quotes WHERE speaker_id = speakers.id)',
    [from, to],
  );
  if (row === undefined) return;
  const [nodeId, slug] = [String(row[0]), String(row[1])];
  const [kept] = to === null ? [] : await transaction.all('SELECT node_id FROM speakers WHERE id = ?', [to]);
  await transaction.all('DELETE FROM speakers WHERE id = ?', [from]);
  if (kept?.[0] === undefined) return;
  await transaction.all('UPDATE node_aliases SET node_id = ? WHERE node_id = ?', [kept[0], nodeId]);
  for (const alias of [nodeId, `Speaker/${slug}`])
    await transaction.all(
      'INSERT INTO node_aliases (alias, node_id) VALUES (?1, ?2) ON CONFLICT (alias) DO UPDATE SET node_id = ?2',
      [alias, kept[0]],
    );
}
