import type { Database, MaybePromise, SqlValue } from '../archive/database.ts';
import type { Variables } from '../query/argument.ts';
import type { RootStatement } from './operation-plan.ts';
import { runAnswer } from './run-answer.ts';

/**
 * The body of the answer, `{"data":…}`, put together from the texts that SQLite made.
 *
 * @throws {UserError} when a variable's value is refused or names nothing; the caller then lets the resolvers tell where.
 */
export function answerDirectly(
  roots: readonly RootStatement[],
  variables: Variables,
  database: Database,
): MaybePromise<string> {
  const values: MaybePromise<SqlValue>[] = [];
  let waits = false;
  for (const { statement } of roots) {
    const value = runAnswer(database, statement, variables);
    if (value instanceof Promise) {
      waits = true;
      value.catch(() => undefined); // reported below, unless another root throws before
    }
    values.push(value);
  }
  // A file answers at once: no promise is made for it.
  if (!waits) return join(roots, values as SqlValue[]);
  return Promise.all(values).then((awaited) => join(roots, awaited));
}

function join(roots: readonly RootStatement[], values: readonly SqlValue[]): string {
  let body = '{"data":{';
  roots.forEach(({ key }, index) => {
    const value = values[index] ?? null;
    body += `${index === 0 ? '' : ','}"${key}":${value === null ? 'null' : value}`;
  });
  return `${body}}}`;
}
