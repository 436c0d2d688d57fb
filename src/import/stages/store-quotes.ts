import type { Transaction } from '../../archive/database.ts';
import { quotes } from '../../content/quote/quote-table.ts';
import { type ExtractedQuote, QUOTE_EXTRACTION_VERSION } from '../../quote-extraction/quote.ts';
import type { BodyLink } from '../../text/markdown-body.ts';
import { foldName } from '../../vocabulary/fold-name.ts';
import type { PreparedArticle } from './prepare-article.ts';
import { resolveSpeaker } from './resolve-speaker.ts';
import type { Resolving } from './resolve-terms.ts';
import { firstRow, hashOf, insertRow, nodeIdOf, updateRow } from './write-rows.ts';

/** Words of a quotation from which on the same words elsewhere are no chance: "we will see" is said by everybody. */
const MIN_CLUSTER_WORDS = 5;

interface StoredQuote {
  readonly id: number;
  readonly text: string;
  readonly kind: string;
  readonly speakerId: number | null;
  readonly origin: string;
}

/**
 * Stores the quotes of a piece and returns how many it has now. A quote whose words and kind stayed keeps its record
 * and id, wherever it stands now; what the archive's owner has corrected is left alone while its words stand in the body.
 */
export async function storeQuotes(
  resolving: Resolving,
  articleId: number,
  article: PreparedArticle,
): Promise<number> {
  const { transaction } = resolving;
  const before = await loadQuotes(transaction, articleId);
  const curated = before.filter(({ origin }) => origin === 'CURATED');
  const free = before.filter(({ origin }) => origin !== 'CURATED');
  const gained = new Map<number, number>();
  const count = (speakerId: number | null, by: number) => {
    if (speakerId !== null) gained.set(speakerId, (gained.get(speakerId) ?? 0) + by);
  };
  for (const { speakerId } of before) count(speakerId, -1);
  const seen = new Map<string, number>();
  let position = 0;
  for (const quote of article.quotes) {
    if (curated.some(({ text }) => text === quote.text)) continue;
    const speakerId = await resolveSpeaker(resolving, quote.speaker);
    const occurrence = (seen.get(quote.text) ?? 0) + 1;
    seen.set(quote.text, occurrence);
    const values = quoteValues(article, quote, speakerId, position);
    const at = free.findIndex(({ text, kind }) => text === quote.text && kind === quote.kind);
    const [kept] = at < 0 ? [] : free.splice(at, 1);
    if (kept !== undefined)
      await updateRow(transaction, quotes, kept.id, { ...values, updatedAt: resolving.now });
    else await addQuote(resolving, article.naturalKey, articleId, values, occurrence);
    count(speakerId, 1);
    position += 1;
  }
  for (const { id } of free) await transaction.all('DELETE FROM quotes WHERE id = ?', [id]);
  const moved = await moveCurated(transaction, curated, article);
  for (const { speakerId } of moved) count(speakerId, 1);
  for (const [id, by] of gained) {
    if (by !== 0)
      await transaction.all('UPDATE speakers SET quote_count = quote_count + ? WHERE id = ?', [by, id]);
  }
  return position + moved.length;
}

async function loadQuotes(transaction: Transaction, articleId: number): Promise<readonly StoredQuote[]> {
  const rows = await transaction.all(
    'SELECT id, text, kind, speaker_id, origin FROM quotes WHERE article_id = ? ORDER BY position',
    [articleId],
  );
  return rows.map(([id, text, kind, speakerId, origin]) => ({
    id: Number(id),
    text: String(text),
    kind: String(kind),
    speakerId: speakerId === null ? null : Number(speakerId),
    origin: String(origin),
  }));
}

type QuoteValues = Omit<typeof quotes.$inferInsert, 'articleId' | 'nodeId' | 'createdAt' | 'updatedAt'>;

function quoteValues(
  { body, inLanguage, sortKey }: PreparedArticle,
  quote: ExtractedQuote,
  speakerId: number | null,
  position: number,
): QuoteValues {
  const { speaker, cue, context } = quote;
  return {
    position,
    start: quote.start,
    end: quote.end,
    text: quote.text,
    normalizedText: quote.normalizedText,
    wordsHash: hashOf(foldName(quote.normalizedText)).slice(0, 32),
    kind: quote.kind,
    place: quote.place,
    speakerId,
    speakerStatus: speaker.status,
    speakerName: speaker.name,
    speakerMention: speaker.mention,
    speakerRole: speaker.role,
    speakerDescription: speaker.description,
    cueText: cue?.text ?? null,
    cueStart: cue?.start ?? null,
    cueEnd: cue?.end ?? null,
    contextStart: context.start,
    contextEnd: context.end,
    marks: JSON.stringify(quote.marks),
    sourceUrl: quote.place === 'BODY' ? sourceOf(quote, body.links) : null,
    saidOn: quote.saidOn,
    occasion: quote.occasion,
    groupNumber: quote.group,
    confidence: quote.confidence,
    rule: quote.rule,
    extractionVersion: QUOTE_EXTRACTION_VERSION,
    inLanguage,
    sortKey,
  };
}

/** The link that backs a quote: on the reporting words, else the nearest one in the sentence around it. */
function sourceOf({ start, end, cue, context }: ExtractedQuote, links: readonly BodyLink[]): string | null {
  const near = links.filter(
    (link) => link.url?.startsWith('http') && link.start >= context.start && link.end <= context.end,
  );
  const onCue = near.find((link) => cue !== null && link.start < cue.end && link.end > cue.start);
  const distance = (link: BodyLink) => Math.max(link.start - end, start - link.end, 0);
  const [nearest] = near.toSorted((one, other) => distance(one) - distance(other));
  return (onCue ?? nearest)?.url ?? null;
}

async function addQuote(
  resolving: Resolving,
  articleKey: string,
  articleId: number,
  values: QuoteValues,
  occurrence: number,
): Promise<void> {
  const { transaction, now } = resolving;
  const wanted = nodeIdOf('quote', `${articleKey}\0${values.text}\0${occurrence}`);
  // A quote that changed its kind leaves its ID behind until it is deleted, after the new ones are in.
  const taken = await firstRow(transaction, 'SELECT 1 FROM quotes WHERE node_id = ?', [wanted]);
  const nodeId = taken === undefined ? wanted : nodeIdOf('quote', `${wanted}\0${values.kind}\0${now}`);
  const id = await insertRow(transaction, quotes, {
    ...values,
    articleId,
    nodeId,
    createdAt: now,
    updatedAt: now,
  });
  await joinCluster(transaction, id, values);
}

/** The same words in another piece: both belong to one cluster, named after the record that was there first. */
async function joinCluster(
  transaction: Transaction,
  id: number,
  { wordsHash, normalizedText }: QuoteValues,
): Promise<void> {
  if (foldName(normalizedText).split(' ').length < MIN_CLUSTER_WORDS) return;
  const twin = await firstRow(
    transaction,
    'SELECT id, cluster_id FROM quotes WHERE words_hash = ? AND id <> ? ORDER BY id LIMIT 1',
    [wordsHash, id],
  );
  if (twin === undefined) return;
  const [twinId, twinCluster] = twin;
  const cluster = twinCluster ?? twinId ?? id;
  await transaction.all('UPDATE quotes SET cluster_id = ? WHERE id IN (?, ?)', [cluster, id, twinId ?? id]);
}

/** Corrected quotes follow their words; one whose words are gone goes with them. Returns those that are left. */
async function moveCurated(
  transaction: Transaction,
  curated: readonly StoredQuote[],
  { body, sortKey }: PreparedArticle,
): Promise<readonly StoredQuote[]> {
  const left: StoredQuote[] = [];
  for (const quote of curated) {
    const start = body.text.indexOf(quote.text);
    if (start < 0) await transaction.all('DELETE FROM quotes WHERE id = ?', [quote.id]);
    else {
      await updateRow(transaction, quotes, quote.id, { start, end: start + quote.text.length, sortKey });
      left.push(quote);
    }
  }
  return left;
}
