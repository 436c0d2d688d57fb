import type { LinkedName } from '../reader.ts';
import { emailOf, linksOf, parseNames, plainLine } from './capture-lines.ts';

/** A copyright line taken apart. */
export interface CopyrightLine {
  readonly holders: readonly LinkedName[];
  readonly year: number | null;
  /** As printed, without link marks. */
  readonly notice: string;
}

const COPYRIGHT =
  /^(?:copyrights?|©|\(c\)|℗|derechos de autor|droits d['’]auteur|urheberrecht|direitos autorais|diritti d['’]autore)(?![\p{L}])/iu;
const RESERVED =
  /(?<!\p{L})(?:all rights reserved|some rights reserved|tous droits réservés|todos los derechos reservados|alle rechte vorbehalten|todos os direitos reservados|tutti i diritti riservati)\.?/giu;

/** Reads "Copyright © [A](…), [B](…), 2023" and its like; null for a line that does not open so. */
export function parseCopyrightLine(line: string): CopyrightLine | null {
  const notice = plainLine(line);
  if (!COPYRIGHT.test(notice) || notice.length > 300) return null;
  // "Copyrighted material …" is a sentence, and so is what ends in a verb's full stop after many words.
  if (notice.split(' ').length > 30) return null;
  const year = /(?<![\d/])(?:19|20)\d{2}(?!\d)/u.exec(notice)?.[0];
  const names = line
    .replace(/^(?:[*_]{1,2})?(?:copyrights?|©|\(c\)|&copy;|by|[\s:,*_])+/iu, '')
    .replace(RESERVED, '')
    .replace(/(?<![\d/\p{L}])(?:19|20)\d{2}(?:\s?[–-]\s?(?:19|20)?\d{2})?(?![\d\p{L}/])/gu, '')
    .replace(/^(?:\s*(?:by|,|©))+/iu, '');
  return {
    holders: parseNames(names.replace(/\s+(?:and|und|et|y|e|&)\s+(?=[\p{Lu}[])/gu, ', ')),
    year: year === undefined ? null : Number(year),
    notice,
  };
}

/** The small print of a page in its parts, each in the page's own words. */
export interface SmallPrint {
  readonly disclaimer: string | null;
  readonly permission: string | null;
  readonly conditions: string | null;
  /** The address to ask, where the small print names one. */
  readonly contact: string | null;
}

const GRANT =
  /(?<!\p{L})(?:grants? (?:\p{L}+ )?permission|gives? (?:\p{L}+ )?permission|permission (?:is|to)|allows? (?:any|all|other)|may (?:be )?(?:re-?publish|re-?print|re-?post|repost|cross-post|re-?use|reproduc|carry|copy|copied|share)\p{L}*|(?:welcome|free) to (?:re|cross|share|copy)|autorise|autorisée?|peut être reprodui\p{L}*|se autoriza|se permite|puede(?:n)? (?:reproducir|publicar)\p{L}*|dürfen|erlaubt|gestattet|autoriza|permite|è consentit\p{L}*|può essere riprodott\p{L}*)(?!\p{L})/iu;
const CONDITION =
  /(?<!\p{L})(?:as long(?: as)?|so long as|provided(?: that)?|on (?:the )?condition(?: that)?|under the condition|if (?:they|you|the)|à condition|pourvu|sous réserve|siempre que|siempre y cuando|a condición|con la condición|sofern|vorausgesetzt|unter der bedingung|solange|desde que|sob a condição|purché|a condizione|a patto)(?!\p{L})/iu;
const ASK =
  /(?:@|(?<!\p{L})(?:contact|write to|for permission|for other uses?|to publish|pour tout autre|para otros usos|für jede andere|para outros usos|per altri usi)(?!\p{L}))/iu;

/**
 * Parts a disclaimer from the permission to republish in it, that permission's condition, and the address to ask.
 * Nothing is left out: `disclaimer`, `permission` and `conditions` together are the text, sentence by sentence.
 */
export function partSmallPrint(text: string): SmallPrint {
  const disclaimer: string[] = [];
  const permission: string[] = [];
  const conditions: string[] = [];
  for (const sentence of sentencesOf(plainLine(text))) {
    if (GRANT.test(sentence)) {
      const at = CONDITION.exec(sentence)?.index ?? sentence.length;
      permission.push(sentence.slice(0, at).trim());
      conditions.push(sentence.slice(at).trim());
    } else if (permission.length > 0 || ASK.test(sentence)) conditions.push(sentence);
    else disclaimer.push(sentence);
  }
  return {
    disclaimer: joined(disclaimer),
    permission: joined(permission),
    conditions: joined(conditions),
    contact: emailOf(text),
  };
}

const FAIR_USE =
  /(?<!\p{L})(?:fair use|fair dealing|usage équitable|uso justo|faire nutzung|uso equo|copyrighted material|documents? protégés?|material protegido|geschütztes material|materiale protetto)(?!\p{L})/iu;

/** Whether a paragraph of the foot claims fair use. */
export function isFairUse(text: string): boolean {
  return FAIR_USE.test(text);
}

const OPINIONS =
  /(?<!\p{L})(?:views?|opinions?|responsibility of|do(?:es)? not necessarily reflect|not be responsible|les propos|n['’]engagent que|las opiniones|son responsabilidad|die meinung|verantwortlich|as opiniões|le opinioni)(?!\p{L})/iu;

/** Whether a paragraph of the foot disclaims or permits without a label saying so. */
export function isSmallPrint(text: string): boolean {
  return (
    (OPINIONS.test(text) &&
      /(?<!\p{L})(?:author|authors|auteur|autor|autores|verfasser|autore|reflect|article|artículo|artikel)(?!\p{L})/iu.test(
        text,
      )) ||
    (GRANT.test(text) &&
      /(?<!\p{L})(?:articles?|text|content|source|original|artículos?|artikel|artigos?|articoli)(?!\p{L})/iu.test(
        text,
      ))
  );
}

/** The address of a licence that the line links to or names, or null. */
export function licenceOf(line: string): string | null {
  const linked = linksOf(line).find(
    ({ name, url }) =>
      /creativecommons\.org|licen[cs]e|lizenz|licencia/i.test(`${name} ${url ?? ''}`) && url !== null,
  );
  return linked?.url ?? /https?:\/\/creativecommons\.org\/[a-z0-9./-]{1,80}/i.exec(line)?.[0] ?? null;
}

/** Sentences of small print; an abbreviation dot before a lower-case word ends none. */
function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?]["”’»]?)\s+(?=["“„«(]?\p{Lu})/u);
}

function joined(parts: readonly string[]): string | null {
  const text = parts.filter((part) => part !== '').join(' ');
  return text === '' ? null : text;
}
