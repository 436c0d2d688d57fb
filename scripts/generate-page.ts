const PLACES = [
  'Harbour Street',
  'Northfield',
  'the old mill',
  'Lake Arden',
  'Marrow Bridge',
  'Eastgate',
  'the upper valley',
];
const PEOPLE = [
  'Ada Venn',
  'Tomas Ruiz',
  'Mira Okafor',
  'Bo Lindqvist',
  'Sahra Demir',
  'Jon Pell',
  'Ines Carvalho',
];
const THINGS = [
  'ferry',
  'school roof',
  'night bus',
  'library budget',
  'water main',
  'market hall',
  'tram line',
];
const VERBS = [
  'will be repaired',
  'was discussed at length',
  'is to open again',
  'has been delayed',
  'remains in dispute',
];

/**
 * A made-up news page as a content system would write it: head with structured data, navigation, teasers, comments and
 * footer around a piece of 6 to 30 paragraphs. The same number always gives the same page.
 */
export function generatePage(number: number): string {
  const pick = picker(number);
  const headline = `${capital(pick(THINGS))} at ${pick(PLACES)} ${pick(VERBS)}, council says (${number})`;
  const author = pick(PEOPLE);
  const day = `20${String(10 + (number % 15)).padStart(2, '0')}-${String(1 + (number % 12)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}`;
  const paragraphs = Array.from(
    { length: 6 + (number % 25) },
    () => `<p>${sentences(pick, 3 + (number % 4))}</p>`,
  );
  const teasers = Array.from(
    { length: 12 },
    (_, i) =>
      `<article class="teaser card"><a href="/news/${number + i + 1}"><h3>${capital(pick(THINGS))} ${pick(VERBS)}</h3></a><p>${sentences(pick, 1)}</p></article>`,
  );
  const ld = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline,
    datePublished: `${day}T08:00:00+00:00`,
    author: [{ '@type': 'Person', name: author }],
    publisher: { '@type': 'Organization', name: 'The Arden Ledger' },
  };
  const menu = Array.from({ length: 40 }, (_, i) => `<li><a href="/section/${i}">Section ${i}</a></li>`).join(
    '',
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${headline} | The Arden Ledger</title>
<meta property="og:title" content="${headline}"><meta property="og:site_name" content="The Arden Ledger">
<script type="application/ld+json">${JSON.stringify(ld)}</script><style>${'.a{color:red}'.repeat(400)}</style></head>
<body class="single-post"><header><nav><ul>${menu}</ul></nav></header><main><article><h1>${headline}</h1>
<p class="byline">By <a rel="author" href="/author/${number % 7}">${author}</a></p><time datetime="${day}T08:00:00Z">${day}</time>
<div class="entry-content">${paragraphs.join('\n')}</div><div class="share-buttons"><a href="#">Share</a></div></article>
<aside class="related"><h2>More stories</h2>${teasers.join('')}</aside>
<section id="comments"><h2>3 comments</h2>${Array.from({ length: 3 }, () => `<div class="comment"><p>${sentences(pick, 2)}</p></div>`).join('')}</section></main>
<footer><p>© 2024 The Arden Ledger</p><ul>${menu}</ul></footer><script>${'window.a=1;'.repeat(2000)}</script></body></html>`;
}

type Pick = (from: readonly string[]) => string;

function sentences(pick: Pick, count: number): string {
  return Array.from(
    { length: count },
    () =>
      `“The ${pick(THINGS)} near ${pick(PLACES)} ${pick(VERBS)},” said ${pick(PEOPLE)}, who had asked about it <a href="https://example.org/">last year</a>.`,
  ).join(' ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A linear congruential generator: repeatable, and good enough to vary words. */
function picker(seed: number): Pick {
  let state = seed * 2_654_435_761 + 1;
  return (from) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return from[state % from.length] ?? '';
  };
}
