import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { corpusDatabase } from './corpus.ts';
import { Corpus } from './corpus-articles.ts';
import { type LoadJob, load } from './load.ts';
import { generatedPage, printJsonLine } from './page-generator.ts';
import { draws, QUESTIONS, variablesOf } from './questions.ts';
import { median } from './report.ts';
import { RunningServer } from './running-server.ts';
import { WORDS } from './words-data.ts';

// `npm run bench:service`: the built product as a service. Time to its first answer, memory as requests go by, delays at
// half the greatest rate, delays while an import runs beside it, and what a second worker brings.

const FOLDER = fileURLToPath(new URL('../.bench', import.meta.url));
const BIN = fileURLToPath(new URL('../bin/dateline.js', import.meta.url));
const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: '20000' },
    parts: { type: 'string', default: 'start,memory,half,import,workers' },
    requests: { type: 'string', default: '60000' },
    pages: { type: 'string', default: '20000' },
  },
});
const parts = options.parts.split(',');
const corpus = new Corpus(Number(options.size));
const database = await corpusDatabase(FOLDER, corpus);

/** All questions in turn, as everyday traffic mixes them. */
const asks = QUESTIONS.map((question) => draws(question, corpus, 2_000));
const mixed = Array.from({ length: 12_000 }, (_, index) => {
  const place = index % QUESTIONS.length;
  const [question, ask] = [QUESTIONS[place], asks[place]?.[Math.floor(index / QUESTIONS.length)]];
  if (question === undefined || ask === undefined) throw new Error('There are fewer asks than requests.');
  return JSON.stringify({ query: question.operation, variables: variablesOf(ask) });
});
const job = (server: RunningServer, changes: Partial<LoadJob> = {}): LoadJob => ({
  url: server.url,
  path: '/graphql',
  bodies: mixed,
  isRepeated: false,
  connections: 32,
  rate: null,
  warmUpMs: 1_000,
  durationMs: 4_000,
  ...changes,
});
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

if (parts.includes('start')) {
  const times: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const server = await RunningServer.start(database);
    times.push(server.firstAnswerMs);
    await server.stop();
  }
  console.log(
    `start to first answer: ${times.map(Math.round).join(', ')} ms; median ${Math.round(median(times))} ms`,
  );
}

if (parts.includes('memory')) {
  const server = await RunningServer.start(database);
  let asked = 0;
  const sizes: string[] = [];
  while (asked < Number(options.requests)) {
    const { perSecond } = await load(server, job(server));
    asked += perSecond * 5;
    sizes.push(`${Math.round(asked / 1_000)}k: ${megabytes((await server.usage()).rssBytes)}`);
  }
  console.log(`memory after so many requests of all kinds: ${sizes.join(', ')}`);
  await server.stop();
}

/** The greatest rate, then delays at half of it. */
async function delays(server: RunningServer): Promise<string> {
  const most = await load(server, job(server));
  const half = await load(server, job(server, { rate: most.perSecond / 2, durationMs: 6_000 }));
  return `${Math.round(most.perSecond)} requests/s at most; at half of it p50 ${half.p50Ms.toFixed(1)} ms, p99 ${half.p99Ms.toFixed(1)} ms, longest ${half.maxMs.toFixed(0)} ms`;
}

if (parts.includes('half')) {
  const server = await RunningServer.start(database);
  console.log(`all questions in turn: ${await delays(server)}`);
  await server.stop();
}

if (parts.includes('import')) {
  const folder = `${FOLDER}/import`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const copy = `${folder}/archive.db`;
  copyFileSync(database, copy);
  const pages = Number(options.pages);
  writeFileSync(
    `${folder}/pages.jsonl`,
    Array.from({ length: pages }, (_, index) => printJsonLine(generatedPage(index + 1))).join(''),
  );
  const server = await RunningServer.start(copy);
  /** Delays in five seconds, each with what the server needs to get warm behind it. */
  const ask = async (): Promise<string> => {
    const { p50Ms, p99Ms, maxMs } = await load(server, job(server, { rate: 200, durationMs: 5_000 }));
    return `${p50Ms.toFixed(1)} / ${p99Ms.toFixed(1)} / ${maxMs.toFixed(0)}`;
  };
  await ask();
  const alone = await ask();
  const started = performance.now();
  const importing = spawn(process.execPath, [BIN, 'import', `${folder}/pages.jsonl`, '--database', copy], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let isImporting = true;
  const imported = once(importing, 'exit').then(() => {
    isImporting = false;
    return performance.now() - started;
  });
  const found: string[] = [];
  while (isImporting) found.push(await ask());
  console.log(
    `200 requests/s beside an import of ${pages} articles (${((await imported) / 1000).toFixed(0)} s); p50 / p99 / longest ms in each five seconds: alone ${alone}; then ${found.join(', ')}`,
  );
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

if (parts.includes('workers')) {
  // The load generator shares the processors: of a costly question its part is small, and what a worker brings shows.
  const costly = Array.from({ length: 400 }, (_, index) =>
    JSON.stringify({
      query: `query Costly($text: String!) {
        articles(filter: { text: $text }) {
          totalCount
          facets { regions(first: 5) { region { name } count } themes(first: 5) { theme { name } count } }
        }
      }`,
      variables: { text: WORDS[150 + index] },
    }),
  );
  for (const [kind, bodies] of [
    ['all questions in turn', mixed],
    ['facets of a search', costly],
  ] as const) {
    const rates: number[] = [];
    for (const workers of ['1', '2']) {
      const server = await RunningServer.start(database, ['--workers', workers]);
      const { perSecond, cpuMicros } = await load(server, job(server, { connections: 64, bodies }));
      const { rssBytes } = await server.usage();
      rates.push(perSecond);
      console.log(
        `${kind}, ${workers} worker(s): ${Math.round(perSecond)} requests/s, ${Math.round(cpuMicros)} µs of processor a request, ${megabytes(rssBytes)}`,
      );
      await server.stop();
    }
    console.log(
      `${kind}: two workers answer ${((rates[1] ?? 0) / (rates[0] ?? 1)).toFixed(2)} times as much`,
    );
  }
}
