import { expect, test } from 'vitest';
import { renderBody } from '../../src/text/markdown-body.ts';

test('paragraphs are one blank line apart and keep their marks as printed', () => {
  const { text } = renderBody('She said "we are late" (...).\n\n\n“It is *very* late” – he said.\n');
  expect(text).toBe('She said "we are late" (...).\n\n“It is very late” – he said.');
});
test('links carry their anchor, its place and their target', () => {
  const { text, links } = renderBody(
    'The [mayor *herself*](https://ledger.example/a_b?x=1&y=2) spoke. [He](#) did not.',
  );
  expect(links).toEqual([
    { text: 'mayor herself', url: 'https://ledger.example/a_b?x=1&y=2', start: 4, end: 17 },
    { text: 'He', url: null, start: 25, end: 27 },
  ]);
  for (const link of links) expect(text.slice(link.start, link.end)).toBe(link.text);
});
test('emphasis is noted as ranges of the plain text', () => {
  const { text, emphasis } = renderBody('A **strong** and *soft* word.');
  expect(emphasis.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ['STRONG', 'strong'],
    ['EMPHASIS', 'soft'],
  ]);
});
test('headings and block quotes are told from running text', () => {
  const { text, blocks } = renderBody('Intro.\n\n## What now\n\n> We stay.\n>\n> All of us.\n\nEnd.');
  expect(text).toBe('Intro.\n\nWhat now\n\nWe stay.\n\nAll of us.\n\nEnd.');
  expect(blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ['HEADING', 'What now'],
    ['BLOCK_QUOTE', 'We stay.\n\nAll of us.'],
  ]);
});
test('lists keep their numbers and marks', () => {
  expect(renderBody('First:\n\n- one\n- two\n\nThen:\n\n3. three\n4. four\n\nEnd.').text).toBe(
    'First:\n\n- one\n- two\n\nThen:\n\n3. three\n4. four\n\nEnd.',
  );
  expect(renderBody('2024. It was a good year.').text).toBe('2024. It was a good year.');
});
test('nothing that a page brings along can run', () => {
  const { html, links } = renderBody(
    'A <script>alert(1)</script> <b onclick="x()">b</b> [go](javascript:alert(1)) [data](data:text/html,x) ![p](javascript:x) [m](mailto:a@b.example "t\\" onclick=x")',
  );
  expect(html).not.toMatch(/<script|<b |href="javascript|href="data|src="javascript/i);
  expect(html).toContain('<a href="mailto:a@b.example" rel="nofollow noopener ugc">m</a>');
  expect(links.map((link) => link.url)).toEqual([null, null, 'mailto:a@b.example']);
});
test('pictures are listed and leave no words in the text', () => {
  const { text, images, html } = renderBody('Before ![A *bridge*](https://ledger.example/b.jpg) after.');
  expect(text).toBe('Before  after.');
  expect(images).toEqual([{ url: 'https://ledger.example/b.jpg', alt: 'A *bridge*' }]);
  expect(html).toContain('<img src="https://ledger.example/b.jpg"');
});
test('table cells and code keep their words', () => {
  expect(renderBody('| a | b |\n|---|---|\n| 1 | 2 |\n\n    code  here\n').text).toBe(
    'a b\n1 2\n\ncode  here',
  );
});
test('a hard line break stays a line break, a soft one becomes a space', () => {
  expect(renderBody('one\ntwo  \nthree').text).toBe('one two\nthree');
});
test.each([
  ['open brackets', '['.repeat(100_000)],
  ['nested quotes', `${'>'.repeat(50_000)} x`],
  ['emphasis marks', '*a_'.repeat(50_000)],
  ['quotation marks', '"'.repeat(200_000)],
  ['half characters', '\uD800[\uDC00](http://\uD800)\u0000'],
  ['backticks', `a ${'`'.repeat(20_000)}`],
  ['link openings', '[a]('.repeat(50_000)],
])('%s are rendered and lose no offsets', (_, source) => {
  const { text, links } = renderBody(source);
  for (const link of links) expect(text.slice(link.start, link.end)).toBe(link.text);
  expect(text.length).toBeGreaterThan(0);
});
