import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import {
  htmlToMarkdown,
  htmlToPlainText,
  type MarkupNode,
  nodeToMarkdown,
} from '../../../src/import/readers/html-to-markdown.ts';
import { plainTextOf } from '../../../src/text/markdown-body.ts';

const base = 'https://ledger.example/2024/';
const markdown = (html: string) => htmlToMarkdown(html, { baseUrl: base }).markdown;

describe('HTML becomes CommonMark', () => {
  test.each([
    ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['<div>One<div>Two</div>Three</div>', 'One\n\nTwo\n\nThree'],
    ['<h2>Head</h2><p>Text</p>', '## Head\n\nText'],
    ['<p>A <b>bold </b>word and <em>another</em></p>', 'A **bold** word and *another*'],
    ['<p><strong><b>once</b></strong></p>', '**once**'],
    [
      '<a href="../about">About</a> <a href="#top">Top</a> <a href="mailto:a@b.example">Mail</a>',
      '[About](https://ledger.example/about) Top [Mail](mailto:a@b.example)',
    ],
    [
      '<a href="https://x.test/a_(b)">x</a> <a href="https://x.test/a(b">y</a>',
      '[x](https://x.test/a_(b)) [y](https://x.test/a%28b)',
    ],
    ['<a href=" javascript:alert(1)">x</a>', 'x'],
    ['<ul><li>A<li>B<ul><li>C</ul></ul>', '- A\n- B\n  - C'],
    ['<ol start="3"><li>A<li>B</ol>', '3. A\n4. B'],
    ['<ul><li><p>A</p><p>B</p><li>C</ul>', '- A\n\n  B\n\n- C'],
    ['<blockquote><p>Q</p><blockquote>R</blockquote></blockquote>', '> Q\n>\n> > R'],
    ['One<br>two<br><br>three', 'One\\\ntwo\n\nthree'],
    ['<pre><code>a\n  b</code></pre>', '```\na\n  b\n```'],
    ['<p>Run <code>a`b</code></p>', 'Run ``a`b``'],
    ['<p>One</p><hr><p>Two</p>', 'One\n\n---\n\nTwo'],
    ['<img src="a.jpg" alt="A [picture]">', '![A \\[picture\\]](https://ledger.example/2024/a.jpg)'],
    [
      '<img src="data:image/gif;base64,R0" data-src="b.jpg"><img src="t.gif" width="1" height="1">',
      '![](https://ledger.example/2024/b.jpg)',
    ],
    ['<table><tr><th>A<th>B<tr><td>1<td>2</table>', 'A | B\\\n1 | 2'],
    ['<table><tr><td><p>Laid</p><p>out</p></td></tr></table>', 'Laid\n\nout'],
    ['<span><p>In a span</p></span>', 'In a span'],
    ['<script>x</script><style>y</style><!-- z --><p>Text</p>', 'Text'],
    ['<iframe src="https://v.test/1"></iframe>', '<https://v.test/1>'],
    ['<p>She said <q>yes</q></p>', 'She said “yes”'],
    ['<p>&nbsp;</p><p></p>', ''],
  ])('%s', (html, expected) => {
    expect(markdown(html)).toBe(expected);
  });
});

describe('text stays the text it was', () => {
  test.each([
    '1. no list',
    '- no list',
    '# no heading',
    '> no quotation',
    '* * *',
    '_a_ and a_b_c',
    '`code`',
    '[x](y) and [and]',
    'AT&amp;T &lt;b&gt;',
    '---',
    '~~gone~~',
    'a\\b',
    '+ plus',
    '=== rule',
    '<tag>',
  ])('%s', (text) => {
    const html = `<p>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`;
    expect(plainTextOf(markdown(html))).toBe(text);
    expect(
      plainTextOf(markdown(`<p>Before<br>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`)),
    ).toBe(`Before\n${text}`);
  });
});

describe('pictures', () => {
  test('come with their caption, in order', () => {
    const { images } = htmlToMarkdown(
      '<figure><img src="a.jpg" alt="Alt"><figcaption>The <b>gates</b></figcaption></figure><img src="b.jpg">',
      { baseUrl: base },
    );
    expect(images).toEqual([
      { url: 'https://ledger.example/2024/a.jpg', alt: 'Alt', caption: 'The gates' },
      { url: 'https://ledger.example/2024/b.jpg', alt: null, caption: null },
    ]);
  });
});

describe('any DOM', () => {
  test('a document of linkedom reads as the source does', () => {
    const html = '<p>A <b>bold</b> <a href="x">link</a></p><ul><li>One</li></ul>';
    const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
    // linkedom's types are the DOM's, whose attributes are not declared iterable.
    expect(nodeToMarkdown(document.body as unknown as MarkupNode, { baseUrl: base }).markdown).toBe(
      markdown(html),
    );
  });
});

describe('WordPress paragraphs', () => {
  test('blank lines part paragraphs and newlines are line breaks', () => {
    expect(
      htmlToMarkdown('One\ntwo\n\nThree <em>four</em>\n\n<h2>H</h2>\nfive', {
        baseUrl: null,
        blankLinesAreParagraphs: true,
      }).markdown,
    ).toBe('One\\\ntwo\n\nThree *four*\n\n## H\n\nfive');
  });
});

describe('plain text', () => {
  test('loses markup and keeps words apart', () => {
    expect(htmlToPlainText('One<p>two</p><b>th</b>ree &amp; four<br>five <script>x</script>')).toBe(
      'One two three & four five',
    );
    expect(htmlToPlainText('  plain \n text ')).toBe('plain text');
  });
});

describe('hostile HTML', () => {
  test.each([
    ['elements without end', '<div>'.repeat(200_000)],
    ['lists without end', '<ul><li>'.repeat(100_000)],
    ['inline without end', '<b>'.repeat(200_000)],
    ['quotations without end', '<blockquote>'.repeat(100_000)],
    ['links that never close', '<a href="x">'.repeat(100_000)],
    ['brackets', '['.repeat(500_000)],
    ['backticks', '`'.repeat(500_000)],
    ['spaces', ' '.repeat(2_000_000)],
    ['hard spaces', '&nbsp;'.repeat(300_000)],
    ['breaks', '<br>'.repeat(300_000)],
    ['angle brackets', '<'.repeat(500_000)],
    ['ampersands', '&'.repeat(500_000)],
    ['attributes', `<p ${'a '.repeat(300_000)}>`],
    ['comments', '<!--'.repeat(300_000)],
  ])('%s', (_name, html) => {
    expect(markdown(`<p>First</p>${html}`)).toContain('First');
  });
});
