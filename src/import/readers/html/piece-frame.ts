import { type Element, isTag } from 'domhandler';
import { judgeZone, type ZoneRole } from './zone-role.ts';

/** Parts that hold other pieces' titles, names and dates. */
const BESIDE: ReadonlySet<ZoneRole> = new Set<ZoneRole>([
  'comments',
  'related',
  'sidebar',
  'navigation',
  'promotion',
  'notice',
  'hidden',
]);

/** Whether an element stands in a part of the page that speaks of other pieces, of the site, or of readers' comments. */
export function isBesidePiece(element: Element): boolean {
  for (let here: Element | null = element; here; here = parentOf(here)) {
    if (here.name === 'body') return false;
    if (BESIDE.has(judgeZone(here))) return true;
  }
  return false;
}

export function parentOf(element: Element): Element | null {
  return element.parent && isTag(element.parent) ? element.parent : null;
}
