import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { WORD_ENDINGS } from './word-endings-data.ts';

const STEMMERS: Readonly<Record<string, (word: string) => string>> = {
  da: danish,
  de: german,
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  nb: norwegian,
  nl: dutch,
  nn: norwegian,
  no: norwegian,
  pt: portuguese,
  ru: russian,
  sv: swedish,
};

/** Letters. A shorter word has other words for its forms: "as", "has". */
const MIN_LETTERS = 4;

/** Letters of a word that forms are looked for; longer ones are no words. */
const MAX_LETTERS = 40;

/** Forms of one word. */
const MAX_FORMS = 24;

/**
 * A word and its other forms in a language (BCP 47), the given one first: "election" for "elections".
 *
 * Endings of the language are tried on the word and its stem, and Snowball's stemmer says which of the results belong to
 * it; so an index of words as printed finds them all, and exact phrases stay exact. The word alone for a language without
 * a stemmer here, for short words, and for what is not all letters.
 *
 * @see https://snowballstem.org/
 */
export function wordForms(word: string, language: string): readonly string[] {
  const code = language.split('-')[0]?.toLowerCase() ?? '';
  const stemOf = STEMMERS[code];
  const endings = WORD_ENDINGS[code === 'nb' || code === 'nn' ? 'no' : code];
  if (stemOf === undefined || endings === undefined) return [word];
  if (word.length < MIN_LETTERS || word.length > MAX_LETTERS || !/^\p{L}+$/u.test(word)) return [word];
  const lower = word.toLowerCase();
  const stem = stemOf(lower);
  const forms = new Set([lower]);
  for (const base of basesOf(lower, stem)) {
    for (const ending of endings) {
      const form = base + ending;
      if (forms.size < MAX_FORMS && form.length > 2 && stemOf(form) === stem) forms.add(form);
    }
  }
  return [...forms];
}

/** What endings are put on: the word, without its last letter; the stem, without a last vowel, with its last letter doubled. */
const basesOf = (word: string, stem: string): Set<string> =>
  new Set([word, stem, word.slice(0, -1), stem.replace(/[iy]$/, ''), stem + stem.slice(-1)]);
