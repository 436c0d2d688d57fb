import { UserError } from '../errors.ts';
import type { Variables } from './argument.ts';

/** A list in an answer: how many rows a request asks for, and the lists that each row holds. */
export interface ListSize {
  readonly name: string;
  readonly size: (variables: Variables) => number;
  readonly within: readonly ListSize[];
}

/** Rows of lists that one answer may hold: a hundred articles with a hundred quotations each. */
export const MAX_ANSWER_ROWS = 10_100;

/**
 * Refuses a request before it runs when its lists, nested in one another, may grow beyond what one answer holds.
 *
 * @throws {UserError} LIMIT_EXCEEDED, naming the sum and the cap.
 */
export function checkAnswerSize(lists: readonly ListSize[], variables: Variables): void {
  const rows = rowsOf(lists, variables);
  if (rows <= MAX_ANSWER_ROWS) return;
  throw new UserError(
    'LIMIT_EXCEEDED',
    `This may answer with ${rows} rows; ${MAX_ANSWER_ROWS} are allowed.`,
    `Ask for less with \`first\` in ${lists.map(({ name }) => name).join(', ')} or in the lists within, and go on with cursors.`,
  );
}

const rowsOf = (lists: readonly ListSize[], variables: Variables): number =>
  lists.reduce((sum, { size, within }) => sum + size(variables) * (1 + rowsOf(within, variables)), 0);
