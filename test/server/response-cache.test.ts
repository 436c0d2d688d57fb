import { expect, test } from 'vitest';
import { ResponseCache } from '../../src/server/response-cache.ts';

const answer = Buffer.from('{"data":{}}');

/** Asks as the server does: looks for the answer, and hands it over when it had to be made. */
function ask(cache: ResponseCache, question: string, version = '1', body = answer): boolean {
  if (cache.get(question, version) !== null) return true;
  cache.set(question, version, body);
  return false;
}

test('an answer is kept from the second time that its question comes', () => {
  const cache = new ResponseCache(1_000_000);
  expect([1, 2, 3, 4].map(() => ask(cache, 'a'))).toEqual([false, false, true, true]);
});

test('questions that come once take no memory', () => {
  const cache = new ResponseCache(1_000_000);
  for (let number = 0; number < 500; number += 1) ask(cache, `question ${number}`);
  expect(cache.bytes).toBeLessThan(5_000);
});

test('an answer is good as long as the data stands as it was, and kept anew at once', () => {
  const cache = new ResponseCache(1_000_000);
  for (let times = 0; times < 3; times += 1) ask(cache, 'a', '1');
  expect([ask(cache, 'a', '2'), ask(cache, 'a', '2')]).toEqual([false, true]);
});

test('the answer unused for longest goes first when memory is full', () => {
  const body = Buffer.alloc(1_000);
  const cache = new ResponseCache(12_000);
  for (const question of ['kept', 'left', 'kept', 'left']) ask(cache, question, '1', body);
  for (let number = 0; number < 8; number += 1) {
    for (const question of [`more ${number}`, `more ${number}`, 'kept']) ask(cache, question, '1', body);
  }
  expect(cache.get('kept', '1')).toBe(body);
  expect(cache.get('left', '1')).toBeNull();
  expect(cache.bytes).toBeLessThanOrEqual(12_000);
});
