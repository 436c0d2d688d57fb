import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type HomePageData, printHomePage } from '../../../src/server/pages/home-page.ts';
import { PAGE_CSP } from '../../../src/server/pages/page-shell.ts';

const DATA: HomePageData = {
  origin: 'http://127.0.0.1:4000',
  version: '0.1.0',
  counts: [
    { label: 'articles', count: 1234 },
    { label: 'quotes', count: 9 },
  ],
  period: { from: '2019-05', to: '2024-10-02' },
  latest: [{ headline: 'Ice & <Water>', path: '/articles/ice', datePublished: null }],
  onward: [{ path: '/health', label: 'Health', text: 'is the server well?' }],
};

test('the home page says what the archive holds and leads onward', () => {
  const page = printHomePage(DATA);
  for (const text of [
    '<dt>articles</dt><dd>1,234</dd>',
    'From May 2019 to 2 October 2024.',
    '<a href="/articles/ice">Ice &amp; &lt;Water&gt;</a>',
    'href="/graphql"',
    'href="/schema.graphql"',
    'href="/health"',
    'curl http://127.0.0.1:4000/graphql',
    '<link rel="canonical" href="http://127.0.0.1:4000/">',
  ]) {
    expect(page).toContain(text);
  }
});

test('an empty archive is told how to fill it', () => {
  const page = printHomePage({
    ...DATA,
    counts: [{ label: 'articles', count: 0 }],
    period: null,
    latest: [],
  });
  expect(page).toContain('npx dateline import PATH');
  expect(page).not.toContain('Latest pieces');
});

test('the policy allows the style sheet of the page by its hash', () => {
  const style = /<style>(.*?)<\/style>/s.exec(printHomePage(DATA))?.[1] ?? '';
  expect(PAGE_CSP).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
});
