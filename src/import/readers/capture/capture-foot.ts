import { authorIntroducedBy, withNote } from './capture-author-notes.ts';
import type { Block } from './capture-blocks.ts';
import { isSeparator } from './capture-blocks.ts';
import { parseImageLine } from './capture-image-line.ts';
import { append, isNoteLabel, takeLabelLine, takeSmallPrint } from './capture-labels.ts';
import { linksOf, parseLabelLine, plainLine } from './capture-lines.ts';
import { cite, type PageFacts } from './capture-page.ts';
import { isFairUse, isSmallPrint, licenceOf, parseCopyrightLine } from './capture-rights.ts';
import { takeSiteLine } from './capture-site-facts.ts';
import { parseSiteLine } from './capture-site-lines.ts';
import { parseSourceLine } from './capture-source-line.ts';

/** What a block of the foot is. `note` and `separator` tell nothing by themselves of where the foot begins. */
type FootRole =
  | 'separator'
  | 'note'
  | 'author'
  | 'image'
  | 'source'
  | 'copyright'
  | 'licence'
  | 'label'
  | 'site'
  | 'fairUse'
  | 'smallPrint';

/** Blocks between a separator and the first telling block of the foot that are still notes and not a last chapter. */
const MAX_UNTOLD_BLOCKS = 3;
const MAX_ASIDE_LENGTH = 600;

/** How a note speaks of the piece that it stands under. */
const OF_THIS_PIECE =
  /(?<!\p{L})(?:this|the original|cet?|cette|este|esta|dies\p{L}*|questo|quest['’])\s?(?:article|report|piece|story|interview|text|series|essay|post|entretien|texte|artículo|entrevista|texto|artikel|beitrag|text|gespräch|artigo|articolo|testo|intervista)s?(?!\p{L})/iu;
const OF_A_PERSON =
  /^(?:\p{Lu}[\p{L}.'’-]*\s){1,3}\p{Lu}[\p{L}'’-]+,?\s(?:is|was|writes|teaches|works|lives|est|écrit|es|escribe|ist|schreibt|é|escreve|è|scrive)\s/u;

/**
 * Parts the body from the foot of a page and enters what the foot states. Returns the blocks of the body.
 *
 * The foot is read from its end upwards for as long as its blocks are of a kind that only feet have; a separator
 * (`*`) close above draws what stands between into the foot, as notes.
 */
export function readFoot(facts: PageFacts, blocks: readonly Block[]): readonly Block[] {
  const start = footStart(facts, blocks);
  for (const block of blocks.slice(start)) takeFootBlock(facts, block);
  return blocks.slice(0, start);
}

function footStart(facts: PageFacts, blocks: readonly Block[]): number {
  let start = blocks.length;
  while (start > 1) {
    const block = blocks[start - 1];
    if (block === undefined || roleOf(facts, block) === null) break;
    start -= 1;
  }
  const separators = blocks.flatMap((block, at) => (isSeparator(block) && at < start ? [at] : []));
  const last = separators.at(-1);
  if (last === undefined || start === blocks.length) return start;
  const between = blocks.slice(last + 1, start);
  const untold = between.filter((block) => roleOf(facts, block) === null);
  // A last chapter may stand between a separator and the foot; what speaks of the piece or of a person is no chapter.
  return untold.length <= MAX_UNTOLD_BLOCKS && untold.every(({ text }) => isAside(plainLine(text)))
    ? last
    : start;
}

/** A short paragraph about the piece, in brackets, or about somebody by name. */
function isAside(plain: string): boolean {
  return (
    plain.length <= MAX_ASIDE_LENGTH &&
    (OF_THIS_PIECE.test(plain) || OF_A_PERSON.test(plain) || /^[([].*[)\]]$/su.test(plain))
  );
}

function roleOf(facts: PageFacts, block: Block): FootRole | null {
  const line = block.text;
  if (isSeparator(block)) return 'separator';
  if (parseCopyrightLine(line) !== null) return 'copyright';
  const labelled = parseLabelLine(line);
  if (labelled !== null) {
    if (isNoteLabel(labelled.label)) return 'note';
    if (parseImageLine(line) !== null) return 'image';
    if (labelled.role === 'isBasedOn') return 'source';
    if (labelled.role === 'licence') return 'licence';
    if (labelled.role !== null && FOOT_LABELS.has(labelled.role)) return 'label';
  }
  const plain = plainLine(line);
  if (parseImageLine(line) !== null) return 'image';
  if (parseSourceLine(line) !== null) return 'source';
  if (isTranslationCredit(plain) || isReportingCredit(plain)) return 'note';
  if (facts.authors.length > 0 && plain.length <= 1200 && isIntroduction(facts, line)) return 'author';
  if (parseSiteLine(line) !== null) return 'site';
  if (isFairUse(plain) && /(?:©|copyright|protég|protegid|geschützt|protett|fair)/iu.test(plain))
    return 'fairUse';
  if (licenceOf(line) !== null && plain.length <= 400) return 'licence';
  if (isSmallPrint(plain)) return 'smallPrint';
  return null;
}

const FOOT_LABELS: ReadonlySet<string> = new Set([
  'url',
  'articlesBy',
  'disclaimer',
  'permission',
  'fairUse',
  'contact',
  'mediaContact',
  'keywords',
  'themes',
  'regions',
  'reports',
  'translations',
  'dateModified',
  'datePublished',
  'byline',
  'inLanguage',
]);

/** A paragraph that opens with an author's name and says what that author is, does, or where to be found. */
function isIntroduction(facts: PageFacts, line: string): boolean {
  if (authorIntroducedBy(line, facts.authors) === null) return false;
  return /(?<!\p{L})(?:is|was|has|writes|covers|reports|edits|teaches|works|lives|est|écrit|couvre|dirige|collabore|es|escribe|cubre|dirige|trabaja|ist|schreibt|berichtet|arbeitet|lebt|é|escreve|cobre|trabalha|è|scrive|lavora|journalist\p{L}*|editor|reporter|author|professor)(?!\p{L})/u.test(
    plainLine(line),
  );
}

function isTranslationCredit(plain: string): boolean {
  return (
    plain.length <= 200 &&
    /^(?:(?:this \p{L}+ was )?translated|translation(?: from|:| by)|traduit|traduction|traducid[oa]|traducción|traduzid[oa]|tradução|tradott[oa]|traduzione|übersetzt|übersetzung|aus dem [\p{L}]+ (?:von|übersetzt))(?!\p{L})/iu.test(
      plain,
    )
  );
}

function isReportingCredit(plain: string): boolean {
  return (
    plain.length <= 300 &&
    /^\(?(?:(?:additional )?reporting|editing|writing|compiled|with files from|with reporting) (?:by|from) \p{Lu}/iu.test(
      plain,
    )
  );
}

function takeFootBlock(facts: PageFacts, block: Block): void {
  const line = block.text;
  const role = roleOf(facts, block);
  switch (role) {
    case 'copyright': {
      const copyright = parseCopyrightLine(line);
      if (copyright === null || facts.notice !== null) break;
      facts.holders = copyright.holders;
      facts.year = copyright.year;
      facts.notice = copyright.notice;
      return;
    }
    case 'author':
      facts.authors = facts.authors.map((author) =>
        author === authorIntroducedBy(line, facts.authors) ? withNote(author, line) : author,
      );
      return;
    case 'image': {
      const image = parseImageLine(line);
      if (image === null || facts.image !== null) break;
      facts.image = image;
      cite(facts, 'image', plainLine(line));
      return;
    }
    case 'source': {
      const source = parseSourceLine(line);
      if (source === null) break;
      // The head names the first publisher; the foot's link leads to the piece itself.
      facts.isBasedOn = {
        name: facts.isBasedOn?.name ?? source.name,
        url: source.url ?? facts.isBasedOn?.url ?? null,
      };
      cite(facts, 'isBasedOn', plainLine(line));
      return;
    }
    case 'licence':
      facts.licenceUrl ??= licenceOf(line);
      facts.permission = append(facts.permission, plainLine(line));
      return;
    case 'fairUse':
      facts.fairUse = append(facts.fairUse, plainLine(line));
      facts.siteUrl ??= siteNamedBy(line);
      return;
    case 'smallPrint':
      takeSmallPrint(facts, line);
      return;
    case 'site': {
      const site = parseSiteLine(line);
      if (site !== null) takeSiteLine(facts, line, site);
      return;
    }
    case 'label': {
      const labelled = parseLabelLine(line);
      if (labelled !== null && takeLabelLine(facts, line, labelled)) return;
      break;
    }
    case 'note':
    case 'separator':
    case null:
      facts.notes.push(line);
      return;
  }
  facts.boilerplate.push(line);
}

/** "www.ledger.example contains copyrighted material …" names the site. */
function siteNamedBy(line: string): string | null {
  const named = /^(?:www\.)?[a-z0-9-]{2,63}(?:\.[a-z0-9-]{2,63}){1,4}(?=\s)/i.exec(plainLine(line))?.[0];
  return linksOf(line)[0]?.url ?? (named === undefined ? null : `https://${named.toLowerCase()}/`);
}
