import { articleDraft } from '../article-draft.ts';
import type { ArticleDraft, LinkedName, OutletDraft, RightsDraft } from '../reader.ts';
import { findUnaccounted } from './capture-accounting.ts';
import { type Block, isSeparator, splitBlocks, splitShortLines } from './capture-blocks.ts';
import { findDateline } from './capture-dateline.ts';
import { readFoot } from './capture-foot.ts';
import { isPlainlyHead, readHead } from './capture-head.ts';
import { parseLabelLine, plainLine } from './capture-lines.ts';
import { cite, emptyFacts, type PageFacts } from './capture-page.ts';
import { parseSiteLine } from './capture-site-lines.ts';

/** UTF-16 units. A first block beyond this is a paragraph and no headline. */
const MAX_HEADLINE_LENGTH = 300;

/** Why a capture is no article: what is missing, and the 1-based line where it was looked for. */
export interface CaptureFault {
  readonly status: 'fault';
  readonly code: 'EMPTY' | 'NO_HEADLINE' | 'NO_BODY';
  readonly line: number;
}

/**
 * Reads the text of a saved page: head, body, foot. Every word of the page ends in the draft; what no field holds is
 * kept in `boilerplate` as printed, and `provenance.remainder` says how many lines that were.
 */
export function parseCapture(text: string): ArticleDraft | CaptureFault {
  const blocks = splitBlocks(text);
  const opening = skipChrome(blocks);
  const [first] = opening.rest;
  if (first === undefined) return { status: 'fault', code: 'EMPTY', line: 1 };
  const [titleLine = first, ...under] = titleAndRest(first);
  const headline = headlineOf(titleLine.text);
  if (headline === null) return { status: 'fault', code: 'NO_HEADLINE', line: titleLine.line };
  const facts = emptyFacts(headline);
  facts.boilerplate.push(...opening.skipped.map((block) => block.text));
  cite(facts, 'headline', 'first line');
  const body = readFoot(facts, readHead(facts, [...under, ...opening.rest.slice(1)]));
  if (body.every(isSeparator)) return { status: 'fault', code: 'NO_BODY', line: titleLine.line };
  return accounted(draftOf(facts, body), blocks);
}

function skipChrome(blocks: readonly Block[]): {
  readonly skipped: readonly Block[];
  readonly rest: readonly Block[];
} {
  const at = blocks.findIndex((block) => !isSeparator(block) && parseSiteLine(block.text)?.kind !== 'chrome');
  return at < 0 ? { skipped: blocks, rest: [] } : { skipped: blocks.slice(0, at), rest: blocks.slice(at) };
}

/** A headline with head lines right under it, without a gap, is told from a headline broken over two lines. */
function titleAndRest(first: Block): readonly Block[] {
  const lines = splitShortLines(first);
  const head = lines.findIndex((line, at) => at > 0 && isPlainlyHead(line.text));
  if (head < 0) return [first];
  const title = {
    text: lines
      .slice(0, 1)
      .map((line) => line.text)
      .join(' '),
    line: first.line,
  };
  return [title, ...lines.slice(1)];
}

function headlineOf(line: string): string | null {
  const labelled = parseLabelLine(line);
  const text = labelled?.role === 'headline' ? labelled.value : line;
  const plain = plainLine(text.replace(/^#{1,6}\s+/, '').replace(/\s+#+$/, ''));
  if (plain.length > MAX_HEADLINE_LENGTH || !/[\p{L}\p{N}]/u.test(plain)) return null;
  return labelled?.role !== 'headline' && isPlainlyHead(line) && !isTitleAfterAll(line) ? null : plain;
}

/** "By Design" or "Report: the dam held" could be read as head lines, but a page opens with its title. */
function isTitleAfterAll(line: string): boolean {
  const labelled = parseLabelLine(line);
  if (labelled !== null)
    return (
      !/\]\(/.test(labelled.value) &&
      !/@|^https?:/.test(labelled.value) &&
      plainLine(line).split(' ').length > 3
    );
  return plainLine(line).split(' ').length <= 2 || !/^(?:by|por|par|von)\s/iu.test(line);
}

function draftOf(facts: PageFacts, blocks: readonly Block[]): ArticleDraft {
  const body = blocks.map(bodyBlock).join('\n\n');
  const publisher = outletOf(facts);
  const isOwnSource =
    facts.isBasedOn !== null && publisher !== null && sameName(facts.isBasedOn.name, publisher.name);
  return articleDraft({
    headline: facts.headline,
    alternativeHeadline: facts.alternativeHeadline,
    description: facts.description,
    url: facts.url,
    byline: facts.byline,
    authors: facts.authors,
    publisher,
    datePublished: facts.datePublished,
    dateModified: facts.dateModified,
    dateline: findDateline(blocks[0]?.text ?? ''),
    isBasedOn:
      facts.isBasedOn === null || isOwnSource
        ? null
        : { outlet: { name: facts.isBasedOn.name, url: originSite(facts) }, url: facts.isBasedOn.url },
    regions: facts.regions,
    themes: facts.themes,
    reports: facts.reports,
    keywords: facts.keywords,
    inLanguage: facts.inLanguage,
    translations: facts.translations,
    body,
    image: facts.image,
    notes: facts.notes,
    rights: rightsOf(facts),
    discussionUrl: facts.discussionUrl,
    boilerplate: facts.boilerplate,
    provenance: facts.provenance,
  });
}

/** A lone `*` is an empty list in Markdown; a break between chapters is written as one. */
function bodyBlock(block: Block): string {
  if (isSeparator(block)) return '* * *';
  // In an interview each line opens with who speaks: "Q: …". The line end means something there.
  const lines = block.text.split('\n');
  return lines
    .map((line, at) =>
      at < lines.length - 1 && isTurn(lines[at + 1] ?? '') && !line.endsWith('  ') ? `${line}  ` : line,
    )
    .join('\n');
}

function isTurn(line: string): boolean {
  return /^(?:\*\*)?\p{Lu}[\p{L} .'’-]{0,40}:(?:\*\*)?\s/u.test(line);
}

function outletOf(facts: PageFacts): OutletDraft | null {
  const outlet = facts.outlet ?? soleHolder(facts);
  if (outlet === null) return null;
  const site = facts.holders.find(({ name }) => sameName(name, outlet.name))?.url;
  return {
    name: outlet.name,
    url: outlet.url ?? site ?? facts.siteUrl,
    ...(facts.profiles.length > 0 ? { profiles: facts.profiles } : {}),
    membershipUrl: facts.membershipUrl,
    // The comments of one piece are that piece's; only a page for all of them is the outlet's.
    discussionUrl: facts.discussionUrl?.includes('#') === false ? facts.discussionUrl : null,
    newsletterUrl: facts.newsletterUrl,
    contact: facts.contact ?? facts.rightsContact,
    mediaContact: facts.mediaContact,
    languageCount: facts.languageCount,
  };
}

/** Where the head names no outlet: who alone holds the rights to an original piece and is none of its authors. */
function soleHolder(facts: PageFacts): LinkedName | null {
  const others = facts.holders.filter(
    ({ name }) => !facts.authors.some((author) => sameName(author.name, name)),
  );
  const [only] = others;
  if (only === undefined || others.length > 1 || facts.isBasedOn !== null) return null;
  cite(facts, 'publisher', 'copyright line');
  return only;
}

/** The original outlet's own address, from the copyright line where the source line leads to the piece. */
function originSite({ isBasedOn, holders }: PageFacts): string | null {
  return holders.find(({ name }) => isBasedOn !== null && sameName(name, isBasedOn.name))?.url ?? null;
}

function rightsOf(facts: PageFacts): RightsDraft | null {
  const { holders, year, notice, licenceUrl, disclaimer, permission, conditions, fairUse, rightsContact } =
    facts;
  const said = notice ?? licenceUrl ?? disclaimer ?? permission ?? conditions ?? fairUse ?? rightsContact;
  if (said === null) return null;
  return {
    holders,
    year,
    notice,
    licenceUrl,
    disclaimer,
    permission,
    conditions,
    fairUse,
    contact: rightsContact,
  };
}

/** Whether two printed names are one outlet's: case and a leading article aside. */
function sameName(one: string, other: string): boolean {
  return bareName(one) === bareName(other);
}

function bareName(name: string): string {
  return name
    .toLocaleLowerCase()
    .replace(/^(?:the|le|la|les|el|der|die|das|il|o|a)\s+/u, '')
    .trim();
}

/** The proof that nothing is lost; what it finds missing is kept as printed. */
function accounted(draft: ArticleDraft, blocks: readonly Block[]): ArticleDraft {
  const lost = findUnaccounted(
    blocks.map((block) => block.text),
    draft,
  );
  if (lost.length === 0) return draft;
  const kept = lost.filter((line) => !draft.boilerplate.includes(line));
  return {
    ...draft,
    boilerplate: [...draft.boilerplate, ...kept],
    provenance: {
      ...draft.provenance,
      remainder: `${kept.length} lines that no field holds whole are kept in boilerplate`,
    },
  };
}
