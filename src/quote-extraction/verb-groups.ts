import type { ArticleText } from './article-text.ts';
import type { CueForm } from './languages/lexicon.ts';

/** A reporting verb with its helpers: "has also repeatedly said", "was told", "did not say". */
export interface VerbGroup {
  /** Token indexes; `verb` is the reporting verb itself, `to` exclusive. */
  readonly from: number;
  readonly verb: number;
  readonly to: number;
  readonly form: CueForm;
  readonly negated: boolean;
  /** "would say", "may claim": nobody has said it. */
  readonly hypothetical: boolean;
  /** "to say". */
  readonly infinitive: boolean;
  readonly passive: boolean;
  /** "has said", "a déclaré". */
  readonly perfect: boolean;
  /** "saying", without a helper. */
  readonly participial: boolean;
}

/** Infinitives that tell of speech that took place: "went on to say", "took to the radio to say", "wrote to say", "was quick to add". */
const TOLD_INFINITIVE = new Set([
  'on',
  'wrote',
  'phoned',
  'continued',
  'called',
  'rang',
  'returned',
  'telephoned',
  'came',
  'radio',
  'twitter',
  'facebook',
  'instagram',
  'liked',
  'likes',
  'loved',
  'loves',
  'used',
  'quick',
  'careful',
  'keen',
  'hastened',
  'paused',
]);

/** Reads the verb group around a cue verb at `verb`, or null when the word there is no verb. */
export function readVerbGroup(article: ArticleText, verb: number): VerbGroup | null {
  const { lexicon } = article;
  const form = lexicon.cues.get(article.lower(verb));
  const token = article.tokens[verb];
  if (!form || !token || token.shape !== 'WORD' || article.nameAt(verb) || token.possessive) return null;
  if (token.capital && verb !== article.sentenceOf(verb).from) return null;
  const first = article.sentenceOf(verb).from;
  let from = verb;
  let negated = false;
  let modal = false;
  let passive = false;
  let perfect = false;
  let infinitive = false;
  while (from > first) {
    const word = article.lower(from - 1);
    if (article.nameAt(from - 1)) break;
    if (lexicon.has('negations', word)) {
      negated = true;
      from--;
    } else if (lexicon.has('modals', word) || lexicon.has('auxiliaries', word)) {
      if (/n't$/.test(word)) negated = true;
      if (lexicon.has('modals', word)) modal = true;
      else if (lexicon.has('passives', word)) passive = true;
      else perfect = true;
      from--;
    } else if (lexicon.has('reflexives', word)) from--;
    else if (article.isAdverb(from - 1) && article.shape(from - 2) !== 'COMMA') from--;
    else if (lexicon.has('infinitiveMarks', word) && form.shapes.has('INFINITIVE')) {
      infinitive = true;
      from--;
      break;
    } else break;
  }
  const helped = passive || perfect || modal || infinitive;
  const before = article.lower(from - 1);
  // An article, an owner or a preposition before it makes a noun of it: "the claims", "her statement".
  if (!helped && !form.shapes.has('GERUND') && from === verb) {
    // "One said", "Some told": alone before a past form, the word is a pronoun.
    const alone =
      lexicon.pronoun(before) === 'INDEFINITE' &&
      !form.shapes.has('INFINITIVE') &&
      !lexicon.endsLike('presentEndings', token.lower) &&
      !lexicon.has('textNouns', token.lower) &&
      !lexicon.has('speechNouns', token.lower);
    if (
      (lexicon.has('determiners', before) && !alone) ||
      before === 'whose' ||
      lexicon.has('possessives', before) ||
      lexicon.has('prepositions', before)
    )
      return null;
    if (article.tokens[from - 1]?.possessive) return null;
    if (
      (lexicon.has('textNouns', token.lower) || lexicon.has('speechNouns', token.lower)) &&
      isNounHere(article, verb)
    )
      return null;
  }
  if (infinitive && !passive && !modal) {
    const led = article.lower(from - 1);
    // "wanted to know whether" asks.
    const asks = !form.shapes.has('FINITE') && lexicon.has('thoughtVerbs', led);
    const told = asks || TOLD_INFINITIVE.has(led) || lexicon.cues.get(led)?.uses.has('MARKS') === true;
    const refused = lexicon.has('refusals', led);
    return {
      from,
      verb,
      to: verb + 1,
      form,
      negated: negated || refused,
      hypothetical: !told,
      infinitive,
      passive: false,
      perfect: false,
      participial: false,
    };
  }
  const isPassive = passive && form.shapes.has('PARTICIPLE');
  const participial = form.shapes.has('GERUND') && !passive;
  if (form.shapes.size === 1 && form.shapes.has('PARTICIPLE') && !helped) return null;
  // "would say only that", "would only say": the rest was refused, this was said.
  const only =
    lexicon.has('exclusives', article.lower(verb + 1)) || lexicon.has('exclusives', article.lower(verb - 1));
  const hypothetical = (modal || infinitive) && !perfect && !(modal && only);
  return {
    from,
    verb,
    to: verb + 1,
    form,
    negated: negated || refusedBefore(article, from),
    hypothetical,
    infinitive,
    passive: isPassive,
    perfect,
    participial,
  };
}

function refusedBefore(article: ArticleText, from: number): boolean {
  return (
    article.lexicon.has('refusals', article.lower(from - 1)) &&
    article.lexicon.has('infinitiveMarks', article.lower(from))
  );
}

/** "media reports range", "state officials": a verb form that another noun or a verb follows is a noun. */
function isNounHere(article: ArticleText, verb: number): boolean {
  const { lexicon } = article;
  const next = article.lower(verb + 1);
  if (
    lexicon.has('complementisers', next) ||
    article.shape(verb + 1) === 'QUOTE' ||
    article.shape(verb + 1) === 'COLON'
  )
    return false;
  if (article.isFiniteVerb(verb + 1)) return true;
  const before = article.tokens[verb - 1];
  // "they report in the journal", "researchers report on Monday": a pronoun or a plural before a bare form is its subject.
  const isBare = lexicon.cues.get(article.lower(verb))?.shapes.has('INFINITIVE') === true;
  const plural = before?.shape === 'WORD' && !before.capital && lexicon.has('groupNouns', before.lower);
  if (isBare && (plural || lexicon.pronoun(before?.lower ?? '') === 'PLURAL')) return false;
  if (lexicon.has('prepositions', next)) return !article.nameAt(verb - 1);
  return (
    before?.shape === 'WORD' &&
    !before.capital &&
    !article.isFunction(verb - 1) &&
    !before.lower.endsWith('s')
  );
}
