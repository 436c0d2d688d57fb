import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { UserError } from '../errors.ts';
import { extractQuotes } from '../quote-extraction/extract-quotes.ts';
import type { ExtractedQuote } from '../quote-extraction/quote.ts';

interface QuotesOptions {
  readonly jsonl?: boolean;
  readonly explain?: boolean;
  readonly language?: string;
  readonly reextract?: boolean;
  readonly database?: string;
  readonly json?: boolean;
}

/** Escape codes for a terminal; none for a pipe or where NO_COLOR is set (https://no-color.org). */
const STYLES = { bold: '1', faint: '2', DIRECT: '32', MIXED: '33', INDIRECT: '36' } as const;

type Paint = (style: keyof typeof STYLES, text: string) => string;

const painter = (colour: boolean): Paint =>
  colour ? (style, text) => `\u001b[${STYLES[style]}m${text}\u001b[0m` : (_style, text) => text;

const usesColour = () =>
  process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '' && process.env.TERM !== 'dumb';

/** The speaker as a line of the yardstick names it: the fullest name, else the description, else null. */
const speakerName = ({ speaker }: ExtractedQuote) =>
  speaker.name ?? (speaker.status === 'ANONYMOUS' ? speaker.mention : null);

function printQuote(quote: ExtractedQuote, body: string, paint: Paint, explain: boolean): string {
  const line = body.slice(0, quote.start).split('\n').length;
  const { speaker } = quote;
  const who = speakerName(quote) ?? 'unknown speaker';
  const about = [
    speaker.role,
    speaker.mention !== null && speaker.mention !== who ? `“${speaker.mention}”` : null,
    quote.cue ? `${quote.cue.text}` : null,
    quote.saidOn,
    quote.occasion,
    quote.group === null ? null : `part of quotation ${quote.group}`,
  ].filter((part) => part !== null && part !== '');
  const words = quote.kind === 'DIRECT' ? `“${quote.normalizedText}”` : quote.normalizedText;
  const lines = [
    `${paint('faint', `${line}:`)} ${paint('bold', who)} ${paint('faint', `${quote.kind.toLowerCase()}${about.length > 0 ? ` · ${about.join(' · ')}` : ''}`)}`,
    `   ${paint(quote.kind, words)}`,
  ];
  for (const mark of quote.marks)
    lines.push(paint('faint', `   ${mark.kind.toLowerCase().replace('_', ' ')} ${mark.text}`));
  if (explain) {
    lines.push(
      paint(
        'faint',
        `   rule ${quote.rule} · confidence ${quote.confidence.toFixed(2)} · ${quote.start}–${quote.end}`,
      ),
    );
  }
  return `${lines.join('\n')}\n`;
}

/** One line in the yardstick's shape. Offsets are UTF-16 units of `text`. */
function answerLine(line: string, language: string | undefined): string {
  let id: unknown = null;
  try {
    const read: unknown = JSON.parse(line);
    if (typeof read !== 'object' || read === null || !('text' in read) || typeof read.text !== 'string') {
      return JSON.stringify({ id: null, error: 'a line needs an object with a string `text`' });
    }
    id = 'id' in read ? read.id : null;
    const own = 'language' in read && typeof read.language === 'string' ? read.language : null;
    const quotes = extractQuotes({ body: read.text, language: language ?? own }).map((quote) => ({
      start: quote.start,
      end: quote.end,
      speaker: speakerName(quote),
      kind: quote.kind.toLowerCase(),
      cue: quote.cue?.text ?? null,
      group: quote.group,
    }));
    return JSON.stringify({ id, quotes });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return JSON.stringify({ id: null, error: `not JSON: ${error.message}` });
  }
}

/** Answers line by line; waits while whoever reads the output is slower. Stops quietly when the reader goes away. */
async function answerLines(input: NodeJS.ReadableStream, language: string | undefined): Promise<void> {
  let gone = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    gone = true;
  });
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (gone) return;
    if (line.trim() === '') continue;
    if (!process.stdout.write(`${answerLine(line, language)}\n`)) {
      await new Promise((resolve) => process.stdout.once('drain', resolve).once('error', resolve));
    }
  }
}

async function readText(file: string | undefined): Promise<string> {
  if (file !== undefined && file !== '-') {
    try {
      return await readFile(file, 'utf8');
    } catch (cause) {
      throw new UserError(
        'NOT_FOUND',
        `Cannot read "${file}".`,
        'Give the path of a text file, or "-" for standard input.',
        { cause },
      );
    }
  }
  let text = '';
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin) text += chunk;
  return text;
}

async function openLines(file: string | undefined): Promise<NodeJS.ReadableStream> {
  if (file === undefined || file === '-') return process.stdin;
  const stream = createReadStream(file, 'utf8');
  await new Promise((resolve, reject) => stream.once('open', resolve).once('error', reject)).catch(
    (cause: unknown) => {
      throw new UserError(
        'NOT_FOUND',
        `Cannot read "${file}".`,
        'Give the path of a JSON Lines file, or "-" for standard input.',
        { cause },
      );
    },
  );
  return stream;
}

/** Opens the archive and extracts anew what it holds. What that needs is loaded only for it. */
async function reextract({ database, json }: QuotesOptions): Promise<void> {
  const { openConfigured } = await import('./serve-command.ts');
  const { reextractArchive } = await import('./reextract-archive.ts');
  const { readConfig } = await import('../server/config.ts');
  const archive = await openConfigured(readConfig(process.env, { database }));
  try {
    process.exitCode = await reextractArchive(archive, json === true);
  } finally {
    await archive.close();
  }
}

async function run(file: string | undefined, options: QuotesOptions): Promise<void> {
  if (options.reextract === true) return reextract(options);
  if (options.jsonl === true) return answerLines(await openLines(file), options.language);
  const body = (await readText(file)).replace(/\r\n?/g, '\n');
  const paint = painter(usesColour());
  const quotes = extractQuotes({ body, language: options.language ?? null });
  for (const quote of quotes) process.stdout.write(printQuote(quote, body, paint, options.explain === true));
  if (quotes.length === 0) process.stdout.write('No quotations found.\n');
}

/**
 * `dateline quotes`: prints who said what in a text, or answers JSON Lines with JSON Lines, which needs no archive. With
 * `--reextract`, extracts the quotations of an archive anew.
 */
export const quotesCommand = (): Command =>
  new Command('quotes')
    .argument('[file]', 'text file, or JSON Lines with --jsonl; "-" or nothing reads standard input')
    .option(
      '--jsonl',
      'read lines {id, text} and print lines {id, quotes: [{start, end, speaker, kind, cue, group}]}',
    )
    .option('--explain', 'say which rules decided, with confidence and offsets')
    .option('--language <tag>', 'BCP 47 language of the text; told from the text by default')
    .option(
      '--reextract',
      'extract the quotations of the archive anew and show what changes; IDs and corrections stay',
    )
    .option('--database <path or URL>', 'with --reextract: the archive (DATABASE_URL)')
    .option('--json', 'with --reextract: report in JSON Lines, the summary last')
    .action(run);
