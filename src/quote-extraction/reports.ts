import type { ArticleText } from './article-text.ts';
import { mentionsInscription, whyNotQuote } from './not-quotes.ts';
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
  isSpeaker,
  isText,
  participleSubject,
  quotedBefore,
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

/** Who the verb has for its subject, and where the words behind verb and subject start. */
interface Speaking {
  readonly subject: Subject | null;
  /** The subject stands behind the verb. */
  readonly inverts: boolean;
  /** The subject is another clause's. */
  readonly shared: boolean;
  /** The language left the subject out. */
  readonly dropped: boolean;
  readonly to: number;
}

/** The subject of a participle: "with Doe saying", "was quoted as saying", "…, adding". Null where a sign or a work "says". */
function participleSpeaking(article: ArticleText, group: VerbGroup): Speaking | null {
  const { lexicon } = article;
  const before = article.lower(group.from - 1);
  const quoted = lexicon.has('asWords', before) ? quotedBefore(article, group.from - 1) : -1;
  const withSubject =
    quoted < 0 &&
    article.shape(group.from - 1) === 'WORD' &&
    !lexicon.has('prepositions', before) &&
    !lexicon.has('subordinators', before) &&
    !lexicon.has('coordinators', before);
  let subject: Subject | null = null;
  if (quoted >= 0) subject = subjectOfQuoted(article, quoted, group.from - 1);
  else if (withSubject)
    subject = besideSubject(article, group.from) ?? participleSubject(article, group.from);
  const head = subject?.source.head ?? '';
  if (lexicon.has('workNouns', head) || lexicon.has('inscriptionWords', head)) return null;
  // "a banner reading “…” beside one saying “…”"
  if (
    lexicon.pronoun(article.lower(group.from - 1)) === 'INDEFINITE' &&
    mentionsInscription(article, group.from)
  )
    return null;
  const own = subject !== null && !lexicon.has('textNouns', head);
  return own ? speakingBeside(subject, group.to) : sharesSubject(mainSubject(article, group.from), group.to);
}

const speakingBeside = (subject: Subject | null, to: number): Speaking => ({
  subject,
  inverts: false,
  shared: false,
  dropped: false,
  to,
});

const sharesSubject = (subject: Subject | null, to: number, dropped = false): Speaking => ({
  subject,
  inverts: false,
  shared: true,
  dropped,
  to,
});

/** Finds the subject of a verb group; null when the words there report nothing. */
function findSpeaking(article: ArticleText, group: VerbGroup): Speaking | null {
  const { lexicon } = article;
  const before = article.lower(group.from - 1);
  if (inversion(article, group)) {
    const subject = subjectAfter(article, group.to);
    if (!subject || !canSpeak(article, subject, group.from)) return null;
    return { subject, inverts: true, shared: false, dropped: false, to: subject.to };
  }
  if (group.passive) {
    // "It was announced that" has no speaker and reports all the same; "Doe was told that" as well.
    const subject = agentBehind(article, group.to);
    const impersonal = group.form.uses.has('HEARER') || lexicon.pronoun(before) === 'NEUTER';
    return subject || impersonal ? speakingBeside(subject, subject?.to ?? group.to) : null;
  }
  // "when asked how": a participle without its subject.
  if (
    !group.participial &&
    !group.infinitive &&
    lexicon.has('subordinators', before) &&
    !lexicon.has('relatives', before)
  )
    return null;
  let found: Speaking | null;
  if (group.participial) found = participleSpeaking(article, group);
  else if (group.infinitive || lexicon.has('coordinators', before)) {
    found = sharesSubject(mainSubject(article, group.from), group.to);
  } else found = speakingBeside(subjectBefore(article, group.from), group.to);
  if (!found || found.subject) return found;
  return dropsSubject(article, group) ? sharesSubject(null, group.to, true) : null;
}

/** The clause in which the verb stands, and what it says of the report. */
interface Frame {
  /** First token of the reporting clause, adjuncts included; never behind the verb. */
  readonly from: number;
  /** Where the comma-separated part with the subject starts. */
  readonly segment: number;
  /** Nobody has said it: denied, supposed, asked for. */
  readonly denied: boolean;
  /** "as Doe put it": only words in marks are reported. */
  readonly asClause: boolean;
}

/** Tokens between a text and what is said in it: "a letter of April 1945 in which Doe writes". */
const MAX_OF_TEXT = 6;

/** Does a relative clause behind `at` tell what stands in a letter or a report, not on a medal? */
function isOfText(article: ArticleText, at: number): boolean {
  const { from } = article.sentenceOf(at);
  for (let i = at - 1; i >= from && i >= at - MAX_OF_TEXT; i--) {
    if (article.lexicon.has('textNouns', article.lower(i))) return true;
    if (article.lexicon.has('inscriptionWords', article.lower(i)) || article.shape(i) === 'COMMA')
      return false;
  }
  return false;
}

/** Reads the frame around a verb group; null where an inscription stands ("a medal, on which she wrote"). */
function readFrame(article: ArticleText, group: VerbGroup, speaking: Speaking): Frame | null {
  const { lexicon } = article;
  const { subject, inverts, shared } = speaking;
  const own = subject && !inverts && !group.passive && !shared;
  const from = Math.min(own ? subject.from : group.from, group.from);
  const segment = segmentStart(article, subject, from, inverts);
  const opener = article.lower(from - 1);
  const isRelative = (i: number) =>
    lexicon.has('relatives', article.lower(i)) &&
    lexicon.has('prepositions', article.lower(i - 1)) &&
    !isOfText(article, i - 1);
  if (isRelative(from - 1) || isRelative(segment + 1)) return null;
  const supposed = [from - 1, segment, segment - 1].some((i) =>
    lexicon.has('conditionals', article.lower(i)),
  );
  const before = article.lower(group.from - 1);
  // "Neither side said", "Nobody claimed": a subject of nobody has said nothing.
  const nobody =
    subject !== null && !subject.source.name && lexicon.has('negations', article.lower(subject.source.from));
  const deniedSaying =
    group.participial && (lexicon.has('refusals', before) || lexicon.has('denials', before));
  return {
    from,
    segment,
    denied: nobody || deniedSaying || group.negated || group.hypothetical || supposed,
    asClause: lexicon.has('asWords', opener),
  };
}

/** "Doe, who asked whether it was late, left": what a relative clause reports ends with it, at the comma before the main verb. */
function insideRelative<T extends { readonly pieces: Piece[] }>(
  article: ArticleText,
  group: VerbGroup,
  right: T | null,
): T | null {
  const piece = right?.pieces[0];
  let before = group.from - 1;
  while (article.isAdverb(before)) before--;
  const relative =
    article.lexicon.has('relatives', article.lower(before)) && article.shape(before - 1) === 'COMMA';
  if (!right || !piece || piece.how !== 'CLAUSE' || !relative) return right;
  for (let i = piece.from; i < piece.to; i++)
    if (article.shape(i) === 'COMMA' && article.isFiniteVerb(i + 1) && !article.nameAt(i + 1))
      return { ...right, pieces: [{ ...piece, to: i }] };
  return right;
}

/** "said it was late, and that nobody had called": a comma and a second "that" open a second report. */
function splitAtThat(article: ArticleText, piece: Piece): Piece[] {
  if (piece.how !== 'CLAUSE') return [piece];
  for (let i = piece.from + 1; i < piece.to - 3; i++)
    if (
      article.shape(i) === 'COMMA' &&
      article.lexicon.has('coordinators', article.lower(i + 1)) &&
      article.lexicon.has('complementisers', article.lower(i + 2))
    )
      return [{ ...piece, to: i }, ...splitAtThat(article, { ...piece, from: i + 3 })];
  return [piece];
}

/** What the verb reports on either side, with the rules that told. */
function gatherPieces(
  article: ArticleText,
  group: VerbGroup,
  speaking: Speaking,
  frame: Frame,
): { pieces: Piece[]; rules: string[] } {
  const { subject, inverts, shared, dropped, to } = speaking;
  const { denied, asClause } = frame;
  const limit = article.sentenceOf(group.verb).to;
  const right = insideRelative(
    article,
    group,
    rightContent(article, group, inverts || group.passive ? to : group.to),
  );
  const checked = article.lexicon.data.bareFormsArePlural && !shared && subject !== null;
  const mute = checked && !isSpeaker(article, group, subject, right === null || right.rule === 'bare-clause');
  const takesClauses = isSpeechVerb(group) && !denied && !mute;
  const behind = inverts ? to : group.to;
  const apart = asClause || (shared && !dropped) || group.passive;
  if (!apart && !shared && !right && takesClauses) {
    const around = aroundContent(article, frame.segment, behind, group);
    if (around) return { pieces: around, rules: ['clause-around-verb'] };
  }
  const mayTakeClause = takesClauses && closesSentence(article, behind, group, limit);
  const left = apart ? null : leftContent(article, frame.from, mayTakeClause);
  const leftIsClause = left?.pieces[0]?.how === 'CLAUSE';
  const rightIsClause = right?.pieces[0]?.how === 'CLAUSE';
  // A quotation in a sentence of its own belongs to this verb only when the verb has nothing else to report.
  const leftCounts =
    left !== null &&
    // "“…” Doe has not commented": in another sentence somebody else may have spoken.
    !(left.rule === 'marks-in-sentence-before' && (right || denied)) &&
    !(
      leftIsClause &&
      right &&
      // "In an entry dated 9 August, the group wrote, “…”"
      (right.rule !== 'marks-behind-verb' ||
        article.lexicon.has('prepositions', article.lower(left.pieces[0]?.from ?? 0)))
    );
  const rightCounts =
    right !== null &&
    !(leftCounts && !leftIsClause && rightIsClause && inverts) &&
    !((denied || mute) && rightIsClause);
  const pieces = [
    ...(leftCounts ? left.pieces : []),
    ...(rightCounts ? right.pieces.flatMap((piece) => splitAtThat(article, piece)) : []),
  ];
  const rules = [...(leftCounts ? [left.rule] : []), ...(rightCounts ? [right.rule] : [])];
  return { pieces, rules };
}

/** Reads the report that the cue verb at `verb` makes, or null when it makes none. */
export function readReport(article: ArticleText, verb: number): Report | null {
  const group = readVerbGroup(article, verb);
  if (!group || (group.form.uses.has('PREDICATE') && !isSpeechVerb(group))) return null;
  const speaking = findSpeaking(article, group);
  if (!speaking) return null;
  const { subject, inverts, shared } = speaking;
  if (article.lexicon.has('inscriptionWords', subject?.source.head ?? '')) return null;
  if (group.form.uses.has('TEXT') && !isText(article, subject)) return null;
  if (subject && !agrees(article, group, subject, inverts)) return null;
  const frame = readFrame(article, group, speaking);
  if (!frame) return null;
  const { pieces, rules } = gatherPieces(article, group, speaking, frame);
  const spoken = pieces.filter((piece) => piece.how !== 'QUOTE' || rulesOut(article, piece.from) === null);
  if (spoken.length === 0) return null;
  // A finished utterance in marks was said, whatever the verb ("“Never!” he would say").
  if (frame.denied && !pieces.some((piece) => piece.how === 'QUOTE' && endsSpeech(article, piece.from)))
    return null;
  const order = inverts
    ? 'inverted-subject'
    : shared
      ? 'shared-subject'
      : group.passive
        ? 'passive'
        : 'subject-before';
  return {
    cueFrom: group.verb,
    cueTo: group.verb + 1,
    source: subject?.source ?? null,
    shared,
    pieces: spoken,
    rule: [order, ...rules].join('+'),
    from: frame.from,
  };
}

/** A finished utterance is speech even behind a noun that names works or signs. */
const rulesOut = (article: ArticleText, quote: number) =>
  endsSpeech(article, quote) ? null : whyNotQuote(article, quote);
