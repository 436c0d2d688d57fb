/** Words at each end of a long stretch; what lies between is found by them. */
const END_WORDS = 6;

/** UTF-16 units up to which a stretch is written out. */
const MAX_WRITTEN_OUT = 200;

/** Words of context where the same words stand elsewhere in the text. */
const CONTEXT_WORDS = 4;

/**
 * The fragment by which a browser scrolls to `text.slice(start, end)` and marks it: `#:~:text=…`. Short stretches are
 * written out, long ones and those of several paragraphs given by their first and last words; where the words stand more
 * than once in the text, those around them are added. Empty for an empty stretch.
 *
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function textFragment(text: string, start: number, end: number): string {
  const words = text.slice(start, end);
  if (words.trim() === '') return '';
  const [prefix, suffix] = isOnce(text, words)
    ? [null, null]
    : [
        lastWords(text.slice(Math.max(0, start - 200), start)),
        firstWords(text.slice(end, end + 200), CONTEXT_WORDS),
      ];
  return `#:~:text=${prefix ? `${encoded(prefix)}-,` : ''}${stretch(words)}${suffix ? `,-${encoded(suffix)}` : ''}`;
}

function stretch(words: string): string {
  // A fragment is looked for within one block of the page, but its two ends may stand in different ones.
  const isWrittenOut = words.length <= MAX_WRITTEN_OUT && !words.includes('\n');
  if (isWrittenOut) return encoded(words);
  const first = firstWords(words, END_WORDS);
  const last = lastWords(words, END_WORDS);
  return first.length + last.length >= words.length ? encoded(first) : `${encoded(first)},${encoded(last)}`;
}

const isOnce = (text: string, words: string): boolean => text.indexOf(words) === text.lastIndexOf(words);

/** The first words that stand in one line. */
const firstWords = (text: string, count: number): string =>
  (text.trim().split('\n', 1)[0] ?? '').split(/\s+/).slice(0, count).join(' ');

const lastWords = (text: string, count: number = CONTEXT_WORDS): string =>
  (text.trim().split('\n').at(-1) ?? '').split(/\s+/).slice(-count).join(' ');

/** Commas, hyphens and ampersands mean something in a fragment. Half a character, cut off, is left out. */
const encoded = (text: string): string =>
  encodeURIComponent(text.replace(/\s+/g, ' ').replace(/[\ud800-\udfff]/gu, '')).replaceAll('-', '%2D');
