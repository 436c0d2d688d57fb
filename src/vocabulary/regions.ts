import { NEWS_REGIONS } from './news-regions-data.ts';
import { REGION_MEMBERS, REGION_ROWS } from './region-tree-data.ts';

/** What a region is; `PLACE` lies inside a country, `GROUPING` gathers regions across the tree (EU, Middle East). */
export type RegionKind = 'WORLD' | 'CONTINENT' | 'SUBREGION' | 'GROUPING' | 'COUNTRY' | 'PLACE';

/** One region of UN M49 or ISO 3166, or one that news prints beside them. */
export interface RegionTerm {
  /** ISO 3166-1 alpha-2 for countries and areas (`XK` for Kosovo), M49 above them, `EU`, `EZ`, `UN`, else `x-middle-east`. */
  readonly code: string;
  /** UN M49, three digits; null for what the UN gives no number. */
  readonly m49: string | null;
  /** ISO 3166-1 alpha-3; null for what is no country or area. */
  readonly alpha3: string | null;
  /** English. */
  readonly name: string;
  /** Unique among all regions: `latin-america-and-the-caribbean`. */
  readonly slug: string;
  /** Code of the region it lies in; null for the world. */
  readonly parent: string | null;
  readonly kind: RegionKind;
  /** True for groupings on whose members sources differ (Middle East, Sahel). */
  readonly isApproximate: boolean;
}

interface RegionTree {
  readonly all: readonly RegionTerm[];
  readonly byCode: ReadonlyMap<string, RegionTerm>;
  readonly bySlug: ReadonlyMap<string, RegionTerm>;
  /** Codes of a grouping's members, by its code. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}

let tree: RegionTree | null = null;

function loadTree(): RegionTree {
  if (tree !== null) return tree;
  const all = [...REGION_ROWS.map(parseRow), ...NEWS_REGIONS.map(toTerm)];
  const byCode = new Map<string, RegionTerm>();
  for (const term of all) {
    byCode.set(term.code, term);
    if (term.m49 !== null) byCode.set(term.m49, term);
    if (term.alpha3 !== null) byCode.set(term.alpha3, term);
  }
  const members = new Map<string, readonly string[]>();
  for (const row of REGION_MEMBERS) {
    const [code = '', list = ''] = row.split('|');
    members.set(code, list.split(' '));
  }
  for (const { code, members: list } of NEWS_REGIONS) if (list !== '') members.set(code, list.split(' '));
  tree = { all, byCode, bySlug: new Map(all.map((term) => [term.slug, term])), members };
  return tree;
}

function parseRow(row: string): RegionTerm {
  const [code = '', m49 = '', alpha3 = '', kind = '', parent = '', slug = '', name = ''] = row.split('|');
  return {
    code,
    m49: m49 || null,
    alpha3: alpha3 || null,
    name,
    slug,
    parent: parent || null,
    kind: kind as RegionKind, // the generator writes nothing else; a test reads every row
    isApproximate: false,
  };
}

function toTerm({ code, name, parent, kind }: (typeof NEWS_REGIONS)[number]): RegionTerm {
  const slug = name.toLowerCase().replaceAll(' ', '-');
  return { code, m49: null, alpha3: null, name, slug, parent, kind, isApproximate: kind === 'GROUPING' };
}

/** Every region, in the order of its code, the ones of our own last. */
export function allRegions(): readonly RegionTerm[] {
  return loadTree().all;
}

/** The region with this code: alpha-2, alpha-3, M49 or one of our own, in any case; null when there is none. */
export function regionByCode(code: string): RegionTerm | null {
  const { byCode } = loadTree();
  return byCode.get(code) ?? byCode.get(code.toUpperCase()) ?? byCode.get(code.toLowerCase()) ?? null;
}

/** The region with this slug, or null. */
export function regionBySlug(slug: string): RegionTerm | null {
  return loadTree().bySlug.get(slug) ?? null;
}

/** The regions it lies in, nearest first, the world last; empty for the world and for an unknown code. */
export function ancestorsOf(code: string): readonly RegionTerm[] {
  const path: RegionTerm[] = [];
  let at = regionByCode(code);
  while (at !== null && at.parent !== null) {
    at = regionByCode(at.parent);
    if (at !== null) path.push(at);
  }
  return path;
}

/** The direct members of a grouping (`EU` -> 27 countries), by code; empty for anything else. */
export function membersOf(code: string): readonly RegionTerm[] {
  const { members, byCode } = loadTree();
  return (members.get(code) ?? []).flatMap((member) => byCode.get(member) ?? []);
}

/**
 * The groupings that hold it, itself or through a region it lies in: France -> EU, Eurozone, UN; Mexico -> North America, UN.
 *
 * They stand beside the tree, so that a filter on one of them has to take both `ancestorsOf` and these into account.
 */
export function groupingsOf(code: string): readonly RegionTerm[] {
  const self = regionByCode(code);
  if (self === null) return [];
  const { members, byCode } = loadTree();
  const within = new Set([self.code, ...ancestorsOf(self.code).map((term) => term.code)]);
  const found = new Set<string>();
  // A grouping can be the member of another one (Middle East in Middle East and North Africa), one level deep.
  for (let pass = 0; pass < 2; pass += 1) {
    for (const [grouping, list] of members) {
      if (list.some((member) => within.has(member) || found.has(member))) found.add(grouping);
    }
  }
  found.delete(self.code);
  return [...found].flatMap((grouping) => byCode.get(grouping) ?? []);
}
