/** A pair of places at which two lists hold the same word. */
export type Match = readonly [before: number, after: number];

/** Edits. A gap that takes more is given up: it is no variant of the other, and the time grows with the square. */
const MAX_EDITS = 600;
/** Steps for one pair of lists; about 200 ms. */
const MAX_STEPS = 20_000_000;
/** Words. A gap larger than this is cut at words that stand once on each side before it is searched. */
const SMALL_GAP = 400;

interface Budget {
  steps: number;
}

/**
 * A long common subsequence of two lists, as matching places in rising order: what stays when one becomes the other.
 *
 * Shortest edits by Myers' algorithm; lists that are too far apart for it are cut at words that stand once on each side
 * (patience diff) and, where that finds none, left without a match. Bounded: at worst some 200 ms, then coarser.
 *
 * @see E. W. Myers, An O(ND) Difference Algorithm and Its Variations, Algorithmica 1 (1986)
 */
export function findCommonWords(before: readonly string[], after: readonly string[]): Match[] {
  const budget: Budget = { steps: MAX_STEPS };
  const matches: Match[] = [];
  // A list of gaps still to search, the first of them last, instead of recursion: texts can be long.
  const gaps: [from1: number, to1: number, from2: number, to2: number][] = [
    [0, before.length, 0, after.length],
  ];
  for (let gap = gaps.pop(); gap !== undefined; gap = gaps.pop()) {
    let [from1, to1, from2, to2] = gap;
    while (from1 < to1 && from2 < to2 && before[from1] === after[from2]) matches.push([from1++, from2++]);
    const tail: Match[] = [];
    while (from1 < to1 && from2 < to2 && before[to1 - 1] === after[to2 - 1]) tail.push([--to1, --to2]);
    budget.steps -= to1 - from1 + to2 - from2;
    if (from1 < to1 && from2 < to2 && budget.steps > 0) {
      const left = before.slice(from1, to1);
      const right = after.slice(from2, to2);
      const isSmall = Math.max(left.length, right.length) <= SMALL_GAP;
      const found = isSmall ? shortestEdit(left, right, budget) : null;
      const anchors = found ?? findAnchors(left, right);
      if (found === null && anchors.length > 0) {
        gaps.push(
          ...gapsBetween(anchors, left.length, right.length)
            .map(([a, b, c, d]): [number, number, number, number] => [
              a + from1,
              b + from1,
              c + from2,
              d + from2,
            ])
            .reverse(),
        );
      } else {
        const kept = found ?? shortestEdit(left, right, budget) ?? [];
        for (const [at1, at2] of kept) matches.push([at1 + from1, at2 + from2]);
      }
    }
    matches.push(...tail);
  }
  return matches.sort((a, b) => a[0] - b[0]);
}

/** The stretches between anchors, each with the anchor that opens it, so that the anchor is matched as a common start. */
function gapsBetween(
  anchors: readonly Match[],
  length1: number,
  length2: number,
): [number, number, number, number][] {
  const cuts: Match[] = [...anchors, [length1, length2]];
  let at: Match = [0, 0];
  return cuts.flatMap((cut): [number, number, number, number][] => {
    const gap: [number, number, number, number] = [at[0], cut[0], at[1], cut[1]];
    at = cut;
    return gap[0] === gap[1] && gap[2] === gap[3] ? [] : [gap];
  });
}

/** Words that stand once on each side, in the longest row that rises on both. */
function findAnchors(left: readonly string[], right: readonly string[]): Match[] {
  const places1 = placesOfSingles(left);
  const places2 = placesOfSingles(right);
  const pairs: Match[] = [];
  for (const [word, at1] of places1) {
    const at2 = places2.get(word);
    if (at1 >= 0 && at2 !== undefined && at2 >= 0) pairs.push([at1, at2]);
  }
  return longestRise(pairs.sort((a, b) => a[0] - b[0]));
}

/** Word -> its place, or -1 where it stands more than once. */
function placesOfSingles(words: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  words.forEach((word, at) => {
    places.set(word, places.has(word) ? -1 : at);
  });
  return places;
}

/** The longest subsequence whose second places rise; the first ones rise already. O(n log n). */
function longestRise(pairs: readonly Match[]): Match[] {
  const ends: number[] = []; // ends[k]: the pair with the smallest second place that ends a rise of k + 1 pairs
  const previous = new Int32Array(pairs.length);
  const second = (at: number | undefined): number => pairs[at ?? 0]?.[1] ?? 0;
  for (let at = 0; at < pairs.length; at += 1) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (second(ends[middle]) < second(at)) low = middle + 1;
      else high = middle;
    }
    previous[at] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = at;
  }
  const rise: Match[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) rise.push(pair);
  }
  return rise.reverse();
}

/** Myers' greedy search; null when it takes more than `MAX_EDITS` edits or the budget is spent. */
function shortestEdit(left: readonly string[], right: readonly string[], budget: Budget): Match[] | null {
  const most = Math.min(left.length + right.length, MAX_EDITS);
  const furthest = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    budget.steps -= edits + 1;
    if (budget.steps < 0) return null;
    trace.push(furthest.slice(most + 1 - edits - 1, most + 1 + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const at = most + 1 + diagonal;
      const goesDown =
        diagonal === -edits || (diagonal !== edits && (furthest[at - 1] ?? 0) < (furthest[at + 1] ?? 0));
      let x = goesDown ? (furthest[at + 1] ?? 0) : (furthest[at - 1] ?? 0) + 1;
      while (x < left.length && x - diagonal < right.length && left[x] === right[x - diagonal]) x += 1;
      furthest[at] = x;
      if (x >= left.length && x - diagonal >= right.length) return walkBack(trace, left.length, right.length);
    }
  }
  return null;
}

/** From the end to the start along the furthest points of each number of edits. */
function walkBack(trace: readonly Int32Array[], length1: number, length2: number): Match[] {
  const matches: Match[] = [];
  let x = length1;
  let y = length2;
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const row = trace[edits] ?? new Int32Array();
    const reach = (diagonal: number): number => row[diagonal + edits + 1] ?? 0;
    const diagonal = x - y;
    const goesDown = diagonal === -edits || (diagonal !== edits && reach(diagonal - 1) < reach(diagonal + 1));
    const from = goesDown ? diagonal + 1 : diagonal - 1;
    const startX = edits === 0 ? 0 : reach(from);
    const startY = edits === 0 ? 0 : startX - from;
    while (x > startX && y > startY) matches.push([--x, --y]);
    x = startX;
    y = startY;
  }
  return matches.reverse();
}
