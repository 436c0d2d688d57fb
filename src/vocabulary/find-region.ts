import { createRequire } from 'node:module';
import { foldName } from './fold-name.ts';
import {
  AMBIGUOUS_REGION_NAMES,
  NEWS_REGIONS,
  REGION_ALIASES,
  REGION_NAMES_BY_LANGUAGE,
} from './news-regions-data.ts';
import type RegionNames from './region-names.json';
import { allRegions, type RegionTerm, regionByCode } from './regions.ts';

/** UTF-16 units. The longest name in CLDR has 89. */
const MAX_NAME_LENGTH = 160;

/** Leading articles of the languages whose news prints them with names of countries. */
const ARTICLES = new Set('the le la les el los las lo il gli i o a os as der die das den de het'.split(' '));

/** Votes of these decide what a name means that CLDR gives two regions; smaller languages borrow names. */
const MAJOR_LANGUAGES = new Set(
  'ar bg bn ca cs da de el en es fa fi fr he hi hr hu id it ja ko ms nb nl pl pt ro ru sk sl sr sv sw th tr uk ur vi zh'.split(
    ' ',
  ),
);

interface NameIndex {
  readonly codes: ReadonlyMap<string, string>;
  /** Names that mean several regions: language -> code, with the code under `''` when no language is known. */
  readonly contested: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

let index: NameIndex | null = null;

/** Reads 700 KB of names on the first call: about 25 ms, once. */
function loadIndex(): NameIndex {
  if (index !== null) return index;
  // `require` reads it when it is first needed; an `import` would make every start pay for it. The shape is the file's own.
  const data = createRequire(import.meta.url)('./region-names.json') as typeof RegionNames;
  const codes = new Map<string, string>();
  for (const [code, names] of Object.entries(data.names)) {
    for (const name of names.split('|')) codes.set(name, code);
  }
  const contested = new Map<string, Map<string, string>>();
  for (const [name, languages] of Object.entries(data.contested))
    contested.set(name, meaningByLanguage(languages));
  for (const term of allRegions()) addName(codes, contested, term.name, term.code);
  for (const { code, names } of NEWS_REGIONS) {
    for (const name of names.split('|')) addName(codes, contested, name, code);
  }
  for (const row of REGION_ALIASES) {
    const [code = '', ...names] = row.split('|');
    for (const name of names) addName(codes, contested, name, code);
  }
  for (const name of AMBIGUOUS_REGION_NAMES) {
    const folded = foldName(name);
    codes.delete(folded);
    contested.get(folded)?.delete('');
  }
  for (const row of REGION_NAMES_BY_LANGUAGE) {
    const [language = '', name = '', code = ''] = row.split('|');
    const folded = foldName(name);
    contested.set(folded, (contested.get(folded) ?? new Map()).set(language, code));
  }
  index = { codes, contested };
  return index;
}

/** A name of our own list stands above what CLDR says of it. */
function addName(
  codes: Map<string, string>,
  contested: Map<string, unknown>,
  name: string,
  code: string,
): void {
  for (const folded of new Set([foldName(name), foldName(name.replaceAll(' and ', ' '))])) {
    if (folded === '') continue;
    contested.delete(folded);
    codes.set(folded, code);
  }
}

/** `{ '021': 'bg sr', '003': 'mk' }` -> the code for each language, and under `''` the one most major languages mean. */
function meaningByLanguage(codes: Readonly<Record<string, string>>): Map<string, string> {
  const meaning = new Map<string, string>();
  const votes: [code: string, major: number, all: number][] = [];
  for (const [code, list] of Object.entries(codes)) {
    const languages = list.split(' ');
    votes.push([
      code,
      languages.filter((language) => MAJOR_LANGUAGES.has(language)).length,
      languages.length,
    ]);
    for (const language of languages) {
      // A language that gives one name to two regions decides nothing.
      if (meaning.has(language)) meaning.set(language, '');
      else meaning.set(language, code);
    }
  }
  votes.sort((a, b) => b[1] - a[1] || b[2] - a[2]);
  const [first, second] = votes;
  if (first !== undefined && second !== undefined && first[1] > 2 * second[1]) meaning.set('', first[0]);
  return meaning;
}

/** The ways to read a printed name, best first: as it stands, without its article, turned round at its comma. */
function readings(name: string): string[] {
  const whole = foldName(name);
  const found = [whole, withoutArticle(whole)];
  // "L’Italie", "l'Iran": the article sticks to the name.
  if (/^l['’‘]/i.test(name)) found.push(foldName(name.slice(2)));
  // "Korea, Republic of", "Bahamas (the)": the order of lists.
  const comma = name.indexOf(',');
  if (comma > 0) found.push(withoutArticle(foldName(`${name.slice(comma + 1)} ${name.slice(0, comma)}`)));
  if (whole.endsWith(' the')) found.push(whole.slice(0, -4));
  return found;
}

function withoutArticle(folded: string): string {
  const space = folded.indexOf(' ');
  return space > 0 && ARTICLES.has(folded.slice(0, space)) ? folded.slice(space + 1) : folded;
}

/**
 * The region that a printed name means, in any language of Unicode CLDR, or null.
 *
 * Accents, case, punctuation and a leading article are ignored; the whole name has to match, so "Guinea" is
 * neither Guinea-Bissau nor Papua New Guinea. A name that means several regions ("Congo", "Korea") gives null
 * unless `language` (BCP 47) decides it. Country codes are not names: see `regionByCode`.
 */
export function findRegion(name: string, language?: string): RegionTerm | null {
  if (name.length > MAX_NAME_LENGTH) return null;
  const { codes, contested } = loadIndex();
  const spoken = language?.toLowerCase().split('-', 1)[0] ?? '';
  for (const reading of readings(name)) {
    const meaning = contested.get(reading);
    const code = meaning === undefined ? codes.get(reading) : (meaning.get(spoken) ?? meaning.get(''));
    if (code !== undefined && code !== '') return regionByCode(code);
  }
  return null;
}
