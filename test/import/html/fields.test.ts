import { describe, expect, test } from 'vitest';
import { draftOf, FIRST, ld, page, piece, SECOND } from './page-reader.ts';

const text = `<div class="entry-content"><p>${FIRST}</p><p>${SECOND}</p></div>`;

describe('the headline', () => {
  const titled = (head: string, body: string): string =>
    draftOf(page(`${body}${text}`, head), 'https://ledger.example/2024/x').headline;

  test('is the heading that the stated title confirms, not the logo', () => {
    expect(
      titled(
        '<title>Ferry runs again on the lake | Ledger</title>',
        '<h1>Ledger</h1><h1>Ferry runs again on the lake</h1>',
      ),
    ).toBe('Ferry runs again on the lake');
  });
  test('is the only heading of some length when the stated title was written for search engines', () => {
    expect(
      titled(
        '<title>Lake Arden ferry: all you need to know</title>',
        '<h1>Ferry runs again after nine long years</h1>',
      ),
    ).toBe('Ferry runs again after nine long years');
  });
  test('loses the name of the site at either end', () => {
    expect(
      titled(
        '<title>The Ledger » Ferry runs again on the lake</title><meta property="og:site_name" content="The Ledger">',
        '',
      ),
    ).toBe('Ferry runs again on the lake');
    expect(
      titled(
        '<title>Ferry runs again on the lake - The Ledger</title><meta property="og:site_name" content="The Ledger">',
        '',
      ),
    ).toBe('Ferry runs again on the lake');
  });
  test('keeps a dash of its own', () => {
    expect(titled('<title>Lake Arden – a history of its boats</title>', '')).toBe(
      'Lake Arden – a history of its boats',
    );
  });
  test('stands without the line over it when two stated titles do', () => {
    const head =
      '<meta property="og:title" content="Ferry runs again on the lake"><meta name="twitter:title" content="Ferry runs again on the lake">';
    expect(titled(head, '<h1>Transport: Ferry runs again on the lake</h1>')).toBe(
      'Ferry runs again on the lake',
    );
  });
  test('may be a second-level heading when the stated title holds it', () => {
    expect(
      titled(
        '<title>Ledger » Archive » Ferry runs again on the lake</title>',
        '<h2>Ferry runs again on the lake</h2>',
      ),
    ).toBe('Ferry runs again on the lake');
  });
  test('is not a breadcrumb', () => {
    const body = '<nav><h1>Ferry runs again</h1></nav><h2>After nine years: ferry runs again at night</h2>';
    expect(
      titled('<meta property="og:title" content="After nine years: ferry runs again at night">', body),
    ).toBe('After nine years: ferry runs again at night');
  });
});

describe('the authors', () => {
  const signed = (body: string, head?: string): readonly string[] =>
    draftOf(
      page(`<article><h1>Ferry runs again</h1>${body}${text}</article>`, head),
      'https://ledger.example/x',
    ).authors.map(({ name }) => name);

  test.each([
    ['a rel=author link', '<a rel="author" href="/a">Ada Venn</a>', ['Ada Venn']],
    [
      'microdata',
      '<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Ada Venn</span></span>',
      ['Ada Venn'],
    ],
    ['an hCard', '<span class="vcard"><span class="fn">Ada Venn</span></span>', ['Ada Venn']],
    ['a byline of two', '<p class="byline">By Ada Venn and Tomas Ruiz</p>', ['Ada Venn', 'Tomas Ruiz']],
    ['a printed line without any mark', '<p>By Ada Venn</p>', ['Ada Venn']],
    [
      'names in elements of their own',
      '<div class="article-byline"><span>Ada Venn</span> <span>Tomas Ruiz</span></div>',
      ['Ada Venn', 'Tomas Ruiz'],
    ],
    [
      'the archive of an author in WordPress',
      '<p><a href="/author/ada-venn/">Ada Venn</a></p>',
      ['Ada Venn'],
    ],
    ['a hashed class name of CSS modules', '<p class="Author_author__4ceOm">Ada Venn</p>', ['Ada Venn']],
    ['a name behind a label', '<span class="author-name">Interview: Ada Venn</span>', ['Ada Venn']],
    [
      'a label and a name in paragraphs of their own',
      '<div class="author"><p>Written By</p><p>Ada Venn</p></div>',
      ['Ada Venn'],
    ],
    [
      'a name over the day of the last change',
      '<div class="author_cont"><h3><a href="/u/7">Ada Venn</a></h3><p>Last updated on 17 May 2024</p></div>',
      ['Ada Venn'],
    ],
    ['a line without a mark, in Finnish', '<p>Kirjoittanut Ada Venn</p>', ['Ada Venn']],
    ['a line without a mark, in Russian', '<p>Автор: Ада Венн</p>', ['Ада Венн']],
    [
      'a name beside a job title',
      '<span class="author-name">Ada Venn</span> <span class="author-title">Staff reporter</span>',
      ['Ada Venn'],
    ],
  ])('are read from %s', (_, body, names) => {
    expect(signed(body)).toEqual(names);
  });

  test('are those of structured data before those of meta', () => {
    expect(
      signed(
        '',
        `${ld({ '@type': 'NewsArticle', headline: 'Ferry runs again', author: { '@type': 'Person', givenName: 'Ada', familyName: 'Venn' } })}<meta name="author" content="webmaster">`,
      ),
    ).toEqual(['Ada Venn']);
  });
  test('are not the outlet when a person is named', () => {
    const head = `${ld({ '@type': 'NewsArticle', headline: 'Ferry runs again', author: { '@type': 'Organization', name: 'The Ledger' }, publisher: { '@type': 'Organization', name: 'The Ledger' } })}`;
    expect(signed('<p class="byline">By Ada Venn</p>', head)).toEqual(['Ada Venn']);
    expect(signed('', head)).toEqual(['The Ledger']);
  });
  test('come from the card that WordPress gives to chat apps', () => {
    expect(
      signed(
        '',
        '<title>Ferry runs again</title><meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Venn">',
      ),
    ).toEqual(['Ada Venn']);
  });
  test('do not include those of comments and teasers', () => {
    expect(
      signed(
        '<div class="comments"><span class="author">Grumbler</span></div><div class="related"><a rel="author" href="/b">Bo Li</a></div>',
      ),
    ).toEqual([]);
  });
  test('are not a licence by way of its address', () => {
    expect(signed('<p><a href="https://creativecommons.org/licenses/by/4.0/">CC BY</a></p>')).toEqual([]);
  });
});

test('an author’s note at the foot of the piece is kept with the author and out of the text', () => {
  const note = 'Ada Venn has written about boats and the people on them since the old ferry was sold.';
  const draft = draftOf(
    page(
      `<article><h1>Ferry runs again</h1><p class="byline">By Ada Venn</p>${text}<div class="author-bio"><p>${note}</p></div></article>`,
    ),
  );
  expect(draft.authors[0]?.description).toBe(note);
  expect(draft.body).not.toContain(note);
});

describe('the dates', () => {
  const dated = (
    body: string,
    head = '<title>Ferry runs again</title>',
    url = 'https://ledger.example/x',
  ) => {
    const draft = draftOf(page(`<article><h1>Ferry runs again</h1>${body}${text}</article>`, head), url);
    return [draft.datePublished?.iso ?? null, draft.dateModified?.iso ?? null];
  };

  test.each([
    [
      'Open Graph',
      '',
      '<title>F</title><meta property="article:published_time" content="2024-03-12T17:40:00Z">',
      '2024-03-12T17:40:00Z',
    ],
    [
      'Dublin Core, day only',
      '',
      '<title>F</title><meta name="DC.date.issued" content="2024-03-12">',
      '2024-03-12',
    ],
    [
      'microdata',
      '<span itemprop="datePublished" content="2024-03-12">yesterday</span>',
      undefined,
      '2024-03-12',
    ],
    [
      'a time element',
      '<time datetime="2024-03-12T17:40+01:00">12 March</time>',
      undefined,
      '2024-03-12T17:40+01:00',
    ],
    ['a printed line', '<p>12 March 2024</p>', undefined, '2024-03-12'],
    [
      'a marked line with words around it',
      '<p class="post-date">Posted on March 12, 2024 in News</p>',
      undefined,
      '2024-03-12',
    ],
  ])('are read from %s', (_, body, head, iso) => {
    expect(dated(body, head)[0]).toBe(iso);
  });

  test('come from the address when nothing else states one', () => {
    expect(dated('', undefined, 'https://ledger.example/2024/03/12/ferry')[0]).toBe('2024-03-12');
  });
  test('come from a sentence elsewhere on the page when nothing else states one', () => {
    const html = page(
      `<article><h1>Ferry runs again</h1>${text}</article><div class="sidebar"><p>This article was posted on 12 March 2024 at 23:03 and filed under Boats.</p></div>`,
    );
    expect(draftOf(html).datePublished?.iso).toBe('2024-03-12');
  });
  test('tell a change from a first appearance', () => {
    expect(dated('<p class="date">Updated: 14 March 2024</p>')).toEqual([null, '2024-03-14']);
  });
  test('follow the page where structured data states the last change as the first day', () => {
    const head = ld({
      '@type': 'NewsArticle',
      headline: 'Ferry runs again',
      author: 'Ada Venn',
      datePublished: '2025-11-05',
      dateModified: '2025-11-05',
    });
    expect(dated('<p>January 31, 2024</p>', head)[0]).toBe('2024-01-31');
  });
  test('are not those of teasers', () => {
    expect(
      dated('<div class="related"><time datetime="2020-01-01">1 January 2020</time></div>')[0],
    ).toBeNull();
  });
});

describe('the source', () => {
  const canonical =
    '<title>Ferry runs again</title><link rel="canonical" href="https://council.example/ferry">';
  test('is the canonical address when that is on another site', () => {
    const draft = draftOf(piece('', canonical), 'https://ledger.example/copy');
    expect([draft.url, draft.isBasedOn?.url]).toEqual([
      'https://ledger.example/copy',
      'https://council.example/ferry',
    ]);
  });
  test.each([
    'https://m.council.example/ferry',
    'https://web.archive.org/web/20200101000000/https://council.example/ferry',
  ])('is none when the page is a copy of the site itself: %s', (url) => {
    const draft = draftOf(piece('', canonical), url);
    expect([draft.url, draft.isBasedOn]).toEqual(['https://council.example/ferry', null]);
  });
});

test('the address that a browser notes in the page it saves is where it was saved from', () => {
  const html = `<!-- saved from url=(0031)https://ledger.example/2024/ferry -->\n${piece('<p>See <a href="fares">the fares</a> of the ferry, which are printed on the pier and nowhere else.</p>')}`;
  const draft = draftOf(html);
  expect(draft.url).toBe('https://ledger.example/2024/ferry');
  expect(draft.body).toContain('(https://ledger.example/2024/fares)');
});

describe('structured data', () => {
  test('is read with raw line breaks, comments and a comma too many', () => {
    const script =
      '<!-- {"@type": "NewsArticle", "headline": "Ferry runs again", "description": "two\nlines", "author": "Ada Venn",} -->';
    expect(
      draftOf(piece('', `<title>F</title><script type="application/ld+json">${script}</script>`)).authors,
    ).toEqual([{ name: 'Ada Venn', url: null }]);
  });
  test('of other pieces on the page is not the piece’s', () => {
    const node = {
      '@type': 'LiveBlogPosting',
      headline: 'Ferry runs again',
      author: 'Ada Venn',
      liveBlogUpdate: [
        {
          '@type': 'BlogPosting',
          headline: 'Something else happened',
          author: 'Bo Li',
          datePublished: '2020-01-01',
          articleBody: 'x',
          publisher: 'y',
          image: 'z',
        },
      ],
    };
    expect(draftOf(piece('', ld(node))).authors.map(({ name }) => name)).toEqual(['Ada Venn']);
  });
});

describe('the language', () => {
  const german =
    'Die Fähre über den See fährt ab Mai wieder, das hat der Rat am Dienstag nach langer Debatte beschlossen, und niemand wusste zu sagen, was die Fahrt kosten soll.';
  test('is that of a long text when the template says another', () => {
    const draft = draftOf(
      page(
        `<h1>Die Fähre fährt wieder</h1><div class="entry-content"><p>${german}</p><p>${german}</p></div>`,
      ),
    );
    expect(draft.inLanguage).toBe('de');
    expect(draft.provenance.inLanguage).toBe('text');
  });
  test('keeps the stated region', () => {
    expect(
      draftOf(page(`<h1>Ferry runs again</h1>${text}`).replace('lang="en"', 'lang="en_ZA"')).inLanguage,
    ).toBe('en-ZA');
  });
});
