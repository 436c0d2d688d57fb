/** A way in which a piece is printed a second time. */
export interface Variant {
  readonly name: string;
  /** Whether a reader would call the two one story. */
  readonly isDuplicate: boolean;
  /** Share of words replaced by others. */
  readonly edits?: number;
  /** Share of paragraphs cut from the end. */
  readonly cut?: number;
  /** Words of another piece added, as a share of the piece. */
  readonly added?: number;
  readonly shuffled?: boolean;
  /** Case, quotation marks and line breaks of another house style. */
  readonly restyled?: boolean;
}

export const VARIANTS: readonly Variant[] = [
  { name: 'the same text', isDuplicate: true },
  { name: 'another house style', isDuplicate: true, restyled: true },
  { name: 'paragraphs in another order', isDuplicate: true, shuffled: true },
  { name: '2 % of words edited', isDuplicate: true, edits: 0.02 },
  { name: '5 % of words edited', isDuplicate: true, edits: 0.05 },
  { name: '8 % of words edited', isDuplicate: true, edits: 0.08 },
  { name: 'last 20 % cut', isDuplicate: true, cut: 0.2 },
  { name: '20 % of another text added', isDuplicate: true, added: 0.2 },
  {
    name: '3 % edited, 10 % cut, 10 % added, restyled',
    isDuplicate: true,
    edits: 0.03,
    cut: 0.1,
    added: 0.1,
    restyled: true,
  },
  { name: 'half of it edited', isDuplicate: false, edits: 0.5 },
  { name: 'a fifth of it in another text', isDuplicate: false, cut: 0.8, added: 1 },
];

/** Numbers from 0 to 1 that are the same on every run (a linear congruential generator). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The text as `variant` prints it; `other` lends the words that are added or put in. */
export function variantOf(text: string, variant: Variant, random: () => number, other: string): string {
  let paragraphs = text.split('\n\n');
  if (variant.cut) {
    const words = text.split(/\s+/);
    paragraphs = words
      .slice(0, Math.round(words.length * (1 - variant.cut)))
      .join(' ')
      .split('\n\n');
  }
  if (variant.shuffled)
    paragraphs = paragraphs
      .map((paragraph) => ({ paragraph, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ paragraph }) => paragraph);
  const lent = other.split(/\s+/);
  const edits = variant.edits ?? 0;
  let changed = paragraphs
    .map((paragraph) =>
      paragraph
        .split(' ')
        .map((word) => (random() < edits ? (lent[Math.floor(random() * lent.length)] ?? word) : word))
        .join(' '),
    )
    .join('\n\n');
  if (variant.added)
    changed += `\n\n${lent.slice(0, Math.round(text.split(/\s+/).length * variant.added)).join(' ')}`;
  if (variant.restyled)
    changed = changed
      .replace(/[“”]/g, '"')
      .replace(/[‘’]/g, "'")
      .replace(/ – /g, '—')
      .replace(/\n\n/g, '\n')
      .toUpperCase();
  return changed;
}
