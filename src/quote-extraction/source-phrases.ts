import type { ArticleText } from './article-text.ts';
import { reportedEnd, sourcePhraseLength } from './clauses.ts';
import { hasFiniteVerb } from './finite-verbs.ts';
import { phraseEnd } from './noun-phrases.ts';
import type { Piece } from './reported-content.ts';
import type { Report } from './reports.ts';
import { readSource } from './sources.ts';
import { subjectAfter } from './subjects.ts';

/** Where the phrase that names the source ends, its appositions included when a clause follows a comma. */
function sourceEnd(article: ArticleText, from: number, limit: number, opensSentence: boolean): number {
  let to = phraseEnd(article, from, limit);
  if (!opensSentence) return subjectAfter(article, from)?.to ?? to;
  // "According to the mayor, Felix Brandt, the wall …": a name or an office between two commas belongs to the source.
  while (article.shape(to) === 'COMMA') {
    let end = to + 1;
    while (end < limit && article.shape(end) !== 'COMMA' && article.shape(end) !== 'STOP' && end < to + 14)
      end++;
    if (
      article.shape(end) !== 'COMMA' ||
      (hasFiniteVerb(article, to + 1, end) && !article.lexicon.has('relatives', article.lower(to + 1)))
    )
      break;
    const name = article.nameAt(end - 1);
    const wholeName = name !== null && name.kind !== 'BODY' && name.to === end;
    const office =
      article.lexicon.has('determiners', article.lower(to + 1)) ||
      article.lexicon.isPersonNoun(article.lower(to + 1)) ||
      article.lexicon.isTitle(article.lower(to + 1));
    if (!wholeName && !office && !article.lexicon.has('relatives', article.lower(to + 1))) break;
    to = end;
  }
  return to;
}

/** Reads "according to Doe, S", "S, according to Doe" and "S1, according to Doe, S2" at the phrase's first token. */
export function readSourcePhrase(article: ArticleText, at: number): Report | null {
  const length = sourcePhraseLength(article, at);
  if (length === 0) return null;
  const { lexicon } = article;
  const sentence = article.sentenceOf(at);
  const from = at + length;
  let opens = true;
  for (let i = sentence.from; i < at; i++) {
    if (
      article.shape(i) === 'COMMA' ||
      article.isAdverb(i) ||
      lexicon.has('coordinators', article.lower(i)) ||
      lexicon.has('adversatives', article.lower(i))
    )
      continue;
    opens = false;
    break;
  }
  const to = sourceEnd(article, from, sentence.to, opens);
  const source = readSource(article, from, to);
  if (!source || to <= from) return null;
  if (source.head && lexicon.has('sourceExceptions', source.head)) return null;
  const made = (pieces: Piece[], rule: string): Report => ({
    cueFrom: at,
    cueTo: from,
    source,
    shared: false,
    pieces,
    rule: `source-phrase+${rule}`,
    from: at,
  });
  if (opens) {
    let start = article.shape(to) === 'COMMA' ? to + 1 : to;
    if (lexicon.has('complementisers', article.lower(start))) start++;
    if (article.shape(start) === 'QUOTE' && start + 2 >= sentence.to)
      return made([{ from: start, to: start + 1, how: 'QUOTE' }], 'opens');
    const end = reportedEnd(article, start, sentence.to);
    // "According to the company, sales fell."
    const isClause = end > start + 2 || (end === start + 2 && article.isFiniteVerb(start + 1));
    return isClause ? made([{ from: start, to: end, how: 'CLAUSE' }], 'opens') : null;
  }
  let end = at;
  while (end > sentence.from && ['COMMA', 'DASH'].includes(article.shape(end - 1) ?? '')) end--;
  let start = sentence.from;
  if (lexicon.has('coordinators', article.lower(start)) || lexicon.has('adversatives', article.lower(start)))
    start++;
  for (let i = end - 1; i > start; i--)
    if (article.shape(i) === 'SEMICOLON') {
      start = i + 1;
      break;
    }
  // "refloated fifty whales, but eighty had died, according to": what is set against the rest has its source for itself.
  for (let i = end - 1; i > start + 2; i--) {
    if (article.shape(i) !== 'COMMA' || !lexicon.has('adversatives', article.lower(i + 1))) continue;
    if (hasFiniteVerb(article, i + 2, end) && hasFiniteVerb(article, start, i)) start = i + 2;
    break;
  }
  // Without a comma before it, the phrase hangs on the nearest coordinated clause.
  if (end === at) {
    for (let i = at - 2; i > start + 2; i--) {
      if (!lexicon.has('coordinators', article.lower(i))) continue;
      if (
        hasFiniteVerb(article, i + 1, at) &&
        hasFiniteVerb(article, start, i) &&
        !article.isFiniteVerb(i + 1)
      )
        start = i + 1;
      break;
    }
  }
  // "stood up and, according to several lawmakers, called him": the phrase belongs to what follows it.
  if (lexicon.has('coordinators', article.lower(end - 1))) return null;
  if (article.shape(end - 1) === 'QUOTE' && end - 1 === start)
    return made([{ from: start, to: end, how: 'QUOTE' }], 'closes');
  if (hasFiniteVerb(article, start, end)) return made([{ from: start, to: end, how: 'CLAUSE' }], 'closes');
  // "The fire, according to police, began": the clause stands on both sides.
  if (article.shape(to) === 'COMMA') {
    const rest = reportedEnd(article, to + 1, sentence.to);
    if (hasFiniteVerb(article, to + 1, rest))
      return made(
        [
          { from: start, to: end, how: 'CLAUSE' },
          { from: to + 1, to: rest, how: 'CLAUSE' },
        ],
        'parts',
      );
  }
  return null;
}

/** Reads "in the words of Doe, “…”" at the phrase's first token. */
export function readWordsOf(article: ArticleText, at: number): Report | null {
  for (const phrase of article.lexicon.phrases('wordsOf', article.lower(at))) {
    if (!phrase.every((word, k) => article.lower(at + k) === word)) continue;
    const from = at + phrase.length;
    const { to } = article.sentenceOf(at);
    for (let i = from; i < to && i < from + 20; i++) {
      if (article.shape(i) !== 'QUOTE') continue;
      const source = readSource(article, from, i);
      return (
        source && {
          cueFrom: at,
          cueTo: from,
          source,
          shared: false,
          pieces: [{ from: i, to: i + 1, how: 'QUOTE' }],
          rule: 'words-of',
          from: at,
        }
      );
    }
  }
  return null;
}
