import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { codeOf, type InputFile } from './find-files.ts';
import { looksLikeMapping, MAPPING_FORMAT, mappingItem } from './mapping-item.ts';
import { ARCHIVE_FORMAT } from './readers/archive-file.ts';
import { refusal } from './readers/article-draft.ts';
import { jsonLines, streamJsonLines } from './readers/json-lines.ts';
import type { Reader, ReadItem, Refusal } from './readers/reader.ts';
import { headOf, recogniseReader } from './readers/readers.ts';
import { ITEM_TIMEOUT_MS, LIST_MS_PER_MB, tooSlow, workWithin } from './time-limit.ts';

/** A file is read as a whole up to this many bytes; formats of one item a line are read as a stream beyond it. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** Bytes that a format is recognised by. */
const HEAD_BYTES = 64 * 1024;

/** An item with the format it was read as; null for one whose format nobody knows. */
export interface FormattedItem {
  readonly format: string | null;
  readonly item: ReadItem | Refusal;
  /** What the place is known by in the archive: the item's locator with the whole path or address. Never shown. */
  readonly place: string;
}

/** Bytes of input that an item holds. */
export function bytesOf({ item }: FormattedItem): number {
  return 'status' in item ? 0 : item.raw.length;
}

/** The byte of its file that an item ends at; 0 for what stands in an archive, as entries count their own bytes. */
export function endOf({ format, item }: FormattedItem): number {
  const range = 'status' in item ? item.at.byteRange : item.byteRange;
  return format === ARCHIVE_FORMAT ? 0 : (range?.[1] ?? 0);
}

/** Bytes to be read, from wherever they came. */
export interface InputBytes {
  /** What the input is called in reports. */
  readonly name: string;
  /** What it is known by: an absolute path or an address. */
  readonly place: string;
  readonly bytes: Uint8Array;
  /** HTTP `Content-Type`, or null. */
  readonly contentType: string | null;
  /** Where it was fetched from, or null. */
  readonly url: string | null;
}

/** Tells the format of a file by its first bytes and yields its items in their order. Never throws for bad input. */
export async function* readItems(file: InputFile): AsyncGenerator<FormattedItem> {
  const { path, name, byteLength } = file;
  const unreadable = (code: string): FormattedItem => ({
    format: null,
    place: path,
    item: unreadableFile(name, code),
  });
  if (byteLength === null) return yield unreadable(file.error ?? 'UNKNOWN');
  try {
    if (byteLength > MAX_FILE_BYTES) yield* readLargeFile(file, byteLength);
    else yield* readBytes({ name, place: path, bytes: await readFile(path), contentType: null, url: null });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    yield unreadable(codeOf(error));
  }
}

/** The items of an input's bytes; what a reader takes too long over is refused, with all that would have come after it. */
export function* readBytes(input: InputBytes): Generator<FormattedItem> {
  const { name, place, bytes } = input;
  const limitMs = ITEM_TIMEOUT_MS + (bytes.length / 1e6) * LIST_MS_PER_MB;
  const items = itemsIn(input);
  for (;;) {
    const some: FormattedItem[] = [];
    const isEnd = workWithin(limitMs, () => takeSome(items, some));
    yield* some;
    if (isEnd === null) return yield { format: null, place, item: tooSlow(name, limitMs) };
    if (isEnd.result) return;
  }
}

/** Items under one limit, which costs as much as reading a dozen short lines. */
const SOME_ITEMS = 64;

/** Bytes of them: entries of an archive are held unpacked. */
const SOME_BYTES = 1024 * 1024;

/** Takes the next few items; true when there is none more. */
function takeSome(items: Iterator<FormattedItem>, some: FormattedItem[]): boolean {
  for (let bytes = 0; some.length < SOME_ITEMS && bytes < SOME_BYTES; ) {
    const next = items.next();
    if (next.done === true) return true;
    some.push(next.value);
    bytes += bytesOf(next.value);
  }
  return false;
}

/** Readers learn the name of an input alone, so that nothing they say can hold its path. */
function* itemsIn(input: InputBytes): Generator<FormattedItem> {
  const { name, bytes, contentType, url } = input;
  const head = headOf(bytes.subarray(0, HEAD_BYTES), contentType);
  if (looksLikeMapping(head)) {
    yield { format: MAPPING_FORMAT, place: input.place, item: mappingItem(name, bytes) };
    return;
  }
  const reader: Reader | null = recogniseReader(head);
  if (reader === null) {
    const hint = 'Save it as text, HTML, a feed, Markdown or JSON Lines.';
    const item = refusal('UNKNOWN_FORMAT', { file: name }, 'No format that we know of.', hint);
    yield { format: null, place: input.place, item };
    return;
  }
  for (const item of reader.read({ file: name, bytes, contentType, url })) {
    yield { format: reader.format, item, place: placeOf(item, input) };
  }
}

/** Locators begin with the name that the reader was given: the place begins with what that stands for. */
function placeOf(
  item: ReadItem | Refusal,
  { name, place }: { readonly name: string; readonly place: string },
): string {
  const locator = 'status' in item ? item.at.file : item.locator;
  return locator.startsWith(name) ? `${place}${locator.slice(name.length)}` : `${place}#${locator}`;
}

async function* readLargeFile({ path, name }: InputFile, byteLength: number): AsyncGenerator<FormattedItem> {
  if (!jsonLines.recognises(headOf(await firstBytes(path), null))) {
    const megabytes = Math.round(byteLength / 1024 / 1024);
    yield {
      format: null,
      place: path,
      item: refusal(
        'TOO_LARGE',
        { file: name },
        `The file has ${megabytes} MB; at most ${MAX_FILE_BYTES / 1024 / 1024} MB are read.`,
        'Cut it into smaller files, or turn it into JSON Lines, which are read line by line at any size.',
      ),
    };
    return;
  }
  for await (const item of streamJsonLines(createReadStream(path), name))
    yield { format: jsonLines.format, item, place: placeOf(item, { name, place: path }) };
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
  NOT_A_FILE: [
    'It is a pipe, a socket or a device.',
    'Save what comes out of it to a file, or name a pipe itself.',
  ],
  EISDIR: ['It is a folder where a file was expected.', 'Name the folder itself.'],
};

function unreadableFile(name: string, code: string): Refusal {
  const [message, hint] = REASONS[code] ?? [
    `The system says ${code}.`,
    'Check the disk and the path, then import it again.',
  ];
  return refusal('UNREADABLE', { file: name }, message, hint);
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string';
}
