import { type CorpusNames, corpusNames, type Term } from './corpus-names.ts';
import { itemAt, Random } from './random.ts';
import { WORDS } from './words-data.ts';

/** What of an article lists and filters reckon with, as plain values: the expected answers are worked out from it. */
export interface ArticleFacts {
  /** Its row number, from 1. */
  readonly number: number;
  /** Milliseconds since 1970 UTC; whole minutes. */
  readonly sortKey: number;
  readonly datePublished: string;
  readonly precision: 'DAY' | 'MINUTE';
  /** Row numbers, in printed order. */
  readonly authors: readonly number[];
  readonly regions: readonly number[];
  readonly themes: readonly number[];
  readonly reports: readonly number[];
  readonly publisher: number;
  /** Indexes of sentences: the headline, the standfirst, then the body. */
  readonly sentences: readonly number[];
  /** Speakers of its quotations, in the order of the text. */
  readonly speakers: readonly number[];
  /** An older article that it links to. */
  readonly cites: number;
}

export interface CorpusQuote {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly speaker: number;
}

export interface CorpusLink {
  readonly text: string;
  readonly url: string;
  readonly start: number;
  readonly end: number;
  readonly target: number | null;
}

/** The words of an article. */
export interface ArticleText {
  readonly headline: string;
  readonly description: string;
  readonly body: string;
  readonly bodyMarkdown: string;
  readonly bodyHtml: string;
  readonly wordCount: number;
  readonly quotes: readonly CorpusQuote[];
  readonly links: readonly CorpusLink[];
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2006, 0, 1);
const SPAN_DAYS = 7_300;

/** Sentences that the articles are put together from; each is in about one article of a thousand. */
const SENTENCE_COUNT = 20_000;
/** About 2.5 KB. */
export const BODY_SENTENCES = 24;
/** Where in the body somebody is quoted, and where a sentence opens with a link: parts of its length. */
const QUOTED = [0.15, 0.4, 0.6, 0.85];
const LINKED = [0, 0.7];
const PARAGRAPH_SENTENCES = 3;

/**
 * A made-up archive of any size: the same articles each time, each worked out from its number alone, so that none has
 * to be kept.
 */
export class Corpus {
  readonly names: CorpusNames;
  readonly sentences: readonly string[];
  readonly #quoted: readonly number[];
  readonly #linked: readonly number[];

  /** `bodySentences`: shorter bodies, with fewer quotations, make a large archive in less time. */
  constructor(
    readonly size: number,
    readonly bodySentences = BODY_SENTENCES,
  ) {
    this.names = corpusNames(size);
    this.sentences = makeSentences();
    this.#quoted = QUOTED.slice(0, Math.floor(bodySentences / 6)).map((part) =>
      Math.floor(part * bodySentences),
    );
    this.#linked = LINKED.map((part) => Math.floor(part * bodySentences));
  }

  facts(number: number): ArticleFacts {
    const random = new Random(number * 2 + 1);
    const { names } = this;
    const sortKey = this.#sortKey(number, random);
    const isDay = sortKey % DAY_MS === 0;
    const instant = new Date(sortKey).toISOString();
    const authors = distinct(2, () => 1 + random.skewed(names.authors.length));
    const regions = distinct(1 + random.below(3), () =>
      itemAt(names.statedRegions, random.skewed(names.statedRegions.length)),
    );
    const themes = distinct(1 + random.below(2), () =>
      itemAt(names.statedThemes, random.skewed(names.statedThemes.length)),
    );
    const reports = random.chance(0.2) ? [1 + random.below(names.reports.length)] : [];
    const publisher = 1 + random.skewed(names.outlets.length);
    const cites = Math.max(1, number - 1 - random.below(500));
    const sentences = Array.from({ length: this.bodySentences + 2 }, () => random.below(SENTENCE_COUNT));
    const speakers = this.#quoted.map(() => 1 + random.skewed(names.speakers.length));
    return {
      number,
      sortKey,
      datePublished: isDay ? instant.slice(0, 10) : `${instant.slice(0, 16)}Z`,
      precision: isDay ? 'DAY' : 'MINUTE',
      authors,
      regions,
      themes,
      reports,
      publisher,
      sentences,
      speakers,
      cites,
    };
  }

  text({ number, sentences, speakers, cites }: ArticleFacts): ArticleText {
    const words = (index: number): string => itemAt(this.sentences, itemAt(sentences, index));
    const [headline, description] = [words(0).split(' ').slice(0, 9).join(' '), `${words(1)}.`];
    const quotes: CorpusQuote[] = [];
    const links: CorpusLink[] = [];
    let body = '';
    let markdown = '';
    for (let at = 0; at < this.bodySentences; at += 1) {
      const gap = at === 0 ? '' : at % PARAGRAPH_SENTENCES === 0 ? '\n\n' : ' ';
      const sentence = words(at + 2);
      body += gap;
      markdown += gap;
      const quoted = this.#quoted.indexOf(at);
      if (quoted >= 0) {
        const speaker = itemAt(speakers, quoted);
        const start = body.length + 1;
        quotes.push({ text: sentence, start, end: start + sentence.length, speaker });
        const printed = `“${sentence},” said ${this.names.speakers[speaker - 1]?.name}.`;
        body += printed;
        markdown += printed;
        continue;
      }
      if (this.#linked.includes(at)) {
        const text = sentence.split(' ').slice(0, 3).join(' ');
        const target = links.length === 0 && cites < number ? cites : null;
        const url = target === null ? `https://elsewhere.example/${number}` : articleUrl(target);
        links.push({ text, url, start: body.length, end: body.length + text.length, target });
        markdown += `[${text}](${url})${sentence.slice(text.length)}.`;
      } else markdown += `${sentence}.`;
      body += `${sentence}.`;
    }
    const bodyHtml = `<p>${body.replaceAll('\n\n', '</p><p>')}</p>`;
    const wordCount = body.split(/\s+/).length;
    return {
      headline: `${headline} ${number}`,
      description,
      body,
      bodyMarkdown: markdown,
      bodyHtml,
      wordCount,
      quotes,
      links,
    };
  }

  /** Every region or theme that an article falls under. */
  tree(terms: readonly Term[], stated: readonly number[]): number[] {
    return [...new Set(stated.flatMap((number) => terms[number - 1]?.lineage ?? []))];
  }

  /** Articles come in about as they appear; every fifth is brought in later, from any time. Half print the time of day. */
  #sortKey(number: number, random: Random): number {
    const position = random.chance(0.2)
      ? random.fraction()
      : Math.min(1, number / this.size + random.fraction() / 100);
    const day = FIRST_DAY + Math.floor(position * SPAN_DAYS) * DAY_MS;
    return random.chance(0.5) ? day : day + random.below(1_440) * MINUTE_MS;
  }
}

export const articleSlug = (number: number): string => `piece-${number}`;
export const articleUrl = (number: number): string => `https://news.example/piece/${number}`;

/** The global ID that a record of a generated archive has. */
export const nodeId = (type: string, number: number): string =>
  `${type}${number.toString(36).padStart(8, '0')}`;

function makeSentences(): string[] {
  const random = new Random(7);
  return Array.from({ length: SENTENCE_COUNT }, () => {
    const length = 11 + random.below(11);
    const words = Array.from({ length }, () => word(random));
    const [first = '', ...rest] = words;
    return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' ');
  });
}

/** Mostly common words; one of eight is a rare compound, so that the vocabulary grows long as it does in news. */
function word(random: Random): string {
  const common = itemAt(WORDS, random.skewed(WORDS.length));
  return random.chance(0.125) ? `${itemAt(WORDS, 40 + random.below(WORDS.length - 40))}${common}` : common;
}

function distinct(count: number, draw: () => number): number[] {
  const drawn = new Set<number>();
  for (let tries = 0; drawn.size < count && tries < 50; tries += 1) drawn.add(draw());
  return [...drawn];
}
