/** The part of V8's CPU profile that is drawn. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  /** Microseconds between samples. */
  readonly timeDeltas: readonly number[];
}

/** A function as called from the functions above it. */
interface Frame {
  readonly name: string;
  readonly place: string;
  own: number;
  total: number;
  readonly callees: Map<string, Frame>;
}

const WIDTH = 1_600;
const ROW = 17;
const LABEL = 26;
/** Narrower frames, in pixels, are left out. */
const NARROWEST = 0.7;

/** Draws a profile as a flame graph: the width of a frame is its share of the time, callees stand under their callers. */
export function flameGraph(profile: CpuProfile, title: string): string {
  const root = frames(profile);
  const boxes: string[] = [];
  const draw = (frame: Frame, x: number, depth: number): number => {
    const width = (frame.total / root.total) * WIDTH;
    if (width < NARROWEST) return depth;
    const percent = ((frame.total / root.total) * 100).toFixed(1);
    const label = width > 30 ? escaped(frame.name.slice(0, Math.floor(width / 6.6))) : '';
    boxes.push(
      `<g><title>${escaped(`${frame.name} ${frame.place} ${percent} %`)}</title>` +
        `<rect x="${x.toFixed(1)}" y="${LABEL + depth * ROW}" width="${width.toFixed(1)}" height="${ROW - 1}" fill="${colour(frame)}"/>` +
        `<text x="${(x + 2).toFixed(1)}" y="${LABEL + depth * ROW + 12}">${label}</text></g>`,
    );
    let at = x;
    let deepest = depth;
    for (const callee of [...frame.callees.values()].sort((left, right) => right.total - left.total)) {
      deepest = Math.max(deepest, draw(callee, at, depth + 1));
      at += (callee.total / root.total) * WIDTH;
    }
    return deepest;
  };
  const depth = draw(root, 0, 0);
  const height = LABEL + (depth + 1) * ROW;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="monospace" font-size="11"><rect width="100%" height="100%" fill="#fff"/><text x="4" y="17" font-size="14">${escaped(title)}</text>${boxes.join('\n')}</svg>\n`;
}

/** Functions by the time spent in themselves, the most first: `[name, share]`. */
export function ownTimes(profile: CpuProfile): [name: string, share: number][] {
  const root = frames(profile);
  const times = new Map<string, number>();
  const add = (frame: Frame): void => {
    const key = `${frame.name} ${frame.place}`;
    times.set(key, (times.get(key) ?? 0) + frame.own);
    for (const callee of frame.callees.values()) add(callee);
  };
  add(root);
  return [...times]
    .map(([name, own]): [string, number] => [name, own / root.total])
    .sort(([, left], [, right]) => right - left);
}

/** The tree of calls without the time in which nothing was done. */
function frames({ nodes, samples, timeDeltas }: CpuProfile): Frame {
  const own = new Map<number, number>();
  samples.forEach((id, index) => {
    own.set(id, (own.get(id) ?? 0) + (timeDeltas[index] ?? 0));
  });
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const grow = (id: number, into: Frame): number => {
    const node = byId.get(id);
    if (node === undefined || node.callFrame.functionName === '(idle)') return 0;
    const { functionName, url, lineNumber } = node.callFrame;
    const place = url === '' ? '' : `${shortened(url)}:${lineNumber + 1}`;
    const name = functionName === '' ? '(anonymous)' : functionName;
    const key = `${name} ${place}`;
    const frame = into.callees.get(key) ?? { name, place, own: 0, total: 0, callees: new Map() };
    into.callees.set(key, frame);
    const spent = own.get(id) ?? 0;
    frame.own += spent;
    const total = spent + (node.children ?? []).reduce((sum, child) => sum + grow(child, frame), 0);
    frame.total += total;
    return total;
  };
  const all: Frame = { name: 'all', place: '', own: 0, total: 0, callees: new Map() };
  const [first] = nodes;
  all.total = first === undefined ? 0 : grow(first.id, all);
  const root = all.callees.get('(root) ');
  return root ?? all;
}

const shortened = (url: string): string =>
  url
    .replace(/^.*\/node_modules\//, '')
    .replace(/^.*\/(src|bench)\//, '$1/')
    .replace(/\?.*$/, '');

/** Ours in blue, libraries in sand, Node and V8 in grey. */
function colour({ place }: Frame): string {
  if (place.startsWith('src/')) return '#9ec5e8';
  if (place === '' || place.startsWith('node:')) return '#d9d9d9';
  return '#ecd9a8';
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
