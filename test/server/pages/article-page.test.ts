import { describe, expect, test } from 'vitest';
import { printArticlePage } from '../../../src/server/pages/article-page.ts';
import type { ArticlePageData } from '../../../src/server/pages/article-page-record.ts';
import { PAGE_CSP } from '../../../src/server/pages/page-shell.ts';
import { renderBody } from '../../../src/text/markdown-body.ts';

const { html: bodyHtml, text: bodyText } = renderBody('The mayor said “the bridge is safe” and left.');

const BARE: ArticlePageData = {
  canonicalUrl: 'https://archive.example/articles/bridge',
  pageUrl: 'https://archive.example/articles/bridge',
  headline: 'The Bridge',
  alternativeHeadline: null,
  description: null,
  byline: null,
  authors: [],
  datePublished: null,
  dateModified: null,
  outlet: null,
  inLanguage: 'und',
  bodyHtml,
  bodyText,
  quotes: [],
  regions: [],
  themes: [],
  reports: [],
  links: [],
  image: null,
  notes: [],
  translations: [],
  isBasedOn: null,
  rights: null,
  discussionUrl: null,
  provenance: null,
  citeText: null,
  previous: null,
  next: null,
  jsonLd: { '@type': 'NewsArticle' },
  graphiqlUrl: null,
};

const FULL: ArticlePageData = {
  ...BARE,
  canonicalUrl: 'https://ledger.example/bridge',
  alternativeHeadline: 'A dek',
  description: 'A summary.',
  byline: 'By Ada Venn',
  authors: [{ text: 'Ada Venn', url: 'https://ledger.example/ada', description: 'Ada Venn covers bridges.' }],
  datePublished: '2024-03',
  dateModified: '2024-03-10T08:00:00Z',
  outlet: { text: 'The Ledger', url: 'https://ledger.example' },
  inLanguage: 'en',
  quotes: [
    { text: 'the bridge is safe', speaker: 'Tomas Ruiz', role: 'mayor', kind: 'MIXED', start: 16, end: 34 },
  ],
  regions: [{ text: 'Europe', url: null }],
  themes: [{ text: 'Transport', url: null }],
  reports: [{ text: 'Crossings', url: null }],
  links: [{ text: 'the survey', url: '/articles/survey', isInArchive: true }],
  image: { url: 'https://ledger.example/b.jpg', caption: 'The bridge', credit: 'R. Photo', creditUrl: null },
  notes: ['A note to readers.'],
  translations: [{ inLanguage: 'fr', headline: 'Le pont', url: '/articles/le-pont' }],
  isBasedOn: { outlet: 'Bridge Watch', url: 'https://watch.example/b' },
  rights: {
    holders: [{ text: 'Ada Venn', url: null }],
    year: 2024,
    notice: 'Copyright © Ada Venn, 2024',
    licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
    disclaimer: 'A disclaimer.',
    permission: 'A permission.',
    conditions: 'A condition.',
    fairUse: 'A fair-use notice.',
    contact: 'rights@ledger.example',
  },
  discussionUrl: 'https://ledger.example/bridge#comments',
  provenance: {
    file: 'pages/bridge.txt',
    importedAt: '2024-05-01T10:00:00Z',
    contentHash: 'abc123',
    revision: 2,
    fields: { headline: 'first line' },
  },
  citeText: 'Venn, A. (2024). The Bridge.',
  previous: { text: 'Older', url: '/articles/older' },
  next: { text: 'Newer', url: '/articles/newer' },
  graphiqlUrl: '/graphql#query=x',
};

describe('the page of an article', () => {
  const page = printArticlePage(FULL);

  test.each([
    'The Bridge',
    'A dek',
    'href="https://ledger.example/ada"',
    '<time datetime="2024-03">March 2024</time>',
    '<article lang="en" dir="ltr">',
    '<mark class="mixed" id="quote-1" title="Tomas Ruiz, mayor">the bridge is safe</mark>',
    'Tomas Ruiz, mayor · in part word for word · <a href="#quote-1">',
    'Europe',
    'Transport',
    'Crossings',
    '<a href="/articles/survey">the survey</a> <span class="faint">in this archive</span>',
    'R. Photo',
    'A note to readers.',
    '<a href="/articles/le-pont" hreflang="fr">French</a>',
    'Bridge Watch',
    '© 2024 <span>Ada Venn</span>',
    'A disclaimer.',
    'A permission.',
    'A condition.',
    'A fair-use notice.',
    'rights@ledger.example',
    'https://creativecommons.org/licenses/by/4.0/',
    'bridge#comments',
    'pages/bridge.txt',
    'abc123',
    'first line',
    'Venn, A. (2024). The Bridge.',
    '<a rel="prev" href="/articles/older">',
    '<a rel="next" href="/articles/newer">',
    '/graphql#query=x',
    'Ada Venn covers bridges.',
  ])('shows %s', (text) => {
    expect(page).toContain(text);
  });

  test('names the original as canonical, and itself to Open Graph and to schema.org', () => {
    expect(page).toContain('<link rel="canonical" href="https://ledger.example/bridge">');
    expect(page).toContain('<meta property="og:type" content="article">');
    expect(page).toContain('<meta property="article:published_time" content="2024-03">');
    expect(page).toContain('<link rel="alternate" hreflang="fr" href="/articles/le-pont">');
    expect(page).toContain('<script type="application/ld+json">{"@type":"NewsArticle"}</script>');
  });

  test('loads nothing: no script runs, no picture, style sheet or frame is fetched', () => {
    expect(page).not.toMatch(/<(?:img|iframe|object|embed|video|audio|source|form)\b/i);
    expect(page).not.toMatch(/<script(?! type="application\/ld\+json")/);
    expect(page).not.toMatch(/<link rel="stylesheet"|@import|url\(/);
    expect(page).not.toMatch(/\sstyle="|\son\w+="/);
    expect(PAGE_CSP).toContain("default-src 'none'");
  });
});

test('a page with nothing but headline and text has no empty sections and no word of null', () => {
  const page = printArticlePage(BARE);
  expect(page).not.toMatch(/null|undefined/);
  expect(page.match(/<h2/g)).toHaveLength(1);
  expect(page).not.toContain('<ul');
  expect(page).toContain('<article>');
});

test('a right-to-left language turns the text and leaves the frame', () => {
  const page = printArticlePage({ ...FULL, inLanguage: 'ar-EG' });
  expect(page).toContain('<article lang="ar-EG" dir="rtl">');
  expect(page).toContain('<html lang="en">');
});

test('nothing that a page says can become markup or a script', () => {
  const evil = `"><script>alert(1)</script><img src=x onerror=y>'`;
  /** Puts the text in place of every string but body and dates, as deep as they lie. */
  const poison = (value: unknown): unknown => {
    if (typeof value === 'string') return evil;
    if (Array.isArray(value)) return value.map(poison);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, poison(inner)]));
  };
  const poisoned = poison({ ...FULL, inLanguage: null, quotes: [], translations: [] });
  const page = printArticlePage({
    ...(poisoned as ArticlePageData),
    inLanguage: evil,
    translations: [{ inLanguage: evil, headline: evil, url: 'javascript:alert(1)' }],
    quotes: [{ text: evil, speaker: evil, role: evil, kind: 'DIRECT', start: 16, end: 34 }],
    bodyHtml,
    bodyText,
  });
  expect(page).not.toContain('<img');
  expect(page).not.toContain('<script>');
  expect(page).not.toContain('javascript:');
  expect(page.match(/<script/g)).toHaveLength(1);
});
