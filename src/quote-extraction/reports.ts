import type { ArticleText } from './article-text.ts';
import { isSourcePhrase, reportedEnd, startsClause, startsLoosely } from './clauses.ts';
import { whyNotQuote } from './not-quotes.ts';
import { readSource, type Source } from './sources.ts';
import {
  behindDay,
  clauseStart,
  hasFiniteVerb,
  mainSubject,
  phraseEnd,
  type Subject,
  subjectAfter,
  subjectBefore,
} from './subjects.ts';
import { readVerbGroup, type VerbGroup } from './verb-groups.ts';

/** What was reported: one quoted span, or a stretch of narration that may hold quoted words. Token indexes, `to` exclusive. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  /** QUOTE: between marks. CLAUSE: reported. SPEECH: the very words, without marks (an interview's answer, a line of dialogue). */
  readonly how: 'QUOTE' | 'CLAUSE' | 'SPEECH';
}

/** A reporting expression with whoever speaks and what is reported. */
export interface Report {
  readonly cueFrom: number;
  readonly cueTo: number;
  readonly source: Source | null;
  /** Takes its speaker from the report before it in the same sentence ("…, adding that"). */
  readonly shared: boolean;
  readonly pieces: readonly Piece[];
  readonly rule: string;
  /** Token index where the whole reporting clause starts. */
  readonly from: number;
}

interface Right {
  readonly pieces: Piece[];
  readonly rule: string;
  /** Where the reporting clause itself ends: behind the hearer and the adjuncts. */
  readonly end: number;
}

/** Behind the verb: hearers ("told reporters"), day and place ("on Monday in a statement"). */
function behindAdjuncts(article: ArticleText, group: VerbGroup, from: number, limit: number): number {
  const { lexicon } = article;
  let i = from;
  if (
    ['out', 'on', 'forward'].includes(article.lower(i)) &&
    article.lower(i + 1) !== 'the' &&
    !article.isDateWord(i + 1) &&
    !article.nameAt(i + 1)
  ) {
    if (
      article.shape(i + 1) !== 'WORD' ||
      lexicon.has('complementisers', article.lower(i + 1)) ||
      article.isFunction(i + 1)
    )
      i++;
  }
  if (group.form.uses.has('MARKS') && lexicon.pronoun(article.lower(i)) === 'NEUTER') i++; // "as Doe put it"
  while (i < limit && article.isAdverb(i) && !startsPronounClause(article, i)) i++;
  if (group.form.uses.has('HEARER') && !group.passive) {
    const pronoun = lexicon.pronoun(article.lower(i));
    if (
      !lexicon.has('complementisers', article.lower(i)) &&
      !lexicon.has('questionWords', article.lower(i))
    ) {
      const to =
        pronoun !== null && !lexicon.has('determiners', article.lower(i))
          ? startsWithPronoun(article, i)
            ? i
            : i + 1
          : hearerEnd(article, i, limit);
      i = to;
    }
  }
  for (let guard = 0; guard < 5 && i < limit; guard++) {
    const word = article.lower(i);
    if (article.isDateWord(i)) {
      i = dateEnd(article, i, limit);
      continue;
    }
    if (lexicon.has('prepositions', word) && !isSourcePhrase(article, i)) {
      if (lexicon.has('complementisers', word)) break;
      const to = article.isDateWord(i + 1)
        ? dateEnd(article, i + 1, limit)
        : phraseEnd(article, i + 1, limit);
      if (to <= i + 1) break;
      // "said in a way he", "said after the meeting the plan was": the adjunct ends where a new phrase opens.
      i = to;
      continue;
    }
    // "in a report released today", "in a letter seen by the paper".
    if (
      guard > 0 &&
      lexicon.endsLike('participleEndings', word) &&
      (article.isDateWord(i + 1) ||
        lexicon.has('agents', article.lower(i + 1)) ||
        lexicon.has('dayPrepositions', article.lower(i + 1)) ||
        isMarkBreak(article.shape(i + 1)) ||
        article.shape(i + 1) === 'STOP')
    ) {
      i++;
      continue;
    }
    // "announced this morning"
    if (
      lexicon.has('determiners', word) &&
      (lexicon.has('dayParts', article.lower(i + 1)) || article.isDateWord(i + 1)) &&
      !article.isFiniteVerb(i + 2)
    ) {
      i = dateEnd(article, i + 1, limit);
      continue;
    }
    if (article.isAdverb(i) && guard > 0) {
      i++;
      continue;
    }
    if (
      (lexicon.has('pastWords', word) || lexicon.has('pastWords', article.lower(i + 1))) &&
      article.shape(i) === 'WORD' &&
      (article.isDateWord(i + 1) || article.isDateWord(i + 2))
    ) {
      i += article.isDateWord(i + 1) ? 2 : 3;
      continue;
    }
    break;
  }
  return i;
}

/** "warned it would": a pronoun with a verb of its own is no hearer. */
const startsWithPronoun = (article: ArticleText, i: number) =>
  article.isFiniteVerb(i + 1) || (article.isAdverb(i + 1) && article.isFiniteVerb(i + 2));

const startsPronounClause = (article: ArticleText, i: number) =>
  article.lexicon.pronoun(article.lower(i)) !== null;

function dateEnd(article: ArticleText, from: number, limit: number): number {
  let i = from;
  while (
    i < limit &&
    (article.isDateWord(i) ||
      article.shape(i) === 'NUMBER' ||
      article.lexicon.has('dayParts', article.lower(i)))
  )
    i++;
  return i;
}

/** The hearer is a plain phrase: it ends where a new one opens, since the clause that follows starts with its own subject. */
function hearerEnd(article: ArticleText, from: number, limit: number): number {
  const name = article.nameAt(from + (article.lexicon.has('determiners', article.lower(from)) ? 1 : 0));
  if (name && name.from <= from + 1) {
    let to = name.to;
    const next = article.tokens[to];
    if (name.possessive && next?.shape === 'WORD') to = phraseEnd(article, to, limit, false);
    return to;
  }
  const to = phraseEnd(article, from, limit, true);
  // "told reporters Britain would", "told the committee Ann Doe had": a name behind a noun that is no office opens the clause.
  for (let i = from + 1; i < to; i++) {
    const opened = article.nameAt(i);
    const before = article.tokens[i - 1];
    if (opened?.from !== i || before?.capital || article.isFunction(i - 1) || before?.possessive) continue;
    if (!article.lexicon.isTitle(article.lower(i - 1)) && !article.lexicon.isPersonNoun(article.lower(i - 1)))
      return i;
  }
  return Math.max(
    to,
    article.shape(from) === 'WORD' && !article.lexicon.has('determiners', article.lower(from))
      ? from + 1
      : to,
  );
}

const isMarkBreak = (shape: string | null) => shape === 'COMMA' || shape === 'COLON' || shape === 'DASH';

/** Quoted spans one behind another from `at`, with what may stand between pieces of one quotation. */
function quotePieces(article: ArticleText, at: number, limit: number): Piece[] {
  const pieces: Piece[] = [];
  let i = at;
  while (i < limit && article.shape(i) === 'QUOTE') {
    pieces.push({ from: i, to: i + 1, how: 'QUOTE' });
    i++;
  }
  return pieces;
}

/** Is there nothing of substance between `from` and `limit`: stops, brackets and what stands in them? */
export function isBareEnd(article: ArticleText, from: number, limit: number): boolean {
  let depth = 0;
  for (let i = from; i < limit; i++) {
    const shape = article.shape(i);
    if (shape === 'OPEN') depth++;
    else if (shape === 'CLOSE') depth--;
    else if (depth === 0 && shape !== 'STOP' && shape !== 'OTHER') return false;
  }
  return true;
}

/** What stands right of the verb as reported, or null. */
function rightContent(article: ArticleText, group: VerbGroup, from: number): Right | null {
  const { lexicon } = article;
  const sentence = article.sentenceOf(group.verb);
  const limit = sentence.to;
  const { uses } = group.form;
  let i = behindAdjuncts(article, group, from, limit);
  // "said, in a statement, that": an insertion between commas.
  if (article.shape(i) === 'COMMA' && article.shape(i + 1) !== 'QUOTE') {
    for (let k = i + 1; k < limit && k < i + 14; k++) {
      if (article.shape(k) !== 'COMMA') continue;
      if (
        lexicon.has('complementisers', article.lower(k + 1)) ||
        (article.shape(k + 1) === 'QUOTE' && !hasFiniteVerb(article, i + 1, k))
      )
        i = lexicon.has('complementisers', article.lower(k + 1)) ? k + 1 : k;
      break;
    }
  }
  if (article.shape(i) === 'COMMA' && lexicon.has('complementisers', article.lower(i + 1)) && group.passive)
    i++;
  if (
    article.shape(i) === 'COMMA' &&
    lexicon.has('complementisers', article.lower(i + 1)) &&
    (group.passive || lexicon.data.commaBeforeThat)
  )
    i++;
  const word = article.lower(i);
  const takesClause =
    uses.has('BARE') || uses.has('LOOSE') || uses.has('THAT') || (uses.has('HEARER') && uses.has('WH'));
  if (lexicon.has('complementisers', word) && takesClause) {
    let start = i + 1;
    if (article.shape(start) === 'COMMA' || article.shape(start) === 'COLON') start++;
    const to = reportedEnd(article, start, limit);
    return to > start ? { pieces: [{ from: start, to, how: 'CLAUSE' }], rule: 'that-clause', end: i } : null;
  }
  if (isMarkBreak(article.shape(i)) && article.shape(i + 1) === 'QUOTE') {
    const colon = article.shape(i) === 'COLON';
    const right = afterQuoteStart(article, i + 1, limit, colon);
    return { ...right, end: i };
  }
  if (
    article.shape(i) === 'QUOTE' &&
    !lexicon.has('determiners', article.lower(i - 1)) &&
    !lexicon.has('prepositions', article.lower(i - 1))
  )
    return { ...afterQuoteStart(article, i, limit, uses.has('MARKS') && !takesClause), end: i };
  if (article.shape(i) === 'COLON' && takesClause && i + 2 < limit) {
    return {
      pieces: [{ from: i + 1, to: reportedEnd(article, i + 1, limit), how: 'CLAUSE' }],
      rule: 'colon-clause',
      end: i,
    };
  }
  if (
    lexicon.has('questionWords', word) &&
    uses.has('WH') &&
    i + 2 < limit &&
    !lexicon.has('relatives', word)
  ) {
    const start = lexicon.has('conditionals', word) ? i + 1 : i;
    const to = reportedEnd(article, start, limit);
    return to > start + 1
      ? { pieces: [{ from: start, to, how: 'CLAUSE' }], rule: 'embedded-question', end: i }
      : null;
  }
  // German sets a comma before the clause: "sagte, er werde kommen".
  const start = article.shape(i) === 'COMMA' && lexicon.data.commaBeforeThat ? i + 1 : i;
  if (article.shape(i) === 'COMMA' && start === i) return null;
  // "from claiming asylum": behind a preposition a participle needs its "that".
  const nominal =
    group.participial &&
    lexicon.has('prepositions', article.lower(group.from - 1)) &&
    !lexicon.has('withWords', article.lower(group.from - 1));
  if ((uses.has('BARE') || uses.has('LOOSE')) && !nominal) {
    // Headlines drop the finite verb: "Army says militants killed".
    const telegraphic =
      uses.has('BARE') &&
      article.shape(limit - 1) !== 'STOP' &&
      limit - start > 2 &&
      limit - start < 20 &&
      article.shape(start) === 'WORD' &&
      sentence.paragraph === 0;
    if (
      telegraphic ||
      startsClause(article, start, limit) ||
      (uses.has('BARE') && startsLoosely(article, start, limit))
    ) {
      const to = reportedEnd(article, start, limit);
      return { pieces: [{ from: start, to, how: 'CLAUSE' }], rule: 'bare-clause', end: i };
    }
  }
  return null;
}

/** A quotation opens the reported words: it is either all of them or the start of a reported clause that runs on. */
function afterQuoteStart(
  article: ArticleText,
  at: number,
  limit: number,
  wordsOnly: boolean,
): { pieces: Piece[]; rule: string } {
  const pieces = quotePieces(article, at, limit);
  const behind = at + pieces.length;
  const end = reportedEnd(article, at, limit);
  const runsOn =
    !wordsOnly &&
    behind < end &&
    article.shape(behind) === 'WORD' &&
    !article.lexicon.has('coordinators', article.lower(behind)) &&
    !article.lexicon.has('adversatives', article.lower(behind)) &&
    !article.lexicon.has('subordinators', article.lower(behind)) &&
    article.lexicon.cues.get(article.lower(behind)) === undefined &&
    !isBareEnd(article, behind, end);
  if (runsOn && !endsSpeech(article, behind - 1))
    return { pieces: [{ from: at, to: end, how: 'CLAUSE' }], rule: 'clause-opens-with-marks' };
  return { pieces, rule: 'marks-behind-verb' };
}

/** Does the span end like a finished utterance, with a stop inside the marks? */
export function endsSpeech(article: ArticleText, quote: number): boolean {
  const span = article.text.spans[article.tokens[quote]?.span ?? -1];
  return (
    span !== undefined &&
    /[.!?…][)\]'’\s]*$/.test(article.text.body.slice(Math.max(span.start, span.end - 4), span.end))
  );
}

/** The quotation or clause that a reporting clause starting at `from` closes, or null. */
function leftContent(
  article: ArticleText,
  from: number,
  mayTakeClause: boolean,
): { pieces: Piece[]; rule: string } | null {
  const sentence = article.sentenceOf(from);
  const { lexicon } = article;
  let at = from - 1;
  while (at >= sentence.from && ['COMMA', 'DASH'].includes(article.shape(at) ?? '')) at--;
  // "…" ((it)), said: a note in brackets between.
  if (article.shape(at) === 'CLOSE') {
    let k = at;
    while (k > sentence.from && article.shape(k) !== 'QUOTE' && k > at - 8) k--;
    if (article.shape(k) === 'QUOTE') at = k;
  }
  if (article.shape(at) === 'QUOTE') {
    const home = article.sentenceOf(at);
    if (home.paragraph !== sentence.paragraph) return null;
    const across = home !== sentence;
    let start = at;
    while (start > home.from && article.shape(start - 1) === 'QUOTE') start--;
    const before = start - 1;
    const opensClause =
      start === home.from ||
      ['DASH', 'COLON', 'STOP'].includes(article.shape(before) ?? '') ||
      (article.shape(before) === 'WORD' &&
        start === home.from + 1 &&
        (lexicon.has('coordinators', article.lower(before)) || article.isAdverb(before)));
    if (opensClause || !mayTakeClause || article.shape(before) === 'COMMA') {
      const pieces: Piece[] = [];
      for (let k = start; k <= at; k++) pieces.push({ from: k, to: k + 1, how: 'QUOTE' });
      return { pieces, rule: across ? 'marks-in-sentence-before' : 'marks-before-verb' };
    }
    const first = clauseHead(article, home.from);
    return { pieces: [{ from: first, to: at + 1, how: 'CLAUSE' }], rule: 'clause-before-verb' };
  }
  const comma = article.shape(from - 1);
  if (!mayTakeClause || (comma !== 'COMMA' && comma !== 'DASH') || from - 1 <= sentence.from) return null;
  const first = clauseHead(article, sentence.from);
  if (!hasFiniteVerb(article, first, from - 1)) return null;
  return { pieces: [{ from: first, to: from - 1, how: 'CLAUSE' }], rule: 'clause-before-verb' };
}

/** Where the comma-separated part with the subject starts, its opening adjuncts left out. */
function segmentStart(
  article: ArticleText,
  subject: Subject | null,
  clauseFrom: number,
  inverts: boolean,
): number {
  if (!subject || inverts || subject.source.from < clauseFrom) return clauseFrom;
  let at = subject.source.from;
  while (at > clauseFrom && article.shape(at - 1) !== 'COMMA') at--;
  return at;
}

/** "The comet, she explained, lost its tail": the clause stands on both sides of the reporting words. */
function aroundContent(article: ArticleText, from: number, to: number, group: VerbGroup): Piece[] | null {
  const { lexicon } = article;
  const sentence = article.sentenceOf(from);
  const behind = behindAdjuncts(article, group, to, sentence.to);
  if (article.shape(from - 1) !== 'COMMA' || article.shape(behind) !== 'COMMA') return null;
  const first = clauseHead(article, sentence.from);
  const opener = article.lower(first);
  const dependent = lexicon.has('subordinators', opener) || lexicon.has('conditionals', opener);
  if (
    first >= from - 1 ||
    (hasFiniteVerb(article, first, from - 1) && !dependent && !leadsIn(article, from - 2))
  )
    return null;
  const end = reportedEnd(article, behind + 1, sentence.to);
  if (!hasFiniteVerb(article, behind + 1, end)) return null;
  const rest: Piece = { from: behind + 1, to: end, how: 'CLAUSE' };
  // "broke out when, officials say, gangs set fire": the words before the comma lead into the report and are no part of it.
  if (leadsIn(article, from - 2)) return [rest];
  const elliptic = dependent && from - 1 - first < 4; // "If elected, he says, he will"
  const adjunct =
    elliptic || lexicon.has('prepositions', opener) || article.isAdverb(first) || article.isDateWord(first);
  return adjunct && (!dependent || elliptic) ? [rest] : [{ from: first, to: from - 1, how: 'CLAUSE' }, rest];
}

const leadsIn = (article: ArticleText, at: number) =>
  article.lexicon.has('subordinators', article.lower(at)) ||
  article.lexicon.has('coordinators', article.lower(at));

function clauseHead(article: ArticleText, from: number): number {
  const word = article.lower(from);
  return article.lexicon.has('coordinators', word) || article.lexicon.has('adversatives', word)
    ? from + 1
    : from;
}

/** Does nothing of substance but day, place and hearer follow the reporting clause up to the next comma or stop? */
function closesSentence(article: ArticleText, from: number, group: VerbGroup | null, limit: number): boolean {
  const i = group ? behindAdjuncts(article, group, from, limit) : from;
  const shape = article.shape(i);
  return (
    i >= limit ||
    shape === 'STOP' ||
    shape === 'COMMA' ||
    shape === 'QUOTE' ||
    shape === 'SEMICOLON' ||
    shape === 'COLON' ||
    shape === 'DASH' ||
    shape === 'CLOSE' ||
    article.lexicon.has('subordinators', article.lower(i)) ||
    article.lexicon.has('coordinators', article.lower(i))
  );
}

const isSpeechVerb = (group: VerbGroup) =>
  group.form.uses.has('BARE') || group.form.uses.has('LOOSE') || group.form.uses.has('THAT');

/** Reads the report that the cue verb at `verb` makes, or null when it makes none. */
export function readReport(article: ArticleText, verb: number): Report | null {
  const group = readVerbGroup(article, verb);
  if (!group || (group.form.uses.has('PREDICATE') && !isSpeechVerb(group))) return null;
  const { lexicon } = article;
  const sentence = article.sentenceOf(verb);
  const before = article.lower(group.from - 1);
  let subject: Subject | null = null;
  let shared = false;
  let to = group.to;
  const inverts = inversion(article, group);
  if (inverts) {
    subject = subjectAfter(article, group.to);
    if (!subject || !canSpeak(article, subject, group.from)) return null;
    to = subject.to;
  } else if (group.passive && group.form.uses.has('HEARER')) {
    subject = agentBehind(article, group.to);
    to = subject?.to ?? group.to;
  } else if (group.passive) {
    subject = agentBehind(article, group.to);
    to = subject?.to ?? group.to;
    if (!subject && lexicon.pronoun(before) !== 'NEUTER') return null;
  } else if (group.participial) {
    const quotedAs =
      lexicon.has('asWords', before) && lexicon.has('quotedWords', article.lower(group.from - 2));
    const withSubject =
      !quotedAs &&
      article.shape(group.from - 1) === 'WORD' &&
      !lexicon.has('prepositions', before) &&
      !lexicon.has('subordinators', before) &&
      !lexicon.has('coordinators', before);
    if (quotedAs) subject = subjectOfQuoted(article, group.from - 2);
    else if (withSubject)
      subject = besideSubject(article, group.from) ?? participleSubject(article, group.from);
    if (
      subject?.source.head &&
      (lexicon.has('workNouns', subject.source.head) || lexicon.has('inscriptionWords', subject.source.head))
    )
      return null;
    if (!subject || (subject.source.head && lexicon.has('textNouns', subject.source.head))) {
      shared = true;
      subject = mainSubject(article, group.from);
    }
  } else if (group.infinitive) {
    shared = true;
    subject = mainSubject(article, group.from);
  } else if (
    lexicon.has('coordinators', before) ||
    (article.shape(group.from - 1) === 'COMMA' && lexicon.has('coordinators', article.lower(group.from)))
  ) {
    shared = true;
    subject = mainSubject(article, group.from);
  } else subject = subjectBefore(article, group.from);
  const dropped = !subject && !group.passive && dropsSubject(article, group);
  if (dropped) shared = true;
  if (
    !subject &&
    !dropped &&
    !(group.passive && (group.form.uses.has('HEARER') || lexicon.pronoun(before) === 'NEUTER'))
  )
    return null;
  if (subject?.source.head && lexicon.has('inscriptionWords', subject.source.head)) return null;
  if (group.form.uses.has('TEXT') && !isText(article, subject)) return null;
  if (subject && !agrees(article, group, subject, inverts)) return null;
  const clauseFrom = Math.min(
    subject && !inverts && !group.passive && !shared ? subject.from : group.from,
    group.from,
  );
  const opener = article.lower(clauseFrom - 1);
  const clauseHeadAt = segmentStart(article, subject, clauseFrom, inverts);
  const supposed =
    lexicon.has('conditionals', opener) ||
    lexicon.has('conditionals', article.lower(clauseHeadAt)) ||
    lexicon.has('conditionals', article.lower(clauseHeadAt - 1));
  const asClause = lexicon.has('asWords', opener);
  // "a medal, on which she wrote": what stands there is an inscription.
  if (lexicon.has('relatives', opener) && lexicon.has('prepositions', article.lower(clauseFrom - 2)))
    return null;
  if (
    lexicon.has('prepositions', article.lower(clauseHeadAt)) &&
    lexicon.has('relatives', article.lower(clauseHeadAt + 1))
  )
    return null;
  const right = rightContent(article, group, inverts || group.passive ? to : group.to);
  // "denied saying that"
  const deniedSaying =
    group.participial && (lexicon.has('refusals', before) || lexicon.has('denials', before));
  const denied = deniedSaying || group.negated || group.hypothetical || supposed;
  const pieces: Piece[] = [];
  const rules: string[] = [];
  const around =
    asClause || shared || group.passive || denied || right || !isSpeechVerb(group)
      ? null
      : aroundContent(
          article,
          segmentStart(article, subject, clauseFrom, inverts),
          inverts ? to : group.to,
          group,
        );
  if (around) {
    pieces.push(...around);
    rules.push('clause-around-verb');
  }
  const left =
    around || asClause || (shared && !dropped) || group.passive
      ? null
      : leftContent(
          article,
          clauseFrom,
          isSpeechVerb(group) &&
            !denied &&
            closesSentence(article, inverts ? to : group.to, group, sentence.to),
        );
  const leftIsClause = left?.pieces[0]?.how === 'CLAUSE';
  const rightIsClause = right?.pieces[0]?.how === 'CLAUSE';
  // A quotation in a sentence of its own belongs to this verb only when the verb has nothing else to report.
  const leftCounts =
    left &&
    !(left.rule === 'marks-in-sentence-before' && right) &&
    !(leftIsClause && right && right.rule !== 'marks-behind-verb');
  if (left && leftCounts) {
    pieces.push(...left.pieces);
    rules.push(left.rule);
  }
  if (right && !(leftCounts && !leftIsClause && rightIsClause && inverts)) {
    if (!(denied && rightIsClause)) {
      pieces.push(...right.pieces);
      rules.push(right.rule);
    }
  }
  const spoken = pieces.filter((piece) => piece.how !== 'QUOTE' || rulesOut(article, piece.from) === null);
  if (
    spoken.length === 0 ||
    (denied && !pieces.some((piece) => piece.how === 'QUOTE' && endsSpeech(article, piece.from)))
  )
    return null;
  return {
    cueFrom: group.verb,
    cueTo: group.verb + 1,
    source: subject?.source ?? null,
    shared,
    pieces: spoken,
    rule: [
      inverts ? 'inverted-subject' : shared ? 'shared-subject' : group.passive ? 'passive' : 'subject-before',
      ...rules,
    ].join('+'),
    from: clauseFrom,
  };
}

/** Behind the verb, a noun that names no speaker is an object ("“…”, tells their story") unless the marks end like speech. */
function canSpeak(article: ArticleText, { source }: Subject, verb: number): boolean {
  if (source.name || source.pronoun) return true;
  const { lexicon } = article;
  const head = source.head ?? '';
  const speaks =
    lexicon.isPersonNoun(head) ||
    lexicon.has('groupNouns', head) ||
    lexicon.has('bodyNouns', head) ||
    lexicon.has('textNouns', head);
  if (speaks) return true;
  if (lexicon.has('possessives', article.lower(source.from))) return false; // "nodded his head"
  for (let i = verb - 1; i >= 0 && i > verb - 3; i--) {
    if (article.shape(i) !== 'QUOTE') continue;
    const span = article.text.spans[article.tokens[i]?.span ?? -1];
    return (
      span !== undefined &&
      /[,.!?…—–-]['’)\s]*$/.test(article.text.body.slice(Math.max(span.start, span.end - 3), span.end))
    );
  }
  return true;
}

/** A bare form ("state", "report", "say") needs a plural subject: "the proxy state" and "a news report" are nouns. */
function agrees(article: ArticleText, group: VerbGroup, { source }: Subject, inverts: boolean): boolean {
  const isBare =
    article.lower(group.verb) === group.form.lemma &&
    group.form.shapes.has('INFINITIVE') &&
    group.from === group.verb;
  if (
    !isBare ||
    group.infinitive ||
    group.form.shapes.has('PARTICIPLE') ||
    !article.lexicon.data.bareFormsArePlural
  )
    return true;
  if (source.pronoun)
    return source.pronoun !== 'MALE' && source.pronoun !== 'FEMALE' && source.pronoun !== 'NEUTER';
  if (source.name)
    return (
      inverts ||
      source.name.kind === 'BODY' ||
      source.name.words.at(-1)?.endsWith('s') === true ||
      group.form.uses.has('BARE')
    );
  const { lexicon } = article;
  const head = source.head ?? '';
  return (
    lexicon.has('groupNouns', head) ||
    (head.endsWith('s') && !head.endsWith('ss')) ||
    lexicon.has('relatives', article.lower(group.from - 1)) ||
    [...Array(source.to - source.from).keys()].some((k) =>
      lexicon.has('coordinators', article.lower(source.from + k)),
    )
  );
}

/** A finished utterance is speech even behind a noun that names works or signs. */
const rulesOut = (article: ArticleText, quote: number) =>
  endsSpeech(article, quote) ? null : whyNotQuote(article, quote);

const isText = (article: ArticleText, subject: Subject | null) => {
  const head = subject?.source.head ?? '';
  return (
    article.lexicon.has('textNouns', head) ||
    article.lexicon.has('speechNouns', head) ||
    article.lexicon.has('textNouns', article.lower((subject?.to ?? 0) - 1))
  );
};

/** Is the subject behind the verb ("said Doe")? Only where nothing before the verb in its clause could be one. */
function inversion(article: ArticleText, group: VerbGroup): boolean {
  if ((!group.form.shapes.has('FINITE') && !group.perfect) || group.passive || group.infinitive) return false;
  if (group.form.uses.has('NEVER_INVERTED')) return false;
  const start = article.sentenceOf(group.verb).from;
  const shape = group.from === start ? 'START' : article.shape(group.from - 1);
  if (!['START', 'QUOTE', 'COMMA', 'DASH', 'CLOSE', 'STOP'].includes(shape ?? '')) return false;
  const next = article.tokens[behindDay(article, group.to, article.sentenceOf(group.verb).to)];
  if (next?.shape !== 'WORD') return false;
  if (article.lexicon.has('complementisers', next.lower) || article.lexicon.has('prepositions', next.lower))
    return false;
  if (shape === 'START')
    return (
      article.shape(start - 1) === 'QUOTE' &&
      article.sentenceOf(start - 1).paragraph === article.sentenceOf(start).paragraph
    );
  if (shape === 'QUOTE' || shape === 'STOP') return true;
  const from = clauseStart(article, group.from);
  if (from >= group.from - 1 && shape !== 'COMMA') return true;
  // Behind a comma: "…", said Doe, or "The road is closed, said Doe." An insertion before the comma leaves its subject to the left.
  if (article.shape(group.from - 2) === 'QUOTE' || article.shape(group.from - 2) === 'CLOSE') return true;
  const name = article.nameAt(group.to);
  const noun =
    article.lexicon.has('determiners', next.lower) ||
    article.lexicon.isPersonNoun(next.lower) ||
    article.lexicon.has('groupNouns', next.lower) ||
    article.lexicon.isTitle(next.lower) ||
    article.lexicon.pronoun(next.lower) !== null;
  if (!name && !noun) return false;
  const subject = subjectAfter(article, group.to);
  return (
    subject !== null &&
    hasFiniteVerb(article, from, group.from - 1) &&
    closesSentence(article, subject.to, null, article.sentenceOf(group.verb).to)
  );
}

/** "a statement saying", but "a woman can be heard shouting": a finite verb before the participle has the subject. */
function participleSubject(article: ArticleText, at: number): Subject | null {
  const start = clauseStart(article, at);
  let edge = at;
  while (edge > start && article.shape(edge - 1) !== 'COMMA') edge--;
  for (let i = edge; i < at; i++) {
    if (article.isAuxiliary(i)) return subjectBefore(article, i);
  }
  return subjectBefore(article, at);
}

/** The subject of an attached clause: "with Doe saying". */
function besideSubject(article: ArticleText, at: number): Subject | null {
  const { from: first } = article.sentenceOf(at);
  for (let i = at - 2; i >= first && i > at - 9; i--) {
    if (article.shape(i) === 'COMMA' || article.shape(i) === 'QUOTE') return null;
    if (!article.lexicon.has('withWords', article.lower(i))) continue;
    const source = readSource(article, i + 1, at);
    return source && { source, from: i, to: at };
  }
  return null;
}

/** "«…», añadió.": a quotation, a verb of speech and nothing more. */
function dropsSubject(article: ArticleText, group: VerbGroup): boolean {
  if (!article.lexicon.data.dropsSubject || group.participial || group.infinitive) return false;
  for (let i = group.from - 1; i >= 0 && i > group.from - 3; i--)
    if (article.shape(i) === 'QUOTE') return true;
  return group.from === article.sentenceOf(group.verb).from;
}

/** "by Doe" behind a passive. */
function agentBehind(article: ArticleText, from: number): Subject | null {
  const { to } = article.sentenceOf(from);
  for (let i = from; i < to && i < from + 6; i++) {
    if (
      article.lexicon.has('complementisers', article.lower(i)) ||
      article.shape(i) === 'QUOTE' ||
      article.shape(i) === 'STOP'
    )
      return null;
    if (article.lexicon.has('agents', article.lower(i))) return subjectAfter(article, i + 1);
  }
  return null;
}

/** "Doe was quoted by the paper as saying": the subject of "quoted". */
function subjectOfQuoted(article: ArticleText, quoted: number): Subject | null {
  const group = readVerbGroup(article, quoted);
  let from = group?.from ?? quoted;
  const first = article.sentenceOf(quoted).from;
  while (from > first && (article.isAuxiliary(from - 1) || article.isAdverb(from - 1))) from--;
  return subjectBefore(article, from);
}
