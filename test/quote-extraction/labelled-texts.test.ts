import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { extractQuotes } from '../../src/quote-extraction/extract-quotes.ts';
import { extractAndJudge, readLabelled, scored } from './quote-scores.ts';

const OWN = new URL('../fixtures/quotes/', import.meta.url);
const YARDSTICK = new URL('../../../shared/quotes/', import.meta.url);

/** Lowest figures that count as no regression: end to end, and precision of spans. */
const FLOORS: Readonly<Record<string, readonly [endToEnd: number, precision: number]>> = {
  'edge-own-b.jsonl': [0.95, 0.98],
  'edge-own-c.jsonl': [1, 1],
  'edge-own-d.jsonl': [1, 1],
  'edge-own.jsonl': [0.98, 0.98],
  'interview-own.jsonl': [0.87, 0.97],
  'languages.jsonl': [0.95, 0.95],
  'news-a.jsonl': [0.96, 0.96],
  'news-b.jsonl': [0.97, 0.98],
  'news-c.jsonl': [0.98, 0.98],
  'news-d.jsonl': [0.97, 0.97],
  'news-e.jsonl': [0.97, 0.97],
  'news-f.jsonl': [0.97, 0.97],
  'news-g.jsonl': [0.95, 0.98],
  'news-h.jsonl': [0.96, 0.97],
  'news-i.jsonl': [0.94, 0.98],
  'news-j.jsonl': [0.96, 0.98],
  'news-k.jsonl': [0.92, 0.95],
};

const figures = (file: URL) => scored(readLabelled(file).map((document) => extractAndJudge(document).counts));

describe('labelled texts', () => {
  test('every file of labelled texts has a floor', () => {
    const files = readdirSync(OWN).filter((name) => name.endsWith('.jsonl'));
    expect(files.sort()).toEqual(Object.keys(FLOORS).sort());
  });

  for (const [file, [endToEnd, precision]] of Object.entries(FLOORS)) {
    test(`${file}: quotes are found and attributed as well as before`, () => {
      const score = figures(new URL(file, OWN));
      expect(score.endToEndF1).toBeGreaterThanOrEqual(endToEnd);
      expect(score.precision).toBeGreaterThanOrEqual(precision);
    });

    test(`${file}: the offsets of every quote cut its words out of the text`, () => {
      for (const { text, language } of readLabelled(new URL(file, OWN))) {
        for (const quote of extractQuotes({ body: text, language: language ?? null })) {
          expect(text.slice(quote.start, quote.end)).toBe(quote.text);
          if (quote.cue) expect(text.slice(quote.cue.start, quote.cue.end)).toBe(quote.cue.text);
          for (const mark of quote.marks) expect(text.slice(mark.start, mark.end)).toBe(mark.text);
          expect(quote.context.start).toBeLessThanOrEqual(quote.start);
          expect(quote.context.end).toBeGreaterThanOrEqual(quote.end);
        }
      }
    });
  }

  test.skipIf(!existsSync(YARDSTICK))(
    'the yardstick news set stays above 93 end to end and 96 in precision',
    () => {
      const score = figures(new URL('wikinews.dev.jsonl', YARDSTICK));
      expect(score.endToEndF1).toBeGreaterThanOrEqual(0.93);
      expect(score.precision).toBeGreaterThanOrEqual(0.96);
    },
  );

  test.skipIf(!existsSync(YARDSTICK))('the yardstick edge cases have no false quotation', () => {
    const score = figures(new URL('edge.dev.jsonl', YARDSTICK));
    expect(score.endToEndF1).toBeGreaterThanOrEqual(0.97);
    expect(score.precision).toBe(1);
  });

  test.skipIf(!existsSync(YARDSTICK))('quoted spans of the novels stay above 80', () => {
    expect(figures(new URL('litbank.dev.jsonl', YARDSTICK)).spanF1).toBeGreaterThanOrEqual(0.8);
  });
});
