import { expect, test } from 'vitest';
import { findParagraphs, findQuotedSpans } from '../../src/quote-extraction/quoted-spans.ts';

const spansOf = (body: string) => findQuotedSpans(body).map((span) => body.slice(span.start, span.end));

test('the offsets of a quotation cut its words out of the body', () => {
  expect(spansOf('The mayor said “the bridge is safe” and left.')).toEqual(['the bridge is safe']);
});

test('straight, low, angle and reversed angle marks are paired', () => {
  expect(spansOf('a "one" b „two“ c «three» d »four« e „five”')).toEqual([
    'one',
    'two',
    'three',
    'four',
    'five',
  ]);
});

test('nested marks stay inside the outer quotation', () => {
  expect(spansOf('“She said ‘go’ and I went,” he said.')).toEqual(['She said ‘go’ and I went,']);
  expect(spansOf('“Call it “home” if you like,” he said.')).toEqual(['Call it “home” if you like,']);
});

test('apostrophes, possessives and elisions are no marks', () => {
  expect(spansOf("The joiners' marks, the dog's tail, '90s music and 'tis true.")).toEqual([]);
});

test('single marks may hold apostrophes and possessives', () => {
  expect(spansOf("'It's the councillors' nerves that need repairing,' he said.")).toEqual([
    "It's the councillors' nerves that need repairing,",
  ]);
});

test('feet and inches are no marks', () => {
  expect(spansOf('The plank was 6\' 2" long. "It\'s oak," said Nils.')).toEqual(["It's oak,"]);
});

test('a quotation that is never closed ends at its paragraph', () => {
  const body = 'He said “we are late\n\nThe rest is narration.';
  expect(spansOf(body)).toEqual(['we are late']);
  expect(findQuotedSpans(body)[0]?.closed).toBe(false);
});

test('a paragraph that opens with a mark goes on with the quotation left open before it', () => {
  const body = '“One.\n\n“Two,” she said.';
  expect(findQuotedSpans(body).map((span) => span.continued)).toEqual([false, true]);
});

test('blank lines part paragraphs, whatever spaces they hold', () => {
  expect(findParagraphs('a\nb\n \t\nc').map(({ start, end }) => 'a\nb\n \t\nc'.slice(start, end))).toEqual([
    'a\nb',
    'c',
  ]);
});
