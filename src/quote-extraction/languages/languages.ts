import { ENGLISH } from './english-data.ts';
import { FRENCH } from './french-data.ts';
import { GERMAN } from './german-data.ts';
import { ITALIAN } from './italian-data.ts';
import type { LanguageData } from './language-data.ts';
import { type Lexicon, makeLexicon } from './lexicon.ts';
import { PORTUGUESE } from './portuguese-data.ts';
import { SPANISH } from './spanish-data.ts';

/** Every language that quotes are read in. A new one is a new record and a word in this list. */
const LANGUAGES: readonly LanguageData[] = [ENGLISH, FRENCH, SPANISH, GERMAN, PORTUGUESE, ITALIAN];

const TELLING = LANGUAGES.map((data) => [data, new Set(data.telling.split(' '))] as const);

const lexicons = new Map<string, Lexicon>();

function lexiconOf(data: LanguageData): Lexicon {
  const known = lexicons.get(data.language);
  if (known) return known;
  const made = makeLexicon(data);
  lexicons.set(data.language, made);
  return made;
}

/** UTF-16 units. Function words are so frequent that a page tells the language; more text changed no answer. */
const DETECTION_SAMPLE = 4000;

/**
 * The words of the language named by a BCP 47 tag; for a null or unknown tag, of the language with the most short frequent
 * words in the text. Each counts once, so that "a" and "as" do not outvote the rest of a short text. English when nothing tells.
 */
export function lexiconFor(tag: string | null | undefined, text: string): Lexicon {
  const named = LANGUAGES.find((data) => data.language === tag?.toLowerCase().split(/[-_]/)[0]);
  if (named) return lexiconOf(named);
  let best: LanguageData = ENGLISH;
  let most = 0;
  const sample = new Set(
    text
      .slice(0, DETECTION_SAMPLE)
      .toLowerCase()
      .split(/[^\p{L}]+/u),
  );
  for (const [data, telling] of TELLING) {
    let count = 0;
    for (const word of sample) if (telling.has(word)) count++;
    if (count > most) {
      most = count;
      best = data;
    }
  }
  return lexiconOf(best);
}
