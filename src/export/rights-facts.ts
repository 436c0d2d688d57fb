import { findNamedLicence, type NamedLicence } from './licence-names.ts';
import {
  ASK_FIRST_WORDS,
  ATTRIBUTION_WORDS,
  COMMERCIAL_WORDS,
  CONDITION_OPENINGS,
  DENYING_WORDS,
  FAIR_USE_WORDS,
  LINK_WORDS,
  NON_COMMERCIAL_WORDS,
  PART_WORDS,
  PERMITTING_WORDS,
  RESERVED_WORDS,
  REUSE_WORDS,
} from './rights-wording-data.ts';

/** The small print of a page, in its own words. */
export interface RightsTexts {
  readonly permission: string | null;
  readonly conditions: string | null;
  readonly disclaimer: string | null;
  readonly fairUse: string | null;
  /** The copyright line. */
  readonly notice?: string | null;
  /** Address or name of a licence. */
  readonly licence: string | null;
}

/** What the small print says in so many words; null is "not stated", never "no". */
export interface RightsFacts {
  /** Whether the text may be published elsewhere without asking. Null too where one sentence allows and another forbids. */
  readonly isCrossPostingAllowed: boolean | null;
  /** Each condition as printed: "as long as the source is named". */
  readonly conditions: readonly string[];
  readonly isAttributionRequired: boolean | null;
  readonly isLinkRequired: boolean | null;
  /** True where commercial use is refused or has to be asked for. */
  readonly isNonCommercialOnly: boolean | null;
  /** The credit to print, where the page gives its wording between quotation marks. */
  readonly attributionLine: string | null;
  readonly licence: NamedLicence | null;
  /** Whether the copyright line reserves all rights. */
  readonly isAllRightsReserved: boolean;
  /** Whether the page says that it shows others' work under fair use or a right to quote. */
  readonly claimsFairUse: boolean;
  /** First e-mail address named for asking. */
  readonly contact: string | null;
}

/** UTF-16 units of each text; real ones have under 3,000. */
const MAX_TEXT_LENGTH = 20_000;

const REUSE = anyOf(REUSE_WORDS);
const PERMITTING = anyOf(PERMITTING_WORDS);
const DENYING = anyOf(DENYING_WORDS);
const CONDITION = anyOf(CONDITION_OPENINGS);
const ATTRIBUTION = anyOf(ATTRIBUTION_WORDS);
const LINK = anyOf(LINK_WORDS);
const NON_COMMERCIAL = anyOf(NON_COMMERCIAL_WORDS);
const COMMERCIAL = anyOf(COMMERCIAL_WORDS);
const ASK_FIRST = anyOf(ASK_FIRST_WORDS);
const PARTS = anyOf(PART_WORDS);
const RESERVED = anyOf(RESERVED_WORDS);
const FAIR_USE = anyOf(FAIR_USE_WORDS);

const CREDIT_WORDING =
  /(?:credit|attribution|attribut\w*|byline|mention|wording|line|text|words|hinweis|leyenda|formule)[^“"«„.]{0,60}[“"«„]\s?([^“”"«»„]{8,300}?)\s?[”"»“]/iu;
const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/;

/** A plain alternation of word beginnings: it cannot backtrack beyond the longest of them. */
function anyOf(beginnings: readonly string[]): RegExp {
  const escaped = beginnings.map((text) =>
    text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s'),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${escaped.join('|')})`, 'iu');
}

/**
 * What may be done with a text, read from its small print in English, French, Spanish, German, and the usual phrases of
 * Portuguese and Italian.
 *
 * Only what is stated counts, sentence by sentence; a licence of Creative Commons states it by its name. Advice for a
 * reader's first look, not for a court: the texts themselves stand beside it.
 */
export function findRightsFacts(texts: RightsTexts): RightsFacts {
  const printed = [texts.permission, texts.conditions, texts.disclaimer, texts.notice, texts.licence]
    .filter((text) => text != null)
    .map((text) => text.slice(0, MAX_TEXT_LENGTH));
  // The same sentence may have been kept as permission and as part of the disclaimer.
  const sentences = [...new Set(printed.flatMap(splitSentences))];
  const licence = firstOf(
    [texts.licence, ...printed].filter((text) => text != null),
    findNamedLicence,
  );
  const permitting = sentences.filter(isPermission);
  const denying = sentences.filter(isRefusal);
  const conditions = findConditions(texts.conditions, permitting);
  const stated = conditions.join(' ');
  return {
    isCrossPostingAllowed: licence !== null || statedEither(permitting.length > 0, denying.length > 0),
    conditions,
    isAttributionRequired: licence?.requiresAttribution || ATTRIBUTION.test(stated) ? true : null,
    isLinkRequired: LINK.test(stated) ? true : null,
    isNonCommercialOnly:
      licence?.isNonCommercial || sentences.some(limitsToNonCommercial)
        ? true
        : licence === null
          ? null
          : false,
    attributionLine: firstOf(printed, (text) => CREDIT_WORDING.exec(text)?.[1]?.trim() ?? null),
    licence,
    isAllRightsReserved: printed.some((text) => RESERVED.test(text)),
    claimsFairUse: [texts.fairUse, ...printed].some(
      (text) => text != null && FAIR_USE.test(text.slice(0, MAX_TEXT_LENGTH)),
    ),
    contact: firstOf(printed, (text) => EMAIL.exec(text)?.[0] ?? null),
  };
}

function statedEither(permits: boolean, denies: boolean): boolean | null {
  return permits === denies ? null : permits;
}

function firstOf<T>(texts: readonly string[], find: (text: string) => T | null): T | null {
  for (const text of texts) {
    const found = find(text);
    if (found !== null) return found;
  }
  return null;
}

/** Cuts after a stop that ends a sentence, at semicolons and at line ends; "www.x.org" and "Inc. and" stay whole. */
function splitSentences(text: string): string[] {
  return text
    .replace(/([.!?;]["”»’)]?)\s+(?=["“«„¿¡(]?\p{Lu})|;\s+|\n+/gu, '$1\n')
    .split('\n')
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function isPermission(sentence: string): boolean {
  return REUSE.test(sentence) && PERMITTING.test(sentence) && !DENYING.test(sentence);
}

/** A refusal of pictures, changes or commercial use leaves open what may be done with the text otherwise. */
function isRefusal(sentence: string): boolean {
  return (
    REUSE.test(sentence) && DENYING.test(sentence) && !PARTS.test(sentence) && !COMMERCIAL.test(sentence)
  );
}

function limitsToNonCommercial(sentence: string): boolean {
  if (NON_COMMERCIAL.test(sentence)) return true;
  return COMMERCIAL.test(sentence) && (ASK_FIRST.test(sentence) || DENYING.test(sentence));
}

/** The conditions as the page lists them, and those that stand in the sentence that permits. */
function findConditions(listed: string | null, permitting: readonly string[]): string[] {
  const found = permitting.flatMap((sentence) => {
    const at = CONDITION.exec(sentence)?.index;
    return at === undefined ? [] : [sentence.slice(at).replace(/[.;]$/, '').trim()];
  });
  const own = listed?.slice(0, MAX_TEXT_LENGTH).trim() ?? '';
  if (own === '') return found;
  return [own, ...found.filter((condition) => !own.includes(condition))];
}

/** Who and what a credit names. */
export interface CreditedWork {
  readonly authors: readonly string[];
  readonly outlet: string | null;
  readonly originalOutlet: string | null;
  readonly year: number | null;
  readonly url: string | null;
}

/**
 * A credit to print under a text taken over: "Ada Venn, The Harbour Ledger (first published by Inland Post), 2024, https://…".
 *
 * Null where neither author nor outlet is known. The page's own wording, `RightsFacts.attributionLine`, goes before it.
 */
export function printAttributionLine({
  authors,
  outlet,
  originalOutlet,
  year,
  url,
}: CreditedWork): string | null {
  if (authors.length === 0 && outlet === null) return null;
  const named =
    authors.length > 2 ? `${authors.slice(0, -1).join(', ')} and ${authors.at(-1)}` : authors.join(' and ');
  const first =
    originalOutlet === null || originalOutlet === outlet ? '' : ` (first published by ${originalOutlet})`;
  const parts = [
    named,
    outlet === null ? '' : `${outlet}${first}`,
    year === null ? '' : String(year),
    url ?? '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
