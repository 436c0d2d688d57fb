import { SPEAKERS } from './seed-names-data.ts';

const SUBJECTS = [
  'The harbour',
  'A salt road',
  'The election board',
  'A glacier',
  'The night market',
  'Élan vital',
];
const VERBS = ['reopens', 'waits for rain', 'counts its ships', 'moves north', 'divides the council'];
const PLACES = ['in Porto', 'near Agadez', 'under the old bridge', 'at the border'];

const SENTENCES = [
  'Fishermen met at dawn and agreed on new quotas for the winter.',
  'The ministry published its figures late on Friday evening.',
  'Elections are due in spring, and the board has printed its lists.',
  'Nobody had counted the wells since the great flood.',
  'Le café reste ouvert toute la nuit.',
  'Engineers measured the ice and found it thinner than last year.',
];

const SAYINGS = [
  'The bridge is safe for another winter',
  'We count every ship that enters the harbour',
  'Nobody asked us before the election',
  'Salt is the only thing that keeps its price 🧂',
  'The water will come back, it always did',
];

const KINDS = ['DIRECT', 'INDIRECT', 'MIXED'] as const;

/** The item at a place, counted round. */
const pick = <Item>(items: readonly Item[], at: number): Item => items[at % items.length] as Item; // never empty

export interface SeedQuote {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'DIRECT' | 'INDIRECT' | 'MIXED';
  readonly speaker: number | null;
}

/** The text of the seeded article of that number: two paragraphs of sentences, and none to two quotations between. */
export function seedArticle(number: number): {
  readonly headline: string;
  readonly description: string | null;
  readonly body: string;
  readonly quotes: readonly SeedQuote[];
} {
  const headline = `${pick(SUBJECTS, number)} ${pick(VERBS, number * 7)} ${pick(PLACES, number >> 1)}`;
  const quotes: SeedQuote[] = [];
  let body = `${pick(SENTENCES, number)} ${pick(SENTENCES, number + 1)}\n\n`;
  for (let index = 0; index < number % 3; index += 1) {
    const text = pick(SAYINGS, number * 2 + index);
    const speaker = (number + index) % 6 < SPEAKERS.length ? (number + index) % 6 : null;
    body += '“';
    quotes.push({
      text,
      start: body.length,
      end: body.length + text.length,
      kind: pick(KINDS, number + index),
      speaker,
    });
    body += `${text}”, ${speaker === null ? 'a passer-by' : SPEAKERS[speaker]?.name} said. `;
  }
  body += `${pick(SENTENCES, number + 3)} Piece number ${number}.`;
  return {
    headline,
    description: number % 2 === 0 ? `What happened ${pick(PLACES, number)}.` : null,
    body,
    quotes,
  };
}
