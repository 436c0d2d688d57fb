import { describe, expect, test } from 'vitest';
import { markQuotes } from '../../../src/server/pages/mark-quotes.ts';
import { renderBody } from '../../../src/text/markdown-body.ts';

/** Marks each of `phrases` in a body written in Markdown. */
function mark(source: string, phrases: readonly string[], kind: 'DIRECT' | 'INDIRECT' = 'DIRECT') {
  const { html, text } = renderBody(source);
  const quotes = phrases.map((phrase) => {
    const start = text.indexOf(phrase);
    expect(start, `"${phrase}" should stand in the text`).toBeGreaterThanOrEqual(0);
    return { start, end: start + phrase.length, kind, title: null };
  });
  return { plain: html, ...markQuotes(html, text, quotes) };
}

/** The words that stand in marks, in order, without tags. */
function markedWords(html: string): string[] {
  return [...html.matchAll(/<mark[^>]*>([^<]*)<\/mark>/g)].map(([, words = '']) => words);
}

const withoutMarks = (html: string) => html.replace(/<\/?mark[^>]*>/g, '');

describe('the quotations of a body', () => {
  test('are marked where they stand, each with an anchor', () => {
    const { html } = mark('The mayor said “the bridge is safe” and left. “It is,” said another.', [
      'the bridge is safe',
      'It is,',
    ]);
    expect(html).toContain('<mark class="direct" id="quote-1">the bridge is safe</mark>');
    expect(html).toContain('<mark class="direct" id="quote-2">It is,</mark>');
  });

  test('are told apart by kind', () => {
    const { html } = mark('She said that the bridge was safe.', ['the bridge was safe'], 'INDIRECT');
    expect(html).toContain('<mark class="indirect" id="quote-1">the bridge was safe</mark>');
  });

  test('may run over emphasis and links without breaking their tags', () => {
    const { html, plain } = mark('He said “we *never* read [the report](https://a.example/r) at all”.', [
      'we never read the report at all',
    ]);
    expect(markedWords(html)).toEqual(['we ', 'never', ' read ', 'the report', ' at all']);
    expect(html.match(/id="quote-1"/g)).toHaveLength(1);
    expect(withoutMarks(html)).toBe(plain);
  });

  test('may run over paragraphs, with no mark between these', () => {
    const { html } = mark('“One.\n\n“Two.”', ['One.\n\n“Two.']);
    expect(markedWords(html)).toEqual(['One.', '“Two.']);
  });

  test('are found behind list marks, which the HTML does not hold', () => {
    const { html } = mark('1. First “one thing” said\n2. Then “1. another”\n\n- and “a last”', [
      'one thing',
      '1. another',
      'a last',
    ]);
    expect(markedWords(html)).toEqual(['one thing', '1. another', 'a last']);
  });

  test('are found among characters that HTML writes as entities', () => {
    const { html } = mark('He wrote "x < y & z > 0" on the wall, "twice".', ['x < y & z > 0', 'twice']);
    expect(markedWords(html)).toEqual(['x &lt; y &amp; z &gt; 0', 'twice']);
  });

  test('are found behind a picture, a table and characters outside the basic plane', () => {
    const source = '![a map](https://a.example/m.png)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n🜂 “das 𝔊leis” 🜂';
    expect(markedWords(mark(source, ['das 𝔊leis']).html)).toEqual(['das 𝔊leis']);
  });

  test('that overlap are marked by the first, and the other has no anchor to lead to', () => {
    const { html, anchors } = mark('He said that “nothing is lost” here.', [
      'He said that “nothing',
      'nothing is',
    ]);
    expect(markedWords(html)).toEqual(['He said that “nothing', ' is']);
    const inside = mark('He said that “nothing is lost” here.', ['that “nothing is lost”', 'nothing']);
    expect([...inside.anchors]).toEqual([1]);
    expect([...anchors]).toEqual([1, 2]);
  });

  test('with offsets beyond the text mark nothing, and the body stays whole', () => {
    const { html, text } = renderBody('Short.');
    expect(markQuotes(html, text, [{ start: 900, end: 950, kind: 'DIRECT', title: null }]).html).toBe(html);
    expect(
      markQuotes(html, 'another text altogether', [{ start: 0, end: 7, kind: 'DIRECT', title: null }]),
    ).toBeDefined();
  });
});

test('the speaker shows on the mark, escaped', () => {
  const { html, text } = renderBody('“Yes.”');
  const marked = markQuotes(html, text, [{ start: 1, end: 5, kind: 'DIRECT', title: 'A "B" <c>' }]);
  expect(marked.html).toContain('title="A &quot;B&quot; &lt;c&gt;"');
});

test('pictures become links, for the page loads nothing from elsewhere', () => {
  const { html } = mark('See ![the map](https://a.example/m.png?a=1&b=2) here.', []);
  expect(html).toContain(
    '<a href="https://a.example/m.png?a=1&amp;b=2" rel="nofollow noopener">Picture: the map</a>',
  );
  expect(html).not.toContain('<img');
});
