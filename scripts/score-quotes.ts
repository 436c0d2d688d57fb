/** Prints how well quotes are found and attributed on every labelled set, how far confidence can be trusted, and the speed. */
import { existsSync, readdirSync } from 'node:fs';
import { extractQuotes } from '../src/quote-extraction/extract-quotes.ts';
import {
  extractAndJudge,
  type LabelledText,
  readLabelled,
  scored,
} from '../test/quote-extraction/quote-scores.ts';

const OWN = new URL('../test/fixtures/quotes/', import.meta.url);
/** The yardstick beside the project; its figures are printed only where it is present. */
const YARDSTICK = new URL('../../shared/quotes/', import.meta.url);

const percent = (value: number) => (100 * value).toFixed(1).padStart(5);

function row(name: string, documents: readonly LabelledText[], kind: string | null = null): void {
  const judged = documents.map((document) => extractAndJudge(document, kind).counts);
  const score = scored(judged);
  const interval = ([low, high]: readonly [number, number]) => `[${percent(low)} –${percent(high)}]`;
  console.log(
    `${name.padEnd(26)} ${String(score.documents).padStart(4)} ${String(score.gold).padStart(5)} ${percent(score.precision)} ${percent(score.recall)} ` +
      `${percent(score.spanF1)} ${interval(score.interval95.spanF1)} ${percent(score.attribution)} ${percent(score.endToEndF1)} ${interval(score.interval95.endToEndF1)}`,
  );
}

interface LabelledSet {
  readonly name: string;
  readonly documents: readonly LabelledText[];
  /** Novels test marks and turns; their speakers are no measure of news, so calibration leaves them out. */
  readonly isNews: boolean;
}

const sets: LabelledSet[] = [];
for (const name of existsSync(YARDSTICK) ? ['wikinews', 'edge', 'litbank'] : []) {
  sets.push({
    name: `yardstick ${name}`,
    documents: readLabelled(new URL(`${name}.dev.jsonl`, YARDSTICK)),
    isNews: name !== 'litbank',
  });
}
for (const file of readdirSync(OWN)
  .filter((name) => name.endsWith('.jsonl'))
  .sort()) {
  sets.push({
    name: `own ${file.replace('.jsonl', '')}`,
    documents: readLabelled(new URL(file, OWN)),
    isNews: true,
  });
}

console.log(`${'set'.padEnd(26)} docs  gold     P     R  span            95%  attr.  e2e            95%`);
for (const { name, documents } of sets) {
  row(name, documents);
  for (const kind of ['direct', 'indirect', 'mixed']) {
    if (
      documents.some((document) => document.quotes.some((quote) => quote.kind !== kind)) &&
      documents.some((document) => document.quotes.some((quote) => quote.kind === kind))
    ) {
      row(`  ${kind}`, documents, kind);
    }
  }
}

console.log('\nconfidence    said   right   n');
const news = sets.filter((set) => set.isNews).flatMap((set) => set.documents);
const judged = news.flatMap((document) => {
  const { verdicts, confidences } = extractAndJudge(document);
  return verdicts.flatMap((right, index) =>
    right === null ? [] : [{ right, confidence: confidences[index] ?? 0 }],
  );
});
const EDGES = [0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01];
for (const [index, low] of EDGES.entries()) {
  const high = EDGES[index + 1];
  if (high === undefined) break;
  const within = judged.filter(({ confidence }) => confidence >= low && confidence < high);
  if (within.length === 0) continue;
  const mean = within.reduce((sum, { confidence }) => sum + confidence, 0) / within.length;
  const right = within.filter((one) => one.right).length / within.length;
  console.log(
    `${low.toFixed(2)} – ${Math.min(1, high).toFixed(2)}  ${percent(mean)}  ${percent(right)}  ${within.length}`,
  );
}

const text = sets.flatMap((set) => set.documents.map((document) => document.text));
const characters = text.reduce((sum, body) => sum + body.length, 0);
for (const body of text) extractQuotes({ body }); // warms up
const started = process.cpuUsage(); // processor time: a busy machine does not make the extractor slower
for (const body of text) extractQuotes({ body });
const used = process.cpuUsage(started);
const seconds = (used.user + used.system) / 1e6;
console.log(
  `\n${(characters / 1e6).toFixed(2)} MB of text in ${seconds.toFixed(2)} s: ${(characters / 1e6 / seconds).toFixed(2)} MB/s`,
);

const wanted = Number(process.argv[process.argv.indexOf('--errors') + 1]);
if (process.argv.includes('--errors')) {
  for (const error of news.flatMap((document) => extractAndJudge(document).errors).slice(0, wanted || 50))
    console.log(error);
}
