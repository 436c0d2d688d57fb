import type { ArticleText } from './article-text.ts';

export const PHRASE_END = new Set(['STOP', 'QUOTE', 'COLON', 'SEMICOLON', 'DASH']);

/** Tokens. Longer noun phrases are lists or no prose. */
const MAX_PHRASE = 60;

/** One past the noun phrase that starts at `from`. Prepositions that hang on nouns are taken in while the head is a common noun. */
export function phraseEnd(article: ArticleText, from: number, limit: number, attached = true): number {
  const { lexicon } = article;
  const last = Math.min(limit, from + MAX_PHRASE);
  let i = from;
  let named = false;
  let nouns = 0;
  while (i < last) {
    const token = article.tokens[i];
    if (!token) break;
    const name = article.nameAt(i);
    if (name && name.from === i) {
      // "reporters Britain": a body or a lone word behind a noun opens a new phrase; a person's full name goes with its office.
      const lone = name.kind === 'BODY' || (name.kind === 'UNKNOWN' && name.words.length === 1);
      if (
        nouns > 0 &&
        !named &&
        lone &&
        !lexicon.isTitle(article.lower(i - 1)) &&
        !lexicon.isPersonNoun(article.lower(i - 1)) &&
        !lexicon.has('determiners', article.lower(from)) &&
        !article.tokens[i - 1]?.capital &&
        !lexicon.has('prepositions', article.lower(i - 1))
      )
        break;
      named = true;
      nouns++;
      i = name.to;
      if (name.possessive) named = false;
      continue;
    }
    if (
      token.shape !== 'WORD' &&
      token.shape !== 'NUMBER' &&
      !(
        token.shape === 'QUOTE' &&
        i > from &&
        article.shape(i + 1) === 'WORD' &&
        lexicon.has('determiners', article.lower(i - 1))
      )
    )
      break;
    const word = token.lower;
    const atStart = i === from;
    if (lexicon.pronoun(word) !== null && !lexicon.has('determiners', word)) {
      if (atStart) return i + 1;
      break;
    }
    if (lexicon.has('determiners', word)) {
      if (nouns > 0 && !lexicon.has('prepositions', article.lower(i - 1))) break;
      i++;
      continue;
    }
    if (
      lexicon.has('complementisers', word) ||
      lexicon.has('relatives', word) ||
      (lexicon.has('subordinators', word) && !lexicon.has('nounPrepositions', word))
    )
      break;
    if (lexicon.has('coordinators', word)) break;
    if (lexicon.has('prepositions', word)) {
      // "a memo seen by the Sentinel"
      const passive =
        lexicon.has('agents', word) &&
        (lexicon.endsLike('participleEndings', article.lower(i - 1)) ||
          lexicon.has('participles', article.lower(i - 1)));
      if (!attached || !(lexicon.has('nounPrepositions', word) || passive) || nouns === 0) break;
      if (named && !lexicon.has('bodyLinks', word)) break;
      i++;
      continue;
    }
    // "accounts corroborated by video": a participle with its agent belongs to the noun.
    const participle =
      attached &&
      nouns > 0 &&
      lexicon.endsLike('participleEndings', word) &&
      lexicon.has('agents', article.lower(i + 1));
    if (participle) {
      i++;
      continue;
    }
    if (nouns > 0 && (article.isFiniteVerb(i) || article.isAdverb(i) || article.isDateWord(i))) break;
    if (
      named &&
      !token.capital &&
      !article.tokens[i - 1]?.possessive &&
      !lexicon.isPersonNoun(word) &&
      !lexicon.has('textNouns', word) &&
      !lexicon.has('groupNouns', word) &&
      !lexicon.has('bodyNouns', word)
    )
      break;
    if (article.isAuxiliary(i)) break;
    // Where nouns have capitals, a small word behind one opens the predicate: "Polizei entstand".
    if (lexicon.data.capitalNouns && nouns > 0 && !token.capital && article.tokens[i - 1]?.capital) break;
    nouns++;
    i++;
  }
  return nouns === 0 ? from : i;
}

/** Behind a day or an adverb that stands between verb and subject: "a déclaré lundi la maire". */
export function behindDay(article: ArticleText, from: number, limit: number): number {
  let i = from;
  while (
    i < limit &&
    (article.isDateWord(i) ||
      article.lexicon.has('dayParts', article.lower(i)) ||
      (article.isAdverb(i) && !article.nameAt(i)))
  )
    i++;
  return i;
}

/** Tokens between two dashes: "Firefighters – some of them volunteers – said". */
const MAX_INSERTION = 20;

/** The dash that opens the insertion which another closes right before `at`; -1 for none. */
export function insertionStart(article: ArticleText, at: number): number {
  if (article.shape(at - 1) !== 'DASH') return -1;
  const { from } = article.sentenceOf(at);
  for (let i = at - 2; i > from && i >= at - MAX_INSERTION; i--) {
    if (article.shape(i) === 'QUOTE') return -1;
    if (article.shape(i) === 'DASH') return article.shape(i - 1) === 'WORD' ? i : -1;
  }
  return -1;
}
