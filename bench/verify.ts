import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { itemAt, Random } from './random.ts';
import { RunningServer } from './running-server.ts';
import { quotation, speakerOf, speakerSlug, speech, verifyDatabase } from './verify-corpus.ts';
import { WORDS } from './words-data.ts';

// `npm run bench:verify`: what "did they really say that?" costs in an archive of many quotations, asked of the built
// product, one question after another, and whether each verdict is the right one.

const FOLDER = fileURLToPath(new URL('../.bench', import.meta.url));
const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: '300000' },
    asks: { type: 'string', default: '300' },
    kinds: { type: 'string', default: '' },
  },
});
const size = Number(options.size);
const QUERY = `query Verify($text: String!, $speaker: ID) {
  verifyQuote(text: $text, speaker: $speaker) {
    verdict
    candidates {
      verdict similarity comparedText differences { op start end }
      quote { text speaker { name } article { headline datePublished { iso } } }
    }
  }
}`;

/** What is asked, with the verdict that is right; none where words that were never said may come near by chance. */
interface Ask {
  readonly text: string;
  readonly speaker?: string;
  readonly verdict?: string;
}

const wordsOf = (number: number): string[] => quotation(number).split(' ');
/** A quotation of at least so many words. */
const drawn = (random: Random, words: number): number => {
  for (;;) {
    const number = random.below(size);
    if (wordsOf(number).length >= words) return number;
  }
};

const KINDS: Record<string, (random: Random) => Ask> = {
  'the exact words': (random) => {
    const number = drawn(random, 5);
    return { text: quotation(number), speaker: speakerSlug(speakerOf(number)), verdict: 'EXACT' };
  },
  'one word in ten is another': (random) => {
    const words = wordsOf(drawn(random, 12));
    return {
      text: words.map((word, index) => (index % 10 === 5 ? 'zygote' : word)).join(' '),
      verdict: 'NEAR',
    };
  },
  'one word in four is another': (random) => {
    const words = wordsOf(drawn(random, 12));
    return {
      text: words.map((word, index) => (index % 4 === 2 ? 'zygote' : word)).join(' '),
      verdict: 'NEAR',
    };
  },
  'the middle of it': (random) => {
    const words = wordsOf(drawn(random, 24));
    return { text: words.slice(6, -6).join(' '), verdict: 'PARTIAL' };
  },
  'its ends, the gap marked': (random) => {
    const words = wordsOf(drawn(random, 24));
    return { text: `${words.slice(0, 6).join(' ')} … ${words.slice(-6).join(' ')}`, verdict: 'PARTIAL' };
  },
  'words of somebody else': (random) => {
    const number = drawn(random, 12);
    const speaker = speakerSlug((speakerOf(number) % 1_000) + 1_001);
    return { text: quotation(number), speaker, verdict: 'DIFFERENT_SPEAKER' };
  },
  'never said': (random) => ({ text: speech(random, 25), verdict: 'NOT_FOUND' }),
  'never said, small words alone': (random) => ({
    text: Array.from({ length: 25 }, () => itemAt(WORDS, random.below(40))).join(' '),
  }),
  'never said, a frequent phrase': (random) => ({
    text: Array.from({ length: 25 }, () => itemAt(WORDS, random.below(5))).join(' '),
  }),
  'two words': (random) => ({ text: wordsOf(drawn(random, 12)).slice(4, 6).join(' ') }),
  '5,000 characters': (random) => ({ text: speech(random, 1_200).slice(0, 5_000) }),
  '5,000 characters of small words': (random) => ({
    text: Array.from({ length: 1_200 }, () => itemAt(WORDS, random.below(40)))
      .join(' ')
      .slice(0, 5_000),
  }),
};

mkdirSync(FOLDER, { recursive: true });
const database = await verifyDatabase(FOLDER, size);
readFileSync(database); // what a disk takes is not what is asked here
const server = await RunningServer.start(database);

async function ask({ text, speaker }: Ask): Promise<{ verdict: string; ms: number }> {
  const started = performance.now();
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY, variables: { text, speaker } }),
  });
  const body = await answer.text();
  const ms = performance.now() - started;
  const { data } = JSON.parse(body) as { data?: { verifyQuote: { verdict: string } } }; // of the query above
  if (data === undefined) throw new Error(body);
  return { verdict: data.verifyQuote.verdict, ms };
}

try {
  const count = Number(options.asks);
  const kinds = Object.entries(KINDS).filter(([kind]) => kind.includes(options.kinds));
  // The server and the file's pages get warm: every kind once before any is timed.
  for (const [seed, [, make]] of kinds.entries()) {
    const random = new Random(900 + seed);
    for (let asked = 0; asked < count; asked += 1) await ask(make(random));
  }
  console.log(`verifyQuote among ${size} quotations, ms over HTTP, one after another: median, p99, longest`);
  for (const [seed, [kind, make]] of kinds.entries()) {
    const random = new Random(1 + seed);
    const times: number[] = [];
    const verdicts = new Map<string, number>();
    let right = 0;
    for (let asked = 0; asked < count; asked += 1) {
      const made = make(random);
      const { verdict, ms } = await ask(made);
      times.push(ms);
      verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
      right += Number(verdict === made.verdict);
      if (made.verdict === 'EXACT' && verdict !== 'EXACT')
        throw new Error(`${verdict} for the exact words: ${made.text}`);
    }
    times.sort((one, other) => one - other);
    const at = (part: number): string =>
      (times[Math.min(count - 1, Math.floor(part * count))] ?? 0).toFixed(1);
    const found = [...verdicts].map(([verdict, times]) => `${verdict} ${times}`).join(', ');
    const judged = make(new Random(0)).verdict === undefined ? '' : ` (${right} of ${count} right)`;
    console.log(`${kind}: ${at(0.5)}, ${at(0.99)}, ${at(1)} · ${found}${judged}`);
  }
} finally {
  await server.stop();
}
