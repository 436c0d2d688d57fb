import { type PartialDate, parsePrintedDate } from '../../../text/dates.ts';
import type { LinkedName, Profile } from '../reader.ts';
import { type LabelRole, NETWORKS, ROLE_BY_LABEL } from './capture-label-data.ts';

/** A Markdown link; the address may hold one level of brackets. */
const LINK = /\[([^[\]]{1,500})\]\(((?:[^()\s]|\([^()\s]{0,500}\)){0,2000})\)/gu;

/** A line of the form `Label: values`. */
export interface LabelLine {
  /** As printed, without the colon. */
  readonly label: string;
  /** Null for a label that nobody has told us of. */
  readonly role: LabelRole | null;
  /** What follows the colon, link marks included. */
  readonly value: string;
}

/** The words of a line without link and emphasis marks, white space folded. */
export function plainLine(line: string): string {
  return line
    .replace(LINK, '$1')
    .replace(/\*\*|__/g, '')
    .replace(/(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** An absolute http, https or mailto address; null for `#` and everything else. */
export function addressOf(printed: string): string | null {
  return /^(?:https?:\/\/\S|mailto:\S)/i.test(printed) ? printed : null;
}

/** The links of a line, in order. */
export function linksOf(line: string): readonly LinkedName[] {
  return [...line.matchAll(LINK)].map(([, name = '', url = '']) => ({
    name: plainLine(name),
    url: addressOf(url),
  }));
}

/** Whether a line is one link and nothing else but closing punctuation. */
export function soleLinkOf(line: string): LinkedName | null {
  const links = linksOf(line);
  const [only] = links;
  return links.length === 1 && only !== undefined && /^[\s.!»*_]*$/u.test(line.replace(LINK, ''))
    ? only
    : null;
}

/** Takes apart `Label: …`; null where no short label stands before a colon. A space may stand before the colon. */
export function parseLabelLine(line: string): LabelLine | null {
  const marked =
    /^(?:\*\*|__)?([\p{L}][^:[\](){}\n]{0,59}?)[\s\u00a0\u202f]?(?::(?:\*\*|__)?|(?:\*\*|__):)[\s\u00a0\u202f]*(?=\S)/u.exec(
      line,
    );
  if (marked === null) return null;
  const label = (marked[1] ?? '').trim();
  if (label.split(/\s+/u).length > 6) return null;
  return {
    label,
    role: ROLE_BY_LABEL.get(label.toLowerCase()) ?? null,
    value: line.slice(marked[0].length).trim(),
  };
}

/** Names between commas, each with its address: `[Europe](#), [Asia](https://…)` or `Europe, Asia`. */
export function parseNames(value: string): readonly LinkedName[] {
  const names: LinkedName[] = [];
  let rest = 0;
  const takePlain = (text: string) => {
    for (const piece of text.split(/[,;|]|\s[•·/]\s/u)) {
      const name = plainLine(piece).replace(/^[.\s]+|[.\s]+$/gu, '');
      if (name !== '' && !/^(?:and|und|et|y|e|&)$/iu.test(name)) names.push({ name, url: null });
    }
  };
  for (const link of value.matchAll(LINK)) {
    takePlain(value.slice(rest, link.index));
    names.push({ name: plainLine(link[1] ?? ''), url: addressOf(link[2] ?? '') });
    rest = link.index + link[0].length;
  }
  takePlain(value.slice(rest));
  return names;
}

/** The profiles that a line links to or names: links first; a network named without a link has no address. */
export function profilesOf(line: string): readonly Profile[] {
  return linksOf(line).flatMap(({ name, url }) => {
    const network = networkOf(name) ?? (url === null ? null : networkOf(hostOf(url)));
    return network === null ? [] : [{ network, url }];
  });
}

/** The network that a text names, or null. */
export function networkOf(text: string): string | null {
  return NETWORKS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** An outlet, a date, or both, as a page prints them in one line. */
export interface PublicationLine {
  readonly outlet: LinkedName | null;
  readonly date: PartialDate;
}

/**
 * Reads "The Ledger, September 8, 2023", "8 September 2023 | The Ledger", "[Basin Watch](…) 11 March 2021" or a date
 * alone. Null when no part of the line is a date, or what is left of it is no name.
 */
export function parsePublicationLine(line: string): PublicationLine | null {
  const plain = plainLine(line);
  if (plain.length > 160) return null;
  const whole = parsePrintedDate(plain);
  // A year alone is too little to tell a line of the head by.
  if (whole !== null) return whole.precision === 'YEAR' ? null : { outlet: null, date: whole };
  const [link] = linksOf(line);
  for (const [name, printed] of waysToCut(plain)) {
    const date = parsePrintedDate(printed);
    if (
      date === null ||
      (date.precision === 'YEAR' && !/^.*[,|–—-]\s*$/u.test(plain.slice(0, -printed.length)))
    )
      continue;
    if (!isNameLike(name)) return null;
    return { outlet: { name, url: link?.name === name ? link.url : null }, date };
  }
  return null;
}

/** Each way to cut a line into a name and a date, the longest date first. */
function* waysToCut(plain: string): Generator<readonly [name: string, printed: string]> {
  const cuts = [...plain.matchAll(/\s*[,|•·:]\s*|\s+[–—-]\s+|\s+/gu)];
  for (const cut of cuts) yield [plain.slice(0, cut.index), plain.slice(cut.index + cut[0].length)];
  for (const cut of cuts.toReversed())
    yield [plain.slice(cut.index + cut[0].length), plain.slice(0, cut.index)];
}

/** Whether words look like the name of an outlet: short, capitalised or an address, and no sentence. */
export function isNameLike(text: string): boolean {
  const words = text.split(/\s+/u);
  return (
    text.length <= 80 &&
    words.length <= 8 &&
    !/[.?!…]$/u.test(text) &&
    /^[\p{Lu}\p{Lt}\p{Lo}\p{N}@]|^[a-z0-9-]+\.[a-z]{2,}/u.test(text)
  );
}

/** The host of an address, or the text itself where it is none. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : url;
}

/** The first e-mail address in a text, or null. */
export function emailOf(text: string): string | null {
  return (
    /[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/u.exec(
      text,
    )?.[0] ?? null
  );
}
