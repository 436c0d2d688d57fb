import { readFileSync } from 'node:fs';
import { extractQuotes } from '../../src/quote-extraction/extract-quotes.ts';

/** A labelled or predicted quotation: UTF-16 offsets into the text, `end` exclusive. */
export interface LabelledQuote {
  readonly start: number;
  readonly end: number;
  /** Null: nobody is named. */
  readonly speaker: string | null;
  /** Other names that count as right. */
  readonly speakerMentions?: readonly string[];
  readonly speakerUnknown?: boolean;
  readonly kind?: string;
  readonly confidence?: number;
}

export interface LabelledText {
  readonly id: string;
  readonly text: string;
  readonly language?: string;
  readonly quotes: readonly LabelledQuote[];
  /** Places where a prediction is neither right nor wrong. */
  readonly ignore?: readonly { readonly start: number; readonly end: number }[];
}

interface Counts {
  gold: number;
  predicted: number;
  found: number;
  exact: number;
  speakers: number;
  speakersTold: number;
  right: number;
}

export interface QuoteScores {
  readonly documents: number;
  readonly gold: number;
  readonly predicted: number;
  readonly precision: number;
  readonly recall: number;
  /** Of spans that overlap by half or more. */
  readonly spanF1: number;
  readonly attribution: number;
  /** Span found and speaker right. */
  readonly endToEndF1: number;
  readonly interval95: {
    readonly spanF1: readonly [number, number];
    readonly endToEndF1: readonly [number, number];
  };
}

const EDGE = /[\s"'“”‘’«»„`,.;:!?…()\-–—]/;
const TITLES = new Set(
  'mr mrs ms dr professor prof sir dame lord lady president prime minister senator governor mayor judge general colonel captain inspector chief king queen prince princess bishop the a an us'.split(
    ' ',
  ),
);
const PRONOUNS = new Set('i he she they we you it who'.split(' '));

function trimmed<T extends { readonly start: number; readonly end: number }>(text: string, span: T): T {
  let { start, end } = span;
  while (start < end && EDGE.test(text[start] ?? '')) start++;
  while (end > start && EDGE.test(text[end - 1] ?? '')) end--;
  return { ...span, start, end };
}

function nameWords(name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s\b|['’]$/g, '')
    .replace(/\./g, ' ');
  const words = plain.split(/[^\p{L}\p{N}']+/u).filter((word) => word !== '');
  const own = words.filter((word) => !TITLES.has(word));
  return own.length > 0 ? own : words;
}

/** Do two names mean one speaker: the same last word, and no word of the shorter that the longer lacks? */
export function isSameName(one: string | null, other: string | null): boolean {
  if (!one || !other) return !one && !other;
  const [a, b] = [nameWords(one), nameWords(other)];
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (a.join(' ') === b.join(' ')) return true;
  if (short.length === 1 && PRONOUNS.has(short[0] ?? '')) return false;
  return short.at(-1) === long.at(-1) && short.every((word) => long.includes(word));
}

const shared = (a: LabelledQuote | { start: number; end: number }, b: { start: number; end: number }) =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
const overlap = (a: { start: number; end: number }, b: { start: number; end: number }) => {
  const both = shared(a, b);
  return both === 0 ? 0 : both / (a.end - a.start + b.end - b.start - both);
};

const speakerRight = (gold: LabelledQuote, speaker: string | null) =>
  gold.speakerUnknown === true ||
  isSameName(gold.speaker, speaker) ||
  (gold.speakerMentions ?? []).some((name) => speaker !== null && isSameName(name, speaker));

/** Which predictions of one text are right, which are wrong, and which do not count. */
export interface Judged {
  readonly counts: Counts;
  /** For each prediction: right (span and speaker), wrong, or null where it does not count. */
  readonly verdicts: readonly (boolean | null)[];
  readonly errors: readonly string[];
}

/** Compares predictions with labels, one to one, best overlap first; half an overlap is a match. */
export function judge(document: LabelledText, predictions: readonly LabelledQuote[]): Judged {
  const { text } = document;
  const gold = document.quotes
    .map((quote) => trimmed(text, quote))
    .filter((quote) => quote.end > quote.start);
  const predicted = predictions
    .map((quote) => trimmed(text, quote))
    .filter((quote) => quote.end > quote.start);
  const ignored = (document.ignore ?? []).map((span) => trimmed(text, span));
  // Only the words in marks of a mixed quotation: they miss it, but are no false alarm.
  const marked = gold
    .filter((quote) => quote.kind === 'mixed')
    .flatMap((quote) =>
      [...text.slice(quote.start, quote.end + 2).matchAll(/["“]([^"“”]+)["”]/g)].map((match) =>
        trimmed(text, { start: quote.start + match.index, end: quote.start + match.index + match[0].length }),
      ),
    );
  const pairs: [number, number, number][] = [];
  for (const [g, one] of gold.entries())
    for (const [p, other] of predicted.entries())
      if (overlap(one, other) >= 0.5) pairs.push([overlap(one, other), g, p]);
  pairs.sort((a, b) => b[0] - a[0] || a[1] - b[1] || a[2] - b[2]);
  const goldUsed = new Set<number>();
  const verdicts: (boolean | null)[] = predicted.map(() => null);
  const counts: Counts = {
    gold: gold.length,
    predicted: 0,
    found: 0,
    exact: 0,
    speakers: 0,
    speakersTold: 0,
    right: 0,
  };
  const errors: string[] = [];
  const matched = new Set<number>();
  for (const [, g, p] of pairs) {
    const one = gold[g];
    const other = predicted[p];
    if (!one || !other || goldUsed.has(g) || matched.has(p)) continue;
    goldUsed.add(g);
    matched.add(p);
    const right = speakerRight(one, other.speaker);
    verdicts[p] = right;
    counts.found++;
    if (one.start === other.start && one.end === other.end) counts.exact++;
    if (!one.speakerUnknown) {
      counts.speakersTold++;
      if (right) counts.speakers++;
    }
    if (right) counts.right++;
    else errors.push(`speaker: ${one.speaker}, got ${other.speaker}: ${text.slice(one.start, one.end)}`);
  }
  counts.predicted = matched.size;
  for (const [p, other] of predicted.entries()) {
    if (matched.has(p)) continue;
    const excused =
      ignored.some(
        (span) => shared(span, other) >= 0.5 * Math.min(other.end - other.start, span.end - span.start),
      ) || marked.some((span) => overlap(span, other) >= 0.5);
    if (excused) continue;
    counts.predicted++;
    verdicts[p] = false;
    errors.push(`false: ${text.slice(other.start, other.end)}`);
  }
  for (const [g, one] of gold.entries())
    if (!goldUsed.has(g)) errors.push(`missed ${one.kind ?? ''}: ${text.slice(one.start, one.end)}`);
  return {
    counts,
    verdicts,
    errors: errors.map((error) => `${document.id}: ${error.replace(/\s+/g, ' ').slice(0, 140)}`),
  };
}

const f1 = (right: number, predicted: number, gold: number) =>
  predicted + gold === 0 ? 0 : (2 * right) / (predicted + gold);

function summed(list: readonly Counts[]): Counts {
  const total: Counts = { gold: 0, predicted: 0, found: 0, exact: 0, speakers: 0, speakersTold: 0, right: 0 };
  for (const counts of list)
    for (const field of Object.keys(total) as (keyof Counts)[]) total[field] += counts[field]; // keys of the literal above
  return total;
}

const RESAMPLES = 400;

/** Figures over documents, with 95% intervals from documents drawn with replacement by a fixed generator. */
export function scored(list: readonly Counts[]): QuoteScores {
  const total = summed(list);
  let state = 20_240_309;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
  const spans: number[] = [];
  const ends: number[] = [];
  for (let k = 0; k < RESAMPLES; k++) {
    const drawn = summed(list.flatMap(() => list[Math.floor(random() * list.length)] ?? []));
    spans.push(f1(drawn.found, drawn.predicted, drawn.gold));
    ends.push(f1(drawn.right, drawn.predicted, drawn.gold));
  }
  const interval = (values: number[]): readonly [number, number] => {
    values.sort((a, b) => a - b);
    return [
      values[Math.floor(0.025 * values.length)] ?? 0,
      values[Math.ceil(0.975 * values.length) - 1] ?? 0,
    ];
  };
  return {
    documents: list.length,
    gold: total.gold,
    predicted: total.predicted,
    precision: total.predicted === 0 ? 1 : total.found / total.predicted,
    recall: total.gold === 0 ? 1 : total.found / total.gold,
    spanF1: f1(total.found, total.predicted, total.gold),
    attribution: total.speakersTold === 0 ? 1 : total.speakers / total.speakersTold,
    endToEndF1: f1(total.right, total.predicted, total.gold),
    interval95: { spanF1: interval(spans), endToEndF1: interval(ends) },
  };
}

/** Reads labelled texts, one JSON object a line. */
export const readLabelled = (file: string | URL): LabelledText[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as LabelledText); // our own fixtures and the yardstick's

/** Runs the extractor on a labelled text and judges what it finds. */
export function extractAndJudge(
  document: LabelledText,
  kind: string | null = null,
): Judged & { readonly confidences: readonly number[] } {
  const predictions = extractQuotes({ body: document.text, language: document.language ?? null }).map(
    (quote) => ({
      start: quote.start,
      end: quote.end,
      speaker: quote.speaker.name ?? (quote.speaker.status === 'ANONYMOUS' ? quote.speaker.mention : null),
      kind: quote.kind.toLowerCase(),
      confidence: quote.confidence,
    }),
  );
  const asked =
    kind === null
      ? document
      : {
          ...document,
          quotes: document.quotes.filter((quote) => quote.kind === kind),
          ignore: [...(document.ignore ?? []), ...document.quotes.filter((quote) => quote.kind !== kind)],
        };
  return { ...judge(asked, predictions), confidences: predictions.map((quote) => quote.confidence) };
}
