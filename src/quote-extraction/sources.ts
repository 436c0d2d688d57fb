import type { ArticleText } from './article-text.ts';
import type { Gender } from './languages/lexicon.ts';
import type { NameMention } from './names.ts';
import { officeOf } from './roles.ts';

/** Whoever a clause presents as speaking, as printed there and not yet looked up in the article. */
export interface Source {
  /** Token indexes of the mention, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** One past the whole description, relative clause included; absent where it ends with the mention. */
  readonly describedTo?: number;
  readonly name: NameMention | null;
  readonly pronoun: 'MALE' | 'FEMALE' | 'PLURAL' | 'NEUTER' | 'FIRST' | 'INDEFINITE' | 'ANY' | null;
  /** The noun that heads the phrase ("minister" of "the transport minister"), lower case; null for names and pronouns. */
  readonly head: string | null;
  /** Definite ("the minister"): somebody the reader has met, or can tell. */
  readonly definite: boolean;
  readonly gender: Gender | null;
  /** Office or description printed beside a name. */
  readonly role: string | null;
}

const TRIMMED = new Set(['COMMA', 'DASH', 'COLON', 'SEMICOLON', 'STOP']);

/** Comma-separated parts of a token range, brackets left out. */
function parts(article: ArticleText, from: number, to: number): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let start = from;
  let depth = 0;
  for (let i = from; i < to; i++) {
    const shape = article.shape(i);
    if (shape === 'OPEN') {
      if (depth === 0 && i > start) found.push({ from: start, to: i });
      depth++;
    } else if (shape === 'CLOSE') {
      depth = Math.max(0, depth - 1);
      start = i + 1;
    } else if (depth === 0 && shape !== null && TRIMMED.has(shape) && !article.nameAt(i)) {
      if (i > start) found.push({ from: start, to: i });
      start = i + 1;
    }
  }
  if (depth === 0 && to > start) found.push({ from: start, to });
  return found;
}

/** The last token of the noun phrase's core: before the first preposition, relative or participle behind a noun. */
function coreEnd(article: ArticleText, from: number, to: number): number {
  const { lexicon } = article;
  for (let i = from + 1; i < to; i++) {
    const word = article.lower(i);
    if (article.nameAt(i)) continue;
    if (
      lexicon.has('prepositions', word) ||
      lexicon.has('relatives', word) ||
      lexicon.has('subordinators', word)
    )
      return i;
    if (article.shape(i) === 'QUOTE') continue;
    if (lexicon.has('coordinators', word)) return i;
    const next = article.lower(i + 1);
    const modifies =
      lexicon.has('prepositions', next) || lexicon.has('pastWords', next) || article.isDateWord(i + 1);
    if (i > from + 1 && /(?:ing|ed)$/.test(word) && modifies) return i;
  }
  return to;
}

function genderOfRange(article: ArticleText, from: number, to: number): Gender | null {
  for (let i = from; i < to; i++) {
    const gender = article.lexicon.genderOfWord(article.lower(i));
    if (gender) return gender;
  }
  return null;
}

/** A name that closes the range and belongs to its head: "mayor Ann Doe", not the "Doe" of "a friend of Doe". */
function closingName(article: ArticleText, from: number, to: number): NameMention | null {
  const name = article.nameAt(to - 1);
  if (!name || name.to !== to || name.possessive) return null;
  const { lexicon } = article;
  let before = name.from - 1;
  let placed = false;
  while (before >= from && article.tokens[before]?.capital && !article.isFunction(before)) {
    if (lexicon.has('places', article.lower(before))) placed = true;
    before--;
  }
  // Behind "of" the name is somebody else's, unless a place stands between: "mayor of London Ann Doe".
  for (let i = before; i >= from && i > before - 2; i--) {
    if (lexicon.has('prepositions', article.lower(i))) {
      const headed =
        i > from &&
        (lexicon.isPersonNoun(article.lower(i - 1)) ||
          lexicon.has('groupNouns', article.lower(i - 1)) ||
          lexicon.has('textNouns', article.lower(i - 1)));
      if (!headed && i === from) return name;
      return placed ? name : null;
    }
  }
  return name;
}

/** The name that heads the range: nothing but titles before it, no further noun behind it ("Scientology officials"). */
function openingName(article: ArticleText, from: number, to: number): NameMention | null {
  let i = from;
  if (article.lexicon.has('determiners', article.lower(i))) i++;
  while (i < to && !article.nameAt(i)) {
    const word = article.lower(i);
    const belongs =
      article.lexicon.isTitle(word) ||
      article.lexicon.isPersonNoun(word) ||
      article.tokens[i]?.capital ||
      article.shape(i) === 'STOP';
    if (!belongs) return null;
    i++;
  }
  const name = i < to ? article.nameAt(i) : null;
  return name && name.to >= Math.min(to, coreEnd(article, name.from, to)) ? name : null;
}

/** "lead author Ann Doe of the observatory": a person whom the phrase names before it says where from. */
function personOfCore(article: ArticleText, from: number, to: number): NameMention | null {
  const end = coreEnd(article, from, to);
  const name = end < to ? closingName(article, from, end) : null;
  return name?.kind === 'PERSON' && name.words.length > 1 ? name : null;
}

/** "Ann Doe of the observatory" beside a description: a full name that opens the part, titles aside. */
function fullNameAt(article: ArticleText, from: number, to: number): NameMention | null {
  const name = openingName(article, from, to);
  return isPersonLike(name) && name.words.length > 1 && !name.possessive ? name : null;
}

/** "the district and the police department": of two named side by side, the first. */
function firstOfTwo(article: ArticleText, from: number, to: number): NameMention | null {
  for (let i = from + 1; i < to - 1; i++) {
    if (!article.lexicon.has('coordinators', article.lower(i)) || article.nameAt(i)) continue;
    const first = article.nameAt(i - 1);
    const second = article.nameAt(to - 1);
    return first && second && first !== second && second.to === to && !first.possessive ? first : null;
  }
  return null;
}

/** A text's author: "Doe's letter", "the letter from Doe", "a report by the council". */
function authorOfText(article: ArticleText, from: number, to: number): NameMention | null {
  const { lexicon } = article;
  const end = coreEnd(article, from, to);
  const head = article.lower(end - 1);
  if (!lexicon.has('textNouns', head) && !lexicon.has('speechNouns', head)) return null;
  for (let i = from; i < end; i++) {
    const name = article.nameAt(i);
    if (name?.possessive && name.to < end + 1) return name;
  }
  // "a report published on Thursday by the bureau"
  let by = end;
  // "according to a study by the council": the phrase of the source ends before its author.
  let close = end === to ? article.sentenceOf(from).to : to;
  if (lexicon.has('authorVerbs', article.lower(end))) {
    close = article.sentenceOf(end).to;
    while (
      by < close &&
      by < end + 8 &&
      article.shape(by) === 'WORD' &&
      !lexicon.has('agents', article.lower(by))
    )
      by++;
  }
  if (lexicon.has('authorPrepositions', article.lower(by))) {
    for (let i = by + 1; i < close && i < by + 8; i++) {
      const name = article.nameAt(i);
      // "a study by the university in Kochi": where the author is.
      if (name && i > by + 1 && lexicon.has('dayPrepositions', article.lower(i - 1))) return null;
      if (name) return name;
    }
  }
  return null;
}

const isPersonLike = (name: NameMention | null): name is NameMention => name !== null && name.kind !== 'BODY';

/**
 * Reads a range of tokens as the phrase that names a speaker: a pronoun, a name with its office, or a description, with the
 * appositions behind it ("Doe, the head of the alliance,"). Null when the range holds nothing that could speak.
 */
export function readSource(article: ArticleText, from: number, to: number): Source | null {
  const { lexicon } = article;
  while (
    from < to &&
    (TRIMMED.has(article.shape(from) ?? '') ||
      (article.isAdverb(from) && !article.nameAt(from)) ||
      lexicon.has('coordinators', article.lower(from)))
  )
    from++;
  while (to > from && TRIMMED.has(article.shape(to - 1) ?? '') && !article.nameAt(to - 1)) to--;
  const [head, ...rest] = parts(article, from, to);
  if (!head) return null;
  const first = article.tokens[head.from];
  const pronoun =
    first && head.to - head.from <= 2 && first.shape === 'WORD' ? lexicon.pronoun(first.lower) : null;
  if (
    pronoun &&
    !(lexicon.has('determiners', first?.lower ?? '') && head.to - head.from > 1) &&
    !article.nameAt(head.from)
  ) {
    return {
      from: head.from,
      to: head.from + 1,
      name: null,
      pronoun,
      head: null,
      definite: true,
      gender: pronoun === 'MALE' || pronoun === 'FEMALE' ? pronoun : null,
      role: null,
    };
  }
  const whole =
    firstOfTwo(article, head.from, head.to) ??
    authorOfText(article, head.from, head.to) ??
    openingName(article, head.from, head.to) ??
    closingName(article, head.from, head.to);
  const own = whole?.kind === 'PERSON' ? whole : (personOfCore(article, head.from, head.to) ?? whole);
  // "Ireland's Taoiseach, Padraig Nolan,": a lone capital word beside a full name is an office.
  const lone = own && own.words.length === 1 && own.kind === 'UNKNOWN' && own.from > head.from;
  const beside = lone ? fullNameIn(article, rest) : null;
  if (beside) return named(beside, beside.gender, officeOf(article, article.printed(head.from, head.to)));
  if (own && !(own.possessive && own.to < head.to && !authorOfText(article, head.from, head.to))) {
    const apposition = rest.find(
      (part) => !article.nameAt(part.from) || article.nameAt(part.from)?.to !== part.to,
    );
    const before = own.from > head.from ? article.printed(head.from, own.from) : null;
    const office = before && before.length < 120 ? before : null;
    const role =
      office ??
      (apposition && isOffice(article, apposition.from, apposition.to)
        ? article.printed(apposition.from, apposition.to)
        : null);
    return named(own, own.gender ?? genderOfRange(article, head.from, own.from), officeOf(article, role));
  }
  for (const part of rest) {
    const name = closingName(article, part.from, part.to) ?? fullNameAt(article, part.from, part.to);
    // "the metalworkers' union, IGB,": a body stands alone beside its description.
    const whole = name !== null && name.from === part.from && name.to === part.to;
    if (name && (whole || isPersonLike(name)) && onlyTitlesBefore(article, part.from, name.from)) {
      return named(
        name,
        name.gender ?? genderOfRange(article, head.from, head.to),
        officeOf(article, article.printed(head.from, head.to)),
      );
    }
  }
  const end = coreEnd(article, head.from, head.to);
  let mentionTo = head.from + 1;
  while (mentionTo < head.to && !lexicon.has('relatives', article.lower(mentionTo))) mentionTo++;
  const noun = article.tokens[end - 1];
  if (!noun || (noun.shape !== 'WORD' && noun.shape !== 'NUMBER')) return null;
  const definite = lexicon.has('possessives', first?.lower ?? '') || isDefiniteArticle(article, head.from);
  return {
    from: head.from,
    to: mentionTo,
    describedTo: head.to,
    name: null,
    pronoun: null,
    head: noun.lower,
    definite,
    gender: genderOfRange(article, head.from, end),
    role: null,
  };
}

export function isDefiniteArticle(article: ArticleText, at: number): boolean {
  return article.lexicon.data.definiteArticles.split(' ').includes(article.lower(at));
}

const named = (name: NameMention, gender: Gender | null, role: string | null): Source => ({
  from: name.from,
  to: name.to,
  name,
  pronoun: null,
  head: null,
  definite: true,
  gender,
  role,
});

/** A name of several words that is a whole part by itself. */
function fullNameIn(
  article: ArticleText,
  parts: readonly { from: number; to: number }[],
): NameMention | null {
  for (const part of parts) {
    const name = article.nameAt(part.from);
    if (
      name &&
      name.kind !== 'BODY' &&
      name.words.length > 1 &&
      name.from === part.from &&
      name.to === part.to
    )
      return name;
  }
  return null;
}

/** "retired teacher" before a name: nothing but nouns, adjectives and articles. */
function onlyTitlesBefore(article: ArticleText, from: number, to: number): boolean {
  const { lexicon } = article;
  for (let i = from; i < to; i++) {
    const known =
      lexicon.has('determiners', article.lower(i)) ||
      article.shape(i) === 'NUMBER' ||
      article.shape(i) === 'STOP';
    if (!known && (article.shape(i) !== 'WORD' || article.isFunction(i))) return false;
  }
  return true;
}

/** An apposition that tells an office: it starts like a noun phrase and holds no age alone. */
function isOffice(article: ArticleText, from: number, to: number): boolean {
  const shape = article.shape(from);
  if (shape !== 'WORD' || article.lexicon.has('relatives', article.lower(from))) return false;
  const end = coreEnd(article, from, to);
  for (let i = from; i < end; i++)
    if (article.lexicon.isPersonNoun(article.lower(i)) || article.lexicon.isTitle(article.lower(i)))
      return true;
  return article.lexicon.has('determiners', article.lower(from));
}
