import { foldName } from '../../vocabulary/fold-name.ts';
import type { NameReason } from './speaker-table.ts';

/** A speaker as a piece has them, or as the archive does. */
export interface NamedSpeaker {
  readonly name: string;
  readonly kind: 'PERSON' | 'BODY' | 'UNKNOWN';
  /** Roles as printed. */
  readonly roles: readonly string[];
  /** Other names, as printed. */
  readonly names: readonly string[];
}

export interface KnownSpeaker extends NamedSpeaker {
  readonly id: number;
}

/** Titles before a name, folded. Those that are given names too ("Don", "Earl") are left out. */
const TITLES = new Set(
  'dr prof professor mr mrs ms mx sir dame herr frau mme mlle monsieur madame senor senora sra senhor senhora signor signora dott'.split(
    ' ',
  ),
);

/** Words of roles that tell nothing by themselves. */
const EMPTY_WORDS = new Set(
  'the a an of for and in at to his her its their who whom as der die das des von und la le les de du des et el los las del y o os da do e il lo gli della di'.split(
    ' ',
  ),
);

/** Words with which a surname opens ("de Groot"): behind them a name alone is no more than a surname. */
const PARTICLES = new Set(
  'de del della di da do dos das du van von vom zu zum zur der den ter ten bin ibn af'.split(' '),
);

/** Words behind a surname. */
const GENERATIONS = new Set('jr sr ii iii iv'.split(' '));

/** Letters that a language without them writes in two: "Jürgen" as "Juergen". */
const IN_TWO_LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

/** The words of a name: folded, without titles and a leading "the"; initials one by one, however they are set. */
function nameWords(name: string): string[] {
  const words = foldName(name.replace(/(?<=(?:^|[^\p{L}])\p{L}\.)(?=\p{L}\.)/gu, ' '))
    .split(' ')
    .filter((word) => word !== '');
  let from = 0;
  while (from < words.length - 1 && (TITLES.has(words[from] ?? '') || words[from] === 'the')) from += 1;
  return words.slice(from);
}

/** The words of a name in the form in which names of speakers are compared: "J. K. Doe" and "J.K. Doe" are "jk doe". */
export function speakerWords(name: string): string[] {
  const words: string[] = [];
  let isRow = false;
  for (const word of nameWords(name)) {
    if (isRow && isInitial(word)) words.push(`${words.pop()}${word}`);
    else words.push(word);
    isRow = isInitial(word);
  }
  return words;
}

/** The key of a speaker's name; empty for one without a letter or digit. */
export const speakerKey = (name: string): string => speakerWords(name).join(' ');

/** The keys under which a name can be printed: "jurgen venn" and "juergen venn" for "Jürgen Venn". */
export function speakerKeys(name: string): string[] {
  const inTwo = name
    .normalize('NFC')
    .replace(/[äöüøå]/giu, (letter) => IN_TWO_LETTERS[letter.toLowerCase()] ?? letter);
  return [...new Set([speakerKey(name), speakerKey(inTwo)])];
}

/** The surname of a person, the last word of a body: what other forms of a name share. */
export const lastWordOf = (name: string): string => speakerWords(name).at(-1) ?? '';

/** Last words of names in which this one may stand, in whatever spelling. */
export const lastWordsLike = (name: string): string[] => {
  const words = speakerKeys(name).map((key) => key.split(' ').at(-1) ?? '');
  return [
    ...new Set([...words, ...words.map((word) => word.replace(/([aou])e|aa/g, (two) => two[0] ?? ''))]),
  ];
};

/** A letter of a script that has small ones and large ones. */
const isInitial = (word: string): boolean => word.length === 1 && word.toUpperCase() !== word;

/** "WHO", "NATO": as printed in capitals. */
const isAbbreviation = (name: string): boolean => /^\p{Lu}[\p{Lu}\p{N}.&-]{1,9}$/u.test(name.trim());

/** A person's names before the surname, and the surname's last word. "Venn Jr." is not the surname of "Ada Venn". */
function personalName(name: string): { readonly given: readonly string[]; readonly surname: string } {
  const words = nameWords(name);
  const particle = words.findIndex((word, at) => at < words.length - 1 && PARTICLES.has(word));
  return {
    given: words.slice(0, particle >= 0 ? particle : -1),
    surname: words.at(-1) ?? '',
  };
}

/**
 * Whether a name alone tells who is meant: a given name in full, or two initials, with a surname; or the name of a body. A
 * surname alone, or behind an initial, is shared by many.
 */
export function isFullName({ name, kind }: Pick<NamedSpeaker, 'name' | 'kind'>): boolean {
  if (kind === 'BODY' || isAbbreviation(name)) return speakerKey(name) !== '';
  const telling = personalName(name).given.filter((word) => !PARTICLES.has(word));
  const isGeneration = telling.length === 1 && GENERATIONS.has(lastWordOf(name));
  return !isGeneration && telling.some((word, at) => at > 0 || !isInitial(word));
}

/**
 * Whom of the archive's speakers a piece means, and why; null for somebody new. `known` are those whose names share the
 * last word, or an abbreviation, with the speaker's. Names in full match when equal; shorter forms only with the same
 * role, and only when a single speaker fits.
 */
export function matchSpeaker(
  speaker: NamedSpeaker,
  known: readonly KnownSpeaker[],
): { readonly id: number; readonly reason: NameReason } | null {
  if (speakerKey(speaker.name) === '') return null;
  if (isFullName(speaker)) {
    const keys = speakerKeys(speaker.name);
    const same = known.find(
      (other) => isFullName(other) && speakerKeys(other.name).some((key) => keys.includes(key)),
    );
    if (same !== undefined) return { id: same.id, reason: 'FULL_NAME' };
  }
  const fitting = known.flatMap((other) => {
    const reason = shorterForm(speaker, other);
    return reason === null ? [] : [{ id: other.id, reason }];
  });
  const [first] = fitting;
  return first !== undefined && fitting.every(({ id }) => id === first.id) ? first : null;
}

/** Why one of two speakers may be the other under a shorter name; null when nothing speaks for it. */
function shorterForm(speaker: NamedSpeaker, other: NamedSpeaker): NameReason | null {
  if (abbreviates(speaker, other) || abbreviates(other, speaker)) return 'ABBREVIATION';
  if (speaker.kind === 'BODY' || other.kind === 'BODY' || !sharesRole(speaker.roles, other.roles))
    return null;
  const [one, two] = [personalName(speaker.name), personalName(other.name)];
  if (one.surname !== two.surname) return null;
  const [short, long] =
    one.given.length <= two.given.length ? [one.given, two.given] : [two.given, one.given];
  const [first = '', among = ''] = [short[0], long[0]];
  if (short.length === 0) return 'SURNAME';
  if (short.length === 1 && first === among) return 'MIDDLE_NAME';
  return short.every((word, at) => isInitialOrSame(word, long[at] ?? '')) ? 'INITIALS' : null;
}

const isInitialOrSame = (one: string, other: string): boolean =>
  one === other || (isInitial(one) && other.startsWith(one)) || (isInitial(other) && one.startsWith(other));

/** Whether the first is the other, a body, under the initials that a piece uses beside its name. */
function abbreviates(short: NamedSpeaker, body: NamedSpeaker): boolean {
  if (!isAbbreviation(short.name) || short.kind === 'PERSON' || body.kind === 'PERSON') return false;
  const key = speakerKey(short.name);
  if (!body.names.some((name) => speakerKey(name) === key)) return false;
  const words = speakerWords(body.name);
  const initials = (kept: readonly string[]): string => kept.map((word) => word[0]).join('');
  return initials(words) === key || initials(words.filter((word) => !EMPTY_WORDS.has(word))) === key;
}

/** Whether a role of each has two telling words in common: "finance minister", "minister of finance". */
function sharesRole(roles: readonly string[], others: readonly string[]): boolean {
  const telling = (role: string): Set<string> =>
    new Set(
      foldName(role)
        .split(' ')
        .filter((word) => word.length > 1 && !EMPTY_WORDS.has(word) && !TITLES.has(word)),
    );
  return roles.some((role) => {
    const words = telling(role);
    return others.some((other) => [...telling(other)].filter((word) => words.has(word)).length >= 2);
  });
}
