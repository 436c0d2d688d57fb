/**
 * Writes `src/export/csl/csl-data.json`: the citation styles we print and the English locale, unchanged, from a folder that holds
 * `styles/` and `locales/` of the Citation Style Language project (in Debian: the packages
 * `citation-style-language-styles` and `citation-style-language-locales`, unpacked).
 *
 *     npx tsx scripts/generate-csl-data.ts FOLDER
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: npx tsx scripts/generate-csl-data.ts FOLDER');
const read = (...path: string[]): string => readFileSync(join(folder, ...path), 'utf8');

const data = {
  source:
    'Citation Style Language project, https://citationstyles.org/: styles of 2023-02-09, locales of 2023-01-22',
  licence:
    'CC BY-SA 3.0, https://creativecommons.org/licenses/by-sa/3.0/. Authors and contributors are named in each file.',
  locale: read('locales', 'locales-en-US.xml'),
  styles: {
    APA: read('styles', 'apa.csl'),
    MLA: read('styles', 'modern-language-association.csl'),
    CHICAGO: read('styles', 'chicago-fullnote-bibliography.csl'),
  },
};
writeFileSync(join('src', 'export', 'csl', 'csl-data.json'), `${JSON.stringify(data, null, 2)}\n`);
