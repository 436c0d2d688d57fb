import type { ArticleText } from './article-text.ts';
import { whyNotQuote } from './not-quotes.ts';
import {
  aroundContent,
  closesSentence,
  endsSpeech,
  leftContent,
  type Piece,
  rightContent,
  segmentStart,
} from './reported-content.ts';
import type { Source } from './sources.ts';
import { mainSubject, type Subject, subjectAfter, subjectBefore } from './subjects.ts';
import { readVerbGroup, type VerbGroup } from './verb-groups.ts';
import {
  agentBehind,
  agrees,
  besideSubject,
  canSpeak,
  dropsSubject,
  inversion,
  isText,
  participleSubject,
  subjectOfQuoted,
} from './verb-subjects.ts';

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

/** A finished utterance is speech even behind a noun that names works or signs. */
const rulesOut = (article: ArticleText, quote: number) =>
  endsSpeech(article, quote) ? null : whyNotQuote(article, quote);
