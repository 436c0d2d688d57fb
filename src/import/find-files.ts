import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, isAbsolute, join, normalize, resolve } from 'node:path';

/** A file to be imported. */
export interface InputFile {
  /** Absolute: what it is read from, and known by wherever the import is started. Never shown. */
  readonly path: string;
  /** What it is called in reports: as it was named, without the folders above what was named. */
  readonly name: string;
  /** Null when it cannot be looked at. */
  readonly byteLength: number | null;
  /** Why it cannot be looked at, in the system's word (`ENOENT`, `EACCES`), or `NOT_A_FILE` for a pipe or a device. */
  readonly error?: string;
}

/** What a folder of articles holds beside articles: its own documentation, and what pages are dressed with. */
const ABOUT_THE_FOLDER = /^(?:readme|licen[cs]e|copying|changelog|notice|authors|contributing)(?:\.\w+)?$/i;
const PAGE_DRESSING = new Set(
  '.css .js .mjs .map .png .jpg .jpeg .gif .webp .avif .svg .ico .bmp .woff .woff2 .ttf .otf .eot .mp3 .mp4 .webm .ogg .wav'.split(
    ' ',
  ),
);

/**
 * The files under some paths, in the order given and by name within a folder. What is named is taken as it is; below a
 * folder, hidden files, README and licence files, and pictures, scripts and styles of saved pages are left out, and so
 * are `node_modules` and the `NAME_files` folders that browsers save beside a page. A link back to a folder that it
 * stands in is not followed: all that it leads to is found without it.
 */
export async function* findFiles(paths: readonly string[]): AsyncGenerator<InputFile> {
  for (const path of paths) yield* filesAt(resolve(path), nameOfInput(path), []);
}

/**
 * What an input is called where others may read it: a relative path as typed, the last part of an absolute one, an
 * address without the password in it.
 */
export function nameOfInput(input: string): string {
  if (/^https?:/i.test(input) && URL.canParse(input)) {
    const url = new URL(input);
    if (url.username === '' && url.password === '') return input;
    url.username = '';
    url.password = '';
    return url.href;
  }
  return isAbsolute(input) ? basename(input) : normalize(input).replace(/(?<=.)[/\\]$/, '');
}

/** @param around The folders that a path was reached through, as `identityOf` tells them. None for what is named. */
async function* filesAt(path: string, name: string, around: readonly string[]): AsyncGenerator<InputFile> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) {
      const identity = identityOf(found);
      if (!around.includes(identity)) yield* filesIn(path, name, [...around, identity]);
    } else if (found.isFile() || (found.isFIFO() && around.length === 0)) {
      yield { path, name, byteLength: found.size };
    } else {
      // One in a folder would be waited for until somebody writes to it.
      yield { path, name, byteLength: null, error: 'NOT_A_FILE' };
    }
  } catch (error) {
    yield { path, name, byteLength: null, error: codeOf(error) };
  }
}

/** The same for every way that leads to a folder. */
function identityOf({ dev, ino }: Stats): string {
  return `${dev}:${ino}`;
}

async function* filesIn(
  folder: string,
  folderName: string,
  around: readonly string[],
): AsyncGenerator<InputFile> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = new Set(entries.map(({ name }) => name));
  for (const { name } of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    if (!isLeftOut(name, names)) yield* filesAt(join(folder, name), join(folderName, name), around);
  }
}

function isLeftOut(name: string, siblings: ReadonlySet<string>): boolean {
  if (name.startsWith('.') || name === 'node_modules' || ABOUT_THE_FOLDER.test(name)) return true;
  if (PAGE_DRESSING.has(extname(name).toLowerCase())) return true;
  const page = /^(.+)(?:_files|\.files)$/.exec(basename(name))?.[1];
  return page !== undefined && (siblings.has(`${page}.html`) || siblings.has(`${page}.htm`));
}

/** The system's code of an error, or its name. */
export function codeOf(error: unknown): string {
  return error instanceof Error ? String((error as NodeJS.ErrnoException).code ?? error.name) : 'UNKNOWN';
}
