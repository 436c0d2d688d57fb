/**
 * Measures the page reader on the test material beside the repository, with the libraries it is compared to in the same
 * run: @mozilla/readability and Defuddle, each on linkedom.
 *
 *   npx tsx scripts/score-extraction.ts [CORPORA] [--generated COUNT] [--bootstrap TIMES]
 *
 * The yardstick is CORPORA/score-extraction.mjs (its head states each measure). Times are those of one thread from bytes
 * to answer, the first ten pages left out. `--generated` also runs the extract pool over that many made-up pages
 * (default 10,000; 0 leaves it out) and reports pages a second and the peak of resident memory.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { extractBytes } from '../src/cli/extract-file.ts';
import { extractAll } from '../src/cli/extract-pool.ts';
import { generatePage } from './generate-page.ts';

interface Gold {
  readonly id: string;
  readonly file: string;
  readonly url: string;
}
interface Prediction {
  readonly id: string;
  readonly title?: unknown;
  readonly authors?: unknown;
  readonly publishedAt?: unknown;
  readonly language?: unknown;
  readonly body?: unknown;
}
interface Measures {
  readonly body?: {
    readonly f1: number;
    readonly f1Std?: number;
    readonly precision: number;
    readonly recall: number;
  };
  readonly snippets?: { readonly f1: number };
  readonly title?: { readonly exact: number; readonly loose: number };
  readonly authors?: { readonly f1: number };
  readonly date?: { readonly accuracy: number; readonly precision: number };
  readonly language?: { readonly accuracy: number };
}
interface Yardstick {
  scorePages(golds: readonly Gold[], predictions: readonly Prediction[]): unknown;
  summarise(pages: unknown, times: number): Measures;
}

const args = process.argv.slice(2);
const flag = (name: string, otherwise: number): number => {
  const at = args.indexOf(name);
  return at < 0 ? otherwise : Number(args.splice(at, 2)[1]);
};
const generated = flag('--generated', 10_000);
const times = flag('--bootstrap', 200);
const corpora = args[0] ?? '../shared/corpora';
// The yardstick is plain JavaScript without types; `Yardstick` is the part of it that is used here.
const yardstick = (await import(pathToFileURL(join(corpora, 'score-extraction.mjs')).href)) as Yardstick;

type Extract = (gold: Gold, bytes: Uint8Array) => Promise<Prediction> | Prediction;

const contenders: readonly (readonly [string, Extract])[] = [
  ['dateline', ours],
  ['readability', readability],
  ['defuddle', defuddle],
];

function ours(gold: Gold, bytes: Uint8Array): Prediction {
  const found = extractBytes(gold.id, { file: gold.file, bytes, contentType: null, url: gold.url });
  return 'title' in found ? { ...found, id: gold.id } : { id: gold.id };
}

function readability(gold: Gold, bytes: Uint8Array): Prediction {
  const { document } = parseHTML(new TextDecoder().decode(bytes));
  const found = new Readability(document).parse();
  return {
    id: gold.id,
    title: found?.title,
    authors: found?.byline ? [found.byline] : [],
    publishedAt: found?.publishedTime,
    language: found?.lang,
    body: found?.textContent,
  };
}

async function defuddle(gold: Gold, bytes: Uint8Array): Promise<Prediction> {
  const { document } = parseHTML(new TextDecoder().decode(bytes));
  const found = await Defuddle(document, gold.url);
  const { document: content } = parseHTML(`<html><body>${found.content}</body></html>`);
  return {
    id: gold.id,
    title: found.title,
    authors: found.author ? found.author.split(/\s*,\s*/) : [],
    publishedAt: found.published,
    language: found.language,
    body: textByLine(content.body),
  };
}

interface TextNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<TextNode>;
}

/** Without this, the last word of a paragraph and the first of the next would count as one. */
function textByLine(node: TextNode): string {
  if (node.nodeType === 3) return node.textContent ?? '';
  const text = Array.from(node.childNodes).map(textByLine).join('');
  return /^(?:P|DIV|H[1-6]|LI|UL|OL|BLOCKQUOTE|FIGURE|FIGCAPTION|TABLE|TR|TD|TH|PRE|BR|SECTION)$/i.test(
    node.nodeName,
  )
    ? `\n${text}\n`
    : text;
}

const folders = ['pages', 'pages-dataset'];
const golds = new Map<string, readonly Gold[]>();
const pages = new Map<Gold, Uint8Array>();
for (const folder of folders) {
  const list = readFileSync(join(corpora, folder, 'gold.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line): Gold => JSON.parse(line));
  golds.set(folder, list);
  for (const gold of list) pages.set(gold, gunzipSync(readFileSync(join(corpora, folder, gold.file))));
}

// First, while nothing else has grown this process's memory.
if (generated > 0) await runGenerated(generated);

const silenced = console.error;
const head =
  'pages                body F1       prec   recall  snippet  headline      author  date          lang    ms/page  worst';
console.log(`${head}\n${' '.repeat(53)}        exact  loose          acc    prec`);
for (const [name, extract] of contenders) {
  const predictions = new Map<Gold, Prediction>();
  const spent: number[] = [];
  let failed = 0;
  console.error = () => {}; // Defuddle reports broken JSON-LD there, page by page
  for (const [gold, bytes] of pages) {
    const start = performance.now();
    try {
      predictions.set(gold, await extract(gold, bytes));
    } catch {
      failed += 1;
      predictions.set(gold, { id: gold.id });
    }
    spent.push(performance.now() - start);
  }
  console.error = silenced;
  const warm = spent.slice(10);
  const mean = warm.reduce((sum, ms) => sum + ms, 0) / warm.length;
  const timing = `${mean.toFixed(1).padStart(7)}  ${Math.max(...warm)
    .toFixed(0)
    .padStart(5)}`;
  console.log(`\n${name}${failed > 0 ? `: threw on ${failed} pages` : ''}`);
  for (const [folder, list] of [...golds, ['both', [...golds.values()].flat()] as const]) {
    const measures = yardstick.summarise(
      yardstick.scorePages(
        list,
        list.flatMap((gold) => predictions.get(gold) ?? []),
      ),
      times,
    );
    console.log(row(folder, list.length, measures) + (folder === 'both' ? `  ${timing}` : ''));
  }
}

function row(folder: string, count: number, m: Measures): string {
  const number = (value: number | undefined): string => (value === undefined ? '    -' : value.toFixed(3));
  const interval = m.body?.f1Std === undefined ? '' : `±${m.body.f1Std.toFixed(3)}`;
  return [
    `${folder} (${count})`.padEnd(19),
    `${number(m.body?.f1)}${interval}`.padEnd(12),
    number(m.body?.precision),
    number(m.body?.recall),
    ` ${number(m.snippets?.f1)} `,
    number(m.title?.exact),
    number(m.title?.loose),
    ` ${number(m.authors?.f1)} `,
    number(m.date?.accuracy),
    number(m.date?.precision),
    ` ${number(m.language?.accuracy)}`,
  ].join('  ');
}

/** The whole path of `dateline extract`: files on disk, worker threads, JSON lines. */
async function runGenerated(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-pages-'));
  try {
    for (let i = 0; i < count; i++) writeFileSync(join(folder, `${i}.html`), generatePage(i));
    const tasks = Array.from({ length: count }, (_, i) => ({
      id: i,
      path: join(folder, `${i}.html`),
      url: null,
    }));
    let lines = 0;
    let refused = 0;
    let peak = 0;
    const start = performance.now();
    for await (const line of extractAll(tasks)) {
      lines += 1;
      if (line.includes('"refused"')) refused += 1;
      if (lines % 50 === 0) peak = Math.max(peak, process.memoryUsage().rss);
    }
    const ms = performance.now() - start;
    console.log(
      `${lines} generated pages: ${(ms / 1000).toFixed(1)} s, ${((lines / ms) * 1000).toFixed(0)} a second, ` +
        `${(ms / lines).toFixed(2)} ms each, peak memory ${(peak / 2 ** 20).toFixed(0)} MB, ${refused} refused\n`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
