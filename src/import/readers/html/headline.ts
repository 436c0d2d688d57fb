import type { Element } from 'domhandler';
import { attributeWords, classNames, closest, collapse, textOf, titleKey } from './html-tree.ts';
import { firstMeta, type PageFacts } from './page-facts.ts';
import { textOfLd } from './page-json-ld.ts';

/** One value of a field and where on the page it stands, in the words of the record's provenance. */
export interface Found<T> {
  readonly value: T;
  readonly from: string;
}

/** UTF-16 units. A longer heading is a paragraph set in large type. */
const MAX_HEADLINE = 400;

/** Between a title and the site's name. */
const SITE_SEPARATOR = /\s+[|\-–—·•»›«:/~]+\s+|\s*\|\s*|\s+:: ?/u;

const HEADLINE_CLASSES =
  /^(?:entry-title|p-name|post-title|article-title|headline|article-headline|article__title|article__headline|post__title|page-title|story-title|title-article|hed|single-title|tdb-title-text)$/i;

/**
 * The title of the piece as its readers see it.
 *
 * The page states it up to six times and each may be wrong in its own way: `title` and `og:title` carry the site's name or
 * a line for search engines, `h1` may be the site's logo or the section. The heading that a stated title confirms wins;
 * without one, the stated title without the site's name.
 */
export function findHeadline(facts: PageFacts, siteNames: readonly string[]): Found<string> | null {
  const stated = statedTitles(facts, siteNames);
  const shown = shownTitles(facts);
  const best = pickShown(shown, stated);
  if (best) return best;
  return stated[0] ?? shown[0] ?? null;
}

function statedTitles(facts: PageFacts, siteNames: readonly string[]): readonly Found<string>[] {
  const found: Found<string>[] = [];
  const add = (value: string | null | undefined, from: string): void => {
    if (!value) return;
    const bare = withoutSiteName(collapse(value), siteNames);
    if (bare !== '' && bare.length <= MAX_HEADLINE) found.push({ value: bare, from });
  };
  const { article } = facts.ld;
  if (article) add(textOfLd(article.headline) ?? textOfLd(article.name), 'json-ld headline');
  for (const name of [
    'og:title',
    'twitter:title',
    'citation_title',
    'dc.title',
    'dcterms.title',
    'parsely-title',
    'sailthru.title',
    'hdl',
    'title',
  ]) {
    const meta = firstMeta(facts, name);
    if (meta) add(meta.value, `meta ${name}`);
  }
  add(facts.title, 'title element');
  return found;
}

interface ShownTitle extends Found<string> {
  /** Whether the markup says that this is a title of a piece. */
  readonly marked: boolean;
  readonly main: boolean;
}

function shownTitles(facts: PageFacts): readonly ShownTitle[] {
  const found: ShownTitle[] = [];
  const seen = new Set<Element>();
  const add = (element: Element, from: string, marked: boolean): void => {
    if (seen.has(element)) return;
    seen.add(element);
    if (facts.frame.isBeside(element)) return;
    const value = textOf(element);
    if (value === '' || value.length > MAX_HEADLINE) return;
    // A title in a list is the last step of a breadcrumb.
    const main = element.name === 'h1' && !closest(element, (outer) => outer.name === 'li');
    found.push({ value, from, marked, main });
  };
  for (const element of facts.itemprops.get('headline') ?? []) {
    if (element.name !== 'meta') add(element, 'microdata headline', true);
  }
  for (const element of facts.headings) {
    const marked =
      classNames(element).some((name) => HEADLINE_CLASSES.test(name)) ||
      attributeWords(element, 'itemprop').includes('name');
    add(element, element.name === 'h1' ? 'h1' : 'heading', marked);
  }
  return found;
}

function pickShown(shown: readonly ShownTitle[], stated: readonly Found<string>[]): Found<string> | null {
  const mains = shown.filter((title) => title.main && titleWords(title.value).length >= 4);
  let best: ShownTitle | null = null;
  let bestScore = 0;
  for (const title of shown) {
    const agreement = Math.max(0, ...stated.map(({ value }) => likeness(title.value, value)));
    if (!title.marked && !title.main && agreement < 0.9) continue;
    const isOnly = mains.length === 1 && mains[0] === title;
    const score = agreement + (title.marked ? 0.25 : 0) + (title.main ? 0.15 : 0) + (isOnly ? 0.45 : 0);
    if (score > bestScore) {
      best = title;
      bestScore = score;
    }
  }
  if (!best || bestScore < (stated.length > 0 ? 0.6 : 0.1)) return null;
  return withoutKicker(best, stated);
}

/**
 * A line over the title ("Interview: …") is part of the heading on some pages and of the stated title on others. Where two
 * stated titles are word for word the same and differ from the heading only in such a line, they decide.
 */
function withoutKicker(shown: ShownTitle, stated: readonly Found<string>[]): Found<string> {
  const key = titleKey(shown.value);
  for (const title of stated) {
    const own = titleKey(title.value);
    const sameElsewhere = stated.some((other) => other !== title && titleKey(other.value).startsWith(own));
    if (!sameElsewhere || own === key || Math.min(own.length, key.length) < 16) continue;
    if (own.endsWith(key) || key.endsWith(own)) return title;
  }
  return shown;
}

/** From 0 to 1: how much two titles say the same, in words. One that opens with the other counts as the same. */
export function likeness(a: string, b: string): number {
  const left = titleKey(a);
  const right = titleKey(b);
  if (left === '' || right === '') return 0;
  if (left === right) return 1;
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  if (short.length >= 12 && long.startsWith(short)) return 0.95;
  if (short.length >= 16 && long.includes(short)) return 0.9;
  const wordsA = new Set(titleWords(a));
  const wordsB = new Set(titleWords(b));
  if (wordsA.size === 0 || wordsB.size === 0) return 0;
  let shared = 0;
  for (const word of wordsA) if (wordsB.has(word)) shared += 1;
  return shared / Math.max(wordsA.size, wordsB.size);
}

function titleWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Takes the site's name off either end of a title, and "Home", never leaving nothing. */
export function withoutSiteName(title: string, siteNames: readonly string[]): string {
  let bare = title;
  for (let turn = 0; turn < 3; turn++) {
    const parts = splitAtSeparators(bare);
    if (parts.length < 2) break;
    const last = parts.at(-1)?.text ?? '';
    const first = parts[0]?.text ?? '';
    if (isSiteName(last, siteNames)) bare = bare.slice(0, parts.at(-1)?.separatorAt ?? bare.length).trim();
    else if (isSiteName(first, siteNames)) bare = bare.slice(parts[1]?.at ?? 0).trim();
    else break;
  }
  return bare === '' ? title : bare;
}

interface TitlePart {
  readonly text: string;
  readonly at: number;
  readonly separatorAt: number;
}

function splitAtSeparators(title: string): readonly TitlePart[] {
  const parts: TitlePart[] = [];
  let at = 0;
  let separatorAt = 0;
  const pattern = new RegExp(SITE_SEPARATOR.source, 'gu');
  for (const match of title.matchAll(pattern)) {
    parts.push({ text: title.slice(at, match.index), at, separatorAt });
    separatorAt = match.index;
    at = match.index + match[0].length;
  }
  parts.push({ text: title.slice(at), at, separatorAt });
  return parts;
}

function isSiteName(part: string, siteNames: readonly string[]): boolean {
  const key = titleKey(part);
  if (key === '') return true;
  return siteNames.some((name) => {
    const own = titleKey(name);
    return (
      own.length > 1 &&
      (own === key ||
        (key.length > 3 &&
          own.length > 3 &&
          (key.startsWith(own) || own.startsWith(key)) &&
          Math.abs(key.length - own.length) <= 12))
    );
  });
}
