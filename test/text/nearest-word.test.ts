import { expect, test } from 'vitest';
import { nearestWord } from '../../src/text/nearest-word.ts';

const words = (...list: string[]) => list.map((word, index) => ({ word, count: index + 1 }));

test.each([
  ['harbuor', 'harbour'],
  ['harbur', 'harbour'],
  ['harbourr', 'harbour'],
  ['harvour', 'harbour'],
])('"%s" is near to "%s"', (typed, meant) => {
  expect(nearestWord(typed, words('harbour', 'glacier'))).toBe(meant);
});

test('the fewest changes count first, then frequency', () => {
  expect(nearestWord('bridgs', words('bride', 'bridge', 'bridges'))).toBe('bridges');
  expect(nearestWord('lamp', words('camp', 'lams'))).toBe('lams');
});

test('words that are too far off are no help, fewer changes for short words', () => {
  expect(nearestWord('porto', words('potato'))).toBeNull();
  expect(nearestWord('glcair', words('glacier'))).toBeNull();
  expect(nearestWord('glciers', words('glacier'))).toBe('glacier');
  expect(nearestWord('', words('a'))).toBe('a');
  expect(nearestWord('word', [])).toBeNull();
  expect(nearestWord('x'.repeat(500), words('x'.repeat(499)))).toBeNull();
});
