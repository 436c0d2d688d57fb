import type { ArticleText } from './article-text.ts';

/** Tokens. A subject longer than this before its verb was not met in front of a clause without "that". */
const MAX_SUBJECT = 22;

/** Signs that belong to a number: "$1,000", "58 %". */
const CURRENCY = /^[\p{Sc}%]$/u;

/**
 * Does a clause with its own subject and finite verb start at `from`? Tells "warned the road would flood" from
 * "announced the opening". The verb must come before the clause breaks off or a relative clause takes it.
 */
export function startsClause(article: ArticleText, from: number, limit: number): boolean {
  const { lexicon } = article;
  const first = article.tokens[from];
  if (!first || from >= limit) return false;
  if (first.shape !== 'WORD' && first.shape !== 'NUMBER' && first.shape !== 'QUOTE') return false;
  if (article.isAuxiliary(from)) return false;
  // "told journalists as she left": an adjunct, unless a comma parts it from the clause behind it.
  const dependent =
    lexicon.has('subordinators', first.lower) &&
    !lexicon.has('complementisers', first.lower) &&
    !lexicon.has('prepositions', article.lower(from + 1));
  if (dependent && !hasComma(article, from, limit)) return false;
  const pronoun = lexicon.pronoun(first.lower);
  if (
    pronoun !== null &&
    !lexicon.has('determiners', first.lower) &&
    (article.isFiniteVerb(from + 1) ||
      article.isAdverb(from + 1) ||
      // "said it regrets": behind a subject pronoun the ending of the present is a verb's.
      (!lexicon.has('possessives', first.lower) && isPresent(article, from + 1)))
  )
    return true;
  let nouns = 0;
  for (let i = from; i < limit && i < from + MAX_SUBJECT; i++) {
    const token = article.tokens[i];
    if (!token) return false;
    if (token.shape === 'QUOTE') {
      nouns++;
      continue;
    }
    if (token.shape === 'COMMA') {
      // "as of March 4, the browser has": an opening adjunct may be set off.
      if (i > from && (lexicon.has('prepositions', first.lower) || lexicon.has('subordinators', first.lower)))
        continue;
      if (lexicon.has('coordinators', article.lower(i + 1))) return false;
      // "the plan, which failed, was": the clause's own verb stands behind a second comma.
      if (lexicon.has('relatives', article.lower(i + 1))) return skipsInsertion(article, i + 1, limit);
      if (nouns > 0 && i < from + 8) continue;
      return false;
    }
    if (token.shape === 'OPEN') {
      let depth = 1;
      while (i + 1 < limit && depth > 0) {
        i++;
        if (article.shape(i) === 'OPEN') depth++;
        else if (article.shape(i) === 'CLOSE') depth--;
      }
      continue;
    }
    if (CURRENCY.test(token.text)) continue;
    if (token.shape !== 'WORD' && token.shape !== 'NUMBER') return false;
    // "recalls the pledge and tries": a verb behind "and" shares the subject of the verb before.
    if (lexicon.has('coordinators', token.lower) && (article.isFiniteVerb(i + 1) || article.isAdverb(i + 1)))
      return false;
    if (i > from && lexicon.has('relatives', token.lower) && nouns > 0)
      return skipsRelative(article, i, limit);
    if (nouns > 0 && !article.nameAt(i) && article.isFiniteVerb(i) && !isReduced(article, i)) return true;
    // "announced her resignation after a newspaper revealed": the verb behind a subordinating word is not the clause's own.
    if (
      i > from &&
      nouns > 0 &&
      (lexicon.has('subordinators', token.lower) || lexicon.has('complementisers', token.lower)) &&
      !article.nameAt(i)
    )
      return false;
    if (!lexicon.has('determiners', token.lower) && !lexicon.has('prepositions', token.lower)) nouns++;
  }
  return false;
}

const isPresent = (article: ArticleText, i: number): boolean =>
  article.shape(i) === 'WORD' &&
  article.lexicon.data.bareFormsArePlural &&
  article.tokens[i]?.capital === false &&
  article.lexicon.endsLike('presentEndings', article.lower(i));

function hasComma(article: ArticleText, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (article.shape(i) === 'COMMA') return true;
  return false;
}

/** Tokens. "said nothing", "said a prayer" end sooner. */
const SHORTEST_CLAUSE = 3;

/**
 * Behind "say", which hardly ever takes a plain object, a noun phrase with more words behind it is a clause even when no verb
 * in it shows its form: "say the blockade stretches over 14 kilometres".
 */
export function startsLoosely(article: ArticleText, from: number, limit: number): boolean {
  const { lexicon } = article;
  const first = article.tokens[from];
  let end = from;
  while (end < limit && !['STOP', 'SEMICOLON', 'COLON'].includes(article.shape(end) ?? 'STOP')) end++;
  if (!first || end - from < SHORTEST_CLAUSE) return false;
  if (first.shape !== 'WORD' && first.shape !== 'NUMBER') return false;
  const opens =
    lexicon.has('groupNouns', first.lower) ||
    /[^su]s$/.test(first.lower) ||
    lexicon.has('determiners', first.lower) ||
    lexicon.pronoun(first.lower) !== null ||
    article.nameAt(from) !== null ||
    first.shape === 'NUMBER';
  if (
    !opens ||
    lexicon.has('subordinators', first.lower) ||
    lexicon.has('negations', first.lower) ||
    lexicon.has('prepositions', first.lower)
  )
    return false;
  for (let i = from + 1; i < end; i++) {
    if (article.shape(i) === 'QUOTE' && !lexicon.has('determiners', article.lower(i - 1))) return true;
    if (looksPresent(article, i) || (article.isFiniteVerb(i) && !article.nameAt(i))) return true;
  }
  return false;
}

/** A word in -s behind a singular noun and before an object or an adverbial. */
function looksPresent(article: ArticleText, i: number): boolean {
  const token = article.tokens[i];
  const before = article.tokens[i - 1];
  if (token?.shape !== 'WORD' || before?.shape !== 'WORD' || token.capital || article.isFunction(i - 1))
    return false;
  const { lexicon } = article;
  if (
    !lexicon.endsLike('presentEndings', token.lower) ||
    token.lower.endsWith('ss') ||
    before.lower.endsWith('s') ||
    before.possessive
  )
    return false;
  if (lexicon.has('groupNouns', token.lower) || lexicon.has('textNouns', token.lower)) return false;
  const next = article.lower(i + 1);
  return (
    lexicon.has('determiners', next) ||
    lexicon.has('prepositions', next) ||
    lexicon.pronoun(next) !== null ||
    article.isAdverb(i + 1) ||
    article.shape(i + 1) === 'QUOTE' ||
    article.shape(i + 1) === 'NUMBER'
  );
}

/** "a man killed in the crash": a participle behind a noun, with a preposition behind it, need not be finite. */
function isReduced(article: ArticleText, i: number): boolean {
  const word = article.lower(i);
  if (!/(?:ed|en|ing)$/.test(word)) return false;
  return (
    article.lexicon.has('agents', article.lower(i + 1)) ||
    (article.lexicon.has('prepositions', article.lower(i + 1)) &&
      !article.isFiniteVerb(i - 1) &&
      laterVerb(article, i + 1))
  );
}

function laterVerb(article: ArticleText, from: number): boolean {
  const { to } = article.sentenceOf(from);
  for (let i = from; i < to && i < from + 8; i++) if (article.isAuxiliary(i)) return false;
  return true;
}

/** Is there a finite verb right behind the comma that ends an insertion? */
function skipsInsertion(article: ArticleText, from: number, limit: number): boolean {
  for (let i = from; i < limit && i < from + MAX_SUBJECT; i++) {
    if (article.shape(i) === 'STOP') return false;
    if (article.shape(i) === 'COMMA') return article.isFiniteVerb(i + 1) || article.isAdverb(i + 1);
  }
  return false;
}

/** Behind a relative clause ("the man who was seen there had left") a second finite verb is the clause's own. */
function skipsRelative(article: ArticleText, from: number, limit: number): boolean {
  let verbs = 0;
  for (let i = from; i < limit && i < from + MAX_SUBJECT; i++) {
    if (article.shape(i) === 'STOP') return false;
    if (article.isFiniteVerb(i) && !article.isFiniteVerb(i - 1)) verbs++;
    if (verbs > 1) return true;
  }
  return false;
}

/**
 * One past the last token of a reported clause that starts at `from`: the sentence's end, or before it a semicolon, a dash, a
 * participle that reports on ("…, adding that"), a source phrase, or a coordinated clause with a reporting verb of its own.
 */
export function reportedEnd(article: ArticleText, from: number, limit: number): number {
  const { lexicon } = article;
  let end = limit;
  while (end > from && article.shape(end - 1) === 'STOP' && !article.nameAt(end - 1)) end--;
  // "said Doe left at eight and told his wife": behind a named subject, a second verb of speech is that subject's.
  const opener = article.nameAt(from);
  const ownVerb = opener !== null && opener.kind !== 'BODY' && article.isFiniteVerb(opener.to);
  for (let i = from + 1; i < end; i++) {
    const shape = article.shape(i);
    if (shape === 'SEMICOLON') return i;
    // "said others did the same: “…”": the words behind the colon are a quotation of their own.
    if (shape === 'COLON' && article.shape(i + 1) === 'QUOTE') return i;
    const word = article.lower(i);
    if (shape === 'COMMA') {
      const next = article.lower(i + 1);
      const form = lexicon.cues.get(next);
      if (
        form?.shapes.has('GERUND') &&
        (form.uses.has('BARE') ||
          form.uses.has('LOOSE') ||
          form.uses.has('THAT') ||
          form.uses.has('PREDICATE'))
      )
        return i;
      // ", a claim that fishermen dispute": the reporter names what was said.
      if (lexicon.has('determiners', next) && lexicon.has('speechNouns', article.lower(i + 2))) return i;
      if (isSourcePhrase(article, i + 1) || reportsBeside(article, i + 1, end) || addsReport(article, i + 1))
        return i;
      if (lexicon.has('coordinators', next) || lexicon.has('adversatives', next)) {
        // ", while the consumer body called for": set against the report, any verb of speech opens the reporter's next clause.
        const contrasts = lexicon.has('adversatives', next);
        if (reportsAgain(article, i + 2, end, contrasts) || leavesReport(article, i + 2)) return i;
      }
      continue;
    }
    if (isSourcePhrase(article, i) && i > from + 2) return i;
    // "that it was late and that whoever claimed to know": a second "that" goes on with the report.
    const goesOn =
      lexicon.has('complementisers', article.lower(i + 1)) &&
      lexicon.has('complementisers', article.lower(from - 1));
    if (lexicon.has('coordinators', word) && !goesOn) {
      const verb = article.isAdverb(i + 1) ? i + 2 : i + 1;
      const speaks = lexicon.cues.get(article.lower(verb))?.shapes.has('FINITE') && !article.nameAt(i + 1);
      if (speaks && !ownVerb && reportsWithContent(article, verb, end)) return i;
      if (reportsAgain(article, i + 1, end)) return i;
    }
  }
  return end;
}

/** ", in addition to commenting on": what else the speaker said is not part of it. */
function addsReport(article: ArticleText, from: number): boolean {
  const { lexicon } = article;
  return lexicon.phrases('additions', article.lower(from)).some((phrase) => {
    const shapes = lexicon.cues.get(article.lower(from + phrase.length))?.shapes;
    const isSaid = phrase.every((word, k) => article.lower(from + k) === word);
    return isSaid && (shapes?.has('GERUND') === true || shapes?.has('INFINITIVE') === true);
  });
}

/** ", with the paper reporting that": an attached clause with a reporting participle. */
function reportsBeside(article: ArticleText, from: number, limit: number): boolean {
  if (!article.lexicon.has('withWords', article.lower(from))) return false;
  for (let i = from + 2; i < limit && i < from + 8; i++) {
    if (article.shape(i) !== 'WORD') return false;
    if (article.lexicon.cues.get(article.lower(i))?.shapes.has('GERUND')) return true;
  }
  return false;
}

/** ", and urged", ", but she ruled out": behind a comma, a past verb without a new subject is the reporter's again. */
function leavesReport(article: ArticleText, from: number): boolean {
  const { lexicon } = article;
  let i = from;
  const pronoun = lexicon.pronoun(article.lower(i));
  if (pronoun === 'MALE' || pronoun === 'FEMALE') i++;
  while (article.isAdverb(i)) i++;
  // ", but did not identify them": told of in the past, where the report would say "had not".
  if (lexicon.has('adversatives', article.lower(from - 1)) && lexicon.has('plainPasts', article.lower(i)))
    return true;
  if (article.isAuxiliary(i) || article.nameAt(i)) return false;
  return (
    lexicon.endsLike('finiteEndings', article.lower(i)) ||
    lexicon.has('thoughtVerbs', article.lower(i)) ||
    (lexicon.cues.get(article.lower(i))?.shapes.has('FINITE') ?? false)
  );
}

export function isSourcePhrase(article: ArticleText, at: number): boolean {
  return sourcePhraseLength(article, at) > 0;
}

/** How many tokens of a source phrase ("according to") start here; 0 for none. */
export function sourcePhraseLength(article: ArticleText, at: number): number {
  // "il secondo", "o segundo": behind an article it is a number.
  if (article.lexicon.has('determiners', article.lower(at - 1))) return 0;
  for (const phrase of article.lexicon.phrases('sourcePhrases', article.lower(at))) {
    if (phrase.every((word, k) => article.lower(at + k) === word)) return phrase.length;
  }
  return 0;
}

/** A reporting verb at `verb` with something to report behind it. */
function reportsWithContent(article: ArticleText, verb: number, limit: number): boolean {
  for (let i = verb + 1; i < limit && i < verb + 9; i++) {
    if (article.lexicon.has('complementisers', article.lower(i)) || article.shape(i) === 'QUOTE') return true;
  }
  const form = article.lexicon.cues.get(article.lower(verb));
  return (
    form !== undefined &&
    (form.uses.has('BARE') || form.uses.has('LOOSE')) &&
    startsClause(article, verb + 1, limit)
  );
}

/** "but the ambassador says there were": within a few words, a new subject with a reporting verb and its content. */
function reportsAgain(article: ArticleText, from: number, limit: number, reports = false): boolean {
  for (let i = from + 1; i < limit && i < from + 9; i++) {
    const shape = article.shape(i);
    if (shape !== 'WORD' && shape !== 'NUMBER' && shape !== 'COMMA') return false;
    if (article.lexicon.has('coordinators', article.lower(i))) return false;
    const form = article.lexicon.cues.get(article.lower(i));
    if (
      form?.shapes.has('FINITE') &&
      !article.nameAt(i) &&
      !article.lexicon.has('determiners', article.lower(i - 1)) &&
      (reports || reportsWithContent(article, i, limit))
    )
      return true;
    if (article.isFiniteVerb(i) && !article.isAuxiliary(i)) return false;
  }
  return false;
}
