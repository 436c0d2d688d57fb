import { describe, expect, test } from 'vitest';
import { diffWords } from '../../src/text/word-diff.ts';

const brief = (before: string, after: string, options = {}) =>
  diffWords(before, after, options).map(
    ({ op, text }) => `${op === 'EQUAL' ? '=' : op === 'INSERT' ? '+' : '-'}${text}`,
  );

/** A small generator of its own, so that a failure can be repeated. */
function makeRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    b.forEach((other, at) => {
      next.push(word === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    });
    row = next;
  }
  return row[b.length] ?? 0;
}

describe('two variants of a sentence', () => {
  test('differ in the words that were put in, taken out or replaced', () => {
    expect(brief('The bridge is safe.', 'The old bridge is safe.')).toEqual([
      '=The ',
      '+old ',
      '=bridge is safe.',
    ]);
    expect(brief('The old bridge is safe.', 'The bridge is safe.')).toEqual([
      '=The ',
      '-old ',
      '=bridge is safe.',
    ]);
    expect(brief('The bridge is safe.', 'The bridge was safe.')).toEqual([
      '=The bridge ',
      '-is ',
      '+was ',
      '=safe.',
    ]);
  });
  test('that are the same have one stretch, and empty ones none', () => {
    expect(brief('We are late.', 'We are late.')).toEqual(['=We are late.']);
    expect(brief('', '')).toEqual([]);
    expect(brief('', 'new')).toEqual(['+new']);
    expect(brief('old', ' ')).toEqual(['-old']);
  });
  test('marks are words of their own, and their style does not count', () => {
    expect(brief('We are late', 'We are late!')).toEqual(['=We are late', '+!']);
    expect(brief('“It’s late” – now', '"It\'s late" - now')).toEqual(['=“It’s late” – now']);
  });
  test('white space does not count, accents and capitals do', () => {
    expect(brief('We  are\nlate', 'We are late')).toEqual(['=We  are\nlate']);
    expect(brief('cafe', 'café')).toEqual(['-cafe', '+café']);
    expect(brief('cafe\u0301', 'café')).toEqual(['=cafe\u0301']);
    expect(brief('The mayor', 'the Mayor')).toEqual(['-The mayor', '+the Mayor']);
    expect(brief('The mayor', 'the Mayor', { ignoreCase: true })).toEqual(['=The mayor']);
  });
  test('numbers and joined words stay whole', () => {
    expect(brief('a 1,250.50 well-known', 'a 1,350.50 well-known')).toEqual([
      '=a ',
      '-1,250.50 ',
      '+1,350.50 ',
      '=well-known',
    ]);
  });
  test('scripts without spaces are compared by character', () => {
    expect(brief('桥是安全的', '桥不是安全的')).toEqual(['=桥', '+不', '=是安全的']);
  });
});

describe('offsets', () => {
  const before = '  The bridge is safe,  he said. ';
  const after = 'The old bridge was safe.';

  test('cut each stretch out of the text that it stands in', () => {
    for (const { op, text, start, end } of diffWords(before, after))
      expect((op === 'INSERT' ? after : before).slice(start, end)).toBe(text);
  });
  test('of what is kept and taken out cover the whole first text', () => {
    const kept = diffWords(before, after).filter(({ op }) => op !== 'INSERT');
    expect(kept.map(({ text }) => text).join('')).toBe(before);
  });
});

describe('random texts', () => {
  const random = makeRandom(7);
  const words = (length: number, kinds: number) => Array.from({ length }, () => `w${random(kinds)}`);

  test('can be made out of each other, with as few changes as possible', () => {
    for (let round = 0; round < 400; round += 1) {
      const a = words(random(30), 1 + random(12));
      const b = words(random(30), 1 + random(12));
      const differences = diffWords(a.join(' '), b.join(' '));
      const read = (without: string) =>
        differences
          .filter(({ op }) => op !== without)
          .map(({ text }) => text.trim())
          .join(' ')
          .trim();
      expect(read('INSERT')).toBe(a.join(' '));
      expect(read('DELETE')).toBe(b.join(' '));
      const equal = differences
        .filter(({ op }) => op === 'EQUAL')
        .flatMap(({ text }) => text.trim().split(' ')).length;
      expect(equal).toBe(longestCommon(a, b));
    }
  });
  test('of an article’s length keep what was not touched', () => {
    const a = words(5_000, 800);
    const b = a.flatMap((word, at) => (at % 50 === 0 ? ['changed'] : at % 77 === 0 ? [] : [word]));
    const kept = diffWords(a.join(' '), b.join(' '))
      .filter(({ op }) => op === 'EQUAL')
      .flatMap(({ text }) => text.trim().split(' '));
    expect(kept.length).toBeGreaterThan(4_800);
  });
});

describe('texts that are no variants of each other', () => {
  test.each([
    ['without a word in common', 'a '.repeat(100_000), 'b '.repeat(100_000)],
    ['of two words in another order', 'a b '.repeat(50_000), 'b b a '.repeat(30_000)],
    ['of one endless word', 'x'.repeat(500_000), `${'x'.repeat(500_000)}y`],
    ['of marks', '“'.repeat(100_000), '”?'.repeat(50_000)],
    ['of joined words', "a'".repeat(100_000), 'a-'.repeat(100_000)],
    [
      'in reverse order',
      Array.from({ length: 50_000 }, (_, at) => at).join(' '),
      Array.from({ length: 50_000 }, (_, at) => 50_000 - at).join(' '),
    ],
  ])('%s are told apart all the same', (_name, before, after) => {
    const kept = diffWords(before, after).filter(({ op }) => op !== 'INSERT');
    expect(kept.map(({ text }) => text).join('')).toBe(before);
  });
});
