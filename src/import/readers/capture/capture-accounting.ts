/** A stretch of letters or digits, or a sign such as © or €. Punctuation between them is the page's way of arranging them. */
const WORD = /[\p{L}\p{M}\p{N}]+|[\p{Sc}\p{So}]/gu;

/** How often each word stands in some texts. */
export function countWords(texts: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [word] of text.matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Every text that stands in a draft, whatever the field. */
export function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'number') yield String(value);
  else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) yield* textsIn(part);
  }
}

/**
 * The words of `blocks` that `draft` does not hold as often as they do, as the blocks in which they stand: the proof
 * that reading a page lost nothing is that this is empty.
 */
export function findUnaccounted(blocks: readonly string[], draft: unknown): readonly string[] {
  const held = countWords(textsIn(draft));
  return blocks.filter((block) => {
    let isWhole = true;
    for (const [word, count] of countWords([block])) {
      const left = (held.get(word) ?? 0) - count;
      held.set(word, left);
      if (left < 0) isWhole = false;
    }
    return !isWhole;
  });
}
