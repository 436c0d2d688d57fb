import { findNames, type NameMention } from './names.ts';
import type { Sentence, Token, TokenisedText } from './tokens.ts';

/** A tokenised body with its names, and the questions that every later stage asks of a token. */
export class ArticleText {
  readonly tokens: readonly Token[];
  readonly names: readonly NameMention[];
  /** For each token, 1 + the index of the name that covers it; 0 for none. */
  readonly #nameAt: Int32Array;
  /** Answers of `isFiniteVerb`: 0 not asked yet, 1 no, 2 yes. Many stages ask of the same verbs. */
  readonly #finite: Uint8Array;

  /** `known`: last words of names from a text printed beside this one, a headline's body. */
  constructor(
    readonly text: TokenisedText,
    readonly known: ReadonlySet<string> = new Set(),
  ) {
    this.tokens = text.tokens;
    this.names = findNames(text);
    this.#nameAt = new Int32Array(text.tokens.length);
    this.#finite = new Uint8Array(text.tokens.length);
    for (const [index, name] of this.names.entries()) {
      for (let i = name.from; i < name.to; i++) this.#nameAt[i] = index + 1;
    }
  }

  get lexicon() {
    return this.text.lexicon;
  }

  /** Lower-case word at a token index; empty outside the text. */
  lower(i: number): string {
    return this.tokens[i]?.lower ?? '';
  }

  shape(i: number): Token['shape'] | null {
    return this.tokens[i]?.shape ?? null;
  }

  sentenceOf(i: number): Sentence {
    return this.text.sentences[this.tokens[i]?.sentence ?? 0] ?? { from: 0, to: 0, paragraph: 0 };
  }

  nameAt(i: number): NameMention | null {
    return this.names[this.nameIndexAt(i)] ?? null;
  }

  /** Which of `names` covers the token; -1 for none. */
  nameIndexAt(i: number): number {
    return (this.#nameAt[i] ?? 0) - 1;
  }

  /** Characters from one token to another, `to` exclusive. */
  range(from: number, to: number): { start: number; end: number } {
    return { start: this.tokens[from]?.start ?? 0, end: this.tokens[to - 1]?.end ?? 0 };
  }

  printed(from: number, to: number): string {
    const { start, end } = this.range(from, to);
    return this.text.body.slice(start, end);
  }

  isAdverb(i: number): boolean {
    const token = this.tokens[i];
    if (token?.shape !== 'WORD') return false;
    const { lexicon } = this;
    if (lexicon.has('adverbs', token.lower)) return true;
    if (token.capital || !lexicon.endsLike('adverbEndings', token.lower)) return false;
    // "her family", "the assembly": behind an article the ending belongs to a noun or an adjective.
    const before = this.lower(i - 1);
    return (
      !lexicon.has('determiners', before) &&
      !lexicon.has('possessives', before) &&
      !lexicon.has('bodyNouns', token.lower) &&
      !lexicon.has('groupNouns', token.lower)
    );
  }

  isAuxiliary(i: number): boolean {
    const word = this.lower(i);
    return this.lexicon.has('auxiliaries', word) || this.lexicon.has('modals', word);
  }

  isFunction(i: number): boolean {
    return this.shape(i) === 'WORD' && this.lexicon.isFunctionWord(this.lower(i));
  }

  /** A finite verb as far as form and neighbours tell. Endings alone do not make one of a word after an article. */
  isFiniteVerb(i: number): boolean {
    if (!this.#finite[i]) this.#finite[i] = this.#looksFinite(i) ? 2 : 1;
    return this.#finite[i] === 2;
  }

  #looksFinite(i: number): boolean {
    const token = this.tokens[i];
    if (token?.shape !== 'WORD') return false;
    const { lexicon } = this;
    const word = token.lower;
    if (token.capital && i !== this.sentenceOf(i).from && !this.isAuxiliary(i)) return false;
    if (this.isAuxiliary(i)) return true;
    const before = this.lower(i - 1);
    if (
      lexicon.has('determiners', before) ||
      lexicon.has('prepositions', before) ||
      this.tokens[i - 1]?.possessive
    )
      return false;
    if (lexicon.has('finiteVerbs', word)) return true;
    const cue = lexicon.cues.get(word);
    if (cue?.shapes.has('FINITE') && !lexicon.has('textNouns', word) && !lexicon.has('speechNouns', word)) {
      // A bare form ("pledge", "report") is finite only behind a plural or a pronoun.
      return (
        !cue.shapes.has('INFINITIVE') ||
        before.endsWith('s') ||
        lexicon.pronoun(before) !== null ||
        lexicon.has('groupNouns', before)
      );
    }
    return lexicon.endsLike('finiteEndings', word);
  }

  /** A day or a date word: "Tuesday", "yesterday", "March". */
  isDateWord(i: number): boolean {
    return this.lexicon.isDateWord(this.lower(i));
  }
}
