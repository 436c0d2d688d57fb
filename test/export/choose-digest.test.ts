import { describe, expect, test } from 'vitest';
import {
  chooseDigest,
  type DigestCandidate,
  type QuoteCandidate,
} from '../../src/export/digest/choose-digest.ts';
import { firstSentences } from '../../src/export/digest/compose-digest.ts';
import { wordsAlone } from '../../src/text/quoted-words.ts';

const piece = (id: number, parts: Partial<DigestCandidate> = {}): DigestCandidate => ({
  id,
  isRepublished: false,
  isInReport: false,
  hasImage: false,
  hasSummary: false,
  quoteCount: 0,
  wordCount: 400,
  citedByCount: 0,
  themes: [1],
  twins: [],
  ...parts,
});

const quote = (id: number, parts: Partial<QuoteCandidate> = {}): QuoteCandidate => ({
  id,
  articleId: id,
  speakerId: id,
  length: 100,
  confidence: 0.9,
  ...parts,
});

describe('the lead', () => {
  test('puts own reporting before what was taken over', () => {
    const { lead } = chooseDigest([piece(1, { isRepublished: true, quoteCount: 2 }), piece(2)], [], 1);
    expect(lead).toEqual([2]);
  });

  test('is on different themes where there are, and filled up where there are not', () => {
    const pieces = [piece(1, { quoteCount: 4 }), piece(2, { quoteCount: 3 }), piece(3, { themes: [2] })];
    expect(chooseDigest(pieces, [], 2).lead).toEqual([1, 3]);
    expect(chooseDigest(pieces, [], 5).lead).toEqual([1, 2, 3]);
  });

  test('takes the newest of equals', () => {
    expect(chooseDigest([piece(9), piece(8), piece(7)], [], 1).lead).toEqual([9]);
  });
});

describe('the sections', () => {
  test('hold every other piece once, under its first theme, the fullest first', () => {
    const pieces = [
      piece(1, { quoteCount: 6 }),
      piece(2, { themes: [3, 1] }),
      piece(3, { themes: [3] }),
      piece(4, { themes: [2] }),
      piece(5, { themes: [] }),
    ];
    expect(chooseDigest(pieces, [], 1).sections).toEqual([
      { theme: 3, pieces: [2] },
      { theme: 2, pieces: [4] },
    ]);
  });

  test('leave out the translation of a piece that is in', () => {
    const pieces = [piece(1, { twins: [2], quoteCount: 1 }), piece(2, { twins: [1] }), piece(3)];
    const { lead, sections } = chooseDigest(pieces, [quote(1, { articleId: 2 })], 1);
    expect(lead).toEqual([1]);
    expect(sections).toEqual([{ theme: 1, pieces: [3] }]);
    expect(chooseDigest(pieces, [quote(1, { articleId: 2 })], 1).quotes).toEqual([]);
  });
});

test('nobody is quoted twice, and words of a readable length come first', () => {
  const pieces = [1, 2, 3, 4].map((id) => piece(id));
  const quotes = [
    quote(1, { length: 12 }),
    quote(2, { confidence: 0.7 }),
    quote(3, { speakerId: 2, confidence: 0.8 }),
    quote(4),
  ];
  expect(chooseDigest(pieces, quotes, 5).quotes).toEqual([4, 3, 1]);
});

test('a summary ends with a sentence, or at a word', () => {
  expect(firstSentences('  ')).toBeNull();
  expect(
    firstSentences(`One sentence of some length that says what happened where. ${'word '.repeat(80)}`),
  ).toMatch(/^One sentence.*where\.$|…$/);
  expect(firstSentences(`${'He said the bridge is safe now. '.repeat(20)}`)).toMatch(/now\.$/);
  expect(firstSentences('word '.repeat(100))).toMatch(/word…$/);
  expect(firstSentences('x'.repeat(1000))).toHaveLength(121);
});

test('words that stand alone lose the comma that led on to their speaker, and nothing else', () => {
  expect(wordsAlone('I was told\nthat one cannot,')).toBe('I was told that one cannot');
  expect(wordsAlone('Is it safe?')).toBe('Is it safe?');
});
