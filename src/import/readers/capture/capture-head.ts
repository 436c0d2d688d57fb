import { hasBylineOpening, parseByline } from '../../../text/byline.ts';
import { languageOfName } from '../../../text/language-names.ts';
import { type Block, isSeparator, splitShortLines } from './capture-blocks.ts';
import { parseImageLine } from './capture-image-line.ts';
import { isNoteLabel, takeLabelLine } from './capture-labels.ts';
import {
  isNameLike,
  linksOf,
  parseLabelLine,
  parsePublicationLine,
  plainLine,
  soleLinkOf,
} from './capture-lines.ts';
import { cite, type PageFacts } from './capture-page.ts';
import { takeSiteLine } from './capture-site-facts.ts';
import { parseSiteLine } from './capture-site-lines.ts';

/** UTF-16 units. The longest dek seen has 180. */
const MAX_DEK_LENGTH = 320;

/** Lines of one kind cannot be the head of two pages: no head seen has more than 16 blocks. */
const MAX_HEAD_BLOCKS = 40;

/**
 * Reads the head of a page, behind its headline: dek, byline, outlet and date, first publisher, label lines,
 * translations, and the lines of the site, in any order. Returns the blocks that are left: the body opens with the
 * first that is none of these.
 */
export function readHead(facts: PageFacts, blocks: readonly Block[]): readonly Block[] {
  const lines = splitHeadBlocks(blocks);
  let at = 0;
  while (at < lines.length && at < MAX_HEAD_BLOCKS) {
    const block = lines[at];
    if (block === undefined || !takeHeadLine(facts, block, lines[at + 1])) break;
    at += 1;
  }
  return lines.slice(at);
}

/** Head lines that stand under each other without a gap are told apart when one of them is plainly a head line. */
function splitHeadBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block, at) => {
    if (at >= MAX_HEAD_BLOCKS) return [block];
    const lines = splitShortLines(block);
    return lines.length > 1 && lines.some((line) => isPlainlyHead(line.text)) ? lines : [block];
  });
}

/** Byline, publication with a date, or a known label: lines that no paragraph looks like. */
export function isPlainlyHead(line: string): boolean {
  if (plainLine(line).length > 200) return false;
  const labelled = parseLabelLine(line);
  if (labelled !== null && labelled.role !== null && labelled.role !== 'image') return true;
  return isByline(line) || parsePublicationLine(line) !== null;
}

function isByline(line: string): boolean {
  const plain = plainLine(line);
  if (plain.length > 200 || !hasBylineOpening(plain) || /[?!…]$/u.test(plain)) return false;
  const { names } = parseByline(line);
  // "By our correspondent" names nobody and is an author line all the same.
  return names.length > 0
    ? !/[a-z]\.$/u.test(plain) || names.length > 1
    : plain.split(' ').length <= 6 && !/\.$/.test(plain);
}

function takeHeadLine(facts: PageFacts, block: Block, next: Block | undefined): boolean {
  const line = block.text;
  const printed = plainLine(line);
  if (facts.byline === null && isByline(line)) {
    const byline = parseByline(line);
    facts.byline = byline.printed;
    facts.authors = byline.people.map(({ name, url }) => ({ name, url }));
    cite(facts, 'byline', 'head line');
    return true;
  }
  const labelled = parseLabelLine(line);
  if (labelled !== null) {
    if (labelled.role === 'image') return takeImage(facts, line);
    if (takeLabelLine(facts, line, labelled)) return true;
    if (isNoteLabel(labelled.label)) return facts.notes.push(line) > 0;
    if (takeLanguages(facts, line, labelled.value)) return true;
    // An unknown label whose values are links alone is a head line of a kind we have no field for.
    if (labelled.role === null && isAllLinks(labelled.value)) return facts.boilerplate.push(line) > 0;
  }
  const site = parseSiteLine(line);
  if (site !== null) return takeSiteLine(facts, line, site);
  if (takePublication(facts, line, printed)) return true;
  if (takeName(facts, line, printed, next)) return true;
  if (isSeparator(block) && next !== undefined && isPlainlyHead(next.text))
    return facts.boilerplate.push(line) > 0;
  if (facts.alternativeHeadline === null && isDek(facts, line, printed, next)) {
    facts.alternativeHeadline = printed;
    cite(facts, 'alternativeHeadline', 'line between headline and byline');
    return true;
  }
  return false;
}

/** The first line with a date is the outlet's; a second one is that of who published the piece first. */
function takePublication(facts: PageFacts, line: string, printed: string): boolean {
  const publication = parsePublicationLine(line);
  if (publication === null) return false;
  const { outlet, date } = publication;
  if (facts.datePublished === null) {
    facts.datePublished = date;
    facts.outlet ??= outlet;
    cite(facts, 'datePublished', 'head line');
    if (outlet !== null) cite(facts, 'publisher', 'head line');
    return true;
  }
  if (outlet !== null && facts.isBasedOn === null) {
    facts.isBasedOn = outlet;
    cite(facts, 'isBasedOn', printed);
    return true;
  }
  return facts.boilerplate.push(line) > 0;
}

/** A line that is a name alone: an author before the outlet's line, the outlet without a date, its first publisher after. */
function takeName(facts: PageFacts, line: string, printed: string, next: Block | undefined): boolean {
  const link = soleLinkOf(line);
  const isName = isNameLike(printed) && linksOf(line).length <= 1 && printed.split(' ').every(isNameWord);
  if (link === null && !isName) return false;
  const publicationFollows = next !== undefined && parsePublicationLine(next.text) !== null;
  if (facts.datePublished === null && facts.outlet === null && facts.byline === null && publicationFollows) {
    const byline = parseByline(line);
    if (byline.people.length === 0 || (link === null && printed.split(' ').length < 2)) return false;
    facts.byline = byline.printed;
    facts.authors = byline.people.map(({ name, url }) => ({ name, url }));
    cite(facts, 'byline', 'name alone, before the outlet');
    return true;
  }
  if (!isName) return false;
  const headFollows =
    next !== undefined && (isPlainlyHead(next.text) || parseSiteLine(next.text) !== null || link !== null);
  if (!headFollows) return false;
  if (facts.outlet === null && (facts.byline !== null || facts.datePublished !== null)) {
    facts.outlet = link ?? { name: printed, url: null };
    cite(facts, 'publisher', 'head line');
    return true;
  }
  if (facts.outlet === null || facts.isBasedOn !== null) return false;
  facts.isBasedOn = link ?? { name: printed, url: null };
  cite(facts, 'isBasedOn', printed);
  return true;
}

function isNameWord(word: string): boolean {
  return /^[\p{Lu}\p{Lt}\p{Lo}\p{N}&@]|^(?:of|the|and|de|du|des|la|le|les|del|da|do|di|der|die|das|und|y|e|et|for|on|in)$|\.[a-z]{2,}$/u.test(
    word,
  );
}

/** Whatever the label says, links that are all named for languages lead to translations. */
function takeLanguages(facts: PageFacts, line: string, value: string): boolean {
  const tags = linksOf(value).map(({ name, url }) => ({ inLanguage: languageOfName(name), url }));
  if (tags.length === 0 || !isAllLinks(value)) return false;
  const known = tags.flatMap(({ inLanguage, url }) =>
    inLanguage === null ? [] : [{ inLanguage, url, headline: null }],
  );
  if (known.length < tags.length) return false;
  facts.translations.push(...known);
  cite(facts, 'translations', plainLine(line));
  return true;
}

function isAllLinks(value: string): boolean {
  const links = linksOf(value);
  return (
    links.length > 0 && plainLine(value).length <= links.reduce((sum, { name }) => sum + name.length + 3, 0)
  );
}

function isDek(facts: PageFacts, line: string, printed: string, next: Block | undefined): boolean {
  const isEarly = facts.datePublished === null && facts.outlet === null;
  if (next === undefined || printed.length > MAX_DEK_LENGTH || line.includes('\n\n') || !isEarly)
    return false;
  return isPlainlyHead(next.text);
}

function takeImage(facts: PageFacts, line: string): boolean {
  const image = parseImageLine(line);
  if (image === null || facts.image !== null) return false;
  facts.image = image;
  cite(facts, 'image', plainLine(line));
  return true;
}
