import { UserError } from '../errors.ts';
import type { Variables } from './argument.ts';
import { MAX_PAGE_SIZE } from './list-keys.ts';

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

/**
 * Global IDs to be looked up at once.
 *
 * @throws {UserError} LIMIT_EXCEEDED for more of them than a page has rows.
 */
export function checkedIds(given: unknown): readonly unknown[] {
  const ids = Array.isArray(given) ? given : [given];
  if (ids.length <= MAX_PAGE_SIZE) return ids;
  throw new UserError(
    'LIMIT_EXCEEDED',
    `${ids.length} IDs are given; ${MAX_PAGE_SIZE} are allowed.`,
    'Ask for them in several requests.',
  );
}
