import { FEMALE_FIRST_NAMES, MALE_FIRST_NAMES } from './first-names-data.ts';
import type { CueUse, LanguageData } from './language-data.ts';

export type CueShape = 'FINITE' | 'PARTICIPLE' | 'GERUND' | 'INFINITIVE';

/** What one printed form of a reporting verb can be. */
export interface CueForm {
  readonly lemma: string;
  readonly shapes: ReadonlySet<CueShape>;
  readonly uses: ReadonlySet<CueUse>;
}

export type Gender = 'MALE' | 'FEMALE';

type WordList = {
  readonly [K in keyof LanguageData]: LanguageData[K] extends string ? K : never;
}[keyof LanguageData];

type EndingList =
  | 'adverbEndings'
  | 'finiteEndings'
  | 'gerundEndings'
  | 'presentEndings'
  | 'participleEndings'
  | 'personEndings';

/** A language's words, ready to be asked. Every set holds lower-case words. */
export interface Lexicon {
  readonly language: string;
  readonly cues: ReadonlyMap<string, CueForm>;
  /** Is the lower-case word in the list? */
  readonly has: (list: WordList, word: string) => boolean;
  /** Phrases of several words, by their first word, longest first: "according" -> [["according", "to"]]. */
  readonly phrases: (list: WordList, first: string) => readonly (readonly string[])[];
  readonly endsLike: (list: EndingList, word: string) => boolean;
  /** Does the word stand before a person's name without being part of it? */
  readonly isTitle: (word: string) => boolean;
  readonly isPersonNoun: (word: string) => boolean;
  /** Is it a small word of grammar? Such a word starts no name, even with a capital at the head of a sentence. */
  readonly isFunctionWord: (word: string) => boolean;
  /** Does it name a day or a month: "Tuesday", "yesterday", "March"? */
  readonly isDateWord: (word: string) => boolean;
  /** May a report be told by this word: a reporting verb, a noun of speech, the first word of "according to"? */
  readonly isReportOpener: (word: string) => boolean;
  /** Gender told by a title or a noun ("Mrs", "spokeswoman"), or null. */
  readonly genderOfWord: (word: string) => Gender | null;
  readonly pronoun: (
    word: string,
  ) => 'MALE' | 'FEMALE' | 'PLURAL' | 'NEUTER' | 'FIRST' | 'INDEFINITE' | 'ANY' | null;
  readonly data: LanguageData;
}

const words = (list: string): string[] => (list === '' ? [] : list.split(/\s+/));

function readCues(data: LanguageData): Map<string, CueForm> {
  const cues = new Map<string, { lemma: string; shapes: Set<CueShape>; uses: Set<CueUse> }>();
  const add = (form: string, lemma: string, shape: CueShape, uses: readonly CueUse[]) => {
    const known = cues.get(form) ?? { lemma, shapes: new Set(), uses: new Set() };
    known.shapes.add(shape);
    for (const use of uses) known.uses.add(use);
    cues.set(form, known);
  };
  for (const verb of data.cueVerbs) {
    const lemma = words(verb.infinitive)[0] ?? '';
    for (const form of words(verb.finite)) add(form, lemma, 'FINITE', verb.uses);
    for (const form of words(verb.participle)) add(form, lemma, 'PARTICIPLE', verb.uses);
    for (const form of words(verb.gerund)) add(form, lemma, 'GERUND', verb.uses);
    for (const form of words(verb.infinitive)) add(form, lemma, 'INFINITIVE', verb.uses);
  }
  return cues;
}

/** Makes a language's record ready for look-ups. Costs a few milliseconds; made once for each language. */
export function makeLexicon(data: LanguageData): Lexicon {
  const single: Record<string, Set<string>> = {};
  const multiple: Record<string, Map<string, string[][]>> = {};
  for (const [list, value] of Object.entries(data)) {
    if (typeof value !== 'string') continue;
    const one = new Set<string>();
    const many = new Map<string, string[][]>();
    for (const word of words(value)) {
      const parts = word.split('_');
      one.add(parts.join(' '));
      const first = parts[0] ?? '';
      many.set(
        first,
        [...(many.get(first) ?? []), parts].sort((a, b) => b.length - a.length),
      );
    }
    single[list] = one;
    multiple[list] = many;
  }
  const pronouns = new Map<string, ReturnType<Lexicon['pronoun']>>();
  for (const [kind, list] of Object.entries({
    INDEFINITE: data.pronouns.indefinite,
    ANY: data.pronouns.any,
    FIRST: data.pronouns.first,
    NEUTER: data.pronouns.neuter,
    PLURAL: data.pronouns.plural,
    FEMALE: data.pronouns.female,
    MALE: data.pronouns.male,
  } as const)) {
    for (const word of words(list)) pronouns.set(word, kind as NonNullable<ReturnType<Lexicon['pronoun']>>); // keys of the literal above
  }
  const titles = new Set([data.titles.male, data.titles.female, data.titles.any].flatMap(words));
  const persons = new Set(
    [data.personNouns.male, data.personNouns.female, data.personNouns.any].flatMap(words),
  );
  const genders = new Map<string, Gender>();
  for (const word of [data.titles.male, data.personNouns.male].flatMap(words)) genders.set(word, 'MALE');
  for (const word of [data.titles.female, data.personNouns.female].flatMap(words))
    genders.set(word, 'FEMALE');
  const endings = {
    adverbEndings: words(data.adverbEndings),
    finiteEndings: words(data.finiteEndings),
    gerundEndings: words(data.gerundEndings),
    presentEndings: words(data.presentEndings),
    participleEndings: words(data.participleEndings),
    personEndings: words(data.personEndings),
  };
  const has: Lexicon['has'] = (list, word) => single[list]?.has(word) === true;
  const cues = readCues(data);
  const all = (...lists: WordList[]) => lists.flatMap((list) => [...(single[list] ?? [])]);
  const functionWords = new Set([
    ...pronouns.keys(),
    ...all('determiners', 'prepositions', 'coordinators', 'subordinators', 'relatives', 'questionWords'),
    ...all('auxiliaries', 'modals').filter((word) => word !== 'will' && word !== 'may'),
    ...all('adverbs', 'possessives', 'negations'),
  ]);
  const dateWords = new Set([...all('months', 'weekdays'), ...Object.keys(data.dayWords)]);
  const reportOpeners = new Set([
    ...cues.keys(),
    ...all('speechNouns'),
    ...(['sourcePhrases', 'wordsOf'] as const).flatMap((list) => [...(multiple[list]?.keys() ?? [])]),
  ]);
  return {
    language: data.language,
    cues,
    has,
    phrases: (list, first) => multiple[list]?.get(first) ?? NO_PHRASES,
    endsLike: (list, word) =>
      endings[list].some((ending) => word.length > ending.length + 1 && word.endsWith(ending)),
    isTitle: (word) => titles.has(word),
    isPersonNoun: (word) =>
      persons.has(word) ||
      endings.personEndings.some((ending) => word.length > ending.length + 2 && word.endsWith(ending)),
    isFunctionWord: (word) => functionWords.has(word),
    isDateWord: (word) => dateWords.has(word),
    isReportOpener: (word) => reportOpeners.has(word),
    genderOfWord: (word) => genders.get(word) ?? null,
    pronoun: (word) => pronouns.get(word) ?? null,
    data,
  };
}

const NO_PHRASES: readonly (readonly string[])[] = [];

const MALE = new Set(MALE_FIRST_NAMES.split(' '));
const FEMALE = new Set(FEMALE_FIRST_NAMES.split(' '));

const ASCII = /^[\x20-\x7e]*$/;

/** A word without case and accents, by which names are compared. */
export const folded = (word: string): string =>
  // Nearly all words have no accents to take off.
  (ASCII.test(word) ? word : word.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase();

/** Is it a common first name of some language? Case and accents do not matter. */
export function isFirstName(name: string): boolean {
  const key = folded(name);
  return MALE.has(key) || FEMALE.has(key);
}

/** The gender that a first name mostly goes with; null when unknown or when it goes with both ("Jean", "Andrea"). */
export function genderOfFirstName(name: string): Gender | null {
  const key = folded(name);
  return MALE.has(key) === FEMALE.has(key) ? null : MALE.has(key) ? 'MALE' : 'FEMALE';
}
