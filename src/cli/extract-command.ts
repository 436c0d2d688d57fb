import { createReadStream, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { Command, InvalidArgumentError } from 'commander';
import { UserError } from '../errors.ts';
import { ITEM_TIMEOUT_MS } from '../import/time-limit.ts';
import type { ExtractTask } from './extract-file.ts';
import { extractAll } from './extract-pool.ts';

/**
 * `dateline extract --jsonl FILE`: what is in pages, feeds and exports, one JSON line for each line `{id, file, url?}` of
 * the list, in order, without a database.
 */
export function extractCommand(): Command {
  return new Command('extract')
    .requiredOption(
      '--jsonl <file>',
      'list of files, one {"id", "file", "url"?} a line; paths relative to it; "-" for standard input',
    )
    .option('--workers <count>', 'threads (default: all cores)', wholeNumber)
    .option('--timeout <seconds>', 'longest time a page may take', seconds, ITEM_TIMEOUT_MS / 1000)
    .action(async (options: { jsonl: string; workers?: number; timeout: number }) => {
      const lines = extractAll(readTasks(options.jsonl), {
        ...(options.workers === undefined ? {} : { workers: options.workers }),
        pageTimeoutMs: options.timeout * 1000,
      });
      for await (const line of lines) await write(`${line}\n`);
    });
}

async function* readTasks(list: string): AsyncGenerator<ExtractTask> {
  if (list !== '-' && !existsSync(list)) {
    throw new UserError(
      'NOT_FOUND',
      `There is no file ${list}.`,
      'Pass a file with one {"id", "file"} a line.',
    );
  }
  const source = list === '-' ? process.stdin : createReadStream(list);
  const input = list.endsWith('.gz') ? source.pipe(createGunzip()) : source;
  const folder = list === '-' ? process.cwd() : dirname(resolve(list));
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() !== '') yield readTask(line, number, folder);
  }
}

function readTask(line: string, number: number, folder: string): ExtractTask {
  const value = parse(line);
  const file = value === null ? undefined : Reflect.get(value, 'file');
  if (value === null || typeof file !== 'string' || file === '') {
    throw new UserError(
      'CONFIG',
      `Line ${number} of the list is not a JSON object with "file".`,
      'Each line looks like {"id": "1", "file": "pages/one.html", "url": "https://example.org/one"}.',
    );
  }
  const id = Reflect.get(value, 'id');
  const url = Reflect.get(value, 'url');
  return {
    id: typeof id === 'string' || typeof id === 'number' ? id : file,
    path: resolve(folder, file),
    url: typeof url === 'string' && url !== '' ? url : null,
  };
}

function parse(line: string): object | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

/** Waits while whoever reads the output is slower than we are. */
async function write(text: string): Promise<void> {
  if (process.stdout.write(text)) return;
  await new Promise<void>((done) => process.stdout.once('drain', done));
}

function wholeNumber(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 256)
    throw new InvalidArgumentError('a whole number from 1 to 256');
  return number;
}

function seconds(value: string): number {
  const number = Number(value);
  if (!(number > 0 && number <= 3600)) throw new InvalidArgumentError('seconds, up to 3600');
  return number;
}
