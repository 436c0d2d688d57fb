import { type ArticleFacts, articleSlug, articleUrl, type Corpus, nodeId } from './corpus-articles.ts';
import type { Term } from './corpus-names.ts';
import type { Ask } from './questions.ts';
import { cursorOf } from './questions.ts';

const PAGE = 20;
const DAY_MS = 86_400_000;

/** Answers worked out from the generator's facts alone: no database, no GraphQL. */
export class ExpectedAnswers {
  /** Row numbers, newest first; of one instant, the last imported first. */
  readonly #newestFirst: Uint32Array;
  readonly #sortKeys: Float64Array;

  constructor(private readonly corpus: Corpus) {
    this.#sortKeys = new Float64Array(corpus.size + 1);
    this.#newestFirst = new Uint32Array(corpus.size);
    for (let number = 1; number <= corpus.size; number += 1) {
      this.#sortKeys[number] = corpus.facts(number).sortKey;
      this.#newestFirst[number - 1] = number;
    }
    this.#newestFirst.sort((left, right) => this.#key(right) - this.#key(left) || right - left);
  }

  /** The `data` of the answer to a question. */
  answer(question: string, ask: Ask): unknown {
    const { corpus } = this;
    switch (question) {
      case 'article':
        return { article: this.#whole(corpus.facts(Number(ask.slug?.slice('piece-'.length)))) };
      case 'page':
      case 'quotes': {
        const end = Date.parse(`${ask.to}T00:00:00Z`) + DAY_MS;
        const found = this.#first((number) => this.#key(number) < end, PAGE);
        return { articles: { nodes: found.map((facts) => this.#card(facts, question === 'quotes')) } };
      }
      case 'region-theme': {
        const { regions, themes } = corpus.names;
        const region = regions.findIndex(({ slug }) => slug === ask.region) + 1;
        const theme = themes.findIndex(({ slug }) => slug === ask.theme) + 1;
        const found = this.#first((number) => {
          const facts = corpus.facts(number);
          return (
            corpus.tree(regions, facts.regions).includes(region) &&
            corpus.tree(themes, facts.themes).includes(theme)
          );
        }, PAGE);
        return { articles: { nodes: found.map((facts) => this.#card(facts, false)) } };
      }
      case 'search': {
        const words = (ask.text ?? '').split(' ');
        const holding = words.map((word) => this.#sentencesWith(word));
        const found = this.#first((number) => {
          const { sentences } = corpus.facts(number);
          return holding.every(({ whole, opening }) =>
            sentences.some((sentence, place) => (place === 0 ? opening : whole).has(sentence)),
          );
        }, PAGE);
        return { articles: { nodes: found.map((facts) => this.#card(facts, false)) } };
      }
      case 'next-page': {
        const after = ask.after ?? { sortKey: 0, number: 0 };
        const found = this.#first((number) => {
          const key = this.#key(number);
          return key < after.sortKey || (key === after.sortKey && number < after.number);
        }, PAGE + 1);
        const edges = found.slice(0, PAGE).map((facts) => ({
          cursor: cursorOf(facts.sortKey, facts.number),
          node: this.#card(facts, false),
        }));
        return {
          articles: {
            pageInfo: { hasNextPage: found.length > PAGE, endCursor: edges.at(-1)?.cursor ?? null },
            edges,
          },
        };
      }
      default:
        throw new Error(`No answer is known to ${question}.`);
    }
  }

  #key(number: number): number {
    return this.#sortKeys[number] ?? 0;
  }

  #first(isWanted: (number: number) => boolean, count: number): ArticleFacts[] {
    const found: ArticleFacts[] = [];
    for (const number of this.#newestFirst) {
      if (!isWanted(number)) continue;
      found.push(this.corpus.facts(number));
      if (found.length === count) break;
    }
    return found;
  }

  /** Which sentences hold a word: anywhere, and within what a headline prints of them. */
  #sentencesWith(word: string) {
    const whole = new Set<number>();
    const opening = new Set<number>();
    this.corpus.sentences.forEach((sentence, index) => {
      const words = sentence.toLowerCase().split(' ');
      if (words.includes(word)) whole.add(index);
      if (words.slice(0, 9).includes(word)) opening.add(index);
    });
    return { whole, opening };
  }

  #card(facts: ArticleFacts, withQuotes: boolean) {
    const { names } = this.corpus;
    const { headline, description, quotes } = this.corpus.text(facts);
    return {
      id: nodeId('Article', facts.number),
      slug: articleSlug(facts.number),
      headline,
      description,
      datePublished: { iso: facts.datePublished },
      authors: facts.authors.map((author) => named(names.authors, author)),
      regions: facts.regions.map((region) => named(names.regions, region)),
      themes: facts.themes.map((theme) => named(names.themes, theme)),
      ...(withQuotes && { quotes: { nodes: this.#quotes(quotes) } }),
    };
  }

  #quotes(quotes: ReturnType<Corpus['text']>['quotes']) {
    const { speakers } = this.corpus.names;
    return quotes.map(({ text, speaker }) => ({ text, kind: 'DIRECT', speaker: named(speakers, speaker) }));
  }

  #whole(facts: ArticleFacts) {
    const { names } = this.corpus;
    const text = this.corpus.text(facts);
    const byline = facts.authors.map((author) => named(names.authors, author).name).join(' and ');
    return {
      id: nodeId('Article', facts.number),
      slug: articleSlug(facts.number),
      url: articleUrl(facts.number),
      headline: text.headline,
      description: text.description,
      byline: `By ${byline}`,
      inLanguage: 'en',
      wordCount: text.wordCount,
      body: text.body,
      datePublished: { iso: facts.datePublished, precision: facts.precision },
      publisher: named(names.outlets, facts.publisher),
      authors: facts.authors.map((author) => named(names.authors, author)),
      regions: facts.regions.map((region) => coded(names.regions, region)),
      themes: facts.themes.map((theme) => coded(names.themes, theme)),
      reports: facts.reports.map((report) => named(names.reports, report)),
      quotes: { nodes: this.#quotes(text.quotes) },
      links: text.links.map(({ text: words, url }) => ({ text: words, url })),
    };
  }
}

function named(all: readonly { name: string; slug: string }[], number: number) {
  const record = all[number - 1];
  if (record === undefined) throw new Error(`There is no record ${number}.`);
  return { name: record.name, slug: record.slug };
}

const coded = (all: readonly Term[], number: number) => ({
  ...named(all, number),
  code: all[number - 1]?.code,
});
