import type { ArticleText } from './article-text.ts';

/** Whether a range of tokens holds a finite verb. */
export function hasFiniteVerb(article: ArticleText, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (article.isFiniteVerb(i) && !article.nameAt(i)) return true;
  return false;
}

/** First token of the verb group that ends with the verb at `i`: its helpers, adverbs and negations stand before it. */
function groupStart(article: ArticleText, i: number, from: number): number {
  const { lexicon } = article;
  const helps = (k: number) =>
    article.isAuxiliary(k) || article.isAdverb(k) || lexicon.has('negations', article.lower(k));
  let group = i;
  while (group > from && helps(group - 1)) group--;
  return group;
}

/** Does the verb at `i` belong to a relative pronoun before it: "who runs", "who was not involved"? */
export const isRelativeVerb = (article: ArticleText, i: number, from: number): boolean =>
  article.lexicon.has('relatives', article.lower(groupStart(article, i, from) - 1));

/** "to be named": no verb of its own clause. */
const isInfinitive = (article: ArticleText, i: number, from: number): boolean =>
  article.lexicon.has('infinitiveMarks', article.lower(groupStart(article, i, from) - 1));

/** The last finite verb in a range outside relative clauses, or -1. */
export function lastMainVerb(article: ArticleText, from: number, to: number, reduced = false): number {
  let last = -1;
  for (let i = from; i < to; i++) {
    if (!article.isFiniteVerb(i) || article.nameAt(i)) continue;
    if (isRelativeVerb(article, i, from) || isInfinitive(article, i, from)) continue;
    // "a resident reached by phone said": before another finite verb, a participle behind a noun belongs to the noun.
    const participle =
      article.lexicon.endsLike('finiteEndings', article.lower(i)) &&
      (article.lexicon.has('prepositions', article.lower(i + 1)) ||
        article.lexicon.has('pastWords', article.lower(i + 1)) ||
        article.isDateWord(i + 1));
    if (reduced && participle && i > from && !article.isFunction(i - 1)) continue;
    last = i;
  }
  return last;
}
