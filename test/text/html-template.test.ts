import { expect, test } from 'vitest';
import { html, jsonBlock, linkAddress, trustMarkup } from '../../src/text/html-template.ts';

const EVIL = `<script>alert("1")</script> & 'x'`;

test('text is escaped, in attributes too, and markup is left as it is', () => {
  expect(html`<p title="${EVIL}">${EVIL}${html`<b>${'<'}</b>`}${trustMarkup('<i>')}</p>`.text).toBe(
    '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;">' +
      '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;<b>&lt;</b><i></p>',
  );
});

test('lists are joined, and what is absent leaves nothing', () => {
  expect(html`${['a', [html`<br>`, 0]]}${null}${undefined}${false}`.text).toBe('a<br>0');
});

test('an object that only looks like markup is escaped', () => {
  // As it could come out of JSON from a client.
  const forged = { text: '<b>' } as unknown as string;
  expect(html`${forged}`.text).not.toContain('<b>');
});

test('no text in a data block can end it', () => {
  const value = { headline: '</script><!-- <script>' };
  const block = jsonBlock('application/ld+json', value).text;
  expect(block.match(/<\/script>/g)).toHaveLength(1);
  expect(JSON.parse(block.replace(/^<script[^>]*>|<\/script>$/g, ''))).toEqual(value);
});

test.each([
  ['https://a.example/x', 'https://a.example/x'],
  ['HTTP://a.example', 'HTTP://a.example'],
  ['mailto:desk@a.example', 'mailto:desk@a.example'],
  ['/articles/x', '/articles/x'],
  ['#quote-1', '#quote-1'],
  ['//evil.example', null],
  ['/\\evil.example', null],
  ['javascript:alert(1)', null],
  [' javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['', null],
  [null, null],
])('%j as the address of a link is %j', (url, address) => {
  expect(linkAddress(url)).toBe(address);
});
