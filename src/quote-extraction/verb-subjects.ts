import type { ArticleText } from './article-text.ts';
import { hasFiniteVerb } from './finite-verbs.ts';
import { behindDay, insertionStart, phraseEnd } from './noun-phrases.ts';
import { closesSentence } from './reported-content.ts';
import { readSource } from './sources.ts';
import { clauseStart, type Subject, subjectAfter, subjectBefore } from './subjects.ts';
import type { VerbGroup } from './verb-groups.ts';

/** Behind the verb, a noun that names no speaker is an object ("“…”, tells their story") unless the marks end like speech. */
export function canSpeak(article: ArticleText, { source }: Subject, verb: number): boolean {
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
export function agrees(
  article: ArticleText,
  group: VerbGroup,
  { source }: Subject,
  inverts: boolean,
): boolean {
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

export const isText = (article: ArticleText, subject: Subject | null) => {
  if (subject === null) return false;
  const isTextAt = (i: number) =>
    article.lexicon.has('textNouns', article.lower(i)) ||
    article.lexicon.has('speechNouns', article.lower(i));
  // "a survey by Doe": the phrase is of a text, whoever is its author.
  for (let i = subject.from; i < subject.to && !article.lexicon.has('prepositions', article.lower(i)); i++)
    if (isTextAt(i) && !article.nameAt(i)) return true;
  const head = subject.source.head ?? '';
  return (
    article.lexicon.has('textNouns', head) ||
    article.lexicon.has('speechNouns', head) ||
    article.lexicon.has('textNouns', article.lower(subject.to - 1))
  );
};

/** Is the subject behind the verb ("said Doe")? Only where nothing before the verb in its clause could be one. */
export function inversion(article: ArticleText, group: VerbGroup): boolean {
  if ((!group.form.shapes.has('FINITE') && !group.perfect) || group.passive || group.infinitive) return false;
  if (group.form.uses.has('NEVER_INVERTED')) return false;
  const start = article.sentenceOf(group.verb).from;
  const shape = group.from === start ? 'START' : article.shape(group.from - 1);
  if (!['START', 'QUOTE', 'COMMA', 'DASH', 'CLOSE', 'STOP'].includes(shape ?? '')) return false;
  if (insertionStart(article, group.from) >= 0) return false;
  const next = article.tokens[behindDay(article, group.to, article.sentenceOf(group.verb).to)];
  if (next?.shape !== 'WORD') return false;
  if (article.lexicon.has('complementisers', next.lower) || article.lexicon.has('prepositions', next.lower))
    return false;
  if (shape === 'START') {
    const behindMarks =
      article.shape(start - 1) === 'QUOTE' &&
      article.sentenceOf(start - 1).paragraph === article.sentenceOf(start).paragraph;
    return behindMarks || leadsToMarks(article, group);
  }
  if (shape === 'QUOTE' || shape === 'STOP') return true;
  const from = clauseStart(article, group.from);
  if (from >= group.from - 1 && shape !== 'COMMA') return true;
  // Behind a comma: "…", said Doe, or "The road is closed, said Doe." An insertion before the comma leaves its subject to the left.
  if (article.shape(group.from - 2) === 'QUOTE' || article.shape(group.from - 2) === 'CLOSE') return true;
  // "Until then, said Doe, “…”"
  if (!hasFiniteVerb(article, from, group.from - 1)) return leadsToMarks(article, group);
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

/** Words between a fronted verb's subject and the marks: "Said Doe on Tuesday night: “…”". */
const MAX_LEAD = 8;

/** "Said Doe, a docker: “…”": a verb that opens its sentence, with its subject behind it and marks behind that. */
function leadsToMarks(article: ArticleText, group: VerbGroup): boolean {
  const subject = subjectAfter(article, group.to);
  const limit = article.sentenceOf(group.verb).to;
  for (let i = subject?.to ?? limit; i < limit && i <= (subject?.to ?? 0) + MAX_LEAD; i++) {
    if (article.shape(i) === 'COLON' || article.shape(i) === 'COMMA') return article.shape(i + 1) === 'QUOTE';
    if (article.shape(i) === 'QUOTE' || article.shape(i) === 'SEMICOLON') return false;
  }
  return false;
}

/** "a statement saying", but "a woman can be heard shouting": a finite verb before the participle has the subject. */
export function participleSubject(article: ArticleText, at: number): Subject | null {
  const start = clauseStart(article, at);
  let edge = at;
  while (edge > start && article.shape(edge - 1) !== 'COMMA') edge--;
  for (let i = edge; i < at; i++) {
    if (article.isAuxiliary(i)) return subjectBefore(article, i);
  }
  return subjectBefore(article, at);
}

/** The subject of an attached clause: "with Doe saying". */
export function besideSubject(article: ArticleText, at: number): Subject | null {
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
export function dropsSubject(article: ArticleText, group: VerbGroup): boolean {
  if (!article.lexicon.data.dropsSubject || group.participial || group.infinitive) return false;
  for (let i = group.from - 1; i >= 0 && i > group.from - 3; i--)
    if (article.shape(i) === 'QUOTE') return true;
  return group.from === article.sentenceOf(group.verb).from;
}

/** "by Doe" behind a passive. */
export function agentBehind(article: ArticleText, from: number): Subject | null {
  const { to } = article.sentenceOf(from);
  for (let i = from; i < to && i < from + 6; i++) {
    if (
      article.lexicon.has('complementisers', article.lower(i)) ||
      article.shape(i) === 'QUOTE' ||
      article.shape(i) === 'STOP'
    )
      return null;
    if (!article.lexicon.has('agents', article.lower(i))) continue;
    // "was told by the ministry that the road would close": the "that" opens the report, not a relative clause.
    const end = phraseEnd(article, i + 1, to);
    if (!article.lexicon.has('complementisers', article.lower(end))) return subjectAfter(article, i + 1);
    const source = readSource(article, i + 1, end);
    return source && { source, from: i + 1, to: end };
  }
  return null;
}

/** Tokens between "quoted" and its "as": a name with its office, or the paper that quotes. */
const MAX_QUOTED = 16;

/** The "quoted" that the "as" of "as saying" belongs to, or -1. */
export function quotedBefore(article: ArticleText, as: number): number {
  const { from } = article.sentenceOf(as);
  for (let i = as - 1; i >= from && i >= as - MAX_QUOTED; i--) {
    if (article.lexicon.has('quotedWords', article.lower(i))) return i;
    if (['COLON', 'SEMICOLON', 'QUOTE'].includes(article.shape(i) ?? '')) return -1;
  }
  return -1;
}

/** Who speaks: the subject of "Doe was quoted by the paper as saying", the object of "the paper quoted Doe as saying". */
export function subjectOfQuoted(article: ArticleText, quoted: number, as: number): Subject | null {
  let from = quoted;
  let passive = false;
  const first = article.sentenceOf(quoted).from;
  for (; from > first && (article.isAuxiliary(from - 1) || article.isAdverb(from - 1)); from--)
    if (article.lexicon.has('passives', article.lower(from - 1))) passive = true;
  if (!passive && quoted + 1 < as) {
    const source = readSource(article, quoted + 1, as);
    if (source) return { source, from: quoted, to: as };
  }
  return subjectBefore(article, from);
}

/**
 * May the subject speak? Names, persons, groups, bodies and texts may. Another noun may behind "say" and "tell", and in the
 * past before "that"; in the present, and before a clause without "that", the verb's form is more likely a noun or a participle
 * ("event reports that", "events reported appear").
 */
export function isSpeaker(
  article: ArticleText,
  group: VerbGroup,
  { source, from }: Subject,
  bare: boolean,
): boolean {
  if (source.name || source.pronoun || group.form.uses.has('BARE')) return true;
  const { lexicon } = article;
  const head = source.head ?? '';
  const known =
    lexicon.isPersonNoun(head) ||
    lexicon.has('groupNouns', head) ||
    lexicon.has('bodyNouns', head) ||
    lexicon.has('textNouns', head) ||
    lexicon.has('speechNouns', head);
  if (known) return true;
  // "paediatricians write": a bare form behind a plural agrees with it; "with the paper reporting" has its subject for sure.
  const agreeing = article.lower(group.verb) === group.form.lemma && /[^su]s$/.test(head);
  if (agreeing || lexicon.has('withWords', article.lower(from))) return true;
  const present =
    lexicon.endsLike('presentEndings', article.lower(group.verb)) ||
    article.lower(group.verb) === group.form.lemma;
  if (group.perfect) return true;
  return !bare && !present && !group.participial;
}
