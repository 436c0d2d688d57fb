import { decodeHTML } from 'entities';
import { collapse } from './html-tree.ts';

/** A schema.org node as pages write it: any property may be absent, a string, a node, or a list of either. */
export type LdNode = Readonly<Record<string, unknown>>;

/** A page's structured data: the node of its article, if it has one, and a way to follow `@id`s. */
export interface LdGraph {
  readonly nodes: readonly LdNode[];
  readonly article: LdNode | null;
  /** The page the article stands on (`WebPage`), which states language, breadcrumb and dates when the article does not. */
  readonly webPage: LdNode | null;
  readonly byId: ReadonlyMap<string, LdNode>;
}

/** https://schema.org/Article and its subtypes, the news ones first; then what sites use in their stead. */
const ARTICLE_TYPES: readonly string[] = [
  'newsarticle',
  'reportagenewsarticle',
  'analysisnewsarticle',
  'opinionnewsarticle',
  'backgroundnewsarticle',
  'reviewnewsarticle',
  'askpublicnewsarticle',
  'advertisercontentarticle',
  'liveblogposting',
  'article',
  'blogposting',
  'techarticle',
  'scholarlyarticle',
  'satiricalarticle',
  'report',
  'socialmediaposting',
  'discussionforumposting',
  'medicalwebpage',
  'review',
  'claimreview',
  'recipe',
  'creativework',
];

/** Properties whose values are pieces of their own, or parts of this one. */
const OTHER_PIECES: ReadonlySet<string> = new Set([
  'liveBlogUpdate',
  'itemListElement',
  'hasPart',
  'comment',
  'mentions',
  'citation',
  'relatedLink',
  'review',
  'video',
  'isPartOf',
]);

/** Nodes on one page. Shops list thousands of offers; an article's own node comes among the first. */
const MAX_NODES = 5_000;

/** Reads the contents of a page's `application/ld+json` scripts; one that cannot be read is passed over. */
export function readJsonLd(scripts: readonly string[]): LdGraph {
  const nodes: LdNode[] = [];
  const byId = new Map<string, LdNode>();
  const parts = new Set<LdNode>();
  const collect = (value: unknown, depth: number, isPart: boolean): void => {
    if (depth > 12 || nodes.length >= MAX_NODES) return;
    if (Array.isArray(value)) {
      for (const item of value) collect(item, depth + 1, isPart);
      return;
    }
    if (!isNode(value)) return;
    nodes.push(value);
    if (isPart) parts.add(value);
    const id = value['@id'];
    // A reference is a node with nothing but its id; the node that says more is the one to find.
    if (
      typeof id === 'string' &&
      Object.keys(value).length > (byId.has(id) ? Object.keys(byId.get(id) ?? {}).length : 1)
    ) {
      byId.set(id, value);
    }
    for (const [property, inner] of Object.entries(value)) {
      if (typeof inner !== 'object' || inner === null || property === '@context') continue;
      collect(inner, depth + 1, isPart || OTHER_PIECES.has(property));
    }
  };
  for (const script of scripts) collect(parseLenient(script), 0, false);
  return {
    nodes,
    byId,
    article: pickArticle(nodes.filter((node) => !parts.has(node))) ?? pickArticle(nodes),
    webPage: nodes.find((node) => isOfType(node, 'webpage')) ?? null,
  };
}

function isNode(value: unknown): value is LdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Type names of a node in lower case, without a vocabulary's address. */
export function typesOf(node: LdNode): readonly string[] {
  const type = node['@type'];
  const list = Array.isArray(type) ? type : [type];
  return list
    .filter((name) => typeof name === 'string')
    .map((name) => name.replace(/^.*[/:#]/, '').toLowerCase());
}

/** Whether a node is of one of these types, given in lower case. */
export function isOfType(node: LdNode, ...types: readonly string[]): boolean {
  return typesOf(node).some((type) => types.includes(type));
}

/**
 * The node that describes the page's piece. Pages also list other pieces (related ones, an `ItemList`): those say
 * little, so among nodes of equally fitting types the first that says most wins.
 */
function pickArticle(nodes: readonly LdNode[]): LdNode | null {
  let best: LdNode | null = null;
  let bestScore = 0;
  for (const node of nodes) {
    const rank = Math.max(
      ...typesOf(node).map((type) => ARTICLE_TYPES.length - (ARTICLE_TYPES.indexOf(type) + 1 || 999)),
      0,
    );
    if (rank <= 0 && !isOfType(node, 'creativework')) continue;
    const says = [
      'headline',
      'datePublished',
      'author',
      'articleBody',
      'publisher',
      'mainEntityOfPage',
      'image',
      'dateModified',
    ].filter(
      (property) => node[property] !== undefined && node[property] !== null && node[property] !== '',
    ).length;
    const score = says * 4 + rank / ARTICLE_TYPES.length;
    if (says >= 2 && score > bestScore) {
      best = node;
      bestScore = score;
    }
  }
  return best;
}

/** JSON as pages get it wrong: CDATA and HTML comments around it, raw line breaks in strings, commas too many, entities. */
function parseLenient(script: string): unknown {
  const text = script
    .replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\/\]\]>|\/\*\]\]>\*\/|\]\]>)\s*$/, '')
    .replace(/;\s*$/, '')
    .trim();
  if (text === '') return null;
  for (const attempt of [() => text, () => mendJson(text), () => mendJson(decodeHTML(text))]) {
    try {
      return JSON.parse(attempt());
    } catch {
      // the next mend may do
    }
  }
  return null;
}

/** Escapes control characters inside strings and drops commas before a closing bracket, in one pass. */
function mendJson(text: string): string {
  let out = '';
  let inString = false;
  let pendingComma = false;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (inString) {
      if (character === '\\') {
        out += character + text.charAt(i + 1);
        i += 1;
      } else if (character < ' ') out += character === '\n' ? '\\n' : ' ';
      else {
        if (character === '"') inString = false;
        out += character;
      }
      continue;
    }
    if (character === ',') {
      pendingComma = true;
      continue;
    }
    if (pendingComma && character !== ' ' && character !== '\n' && character !== '\r' && character !== '\t') {
      if (character !== '}' && character !== ']') out += ',';
      pendingComma = false;
    }
    if (character === '"') inString = true;
    out += character;
  }
  return out;
}

/** The texts of a property: strings as they are, nodes by their `name`; entities decoded, markup dropped. */
export function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [plain(value)].filter(Boolean);
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (isNode(value)) {
    const named = value.name ?? value['@value'] ?? value.headline ?? value['@list'];
    return named === undefined ? [] : textsOf(named);
  }
  return [];
}

/** The first text of a property, or null. */
export function textOfLd(value: unknown): string | null {
  return textsOf(value)[0] ?? null;
}

function plain(text: string): string {
  const bare = text.includes('<') ? text.replace(/<\/?[a-zA-Z][^<>]{0,300}>/g, ' ') : text;
  return collapse(bare.includes('&') ? decodeHTML(decodeHTML(bare)) : bare);
}

/** The nodes of a property, references followed. */
export function nodesOf(value: unknown, graph: LdGraph): readonly LdNode[] {
  if (Array.isArray(value)) return value.flatMap((item) => nodesOf(item, graph));
  if (!isNode(value)) return [];
  const list = value['@list'];
  if (list !== undefined) return nodesOf(list, graph);
  const id = value['@id'];
  return [typeof id === 'string' ? (graph.byId.get(id) ?? value) : value];
}

/** The addresses of a property: strings, or the `url` or `@id` of nodes. */
export function urlsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value.trim()].filter(Boolean);
  if (Array.isArray(value)) return value.flatMap(urlsOf);
  if (isNode(value)) return urlsOf(value.url ?? value.contentUrl ?? value['@id'] ?? []);
  return [];
}
