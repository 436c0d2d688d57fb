import type { Element } from 'domhandler';
import { ARIA_ROLES, STATE_PREFIX, TERM_PREFIX, TERM_PREFIX_PART, ZONE_WORDS } from './zone-role-data.ts';

/**
 * What a part of a page is by its markup. `plain` says nothing; `hidden` is never shown; the others name parts of a site
 * or of a piece's frame. Only a suspicion: a part that holds most of the page's prose is body whatever it is called.
 */
export type ZoneRole = 'plain' | 'form' | (typeof ZONE_WORDS)[number][0];

const ROLE_BY_TAG: Readonly<Record<string, ZoneRole>> = {
  nav: 'navigation',
  aside: 'sidebar',
  footer: 'footer',
  form: 'form',
  menu: 'navigation',
};

/** Elements whose classes speak of the whole page or piece. */
const WHOLE_PAGE = new Set(['html', 'body', 'main']);

/** Marks inside a sentence. Their class names colour words, they do not set a part of the page apart. */
const INLINE = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Names repeat thousands of times on a page and across pages of a site; bounded so that a hostile page cannot grow it. */
const roleByName = new Map<string, ZoneRole>();
const MAX_REMEMBERED_NAMES = 20_000;

/** What the tag, ARIA role, visibility and class names of an element say it is. */
export function judgeZone(element: Element): ZoneRole {
  const { attribs, name } = element;
  if (isHidden(element)) return 'hidden';
  const inline = INLINE.has(name);
  if (!inline) {
    const byTag = ROLE_BY_TAG[name];
    if (byTag && !isSignature(element)) return byTag;
    const aria = attribs.role;
    const byAria = aria ? ARIA_ROLES[aria.toLowerCase()] : undefined;
    if (byAria) return byAria;
  }
  if (WHOLE_PAGE.has(name)) return 'plain';
  const names = `${attribs.class ?? ''} ${attribs.id ?? ''}`;
  if (names.length < 2) return 'plain';
  let found: ZoneRole = 'plain';
  for (const word of names.split(/\s+/, 40)) {
    if (word === '' || word.length > 80) continue;
    const role = roleOfName(word);
    if (role === 'hidden') return 'hidden';
    if (found === 'plain') found = role;
  }
  if (!inline) return found;
  // A credit or a label of a share button sits in a `span` beside the text; all else inline belongs to its sentence.
  return found === 'caption' ? found : 'plain';
}

/** The foot of a block quote says whose words they are (HTML Standard, 4.4.4). */
const isSignature = ({ name, parent }: Element): boolean =>
  name === 'footer' && parent !== null && 'name' in parent && parent.name === 'blockquote';

function isHidden(element: Element): boolean {
  const { attribs } = element;
  if (attribs.hidden !== undefined && attribs.hidden !== 'until-found') return true;
  if (attribs['aria-hidden'] === 'true') return true;
  const style = attribs.style;
  return style !== undefined && /(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden)/i.test(style);
}

function roleOfName(name: string): ZoneRole {
  const known = roleByName.get(name);
  if (known !== undefined) return known;
  const kebab = name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[_:.\s-]+/g, '-');
  let role: ZoneRole = 'plain';
  if (!STATE_PREFIX.test(kebab) && (!TERM_PREFIX.test(kebab) || TERM_PREFIX_PART.test(kebab))) {
    for (const [candidate, pattern] of ZONE_WORDS) {
      if (pattern.test(kebab)) {
        role = candidate;
        break;
      }
    }
  }
  if (roleByName.size < MAX_REMEMBERED_NAMES) roleByName.set(name, role);
  return role;
}
