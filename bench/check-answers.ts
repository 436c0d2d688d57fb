import { isDeepStrictEqual } from 'node:util';
import type { Corpus } from './corpus-articles.ts';
import { ExpectedAnswers } from './expected-answers.ts';
import { draws, type Question } from './questions.ts';
import type { ServerProcess } from './server-process.ts';
import type { Target } from './targets.ts';

/** Asks a server some of each question and compares the answers with those worked out from the corpus. */
export class AnswerCheck {
  readonly #expected: ExpectedAnswers;
  readonly #known = new Map<string, unknown>();

  constructor(
    private readonly corpus: Corpus,
    private readonly samples: number,
  ) {
    this.#expected = new ExpectedAnswers(corpus);
  }

  async check(target: Target, server: ServerProcess, question: Question): Promise<void> {
    for (const [index, ask] of draws(question, this.corpus, this.samples).entries()) {
      const response = await fetch(`${server.url}${target.path(question)}`, {
        method: 'POST',
        // Working an answer out takes seconds at a million articles, and a server closes what is idle so long.
        headers: { 'content-type': 'application/json', connection: 'close' },
        body: target.body(question, ask),
      });
      const answer = (await response.json()) as { data?: unknown; errors?: unknown };
      const key = `${question.name} ${index}`;
      const expected = this.#known.get(key) ?? this.#expected.answer(question.name, ask);
      this.#known.set(key, expected);
      if (isDeepStrictEqual(answer.data, expected)) continue;
      throw new Error(
        `${target.name} answers "${question.title}" wrongly for ${JSON.stringify(ask)}: ` +
          (answer.errors === undefined
            ? firstDifference(answer.data, expected)
            : JSON.stringify(answer.errors).slice(0, 500)),
      );
    }
  }
}

/** Where two values differ first, with both values; null where they do not. */
function firstDifference(found: unknown, expected: unknown, path = 'data'): string | null {
  if (typeof found !== 'object' || typeof expected !== 'object' || found === null || expected === null) {
    return found === expected
      ? null
      : `${path} is ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`;
  }
  const [left, right] = [found as Record<string, unknown>, expected as Record<string, unknown>]; // arrays too
  for (const key of new Set([...Object.keys(right), ...Object.keys(left)])) {
    const difference = firstDifference(left[key], right[key], `${path}.${key}`);
    if (difference !== null) return difference;
  }
  return null;
}
