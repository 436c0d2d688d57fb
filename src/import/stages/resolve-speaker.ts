import { speakerNames, speakers } from '../../content/speaker/speaker-table.ts';
import type { ExtractedSpeaker } from '../../quote-extraction/quote.ts';
import { slugOf } from '../../text/slug.ts';
import { foldName } from '../../vocabulary/fold-name.ts';
import type { Resolving } from './resolve-terms.ts';
import { firstNumber, firstRow, freeSlug, insertRow, nodeIdOf } from './write-rows.ts';

/**
 * The record of a speaker; null for one without a name.
 *
 * Two pieces mean the same speaker when they use the same full name: a surname alone is never a match. What the
 * archive's owner has said (a name of origin `CURATED`) wins over every name that was printed.
 */
export async function resolveSpeaker(
  resolving: Resolving,
  speaker: ExtractedSpeaker,
): Promise<number | null> {
  if (speaker.status !== 'NAMED' || speaker.name === null) return null;
  const key = foldName(speaker.name);
  if (key === '') return null;
  const { transaction, cache } = resolving;
  const cached = cache.get('speaker', key);
  const id =
    cached ?? (await findSpeaker(resolving, key)) ?? (await addSpeaker(resolving, speaker, speaker.name));
  cache.set('speaker', key, id);
  if (speaker.kind !== 'UNKNOWN' && cache.get('speaker kind', `${id}`) === undefined) {
    await transaction.all("UPDATE speakers SET kind = ? WHERE id = ? AND kind = 'UNKNOWN'", [
      speaker.kind,
      id,
    ]);
    cache.set('speaker kind', `${id}`, id);
  }
  for (const name of [speaker.name, ...speaker.names]) {
    const nameKey = foldName(name);
    if (nameKey === '' || cache.get('speaker name', `${id} ${nameKey}`) !== undefined) continue;
    cache.set('speaker name', `${id} ${nameKey}`, id);
    const known = await firstRow(
      transaction,
      'SELECT 1 FROM speaker_names WHERE key = ? AND speaker_id = ?',
      [nameKey, id],
    );
    if (known === undefined)
      await insertRow(transaction, speakerNames, { key: nameKey, speakerId: id, name, origin: 'PRINTED' });
  }
  return id;
}

async function findSpeaker({ transaction }: Resolving, key: string): Promise<number | null> {
  const curated = await firstNumber(
    transaction,
    "SELECT speaker_id FROM speaker_names WHERE key = ? AND origin = 'CURATED' ORDER BY speaker_id LIMIT 1",
    [key],
  );
  if (curated !== null) return curated;
  // A single word that another piece used for somebody with a longer name may be a surname: only the same name counts.
  return firstNumber(
    transaction,
    'SELECT id FROM speakers WHERE node_id = coalesce((SELECT node_id FROM node_aliases WHERE alias = ?1), ?1)',
    [nodeIdOf('speaker', key)],
  );
}

async function addSpeaker(
  { transaction, now }: Resolving,
  speaker: ExtractedSpeaker,
  name: string,
): Promise<number> {
  const key = foldName(name);
  return insertRow(transaction, speakers, {
    nodeId: nodeIdOf('speaker', key),
    slug: await freeSlug(transaction, speakers, slugOf(name), key),
    name,
    kind: speaker.kind,
    createdAt: now,
    updatedAt: now,
  });
}
