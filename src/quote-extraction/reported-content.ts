import { behindAdjuncts, isMarkBreak } from './adjuncts.ts';
import type { ArticleText } from './article-text.ts';
import { reportedEnd, startsClause, startsLoosely } from './clauses.ts';
import { hasFiniteVerb } from './finite-verbs.ts';
import type { Subject } from './subjects.ts';
import type { VerbGroup } from './verb-groups.ts';

/** What was reported: one quoted span, or a stretch of narration that may hold quoted words. Token indexes, `to` exclusive. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  /** QUOTE: between marks. CLAUSE: reported. SPEECH: the very words, without marks (an interview's answer, a line of dialogue). */
  readonly how: 'QUOTE' | 'CLAUSE' | 'SPEECH';
}

interface Right {
  readonly pieces: Piece[];
  readonly rule: string;
  /** Where the reporting clause itself ends: behind the hearer and the adjuncts. */
  readonly end: number;
}

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
export function rightContent(article: ArticleText, group: VerbGroup, from: number): Right | null {
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
  if (isAnswerAlone(article, start)) return null;
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
  const { lexicon } = article;
  const word = article.lower(behind);
  const mayRunOn =
    !wordsOnly &&
    article.shape(behind) === 'WORD' &&
    !lexicon.has('coordinators', word) &&
    !lexicon.has('adversatives', word) &&
    !lexicon.has('subordinators', word) &&
    !lexicon.cues.has(word) &&
    !endsSpeech(article, behind - 1);
  if (mayRunOn) {
    const end = reportedEnd(article, at, limit);
    if (behind < end && !isBareEnd(article, behind, end))
      return { pieces: [{ from: at, to: end, how: 'CLAUSE' }], rule: 'clause-opens-with-marks' };
  }
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
export function leftContent(
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
    if (across && !endsSpeech(article, at)) return null;
    let start = at;
    while (start > home.from && article.shape(start - 1) === 'QUOTE') start--;
    if (across && start !== home.from) return null;
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
  // ", both sides said", ", even Doe admitted": adverbs before the subject belong to it.
  let edge = from - 1;
  while (article.isAdverb(edge) && !article.nameAt(edge)) edge--;
  const comma = article.shape(edge);
  if (!mayTakeClause || (comma !== 'COMMA' && comma !== 'DASH') || edge <= sentence.from) return null;
  const first = clauseHead(article, sentence.from);
  if (!hasFiniteVerb(article, first, edge)) return null;
  return { pieces: [{ from: first, to: edge, how: 'CLAUSE' }], rule: 'clause-before-verb' };
}

/** Where the comma-separated part with the subject starts, its opening adjuncts left out. */
export function segmentStart(
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
export function aroundContent(
  article: ArticleText,
  from: number,
  to: number,
  group: VerbGroup,
): Piece[] | null {
  const { lexicon } = article;
  const sentence = article.sentenceOf(from);
  const behind = behindAdjuncts(article, group, to, sentence.to);
  if (article.shape(from - 1) !== 'COMMA' || article.shape(behind) !== 'COMMA') return null;
  // "Allegedly, she pleaded with him, but he refused": a joining word opens the narrator's next clause.
  if (leadsIn(article, behind + 1) || lexicon.has('adversatives', article.lower(behind + 1))) return null;
  const first = clauseHead(article, sentence.from);
  const opener = article.lower(first);
  const dependent = lexicon.has('subordinators', opener) || lexicon.has('conditionals', opener);
  // "It was not clear, she wrote, whether", "There were, she said, others": the clause goes on behind the reporting words.
  const next = article.lower(behind + 1);
  const wantsMore = article.isAuxiliary(from - 2);
  const unfinished =
    wantsMore ||
    lexicon.has('complementisers', next) ||
    (lexicon.has('questionWords', next) &&
      !lexicon.has('relatives', next) &&
      !lexicon.has('subordinators', next)) ||
    lexicon.has('conditionals', next);
  if (
    first >= from - 1 ||
    (hasFiniteVerb(article, first, from - 1) && !dependent && !unfinished && !leadsIn(article, from - 2))
  )
    return null;
  const end = reportedEnd(article, behind + 1, sentence.to);
  if (!wantsMore && !hasFiniteVerb(article, behind + 1, end)) return null;
  const rest: Piece = { from: behind + 1, to: end, how: 'CLAUSE' };
  // "broke out when, officials say, gangs set fire": the words before the comma lead into the report and are no part of it.
  if (leadsIn(article, from - 2)) return [rest];
  const elliptic = dependent && from - 1 - first < 4; // "If elected, he says, he will"
  const adjunct =
    elliptic ||
    lexicon.has('prepositions', opener) ||
    (article.isAdverb(first) && !lexicon.has('determiners', opener)) ||
    article.isDateWord(first);
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

/** "904 people said yes, 871 said no", but "he said no, he would not". */
function isAnswerAlone(article: ArticleText, at: number): boolean {
  const { lexicon } = article;
  if (!lexicon.has('answers', article.lower(at))) return false;
  const subject = lexicon.pronoun(article.lower(at + 2));
  if (article.shape(at + 1) === 'COMMA') return subject === null || subject === 'INDEFINITE';
  return article.shape(at + 1) === 'STOP' || lexicon.has('coordinators', article.lower(at + 1));
}

/** Does nothing of substance but day, place and hearer follow the reporting clause up to the next comma or stop? */
export function closesSentence(
  article: ArticleText,
  from: number,
  group: VerbGroup | null,
  limit: number,
): boolean {
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
