import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { codeOf, type InputFile } from './find-files.ts';
import { refusal } from './readers/article-draft.ts';
import { jsonLines, streamJsonLines } from './readers/json-lines.ts';
import type { Reader, ReadItem, Refusal } from './readers/reader.ts';
import { headOf, recogniseReader } from './readers/readers.ts';

/** A file is read as a whole up to this many bytes; formats of one item a line are read as a stream beyond it. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** Bytes that a format is recognised by. */
const HEAD_BYTES = 64 * 1024;

/** An item with the format it was read as; null for one whose format nobody knows. */
export interface FormattedItem {
  readonly format: string | null;
  readonly item: ReadItem | Refusal;
}

/** Tells the format of a file by its first bytes and yields its items in their order. Never throws for bad input. */
export async function* readItems(file: InputFile): AsyncGenerator<FormattedItem> {
  const { path, byteLength } = file;
  if (byteLength === null) {
    yield { format: null, item: unreadable(path, file.error ?? 'UNKNOWN') };
    return;
  }
  try {
    if (byteLength > MAX_FILE_BYTES) yield* readLargeFile(path, byteLength);
    else yield* readBytes(path, await readFile(path));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    yield { format: null, item: unreadable(path, codeOf(error)) };
  }
}

/** The items of a file's bytes; `path` is for reports. */
export function* readBytes(path: string, bytes: Uint8Array): Generator<FormattedItem> {
  const reader: Reader | null = recogniseReader(headOf(bytes.subarray(0, HEAD_BYTES), null));
  if (reader === null) {
    const hint = 'Save it as text, HTML, a feed, Markdown or JSON Lines.';
    yield {
      format: null,
      item: refusal('UNKNOWN_FORMAT', { file: path }, 'No format that we know of.', hint),
    };
    return;
  }
  for (const item of reader.read({ file: path, bytes, contentType: null, url: null })) {
    yield { format: reader.format, item };
  }
}

async function* readLargeFile(path: string, byteLength: number): AsyncGenerator<FormattedItem> {
  if (!jsonLines.recognises(headOf(await firstBytes(path), null))) {
    const megabytes = Math.round(byteLength / 1024 / 1024);
    yield {
      format: null,
      item: refusal(
        'TOO_LARGE',
        { file: path },
        `The file has ${megabytes} MB; at most ${MAX_FILE_BYTES / 1024 / 1024} MB are read.`,
        'Cut it into smaller files, or turn it into JSON Lines, which are read line by line at any size.',
      ),
    };
    return;
  }
  for await (const item of streamJsonLines(createReadStream(path), path))
    yield { format: jsonLines.format, item };
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const REASONS: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  ENOENT: ['There is no such file.', 'Check the path.'],
  EACCES: ['The file may not be read.', 'Give yourself the right to read it, or run as a user who may.'],
  EPERM: ['The file may not be read.', 'Give yourself the right to read it, or run as a user who may.'],
  EISDIR: ['It is a folder where a file was expected.', 'Name the folder itself.'],
};

function unreadable(path: string, code: string): Refusal {
  const [message, hint] = REASONS[code] ?? [
    `The system says ${code}.`,
    'Check the disk and the path, then import it again.',
  ];
  return refusal('UNREADABLE', { file: path }, message, hint);
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string';
}
