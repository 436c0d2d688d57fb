import {
  isFullName,
  type KnownSpeaker,
  lastWordOf,
  lastWordsLike,
  matchSpeaker,
  speakerKey,
} from '../../content/speaker/match-speaker.ts';
import { type NameReason, speakerNames, speakers } from '../../content/speaker/speaker-table.ts';
import type { ExtractedSpeaker } from '../../quote-extraction/quote.ts';
import { slugOf } from '../../text/slug.ts';
import { findMapped } from '../mapping-file.ts';
import type { Resolving } from './resolve-terms.ts';
import { firstNumber, firstRow, freeSlug, insertRow, nodeIdOf, updateRow } from './write-rows.ts';

/** Speakers of one surname that are compared, the first of the archive. */
const MAX_COMPARED = 50;

/** What is needed of an extracted speaker. */
type Speaker = Pick<ExtractedSpeaker, 'status' | 'name' | 'kind' | 'role' | 'names'>;

interface Found {
  readonly id: number;
  readonly reason: NameReason;
}

/**
 * The record of a speaker; null for one without a name, and for one who the archive's owner says is nobody.
 *
 * What the owner says wins. A full name is the same speaker everywhere; a surname or initials alone only with support
 * (`matchSpeaker`), and without it the speaker of that piece alone: `articleKey` is the piece's natural key. Every name
 * is kept with the reason for which it is held to be the speaker's.
 */
export async function resolveSpeaker(
  resolving: Resolving,
  speaker: Speaker,
  articleKey: string,
): Promise<number | null> {
  if (speaker.status !== 'NAMED' || speaker.name === null) return null;
  const mapped = resolving.mapping && findMapped(resolving.mapping, 'speakers', speaker.name);
  if (mapped === null) return null;
  const name = mapped?.name ?? speaker.name;
  const key = speakerKey(name);
  if (key === '') return null;
  const { cache } = resolving;
  // What the owner names is nobody else, however short the name.
  const isKnownByName = mapped !== undefined || isFullName({ name, kind: speaker.kind });
  const naturalKey = isKnownByName ? key : `${key}\0${articleKey}`;
  const cached = cache.get('speaker', naturalKey);
  const found =
    cached === undefined ? await findOrAdd(resolving, { ...speaker, name }, naturalKey, isKnownByName) : null;
  const id = found?.id ?? cached ?? 0;
  // The same letters may be another body's in the next piece.
  if (found?.reason !== 'ABBREVIATION') cache.set('speaker', naturalKey, id);
  await keepKind(resolving, id, speaker);
  const reason = mapped === undefined ? (found?.reason ?? 'FULL_NAME') : 'CURATED';
  await keepName(resolving, id, name, mapped === undefined ? reason : 'FULL_NAME');
  if (mapped !== undefined) await keepName(resolving, id, speaker.name, reason);
  for (const other of speaker.names) await keepName(resolving, id, other, 'SAME_PIECE');
  return id;
}

async function findOrAdd(
  resolving: Resolving,
  speaker: Speaker & { readonly name: string },
  naturalKey: string,
  isKnownByName: boolean,
): Promise<Found> {
  const { transaction, now } = resolving;
  const { name, kind, role, names } = speaker;
  const key = speakerKey(name);
  const nodeId = nodeIdOf('speaker', naturalKey);
  const id =
    (await firstNumber(
      transaction,
      "SELECT speaker_id FROM speaker_names WHERE key = ? AND origin = 'CURATED' ORDER BY speaker_id LIMIT 1",
      [key],
    )) ??
    (await firstNumber(
      transaction,
      'SELECT id FROM speakers WHERE node_id = coalesce((SELECT node_id FROM node_aliases WHERE alias = ?1), ?1)',
      [nodeId],
    ));
  if (id !== null) return { id, reason: 'FULL_NAME' };
  const named = { name, kind, roles: role === null ? [] : [role], names };
  const match = matchSpeaker(named, await loadKnown(resolving, named));
  if (match === null) {
    const added = await insertRow(transaction, speakers, {
      nodeId,
      slug: await freeSlug(transaction, speakers, slugOf(name), naturalKey),
      name,
      kind,
      createdAt: now,
      updatedAt: now,
    });
    return { id: added, reason: 'FULL_NAME' };
  }
  if (isKnownByName) await takeFullerName(resolving, match, name, nodeId);
  return match;
}

/** A speaker known by a shorter name gets the full one, and answers to the ID that this name gives elsewhere. */
async function takeFullerName(
  { transaction, now }: Resolving,
  { id, reason }: Found,
  name: string,
  nodeId: string,
): Promise<void> {
  const row = await firstRow(transaction, 'SELECT name, node_id FROM speakers WHERE id = ?', [id]);
  if (row === undefined) return;
  const isFuller = reason !== 'FULL_NAME' && speakerKey(name).length > speakerKey(String(row[0])).length;
  if (isFuller) await updateRow(transaction, speakers, id, { name, updatedAt: now });
  if (!isFuller && reason === 'ABBREVIATION') return;
  await transaction.all('INSERT INTO node_aliases (alias, node_id) VALUES (?, ?) ON CONFLICT DO NOTHING', [
    nodeId,
    row[1] ?? '',
  ]);
}

/** Speakers who share the last word of a name, or one of the names that a piece uses. */
async function loadKnown(
  { transaction }: Resolving,
  { name, names }: Pick<KnownSpeaker, 'name' | 'names'>,
): Promise<readonly KnownSpeaker[]> {
  const keys = [speakerKey(name), ...names.map(speakerKey)].filter((key) => key !== '');
  const rows = await transaction.all(
    `SELECT id, name, kind,
       (SELECT json_group_array(DISTINCT speaker_role) FROM (SELECT speaker_role FROM quotes WHERE speaker_id = speakers.id ORDER BY sort_key DESC LIMIT 200) WHERE speaker_role IS NOT NULL),
       (SELECT json_group_array(name) FROM speaker_names WHERE speaker_id = speakers.id)
     FROM speakers WHERE id IN (
       SELECT speaker_id FROM speaker_names WHERE last_word IN (SELECT value FROM json_each(?1))
       UNION SELECT speaker_id FROM speaker_names WHERE key IN (SELECT value FROM json_each(?2)))
     ORDER BY id LIMIT ${MAX_COMPARED}`,
    [JSON.stringify(lastWordsLike(name)), JSON.stringify(keys)],
  );
  return rows.map(([id, known, kind, roles, others]) => ({
    id: Number(id),
    name: String(known),
    kind: kind as KnownSpeaker['kind'], // the column takes no other
    roles: JSON.parse(String(roles)) as string[],
    names: JSON.parse(String(others)) as string[],
  }));
}

async function keepKind({ transaction, cache }: Resolving, id: number, { kind }: Speaker): Promise<void> {
  if (kind === 'UNKNOWN' || cache.get('speaker kind', `${id}`) !== undefined) return;
  await transaction.all("UPDATE speakers SET kind = ? WHERE id = ? AND kind = 'UNKNOWN'", [kind, id]);
  cache.set('speaker kind', `${id}`, id);
}

/** Notes a name and why it is the speaker's, once. */
async function keepName(
  { transaction, cache }: Resolving,
  speakerId: number,
  name: string,
  reason: NameReason,
): Promise<void> {
  const key = speakerKey(name);
  if (key === '' || cache.get('speaker name', `${speakerId} ${key}`) !== undefined) return;
  cache.set('speaker name', `${speakerId} ${key}`, speakerId);
  const known = await firstRow(transaction, 'SELECT 1 FROM speaker_names WHERE key = ? AND speaker_id = ?', [
    key,
    speakerId,
  ]);
  if (known !== undefined) return;
  await insertRow(transaction, speakerNames, {
    key,
    speakerId,
    name,
    origin: reason === 'CURATED' ? 'CURATED' : 'PRINTED',
    reason,
    lastWord: lastWordOf(name),
  });
}
