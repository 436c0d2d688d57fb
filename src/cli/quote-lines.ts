import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { UserError } from '../errors.ts';
import { extractQuotes } from '../quote-extraction/extract-quotes.ts';
import type { ExtractedQuote } from '../quote-extraction/quote.ts';

/** The speaker as a line names them: the fullest name, else the description, else null. */
export const speakerName = ({ speaker }: ExtractedQuote): string | null =>
  speaker.name ?? (speaker.status === 'ANONYMOUS' ? speaker.mention : null);

/**
 * Answers each line of a JSON Lines file, or of standard input, with one of its own, in order, and gives how many could
 * not be answered: their line tells why, with the number of the line. Waits while whoever reads the output is slower, and
 * stops quietly when they go away.
 *
 * @throws {UserError} NOT_FOUND when there is no such file.
 */
export async function answerLines(file: string | undefined, language: string | undefined): Promise<number> {
  let isGone = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    isGone = true;
  });
  let number = 0;
  let failed = 0;
  for await (const line of readLines(file)) {
    if (isGone) break;
    number += 1;
    const answer = answerOf(number === 1 ? line.replace(/^\ufeff/u, '') : line, number, language);
    if ('error' in answer) failed += 1;
    if (!process.stdout.write(`${JSON.stringify(answer)}\n`))
      await new Promise((resolve) => process.stdout.once('drain', resolve).once('error', resolve));
  }
  return failed;
}

async function* readLines(file: string | undefined): AsyncGenerator<string> {
  const input = file === undefined || file === '-' ? process.stdin : createReadStream(file, 'utf8');
  try {
    yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (cause) {
    throw new UserError(
      'NOT_FOUND',
      `Cannot read "${file ?? 'standard input'}".`,
      'Give the path of a JSON Lines file, or "-" for standard input.',
      { cause },
    );
  }
}

/** What a line is answered with. Offsets are UTF-16 units of its `text`. */
function answerOf(line: string, number: number, language: string | undefined): object {
  const failure = (id: unknown, error: string) => ({ id, line: number, error });
  if (line.trim() === '') return failure(null, 'an empty line');
  let read: unknown;
  try {
    read = JSON.parse(line);
  } catch (error) {
    return failure(null, `not JSON: ${error instanceof Error ? error.message : error}`);
  }
  const given: { id?: unknown; text?: unknown; language?: unknown } = Object(read);
  const id = given.id ?? null;
  if (typeof given.text !== 'string') return failure(id, 'a line needs an object with a string `text`');
  const own = typeof given.language === 'string' ? given.language : null;
  const quotes = extractQuotes({ body: given.text, language: language ?? own }).map((quote) => ({
    start: quote.start,
    end: quote.end,
    speaker: speakerName(quote),
    kind: quote.kind.toLowerCase(),
    cue: quote.cue?.text ?? null,
    group: quote.group,
  }));
  return { id, quotes };
}
