import type { ArticleText } from './article-text.ts';
import { isSourcePhrase } from './clauses.ts';
import { phraseEnd } from './noun-phrases.ts';
import type { VerbGroup } from './verb-groups.ts';

/** Behind the verb: hearers ("told reporters"), day and place ("on Monday in a statement"). */
export function behindAdjuncts(article: ArticleText, group: VerbGroup, from: number, limit: number): number {
  const { lexicon } = article;
  let i = from;
  if (
    ['out', 'on', 'forward'].includes(article.lower(i)) &&
    article.lower(i + 1) !== 'the' &&
    !article.isDateWord(i + 1) &&
    !article.nameAt(i + 1)
  ) {
    if (
      article.shape(i + 1) !== 'WORD' ||
      lexicon.has('complementisers', article.lower(i + 1)) ||
      article.isFunction(i + 1)
    )
      i++;
  }
  if (group.form.uses.has('MARKS') && lexicon.pronoun(article.lower(i)) === 'NEUTER') i++; // "as Doe put it"
  while (i < limit && article.isAdverb(i) && !startsPronounClause(article, i)) i++;
  if (group.form.uses.has('HEARER') && !group.passive) {
    const pronoun = lexicon.pronoun(article.lower(i));
    if (
      !lexicon.has('complementisers', article.lower(i)) &&
      !lexicon.has('questionWords', article.lower(i))
    ) {
      const to =
        pronoun !== null && !lexicon.has('determiners', article.lower(i))
          ? startsWithPronoun(article, i)
            ? i
            : i + 1
          : hearerEnd(article, i, limit);
      // "warned the channel could silt up": a finite verb right behind it makes it the clause's subject.
      if (pronoun !== null || !article.isFiniteVerb(to)) i = to;
    }
  }
  for (let guard = 0; guard < 5 && i < limit; guard++) {
    const word = article.lower(i);
    if (article.isDateWord(i)) {
      i = dateEnd(article, i, limit);
      continue;
    }
    if (lexicon.has('prepositions', word) && !isSourcePhrase(article, i)) {
      if (lexicon.has('complementisers', word)) break;
      const to = article.isDateWord(i + 1)
        ? dateEnd(article, i + 1, limit)
        : phraseEnd(article, i + 1, limit);
      if (to <= i + 1) break;
      // "said in a way he", "said after the meeting the plan was": the adjunct ends where a new phrase opens.
      i = to;
      continue;
    }
    // "in a report released today", "in a letter seen by the paper".
    if (
      guard > 0 &&
      lexicon.endsLike('participleEndings', word) &&
      (article.isDateWord(i + 1) ||
        lexicon.has('agents', article.lower(i + 1)) ||
        (lexicon.has('prepositions', article.lower(i + 1)) &&
          lexicon.has('textNouns', article.lower(i - 1))) ||
        lexicon.has('dayPrepositions', article.lower(i + 1)) ||
        isMarkBreak(article.shape(i + 1)) ||
        article.shape(i + 1) === 'STOP')
    ) {
      i++;
      continue;
    }
    // "announced this morning"
    if (
      lexicon.has('determiners', word) &&
      (lexicon.has('dayParts', article.lower(i + 1)) || article.isDateWord(i + 1)) &&
      !article.isFiniteVerb(i + 2)
    ) {
      i = dateEnd(article, i + 1, limit);
      continue;
    }
    if (article.isAdverb(i) && guard > 0) {
      i++;
      continue;
    }
    if (
      (lexicon.has('pastWords', word) || lexicon.has('pastWords', article.lower(i + 1))) &&
      article.shape(i) === 'WORD' &&
      (article.isDateWord(i + 1) || article.isDateWord(i + 2))
    ) {
      i += article.isDateWord(i + 1) ? 2 : 3;
      continue;
    }
    break;
  }
  return i;
}

/** "warned it would": a pronoun with a verb of its own is no hearer. */
const startsWithPronoun = (article: ArticleText, i: number) =>
  article.isFiniteVerb(i + 1) || (article.isAdverb(i + 1) && article.isFiniteVerb(i + 2));

const startsPronounClause = (article: ArticleText, i: number) =>
  article.lexicon.pronoun(article.lower(i)) !== null;

function dateEnd(article: ArticleText, from: number, limit: number): number {
  let i = from;
  while (
    i < limit &&
    (article.isDateWord(i) ||
      article.shape(i) === 'NUMBER' ||
      article.lexicon.has('dayParts', article.lower(i)))
  )
    i++;
  return i;
}

/** The hearer is a plain phrase: it ends where a new one opens, since the clause that follows starts with its own subject. */
function hearerEnd(article: ArticleText, from: number, limit: number): number {
  const name = article.nameAt(from + (article.lexicon.has('determiners', article.lower(from)) ? 1 : 0));
  if (name && name.from <= from + 1) {
    let to = name.to;
    const next = article.tokens[to];
    if (name.possessive && next?.shape === 'WORD') to = phraseEnd(article, to, limit, false);
    return to;
  }
  const to = phraseEnd(article, from, limit, true);
  // "told reporters Britain would", "told the committee Ann Doe had": a name behind a noun that is no office opens the clause.
  for (let i = from + 1; i < to; i++) {
    const opened = article.nameAt(i);
    const before = article.tokens[i - 1];
    if (opened?.from !== i || before?.capital || article.isFunction(i - 1) || before?.possessive) continue;
    if (!article.lexicon.isTitle(article.lower(i - 1)) && !article.lexicon.isPersonNoun(article.lower(i - 1)))
      return i;
  }
  return Math.max(
    to,
    article.shape(from) === 'WORD' && !article.lexicon.has('determiners', article.lower(from))
      ? from + 1
      : to,
  );
}

export const isMarkBreak = (shape: string | null) =>
  shape === 'COMMA' || shape === 'COLON' || shape === 'DASH';
