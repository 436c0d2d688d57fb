/** A piece that may come into an issue, with what speaks for it. */
export interface DigestCandidate {
  readonly id: number;
  readonly isRepublished: boolean;
  readonly isInReport: boolean;
  readonly hasImage: boolean;
  readonly hasSummary: boolean;
  readonly quoteCount: number;
  readonly wordCount: number;
  /** How many pieces of the archive link to it. */
  readonly citedByCount: number;
  /** Its broad themes, as row numbers, in printed order. */
  readonly themes: readonly number[];
  /** Its translations and near duplicates: one of them is enough. */
  readonly twins: readonly number[];
}

/** A quotation that may come into an issue. */
export interface QuoteCandidate {
  readonly id: number;
  readonly articleId: number;
  readonly speakerId: number;
  /** UTF-16 units of its words. */
  readonly length: number;
  readonly confidence: number;
}

/** What an issue holds, as row numbers. */
export interface DigestChoice {
  readonly lead: readonly number[];
  readonly sections: readonly { readonly theme: number; readonly pieces: readonly number[] }[];
  readonly quotes: readonly number[];
}

/** More makes no lead. */
const MAX_LEAD = 3;

/** Themes of one issue: more makes no newsletter. */
const MAX_SECTIONS = 8;

/** A quotation that reads well on its own, in UTF-16 units. */
const GOOD_LENGTH = { min: 40, max: 260 } as const;

/**
 * Chooses what an issue holds. `pieces` and `quotes` come newest first, which breaks ties.
 *
 * The lead are the pieces with most behind them, on different themes where there are; the rest goes under its first broad
 * theme, the fullest theme first. No piece stands twice, nor beside its translation; no speaker and no piece is quoted twice.
 */
export function chooseDigest(
  pieces: readonly DigestCandidate[],
  quotes: readonly QuoteCandidate[],
  per: number,
): DigestChoice {
  const ranked = withoutTwins(best(pieces, weightOf));
  const lead = chooseLead(ranked, Math.min(per, MAX_LEAD));
  const rest = ranked.filter((piece) => !lead.includes(piece));
  return {
    lead: lead.map(({ id }) => id),
    sections: chooseSections(rest, per),
    quotes: chooseQuotes(quotes, new Set(ranked.map(({ id }) => id)), per),
  };
}

/** What speaks for a piece: its own reporting, depth, voices, and that others build on it. */
export function weightOf(piece: DigestCandidate): number {
  return (
    (piece.isRepublished ? 0 : 3) +
    (piece.isInReport ? 2 : 0) +
    Math.min(piece.citedByCount, 5) +
    Math.min(piece.quoteCount, 6) / 2 +
    Math.min(piece.wordCount, 1_200) / 400 +
    (piece.hasImage ? 0.5 : 0) +
    (piece.hasSummary ? 0.5 : 0)
  );
}

/** The heaviest first; equals stay in their order. */
function best<Item>(items: readonly Item[], weight: (item: Item) => number): Item[] {
  return items
    .map((item) => ({ item, weight: weight(item) }))
    .sort((one, other) => other.weight - one.weight)
    .map(({ item }) => item);
}

function withoutTwins(ranked: readonly DigestCandidate[]): DigestCandidate[] {
  const taken = new Set<number>();
  return ranked.filter(({ id, twins }) => {
    if (twins.some((twin) => taken.has(twin))) return false;
    taken.add(id);
    return true;
  });
}

function chooseLead(ranked: readonly DigestCandidate[], count: number): DigestCandidate[] {
  const themes = new Set<number>();
  const different = ranked.filter(({ themes: [first] }) => {
    if (first === undefined || themes.has(first)) return false;
    themes.add(first);
    return true;
  });
  const chosen = new Set(different.slice(0, count));
  for (const piece of ranked) if (chosen.size < count) chosen.add(piece);
  return ranked.filter((piece) => chosen.has(piece));
}

function chooseSections(rest: readonly DigestCandidate[], per: number): DigestChoice['sections'] {
  const byTheme = new Map<number, number[]>();
  for (const { id, themes } of rest) {
    const [theme] = themes;
    if (theme === undefined) continue;
    const pieces = byTheme.get(theme);
    if (pieces === undefined) byTheme.set(theme, [id]);
    else pieces.push(id);
  }
  return [...byTheme]
    .sort(([, one], [, other]) => other.length - one.length)
    .slice(0, MAX_SECTIONS)
    .map(([theme, pieces]) => ({ theme, pieces: pieces.slice(0, per) }));
}

function chooseQuotes(
  quotes: readonly QuoteCandidate[],
  pieces: ReadonlySet<number>,
  per: number,
): readonly number[] {
  const speakers = new Set<number>();
  const articles = new Set<number>();
  const weight = ({ confidence, length }: QuoteCandidate): number =>
    confidence - (length < GOOD_LENGTH.min || length > GOOD_LENGTH.max ? 1 : 0);
  return best(quotes, weight)
    .filter(({ articleId, speakerId }) => {
      // Pieces that were left out as twins are not quoted either.
      if (!pieces.has(articleId) || speakers.has(speakerId) || articles.has(articleId)) return false;
      speakers.add(speakerId);
      articles.add(articleId);
      return true;
    })
    .slice(0, per)
    .map(({ id }) => id);
}
