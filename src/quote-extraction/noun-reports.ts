import type { ArticleText } from './article-text.ts';
import { reportedEnd } from './clauses.ts';
import { phraseEnd } from './noun-phrases.ts';
import type { Piece } from './reported-content.ts';
import type { Report } from './reports.ts';
import { readSource, type Source } from './sources.ts';
import { mainSubject, subjectBefore } from './subjects.ts';

/** Tokens between a light verb and its noun: "issued a strongly worded warning". */
const MAX_OBJECT = 6;

/** "made", "issued", "came to" before a noun of speech: the verb's subject speaks. */
function subjectOfLightVerb(article: ArticleText, noun: number): Source | null {
  const { from } = article.sentenceOf(noun);
  for (let i = noun - 1; i >= from && i >= noun - MAX_OBJECT; i--) {
    if (article.shape(i) !== 'WORD') return null;
    if (!article.lexicon.has('lightVerbs', article.lower(i))) continue;
    let group = i;
    while (group > from && (article.isAuxiliary(group - 1) || article.isAdverb(group - 1))) group--;
    const shared = article.lexicon.has('coordinators', article.lower(group - 1));
    return (shared ? mainSubject(article, group) : subjectBefore(article, group))?.source ?? null;
  }
  return null;
}

/** "Doe's claim that", "her claim that": the owner speaks. */
function owner(article: ArticleText, noun: number): Source | null {
  const { from } = article.sentenceOf(noun);
  for (let i = noun - 1; i >= from && i >= noun - 4; i--) {
    const name = article.nameAt(i);
    if (name?.possessive) return readSource(article, name.from, name.to);
    if (article.tokens[i]?.possessive) return readSource(article, Math.max(from, i - 1), i + 1);
    if (article.lexicon.has('possessives', article.lower(i))) return readSource(article, i, i + 1);
    if (article.isFunction(i)) return null;
  }
  return null;
}

/**
 * Reads the report that a noun of speech with a "that" makes ("Doe's claim that S", "a warning by Doe that S", "came to the
 * conclusion that S") at the noun, or null. A claim whose owner is not told, or that is denied, is not a quotation.
 */
export function readNounReport(article: ArticleText, noun: number): Report | null {
  const { lexicon } = article;
  if (!lexicon.has('speechNouns', article.lower(noun)) || article.nameAt(noun)) return null;
  const limit = article.sentenceOf(noun).to;
  let that = noun + 1;
  let source: Source | null = null;
  if (lexicon.has('authorPrepositions', article.lower(that))) {
    const to = phraseEnd(article, that + 1, limit);
    source = readSource(article, that + 1, to);
    that = to;
  }
  if (!lexicon.has('complementisers', article.lower(that))) return null;
  source ??= owner(article, noun) ?? subjectOfLightVerb(article, noun);
  if (!source) return null;
  const start = article.shape(that + 1) === 'COMMA' ? that + 2 : that + 1;
  const end = reportedEnd(article, start, limit);
  if (end <= start + 1) return null;
  const pieces: Piece[] = [{ from: start, to: end, how: 'CLAUSE' }];
  return {
    cueFrom: noun,
    cueTo: noun + 1,
    source,
    shared: false,
    pieces,
    rule: 'noun-of-speech',
    from: noun,
  };
}
