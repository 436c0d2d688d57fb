import { MEDIA_TOPIC_ROWS } from './media-topics-data.ts';

/** One concept of the IPTC Media Topics, https://www.iptc.org/std/NewsCodes/treeview/mediatopic/ */
export interface MediaTopicTerm {
  /** Qualified code: `medtop:06000000`. */
  readonly code: string;
  /** IPTC's English label: "Crime, law and justice". */
  readonly name: string;
  /** Unique among all topics. */
  readonly slug: string;
  /** Code of the broader topic; null for the seventeen at the top. */
  readonly parent: string | null;
  /** 1 at the top. */
  readonly level: number;
}

interface TopicTree {
  readonly all: readonly MediaTopicTerm[];
  readonly byCode: ReadonlyMap<string, MediaTopicTerm>;
  readonly bySlug: ReadonlyMap<string, MediaTopicTerm>;
}

let tree: TopicTree | null = null;

function loadTree(): TopicTree {
  if (tree !== null) return tree;
  const rows = new Map<string, readonly [parent: string, slug: string, name: string]>();
  for (const row of MEDIA_TOPIC_ROWS) {
    const [number = '', parent = '', slug = '', name = ''] = row.split('|');
    rows.set(number, [parent, slug, name]);
  }
  const byCode = new Map<string, MediaTopicTerm>();
  for (const [number, [parent, slug, name]] of rows) {
    let level = 1;
    for (let at = parent; at !== ''; at = rows.get(at)?.[0] ?? '') level += 1;
    const code = `medtop:${number}`;
    byCode.set(code, { code, name, slug, parent: parent === '' ? null : `medtop:${parent}`, level });
  }
  const all = [...byCode.values()];
  tree = { all, byCode, bySlug: new Map(all.map((term) => [term.slug, term])) };
  return tree;
}

/** Every topic, the seventeen at the top first. */
export function allMediaTopics(): readonly MediaTopicTerm[] {
  return loadTree().all;
}

/** The topic with this code, with or without `medtop:`, also as IPTC's URI; null when there is none. */
export function mediaTopicByCode(code: string): MediaTopicTerm | null {
  const number = code.slice(-8);
  const prefix = code.slice(0, -8);
  const known =
    prefix === '' ||
    prefix === 'medtop:' ||
    /^https?:\/\/cv\.iptc\.org\/newscodes\/mediatopic\/$/.test(prefix);
  return known ? (loadTree().byCode.get(`medtop:${number}`) ?? null) : null;
}

/** The topic with this slug, or null. */
export function mediaTopicBySlug(slug: string): MediaTopicTerm | null {
  return loadTree().bySlug.get(slug) ?? null;
}

/** The topics it lies in, nearest first; empty for a top topic and for an unknown code. */
export function broaderTopicsOf(code: string): readonly MediaTopicTerm[] {
  const path: MediaTopicTerm[] = [];
  let at = mediaTopicByCode(code);
  while (at !== null && at.parent !== null) {
    at = mediaTopicByCode(at.parent);
    if (at !== null) path.push(at);
  }
  return path;
}
