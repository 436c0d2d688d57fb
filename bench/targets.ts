import type { Corpus } from './corpus-articles.ts';
import { type Ask, draws, QUESTIONS, type Question, variablesOf } from './questions.ts';
import { ServerProcess } from './server-process.ts';

/** A server that is measured, and how it is asked. */
export interface Target {
  readonly name: string;
  readonly title: string;
  /** File in `servers/`. */
  readonly server: string;
  readonly path: (question: Question) => string;
  readonly body: (question: Question, ask: Ask) => string;
}

const graphqlBody = (question: Question, ask: Ask): string =>
  JSON.stringify({ query: question.operation, variables: variablesOf(ask) });

export const TARGETS: readonly Target[] = [
  {
    name: 'floor',
    title: 'floor: bare node:http, SQLite builds the JSON',
    server: 'floor.mjs',
    path: ({ name }) => `/${name}`,
    body: (_question, ask) => JSON.stringify({ variables: ask }),
  },
  {
    name: 'dateline',
    title: 'Dateline, settings of production',
    server: 'dateline.mjs',
    path: () => '/graphql',
    body: graphqlBody,
  },
  {
    name: 'mercurius',
    title: 'Mercurius with JIT, hand-written loaders',
    server: 'mercurius.mjs',
    path: () => '/graphql',
    body: graphqlBody,
  },
];

export const questionsNamed = (names: readonly string[]): readonly Question[] =>
  names.length === 0 ? QUESTIONS : QUESTIONS.filter(({ name }) => names.includes(name));

/** Bodies of `count` requests for a question. */
export const bodies = (target: Target, question: Question, corpus: Corpus, count: number): string[] =>
  draws(question, corpus, count).map((ask) => target.body(question, ask));

export const startTarget = (target: Target, database: string): Promise<ServerProcess> =>
  ServerProcess.start(target.server, database);
