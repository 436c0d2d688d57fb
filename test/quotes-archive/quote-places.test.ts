import { beforeAll, expect, test } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { textBefore, textBehind } from '../../src/text/text-around.ts';
import { dataOf } from '../support/ask.ts';
import { importTexts } from './import-texts.ts';

let archive: Archive;

beforeAll(async () => {
  archive = await openArchive({ url: ':memory:' });
  await importTexts(archive, {
    Astral: [
      '🎉🎉🎉 The harbour 🚢 opened today. Mayor Ada Venn spoke 😀. “We will keep the lock 🔒 open all winter 👨‍👩‍👧‍👦,” Ada Venn said.',
      '“𝒲e are 𝔱ired of the noise,” said Tomas Ruiz. 🎉',
    ],
    Links: [
      'Ada Venn said: “We will [keep the lock](https://quay.example/lock) open **all** winter, and *nobody* minds.” She [told reporters](https://quay.example/told) that the [ferry](https://quay.example/ferry) was late.',
    ],
    '🎉 “We will not sell the lock”, says Ada Venn': [
      'Ada Venn met the council on Monday. “It is late,” she said.',
    ],
    Lines: [
      'Ada Venn said: “The lock\r\nis open all\r\nwinter.”\r\rTomas Ruiz said: “It [the lock] (...) leaks.”',
    ],
  });
  return () => archive.close();
});

interface Placed {
  readonly text: string;
  readonly place: string;
  readonly start: number;
  readonly end: number;
  readonly sentence: string;
  readonly selector: { exact: string; prefix: string; suffix: string; start: number; end: number };
  readonly context: { before: string; text: string; after: string };
  readonly cue: { text: string; start: number; end: number } | null;
  readonly marks: readonly { text: string; start: number; end: number }[];
  readonly article: { readonly headline: string; readonly body: string };
}

const PLACES = `{ quotes(first: 100) { nodes { text place start end sentence
  selector { exact prefix suffix start end } context(before: 31, after: 33) { before text after }
  cue { text start end } marks { text start end } article { headline body(format: TEXT) } } } }`;

test('offsets, selector, context and sentence are cut out of the text in which the words stand', async () => {
  const nodes: readonly Placed[] = (await dataOf(archive, PLACES)).quotes.nodes;
  expect(nodes.map(({ place }) => place)).toContain('HEADLINE');
  expect(nodes.length).toBeGreaterThan(7);
  for (const { text, place, start, end, sentence, selector, context, cue, marks, article } of nodes) {
    const printed = place === 'HEADLINE' ? article.headline : article.body;
    expect(printed.slice(start, end)).toBe(text);
    expect(selector).toMatchObject({ exact: text, start, end });
    for (const { before, after } of [{ before: selector.prefix, after: selector.suffix }, context]) {
      expect(printed.slice(0, start).endsWith(before)).toBe(true);
      expect(printed.slice(end).startsWith(after)).toBe(true);
      expect(before.length > 0 || start === 0).toBe(true);
      expect(before + after).not.toMatch(/\p{Cs}/u);
    }
    expect(context.text).toBe(text);
    expect(printed).toContain(sentence);
    expect(sentence).toContain(text);
    for (const part of [...marks, ...(cue === null ? [] : [cue])])
      expect(printed.slice(part.start, part.end)).toBe(part.text);
  }
});

test('the text around a stretch ends where a character would be cut in two', () => {
  expect([0, 1, 2, 3].map((count) => textBefore('a🔒b', 3, count))).toEqual(['', '', '🔒', 'a🔒']);
  expect([0, 1, 2, 3].map((count) => textBehind('a🔒b', 1, count))).toEqual(['', '', '🔒', '🔒b']);
});
