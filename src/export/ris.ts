import type { CitedName } from './cited-name.ts';
import type { CslDate, CslItem } from './csl-item.ts';

function printName(name: CitedName): string {
  if ('literal' in name) return name.literal;
  const family = [name['non-dropping-particle'], name.family].filter((part) => part !== undefined).join(' ');
  return [family, name.given, name.suffix].filter((part) => part !== undefined).join(', ');
}

/** `2024/03/09/`: unknown parts stay empty between their strokes. */
function printDate(date: CslDate): string {
  const [year = 0, month, day] = date['date-parts'][0] ?? [];
  const two = (part: number | undefined): string => (part === undefined ? '' : String(part).padStart(2, '0'));
  return `${String(year).padStart(4, '0')}/${two(month)}/${two(day)}/`;
}

/** The record as RIS (`TY  - NEWS`), with the line ends (CR LF) and the final line end that the format asks for. */
export function printRis(item: CslItem): string {
  const { issued, accessed } = item;
  const year = issued?.['date-parts'][0]?.[0];
  const lines: [tag: string, value: string | undefined][] = [
    ['TY', 'NEWS'],
    ['ID', item.id],
    ...(item.author ?? []).map((name): [string, string] => ['AU', printName(name)]),
    ['TI', item.title],
    ['T2', item['container-title']],
    ['PY', year === undefined ? undefined : String(year)],
    ['DA', issued === undefined ? undefined : printDate(issued)],
    ['UR', item.URL],
    ['Y2', accessed === undefined ? undefined : printDate(accessed)],
    ['LA', item.language],
    ['OP', item['original-title']],
    ['N1', item.genre],
    ['N1', item.note],
    ['ER', ''],
  ];
  return lines
    .flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value.replace(/\s+/g, ' ')}\r\n`]))
    .join('');
}
