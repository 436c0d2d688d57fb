/**
 * Writes `src/vocabulary/region-tree-data.ts` and `src/vocabulary/region-names.json` from Unicode CLDR.
 *
 * CLDR's JSON packages weigh 37 MB, so they are not a dependency; fetch them into a folder of their own:
 *
 *     npm i --prefix FOLDER --ignore-scripts cldr-core@48.2.0 cldr-localenames-full@48.2.0
 *     npx tsx scripts/generate-region-data.ts FOLDER
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldName } from '../src/vocabulary/fold-name.ts';

/** Unknown, pseudo-accents, Outlying Oceania, and codes that ISO 3166 only reserves. */
const NOT_REGIONS = new Set(['ZZ', 'XA', 'XB', 'QO', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA']);
/** Names in three letters at least: CLDR's shorter Latin ones are codes. */
const SHORT_LATIN = /^[a-z]{1,2}$/;

/** Parents by UN M49 where CLDR's tree leaves a level out or differs. */
const M49_PARENTS: Readonly<Record<string, string | null>> = {
  '001': null,
  '003': '019',
  '005': '419',
  '011': '202',
  '013': '419',
  '014': '202',
  '017': '202',
  '018': '202',
  '029': '419',
  '202': '002',
  '419': '019',
  AQ: '001',
  EU: '150',
  EZ: 'EU',
  UN: '001',
};
/** English names where CLDR's is a compromise between two, or not how news prints it. */
const NAMES: Readonly<Record<string, string>> = {
  '001': 'World',
  '057': 'Micronesia (region)',
  '419': 'Latin America and the Caribbean',
  CD: 'Democratic Republic of the Congo',
  CG: 'Republic of the Congo',
  FK: 'Falkland Islands',
  HK: 'Hong Kong',
  MM: 'Myanmar',
  MO: 'Macao',
  PS: 'Palestine',
};
/** Members that joined after CLDR's list was made: Croatia in 2023, Bulgaria in 2026. */
const LATER_MEMBERS: Readonly<Record<string, readonly string[]>> = { EZ: ['BG', 'HR'] };
const SLUGS: Readonly<Record<string, string>> = { '057': 'micronesian-region' };

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: npx tsx scripts/generate-region-data.ts FOLDER');
const packages = join(folder, 'node_modules');

// CLDR's files have one fixed shape per file name; a release that changes it makes the lines below throw.
// biome-ignore lint/suspicious/noExplicitAny: see above.
const readJson = (...path: string[]): any => JSON.parse(readFileSync(join(packages, ...path), 'utf8'));

const version: string = readJson('cldr-core', 'package.json').version;
const containment: Record<string, { _contains: string[]; _grouping?: string }> = readJson(
  'cldr-core',
  'supplemental',
  'territoryContainment.json',
).supplemental.territoryContainment;
const codeMappings: Record<string, { _numeric?: string; _alpha3?: string }> = readJson(
  'cldr-core',
  'supplemental',
  'codeMappings.json',
).supplemental.codeMappings;
const localeNames = join('cldr-localenames-full', 'main');
/** Territory names of a locale by code; none where CLDR keeps no file for it. */
function territoryNames(locale: string): Record<string, string> {
  if (!existsSync(join(packages, localeNames, locale, 'territories.json'))) return {};
  return readJson(localeNames, locale, 'territories.json').main[locale].localeDisplayNames.territories;
}

const english = territoryNames('en');
const codes = Object.keys(english)
  .filter((code) => !code.includes('-alt-') && !NOT_REGIONS.has(code))
  .sort();

function parentOf(code: string): string | null {
  if (code in M49_PARENTS) return M49_PARENTS[code] ?? null;
  const parent = Object.entries(containment).find(
    ([key, { _contains, _grouping }]) =>
      !key.includes('-') && _grouping === undefined && _contains.includes(code),
  );
  if (parent === undefined) throw new Error(`CLDR puts ${code} nowhere.`);
  return parent[0];
}

function kindOf(code: string): string {
  if (code === '001') return 'WORLD';
  if (['003', 'EU', 'EZ', 'UN'].includes(code)) return 'GROUPING';
  if (code === 'AQ') return 'CONTINENT';
  if (/^\d+$/.test(code)) return parentOf(code) === '001' ? 'CONTINENT' : 'SUBREGION';
  return 'COUNTRY';
}

const rows = codes.map((code) => {
  const name =
    NAMES[code] ??
    (english[code] ?? '')
      .replaceAll('&', 'and')
      .replaceAll('’', "'")
      .replace(/\bSt\. /, 'Saint ');
  const numeric = /^\d+$/.test(code) ? code : (codeMappings[code]?._numeric ?? '');
  const kind = kindOf(code);
  // XK is no ISO code and has no number of the UN; CLDR invents one.
  const m49 = kind === 'GROUPING' && code !== '003' ? '' : code === 'XK' ? '' : numeric;
  const alpha3 = kind === 'COUNTRY' && code !== 'XK' ? (codeMappings[code]?._alpha3 ?? '') : '';
  const slug = SLUGS[code] ?? foldName(name.replaceAll("'", ' ')).replaceAll(' ', '-');
  return [code, m49, alpha3, kind, parentOf(code) ?? '', slug, name].join('|');
});
const members = ['003', 'EU', 'EZ', 'UN'].map((code) => {
  const all = new Set([...(containment[code]?._contains ?? []), ...(LATER_MEMBERS[code] ?? [])]);
  return `${code}|${[...all].sort().join(' ')}`;
});

writeFileSync(
  'src/vocabulary/region-tree-data.ts',
  `// Made by scripts/generate-region-data.ts from Unicode CLDR ${version} (Unicode-3.0, see LICENSE.third-party.md). Do not edit.

/** Regions of UN M49 and ISO 3166-1: code | M49 | alpha-3 | kind | parent | slug | English name. */
export const REGION_ROWS: readonly string[] = [
${rows.map((row) => `  ${quote(row)},`).join('\n')}
];

/** What a grouping is made of: code | codes of its members. */
export const REGION_MEMBERS: readonly string[] = [
${members.map((row) => `  ${quote(row)},`).join('\n')}
];
`,
);

function quote(text: string): string {
  return text.includes("'") ? JSON.stringify(text) : `'${text}'`;
}

/** Folded name -> code -> languages that print the region so. */
const meanings = new Map<string, Map<string, Set<string>>>();
for (const locale of readdirSync(join(packages, localeNames))) {
  const [language = locale] = locale.split('-');
  for (const [key, printed] of Object.entries(territoryNames(locale))) {
    const [code = key] = key.split('-alt-');
    const name = foldName(printed);
    if (!codes.includes(code) || printed === code || name === '' || SHORT_LATIN.test(name)) continue;
    const byCode = meanings.get(name) ?? new Map<string, Set<string>>();
    byCode.set(code, (byCode.get(code) ?? new Set()).add(language));
    meanings.set(name, byCode);
  }
}

const names: Record<string, string> = {};
const contested: Record<string, Record<string, string>> = {};
for (const [name, byCode] of [...meanings].sort(([a], [b]) => (a < b ? -1 : 1))) {
  if (byCode.size === 1) {
    for (const code of byCode.keys())
      names[code] = names[code] === undefined ? name : `${names[code]}|${name}`;
  } else {
    contested[name] = Object.fromEntries(
      [...byCode].map(([code, languages]) => [code, [...languages].sort().join(' ')]),
    );
  }
}
const inOrder = Object.fromEntries(codes.map((code) => [code, names[code] ?? '']));
writeFileSync(
  'src/vocabulary/region-names.json',
  `${JSON.stringify(
    {
      source: `Unicode CLDR ${version}, names of territories in all its locales, folded`,
      licence: 'Unicode-3.0, see LICENSE.third-party.md',
      names: inOrder,
      contested,
    },
    null,
    1,
  )}\n`,
);
