import { describe, expect, test } from 'vitest';
import { draftOf, FIRST, ld, page, piece, SECOND } from './page-reader.ts';

const plain = `${FIRST}\n\n${SECOND}`;
const MORE =
  'Elsewhere on the site there is another piece with sentences of its own, and they are long enough to be taken for text.';

describe('parts that are not the piece', () => {
  test.each([
    ['navigation', `<nav><p>${MORE}</p></nav>`],
    ['an aside', `<aside><p>${MORE}</p></aside>`],
    ['a form', `<form><p>${MORE}</p></form>`],
    ['a part with an ARIA role beside the main one', `<div role="complementary"><p>${MORE}</p></div>`],
    ['related pieces by class name', `<div class="c-relatedPosts"><p>${MORE}</p></div>`],
    ['an advertisement by class name', `<div class="ad-unit"><p>${MORE}</p></div>`],
    ['a newsletter box', `<div class="newsletter-signup"><p>${MORE}</p></div>`],
    ['what is not printed', `<div class="no-print"><p>${MORE}</p></div>`],
    ['what is hidden', `<div hidden><p>${MORE}</p></div><div style="display: none"><p>${MORE}</p></div>`],
    ['text for screen readers only', `<p class="sr-only">${MORE}</p>`],
    ['a caption', `<figure><img src="a.jpg"><figcaption>${MORE}</figcaption></figure>`],
    [
      'scripts, styles and templates',
      `<script>${MORE}</script><style>${MORE}</style><template><p>${MORE}</p></template>`,
    ],
    [
      'a list of links to the same site',
      '<ul><li><a href="/a">One other piece</a></li><li><a href="/b">And one more</a></li></ul>',
    ],
    [
      'a label and one link to another piece',
      '<p>READ THIS TOO | <a href="/a">The boat that never came to the pier</a></p>',
    ],
    ['a call to subscribe', '<p>Subscribe to our newsletter to get the day in your inbox.</p>'],
    ['the label of an advertisement', '<p>Advertisement</p><p>Anzeige</p><p>Publicité</p>'],
    [
      'a teaser that is an article of its own',
      '<article><h3><a href="/a">The pier</a></h3><p>Who pays for it?</p></article>',
    ],
    ['a heading that announces other pieces', '<h3>Related stories</h3><p><a href="/a">The pier</a></p>'],
  ])('leave no text in the body: %s', (_, inside) => {
    expect(draftOf(piece(inside)).body).toBe(plain);
  });
});

describe('parts that are the piece', () => {
  test.each([
    [
      'a class name that speaks of the page and not of the part',
      `<div class="has-sidebar no-comments"><p>${MORE}</p></div>`,
      MORE,
    ],
    [
      'a quotation in a figure',
      '<figure><blockquote><p>A lake is a road that nobody has to mend.</p></blockquote></figure>',
      '> A lake is a road that nobody has to mend.',
    ],
    [
      'a list of sources on other sites',
      '<ul><li><a href="https://a.example/1">The minutes</a></li><li><a href="https://b.example/2">The budget</a></li></ul>',
      '- [The minutes](https://a.example/1)\n- [The budget](https://b.example/2)',
    ],
    ['code', '<pre><code>a = 1\n  b = 2</code></pre>', '```\na = 1\n  b = 2\n```'],
    [
      'a list within a list',
      '<ul><li>Boats<ul><li>The Halcyon</li></ul></li><li>Piers</li></ul>',
      '- Boats\n  - The Halcyon\n- Piers',
    ],
    [
      'a numbered list that does not begin at one',
      '<ol start="3"><li>Third of all</li><li>Fourth of all</li></ol>',
      '3. Third of all\n4. Fourth of all',
    ],
    [
      'a table of data, empty cells in their places',
      '<table><tr><th>Boat</th><th>Fare</th><th>Seats</th></tr><tr><td>Halcyon</td><td></td><td>a | b</td></tr></table>',
      '| Boat | Fare | Seats |\n| --- | --- | --- |\n| Halcyon |  | a \\| b |',
    ],
    [
      'two paragraphs of one item',
      '<ul><li><p>First part of it.</p><p>Second part of it.</p></li></ul>',
      '- First part of it.\n\n  Second part of it.',
    ],
  ])('stay in the body: %s', (_, inside, markdown) => {
    expect(draftOf(piece(inside), 'https://ledger.example/x').body).toBe(
      `${FIRST}\n\n${markdown}\n\n${SECOND}`,
    );
  });

  test('a part that holds most of the prose is the body whatever it is called', () => {
    const html = page(
      `<div id="sidebar"><h1>Ferry runs again</h1><p>${FIRST}</p><p>${SECOND}</p></div><div><p>Short.</p></div>`,
    );
    expect(draftOf(html).body).toBe(plain);
  });

  test('a short piece is not lost to longer comments and teasers', () => {
    const others = `<p>${MORE}</p>`.repeat(12);
    const html = page(
      `<article><h1>Ferry runs again</h1><p>${FIRST}</p><p>${SECOND}</p></article><div class="comments">${others}</div><div class="related-articles">${others}</div>`,
    );
    expect(draftOf(html).body).toBe(plain);
  });

  test('terms of the piece in the class names of WordPress do not make it a box of that name', () => {
    const html = page(
      `<article class="post hentry category-newsletter tag-comments"><h1>Ferry runs again</h1><p>${FIRST}</p><p>${SECOND}</p></article>`,
    );
    expect(draftOf(html).body).toBe(plain);
  });

  test('a text in several parts of one name is read whole', () => {
    const html = page(
      `<main><h1>Ferry runs again</h1><div class="post__content"><p>${FIRST}</p></div><div class="ad-unit">x</div><div class="post__content"><p>${SECOND}</p></div><div class="post__content"><p>${MORE}</p></div></main>`,
    );
    expect(draftOf(html).body).toBe(`${plain}\n\n${MORE}`);
  });

  test('two line breaks part paragraphs on pages that have none', () => {
    const html = page(
      `<h1>Ferry runs again</h1><div class="story-body">${FIRST}<br><br>${SECOND}<br>\n<br>${MORE}</div>`,
    );
    expect(draftOf(html).body).toBe(`${plain}\n\n${MORE}`);
  });

  test('a lead that the page gives as its description opens the body though it stands outside the text', () => {
    const lead = 'The last boat will leave at half past eleven.';
    const html = page(
      `<article><h1>Ferry runs again</h1><div class="x1"><p>${lead}</p></div><div class="entry-content"><p>${FIRST}</p><p>${SECOND}</p></div></article>`,
      `<title>Ferry runs again</title><meta name="description" content="${lead}">`,
    );
    expect(draftOf(html).body).toBe(`${lead}\n\n${plain}`);
  });

  test('a page without article marks gives its densest text', () => {
    const links = Array.from({ length: 30 }, (_, i) => `<a href="/${i}">Section ${i}</a>`).join(' ');
    const html = page(
      `<table><tr><td>${links}</td><td><h1>Ferry runs again</h1><p>${FIRST}</p><p>${SECOND}</p></td></tr></table>`,
    );
    expect(draftOf(html).body).toBe(plain);
  });

  test('a piece of a few words is kept whole', () => {
    expect(
      draftOf(
        page(
          '<article class="hentry"><h1>Fog</h1><div class="entry-content"><p>Fog on the lake</p></div></article>',
        ),
      ).body,
    ).toBe('Fog on the lake');
  });
});

test('a page saved under an open dialogue is read, though all of it is hidden', () => {
  const html = page(
    `<div role="dialog" class="modal"><p>We value your privacy, and so do our 900 partners.</p></div><div id="app" aria-hidden="true"><article><h1>Ferry runs again</h1><p>${FIRST}</p><p>${SECOND}</p></article></div>`,
  );
  expect(draftOf(html).body).toBe(plain);
});

test('a table that lays out the page is read as paragraphs', () => {
  const html = page(
    `<h1>Ferry runs again</h1><table><tr><td><p>${FIRST}</p><p>${SECOND}</p></td><td>Home</td></tr><tr><td>About</td><td>News</td></tr></table>`,
  );
  expect(draftOf(html).body).toContain(`${FIRST}\n\n${SECOND}`);
});

test('a link that was never closed does not make the rest of the page a link', () => {
  const html = page(
    `<article><h1>Ferry runs again</h1><a href="/broken"><p>${FIRST}</p><p>${SECOND} <a href="/fare">Fares</a></p></article>`,
  );
  expect(draftOf(html).body).toContain(FIRST);
});

test('signs that Markdown would read as marks come out as printed', () => {
  const { body } = draftOf(
    piece('<p>2 * 3 * 4 is printed as it is, and so is [this] and _that_ in a sentence of some length.</p>'),
  );
  expect(body).toContain('2 \\* 3 \\* 4');
  expect(body).toContain('\\_that\\_');
});

test('a text that a script puts in place is taken from the structured data that states it', () => {
  const articleBody = `${FIRST} ${SECOND}\n\n${`${SECOND} `.repeat(5)}`;
  const draft = draftOf(
    page(
      '<h1>Ferry runs again</h1><div id="app"><p>Loading the piece, one moment please, thank you.</p></div>',
      ld({ '@type': 'NewsArticle', headline: 'Ferry runs again', author: 'Ada Venn', articleBody }),
    ),
  );
  expect(draft.body.split('\n\n')).toHaveLength(2);
  expect(draft.body).toContain(FIRST);
  expect(draft.provenance.body).toBe('json-ld articleBody');
});

test('what stands in place of a paid text is a note and not text', () => {
  const draft = draftOf(piece('<p>This article is only available to subscribers.</p>'));
  expect(draft.notes).toEqual(['This article is only available to subscribers.']);
  expect(draft.body).toBe(plain);
});
