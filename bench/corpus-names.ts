import { allMediaTopics, broaderTopicsOf } from '../src/vocabulary/media-topics.ts';
import { allRegions, ancestorsOf } from '../src/vocabulary/regions.ts';
import { itemAt, Random } from './random.ts';
import { FIRST_NAMES, LAST_NAMES, PAPER_KINDS, PAPER_NAMES } from './words-data.ts';

/** Anything with a name that articles refer to. Its row number is its place in its list, from 1. */
export interface Named {
  readonly slug: string;
  readonly name: string;
}

/** A region or theme: `lineage` holds the row numbers of itself and of all above it, nearest first. */
export interface Term extends Named {
  readonly code: string;
  readonly kind: string;
  readonly m49: string | null;
  readonly lineage: readonly number[];
}

export interface CorpusNames {
  readonly authors: readonly Named[];
  readonly speakers: readonly Named[];
  readonly outlets: readonly Named[];
  readonly reports: readonly Named[];
  readonly regions: readonly Term[];
  readonly themes: readonly Term[];
  /** Row numbers of the terms that articles state, those stated most often first. */
  readonly statedRegions: readonly number[];
  readonly statedThemes: readonly number[];
}

/** The names of an archive of `size` articles: more people the larger it is, always the same places and subjects. */
export function corpusNames(size: number): CorpusNames {
  const regionTerms = allRegions();
  const topicTerms = allMediaTopics();
  const regions = terms(
    regionTerms.map((term) => ({ ...term, above: ancestorsOf(term.code).map(({ code }) => code) })),
  );
  const themes = terms(
    topicTerms.map((term) => ({
      ...term,
      kind: '',
      m49: null,
      above: broaderTopicsOf(term.code).map(({ code }) => code),
    })),
  );
  const numbers = (all: readonly Term[], wanted: (term: Term) => boolean): number[] =>
    shuffled(
      all.flatMap((term, index) => (wanted(term) ? [index + 1] : [])),
      all.length,
    );
  return {
    authors: people(Math.min(4_000, 150 + Math.floor(size / 100)), 1),
    speakers: people(Math.min(20_000, 400 + Math.floor(size / 20)), 2),
    outlets: PAPER_NAMES.flatMap((place) =>
      PAPER_KINDS.map((kind) => ({
        name: `The ${place} ${kind}`,
        slug: `the-${place}-${kind}`.toLowerCase(),
      })),
    ),
    reports: Array.from({ length: 60 }, (_, index) => {
      const name = `In depth ${index + 1}: ${itemAt(LAST_NAMES, index)}`;
      return { name, slug: `in-depth-${index + 1}` };
    }),
    regions,
    themes,
    statedRegions: numbers(regions, ({ kind }) => kind === 'COUNTRY'),
    statedThemes: numbers(themes, ({ lineage }) => lineage.length <= 3),
  };
}

interface TermSource extends Named {
  readonly code: string;
  readonly kind: string;
  readonly m49: string | null;
  readonly above: readonly string[];
}

function terms(sources: readonly TermSource[]): Term[] {
  const numbers = new Map(sources.map(({ code }, index) => [code, index + 1]));
  return sources.map(({ code, kind, m49, name, slug, above }) => ({
    code,
    kind,
    m49,
    name,
    slug,
    lineage: [code, ...above].flatMap((each) => numbers.get(each) ?? []),
  }));
}

function people(count: number, seed: number): Named[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, index) => {
    const name = `${itemAt(FIRST_NAMES, random.next())} ${itemAt(LAST_NAMES, random.next())}`;
    return { name, slug: `${name.toLowerCase().replace(' ', '-')}-${index + 1}` };
  });
}

function shuffled(numbers: readonly number[], seed: number): number[] {
  const random = new Random(seed);
  return numbers
    .map((number): [number, number] => [random.next(), number])
    .sort(([left], [right]) => left - right)
    .map(([, number]) => number);
}
