import { describe, expect, test } from 'vitest';
import {
  containment,
  letterSimilarity,
  shingleSimilarity,
  wordSimilarity,
} from '../../src/text/similarity.ts';

const measures = { wordSimilarity, shingleSimilarity, letterSimilarity };

describe.each(Object.entries(measures))('%s', (_name, measure) => {
  test('is 1 for the same text and for two empty ones, 0 for nothing in common', () => {
    expect(measure('the bridge is safe', 'the bridge is safe')).toBe(1);
    expect(measure('', ' … ')).toBe(1);
    expect(measure('bridge', '')).toBe(0);
    expect(measure('the bridge is safe', 'nobody knows how')).toBe(0);
  });
  test('does not see case, accents, marks or line ends', () => {
    expect(measure('Le café, “fermé”!', 'le cafe\nferme')).toBe(1);
  });
  test('is the same both ways and between 0 and 1', () => {
    const [a, b] = ['the bridge over the river is safe', 'the bridge over that river was safe'];
    expect(measure(a, b)).toBe(measure(b, a));
    expect(measure(a, b)).toBeGreaterThan(0);
    expect(measure(a, b)).toBeLessThan(1);
  });
});

test('word similarity counts repetitions and forgets order', () => {
  expect(wordSimilarity('safe is the bridge', 'the bridge is safe')).toBe(1);
  expect(wordSimilarity('no no no', 'no')).toBe(0.5);
});

test('shingle similarity sees order', () => {
  expect(shingleSimilarity('safe is the bridge', 'the bridge is safe')).toBe(0);
  expect(shingleSimilarity('a b c d e', 'a b c d f')).toBeCloseTo(2 / 3);
});

test('containment is 1 for words quoted out of a longer text, and falls with what is altered', () => {
  const page = 'The mayor said that the bridge over the river is safe for all traffic and left.';
  expect(containment('the bridge over the river is safe', page)).toBe(1);
  expect(containment('bridge over', page)).toBe(1);
  expect(containment('the bridge over that river is safe', page)).toBeCloseTo(2 / 5);
  expect(containment('', page)).toBe(0);
});

test('letter similarity knows spellings of one name from other names', () => {
  expect(letterSimilarity('Zelensky', 'Zelenskyy')).toBeGreaterThan(0.8);
  expect(letterSimilarity('Zelensky', 'Stoltenberg')).toBeLessThan(0.2);
});
