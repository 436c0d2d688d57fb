import { describe, expect, test } from 'vitest';
import {
  areVariants,
  bandKeysOf,
  compareWords,
  quoteWords,
  rowKeysOf,
  wordsHashOf,
} from '../../src/content/quote/quote-words.ts';
import { textFragment } from '../../src/text/text-fragment.ts';

const compare = (one: string, other: string) => compareWords(quoteWords(one), quoteWords(other));

test('marks, capitals and accents do not tell words apart', () => {
  expect(wordsHashOf(quoteWords('“It’s a café,”'))).toBe(wordsHashOf(quoteWords("it's a CAFE")));
});

describe('words beside others', () => {
  const whole = 'we will not leave this valley before the bridge is open again';
  test.each([
    ['EXACT', 'We will not leave this valley before the bridge is open again!'],
    ['SHORTENED', 'We will not leave this valley'],
    ['SHORTENED', 'We will not leave … the bridge is open'],
    ['ALTERED', 'We will leave this valley before the bridge is open again'],
    ['ALTERED', 'We will not leave this village before the bridge is open again'],
    ['EXTENDED', `Believe me, ${whole}, all of us`],
  ])('%s: %s', (kind, text) => {
    expect(compare(text, whole).kind).toBe(kind);
  });

  test('two sentences of common words are no variants', () => {
    expect(
      areVariants(compare('we will see what they do in the end', 'they will do what we see in the end')),
    ).toBe(false);
  });
});

test('any five words in common share a key', () => {
  const words =
    'the tide does not read timetables and the ferry runs late because of it every single day'.split(' ');
  for (let at = 0; at + 5 <= words.length; at += 1) {
    const part = words.slice(at, at + 5);
    const keys = new Set(bandKeysOf(['some', 'other', ...part, 'words', 'behind']));
    expect(bandKeysOf(words).some((key) => keys.has(key))).toBe(true);
  }
  expect(rowKeysOf(['too', 'short'])).toEqual([]);
  expect(bandKeysOf([])).toEqual([]);
});

describe('a text fragment', () => {
  test('has commas and hyphens encoded, and the words around words that stand twice', () => {
    const text = 'A well-known ferry, she said. Then a well-known ferry, he said.';
    const at = text.lastIndexOf('well-known ferry');
    expect(textFragment(text, at, at + 16)).toBe(
      '#:~:text=she%20said.%20Then%20a-,well%2Dknown%20ferry,-%2C%20he%20said.',
    );
  });

  test('gives the ends of several paragraphs', () => {
    const text = 'One two three.\n\nFour five six.';
    expect(textFragment(text, 0, text.length)).toBe('#:~:text=One%20two%20three.,Four%20five%20six.');
  });
});
