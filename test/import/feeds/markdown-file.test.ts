import { describe, expect, test } from 'vitest';
import { readInput } from './reading.ts';

const YAML = `---
title: "Harbour gates: what next?"
subtitle: A long story
authors:
  - Ada Venn
  - name: Tomas Ruiz
    url: https://ledger.example/people/truiz
    bio: Writes on water.
date: 2024-03-09
lastmod: 2024-03-10T09:00:00+01:00
canonicalURL: https://ledger.example/2024/03/harbour-gates
lang: en
categories: [Local government]
regions: North shore, South shore
tags: [harbour, tide]
series: Walls
image: { src: /img/gates.jpg, caption: The gates, credit: Ines Dahl }
source: { name: Coastwire, url: https://coastwire.example/1 }
license: https://creativecommons.org/licenses/by/4.0/
---

# Harbour gates: what next?

The gates *stay* open. [More](https://ledger.example/more)
`;

describe('Markdown with YAML front matter', () => {
  const { format, drafts } = readInput(YAML);
  const [draft] = drafts;
  test('is recognised by its content and read in full', () => {
    expect(format).toBe('markdown');
    expect(draft).toMatchObject({
      headline: 'Harbour gates: what next?',
      alternativeHeadline: 'A long story',
      authors: [
        { name: 'Ada Venn', url: null },
        { name: 'Tomas Ruiz', url: 'https://ledger.example/people/truiz', description: 'Writes on water.' },
      ],
      url: 'https://ledger.example/2024/03/harbour-gates',
      inLanguage: 'en',
      themes: [{ name: 'Local government' }],
      regions: [{ name: 'North shore' }, { name: 'South shore' }],
      keywords: ['harbour', 'tide'],
      reports: [{ name: 'Walls' }],
      image: { url: 'https://ledger.example/img/gates.jpg', caption: 'The gates', credit: 'Ines Dahl' },
      isBasedOn: { outlet: { name: 'Coastwire' }, url: 'https://coastwire.example/1' },
      rights: { licenceUrl: 'https://creativecommons.org/licenses/by/4.0/' },
    });
  });
  test('a date stays the day it is, in every time zone', () => {
    expect(draft?.datePublished).toMatchObject({ iso: '2024-03-09', precision: 'DAY' });
    expect(draft?.dateModified?.iso).toBe('2024-03-10T09:00:00+01:00');
  });
  test('a first heading that repeats the title is not part of the body', () => {
    expect(draft?.body).toBe('The gates *stay* open. [More](https://ledger.example/more)');
  });
});

describe('other front matter', () => {
  test('TOML, with the values a generator keeps under params', () => {
    const { drafts } = readInput(
      '+++\ntitle = "Tide"\ndate = 2024-03-09T10:00:00+01:00\n[params]\nauthor = "Ada Venn"\n+++\nText.\n',
    );
    expect(drafts[0]).toMatchObject({
      headline: 'Tide',
      datePublished: { iso: '2024-03-09T10:00:00+01:00' },
      authors: [{ name: 'Ada Venn' }],
      body: 'Text.',
    });
  });
  test('the first heading is the headline where the front matter states none', () => {
    expect(readInput('---\nauthor: Ada Venn\n---\n# The *tide*\n\nText.').drafts[0]).toMatchObject({
      headline: 'The tide',
      body: 'Text.',
    });
  });
  test('HTML and link references in the text become plain CommonMark', () => {
    const { drafts } = readInput(
      '---\ntitle: T\n---\nA <b>bold</b> [word][1] and <script>alert(1)</script>.\n\n[1]: https://x.test/1\n',
    );
    expect(drafts[0]?.body).toBe('A **bold** [word](https://x.test/1) and .');
  });
  test('a draft is refused by name', () => {
    expect(readInput('---\ntitle: T\ndraft: true\n---\nx').refusals).toMatchObject([
      { code: 'NOT_PUBLISHED' },
    ]);
    expect(readInput('---\ntitle: T\npublished: false\n---\nx').refusals).toMatchObject([
      { code: 'NOT_PUBLISHED' },
    ]);
  });
  test('Windows line breaks and a byte order mark change nothing', () => {
    expect(readInput(`\ufeff${YAML.replace(/\n/g, '\r\n')}`).drafts[0]?.headline).toBe(
      'Harbour gates: what next?',
    );
  });
  test('UTF-16 is read', () => {
    expect(readInput(Buffer.from(`\ufeff${YAML}`, 'utf16le')).drafts[0]?.authors).toHaveLength(2);
  });
});

describe('front matter with mistakes', () => {
  test('YAML is read as far as it goes, and the line is told', () => {
    const { drafts, problems } = readInput('---\ntitle: Tide\nauthor: "Ada\ndate: 2024-03-09\n---\nText.');
    expect(problems[0]).toMatchObject({ code: 'MALFORMED', at: { line: expect.any(Number) } });
    expect(drafts.length + problems.length).toBeGreaterThan(0);
  });
  test('TOML with a mistake is refused with its line', () => {
    expect(readInput('+++\ntitle = "T"\nbroken\n+++\nx').refusals).toMatchObject([
      { code: 'MALFORMED', at: { line: 3 } },
    ]);
  });
  test('aliases that multiply are not followed', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 9 }, (_, i) => `${'bcdefghij'[i]}: &${'bcdefghij'[i]} [${Array(10).fill(`*${'abcdefghi'[i]}`).join(',')}]`).join('\n')}`;
    const { refusals } = readInput(`---\n${bomb}\ntitle: T\n---\nx`);
    expect(refusals).toMatchObject([{ code: 'MALFORMED' }]);
  });
  test('a rule at the top of a text is no front matter', () => {
    expect(readInput('---\n\nJust a text after a rule.\n').format).not.toBe('markdown');
  });
});
