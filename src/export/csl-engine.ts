import { createRequire } from 'node:module';
import type CslData from './csl/csl-data.json';
import type { CslItem } from './csl-item.ts';

/** The styles printed by citeproc-js. */
export type PrintedStyle = 'APA' | 'MLA' | 'CHICAGO';

/** The part of citeproc-js that we call, https://citeproc-js.readthedocs.io/en/latest/running.html; it ships no types. */
interface Engine {
  setOutputFormat(format: 'text'): void;
  updateItems(ids: readonly string[]): void;
  makeBibliography(): readonly [parameters: unknown, entries: readonly string[]] | false;
  previewCitationCluster(
    citation: {
      citationItems: readonly { id: string; prefix?: string }[];
      properties: { noteIndex: number };
    },
    before: readonly [],
    after: readonly [],
    format: 'text',
  ): string;
}
interface Citeproc {
  Engine: new (
    system: { retrieveLocale: (language: string) => string; retrieveItem: (id: string) => object },
    style: string,
    language: string,
    forceLanguage: boolean,
  ) => Engine;
}

/** One engine per style, kept: making one takes 10 to 150 ms, a citation about 3. */
const engines = new Map<PrintedStyle, { readonly engine: Engine; readonly slot: { item: object } }>();

const ITEM_ID = 'work';

function engineFor(style: PrintedStyle): { readonly engine: Engine; readonly slot: { item: object } } {
  const kept = engines.get(style);
  if (kept !== undefined) return kept;
  // `require` loads a megabyte when the first citation is asked for, and only then. The shapes are those of the package and the file.
  const require = createRequire(import.meta.url);
  const citeproc = require('citeproc') as Citeproc;
  const data = require('./csl/csl-data.json') as typeof CslData;
  const slot: { item: object } = { item: {} };
  const system = { retrieveLocale: () => data.locale, retrieveItem: () => slot.item };
  const engine = new citeproc.Engine(system, data.styles[style], 'en-US', true);
  engine.setOutputFormat('text');
  const made = { engine, slot };
  engines.set(style, made);
  return made;
}

/** citeproc reads `<i>` in a title as italics; news prints angle brackets as they are. Private-use marks carry them through. */
const hide = (text: string): string => text.replaceAll('<', '\ue000').replaceAll('>', '\ue001');
const reveal = (text: string): string => text.replaceAll('\ue000', '<').replaceAll('\ue001', '>');

/** APA prints nineteen and the last, the others fewer: the ones between cost time and change nothing. */
function printedAuthors(authors: CslItem['author']): CslItem['author'] {
  return authors === undefined || authors.length <= 22
    ? authors
    : [...authors.slice(0, 21), ...authors.slice(-1)];
}

function place(style: PrintedStyle, item: CslItem): Engine {
  const { engine, slot } = engineFor(style);
  const author = printedAuthors(item.author)?.map((name) =>
    Object.fromEntries(Object.entries(name).map(([key, text]) => [key, hide(text)])),
  );
  slot.item = {
    ...item,
    id: ITEM_ID,
    title: hide(item.title),
    // Without a language the engine takes English for granted and puts capitals on every word.
    language: item.language ?? 'und',
    note: undefined, // may hold "key: value" lines that citeproc would read as fields
    ...(author === undefined ? {} : { author }),
    ...(item['container-title'] === undefined ? {} : { 'container-title': hide(item['container-title']) }),
    ...(item.genre === undefined ? {} : { genre: hide(item.genre) }),
  };
  engine.updateItems([]);
  engine.updateItems([ITEM_ID]);
  return engine;
}

/** The entry of a list of references, one line, plain text. */
export function printReference(item: CslItem, style: PrintedStyle): string {
  const bibliography = place(style, item).makeBibliography();
  const entries = bibliography === false ? [] : bibliography[1];
  return reveal(entries.join(' ')).replace(/\s+/g, ' ').trim();
}

/** What stands in the text: "(Venn, 2024)" in APA, "(Venn)" in MLA, a whole note in Chicago. */
export function printInText(item: CslItem, style: PrintedStyle, prefix = ''): string {
  const citationItem = prefix === '' ? { id: ITEM_ID } : { id: ITEM_ID, prefix: hide(prefix) };
  const printed = place(style, item).previewCitationCluster(
    { citationItems: [citationItem], properties: { noteIndex: 1 } },
    [],
    [],
    'text',
  );
  return reveal(printed).replace(/\s+/g, ' ').trim();
}
