import { parseArgs } from 'node:util';
import { extractQuotes } from '../src/quote-extraction/extract-quotes.ts';
import { generatedPage } from './page-generator.ts';

// `npm run bench:quotes`: text that quotations are looked for in, in a second, on one core: ordinary pieces, and texts made
// to hold the extraction up. Twice the length ought to take twice the time. Run as it is shipped, bundled: a loader that
// compiles on the way halves some of the figures.

const { values: options } = parseArgs({
  options: {
    /** Characters of a hostile text, in millions. */
    size: { type: 'string', default: '1' },
    kinds: { type: 'string', default: '' },
  },
});
const length = Number(options.size) * 1e6;
const repeated = (text: string, to = length): string =>
  text.repeat(Math.ceil(to / text.length)).slice(0, Math.round(to));
const numbered = (make: (number: number) => string, to = length): string => {
  const parts: string[] = [];
  for (let [number, size] = [0, 0]; size < to; number += 1) {
    const part = make(number);
    parts.push(part);
    size += part.length;
  }
  return parts.join('');
};
const name = (number: number): string =>
  `${'ABCDEFGHIJKLMNOPRSTVW'[number % 21]}${'aeiou'[number % 5]}${'lmnrst'[number % 6]}${'aeo'[number % 3]}${number.toString(36).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')}`;

const HOSTILE: Record<string, (to: number) => string> = {
  'straight marks alone': (to) => repeated('"', to),
  'curly marks that open': (to) => repeated('“', to),
  'apostrophes alone': (to) => repeated("'", to),
  'all marks in turn': (to) => repeated('"\'“”‘’«»„“‹›', to),
  'marks in brackets that never close': (to) => repeated('("[“', to),
  'marks opened one a word': (to) => repeated('“a ', to),
  'single marks round each word': (to) => repeated("'a' ", to),
  'marks never closed, one a paragraph': (to) => repeated('“He said that it was late.\n\n', to),
  'quotations with a speaker each': (to) => repeated('"It is late," said Ann Miller. ', to),
  'quotations of as many people': (to) =>
    numbered((n) => `"It is late," said ${name(n)} ${name(n + 7)}. `, to),
  'paragraphs of a quotation each': (to) => repeated('"It is late," said Ann Miller.\n\n', to),
  'split quotations': (to) => repeated('"It is," she said, "late." ', to),
  'questions and answers': (to) => repeated('Q: Is it late?\nA: It is late.\n', to),
  'speakers before colons': (to) => repeated('MILLER: It is late.\n', to),
  'dialogue dashes': (to) => repeated('— It is late, she said.\n', to),
  'he said that': (to) => repeated('He said that. ', to),
  'he said that he said': (to) => repeated('he said that ', to),
  'according to': (to) => repeated('according to ', to),
  'according to a name': (to) => repeated('According to Ann Miller, it is late. ', to),
  'names alone': (to) => repeated('Ann Miller ', to),
  'as many names': (to) => numbered((n) => `${name(n)} ${name(n + 3)} `, to),
  'names and commas': (to) => repeated('Ann, Miller, ', to),
  'one word without end': (to) => repeated('a', to),
  'capitals without end': (to) => repeated('A', to),
  'one sentence without end': (to) => repeated('the ', to),
  commas: (to) => repeated(', ', to),
  dots: (to) => repeated('.', to),
  dashes: (to) => repeated(' – ', to),
  digits: (to) => repeated('1', to),
  'line ends': (to) => repeated('\n', to),
  spaces: (to) => repeated(' ', to),
  'brackets nested without end': (to) => repeated('(', to / 2) + repeated(')', to / 2),
  'marks nested without end': (to) => repeated('“', to / 2) + repeated('”', to / 2),
  'marks of mail': (to) => repeated('>', to),
  'lines of mail': (to) => repeated('> He said:\n> it is late\n', to),
  'block quotes': (to) => repeated('He said:\n\n> It is late.\n\n', to),
  'cue verbs': (to) => repeated('said told asked added ', to),
  'the minister who': (to) => repeated('the minister who ', to),
  'spokesmen of spokesmen': (to) => repeated('a spokesman for ', to),
  'and the': (to) => repeated('and the ', to),
  pronouns: (to) => repeated('he she they ', to),
};

/** The text's length by the processor time of one run, after one that compiles what is run: MB/s. */
function rate(body: string): number {
  extractQuotes({ body, headline: null, language: 'en' });
  const started = performance.now();
  extractQuotes({ body, headline: null, language: 'en' });
  return body.length / 1e3 / (performance.now() - started);
}

const pages = Array.from({ length: 400 }, (_, index) => generatedPage(index + 1));
const bodies = pages.map(({ paragraphs }) => paragraphs.join('\n\n'));
const characters = bodies.reduce((sum, body) => sum + body.length, 0);
for (const run of ['cold', 'warm']) {
  const started = performance.now();
  for (const body of bodies) extractQuotes({ body, headline: null, language: 'en' });
  console.log(
    `${bodies.length} pieces, ${run}: ${(characters / 1e3 / (performance.now() - started)).toFixed(2)} MB/s`,
  );
}
console.log(`\ntexts of ${length / 1e6} million characters: MB/s; of twice the length`);
let slowest = Number.POSITIVE_INFINITY;
for (const [kind, make] of Object.entries(HOSTILE)) {
  if (!kind.includes(options.kinds)) continue;
  const [one, two] = [rate(make(length)), rate(make(2 * length))];
  slowest = Math.min(slowest, one, two);
  console.log(`${kind}: ${one.toFixed(2)}; ${two.toFixed(2)}${one < 1 || two < 1 ? '  below 1' : ''}`);
}
console.log(`slowest: ${slowest.toFixed(2)} MB/s`);
