import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { UserError } from '../errors.ts';
import { extractQuotes } from '../quote-extraction/extract-quotes.ts';
import type { ExtractedQuote } from '../quote-extraction/quote.ts';
import { giveWay } from './give-way.ts';
import { answerLines, speakerName } from './quote-lines.ts';

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

/** Opens the archive and extracts anew what it holds. What that needs is loaded only for it. */
async function reextract({ database, json }: QuotesOptions): Promise<void> {
  const { openConfigured } = await import('./open-configured.ts');
  const { reextractArchive } = await import('./reextract-archive.ts');
  const { readConfig } = await import('../server/config.ts');
  giveWay();
  const archive = await openConfigured(readConfig(process.env, { database }));
  try {
    process.exitCode = await reextractArchive(archive, json === true);
  } finally {
    await archive.close();
  }
}

async function run(file: string | undefined, options: QuotesOptions): Promise<void> {
  if (options.reextract === true) return reextract(options);
  if (options.jsonl === true) {
    if ((await answerLines(file, options.language)) > 0) process.exitCode = 1;
    return;
  }
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
