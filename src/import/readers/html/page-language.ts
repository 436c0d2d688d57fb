import { detectLanguage } from '../../../text/language.ts';
import type { Found } from './headline.ts';
import { firstMeta, type PageFacts } from './page-facts.ts';
import { textOfLd } from './page-json-ld.ts';

/**
 * The language of the piece as a BCP 47 tag. What the page states wins, with its region, unless the text itself is long
 * and plainly in another language: templates keep their own `lang` under pieces in any language.
 */
export function findLanguage(facts: PageFacts, text: string): Found<string> | null {
  const stated = statedLanguages(facts);
  const detected = detectLanguage(text, stated[0]?.value ?? null);
  if (!detected) return stated[0] ?? null;
  const agreeing = stated.find(({ value }) => isSameLanguage(value, detected.language));
  if (agreeing) return agreeing;
  const first = stated[0];
  return first && !detected.isConfident ? first : { value: detected.language, from: 'text' };
}

function statedLanguages(facts: PageFacts): readonly Found<string>[] {
  const found: Found<string>[] = [];
  const add = (value: string | null | undefined, from: string): void => {
    const tag = value ? languageTag(value) : null;
    if (tag) found.push({ value: tag, from });
  };
  add(textOfLd(facts.ld.article?.inLanguage), 'json-ld inLanguage');
  add(facts.lang, 'html lang');
  const meta = firstMeta(
    facts,
    'content-language',
    'dc.language',
    'dcterms.language',
    'language',
    'inlanguage',
  );
  if (meta) add(meta.value.split(',')[0], `meta ${meta.name}`);
  add(firstMeta(facts, 'og:locale')?.value, 'meta og:locale');
  add(textOfLd(facts.ld.webPage?.inLanguage), 'json-ld WebPage inLanguage');
  return found;
}

/** `en_US` and `EN-us` as `en-US`; null when it is no language tag. */
export function languageTag(value: string): string | null {
  try {
    return Intl.getCanonicalLocales(value.trim().replace(/_/g, '-'))[0] ?? null;
  } catch {
    return null;
  }
}

/** First subtags equal; the names that detectors and pages give to one language are held together. */
function isSameLanguage(tag: string, detected: string): boolean {
  const first = tag.toLowerCase().split('-')[0] ?? '';
  return first === detected || FAMILIES.some((family) => family.includes(first) && family.includes(detected));
}

const FAMILIES: readonly (readonly string[])[] = [
  ['no', 'nb', 'nn', 'da'],
  ['hr', 'bs', 'sr', 'sh'],
  ['id', 'ms'],
  ['tl', 'fil'],
  ['fa', 'prs'],
  ['zh', 'yue'],
  ['ku', 'ckb', 'kmr'],
  ['zu', 'xh', 'ss', 'nr'],
  ['st', 'tn', 'nso'],
  ['gl', 'pt'],
];
