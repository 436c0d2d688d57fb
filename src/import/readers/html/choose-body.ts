import type { Element } from 'domhandler';
import { attributeWords, classNames } from './html-tree.ts';
import type { Block, PageBlocks, Zone } from './page-blocks.ts';

/** What a page's markup says about where its text is, strongest first. */
export type BodyHint = 'articleBody' | 'content-class' | 'article' | 'main';

/** The part of the page that holds the text, and what pointed to it. */
export interface BodyChoice {
  readonly zone: Zone;
  /** For the record's provenance. */
  readonly from: BodyHint | 'density';
}

/**
 * Class names of the element that holds a piece's text: hAtom (`entry-content`), microformats 2 (`e-content`), WordPress
 * themes, BEM blocks of the large content systems.
 */
const CONTENT_CLASS =
  /^(?:(?:entry|post|article|story|news|single|page|blog|td-post|node|body|text|main|content|field|rich|detail|art)[-_]{0,2}(?:content|body|text|copy|main|inner|article|detail|richtext|post)(?:[-_]{1,2}(?:body|text|content|inner|main|wrapper|container|article))?|e-content|entry|articlebody|articletext|storytext|storybody|article|richtext|rich-text|prose|copy|body-copy|bodytext|newstext|post)$/i;

/** A hint counts when its element holds this share of the prose that a blind search would settle on. */
const MIN_HINT_SHARE = 0.55;

/** Elements of one name that together hold this share of what a blind search settles on are its parts. */
const PARTS_SHARE = 0.9;

/** A child that holds this share of its parent's prose takes its place. */
const DESCENT_SHARE = 0.72;

/** Where the piece's text is. Fills `ownWeight` of every zone on the way. */
export function chooseBody(page: PageBlocks): BodyChoice {
  weighZones(page);
  const dense = descend(page.root);
  const hinted = bestHint(page.root, dense);
  return hinted ?? { zone: dense, from: 'density' };
}

/** Share of the page's prose above which hidden text is the piece: saved under a dialogue, or before its script ran. */
const MIN_HIDDEN_SHARE = 0.7;

/** Share of the page's prose above which a part may be the piece although its name says otherwise. */
const MIN_MISNAMED_SHARE = 0.5;

/** Letters of prose outside all parts of the site. With less, the names are not believed. */
const MIN_OWN_PROSE = 200;

/**
 * Fills `ownWeight` and `isForeign`. A part that is named as the site's and holds half of the prose is the piece only if
 * the title or a mark of the text is in it: lists of teasers and readers' comments are often longer than a short piece.
 */
function weighZones(page: PageBlocks): void {
  const total = page.root.weight;
  const visit = (zone: Zone, isPiece: boolean, isTrusting: boolean): number => {
    const misnamed =
      zone.weight >= total * MIN_MISNAMED_SHARE && (!isTrusting || isPiece || holdsPiece(zone, page));
    zone.isForeign = isForeign(zone, total, misnamed, isTrusting);
    const within = isPiece || (misnamed && zone.role !== 'plain');
    let sum = zone.weight;
    for (const child of zone.children) sum += visit(child, within, isTrusting) - child.weight;
    zone.ownWeight = zone.isForeign ? 0 : Math.max(0, sum);
    return zone.ownWeight;
  };
  visit(page.root, false, true);
  if (page.root.ownWeight < MIN_OWN_PROSE) visit(page.root, false, false);
}

function isForeign(zone: Zone, total: number, misnamed: boolean, isTrusting: boolean): boolean {
  switch (zone.role) {
    case 'plain':
      return false;
    case 'caption':
      return true;
    case 'comments':
      return isTrusting || zone.weight < total * 0.95;
    case 'hidden':
      return zone.weight < total * MIN_HIDDEN_SHARE;
    default:
      return !misnamed;
  }
}

/** Whether the page's first-level heading, or an element marked as its text, is in a zone and holds half of its prose. */
function holdsPiece(zone: Zone, page: PageBlocks): boolean {
  for (let i = zone.first; i < zone.end; i++) {
    const block = page.blocks[i];
    if (block?.kind === 'heading' && block.level === 1) return true;
  }
  const half = zone.weight / 2;
  const isMarked = (here: Zone): boolean => {
    const hint = here.element ? hintOf(here.element) : null;
    return (
      hint === 'articleBody' ||
      hint === 'content-class' ||
      here.children.some((child) => child.weight >= half && isMarked(child))
    );
  };
  return isMarked(zone);
}

function descend(root: Zone): Zone {
  let here = root;
  for (;;) {
    let best: Zone | null = null;
    for (const child of here.children) if (!best || child.ownWeight > best.ownWeight) best = child;
    if (!best || best.ownWeight < here.ownWeight * DESCENT_SHARE || best.ownWeight === 0) return here;
    // A single paragraph is not a body: its siblings, however short, belong with it.
    if (best.children.length === 0 && best.end - best.first <= 1) return here;
    here = best;
  }
}

function hintOf(element: Element): BodyHint | null {
  if (attributeWords(element, 'itemprop').includes('articlebody')) return 'articleBody';
  if (attributeWords(element, 'property').some((word) => word.endsWith('articlebody'))) return 'articleBody';
  if (
    classNames(element).some((name) => CONTENT_CLASS.test(name)) ||
    CONTENT_CLASS.test(element.attribs.id ?? '')
  ) {
    return 'content-class';
  }
  if (element.name === 'article' || element.attribs.role === 'article') return 'article';
  if (element.name === 'main' || element.attribs.role === 'main') return 'main';
  return null;
}

const HINT_ORDER: readonly BodyHint[] = ['articleBody', 'content-class', 'article', 'main'];

function bestHint(root: Zone, dense: Zone): BodyChoice | null {
  const byHint = new Map<BodyHint, Zone[]>();
  const visit = (zone: Zone): void => {
    if (zone.ownWeight === 0) return;
    const hint = zone.element ? hintOf(zone.element) : null;
    if (hint) {
      const list = byHint.get(hint);
      if (list) list.push(zone);
      else byHint.set(hint, [zone]);
    }
    for (const child of zone.children) visit(child);
  };
  visit(root);
  for (const hint of HINT_ORDER) {
    const zones = byHint.get(hint) ?? [];
    const enough = zones.filter((zone) => zone.ownWeight >= dense.ownWeight * MIN_HINT_SHARE);
    // The innermost that still holds enough: outer ones of the same name are wrappers.
    const zone = enough.at(-1);
    if (!zone) continue;
    // A text in several parts of one name, with pictures or advertisements between them: what holds all of them.
    return { zone: isOneOfSeveral(zone, zones, dense) ? dense : zone, from: hint };
  }
  return null;
}

function isOneOfSeveral(zone: Zone, sameHint: readonly Zone[], dense: Zone): boolean {
  if (zone.ownWeight >= dense.ownWeight * PARTS_SHARE || !isWithin(zone, dense)) return false;
  let sum = 0;
  let last: Zone | null = null;
  for (const part of sameHint) {
    const isOutside = !isWithin(part, dense) || part === dense || (part !== zone && isWithin(zone, part));
    if (isOutside || (last && isWithin(part, last))) continue;
    sum += part.ownWeight;
    last = part;
  }
  return sum >= dense.ownWeight * PARTS_SHARE;
}

function isWithin(zone: Zone, outer: Zone): boolean {
  for (let here: Zone | null = zone; here; here = here.parent) if (here === outer) return true;
  return false;
}

/** The blocks of a zone. */
export function blocksOf(zone: Zone, blocks: readonly Block[]): readonly Block[] {
  return blocks.slice(zone.first, zone.end);
}
