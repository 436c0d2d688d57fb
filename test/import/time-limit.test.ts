import { expect, test } from 'vitest';
import { workWithin } from '../../src/import/time-limit.ts';

test('work that ends gives its result, and what it throws', () => {
  expect(workWithin(60_000, () => [1, 2])).toEqual({ result: [1, 2] });
  expect(workWithin(60_000, () => null)).toEqual({ result: null });
  expect(() =>
    workWithin(60_000, () => {
      throw new RangeError('too far');
    }),
  ).toThrow(RangeError);
});

test('work that never ends is given up, inside a regular expression and a generator too', () => {
  const forever = () => {
    for (;;) {
      try {
        /^(?:a+)+$/.test(`${'a'.repeat(40)}b`);
      } catch {
        // What gives up cannot be caught by what is given up.
      }
    }
  };
  expect(workWithin(20, forever)).toBeNull();
  const items = (function* () {
    yield 1;
    forever();
  })();
  expect(workWithin(60_000, () => items.next())).toEqual({ result: { value: 1, done: false } });
  expect(workWithin(20, () => items.next())).toBeNull();
  expect(workWithin(60_000, () => 'goes on')).toEqual({ result: 'goes on' });
});
