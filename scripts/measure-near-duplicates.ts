/**
 * Measures the near-duplicate stage on variants made from the sample pieces: how many are found through shared bands
 * and lie above the threshold, and how many pairs of different pieces are taken for one.
 *
 *   npx tsx scripts/measure-near-duplicates.ts
 */
import { readdirSync, readFileSync } from 'node:fs';
import {
  bandKeysOf,
  NEAR_DUPLICATE,
  type Signature,
  signatureOf,
  similarity,
} from '../src/import/stages/near-duplicates.ts';
import { seededRandom, VARIANTS, variantOf } from '../test/import/feeds/text-variants.ts';

const files = readdirSync('samples')
  .filter((name) => name.endsWith('.txt'))
  .sort();
const paragraphsOf = (name: string) =>
  readFileSync(`samples/${name}`, 'utf8')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .split('\n\n')
    .filter((paragraph) => paragraph.length > 120);
const printed = new Map<string, number>();
for (const paragraph of files.flatMap(paragraphsOf))
  printed.set(paragraph.slice(0, 60), (printed.get(paragraph.slice(0, 60)) ?? 0) + 1);
// What stands on three pieces belongs to the site.
const kept = files
  .map((name) => ({
    name,
    text: paragraphsOf(name)
      .filter((paragraph) => (printed.get(paragraph.slice(0, 60)) ?? 0) < 3)
      .join('\n\n'),
  }))
  .filter(({ text }) => text.length > 800);
const pieces = kept.map(({ text }) => text);
const signatures = pieces.map(signatureOf);
const meet = (a: Signature, b: Signature) => {
  const keys = new Set(bandKeysOf(a));
  return bandKeysOf(b).some((key) => keys.has(key));
};

const table: Record<string, unknown> = {};
let made = 0;
let foundOf = 0;
for (const variant of VARIANTS) {
  const random = seededRandom(7);
  let met = 0;
  let found = 0;
  const similarities: number[] = [];
  for (const [index, piece] of pieces.entries()) {
    const original = signatureOf(piece);
    const changed = signatureOf(variantOf(piece, variant, random, pieces[(index + 1) % pieces.length] ?? ''));
    if (!original || !changed) continue;
    const alike = similarity(original, changed);
    similarities.push(alike);
    if (meet(original, changed)) met += 1;
    if (meet(original, changed) && alike >= NEAR_DUPLICATE) found += 1;
  }
  if (variant.isDuplicate) {
    made += similarities.length;
    foundOf += found;
  }
  similarities.sort((a, b) => a - b);
  table[variant.name] = {
    pieces: similarities.length,
    'share a band': met,
    found,
    lowest: similarities[0]?.toFixed(2),
    median: similarities[similarities.length >> 1]?.toFixed(2),
    duplicate: variant.isDuplicate,
  };
}
let pairs = 0;
let bands = 0;
const alike: { pair: string; similarity: number }[] = [];
for (const [index, a] of signatures.entries())
  for (const [later, b] of signatures.entries()) {
    if (later <= index || !a || !b) continue;
    pairs += 1;
    if (meet(a, b)) bands += 1;
    alike.push({ pair: `${kept[index]?.name} ${kept[later]?.name}`, similarity: similarity(a, b) });
  }
alike.sort((a, b) => b.similarity - a.similarity);
console.table(table);
console.log(`pairs of the samples: ${pairs}, ${bands} share a band; the nearest:`, alike.slice(0, 4));
console.log(`recall ${(foundOf / made).toFixed(4)} of ${made} variants`);
const started = performance.now();
for (let i = 0; i < 5; i += 1) for (const piece of pieces) signatureOf(piece);
const words = pieces.reduce((sum, piece) => sum + piece.split(/\s+/).length, 0) / pieces.length;
console.log(
  `${((performance.now() - started) / 5 / pieces.length).toFixed(2)} ms a piece of ${Math.round(words)} words`,
);
