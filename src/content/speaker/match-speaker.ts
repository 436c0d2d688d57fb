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

/** The words of a name in the form in which names of speakers are compared: folded, without titles and a leading "the". */
export function speakerWords(name: string): string[] {
  const words = foldName(name)
    .split(' ')
    .filter((word) => word !== '');
  let from = 0;
  while (from < words.length - 1 && (TITLES.has(words[from] ?? '') || words[from] === 'the')) from += 1;
  return words.slice(from);
}

/** The key of a speaker's name; empty for one without a letter or digit. */
export const speakerKey = (name: string): string => speakerWords(name).join(' ');

/** The surname of a person, the last word of a body: what other forms of a name share. */
export const lastWordOf = (name: string): string => speakerWords(name).at(-1) ?? '';

const isInitial = (word: string): boolean => word.length === 1;

/** "WHO", "NATO": as printed in capitals. */
const isAbbreviation = (name: string): boolean => /^\p{Lu}[\p{Lu}\p{N}.&-]{1,9}$/u.test(name.trim());

/**
 * Whether a name alone tells who is meant: two words with a given name in full, or the name of a body. A surname alone,
 * or behind an initial, is shared by many.
 */
export function isFullName({ name, kind }: Pick<NamedSpeaker, 'name' | 'kind'>): boolean {
  const words = speakerWords(name);
  if (words.length > 1) return !(words.length === 2 && isInitial(words[0] ?? ''));
  return words.length === 1 && (kind === 'BODY' || isAbbreviation(name));
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
  const key = speakerKey(speaker.name);
  if (key === '') return null;
  if (isFullName(speaker)) {
    const same = known.find((other) => isFullName(other) && speakerKey(other.name) === key);
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
  const [one, two] = [speakerWords(speaker.name), speakerWords(other.name)];
  const [short, long] = one.length <= two.length ? [one, two] : [two, one];
  if (short.at(-1) !== long.at(-1)) return null;
  if (short.length === 1) return 'SURNAME';
  const given = short.slice(0, -1);
  const among = long.slice(0, -1);
  if (isInitialOrSame(given[0] ?? '', among[0] ?? '') && given.length === 1) {
    return isInitial(given[0] ?? '') || isInitial(among[0] ?? '') ? 'INITIALS' : 'MIDDLE_NAME';
  }
  return given.every((word, at) => isInitialOrSame(word, among[at] ?? '')) ? 'INITIALS' : null;
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
