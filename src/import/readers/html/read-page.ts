import type { ArticleDraft } from '../reader.ts';
import { withNotes } from './author-note.ts';
import { PAYWALL_LINE } from './boilerplate-lines-data.ts';
import { chooseBody } from './choose-body.ts';
import { cleanBody } from './clean-body.ts';
import { findHeadline } from './headline.ts';
import { collapse, parseHtml, titleKey } from './html-tree.ts';
import { findAuthors } from './page-authors.ts';
import { type Block, isInPart, type PageBlocks, readPageBlocks, type Zone } from './page-blocks.ts';
import { findDates } from './page-dates.ts';
import { allMeta, firstMeta, readPageFacts } from './page-facts.ts';
import { findImage } from './page-image.ts';
import { textOfLd, urlsOf } from './page-json-ld.ts';
import { findLanguage } from './page-language.ts';
import { findOutlet, findSiteNames, pageAddress } from './page-outlet.ts';
import { findRights } from './page-rights.ts';
import { addressInComment, findSource } from './page-source.ts';
import { findTopics } from './page-topics.ts';
import { findTranslations } from './page-translations.ts';
import { printMarkdown, printText } from './print-body.ts';
import { findStandfirst } from './standfirst.ts';
import { findStatedBody } from './stated-body.ts';
import type { ZoneRole } from './zone-role.ts';

/** A page as read: the draft, and its body once more without marks. */
export interface PageReading {
  readonly draft: ArticleDraft;
  /** Plain text of `draft.body`, list marks left out. */
  readonly text: string;
}

/** Why a page gives no piece. */
export type PageFailure = 'NO_HEADLINE' | 'NO_BODY';

/**
 * What an HTML page says, stage by stage: tree, stated facts, visible blocks, body, then each field from all its sources.
 *
 * @throws {PageTooComplex} when the page passes a bound of `html-tree.ts`
 */
export function readPage(html: string, savedFrom: string | null): PageReading | PageFailure {
  const document = parseHtml(html);
  const page = readPageBlocks(document);
  const choice = chooseBody(page);
  const facts = readPageFacts(document, choice.zone.element, savedFrom ?? addressInComment(html));
  const siteNames = findSiteNames(facts);
  const headline = findHeadline(facts, siteNames);
  if (!headline) return 'NO_HEADLINE';

  const cleaned = cleanBody(page, choice.zone, { headline: headline.value, base: facts.base });
  const descriptions = allMeta(facts, 'og:description', 'description', 'twitter:description');
  const kept = [...findStandfirst(page, cleaned, headline.value, descriptions), ...cleaned];
  const shown = printText(kept);
  const stated = findStatedBody(facts.ld, shown.length);
  const text = stated?.text ?? shown;
  if (text === '') return 'NO_BODY';

  const address = pageAddress(facts);
  const language = findLanguage(facts, text);
  const around = linesAround(page, kept, headline.value);
  const dates = findDates(facts, language?.value ?? null, around, () => ownLines(page));
  const authors = findAuthors(facts, siteNames, around, headline.value);
  const source = findSource(facts);
  const outlet = findOutlet(facts, address?.value ?? null);
  const image = findImage(facts);
  const topics = findTopics(facts, siteNames, headline.value);
  const inBody = new Set(kept);
  const boilerplate = page.blocks
    .filter((block) => !inBody.has(block) && !isInPart(block.zone, HIDDEN))
    .map((block) => block.text);
  const rights = findRights(facts, boilerplate);
  const description =
    firstMeta(facts, 'og:description', 'description', 'twitter:description', 'dc.description') ?? null;

  const provenance: Record<string, string> = {
    body: stated ? 'json-ld articleBody' : choice.from,
    headline: headline.from,
    ...topics.provenance,
  };
  const note = (field: string, found: { readonly from: string } | null): void => {
    if (found) provenance[field] = found.from;
  };
  note('url', address);
  note('inLanguage', language);
  note('datePublished', dates.published);
  note('dateModified', dates.modified);
  note('publisher', outlet);
  note('isBasedOn', source);
  note('image', image);
  note('rights', rights);
  note('byline', authors.byline);
  if (authors.from) provenance.authors = authors.from;
  if (description) provenance.description = `meta ${description.name}`;

  const draft: ArticleDraft = {
    status: 'read',
    url: address?.value ?? null,
    externalId: null,
    headline: headline.value,
    alternativeHeadline: textOfLd(facts.ld.article?.alternativeHeadline),
    description: description ? collapse(description.value) : textOfLd(facts.ld.article?.description),
    byline: authors.byline?.value ?? null,
    authors: withNotes(authors.authors, page),
    publisher: outlet?.value ?? null,
    datePublished: dates.published?.value ?? null,
    dateModified: dates.modified?.value ?? null,
    dateline: datelineOf(kept[0]?.text ?? ''),
    isBasedOn: source?.value ?? null,
    regions: topics.regions,
    themes: topics.themes,
    reports: [],
    keywords: topics.keywords,
    inLanguage: language?.value ?? null,
    translations: findTranslations(facts, language?.value ?? null, address?.value ?? null),
    body: stated?.markdown ?? printMarkdown(kept, facts.base),
    image: image?.value ?? null,
    notes: paywallNotes(page, choice.zone),
    rights: rights?.value ?? null,
    discussionUrl: urlsOf(facts.ld.article?.discussionUrl)[0] ?? null,
    boilerplate,
    provenance,
  };
  return { draft, text };
}

const HIDDEN: ReadonlySet<ZoneRole> = new Set<ZoneRole>(['hidden']);
const OTHER_PIECES: ReadonlySet<ZoneRole> = new Set<ZoneRole>([
  'comments',
  'related',
  'sidebar',
  'navigation',
  'hidden',
]);

/** Every line of the page but those of readers' comments and of other pieces. */
function ownLines(page: PageBlocks): readonly string[] {
  const others: ReadonlySet<ZoneRole> = new Set<ZoneRole>(['comments', 'related', 'hidden']);
  return page.blocks.filter((block) => !isInPart(block.zone, others)).map((block) => block.text);
}

/** Lines between the title and the text and a few on either side: where names and days are printed. */
function linesAround(page: PageBlocks, kept: readonly Block[], headline: string): readonly string[] {
  const start = kept[0]?.index ?? 0;
  const key = titleKey(headline);
  let title = -1;
  for (const block of page.blocks) {
    if (block.index > start) break;
    if (titleKey(block.text) === key) title = block.index;
  }
  const from = title >= 0 ? title + 1 : Math.max(0, start - 8);
  const before = page.blocks.slice(from, Math.min(start, from + 30));
  const above = title >= 0 ? page.blocks.slice(Math.max(0, title - 4), title) : [];
  const after = page.blocks.slice(start, start + 2);
  return [...before, ...above, ...after]
    .filter((block) => block.size < 160 && block.kind !== 'caption' && !isInPart(block.zone, OTHER_PIECES))
    .map((block) => block.text);
}

/** What the page prints in or right behind its text for those who have not paid. */
function paywallNotes(page: PageBlocks, body: Zone): readonly string[] {
  return page.blocks
    .slice(body.first, body.end + 8)
    .filter((block) => block.size < 300 && PAYWALL_LINE.test(block.text))
    .map((block) => block.text);
}

/** "GENEVA, 9 March –" or "ST. LOUIS (Agency) —" at the opening of the text, without the dash. */
function datelineOf(opening: string): string | null {
  const match =
    /^(\p{Lu}[\p{L}.' -]{2,40}(?:,\s[\p{L}\p{N}., ]{2,40})?)(?:\s\([^()]{2,40}\))?\s{0,2}[–—]\s/u.exec(
      opening.slice(0, 140),
    );
  const place = match?.[1]?.trim();
  // A place in a dateline is in capitals; an ordinary sentence with a dash is not one.
  return place &&
    /^[\p{Lu}.' -]{3,}/u.test(place.split(',')[0] ?? '') &&
    place.split(',')[0] === place.split(',')[0]?.toUpperCase()
    ? place
    : null;
}
