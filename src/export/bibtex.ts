import type { CitedName } from './cited-name.ts';
import type { CslItem } from './csl-item.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const escapeLatex = (text: string): string => text.replace(/[\\{}&%$#_~^]/g, (mark) => LATEX[mark] ?? mark);

/** Braces and backslashes would end the field; BibTeX reads the rest of an address word for word. */
const escapeUrl = (url: string): string => url.replace(/[{}\\\s]/g, (mark) => encodeURIComponent(mark));

/** `de Almeida, Lucas Leiroz`; a body in braces, so that BibTeX does not take it apart. */
function printName(name: CitedName): string {
  if ('literal' in name) return `{${escapeLatex(name.literal)}}`;
  const family = [name['non-dropping-particle'], name.family].filter((part) => part !== undefined).join(' ');
  return [family, name.suffix, name.given]
    .filter((part) => part !== undefined)
    .map((part) => (/\band\b|,/i.test(part) ? `{${escapeLatex(part)}}` : escapeLatex(part)))
    .join(', ');
}

/**
 * The record as a BibTeX `@article` with the outlet as its journal, in UTF-8.
 *
 * biblatex reads it too: `entrysubtype = {newspaper}`, `urldate`. The title stands in two pairs of braces, so that its
 * capitals stay. Unknown facts are left out; a month without a day has no day.
 */
export function printBibtex(item: CslItem): string {
  const [year, month, day] = item.issued?.['date-parts'][0] ?? [];
  const accessed = item.accessed?.['date-parts'][0]?.map((part) => String(part).padStart(2, '0')).join('-');
  const fields: [name: string, value: string | undefined][] = [
    ['author', item.author === undefined ? undefined : `{${item.author.map(printName).join(' and ')}}`],
    ['title', `{{${escapeLatex(item.title)}}}`],
    [
      'journal',
      item['container-title'] === undefined ? undefined : `{${escapeLatex(item['container-title'])}}`,
    ],
    ['year', year === undefined ? undefined : `{${year}}`],
    ['month', month === undefined ? undefined : MONTHS[month - 1]],
    ['day', day === undefined ? undefined : `{${day}}`],
    ['url', item.URL === undefined ? undefined : `{${escapeUrl(item.URL)}}`],
    ['urldate', accessed === undefined ? undefined : `{${accessed}}`],
    ['language', item.language === undefined ? undefined : `{${escapeLatex(item.language)}}`],
    [
      'origtitle',
      item['original-title'] === undefined ? undefined : `{${escapeLatex(item['original-title'])}}`,
    ],
    ['note', noteOf(item)],
    ['entrysubtype', '{newspaper}'],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value}`]));
  return `@article{${item.id},\n${lines.join(',\n')}\n}\n`;
}

function noteOf({ genre, note }: CslItem): string | undefined {
  const notes = [genre === undefined ? undefined : `${genre}.`, note].filter((part) => part !== undefined);
  return notes.length === 0 ? undefined : `{${escapeLatex(notes.join(' '))}}`;
}
