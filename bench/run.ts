import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { AnswerCheck } from './check-answers.ts';
import { corpusDatabase } from './corpus.ts';
import { BODY_SENTENCES, Corpus } from './corpus-articles.ts';
import { load } from './load.ts';
import { comparison, type Measurement, median, type Results, table } from './report.ts';
import type { ServerProcess } from './server-process.ts';
import { bodies, questionsNamed, startTarget, TARGETS } from './targets.ts';

const FOLDER = fileURLToPath(new URL('../.bench', import.meta.url));
const CONNECTIONS = 32;

/** Variable sets a question is asked with. */
const ASKS = 4_000;
/** Different questions that come again and again when answers are repeated. */
const REPEATED_ASKS = 8;

const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: '20000' },
    body: { type: 'string', default: String(BODY_SENTENCES) },
    questions: { type: 'string', default: '' },
    targets: { type: 'string', default: TARGETS.map(({ name }) => name).join() },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '2' },
    quick: { type: 'boolean', default: false },
    compare: { type: 'string' },
    name: { type: 'string', default: 'latest' },
  },
});
const list = (text: string): string[] => text.split(',').filter((part) => part !== '');
const rounds = options.quick ? 1 : Number(options.rounds);
const durationMs = (options.quick ? 0.7 : Number(options.seconds)) * 1_000;
const warmUpMs = options.quick ? 300 : 500;
const questions = questionsNamed(list(options.questions));
const targets = TARGETS.filter(({ name }) => list(options.targets).includes(name));

if (targets.some(({ name }) => name === 'mercurius')) installPeers();
mkdirSync(FOLDER, { recursive: true });
const measurements: Measurement[] = [];
for (const size of list(options.size).map(Number)) {
  const corpus = new Corpus(size, Number(options.body));
  const database = await corpusDatabase(FOLDER, corpus);
  const check = new AnswerCheck(corpus, options.quick ? 5 : 25);
  const servers = new Map<string, ServerProcess>();
  for (const target of targets) {
    const server = await startTarget(target, database);
    servers.set(target.name, server);
    for (const question of questions) await check.check(target, server, question);
    console.log(`${target.name}: answers checked, ${size} articles`);
  }
  for (const question of questions) {
    for (const kind of ['new', 'repeated', 'half'] as const) {
      const found = new Map<string, Awaited<ReturnType<typeof load>>[]>();
      // Whatever else the machine does meets everybody: the targets take turns within each round.
      for (let round = 0; round < rounds; round += 1) {
        for (const target of targets) {
          if (kind === 'repeated' && target.name === 'floor') continue;
          const server = servers.get(target.name);
          if (server === undefined) continue;
          const fastest = measurements.find(
            (other) =>
              other.kind === 'new' &&
              other.target === target.name &&
              other.question === question.name &&
              other.size === size,
          );
          const result = await load(server, {
            url: server.url,
            path: target.path(question),
            bodies: bodies(target, question, corpus, kind === 'repeated' ? REPEATED_ASKS : ASKS),
            isRepeated: kind === 'repeated',
            connections: CONNECTIONS,
            rate: kind === 'half' ? (fastest?.perSecond ?? 100) / 2 : null,
            warmUpMs,
            durationMs,
          });
          if (result.failures > 0) throw new Error(`${target.name} failed ${result.failures} requests.`);
          found.set(target.name, [...(found.get(target.name) ?? []), result]);
        }
      }
      for (const [target, results] of found) {
        const server = servers.get(target);
        const usage = await server?.usage();
        measurements.push({
          size,
          question: question.name,
          target,
          kind,
          perSecond: median(results.map(({ perSecond }) => perSecond)),
          cpuMicros: median(results.map(({ cpuMicros }) => cpuMicros)),
          p50Ms: median(results.map(({ p50Ms }) => p50Ms)),
          p99Ms: median(results.map(({ p99Ms }) => p99Ms)),
          statements: results[0]?.statements ?? null,
          rssBytes: usage?.rssBytes ?? 0,
        });
      }
    }
    console.log(table(measurements, size, [question]));
  }
  for (const server of servers.values()) await server.stop();
}

const results: Results = {
  node: process.version,
  processors: cpus().length,
  processor: cpus()[0]?.model ?? '',
  connections: CONNECTIONS,
  measurements,
};
const file = `${FOLDER}/${options.name}.json`;
writeFileSync(file, `${JSON.stringify(results, null, 1)}\n`);
const report = [...new Set(measurements.map(({ size }) => size))]
  .map((size) => table(measurements, size, questions))
  .join('\n');
writeFileSync(`${FOLDER}/${options.name}.md`, report);
console.log(`\n${report}\nwritten to ${file}`);
if (options.compare !== undefined) {
  const base = JSON.parse(readFileSync(options.compare, 'utf8')) as Results; // written by an earlier run
  console.log(comparison(base.measurements, measurements));
}

/** The peers are no part of the product: they are installed here when they are first asked for. */
function installPeers(): void {
  const cwd = fileURLToPath(new URL('.', import.meta.url));
  if (existsSync(`${cwd}/node_modules/mercurius`)) return;
  console.log('installing the peers into bench/node_modules');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd, stdio: 'inherit' });
}
