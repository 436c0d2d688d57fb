import { expect, test } from 'vitest';
import { writeDate } from '../../src/text/written-date.ts';

test.each([
  ['2024', '2024'],
  ['2024-03', 'March 2024'],
  ['2024-03-09', '9 March 2024'],
  ['2024-03-09T14:30Z', '9 March 2024, 14:30 UTC'],
  ['2024-03-09T14:30:59.123Z', '9 March 2024, 14:30 UTC'],
  ['2024-03-09T14:30+01:00', '9 March 2024, 14:30 (UTC+01:00)'],
  ['2024-03-09T14:30', '9 March 2024, 14:30'],
  ['2024-13-09', '2024-13-09'],
  ['last spring', 'last spring'],
])('%s is written %s', (iso, written) => {
  expect(writeDate(iso)).toBe(written);
});
