import type { CitableName } from './citable-work.ts';

/** A name in the parts that CSL, BibTeX and RIS tell apart. */
export type CitedName =
  | { readonly literal: string }
  | {
      readonly family: string;
      readonly given?: string;
      /** "de", "van der": printed before the family name. */
      readonly 'non-dropping-particle'?: string;
      readonly suffix?: string;
    };

const PARTICLES = new Set(
  'de del della delle dello dei degli di da das do dos du des la le las los van von vom zu zum zur den der ter ten af av bin ibn bint ben al el e y'.split(
    ' ',
  ),
);
/** In capitals such a word opens the family name itself: "De Niro", "Van Damme". */
const FAMILY_OPENINGS = new Set('De Del Della Di Da Du Van Von Bin Ibn Al El'.split(' '));
const TITLES = new Set('dr prof professor sir dame lord lady rev fr mr mrs ms mx hon'.split(' '));
const SUFFIX = /^(?:jr|sr|ii|iii|iv|phd|md|esq)$/i;
/** Scripts that print the family name first and without a space, or have no family names of this kind. */
const WRITTEN_WHOLE = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** UTF-16 units. Longer is a sentence that strayed into the byline: cut with an ellipsis. */
const MAX_NAME_LENGTH = 120;
/** UTF-16 units. Longer is no person's name and is not taken apart. */
const MAX_PERSON_LENGTH = 80;

const bare = (word: string): string => word.toLowerCase().replace(/[.,]/g, '');

/**
 * Takes a printed name apart: "Dr. Lucas Leiroz de Almeida" -> Almeida, "de", Lucas Leiroz.
 *
 * The last word is the family name, with the small words before it; "Venn, Ada" is turned round; a title before the
 * name is dropped, as the citation styles ask. The name of a body, a single word, and a name in Chinese, Japanese or
 * Korean characters stay whole.
 */
export function splitCitedName({ name, isBody }: CitableName): CitedName {
  const printed = plainName({ name });
  if (isBody || printed.length > MAX_PERSON_LENGTH || WRITTEN_WHOLE.test(printed))
    return { literal: printed };
  const [beforeComma = '', afterComma = '', ...more] = printed.split(',').map((part) => part.trim());
  if (more.length === 0 && afterComma !== '' && !SUFFIX.test(bare(afterComma))) {
    return joinParts(beforeComma.split(' '), afterComma, null);
  }
  const words = beforeComma.split(' ');
  while (words.length > 2 && TITLES.has(bare(words[0] ?? ''))) words.shift();
  let suffix = SUFFIX.test(bare(afterComma)) ? afterComma : null;
  if (suffix === null && words.length > 2 && SUFFIX.test(bare(words.at(-1) ?? '')))
    suffix = words.pop() ?? null;
  if (words.length === 1) return { literal: words[0] ?? printed };
  let start = words.length - 1;
  while (start > 1 && (isParticle(words[start - 1] ?? '') || FAMILY_OPENINGS.has(words[start - 1] ?? '')))
    start -= 1;
  return joinParts(words.slice(start), words.slice(0, start).join(' '), suffix);
}

/** A small word in small letters, which stands before the family name. */
function isParticle(word: string): boolean {
  return PARTICLES.has(word) || /^(?:d|dell|dall|l)['’]$/.test(word);
}

function joinParts(familyWords: readonly string[], given: string, suffix: string | null): CitedName {
  const particles = familyWords.filter((word, at) => at < familyWords.length - 1 && isParticle(word));
  return {
    family: familyWords.slice(particles.length).join(' '),
    ...(given === '' ? {} : { given }),
    ...(particles.length === 0 ? {} : { 'non-dropping-particle': particles.join(' ') }),
    ...(suffix === null ? {} : { suffix }),
  };
}

/** The name as printed, on one line, for running text and notes. */
export function plainName({ name }: Pick<CitableName, 'name'>): string {
  const line = name
    .slice(0, 10 * MAX_NAME_LENGTH)
    .replace(/[\s\p{Cc}\ue000-\uf8ff]+/gu, ' ')
    .trim();
  return line.length <= MAX_NAME_LENGTH ? line : `${line.slice(0, MAX_NAME_LENGTH - 1).trimEnd()}…`;
}
