import { describe, expect, test } from 'vitest';
import { printDigestHtml } from '../../src/export/digest/digest-html.ts';
import type { DigestIssue, DigestPiece } from '../../src/export/digest/digest-issue.ts';
import { printDigestMarkdown } from '../../src/export/digest/digest-markdown.ts';
import { printDigestText } from '../../src/export/digest/digest-text.ts';
import { renderBody } from '../../src/text/markdown-body.ts';

const PIECE: DigestPiece = {
  headline: 'A River Counted in Litres',
  url: 'https://ledger.example/river?a=1&b=2',
  inLanguage: 'en',
  outlet: 'The Ledger',
  byline: 'By Ada Venn',
  datePublished: '2024-03-05',
  summary: 'Three delegations that met in the capital on Monday could not agree on the length of the river.',
};

const ISSUE: DigestIssue = {
  title: 'The week in the archive',
  from: '2024-03-04',
  to: '2024-03-10',
  intro: 'Seven pieces on water.',
  lead: [PIECE],
  sections: [
    {
      theme: 'Politics',
      url: 'https://archive.example/theme/politics',
      pieces: [{ ...PIECE, headline: 'Four Flags' }],
    },
    { theme: 'Sport', url: null, pieces: [] },
  ],
  quotes: [
    {
      text: 'The first task is to have one river.',
      inLanguage: 'en',
      speaker: 'Rustam Yuldashev',
      role: null,
      articleHeadline: 'A River Counted in Litres',
      articleUrl: 'https://ledger.example/river',
    },
  ],
  archiveUrl: 'https://archive.example/',
  unsubscribeUrl: '{{unsubscribe}}',
};

const EMPTY: DigestIssue = {
  ...ISSUE,
  intro: null,
  lead: [],
  sections: [],
  quotes: [],
  unsubscribeUrl: null,
};

const PRINTERS = { html: printDigestHtml, text: printDigestText, markdown: printDigestMarkdown };

describe.each(Object.entries(PRINTERS))('a digest as %s', (_format, print) => {
  test('holds lead, themes and quotations, and no theme without pieces', () => {
    const words = print(ISSUE).replace(/\s+/g, ' ');
    for (const part of [
      '4–10 March 2024',
      'A River Counted in Litres',
      'Four Flags',
      'The first task',
      'Rustam Yuldashev',
      'Politics',
    ]) {
      expect(words).toContain(part);
    }
    expect(words).not.toContain('Sport');
    expect(words).toContain('{{unsubscribe}}');
  });

  test('says so when nothing was published', () => {
    expect(print(EMPTY)).toContain('Nothing was published');
    expect(print(EMPTY)).not.toMatch(/null|undefined|Unsubscribe/);
  });
});

test('as HTML it needs nothing from elsewhere, and leads only to absolute addresses', () => {
  const mail = printDigestHtml({ ...ISSUE, lead: [{ ...PIECE, url: '/articles/river' }] });
  expect(mail).not.toMatch(/<(?:img|script|link|iframe)\b|@import|url\(/);
  const addresses = [...mail.matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
  expect(addresses).toContain('{{unsubscribe}}');
  expect(
    addresses.filter((address) => !address?.startsWith('https://') && address !== '{{unsubscribe}}'),
  ).toEqual([]);
});

test('as HTML no text becomes markup', () => {
  const evil = '<img src=x onerror=y>"';
  const mail = printDigestHtml({
    ...ISSUE,
    title: evil,
    intro: evil,
    lead: [
      { ...PIECE, headline: evil, outlet: evil, summary: evil, url: 'javascript:alert(1)', inLanguage: evil },
    ],
    unsubscribeUrl: 'javascript:alert(1)',
  });
  expect(mail).not.toMatch(/<img|javascript:/);
});

test('as text every line but an address stays within 72 characters', () => {
  const long = printDigestText(ISSUE)
    .split('\n')
    .filter((line) => line.length > 72 && !line.includes('://'));
  expect(long).toEqual([]);
});

test.each([
  '1. May in Berlin',
  '- dash',
  '# hash',
  '*stars* and _lines_',
  '[x](y) <b> `c` a|b ~~d~~ &amp; !',
  '=== rule',
  'a\n\n# b',
])('as Markdown %j is shown as it stands', (summary) => {
  const { text } = renderBody(printDigestMarkdown({ ...EMPTY, lead: [{ ...PIECE, summary }] }));
  expect(text).toContain(`\n\n${summary.replace(/\s+/g, ' ')}\n\n`);
});
