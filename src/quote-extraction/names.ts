import { folded, type Gender, genderOfFirstName, isFirstName } from './languages/lexicon.ts';
import type { Token, TokenisedText } from './tokens.ts';

/** A name in the narration. Token indexes, `to` exclusive. */
export interface NameMention {
  readonly from: number;
  readonly to: number;
  /** The name's words, titles and offices taken off. */
  readonly words: readonly string[];
  /** Those words without case and accents. */
  readonly keys: readonly string[];
  readonly kind: 'PERSON' | 'BODY' | 'UNKNOWN';
  readonly gender: Gender | null;
  /** Titles and offices printed before it: "Prime Minister". */
  readonly title: string | null;
  readonly sentence: number;
  /** Stands as owner: "Doe's". */
  readonly possessive: boolean;
}

/** Words of a title or body name that are written large yet name nobody alone. */
const isWordLike = (token: Token | undefined): token is Token => token?.shape === 'WORD';

function isNameStart(text: TokenisedText, i: number): boolean {
  const token = text.tokens[i];
  if (!isWordLike(token) || !token.capital) return false;
  const { lexicon } = text;
  if (lexicon.isFunctionWord(token.lower)) return false;
  // A day or a month ends a name: "told the Herald on Sunday".
  if (lexicon.isDateWord(token.lower)) return isMonthAsName(text, i);
  return !lexicon.has('pastWords', token.lower) && !isFrontedVerb(text, i);
}

/** Tokens between a fronted verb and the colon: "Said Ann Doe, who keeps the lock at Aldra: “…”". */
const MAX_FRONTED = 16;

/** "Said Ann Doe: “…”": a reporting verb that opens its sentence, where no other verb stands before the colon and the marks. */
function isFrontedVerb({ tokens, sentences, lexicon }: TokenisedText, i: number): boolean {
  const sentence = sentences[tokens[i]?.sentence ?? -1];
  if (sentence?.from !== i || !lexicon.cues.get(tokens[i]?.lower ?? '')?.shapes.has('FINITE')) return false;
  for (let k = i + 1; k < sentence.to && k < i + MAX_FRONTED; k++) {
    const token = tokens[k];
    if (token?.shape === 'COLON') return k > i + 1 && tokens[k + 1]?.shape === 'QUOTE';
    if (token?.shape === 'QUOTE' || (token && !token.capital && lexicon.cues.has(token.lower))) return false;
  }
  return false;
}

/** "Jan Novak", "June Smith said": a month that is a first name too, with a surname behind it and no date around it. */
function isMonthAsName(text: TokenisedText, i: number): boolean {
  const { tokens, lexicon } = text;
  const token = tokens[i];
  const before = tokens[i - 1];
  const next = tokens[i + 1];
  if (!token || !isFirstName(token.text) || !lexicon.has('months', token.lower)) return false;
  const dated =
    before?.sentence === token.sentence &&
    (before.shape === 'NUMBER' ||
      lexicon.has('pastWords', before.lower) ||
      (lexicon.has('prepositions', before.lower) && !(token.lower in lexicon.data.shortMonths)));
  return (
    !dated &&
    isWordLike(next) &&
    next.capital &&
    next.start - token.end === 1 &&
    !lexicon.isFunctionWord(next.lower) &&
    !lexicon.isDateWord(next.lower) &&
    !lexicon.isTitle(next.lower)
  );
}

/** One past the last token of the capitalised run that starts at `i`. */
function runEnd(text: TokenisedText, i: number): number {
  const { tokens, lexicon, body } = text;
  const sentenceEnd = text.sentences[tokens[i]?.sentence ?? 0]?.to ?? tokens.length;
  const joined = (k: number) =>
    (tokens[k]?.start ?? 0) - (tokens[k - 1]?.end ?? 0) <= 2 &&
    !body.slice(tokens[k - 1]?.end ?? 0, tokens[k]?.start ?? 0).includes('\n');
  let to = i + 1;
  while (to < sentenceEnd) {
    const token = tokens[to];
    const previous = tokens[to - 1];
    if (!token || !previous || previous.possessive || !joined(to)) break;
    if (token.shape === 'STOP' && token.text === '.' && lexicon.isTitle(previous.lower)) {
      to++;
      continue;
    }
    if (
      token.shape === 'STOP' &&
      token.text === '.' &&
      previous.text.length === 1 &&
      previous.capital &&
      tokens[to + 1]?.capital
    ) {
      to++;
      continue;
    }
    if (
      isWordLike(token) &&
      token.capital &&
      (!lexicon.isFunctionWord(token.lower) ||
        lexicon.has('particles', token.lower) ||
        token.lower in lexicon.data.dayWords)
    ) {
      // "USA Today": inside a sentence nothing but a name writes the day's word large.
      if (lexicon.isDateWord(token.lower) && !(token.lower in lexicon.data.dayWords)) break;
      to++;
      continue;
    }
    // Particles inside a person's name, links inside a body's name: only between two capitals.
    let next = to + 1;
    while (
      next < sentenceEnd &&
      next < to + 3 &&
      (lexicon.has('particles', tokens[next]?.lower ?? '') || tokens[next]?.lower === 'the')
    )
      next++;
    const after = tokens[next];
    // "Department of Health and Human Services" is one body, "the Home Office and the Treasury" are two.
    const joins = lexicon.has('coordinators', token.lower);
    const linksBody =
      token.text === '&' ||
      (lexicon.has('bodyLinks', token.lower) &&
        (joins
          ? next === to + 1 && hasLink(text, i, to)
          : lexicon.has('bodyNouns', lastWord(text, i, to)) || hasLink(text, i, to)));
    if (
      isWordLike(after) &&
      after.capital &&
      joined(to + 1) &&
      (lexicon.has('particles', token.lower) || linksBody) &&
      !lexicon.isFunctionWord(after.lower) &&
      !lexicon.isDateWord(after.lower)
    ) {
      to = next + 1;
      continue;
    }
    if (
      token.shape === 'NUMBER' &&
      token.text.length <= 4 &&
      !/^(?:19|20)\d\d$/.test(token.text) &&
      lexicon.has('bodyNouns', previous.lower)
    ) {
      to++;
      continue;
    }
    break;
  }
  while (to > i + 1 && tokens[to - 1]?.shape === 'STOP' && !tokens[to - 2]?.capital) to--;
  return to;
}

/** Does the run hold a small linking word already ("Union of Doctors")? */
const hasLink = (text: TokenisedText, from: number, to: number): boolean => firstLink(text, from, to) >= 0;

/** The first small word of a run, or -1. */
function firstLink(text: TokenisedText, from: number, to: number): number {
  for (let i = from; i < to; i++) if (text.tokens[i]?.shape === 'WORD' && !text.tokens[i]?.capital) return i;
  return -1;
}

function lastWord(text: TokenisedText, from: number, to: number): string {
  for (let i = to - 1; i >= from; i--) if (isWordLike(text.tokens[i])) return text.tokens[i]?.lower ?? '';
  return '';
}

/** "Jr.", "III": tells father from son and is not what either is called by. */
const GENERATION = /^(?:[JS]r\.?|I{2,3}|IV)$/;

const isAcronym = (text: string) => /^\p{Lu}[\p{Lu}\d&.]+$/u.test(text) && text.length <= 8;

/** Where the person's own name starts in a run of titles, places, offices and names. */
function ownNameStart(text: TokenisedText, from: number, to: number): number {
  const { tokens, lexicon } = text;
  let start = from;
  for (let i = from; i < to - 1; i++) {
    const token = tokens[i];
    if (!token) continue;
    const next = tokens[i + 1];
    const isOffice =
      lexicon.isTitle(token.lower) ||
      lexicon.isPersonNoun(token.lower) ||
      lexicon.has('bodyNouns', token.lower);
    if (isOffice && !(isFirstName(token.text) && isFirstName(next?.text ?? ''))) start = i + 1;
    else if (token.shape === 'STOP' && start === i) start = i + 1;
    else if (start === i && isAcronym(token.text) && i + 2 < to) start = i + 1; // "NATO Secretary", "DAB Jane Doe"
  }
  // Places before a name: "United States Jane Doe".
  if (start === from) {
    let i = from;
    while (i < to - 1 && lexicon.has('places', tokens[i]?.lower ?? '')) i++;
    if (i > from && (i < to - 1 || isFirstName(tokens[i]?.text ?? ''))) start = i;
  }
  // A known first name well inside a long run opens the person's name: "American Relations Alia Doe".
  for (let i = start + 2; i < to - 1; i++) {
    const opens = isFirstName(tokens[i]?.text ?? '') && !isFirstName(tokens[start]?.text ?? '');
    if (opens && (tokens[start]?.text.length ?? 0) > 2) return i;
  }
  return start;
}

function describeRun(text: TokenisedText, from: number, to: number): NameMention | null {
  const { tokens, lexicon } = text;
  const first = tokens[from];
  const last = tokens[to - 1];
  if (!first || !last) return null;
  const tail = lastWord(text, from, to);
  const short = isAcronym(last.text) && to - from === 1;
  const linked = firstLink(text, from, to);
  // "Journal of Small Bodies": the noun before the link tells that the whole is a body.
  const bodyLike =
    (lexicon.has('bodyNouns', tail) && !lexicon.isTitle(tail)) ||
    (linked > from &&
      lexicon.has('bodyNouns', tokens[linked - 1]?.lower ?? '') &&
      lexicon.has('bodyLinks', tokens[linked]?.lower ?? ''));
  const start = bodyLike || short ? from : ownNameStart(text, from, to);
  const words: string[] = [];
  for (let i = start; i < to; i++) {
    const token = tokens[i];
    if (token && token.shape !== 'STOP') words.push(token.text);
  }
  while (words.length > 2 && GENERATION.test(words.at(-1) ?? '')) words.pop();
  const [firstWord] = words;
  if (firstWord === undefined) return null;
  let title: string | null = null;
  let gender: Gender | null = null;
  let isTitled = false;
  for (let i = from; i < start; i++) {
    const token = tokens[i];
    if (!isWordLike(token)) continue;
    title = title === null ? token.text : `${title} ${token.text}`;
    gender = lexicon.genderOfWord(token.lower) ?? gender;
    isTitled ||= isOfficeWord(text, token.lower);
  }
  // "spokeswoman Doe": an office in small letters directly before the name.
  const before = tokens[from - 1];
  if (start === from && isWordLike(before) && !before.capital && isOfficeWord(text, before.lower)) {
    isTitled = true;
    gender = lexicon.genderOfWord(before.lower);
  }
  // "Afghan Ambassador", "Foreign Minister": an office with nobody in it.
  const endsInOffice = !bodyLike && isOfficeWord(text, tail) && !isTitled && !isFirstName(firstWord);
  if (endsInOffice) return null;
  const knownFirst = isFirstName(firstWord);
  gender ??= words.length > 1 || isTitled || knownFirst ? genderOfFirstName(firstWord) : null;
  // "the channel Desh Today", "the charity Blue Watch": the noun before it tells what bears the name.
  const called =
    start === from && isWordLike(before) && !before.capital && lexicon.has('bodyNouns', before.lower);
  const kind =
    bodyLike || short || (called && !isTitled && !knownFirst)
      ? 'BODY'
      : isTitled || knownFirst
        ? 'PERSON'
        : 'UNKNOWN';
  return {
    from: start,
    to,
    words,
    keys: words.map(folded),
    kind,
    gender,
    title,
    sentence: first.sentence,
    possessive: last.possessive,
  };
}

const isOfficeWord = (text: TokenisedText, lower: string) =>
  text.lexicon.isTitle(lower) || text.lexicon.isPersonNoun(lower);

/** Words written with a capital inside a sentence somewhere in the text: the others are large only at the head of one. */
function wordsWithCapital(text: TokenisedText): Set<string> {
  const found = new Set<string>();
  for (let i = 1; i < text.tokens.length; i++) {
    const token = text.tokens[i];
    const previous = text.tokens[i - 1];
    if (
      token?.capital &&
      previous?.sentence === token.sentence &&
      previous.shape !== 'QUOTE' &&
      previous.shape !== 'COLON'
    ) {
      found.add(token.lower);
    }
  }
  return found;
}

/** Finds the names in the narration, in order. Names inside quotation marks are left to the speaker of the quotation. */
export function findNames(text: TokenisedText): NameMention[] {
  const names: NameMention[] = [];
  const known = wordsWithCapital(text);
  let i = 0;
  while (i < text.tokens.length) {
    if (!isNameStart(text, i)) {
      i++;
      continue;
    }
    const to = runEnd(text, i);
    const name = isSentenceWord(text, i, to, known) ? null : describeRun(text, i, to);
    if (name) names.push(name);
    i = to;
  }
  return text.lexicon.data.capitalNouns ? withoutNouns(names) : names;
}

/** Where every noun has a capital, a name needs a first name, an office or a known body; a surname alone follows a full name. */
function withoutNouns(names: readonly NameMention[]): NameMention[] {
  const full = names.filter((name) => name.kind !== 'UNKNOWN');
  const surnames = new Set(full.map((name) => name.words.at(-1)));
  return names.filter((name) => name.kind !== 'UNKNOWN' || surnames.has(name.words.at(-1)));
}

/** A lone capital word at the head of a sentence is a name only when nothing makes it a common word of the language. */
function isSentenceWord(text: TokenisedText, from: number, to: number, known: ReadonlySet<string>): boolean {
  const token = text.tokens[from];
  if (!token || to - from > 1) return false;
  const sentence = text.sentences[token.sentence];
  const previous = text.tokens[from - 1];
  const atHead = sentence?.from === from || previous?.shape === 'QUOTE' || previous?.shape === 'COLON';
  if (!atHead) return false;
  const { lexicon } = text;
  const { lower } = token;
  if (isFirstName(token.text) && !lexicon.has('groupNouns', lower)) return false;
  const common =
    lexicon.has('groupNouns', lower) ||
    lexicon.isPersonNoun(lower) ||
    lexicon.has('textNouns', lower) ||
    lexicon.has('speechNouns', lower);
  if (common) return true;
  if (lexicon.has('bodyNouns', lower)) return !/^\p{Lu}{2,}$/u.test(token.text);
  if (known.has(lower) || token.possessive) return false;
  // "Visitors will": a plural of the language more often than a name.
  if (/[^su]s$/.test(lower) && !isAcronym(token.text)) return true;
  const next = text.tokens[to];
  if (next?.shape === 'COLON') return false;
  // "Fairplate, which runs", "Hanley-Voss, the maker,": what a comma describes further is a name more often than a word.
  const described = text.tokens[to + 1]?.lower ?? '';
  const apposed =
    lexicon.has('relatives', described) ||
    lexicon.has('definiteArticles', described) ||
    // "Keller, 61, vowed": an age.
    (text.tokens[to + 1]?.shape === 'NUMBER' && text.tokens[to + 2]?.shape === 'COMMA');
  if (
    next?.shape === 'COMMA' &&
    apposed &&
    !lexicon.endsLike('adverbEndings', lower) &&
    !lexicon.endsLike('gerundEndings', lower)
  )
    return false;
  const verbal =
    next?.shape === 'WORD' &&
    !next.capital &&
    (lexicon.cues.has(next.lower) ||
      lexicon.has('auxiliaries', next.lower) ||
      lexicon.has('modals', next.lower) ||
      lexicon.has('finiteVerbs', next.lower) ||
      lexicon.has('adverbs', next.lower) ||
      lexicon.endsLike('finiteEndings', next.lower));
  return !verbal || lexicon.endsLike('adverbEndings', lower) || lexicon.endsLike('gerundEndings', lower);
}
