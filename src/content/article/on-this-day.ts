import { type SQL, sql } from 'drizzle-orm';
import { UserError } from '../../errors.ts';
import { type Argument, parameter } from '../../query/argument.ts';
import { type Aliases, fromRow, type Row } from '../../query/list.ts';
import type { quotes } from '../quote/quote-table.ts';
import { articles } from './article-table.ts';

/** Days of each month; February has 29, in the years that it has. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `03-09`, as dates print it. */
const monthDay = (month: Argument, day: Argument): SQL =>
  parameter((variables) => {
    const [monthNumber, dayNumber] = [Number(month.read(variables)), Number(day.read(variables))];
    const last = DAYS[monthNumber - 1];
    if (last !== undefined && dayNumber >= 1 && dayNumber <= last)
      return `${String(monthNumber).padStart(2, '0')}-${String(dayNumber).padStart(2, '0')}`;
    throw new UserError(
      'BAD_DATE',
      `There is no day ${dayNumber} in month ${monthNumber}.`,
      'Months count from 1 to 12, days from 1; 29 February is a day.',
    );
  });

/**
 * Articles published on a day of any year, as the page dates them: what is dated by month or year alone is on no day.
 *
 * @throws {UserError} BAD_DATE for a day that no year has, when it runs.
 */
export const publishedOnDay = (article: Row<typeof articles>, month: Argument, day: Argument): SQL =>
  sql`substr(${article.datePublished}, 6, 5) = ${monthDay(month, day)}`;

/** Quotations in such articles. */
export function quotedOnDay(
  quote: Row<typeof quotes>,
  month: Argument,
  day: Argument,
  aliases: Aliases,
): SQL {
  const article = aliases.of(articles);
  return sql`${quote.articleId} IN (SELECT ${article.id} FROM ${fromRow(article)} WHERE ${publishedOnDay(article, month, day)})`;
}
