import { itemAt, Random } from './random.ts';

/** Invented words by their part in a sentence, so that pages read and tokenise like news. */
const PEOPLE = ['Mara', 'Ola', 'Jonas', 'Ines', 'Tomas', 'Leila', 'Piotr', 'Amara', 'Bo', 'Celia'];
const SURNAMES = ['Wrona', 'Lind', 'Okoro', 'Venn', 'Ruiz', 'Haas', 'Moreau', 'Tanaka', 'Silva', 'Novak'];
const ROLES = ['the harbour master', 'the mayor', 'a teacher', 'the head of the union', 'a spokesman'];
const REGIONS = ['Norway', 'Kenya', 'Europe', 'Chile', 'Japan', 'Germany', 'Western Asia', 'Canada'];
const THEMES = ['Politics', 'Environment', 'Health', 'Economy', 'Sport', 'Education', 'Water and Quays'];
const SYLLABLES = ['ka', 'lo', 'mi', 'ter', 'vas', 'en', 'dro', 'pel', 'u', 'shi', 'bor', 'na', 'ri', 'sto'];
const COMMON = 'the of and to in a is that for on was with as at by from it had were this after'.split(' ');

/** A made-up page: what it says, to be printed as a text capture or as HTML. */
export interface GeneratedPage {
  readonly number: number;
  readonly headline: string;
  readonly author: string;
  readonly date: string;
  readonly region: string;
  readonly theme: string;
  readonly paragraphs: readonly string[];
}

/** The page with this number: the same for everybody. About 2.4 kB of text and three quotations. */
export function generatedPage(number: number): GeneratedPage {
  const random = new Random(number);
  const said = [...Array(3)].map(
    (_, at) =>
      `“${sentence(random, 12)}” said ${pick(random, PEOPLE)} ${pick(random, SURNAMES)}, ${ROLES[at]}.`,
  );
  const paragraphs = [...Array(9)].map((_, at) =>
    at % 3 === 1
      ? (said[(at - 1) / 3] ?? '')
      : [...Array(4)].map(() => sentence(random, 14).replace(/,$/, '.')).join(' '),
  );
  return {
    number,
    headline: `${titled(words(random, 6))} ${number}`,
    author: `${pick(random, PEOPLE)} ${pick(random, SURNAMES)}`,
    date: new Date(Date.UTC(2015, 0, 1 + (number % 3000))).toISOString().slice(0, 10),
    region: pick(random, REGIONS),
    theme: pick(random, THEMES),
    paragraphs,
  };
}

/** As a text capture. */
export function printCapture(page: GeneratedPage): string {
  const head = [
    page.headline,
    `By ${page.author}`,
    `The Quay Post, ${page.date}`,
    `Region: ${page.region}`,
    `Theme: ${page.theme}`,
  ];
  const foot = [
    '*',
    `Link: https://quay.example/${page.number}/`,
    `Copyright © ${page.author}, The Quay Post, ${page.date.slice(0, 4)}`,
  ];
  return `${[...head, ...page.paragraphs, ...foot].join('\n\n')}\n`;
}

/** As a saved page: the piece with its metadata amid the navigation, teasers and scripts of a site. */
export function printHtml(page: GeneratedPage): string {
  const url = `https://quay.example/${page.number}/`;
  const links = (count: number, part: string) =>
    [...Array(count)].map((_, at) => `<li><a href="/${part}/${at}">${part} ${at}</a></li>`).join('\n');
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: page.headline,
    datePublished: `${page.date}T08:00:00Z`,
    author: [{ '@type': 'Person', name: page.author }],
    publisher: { '@type': 'Organization', name: 'The Quay Post' },
    articleSection: page.theme,
  };
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${page.headline} | The Quay Post</title>
<link rel="canonical" href="${url}"><meta property="og:title" content="${page.headline}"><meta property="og:site_name" content="The Quay Post">
<meta property="og:type" content="article"><meta property="article:published_time" content="${page.date}T08:00:00Z">
<script type="application/ld+json">${JSON.stringify(data)}</script>
<style>${'.a{color:#333}\n'.repeat(60)}</style></head><body>
<header><a href="/">The Quay Post</a><nav><ul>${links(30, 'section')}</ul></nav></header>
<main><article><h1>${page.headline}</h1><p class="byline">By <a rel="author" href="/by/${page.number % 100}">${page.author}</a></p>
<time datetime="${page.date}T08:00:00Z">${page.date}</time>
${page.paragraphs.map((text) => `<p>${text}</p>`).join('\n')}
</article><aside><h2>Most read</h2><ul>${links(20, 'story')}</ul></aside></main>
<footer><ul>${links(25, 'about')}</ul><p>© 2024 The Quay Post</p></footer><script>${'window.x=1;\n'.repeat(80)}</script></body></html>\n`;
}

/** As a line of JSON Lines. */
export function printJsonLine(page: GeneratedPage): string {
  const { headline, author, date, region, theme, paragraphs } = page;
  return `${JSON.stringify({
    url: `https://quay.example/${page.number}/`,
    headline,
    authors: [author],
    publisher: 'The Quay Post',
    datePublished: date,
    regions: [region],
    themes: [theme],
    body: paragraphs.join('\n\n'),
  })}\n`;
}

function sentence(random: Random, length: number): string {
  const [first = 'It', ...rest] = words(random, length);
  return `${titled([first])} ${rest.join(' ')},`;
}

function words(random: Random, count: number): readonly string[] {
  return [...Array(count)].map((_, at) => (at % 2 === 1 ? pick(random, COMMON) : word(random)));
}

/** One of some 20,000 words, the first ones oftener, as in any language. */
function word(random: Random): string {
  let rank = random.skewed(20_000);
  let text = '';
  do {
    text += SYLLABLES[rank % SYLLABLES.length];
    rank = Math.floor(rank / SYLLABLES.length);
  } while (rank > 0);
  return text.length < 3 ? `${text}st` : text;
}

function titled(parts: readonly string[]): string {
  return parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join(' ');
}

function pick(random: Random, among: readonly string[]): string {
  return itemAt(among, random.below(among.length));
}
