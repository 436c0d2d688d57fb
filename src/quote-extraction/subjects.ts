import type { ArticleText } from './article-text.ts';
import { hasFiniteVerb, isRelativeVerb, lastMainVerb } from './finite-verbs.ts';
import { behindDay, insertionStart, PHRASE_END, phraseEnd } from './noun-phrases.ts';
import { readSource, type Source } from './sources.ts';

/** A subject with the first token of its whole phrase, appositions and opening adjuncts included. */
export interface Subject {
  readonly source: Source;
  readonly from: number;
  readonly to: number;
}

const CLAUSE_EDGE = new Set(['SEMICOLON', 'COLON', 'QUOTE', 'DASH']);

/** First token of the clause that ends before `at`: behind the last quotation, semicolon, dash or subordinating word. */
export function clauseStart(article: ArticleText, at: number): number {
  const { lexicon } = article;
  const first = article.sentenceOf(at).from;
  let depth = 0;
  for (let i = at - 1; i >= first; i--) {
    const shape = article.shape(i);
    if (shape === 'CLOSE') depth++;
    else if (shape === 'OPEN') depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    if (shape === 'QUOTE' && !isInsidePhrase(article, i, at) && !closesRelative(article, i, at)) return i + 1;
    if (shape !== null && shape !== 'QUOTE' && CLAUSE_EDGE.has(shape)) return i + 1;
    const word = article.lower(i);
    // "lawyers, however, claim": between commas it joins nothing. "who runs the port and is due to retire, said": a verb right
    // behind it shares the subject before it.
    const joins =
      (lexicon.has('coordinators', word) || lexicon.has('adversatives', word)) &&
      article.shape(i + 1) !== 'COMMA' &&
      !sharesSubject(article, i + 1) &&
      !(article.shape(at - 1) === 'COMMA' && isInsideRelative(article, i));
    if (
      joins &&
      (article.shape(i - 1) === 'COMMA' || hasFiniteVerb(article, clauseEdgeBefore(article, i), i)) &&
      i + 1 < at
    )
      return i + 1;
  }
  return first;
}

/** A verb right behind "and", adverbs passed over. */
function sharesSubject(article: ArticleText, from: number): boolean {
  let i = from;
  while (article.isAdverb(i) && !article.nameAt(i)) i++;
  return article.isFiniteVerb(i) && !article.nameAt(i);
}

/** "who came with her daughters and a neighbour, said": no comma parts what "and" joins from the relative clause before it. */
function isInsideRelative(article: ArticleText, at: number): boolean {
  for (let i = clauseEdgeBefore(article, at); i < at; i++)
    if (article.lexicon.has('relatives', article.lower(i)) && i + 1 < at && article.shape(at - 1) !== 'COMMA')
      return true;
  return false;
}

function clauseEdgeBefore(article: ArticleText, at: number): number {
  const first = article.sentenceOf(at).from;
  for (let i = at - 1; i >= first; i--) {
    const shape = article.shape(i);
    if (shape !== null && (CLAUSE_EDGE.has(shape) || shape === 'COMMA')) return i + 1;
  }
  return first;
}

/** Words in marks that are part of a noun phrase: an article before, a noun behind. */
function isInsidePhrase(article: ArticleText, quote: number, at: number): boolean {
  const next = article.tokens[quote + 1];
  return (
    (article.lexicon.has('determiners', article.lower(quote - 1)) ||
      article.tokens[quote - 1]?.possessive === true) &&
    next?.shape === 'WORD' &&
    quote + 1 < at
  );
}

/** "Doe, who had called it “a stab in the back”, said": the words in marks end the relative clause and the subject stands before it. */
function closesRelative(article: ArticleText, quote: number, at: number): boolean {
  if (article.shape(quote + 1) !== 'COMMA' || quote + 2 !== at) return false;
  const { from } = article.sentenceOf(quote);
  for (let i = quote - 1; i > from && article.shape(i) !== 'COMMA' && article.shape(i) !== 'QUOTE'; i--)
    if (article.lexicon.has('relatives', article.lower(i))) return article.shape(i - 1) === 'COMMA';
  return false;
}

/** Is the comma-separated part an adjunct ("On Monday", "Speaking to reporters", "After the vote")? */
function isAdjunct(article: ArticleText, from: number, to: number): boolean {
  const { lexicon } = article;
  const word = article.lower(from);
  if (article.nameAt(from)) return false;
  if (lexicon.has('subordinators', word)) return true;
  if (lexicon.has('approximators', word) && article.shape(from + 1) === 'NUMBER') return false;
  // "At least six people have died", "About 1,400 tonnes leaked from a pipeline" is a clause of its own.
  if (lexicon.has('prepositions', word))
    return lastMainVerb(article, from, to, article.shape(from + 1) !== 'NUMBER') < 0;
  // "Even now", but "All pupils will get a meal".
  if (article.isAdverb(from) && (to - from <= 3 || !article.tokens[from + 1]?.capital))
    return to - from <= 3 || lastMainVerb(article, from, to, true) < 0;
  if (article.isDateWord(from)) return true;
  // "Speaking to reporters", but "Managing Director Doe".
  const office = article.tokens[from + 1]?.capital && lexicon.isTitle(article.lower(from + 1));
  if (/(?:ing|ed)$/.test(word) && !office && from + 1 < to) return true;
  return (
    (lexicon.has('pastWords', word) || lexicon.has('pastWords', article.lower(from + 1))) && to - from <= 4
  );
}

/** The phrase's own start: behind an adjunct that no comma sets off ("On Wednesday the minister", "Last week Doe"). */
function phraseStart(article: ArticleText, from: number, to: number): number {
  const { lexicon } = article;
  let start = from;
  while (
    start < to &&
    ((article.isAdverb(start) && !article.nameAt(start)) ||
      lexicon.has('coordinators', article.lower(start)) ||
      lexicon.has('adversatives', article.lower(start)))
  )
    start++;
  // Behind "that", "when", "as", "because": the subject of the inner clause.
  for (let i = to - 1; i >= start; i--) {
    const word = article.lower(i);
    if (article.nameAt(i)) continue;
    // "a letter in which the dealer writes": the relative is no subject where another stands behind it.
    const opens =
      lexicon.has('determiners', article.lower(i + 1)) ||
      lexicon.pronoun(article.lower(i + 1)) !== null ||
      article.nameAt(i + 1) !== null;
    if (lexicon.has('relatives', word) && i + 1 < to && opens && !hasFiniteVerb(article, i + 1, to)) {
      start = i + 1;
      break;
    }
    if (
      (lexicon.has('subordinators', word) || lexicon.has('complementisers', word)) &&
      !lexicon.has('relatives', word) &&
      i + 1 < to &&
      !(lexicon.has('prepositions', word) && (i === start || belongsToNoun(article, start, i)))
    ) {
      start = i + 1;
      break;
    }
  }
  if (
    start < to &&
    (lexicon.has('prepositions', article.lower(start)) ||
      article.isDateWord(start) ||
      lexicon.has('pastWords', article.lower(start)))
  ) {
    // A noun phrase that follows another without a preposition between is the subject.
    for (let i = start + 1; i < to; i++) {
      const before = article.tokens[i - 1];
      const token = article.tokens[i];
      if (!before || !token || token.shape === 'CLOSE') continue;
      const afterNoun =
        (before.shape === 'WORD' || before.shape === 'NUMBER') &&
        (article.nameAt(i - 1) !== null ||
          !article.isFunction(i - 1) ||
          // "In one of them the officer boasts": a pronoun that ends a phrase does as well as a noun.
          (lexicon.pronoun(before.lower) !== null && !lexicon.has('determiners', before.lower)));
      const opens = lexicon.has('determiners', token.lower) || lexicon.pronoun(token.lower) !== null;
      const dated =
        (article.isDateWord(i - 1) ||
          (/^\d{4}$/.test(before.text) && !lexicon.has('determiners', article.lower(i - 2)))) &&
        !article.isDateWord(i) &&
        token.shape === 'WORD' &&
        !lexicon.has('prepositions', token.lower);
      const starred =
        token.capital &&
        before.shape === 'WORD' &&
        !before.capital &&
        !article.isFunction(i - 1) &&
        !lexicon.isTitle(before.lower) &&
        !lexicon.isPersonNoun(before.lower) &&
        !lexicon.has('bodyNouns', before.lower);
      if ((afterNoun && opens) || dated || starred) return i;
    }
  }
  return start;
}

/** "a man who lost his job after the crash", "an engineer until 2008": the phrase at `at` is inside the noun's description. */
function belongsToNoun(article: ArticleText, start: number, at: number): boolean {
  if (article.shape(at + 1) === 'NUMBER' || article.isDateWord(at + 1)) return true;
  for (let i = start; i < at; i++) if (article.lexicon.has('relatives', article.lower(i))) return true;
  return false;
}

/**
 * The subject of a verb group that starts at `at`, read to its left: directly before it, or before the appositions and
 * insertions between commas. Null where nothing there can be a subject (an inverted clause, a bare participle).
 */
export function subjectBefore(article: ArticleText, verb: number): Subject | null {
  // "Doe, who had seen it, also said": adverbs between the comma and the verb.
  let at = verb;
  while (article.isAdverb(at - 1) && !article.nameAt(at - 1)) at--;
  if (article.shape(at - 1) !== 'COMMA') at = verb;
  const dash = insertionStart(article, at);
  if (dash >= 0) {
    const subject = subjectBefore(article, dash);
    return subject && { ...subject, to: at };
  }
  const start = clauseStart(article, at);
  if (start >= at) return null;
  const { lexicon } = article;
  const relative =
    lexicon.has('relatives', article.lower(at - 1)) && lexicon.pronoun(article.lower(at - 1)) !== 'NEUTER';
  if (relative) return antecedent(article, at - 1, start);
  const segments = commaParts(article, start, at);
  const endsWithComma = article.shape(at - 1) === 'COMMA' || article.shape(at - 1) === 'CLOSE';
  if (!endsWithComma) {
    const last = segments.at(-1);
    if (!last) return null;
    const verb = lastMainVerb(article, last.from, last.to, true);
    const from = phraseStart(
      article,
      verb >= 0 && verb + 1 < last.to ? behindObject(article, verb, last.to) : last.from,
      last.to,
    );
    const source = readSource(article, from, last.to);
    return (
      source && {
        source,
        from: segments.length > 1 && verb < 0 ? openingAdjunct(article, segments, start, from) : from,
        to: at,
      }
    );
  }
  // Appositions and insertions: the subject is the first part behind the last one that holds a verb of its own.
  let subject = -1;
  for (let k = segments.length - 1; k >= 0; k--) {
    const part = segments[k];
    if (!part) continue;
    const first = article.lower(part.from);
    const isInsertion = lexicon.has('relatives', first) || isAdjunct(article, part.from, part.to);
    if (!isInsertion && lastMainVerb(article, part.from, part.to) >= 0 && !startsWithName(article, part.from))
      break;
    if (!isInsertion) subject = k;
  }
  const part = segments[subject];
  if (!part) return null;
  const from = phraseStart(article, part.from, part.to);
  const source = readSource(article, from, at);
  return source && { source, from: openingAdjunct(article, segments, start, part.from), to: at };
}

const startsWithName = (article: ArticleText, at: number) => article.nameAt(at)?.kind === 'PERSON';

/** Where the clause's opening adjuncts start, when everything before the subject is adjunct; else the subject's own start. */
function openingAdjunct(
  article: ArticleText,
  segments: readonly { from: number; to: number }[],
  start: number,
  subject: number,
): number {
  for (const part of segments) {
    if (part.from >= subject) break;
    if (!isAdjunct(article, part.from, part.to)) return subject;
  }
  return start;
}

/** Behind a verb and its object, a new phrase starts with an article, a pronoun or a name. */
function behindObject(article: ArticleText, verb: number, to: number): number {
  for (let i = to - 1; i > verb + 1; i--) {
    const word = article.lower(i);
    const before = article.tokens[i - 1];
    if (article.lexicon.pronoun(word) !== null) return i;
    if (article.lexicon.has('determiners', word) && before?.shape === 'WORD' && !article.isFunction(i - 1))
      return i;
    if (article.lexicon.has('subordinators', word) || article.lexicon.has('complementisers', word))
      return i + 1;
  }
  return verb + 1;
}

function commaParts(article: ArticleText, from: number, to: number): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let start = from;
  let depth = 0;
  for (let i = from; i < to; i++) {
    const shape = article.shape(i);
    if (shape === 'OPEN') depth++;
    else if (shape === 'CLOSE') depth = Math.max(0, depth - 1);
    else if (shape === 'COMMA' && depth === 0) {
      if (i > start) found.push({ from: start, to: i });
      start = i + 1;
    }
  }
  if (to > start) found.push({ from: start, to });
  return found;
}

/** What a relative pronoun at `at` stands for: the phrase before it. */
function antecedent(article: ArticleText, at: number, start: number): Subject | null {
  const { lexicon } = article;
  let to = at;
  if (article.shape(to - 1) === 'COMMA') to--;
  let from = to - 1;
  while (from > start) {
    const word = article.lower(from - 1);
    const shape = article.shape(from - 1);
    if (shape !== 'WORD' && shape !== 'NUMBER') break;
    if (
      article.isFiniteVerb(from - 1) ||
      lexicon.has('subordinators', word) ||
      lexicon.has('coordinators', word)
    )
      break;
    if (lexicon.has('prepositions', word) && !lexicon.has('nounPrepositions', word)) break;
    if (
      lexicon.has('nounPrepositions', word) &&
      (article.nameAt(from) || lexicon.has('determiners', article.lower(from)))
    ) {
      // "with Devocht, who": the name is the antecedent; "a spokesman for Devocht, who" keeps its head.
      const headed =
        lexicon.isPersonNoun(article.lower(from - 2)) || lexicon.has('groupNouns', article.lower(from - 2));
      if (!headed) break;
    }
    from--;
  }
  // "Doe, a security researcher, who": the description between the commas is the name's.
  const name = article.shape(from - 1) === 'COMMA' ? article.nameAt(from - 2) : null;
  const described = name !== null && name.kind !== 'BODY' && !name.possessive && !article.nameAt(to - 1);
  const source = readSource(article, described ? name.from : from, to);
  return source && { source, from, to: at + 1 };
}

/** The subject of an inverted clause ("said Doe, the head of the alliance"), read to the right of the verb. */
export function subjectAfter(article: ArticleText, verbEnd: number): Subject | null {
  const { lexicon } = article;
  const limit = article.sentenceOf(verbEnd).to;
  const at = behindDay(article, verbEnd, limit);
  let to = phraseEnd(article, at, limit);
  if (to <= at) return null;
  const head = readSource(article, at, to);
  // A witness "who did not give a name": for a source without a name, the clause is what is said of it.
  if (lexicon.has('relatives', article.lower(to)) && head?.name === null) {
    while (to < limit && article.shape(to) !== 'COMMA' && !PHRASE_END.has(article.shape(to) ?? 'STOP')) to++;
    const source = readSource(article, at, to);
    return source && { source, from: at, to };
  }
  while (article.shape(to) === 'COMMA' || article.shape(to) === 'OPEN') {
    const next = to + 1;
    let end = next;
    const shape = article.shape(next);
    const closes = article.shape(to) === 'OPEN' ? 'CLOSE' : 'COMMA';
    const word = article.lower(next);
    if (shape !== 'WORD' && shape !== 'NUMBER') break;
    const joins =
      lexicon.has('coordinators', word) ||
      lexicon.has('adversatives', word) ||
      lexicon.has('subordinators', word) ||
      article.isFiniteVerb(next);
    if (joins || (lexicon.cues.get(word)?.shapes.has('GERUND') ?? false)) break;
    while (end < limit && article.shape(end) !== closes && !PHRASE_END.has(article.shape(end) ?? 'STOP'))
      end++;
    if (end <= next) break;
    to = closes === 'CLOSE' && article.shape(end) === 'CLOSE' ? end + 1 : end;
    if (lexicon.has('relatives', word)) break;
  }
  const source = readSource(article, at, to);
  return source && { source, from: at, to };
}

/**
 * The subject of the first main clause that starts before `at` in a sentence, for participles and second verbs that share it
 * ("…, adding that"). The sentence is that of `within`, by default of `at`.
 */
export function mainSubject(article: ArticleText, at: number, within = at): Subject | null {
  const { from } = article.sentenceOf(within);
  for (let i = from + 1; i < at; i++) {
    if (!article.isFiniteVerb(i) || article.nameAt(i)) continue;
    if (isRelativeVerb(article, i, from)) continue;
    let group = i;
    while (group > from && article.isAuxiliary(group - 1)) group--;
    const subject = subjectBefore(article, group);
    if (subject) return subject;
  }
  return null;
}
