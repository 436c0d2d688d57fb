import { titleKey } from './html-tree.ts';
import { type Block, isInPart, type PageBlocks, type Zone } from './page-blocks.ts';
import type { ZoneRole } from './zone-role.ts';

/** Names of the paragraph under the title in `class` and `itemprop`, in kebab case, in the languages of their sites. */
const STANDFIRST_NAME =
  /(?:^|-)(?:standfirst|stand-first|lead|lede|leadtext|lead-text|intro|introduction|deck|dek|subtitle|sub-title|subheadline|sub-headline|subheading|subhead|summary|excerpt|abstract|chapo|chapeau|sapo|vorspann|teaser-text|anleser|einleitung|sommario|occhiello|entradilla|bajada|sumario|linha-fina|ingress|manchet|spot|preamble|description|article-description|strapline|synopsis)(?:-|$)/;

const SITE_PARTS: ReadonlySet<ZoneRole> = new Set<ZoneRole>([
  'comments',
  'navigation',
  'sidebar',
  'notice',
  'footer',
  'hidden',
]);
/** Teasers of other pieces have standfirsts too; only the page's own description is known to be the piece's. */
const OTHER_PARTS: ReadonlySet<ZoneRole> = new Set<ZoneRole>([...SITE_PARTS, 'related', 'promotion']);

/** Letters. A shorter line under a title is a kicker or a name. */
const MIN_SIZE = 30;

/** Blocks between a title and its text. */
const MAX_DISTANCE = 40;

/**
 * The paragraphs between the title and the chosen text that open the piece: pages set them apart from the text, and the
 * print edition does not. One counts when the page calls it by a known name or gives the same words as its description.
 */
export function findStandfirst(
  page: PageBlocks,
  body: readonly Block[],
  headline: string,
  descriptions: readonly string[],
): readonly Block[] {
  const start = body[0]?.index ?? 0;
  const key = titleKey(headline);
  const keys = descriptions.map(titleKey).filter((description) => description.length >= MIN_SIZE);
  const opening = titleKey(
    body
      .slice(0, 3)
      .map((block) => block.text)
      .join(''),
  );
  const found: Block[] = [];
  for (let i = start - 1; i >= Math.max(0, start - MAX_DISTANCE); i--) {
    const block = page.blocks[i];
    if (!block) break;
    const own = titleKey(block.text);
    if (own === key) break;
    if (block.size < MIN_SIZE || block.linkSize > block.size / 3 || opening.startsWith(own)) continue;
    const isDescription = keys.some((description) => isSame(own, description));
    if (isDescription && !isInPart(block.zone, SITE_PARTS)) found.unshift(block);
    else if (block.kind !== 'caption' && isNamed(block.zone) && !isInPart(block.zone, OTHER_PARTS))
      found.unshift(block);
  }
  return found;
}

function isSame(text: string, description: string): boolean {
  const length = Math.min(text.length, description.length);
  // One of the two may have a place in front, or be cut off.
  return (
    length >= MIN_SIZE &&
    (text.includes(description.slice(0, Math.min(length, 60))) || description.includes(text.slice(0, 60)))
  );
}

function isNamed(zone: Zone): boolean {
  let here: Zone | null = zone;
  for (let step = 0; here && step < 3; step++) {
    const { element } = here;
    const names = `${element?.attribs.class ?? ''} ${element?.attribs.itemprop ?? ''}`;
    if (here.end - here.first > 3) return false;
    for (const name of names.split(/\s+/)) {
      if (
        name !== '' &&
        STANDFIRST_NAME.test(
          name
            .replace(/([a-z])([A-Z])/g, '$1-$2')
            .toLowerCase()
            .replace(/[_:.]+/g, '-'),
        )
      )
        return true;
    }
    here = here.parent;
  }
  return false;
}
