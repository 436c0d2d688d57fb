import { Antecedents, type Candidate, findDescribed } from './antecedents.ts';
import type { ArticleText } from './article-text.ts';
import type { Gender } from './languages/lexicon.ts';
import type { NameMention } from './names.ts';
import { findRoles, officeOf } from './roles.ts';
import { isDefiniteArticle, type Source } from './sources.ts';

/** One person or body of the article, with everything the article calls it. */
export interface Person {
  /** The fullest name. */
  words: readonly string[];
  /** Those words without case and accents. */
  keys: readonly string[];
  readonly names: Set<string>;
  kind: 'PERSON' | 'BODY' | 'UNKNOWN';
  gender: Gender | null;
  /** Offices and descriptions in order of appearance. */
  readonly roles: string[];
  /** Head nouns of those, lower case: what "the minister" may refer to. */
  readonly heads: Set<string>;
}

/** A speaker as far as the article tells: a person or body with a name, or the words that describe one. */
export interface Said {
  readonly person: Person | null;
  readonly source: Source | null;
}

/** People of one last name that a new name is compared with. */
const MAX_NAMESAKES = 40;

const latest = (people: readonly Person[]): readonly Person[] =>
  people.length > MAX_NAMESAKES ? people.slice(-MAX_NAMESAKES) : people;

function fileUnder(index: Map<string, Person[]>, word: string, person: Person): void {
  const known = index.get(word);
  if (known) known.push(person);
  else index.set(word, [person]);
}

/** "museum's", "teachers'" before what is owned. */
const OWNER = /[\p{L}-]+(?:['’]s|s['’])(?=\s)/gu;

/** Who is who in one article: names grouped by person, and who a pronoun, a surname or an office stands for. */
export class People {
  readonly #article: ArticleText;
  readonly #byLast = new Map<string, Person[]>();
  readonly #byFirst = new Map<string, Person[]>();
  /** Whom each name of the article stands for, by the name's index. */
  readonly #of: (Person | null)[];
  readonly #antecedents: Antecedents;
  /** Nouns ("company") that were found to mean a named body. */
  readonly #bodyCalled = new Map<string, Person>();

  /** `known` lends its people to a text printed beside it: a headline's surname finds the body's full name. */
  constructor(article: ArticleText, known: People | null = null) {
    this.#article = article;
    if (known) {
      for (const [word, people] of known.#byLast) this.#byLast.set(word, [...people]);
      for (const [word, people] of known.#byFirst) this.#byFirst.set(word, [...people]);
    }
    // Longer names first, so that a surname alone finds its person even when it is printed before the full name.
    this.#of = article.names.map((name) => (name.words.length > 1 ? this.#file(name) : null));
    const lastNamed = new Map<string, Person>();
    for (const [index, name] of article.names.entries()) {
      const person = this.#of[index] ?? this.#inBrackets(name, index) ?? this.#file(name, lastNamed);
      this.#of[index] = person;
      if (name.words.length > 1) for (const word of name.keys) lastNamed.set(word, person);
    }
    const met: Candidate[] = findDescribed(article);
    let sentence = -1;
    for (const [index, name] of article.names.entries()) {
      const person = this.#of[index];
      if (!person) continue;
      const { lexicon } = article;
      // "of Doe", "of the Doe Institute": what a preposition governs is no subject, with or without an article.
      const before = lexicon.has('determiners', article.lower(name.from - 1)) ? name.from - 2 : name.from - 1;
      const governed = lexicon.has('prepositions', article.lower(before));
      const subject = !governed && !name.possessive && name.sentence !== sentence;
      met.push({
        token: name.from,
        sentence: name.sentence,
        person,
        source: null,
        subject,
        governed,
        spoke: false,
      });
      if (subject) sentence = name.sentence;
    }
    this.#antecedents = new Antecedents(
      article,
      met.sort((one, other) => one.token - other.token),
    );
  }

  #file(name: NameMention, lastNamed: ReadonlyMap<string, Person> = new Map()): Person {
    const last = name.keys.at(-1) ?? '';
    const found = this.#match(name, lastNamed);
    const titled = officeOf(this.#article, name.title);
    const roles =
      titled === null ? findRoles(this.#article, name) : [titled, ...findRoles(this.#article, name)];
    if (found) {
      found.names.add(name.words.join(' '));
      if (name.words.length > found.words.length && found.kind !== 'BODY') {
        found.words = name.words;
        found.keys = name.keys;
      }
      found.gender ??= name.gender;
      if (found.kind === 'UNKNOWN' && name.kind !== 'UNKNOWN') found.kind = name.kind;
      for (const role of roles) this.#addRole(found, role);
      if (found.kind === 'UNKNOWN' && roles.some((role) => this.#isPersonsOffice(role)))
        found.kind = 'PERSON';
      return found;
    }
    const person: Person = {
      words: name.words,
      keys: name.keys,
      names: new Set([name.words.join(' ')]),
      kind: name.kind,
      gender: name.gender,
      roles: [],
      heads: new Set(),
    };
    for (const role of roles) this.#addRole(person, role);
    if (person.kind === 'UNKNOWN' && roles.some((role) => this.#isPersonsOffice(role)))
      person.kind = 'PERSON';
    fileUnder(this.#byLast, last, person);
    fileUnder(this.#byFirst, name.keys[0] ?? '', person);
    return person;
  }

  /** "Geological Survey (USGS)": short letters in brackets right behind a longer name are the same body. */
  #inBrackets(name: NameMention, index: number): Person | null {
    const before = this.#article.names[index - 1];
    const opens = this.#article.shape(name.from - 1) === 'OPEN' && this.#article.shape(name.to) === 'CLOSE';
    if (
      !opens ||
      name.words.length > 1 ||
      before?.to !== name.from - 1 ||
      !/^\p{Lu}{2,}/u.test(name.words[0] ?? '')
    )
      return null;
    const person = this.#of[index - 1] ?? null;
    if (!person || person.kind === 'PERSON') return null;
    person.kind = 'BODY';
    person.names.add(name.words.join(' '));
    fileUnder(this.#byLast, name.keys[0] ?? '', person);
    return person;
  }

  #match(name: NameMention, lastNamed: ReadonlyMap<string, Person>): Person | null {
    const words = name.keys;
    const last = words.at(-1) ?? '';
    const sameLast = this.#byLast.get(last) ?? [];
    if (words.length > 1) {
      const same = (person: Person) => {
        const [short, long] =
          words.length <= person.keys.length ? [words, person.keys] : [person.keys, words];
        return short.every((word) => long.includes(word));
      };
      return latest(sameLast).find(same) ?? null;
    }
    const fits = (person: Person) =>
      name.gender === null || person.gender === null || person.gender === name.gender || name.title === null;
    const choose = (people: readonly Person[]) => {
      // Of several with the name, the one whose longer name was printed last.
      const recent = lastNamed.get(last);
      return recent && people.includes(recent) && fits(recent) ? recent : (people.find(fits) ?? null);
    };
    return choose(latest(sameLast)) ?? choose(latest(this.#byFirst.get(last) ?? []));
  }

  /** "the manufacturer" may be a firm; "the minister" is a person. */
  #isPersonsOffice(role: string): boolean {
    const { lexicon } = this.#article;
    const office = role
      .toLowerCase()
      .split(/[^\p{L}-]+/u)
      .find((word) => lexicon.isPersonNoun(word) || lexicon.isTitle(word));
    return office === undefined || !lexicon.has('bodyNouns', office);
  }

  #addRole(person: Person, role: string): void {
    if (!person.roles.includes(role)) person.roles.push(role);
    const words = role
      .toLowerCase()
      .replace(OWNER, ' ') // "the museum's director" is no museum
      .split(/[^\p{L}-]+/u)
      .filter((word) => word !== '');
    // The office stands before its complement: "head" of "head of the alliance", not "alliance".
    const complement = words.findIndex((word) => this.#article.lexicon.has('prepositions', word));
    const own = complement > 0 ? words.slice(0, complement) : words;
    const { lexicon } = this.#article;
    for (const [i, word] of own.entries()) {
      // "council leader" is no council.
      const body = lexicon.has('bodyNouns', word) && !lexicon.isPersonNoun(own[i + 1] ?? '');
      if (body || lexicon.isPersonNoun(word) || lexicon.isTitle(word)) person.heads.add(word);
    }
  }

  /** Whoever a name stands for. */
  personOf(name: NameMention): Person | null {
    return this.#of[this.#article.nameIndexAt(name.from)] ?? null;
  }

  /** Notes that a source spoke, so that "she" and "the minister" behind it can find it. Call in order of the text. */
  noteSpeaker(source: Source, person: Person | null): void {
    if (person && source.role) this.#addRole(person, source.role);
    if (person && person.gender === null && source.gender) person.gender = source.gender;
    if (person || !source.pronoun) this.#antecedents.noteSpeaker(source, person);
  }

  /** Resolves a source to a person or body of the article, or to the description it repeats. */
  resolve(source: Source): Said {
    if (source.name) return { person: this.personOf(source.name), source };
    const { pronoun } = source;
    if (pronoun === 'INDEFINITE' || pronoun === 'FIRST') return { person: null, source };
    if (pronoun) return this.#meant(source, this.#antecedents.find(source.from, pronoun));
    return this.#resolveDescription(source);
  }

  #meant(source: Source, candidate: Candidate | null): Said {
    if (!candidate) return { person: null, source };
    if (candidate.person) return { person: candidate.person, source };
    return { person: null, source: candidate.source ?? source };
  }

  /** "the minister", "the company", "the 23-year-old": the person or body last called so. */
  #resolveDescription(source: Source): Said {
    const { head } = source;
    const { lexicon } = this.#article;
    const nobody = { person: null, source };
    if (!head || !source.definite || source.to - source.from > 4) return nobody;
    if (lexicon.has('genericNouns', head) || head.endsWith('-year-old')) {
      return this.#meant(source, this.#antecedents.find(source.from, source.gender ?? 'ANY'));
    }
    const isBody = lexicon.has('bodyNouns', head);
    if (lexicon.has('groupNouns', head) && !isBody) return nobody;
    if (!isBody && !lexicon.isPersonNoun(head)) return nobody;
    const called = this.#antecedents.nearest(
      source.from,
      ({ person }) =>
        person !== null &&
        (person.heads.has(head) || (isBody && person.kind === 'BODY' && person.keys.at(-1) === head)),
    );
    if (called) return this.#meant(source, called);
    const owned = lexicon.has('possessives', this.#article.lower(source.from)); // "their association" is another
    if (!lexicon.has('anaphoricBodyNouns', head) || source.to - source.from > 2 || owned) return nobody;
    // A noun that found its body once finds it again; one that was printed before without it means another.
    const before = this.#bodyCalled.get(head);
    if (before) return { person: before, source };
    const described = this.#antecedents.nearest(
      source.from,
      (candidate) => candidate.source?.head === head && candidate.token < source.from,
    );
    if (described?.source) {
      const fuller = described.source.to - described.source.from > source.to - source.from;
      return fuller ? this.#meant(source, described) : nobody;
    }
    const body = this.#antecedents.find(
      source.from,
      'NEUTER',
      (candidate) =>
        candidate.person !== null &&
        (candidate.subject || candidate.spoke) &&
        !this.#namesNoBody(candidate, candidate.person),
    );
    if (body?.person) this.#bodyCalled.set(head, body.person);
    return this.#meant(source, body);
  }

  /** "the Kenyan", and the place that a report is from ("KARSUND — The airport"): names that no body goes by. */
  #namesNoBody({ token }: Candidate, { kind, words }: Person): boolean {
    if (kind === 'BODY') return false;
    const to = this.#article.nameAt(token)?.to ?? token + 1;
    const opens = this.#article.sentenceOf(token).from === token && this.#article.shape(to) === 'DASH';
    return opens || (words.length === 1 && isDefiniteArticle(this.#article, token - 1));
  }
}
