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

/** Tells the parts of a page that speak of its piece from those that speak of other pieces, the site, or readers. */
export class PieceFrame {
  /** Elements around the text. Whatever their names suggest, they are not beside the piece. */
  readonly #around = new Set<Element>();
  readonly #judged = new Map<Element, boolean>();

  /** `own` are elements known to be the piece's: the one that holds its text, and its title. */
  constructor(own: readonly Element[]) {
    for (const element of own) {
      for (let here: Element | null = element; here; here = parentOf(here)) this.#around.add(here);
    }
  }

  /** Whether an element stands in a part that is not the piece's: comments, sidebars, lists of other pieces. */
  isBeside(element: Element): boolean {
    const known = this.#judged.get(element);
    if (known !== undefined) return known;
    const parent = parentOf(element);
    const beside =
      !this.#around.has(element) &&
      element.name !== 'body' &&
      (BESIDE.has(judgeZone(element)) || isSiteFooter(element) || (parent !== null && this.isBeside(parent)));
    this.#judged.set(element, beside);
    return beside;
  }
}

/** The foot of the page; an article's own foot may name its author. */
function isSiteFooter(element: Element): boolean {
  if (judgeZone(element) !== 'footer') return false;
  for (let here = parentOf(element); here; here = parentOf(here)) {
    if (here.name === 'article' || here.name === 'main') return false;
  }
  return true;
}

/** The element around an element; null for the root. */
export function parentOf(element: Element): Element | null {
  return element.parent && isTag(element.parent) ? element.parent : null;
}
