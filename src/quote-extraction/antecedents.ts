import type { ArticleText } from './article-text.ts';
import type { Person } from './people.ts';
import type { Source } from './sources.ts';

/** What a referring word asks for: a man, a woman, several, a thing or body, or anybody. */
export type Wanted = 'MALE' | 'FEMALE' | 'PLURAL' | 'NEUTER' | 'ANY';

/** Somebody met in the text whom a later "she" or "the company" may mean. */
export interface Candidate {
  readonly token: number;
  readonly sentence: number;
  /** Null for somebody only described ("a neighbour"). */
  readonly person: Person | null;
  readonly source: Source | null;
  /** Subject of the clause, as far as place tells. */
  readonly subject: boolean;
  /** Stands behind a preposition: "the Institute" in "Doe of the Institute". */
  readonly governed: boolean;
  /** Was quoted there. */
  readonly spoke: boolean;
}

/** Sentences. No pronoun of the labelled news reached further back. */
const REACH = 8;
/** Candidates looked at for one pronoun, so that a page of nothing but names stays linear. */
const MAX_LOOKED_AT = 60;

function fits(article: ArticleText, candidate: Candidate, wanted: Wanted): boolean {
  const { person, source } = candidate;
  if (person) {
    if (wanted === 'MALE' || wanted === 'FEMALE')
      return person.kind !== 'BODY' && (person.gender === null || person.gender === wanted);
    if (wanted === 'PLURAL') return person.kind === 'BODY';
    if (wanted === 'NEUTER')
      return person.kind === 'BODY' || (person.kind === 'UNKNOWN' && person.gender === null);
    return person.kind !== 'BODY';
  }
  const head = source?.head ?? '';
  const { lexicon } = article;
  const group = lexicon.has('groupNouns', head);
  if (wanted === 'PLURAL')
    return group || (candidate.spoke && (lexicon.has('bodyNouns', head) || head.endsWith('s')));
  if (wanted === 'NEUTER')
    return lexicon.has('bodyNouns', head) || (candidate.spoke && lexicon.has('textNouns', head));
  if (group || !lexicon.isPersonNoun(head)) return false;
  return wanted === 'ANY' || source?.gender == null || source.gender === wanted;
}

/** Higher is likelier. Weights were set on labelled news: nearness first, then who spoke, then who was the subject. */
function likelihood(candidate: Candidate, wanted: Wanted, here: number, beside: boolean): number {
  const { person } = candidate;
  let value = candidate.sentence - here + (beside ? 0.8 : 0);
  if (candidate.spoke) value += 1.6;
  else if (candidate.subject) value += 1.2;
  if (!person) return value - (candidate.spoke ? 0 : 0.7);
  if (person.gender === wanted) value += 0.6;
  if (candidate.governed && !candidate.spoke) value -= 0.3;
  if (wanted === 'NEUTER' && person.kind === 'BODY') value += 0.6;
  if (wanted === 'PLURAL') value -= 0.8;
  if (person.kind === 'PERSON' && wanted !== 'NEUTER') value += 0.5;
  if (person.kind === 'UNKNOWN' && person.words.length === 1 && wanted !== 'NEUTER') value -= 1.5;
  return value;
}

/** Everybody met so far, in order of place, and whom a referring word means. */
export class Antecedents {
  readonly #article: ArticleText;
  readonly #met: readonly Candidate[];
  readonly #spoke: Candidate[] = [];

  /** `met` in order of `token`. */
  constructor(article: ArticleText, met: readonly Candidate[]) {
    this.#article = article;
    this.#met = met;
  }

  /** Notes who was quoted. Call in order of the text. */
  noteSpeaker(source: Source, person: Person | null): void {
    const sentence = this.#article.tokens[source.from]?.sentence ?? 0;
    this.#spoke.push({
      token: source.from,
      sentence,
      person,
      source,
      subject: true,
      governed: false,
      spoke: true,
    });
  }

  /** The likeliest of those met before a token, nearest first among equals; null when nobody fits. */
  find(
    token: number,
    wanted: Wanted,
    accept: (candidate: Candidate) => boolean = () => true,
  ): Candidate | null {
    const here = this.#article.tokens[token]?.sentence ?? 0;
    const paragraph = this.#article.text.sentences[here]?.paragraph;
    let best: Candidate | null = null;
    let most = Number.NEGATIVE_INFINITY;
    const weigh = (candidate: Candidate) => {
      if (!fits(this.#article, candidate, wanted) || !accept(candidate)) return;
      // "on its website it wrote": whoever owns the site is not the site.
      const owned = this.#article.lexicon.has('possessives', this.#article.lower(candidate.token));
      if (owned && wanted === 'NEUTER' && candidate.sentence === here) return;
      const beside = this.#article.text.sentences[candidate.sentence]?.paragraph === paragraph;
      const value = likelihood(candidate, wanted, here, beside);
      if (value > most) {
        best = candidate;
        most = value;
      }
    };
    for (const list of [this.#spoke, this.#met]) {
      let looked = 0;
      for (let i = lastBefore(list, token); i >= 0 && looked < MAX_LOOKED_AT; i--, looked++) {
        const candidate = list[i];
        if (!candidate || here - candidate.sentence > REACH) break;
        weigh(candidate);
      }
    }
    return best;
  }

  /** The nearest before a token, however far, that a test accepts. */
  nearest(token: number, accept: (candidate: Candidate) => boolean): Candidate | null {
    let looked = 0;
    for (let i = lastBefore(this.#met, token); i >= 0 && looked < 4 * MAX_LOOKED_AT; i--, looked++) {
      const candidate = this.#met[i];
      if (candidate && accept(candidate)) return candidate;
    }
    return null;
  }
}

function lastBefore(list: readonly Candidate[], token: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.token ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** People and bodies that the narration describes without a name ("a neighbour", "union officials"), in order. */
export function findDescribed(article: ArticleText): Candidate[] {
  const { lexicon } = article;
  const found: Candidate[] = [];
  for (let i = 0; i < article.tokens.length; i++) {
    const token = article.tokens[i];
    if (token?.shape !== 'WORD' || token.possessive || article.nameAt(i)) continue;
    const group = lexicon.has('groupNouns', token.lower);
    if (!group && !lexicon.isPersonNoun(token.lower) && !lexicon.has('bodyNouns', token.lower)) continue;
    const next = article.tokens[i + 1];
    // "police chief", "spokesman Doe": the head comes later.
    if (
      next?.shape === 'WORD' &&
      (article.nameAt(i + 1) || lexicon.isPersonNoun(next.lower) || lexicon.has('groupNouns', next.lower))
    )
      continue;
    let from = i;
    const { from: first } = article.sentenceOf(i);
    while (from > first && i - from < 6) {
      const before = article.tokens[from - 1];
      if (before?.shape !== 'WORD' && before?.shape !== 'NUMBER') break;
      if (article.isFiniteVerb(from - 1) && !article.nameAt(from - 1)) break;
      if (lexicon.has('determiners', before.lower)) {
        from--;
        break;
      }
      if (article.isFunction(from - 1)) break;
      from--;
    }
    const before = article.lower(from - 1);
    const governed = lexicon.has('prepositions', before);
    const subject = !governed && !article.isFiniteVerb(from - 1);
    const source: Source = {
      from,
      to: i + 1,
      name: null,
      pronoun: null,
      head: token.lower,
      definite: false,
      gender: lexicon.genderOfWord(token.lower),
      role: null,
    };
    found.push({
      token: from,
      sentence: token.sentence,
      person: null,
      source,
      subject,
      governed,
      spoke: false,
    });
  }
  return found;
}
