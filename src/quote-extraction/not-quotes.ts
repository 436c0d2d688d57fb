import type { ArticleText } from './article-text.ts';

/** Why words in marks are no quotation. */
export type NotQuote = 'title-of-work' | 'nickname' | 'inscription' | 'term' | 'distance';

const inner = (article: ArticleText, quote: number) => {
  const span = article.text.spans[article.tokens[quote]?.span ?? -1];
  return span ? article.text.body.slice(span.start, Math.min(span.end, span.start + 200)) : '';
};

/** Words. Titles, terms and nicknames of the sample pages are shorter. */
const MAX_NAME = 8;
const MAX_TERM = 3;

/** Tokens back from the marks in which the noun that they name may stand: "book", "the song called". */
const NOUN_WITHIN = 3;

function nounBefore(
  article: ArticleText,
  quote: number,
  list: 'workNouns' | 'inscriptionWords' | 'termWords',
): boolean {
  const { from } = article.sentenceOf(quote);
  for (let i = quote - 1; i >= from && i >= quote - NOUN_WITHIN; i--) {
    if (article.shape(i) === 'QUOTE') continue;
    // "called him “a child”" predicates; "called “Venky”" names.
    if (list === 'termWords' && i < quote - 1 && !article.lexicon.has('asWords', article.lower(i + 1)))
      return false;
    // "was quoted as saying": the verb that reports them is no inscription.
    const reports = list === 'inscriptionWords' && article.lexicon.cues.has(article.lower(i));
    // "called the episode “a disgrace”": an object, and what it is called.
    const isObject =
      list === 'workNouns' &&
      article.lexicon.has('determiners', article.lower(i - 1)) &&
      article.lexicon.has('termWords', article.lower(i - 2));
    if (isObject) return false;
    if (article.lexicon.has(list, article.lower(i)) && !reports) return true;
    const passes =
      article.shape(i) === 'COMMA' ||
      article.isFunction(i) ||
      article.isAdverb(i) ||
      article.lexicon.has('termWords', article.lower(i));
    if (!passes) return false;
  }
  return false;
}

/** "a sign over the desk": does the sentence name what words are written on before `at`? */
export function mentionsInscription(article: ArticleText, at: number): boolean {
  for (let i = article.sentenceOf(at).from; i < at; i++)
    if (
      article.lexicon.has('inscriptionWords', article.lower(i)) &&
      !article.lexicon.cues.has(article.lower(i))
    )
      return true;
  return false;
}

/**
 * Tells words in marks that nobody is quoted with, by the rule that says so; null for words that may be speech.
 *
 * - `title-of-work`: the noun of a work stands before them, and they end without a stop ("the song “Ferry Home”").
 * - `nickname`: they stand inside a person's name ("Ann “Ace” Doe").
 * - `inscription`: a sign, a banner or "reading" stands before them.
 * - `term`: "so-called", "nicknamed", "the word" stands before them; or they hold no word (the label says “9/71”).
 * - `distance`: one to three words between an article or an owner and the noun they qualify ("the “smart” meters").
 */
export function whyNotQuote(article: ArticleText, quote: number): NotQuote | null {
  const words = inner(article, quote).trim();
  const count = words === '' ? 0 : words.split(/\s+/).length;
  const stopped = /[.,!?…]['’)]?$/.test(words);
  const before = article.tokens[quote - 1];
  const after = article.tokens[quote + 1];
  const { lexicon } = article;
  if (
    count <= MAX_TERM &&
    before?.shape === 'WORD' &&
    before.capital &&
    after?.shape === 'WORD' &&
    after.capital &&
    !article.isFunction(quote - 1) &&
    !lexicon.cues.has(before.lower) &&
    !stopped
  ) {
    return 'nickname';
  }
  if (article.shape(quote - 1) === 'COLON' && mentionsInscription(article, quote)) return 'inscription';
  if (nounBefore(article, quote, 'inscriptionWords') && !lexicon.has('textNouns', article.lower(quote - 2)))
    return 'inscription';
  // Speech is made of words: a figure or a code in marks is a label's.
  if (count <= MAX_TERM && !stopped && count > 0 && !/\p{L}{2}/u.test(words)) return 'term';
  if (count <= MAX_NAME && !stopped && nounBefore(article, quote, 'termWords')) return 'term';
  if (count <= MAX_NAME && !stopped && nounBefore(article, quote, 'workNouns')) return 'title-of-work';
  const qualifies =
    before !== undefined &&
    (lexicon.has('determiners', before.lower) || before.possessive) &&
    after?.shape === 'WORD' &&
    !after.capital &&
    !article.isFunction(quote + 1) &&
    !article.isFiniteVerb(quote + 1);
  if (count <= MAX_TERM && qualifies) return 'distance';
  return null;
}
