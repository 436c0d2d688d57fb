import type { ArticleText } from './article-text.ts';
import { type Gender, genderOfFirstName } from './languages/lexicon.ts';
import type { NameMention } from './names.ts';
import type { Source } from './sources.ts';

/** One person or body of the article, with everything the article calls it. */
export interface Person {
  /** The fullest name. */
  words: readonly string[];
  readonly names: Set<string>;
  kind: 'PERSON' | 'BODY' | 'UNKNOWN';
  gender: Gender | null;
  /** Offices and descriptions in order of appearance. */
  readonly roles: string[];
  /** Head nouns of those, lower case: what "the minister" may refer to. */
  readonly heads: Set<string>;
}

interface Appearance {
  readonly token: number;
  readonly sentence: number;
  readonly person: Person;
  readonly first: boolean;
}

const key = (word: string) => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Sentences. A pronoun whose owner stands further back was never resolved rightly. */
const MAX_LOOKBACK = 8;

/** Who is who in one article: names grouped by person, and who a pronoun, a surname or an office stands for. */
export class People {
  readonly #article: ArticleText;
  readonly #byLast = new Map<string, Person[]>();
  readonly #byFirst = new Map<string, Person[]>();
  readonly #appearances: Appearance[] = [];
  readonly #of = new Map<NameMention, Person>();
  readonly #spoke: { token: number; sentence: number; person: Person | null; source: Source }[] = [];

  constructor(article: ArticleText) {
    this.#article = article;
    // Longer names first, so that a surname alone finds its person even when it is printed before the full name.
    const ordered = [...article.names].sort(
      (a, b) => Number(b.words.length > 1) - Number(a.words.length > 1) || a.from - b.from,
    );
    for (const name of ordered) this.#of.set(name, this.#file(name));
    let sentence = -1;
    for (const name of article.names) {
      const person = this.#of.get(name);
      if (!person) continue;
      const first =
        name.sentence !== sentence &&
        !name.possessive &&
        !article.lexicon.has('prepositions', article.lower(name.from - 1));
      this.#appearances.push({ token: name.from, sentence: name.sentence, person, first });
      if (first) sentence = name.sentence;
    }
  }

  #file(name: NameMention): Person {
    const last = key(name.words.at(-1) ?? '');
    const found = this.#match(name);
    const title = name.title ? [name.title] : [];
    if (found) {
      found.names.add(name.words.join(' '));
      if (name.words.length > found.words.length && found.kind !== 'BODY') found.words = name.words;
      found.gender ??= name.gender;
      if (found.kind === 'UNKNOWN' && name.kind !== 'UNKNOWN') found.kind = name.kind;
      for (const role of title) this.#addRole(found, role);
      return found;
    }
    const person: Person = {
      words: name.words,
      names: new Set([name.words.join(' ')]),
      kind: name.kind,
      gender: name.gender,
      roles: [],
      heads: new Set(),
    };
    for (const role of title) this.#addRole(person, role);
    this.#byLast.set(last, [...(this.#byLast.get(last) ?? []), person]);
    const first = key(name.words[0] ?? '');
    this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), person]);
    return person;
  }

  #match(name: NameMention): Person | null {
    const words = name.words.map(key);
    const last = words.at(-1) ?? '';
    const sameLast = this.#byLast.get(last) ?? [];
    if (words.length > 1) {
      return (
        sameLast.find((person) => {
          const other = person.words.map(key);
          const [short, long] = words.length <= other.length ? [words, other] : [other, words];
          return short.every((word) => long.includes(word));
        }) ?? null
      );
    }
    const fits = (person: Person) =>
      name.gender === null || person.gender === null || person.gender === name.gender || name.title === null;
    const byLast = sameLast.filter(fits);
    if (byLast.length > 0) return this.#nearest(byLast, name.from);
    const byFirst = (this.#byFirst.get(last) ?? []).filter(fits);
    return byFirst.length === 1 || byFirst.length > 1 ? this.#nearest(byFirst, name.from) : null;
  }

  /** Of several with the same name, the one that a longer name brought in last before the place. */
  #nearest(people: readonly Person[], token: number): Person | null {
    if (people.length === 1) return people[0] ?? null;
    let best: Person | null = people[0] ?? null;
    let at = -1;
    for (const [name, person] of this.#of) {
      if (name.from < token && name.from > at && people.includes(person)) {
        at = name.from;
        best = person;
      }
    }
    return best;
  }

  #addRole(person: Person, role: string): void {
    if (!person.roles.includes(role)) person.roles.push(role);
    const words = role
      .toLowerCase()
      .split(/[^\p{L}-]+/u)
      .filter((word) => word !== '');
    for (const word of words)
      if (
        this.#article.lexicon.isPersonNoun(word) ||
        this.#article.lexicon.isTitle(word) ||
        this.#article.lexicon.has('bodyNouns', word)
      )
        person.heads.add(word);
  }

  /** Whoever a name stands for. */
  personOf(name: NameMention): Person | null {
    return this.#of.get(name) ?? null;
  }

  /** Notes that a source spoke, so that "she" and "the minister" behind it can find it. Call in order of the text. */
  noteSpeaker(source: Source, person: Person | null): void {
    if (person && source.role) this.#addRole(person, source.role);
    if (person && person.gender === null && source.gender) person.gender = source.gender;
    this.#spoke.push({
      token: source.from,
      sentence: this.#article.tokens[source.from]?.sentence ?? 0,
      person,
      source,
    });
  }

  /** The last that spoke before a token, within reach. */
  lastSpeaker(token: number): { person: Person | null; source: Source } | null {
    for (let i = this.#spoke.length - 1; i >= 0; i--) {
      const spoke = this.#spoke[i];
      if (spoke && spoke.token < token) return spoke;
    }
    return null;
  }

  /** Resolves a source to a person or body of the article; null when it names nobody the article names. */
  resolve(source: Source): { person: Person | null; source: Source } {
    if (source.name) return { person: this.personOf(source.name), source };
    if (source.pronoun) return this.#resolvePronoun(source);
    return { person: this.#resolveDescription(source), source };
  }

  #resolvePronoun(source: Source): { person: Person | null; source: Source } {
    const kind = source.pronoun;
    if (kind === 'INDEFINITE' || kind === 'FIRST') return { person: null, source };
    const here = this.#article.tokens[source.from]?.sentence ?? 0;
    const fits = (person: Person) => {
      if (kind === 'MALE' || kind === 'FEMALE')
        return person.kind !== 'BODY' && (person.gender === null || person.gender === kind);
      if (kind === 'PLURAL' || kind === 'NEUTER')
        return (
          person.kind === 'BODY' ||
          (person.kind === 'UNKNOWN' && person.words.length > 1 && kind === 'NEUTER')
        );
      return true;
    };
    let best: { person: Person | null; source: Source } | null = null;
    let score = Number.NEGATIVE_INFINITY;
    const spokeAt = new Map<number, Person | null>();
    for (let i = this.#spoke.length - 1; i >= 0 && i > this.#spoke.length - 12; i--) {
      const spoke = this.#spoke[i];
      if (!spoke || spoke.token >= source.from || here - spoke.sentence > MAX_LOOKBACK) continue;
      spokeAt.set(spoke.sentence, spoke.person);
      const anonymousFits =
        spoke.person === null &&
        !spoke.source.pronoun &&
        (kind === 'PLURAL'
          ? this.#article.lexicon.has('groupNouns', spoke.source.head ?? '') ||
            this.#article.lexicon.has('bodyNouns', spoke.source.head ?? '')
          : kind === 'NEUTER'
            ? this.#article.lexicon.has('bodyNouns', spoke.source.head ?? '')
            : spoke.source.gender === null || spoke.source.gender === kind) &&
        (kind === 'PLURAL' || !this.#article.lexicon.has('groupNouns', spoke.source.head ?? ''));
      const value = -1.0 * (here - spoke.sentence) + 1.6;
      if (anonymousFits && value > score) {
        best = { person: null, source: spoke.source };
        score = value;
      } else if (spoke.person && fits(spoke.person) && value > score) {
        best = { person: spoke.person, source };
        score = value;
      }
    }
    let seen = 0;
    for (let i = this.#lastBefore(source.from); i >= 0 && seen < 40; i--, seen++) {
      const appearance = this.#appearances[i];
      if (!appearance) continue;
      const distance = here - appearance.sentence;
      if (distance > MAX_LOOKBACK) break;
      const { person } = appearance;
      if (!fits(person)) continue;
      const known = person.gender === kind || kind === 'PLURAL' || kind === 'NEUTER';
      const value =
        -distance +
        (appearance.first ? 1.2 : 0) +
        (known ? 0.6 : 0) +
        (person.kind === 'PERSON' ? 0.5 : 0) -
        (person.kind === 'UNKNOWN' && person.words.length === 1 ? 1.5 : 0);
      if (value > score) {
        best = { person, source };
        score = value;
      }
    }
    return best ?? { person: null, source };
  }

  #lastBefore(token: number): number {
    let low = 0;
    let high = this.#appearances.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#appearances[middle]?.token ?? 0) < token) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** "the minister", "the company": the person or body last called so, or the last body for a noun of bodies. */
  #resolveDescription(source: Source): Person | null {
    const { head } = source;
    const { lexicon } = this.#article;
    if (!head || !source.definite) return null;
    if (lexicon.has('groupNouns', head) && !lexicon.has('bodyNouns', head)) return null;
    const phrase = source.to - source.from;
    const isBodyNoun = lexicon.has('bodyNouns', head);
    if (!isBodyNoun && !lexicon.isPersonNoun(head)) return null;
    if (phrase > 3) return null;
    let seen = 0;
    for (let i = this.#lastBefore(source.from); i >= 0 && seen < 200; i--, seen++) {
      const person = this.#appearances[i]?.person;
      if (!person) continue;
      if (person.heads.has(head)) return person;
      if (isBodyNoun && person.kind === 'BODY' && key(person.words.at(-1) ?? '') === head) return person;
    }
    if (!isBodyNoun || phrase > 2) return null;
    for (let i = this.#spoke.length - 1; i >= 0 && i > this.#spoke.length - 6; i--) {
      const spoke = this.#spoke[i];
      if (spoke?.person && spoke.person.kind !== 'PERSON' && spoke.token < source.from) return spoke.person;
    }
    return null;
  }
}

/** Gender told by the first of several words of a name. */
export const genderOfName = (words: readonly string[]) =>
  words.length > 1 ? genderOfFirstName(words[0] ?? '') : null;
