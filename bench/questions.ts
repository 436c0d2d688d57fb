import type { Corpus } from './corpus-articles.ts';
import { nodeId } from './corpus-articles.ts';
import { itemAt, Random } from './random.ts';
import { WORDS } from './words-data.ts';

/** What a question is asked with, whoever is asked. */
export interface Ask {
  /** Slug of an article. */
  readonly slug?: string;
  /** The last day, `2019-03-01`. */
  readonly to?: string;
  /** Slugs of a region and of a theme. */
  readonly region?: string;
  readonly theme?: string;
  /** Two words. */
  readonly text?: string;
  /** The sort key and the row number of the article that the page begins behind. */
  readonly after?: { readonly sortKey: number; readonly number: number };
}

export interface Question {
  readonly name: string;
  readonly title: string;
  /** The operation for Dateline's schema. */
  readonly operation: string;
  readonly draw: (corpus: Corpus, random: Random) => Ask;
}

const CARD = `id slug headline description
      datePublished { iso }
      authors { name slug }
      regions { name slug }
      themes { name slug }`;

const QUOTES = 'nodes { text kind speaker { name slug } }';

const dayOf = (sortKey: number): string => new Date(sortKey).toISOString().slice(0, 10);

/** The facts of an article drawn at random, newer ones as often as older ones. */
const drawn = (corpus: Corpus, random: Random) => corpus.facts(1 + random.below(corpus.size));

/** A word that about one article in five holds: no stop word, no rarity. */
const searched = (random: Random): string => itemAt(WORDS, 150 + random.below(400));

/** What readers of a news archive ask every day. */
export const QUESTIONS: readonly Question[] = [
  {
    name: 'article',
    title: 'one article whole',
    operation: `query Article($slug: String!) {
  article(by: { slug: $slug }) {
    id slug url headline description byline inLanguage wordCount body
    datePublished { iso precision }
    publisher { name slug }
    authors { name slug }
    regions { name slug code }
    themes { name slug code }
    reports { name slug }
    quotes(first: 20) { ${QUOTES} }
    links { text url }
  }
}`,
    draw: (corpus, random) => ({ slug: `piece-${1 + random.below(corpus.size)}` }),
  },
  {
    name: 'page',
    title: 'page of 20',
    operation: `query Page($to: Date!) {
  articles(first: 20, filter: { datePublished: { to: $to } }) {
    nodes { ${CARD} }
  }
}`,
    draw: (corpus, random) => ({ to: dayOf(drawn(corpus, random).sortKey) }),
  },
  {
    name: 'quotes',
    title: 'page with quotes',
    operation: `query PageWithQuotes($to: Date!) {
  articles(first: 20, filter: { datePublished: { to: $to } }) {
    nodes {
      ${CARD}
      quotes(first: 4) { ${QUOTES} }
    }
  }
}`,
    draw: (corpus, random) => ({ to: dayOf(drawn(corpus, random).sortKey) }),
  },
  {
    name: 'region-theme',
    title: 'region + theme',
    operation: `query RegionAndTheme($region: ID!, $theme: ID!) {
  articles(first: 20, filter: { region: { in: [$region] }, theme: { in: [$theme] } }) {
    nodes { ${CARD} }
  }
}`,
    draw: (corpus, random) => {
      const facts = drawn(corpus, random);
      const { regions, themes } = corpus.names;
      // Above the country, and a theme at any level: pairs that are asked for have more than one piece.
      const region = itemAt(corpus.tree(regions, facts.regions.slice(0, 1)), random.below(3));
      const theme = itemAt(corpus.tree(themes, facts.themes.slice(0, 1)), random.below(3));
      return { region: regions[region - 1]?.slug ?? '', theme: themes[theme - 1]?.slug ?? '' };
    },
  },
  {
    name: 'search',
    title: 'full-text search',
    operation: `query Search($text: String!) {
  articles(first: 20, filter: { text: $text }) {
    nodes { ${CARD} }
  }
}`,
    draw: (_corpus, random) => ({ text: `${searched(random)} ${searched(random)}` }),
  },
  {
    name: 'next-page',
    title: 'next page',
    operation: `query NextPage($after: String!) {
  articles(first: 20, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { cursor node { ${CARD} } }
  }
}`,
    draw: (corpus, random) => {
      const { sortKey, number } = drawn(corpus, random);
      return { after: { sortKey, number } };
    },
  },
];

/** The same draws for everybody: the n-th draw of a question depends on n alone. */
export function draws(question: Question, corpus: Corpus, count: number): Ask[] {
  const random = new Random(QUESTIONS.indexOf(question) + 100);
  return Array.from({ length: count }, () => question.draw(corpus, random));
}

/** Dateline's cursor for an article in a list that is newest first. */
export const cursorOf = (sortKey: number, number: number): string =>
  Buffer.from(JSON.stringify([1, 'articles.DATE_PUBLISHED.DESC', sortKey, number]))
    .toString('hex')
    .toUpperCase();

/** Dateline's variables for an ask. */
export function variablesOf({ after, ...ask }: Ask): Record<string, unknown> {
  return after === undefined ? ask : { ...ask, after: cursorOf(after.sortKey, after.number) };
}

export const globalId = (number: number): string => nodeId('Article', number);
