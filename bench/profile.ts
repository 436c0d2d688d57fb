import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { corpusDatabase } from './corpus.ts';
import { Corpus } from './corpus-articles.ts';
import { flameGraph, ownTimes } from './flame-graph.ts';
import { load } from './load.ts';
import { bodies, questionsNamed, startTarget, TARGETS } from './targets.ts';

// `npm run bench:profile`: a flame graph of each question, and the functions in which its time is spent.

const FOLDER = fileURLToPath(new URL('../.bench', import.meta.url));
const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: '20000' },
    questions: { type: 'string', default: '' },
    target: { type: 'string', default: 'dateline' },
    seconds: { type: 'string', default: '2' },
  },
});
const corpus = new Corpus(Number(options.size));
const database = await corpusDatabase(FOLDER, corpus);
const target = TARGETS.find(({ name }) => name === options.target);
if (target === undefined) throw new Error(`There is no target ${options.target}.`);
const server = await startTarget(target, database);
for (const question of questionsNamed(options.questions.split(',').filter((name) => name !== ''))) {
  const job = {
    url: server.url,
    path: target.path(question),
    bodies: bodies(target, question, corpus, 4_000),
    isRepeated: false,
    connections: 32,
    rate: null,
    warmUpMs: 0,
    durationMs: 1_000,
  };
  await load(server, job); // compiled code is what is looked at
  await server.startProfile();
  await load(server, { ...job, durationMs: Number(options.seconds) * 1_000 });
  const profile = await server.stopProfile();
  const file = `${FOLDER}/profile-${target.name}-${question.name}.svg`;
  writeFileSync(file, flameGraph(profile, `${target.title}: ${question.title}, ${corpus.size} articles`));
  console.log(`\n${question.title} (${file})`);
  for (const [name, share] of ownTimes(profile).slice(0, 14))
    console.log(`  ${(share * 100).toFixed(1).padStart(5)} %  ${name}`);
}
await server.stop();
