import type { ArticleText } from './article-text.ts';
import { BLOCK_MARK } from './block-quotes.ts';
import { hasFiniteVerb } from './finite-verbs.ts';
import type { CueForm } from './languages/lexicon.ts';
import { whyNotQuote } from './not-quotes.ts';
import type { People, Person, Said } from './people.ts';
import type { QuotedSpan } from './quoted-spans.ts';
import { endsSpeech, isBareEnd } from './reported-content.ts';
import { readSource, type Source } from './sources.ts';
import { mainSubject, type Subject, subjectBefore } from './subjects.ts';
import type { Sentence } from './tokens.ts';
import { readVerbGroup } from './verb-groups.ts';

/** Words in marks that no reporting verb claims, taken as speech all the same. */
export interface LoneQuote {
  readonly person: Person | null;
  readonly source: Source | null;
  readonly cue: { readonly from: number; readonly to: number } | null;
  readonly rule: string;
  /** Goes on with the quotation before it. */
  readonly continues: boolean;
}

const NOBODY: Said = { person: null, source: null };

/** Marks with nothing but space between them. */
function isEmpty({ text: { body } }: ArticleText, { start, end }: QuotedSpan): boolean {
  for (let i = start; i < end; i++) if (/\S/.test(body[i] ?? '')) return false;
  return true;
}

function wordsInside(article: ArticleText, quote: number): number {
  const span = article.text.spans[article.tokens[quote]?.span ?? -1];
  if (!span) return 0;
  const sample = article.text.body.slice(span.start, Math.min(span.end, span.start + 200));
  return sample.trim() === '' ? 0 : sample.trim().split(/\s+/).length;
}

function startsWithCapital(article: ArticleText, quote: number): boolean {
  const span = article.text.spans[article.tokens[quote]?.span ?? -1];
  return (
    span !== undefined &&
    /^[\s[(.…'‘]*[\p{Lu}\p{N}¿¡]/u.test(article.text.body.slice(span.start, span.start + 12))
  );
}

function resolved(people: People, subject: Subject | null): Said {
  if (!subject) return NOBODY;
  return people.resolve(subject.source);
}

/** The person whom a sentence names last: the speaker of the words that it stands before, if anybody is. */
function lastPerson(article: ArticleText, people: People, { from, to }: Sentence): Said {
  for (let i = to - 1; i >= from; i--) {
    const name = article.nameAt(i);
    if (name?.kind !== 'PERSON' || name.possessive) continue;
    const source = readSource(article, name.from, name.to);
    if (source) return people.resolve(source);
  }
  return NOBODY;
}

/** The subject of the last main clause before a token. */
function lastSubject(article: ArticleText, at: number): Subject | null {
  return mainSubject(article, at, at - 1);
}

/**
 * Decides whether words in marks without a reporting verb are speech: the rest of a quotation, an utterance that stands alone,
 * words behind a colon, or what somebody calls something. Null for all others: terms, titles, inscriptions, distance.
 */
export function loneQuote(
  article: ArticleText,
  at: number,
  people: People,
  last: (Said & { sentence: number; token: number }) | null,
  before: (Said & { rule: string }) | null,
): LoneQuote | null {
  const span = article.text.spans[article.tokens[at]?.span ?? -1];
  if (!span || isEmpty(article, span)) return null;
  const sentence = article.sentenceOf(at);
  const here = article.tokens[at]?.sentence ?? 0;
  if (span.continued && before)
    return {
      person: before.person,
      source: before.source,
      cue: null,
      rule: 'quotation-goes-on',
      continues: true,
    };
  // A quotation left open in an earlier paragraph goes on behind a picture.
  const open = before !== null && article.text.spans[(article.tokens[at]?.span ?? 0) - 1]?.closed === false;
  const why = whyNotQuote(article, at);
  const alone = isBareStart(article, sentence.from, at) && isBareEnd(article, at + 1, sentence.to);
  if (alone) {
    if (open && before) return { ...said(before), cue: null, rule: 'quotation-goes-on', continues: true };
    if (wordsInside(article, at) < 2) return null;
    const previous = article.text.sentences[here - 1];
    if (previous && previous.paragraph === sentence.paragraph && last && last.sentence === here - 1) {
      return { ...said(last), cue: null, rule: 'speaker-carried-on', continues: false };
    }
    const leads = previous && article.tokens[previous.to - 1];
    if (previous && leads && (leads.shape === 'COLON' || leads.shape === 'COMMA')) {
      if (last && last.sentence === here - 1)
        return { ...said(last), cue: null, rule: 'led-in', continues: false };
      // "Then, from a sheet of paper:": whoever spoke goes on.
      const subject = lastSubject(article, previous.to);
      const by = !subject && last && here - last.sentence === 2 ? said(last) : resolved(people, subject);
      return { ...by, cue: null, rule: 'led-in', continues: false };
    }
    if (
      previous &&
      (previous.paragraph === sentence.paragraph || span.mark === BLOCK_MARK) &&
      mentionsText(article, previous.from, previous.to)
    ) {
      const subject = lastSubject(article, previous.to);
      if (subject)
        return { ...resolved(people, subject), cue: null, rule: 'text-announced', continues: false };
    }
    if (!startsWithCapital(article, at) || (wordsInside(article, at) < 4 && !endsSpeech(article, at)))
      return null;
    // What a page sets apart is somebody's words only where somebody spoke.
    if (span.mark === BLOCK_MARK && (!last || here - last.sentence > 1)) return null;
    if (last && here - last.sentence <= 2)
      return { ...said(last), cue: null, rule: 'speaker-of-paragraph-before', continues: false };
    if (previous && previous.paragraph === sentence.paragraph) {
      const subject = lastSubject(article, previous.to);
      if (subject?.source.name || subject?.source.pronoun)
        return {
          ...resolved(people, subject),
          cue: null,
          rule: 'subject-of-sentence-before',
          continues: false,
        };
    }
    return {
      ...(previous ? lastPerson(article, people, previous) : NOBODY),
      cue: null,
      rule: 'utterance-alone',
      continues: false,
    };
  }
  if (why === null && article.shape(at - 1) === 'COLON' && isBareEnd(article, at + 1, sentence.to)) {
    if (wordsInside(article, at) < 3 && !endsSpeech(article, at)) return null;
    const subject = mainSubject(article, at);
    // "Then, after a pause: “…”": whoever spoke goes on.
    if (!subject && last && here - last.sentence <= 1 && !hasFiniteVerb(article, sentence.from, at))
      return { ...said(last), cue: null, rule: 'speaker-carried-on', continues: false };
    return subject
      ? { ...resolved(people, subject), cue: null, rule: 'behind-colon', continues: false }
      : null;
  }
  return why === null ? (brokenOff(article, at, people) ?? predicate(article, at, people)) : null;
}

const said = (by: Said): Said => ({ person: by.person, source: by.source });

/** Marks and dashes before a quotation in its sentence. What has more is no prose. */
const MAX_BARE = 30;

function isBareStart(article: ArticleText, from: number, at: number): boolean {
  if (at - from > MAX_BARE) return false;
  for (let i = from; i < at; i++)
    if (article.shape(i) !== 'QUOTE' && article.shape(i) !== 'OTHER' && article.shape(i) !== 'DASH')
      return false;
  return true;
}

function mentionsText(article: ArticleText, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (
      article.lexicon.has('textNouns', article.lower(i)) ||
      article.lexicon.has('speechNouns', article.lower(i))
    )
      return true;
  return false;
}

/** "“He pays a lot,” was all she would say": marks that end in a comma at a sentence's head are speech; a person's verb follows. */
function brokenOff(article: ArticleText, at: number, people: People): LoneQuote | null {
  const { from, to } = article.sentenceOf(at);
  const span = article.text.spans[article.tokens[at]?.span ?? -1];
  if (
    at !== from ||
    !span ||
    !/,['’)\s]*$/.test(article.text.body.slice(Math.max(span.start, span.end - 3), span.end))
  )
    return null;
  for (let i = at + 1; i < to; i++) {
    // "“It will close,” Doe is expected to say": nobody has said it.
    const group = article.lexicon.cues.has(article.lower(i)) ? readVerbGroup(article, i) : null;
    if (group?.infinitive && group.hypothetical) return null;
  }
  for (let i = at + 1; i < to; i++) {
    if (!article.isFiniteVerb(i) || article.nameAt(i)) continue;
    const subject = subjectBefore(article, i);
    const head = subject?.source.head ?? '';
    const speaks = article.lexicon.isPersonNoun(head) || article.lexicon.has('bodyNouns', head);
    if (!subject?.source.name && !subject?.source.pronoun && !speaks) continue;
    return { ...resolved(people, subject), cue: null, rule: 'marks-end-in-comma', continues: false };
  }
  return null;
}

/** Between a cue and the words in marks that are its speaker's own: the preposition of what is spoken of, or an infinitive's "to". */
function bridges(article: ArticleText, form: CueForm, cue: number, at: number): boolean {
  const { lexicon } = article;
  const before = article.lower(at - 1);
  const group = readVerbGroup(article, cue);
  if (!group || group.negated || group.hypothetical || group.passive) return false;
  const speaks = form.uses.has('LOOSE') || form.uses.has('THAT') || form.uses.has('BARE');
  // "warned of “empty plinths”"
  if (lexicon.has('aboutPrepositions', before)) return speaks && cue === at - 2;
  // "praised her for “doing the obvious”"
  if (lexicon.has('reasonPrepositions', before)) return form.uses.has('PREDICATE');
  // "vowed to “fight on”", "urged the government to “share the pain”"
  if (!lexicon.has('infinitiveMarks', before)) return false;
  return cue === at - 2 ? speaks : form.uses.has('HEARER') || form.uses.has('MARKS');
}

/** "called the plan “reckless” and “a waste”": the words in marks are the subject's own. */
function predicate(article: ArticleText, at: number, people: People): LoneQuote | null {
  const { lexicon } = article;
  const before = article.lower(at - 1);
  const { from } = article.sentenceOf(at);
  for (let i = at - 1; i >= from && i > at - 25; i--) {
    const shape = article.shape(i);
    if (shape === 'SEMICOLON' || shape === 'COLON') return null;
    const form = lexicon.cues.get(article.lower(i));
    if (!form) continue;
    const speaksOf =
      bridges(article, form, i, at) && !startsWithCapital(article, at) && wordsInside(article, at) > 1;
    if (
      (!form.uses.has('PREDICATE') && !speaksOf) ||
      (!form.shapes.has('FINITE') && !form.shapes.has('GERUND')) ||
      article.nameAt(i)
    )
      continue;
    if (
      lexicon.has('passives', article.lower(i - 1)) ||
      lexicon.has('determiners', article.lower(i - 1)) ||
      lexicon.has('infinitiveMarks', article.lower(i - 1))
    )
      return null;
    const isApart = lexicon.has('prepositions', before) && !lexicon.has('asWords', before);
    if (isApart && !speaksOf && !form.uses.has('ACCUSE')) return null;
    if (hasFiniteVerb(article, i + 1, at)) return null;
    // "what the ministry calls “interviews”": without an object, the words in marks are a term.
    if (i === at - 1 && form.lemma !== 'accuse') return null;
    let group = i;
    while (group > from && (article.isAuxiliary(group - 1) || article.isAdverb(group - 1))) group--;
    const shared = lexicon.has('coordinators', article.lower(group - 1));
    const subject =
      (shared ? null : subjectBefore(article, group)) ??
      mainSubject(article, group) ??
      subjectBefore(article, group);
    if (!subject) return null;
    // "which critics call “…”" names the thing; "Doe, who called it “…”," speaks.
    if (
      lexicon.has('relatives', article.lower(group - 1)) &&
      !(subject.source.name && article.shape(group - 2) === 'COMMA')
    )
      return null;
    // "in what both parties describe as “a close race”": a name for the thing, in common use.
    for (let k = subject.source.from - 1; k >= from && k > subject.source.from - 4; k--) {
      if (lexicon.has('questionWords', article.lower(k)) && !lexicon.has('relatives', article.lower(k)))
        return null;
    }
    return {
      ...resolved(people, subject),
      cue: { from: i, to: i + 1 },
      rule: 'called-by-words',
      continues: false,
    };
  }
  return null;
}
