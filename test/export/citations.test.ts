import { describe, expect, test } from 'vitest';
import type { CitableWork, CitationStyle } from '../../src/export/citable-work.ts';
import { CITATION_STYLES } from '../../src/export/citable-work.ts';
import { cite } from '../../src/export/citations.ts';

const person = (name: string) => ({ name, isBody: false });
const bridge: CitableWork = {
  kind: 'article',
  headline: 'The bridge is safe, says the mayor',
  authors: [person('Ada Venn')],
  outlet: 'The Harbour Ledger',
  datePublished: '2024-03-09T14:30+01:00',
  url: 'https://ledger.example/bridge',
  inLanguage: 'en',
};
const printed = (changes: Partial<CitableWork>, style: CitationStyle) =>
  cite({ ...bridge, ...changes }, style);

describe('an article', () => {
  test('in APA: initials, the day, the headline as printed', () => {
    expect(cite(bridge, 'APA')).toBe(
      'Venn, A. (2024, March 9). The bridge is safe, says the mayor. The Harbour Ledger. https://ledger.example/bridge',
    );
  });
  test('in MLA: the headline in capitals and between marks, a short month', () => {
    expect(cite(bridge, 'MLA')).toBe(
      'Venn, Ada. “The Bridge Is Safe, Says the Mayor.” The Harbour Ledger, 9 Mar. 2024, https://ledger.example/bridge.',
    );
  });
  test('in Chicago: the entry of a bibliography', () => {
    expect(cite(bridge, 'CHICAGO')).toBe(
      'Venn, Ada. “The Bridge Is Safe, Says the Mayor.” The Harbour Ledger, March 9, 2024. https://ledger.example/bridge.',
    );
  });
  test('in BibTeX', () => {
    expect(cite(bridge, 'BIBTEX')).toBe(
      [
        '@article{venn2024-the-bridge-is,',
        '  author = {Venn, Ada},',
        '  title = {{The bridge is safe, says the mayor}},',
        '  journal = {The Harbour Ledger},',
        '  year = {2024},',
        '  month = mar,',
        '  day = {9},',
        '  url = {https://ledger.example/bridge},',
        '  language = {en},',
        '  entrysubtype = {newspaper}',
        '}',
        '',
      ].join('\n'),
    );
  });
  test('in RIS', () => {
    expect(cite(bridge, 'RIS')).toBe(
      [
        'TY  - NEWS',
        'ID  - venn2024-the-bridge-is',
        'AU  - Venn, Ada',
        'TI  - The bridge is safe, says the mayor',
        'T2  - The Harbour Ledger',
        'PY  - 2024',
        'DA  - 2024/03/09/',
        'UR  - https://ledger.example/bridge',
        'LA  - en',
        'ER  - ',
        '',
      ].join('\r\n'),
    );
  });
  test('in CSL-JSON: an array of one record', () => {
    expect(JSON.parse(cite(bridge, 'CSL_JSON'))).toEqual([
      {
        id: 'venn2024-the-bridge-is',
        type: 'article-newspaper',
        title: 'The bridge is safe, says the mayor',
        author: [{ family: 'Venn', given: 'Ada' }],
        'container-title': 'The Harbour Ledger',
        issued: { 'date-parts': [[2024, 3, 9]] },
        URL: 'https://ledger.example/bridge',
        language: 'en',
      },
    ]);
  });
});

describe('what a page does not say', () => {
  test('an undated piece is marked as each style asks, with the day it was read', () => {
    const undated = { datePublished: null, accessed: '2024-04-01' };
    expect(printed(undated, 'APA')).toContain('Venn, A. (n.d.). The bridge');
    expect(printed(undated, 'APA')).toContain('Retrieved April 1, 2024, from https://ledger.example/bridge');
    expect(printed(undated, 'MLA')).toContain('https://ledger.example/bridge. Accessed 1 Apr. 2024.');
    expect(printed(undated, 'CHICAGO')).toContain('Accessed April 1, 2024. https://ledger.example/bridge.');
    expect(printed(undated, 'BIBTEX')).not.toContain('year');
    expect(printed(undated, 'BIBTEX')).toContain('urldate = {2024-04-01}');
    expect(printed(undated, 'RIS')).not.toMatch(/^(?:PY|DA)/m);
    expect(JSON.parse(printed(undated, 'CSL_JSON'))[0]).not.toHaveProperty('issued');
  });
  test('a date known to its month or year has no day', () => {
    expect(printed({ datePublished: '2024-03' }, 'APA')).toContain('(2024, March)');
    expect(printed({ datePublished: '2024' }, 'MLA')).toContain('The Harbour Ledger, 2024, https');
    expect(printed({ datePublished: '2024-03' }, 'RIS')).toContain('DA  - 2024/03//\r\n');
  });
  test('a piece without authors starts with its headline or outlet', () => {
    expect(printed({ authors: [] }, 'APA')).toMatch(
      /^The bridge is safe, says the mayor\. \(2024, March 9\)\./,
    );
    expect(printed({ authors: [] }, 'MLA')).toMatch(/^“The Bridge Is Safe/);
    expect(printed({ authors: [] }, 'CHICAGO')).toMatch(/^The Harbour Ledger\. “The Bridge Is Safe/);
    expect(printed({ authors: [] }, 'BIBTEX')).toMatch(/^@article\{theharbourledger2024-the-bridge-is,/);
  });
  test('with nothing but a headline every style still prints it', () => {
    const bare: CitableWork = {
      kind: 'article',
      headline: 'Alone',
      authors: [],
      outlet: null,
      datePublished: null,
      url: null,
      inLanguage: null,
    };
    for (const style of CITATION_STYLES) expect(cite(bare, style)).toContain('Alone');
  });
  test('a headline in an unknown or another language keeps its capitals', () => {
    expect(printed({ inLanguage: null }, 'MLA')).toContain('“The bridge is safe, says the mayor.”');
    expect(printed({ inLanguage: 'und' }, 'MLA')).toContain('“The bridge is safe, says the mayor.”');
    expect(printed({ headline: 'Un pont très sûr', inLanguage: 'fr' }, 'CHICAGO')).toContain(
      '“Un pont très sûr.”',
    );
  });
});

describe('authors', () => {
  const many = (count: number) => ({
    authors: Array.from({ length: count }, (_, at) => person(`Ann Author${at + 1}`)),
  });

  test('two are joined as each style joins them', () => {
    const two = { authors: [person('Ada Venn'), person('Tomas Ruiz')] };
    expect(printed(two, 'APA')).toMatch(/^Venn, A\., & Ruiz, T\. \(/);
    expect(printed(two, 'MLA')).toMatch(/^Venn, Ada, and Tomas Ruiz\. /);
    expect(printed(two, 'BIBTEX')).toContain('author = {Venn, Ada and Ruiz, Tomas}');
  });
  test('many are shortened: nineteen and the last in APA, the first in MLA, seven in Chicago', () => {
    expect(printed(many(25), 'APA')).toContain('Author19, A., … Author25, A. (2024');
    expect(printed(many(25), 'APA')).not.toContain('Author20');
    expect(printed(many(3), 'MLA')).toMatch(/^Author1, Ann, et al\. /);
    expect(printed(many(11), 'CHICAGO')).toMatch(/Ann Author7, et al\. /);
    expect(printed(many(10), 'CHICAGO')).toContain('and Ann Author10.');
  });
  test('files of records name all of them', () => {
    expect(printed(many(25), 'RIS').match(/^AU {2}- /gm)).toHaveLength(25);
    expect(JSON.parse(printed(many(25), 'CSL_JSON'))[0].author).toHaveLength(25);
  });
  test('an organisation is never taken apart', () => {
    const body = { authors: [{ name: 'Agence du Port', isBody: true }] };
    expect(printed(body, 'APA')).toMatch(/^Agence du Port\. \(2024/);
    expect(printed(body, 'MLA')).toMatch(/^Agence du Port\. “/);
    expect(printed(body, 'BIBTEX')).toContain('author = {{Agence du Port}}');
    expect(printed(body, 'RIS')).toContain('AU  - Agence du Port\r\n');
  });
  test('small words stay with the family name', () => {
    const author = { authors: [person('Lucas Leiroz de Almeida')] };
    expect(printed(author, 'APA')).toMatch(/^de Almeida, L\. L\. \(/);
    expect(printed(author, 'RIS')).toContain('AU  - de Almeida, Lucas Leiroz');
  });
});

describe('works that come from others', () => {
  const translation = {
    headline: 'Three bridges',
    translationOf: { headline: 'Drei Brücken', inLanguage: 'de', url: null },
  };

  test('a translation names its original', () => {
    expect(printed(translation, 'APA')).toContain(
      'Three bridges [Translation of “Drei Brücken”]. The Harbour Ledger.',
    );
    expect(printed(translation, 'MLA')).toMatch(/Translation of “Drei Brücken\.”$/);
    expect(printed(translation, 'CHICAGO')).toContain(
      '“Three Bridges.” Translation of “Drei Brücken.” The Harbour Ledger',
    );
    expect(JSON.parse(printed(translation, 'CSL_JSON'))[0]).toMatchObject({
      'original-title': 'Drei Brücken',
    });
  });
  test('a translation of which only the language is known names that', () => {
    expect(printed({ translationOf: { headline: null, inLanguage: 'de', url: null } }, 'APA')).toContain(
      '[Translation from German]',
    );
    expect(
      printed({ translationOf: { headline: null, inLanguage: 'not a tag', url: null } }, 'APA'),
    ).toContain('[Translation]');
  });
  test('a republished piece names where it appeared first', () => {
    const republished = { isBasedOn: { outlet: 'Inland Post', url: 'https://inland.example/7' } };
    expect(printed(republished, 'APA')).toMatch(
      /\(Reprinted from Inland Post, https:\/\/inland\.example\/7\)$/,
    );
    expect(printed(republished, 'MLA')).toMatch(
      /Originally published in Inland Post, https:\/\/inland\.example\/7\.$/,
    );
    expect(printed(republished, 'CHICAGO')).toMatch(/Originally published in Inland Post, /);
    expect(printed(republished, 'RIS')).toContain(
      'N1  - Originally published in Inland Post, https://inland.example/7.',
    );
    expect(printed({ isBasedOn: { outlet: null, url: null } }, 'APA')).toBe(cite(bridge, 'APA'));
  });
});

describe('a quote inside an article', () => {
  const quote: CitableWork = {
    ...bridge,
    kind: 'quote',
    quote: { text: 'We said “it is safe” twice.', speaker: person('Tomas van der Ruiz') },
  };

  test('in APA is cited through the article, which follows', () => {
    expect(cite(quote, 'APA')).toBe(
      `“We said ‘it is safe’ twice” (van der Ruiz, as cited in Venn, 2024).\n${cite(bridge, 'APA')}`,
    );
  });
  test('in MLA is "qtd. in" the article, which follows', () => {
    expect(cite(quote, 'MLA')).toBe(
      `Tomas van der Ruiz: “We said ‘it is safe’ twice” (qtd. in Venn).\n${cite(bridge, 'MLA')}`,
    );
  });
  test('in Chicago is a note', () => {
    expect(cite(quote, 'CHICAGO')).toBe(
      'Tomas van der Ruiz, “We said ‘it is safe’ twice,” quoted in Ada Venn, “The Bridge Is Safe, Says the Mayor,” The Harbour Ledger, March 9, 2024, https://ledger.example/bridge.',
    );
  });
  test('a question keeps its mark', () => {
    expect(cite({ ...quote, quote: { text: 'Is it safe?', speaker: null } }, 'CHICAGO')).toMatch(
      /^“Is it safe\?” in Ada Venn/,
    );
  });
  test('without a known speaker, or by the author, is cited as the article', () => {
    expect(cite({ ...quote, quote: { text: 'It is safe.', speaker: null } }, 'APA')).toMatch(
      /^“It is safe” \(Venn, 2024\)\./,
    );
    expect(cite({ ...quote, quote: { text: 'It is safe.', speaker: person('Ada Venn') } }, 'APA')).toMatch(
      /^“It is safe” \(Venn, 2024\)\./,
    );
  });
  test('stands as a note in files of records', () => {
    expect(cite(quote, 'BIBTEX')).toContain('note = {Tomas van der Ruiz: “We said ‘it is safe’ twice.”}');
    expect(cite(quote, 'RIS')).toContain('N1  - Tomas van der Ruiz: “We said ‘it is safe’ twice.”');
  });
});

describe('whatever a page prints', () => {
  const nasty = 'A <b>50%</b> {cut} & #1_x ~ ^ \\end $5 "said"\r\nTY  - BOOK\u0000';

  test('is text, not markup, in every style', () => {
    for (const style of ['APA', 'MLA', 'CHICAGO'] as const) {
      const citation = printed({ headline: nasty, inLanguage: 'fr' }, style);
      expect(citation).toContain('A <b>50%</b> {cut} & #1_x ~ ^ \\end $5');
      expect(citation).not.toMatch(/\p{Cc}/u);
    }
  });
  test('breaks no BibTeX record', () => {
    const record = printed({ headline: nasty, outlet: nasty, url: 'https://x.example/a}b{c' }, 'BIBTEX');
    const unescaped = record.replace(/\\[{}]/g, '');
    expect(unescaped.split('{')).toHaveLength(unescaped.split('}').length);
    expect(record).toContain('50\\%');
    expect(record).toContain('https://x.example/a%7Db%7Bc');
  });
  test('starts no RIS field of its own', () => {
    expect(printed({ headline: nasty, outlet: nasty }, 'RIS').match(/^TY {2}- /gm)).toHaveLength(1);
  });
  test('is cut when it is longer than any headline', () => {
    const citation = printed(
      {
        headline: 'word '.repeat(100_000),
        authors: Array.from({ length: 300 }, () => person('x '.repeat(10_000))),
      },
      'APA',
    );
    expect(citation.length).toBeLessThan(5_000);
  });
  test('is cited alike each time, whatever was cited before', () => {
    const first = CITATION_STYLES.map((style) => cite(bridge, style));
    for (const style of CITATION_STYLES)
      printed({ authors: [], headline: 'Another piece', datePublished: '2024-03-10' }, style);
    expect(CITATION_STYLES.map((style) => cite(bridge, style))).toEqual(first);
  });
});
