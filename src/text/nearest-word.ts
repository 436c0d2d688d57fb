/** Letters of a word that is compared; a longer one is none. */
const MAX_LETTERS = 40;

/**
 * The word of a list that takes the fewest changes of a letter (put in, left out, exchanged, two swapped) to become
 * `word`; of several the most frequent. Null when all are more than one change away, or two for words of seven letters.
 */
export function nearestWord(
  word: string,
  candidates: readonly { readonly word: string; readonly count: number }[],
): string | null {
  const limit = word.length >= 7 ? 2 : 1;
  let best: { readonly word: string; readonly count: number; readonly distance: number } | null = null;
  for (const { word: candidate, count } of candidates) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const distance = editDistance(word, candidate, limit);
    if (distance > limit) continue;
    const isBetter =
      best === null || distance < best.distance || (distance === best.distance && count > best.count);
    if (isBetter) best = { word: candidate, count, distance };
  }
  return best?.word ?? null;
}

/** Damerau's distance (optimal string alignment); anything above `limit` when it is more. */
function editDistance(a: string, b: string, limit: number): number {
  if (a.length > MAX_LETTERS || b.length > MAX_LETTERS) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}
