import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { quoteWords } from '../content/quote/quote-words.ts';
import type { ExtractedQuote, ExtractedSpeaker, QuoteKind } from '../quote-extraction/quote.ts';

/** What the archive's owner says of one quotation. */
export interface QuoteCorrection {
  /** Slug, address or global ID of the piece. */
  readonly article: string;
  /** The words, as printed. Case, accents and marks do not count, but for words that are added. */
  readonly text: string;
  /** CHANGE: speaker, role or kind are otherwise. ADD: the words are a quotation. REMOVE: they are none. */
  readonly action: 'CHANGE' | 'ADD' | 'REMOVE';
  /** Who said it; null for nobody who is named; undefined where it is right. */
  readonly speaker: string | null | undefined;
  readonly role: string | undefined;
  readonly kind: QuoteKind | undefined;
}

/** A quotation to be stored, and who says so. */
export interface StorableQuote extends ExtractedQuote {
  readonly origin: 'EXTRACTED' | 'CURATED';
}

/**
 * What was extracted from a piece, as its owner wants it. `corrections` are those of this piece; one whose words are not
 * there changes nothing, so that it can stay in the file when the piece is edited. Pure.
 */
export function applyCorrections(
  extracted: readonly ExtractedQuote[],
  corrections: readonly QuoteCorrection[],
  body: string,
): readonly StorableQuote[] {
  const found: StorableQuote[] = extracted.map((quote) => ({ ...quote, origin: 'EXTRACTED' }));
  if (corrections.length === 0) return found;
  let quotes = found;
  for (const correction of corrections) {
    const wanted = quoteWords(correction.text).join(' ');
    const isMeant = (quote: StorableQuote): boolean =>
      [quote.text, quote.normalizedText].some((text) => quoteWords(text).join(' ') === wanted);
    if (correction.action === 'REMOVE') quotes = quotes.filter((quote) => !isMeant(quote));
    else if (correction.action === 'CHANGE' || quotes.some(isMeant))
      quotes = quotes.map((quote) => (isMeant(quote) ? corrected(quote, correction) : quote));
    else quotes = [...quotes, ...added(correction, body)];
  }
  return quotes.toSorted((one, other) => one.start - other.start);
}

/** What the owner has looked at is certain. */
const CURATED = { confidence: 1, rule: 'curated', origin: 'CURATED' } as const;

function corrected(quote: StorableQuote, { speaker, role, kind }: QuoteCorrection): StorableQuote {
  const who = speaker === undefined ? quote.speaker : speakerNamed(speaker, quote.speaker);
  return {
    ...quote,
    ...CURATED,
    kind: kind ?? quote.kind,
    speaker: role === undefined ? who : { ...who, role },
  };
}

const NOBODY: ExtractedSpeaker = {
  status: 'UNKNOWN',
  name: null,
  mention: null,
  mentionStart: null,
  mentionEnd: null,
  role: null,
  kind: 'UNKNOWN',
  names: [],
  description: null,
};

/** The words at the cue stay; what was found out of them goes. */
function speakerNamed(
  name: string | null,
  { mention, mentionStart, mentionEnd }: ExtractedSpeaker,
): ExtractedSpeaker {
  return { ...NOBODY, mention, mentionStart, mentionEnd, name, status: name === null ? 'UNKNOWN' : 'NAMED' };
}

function added({ text, speaker, role, kind }: QuoteCorrection, body: string): readonly StorableQuote[] {
  const start = body.indexOf(text);
  if (start < 0) return [];
  const end = start + text.length;
  const paragraphEnd = body.indexOf('\n\n', end);
  return [
    {
      start,
      end,
      text,
      normalizedText: text.replace(/\s+/g, ' '),
      kind: kind ?? 'DIRECT',
      speaker: { ...speakerNamed(speaker ?? null, NOBODY), role: role ?? null },
      cue: null,
      context: {
        start: start === 0 ? 0 : Math.max(0, body.lastIndexOf('\n\n', start - 1) + 2),
        end: paragraphEnd < 0 ? body.length : paragraphEnd,
      },
      marks: [],
      group: null,
      place: 'BODY',
      saidOn: null,
      occasion: null,
      ...CURATED,
    },
  ];
}

const FIELDS = ['article', 'text', 'speaker', 'role', 'kind', 'add', 'remove'];
const KINDS: readonly QuoteKind[] = ['DIRECT', 'MIXED', 'INDIRECT'];

/** Where a mistake lies, and what it is. */
type Tell = (node: unknown, message: string) => void;

/** The section `quotes` of a mapping; mistakes are told and left out. */
export function parseCorrections(section: unknown, tell: Tell): readonly QuoteCorrection[] {
  if (!isSeq(section)) {
    tell(section, '"quotes" has to hold a list: "- { article: …, text: …, speaker: … }".');
    return [];
  }
  return section.items.flatMap((item) => {
    if (isMap(item)) return parseCorrection(item, tell) ?? [];
    tell(item, 'A correction is an object with "article" and "text".');
    return [];
  });
}

function parseCorrection(item: YAMLMap, tell: Tell): QuoteCorrection | null {
  const values = new Map<string, unknown>();
  for (const { key, value } of item.items) {
    const field = isScalar(key) ? String(key.value) : '?';
    if (!FIELDS.includes(field)) {
      tell(key, `"${field}" is no field of a correction. Fields are ${FIELDS.join(', ')}.`);
      return null;
    }
    values.set(field, isScalar(value) ? value.value : value === null ? null : value);
  }
  const [article, text] = [values.get('article'), values.get('text')].map((value) =>
    typeof value === 'number' ? String(value) : value,
  );
  if (typeof article !== 'string' || typeof text !== 'string' || quoteWords(text).length === 0) {
    tell(item, 'A correction needs "article" (slug, address or global ID) and "text" (the words).');
    return null;
  }
  const [speaker, role, kind] = [values.get('speaker'), values.get('role'), values.get('kind')];
  if (speaker !== undefined && speaker !== null && typeof speaker !== 'string') {
    tell(item, '"speaker" has to be a name, or null for nobody who is named.');
    return null;
  }
  if (role !== undefined && typeof role !== 'string') {
    tell(item, '"role" has to be a text.');
    return null;
  }
  const known = KINDS.find((candidate) => candidate === kind);
  if (kind !== undefined && known === undefined) {
    tell(item, `"kind" is one of ${KINDS.join(', ')}.`);
    return null;
  }
  const action = values.get('remove') === true ? 'REMOVE' : values.get('add') === true ? 'ADD' : 'CHANGE';
  if (action === 'CHANGE' && speaker === undefined && role === undefined && known === undefined) {
    tell(
      item,
      'A correction says what is otherwise: "speaker", "role", "kind", "add: true" or "remove: true".',
    );
    return null;
  }
  return { article, text, action, speaker, role, kind: known };
}
