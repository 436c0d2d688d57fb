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
  /** Why it cannot be looked at, in the system's word (`ENOENT`, `EACCES`). */
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
 * are `node_modules` and the `NAME_files` folders that browsers save beside a page.
 */
export async function* findFiles(paths: readonly string[]): AsyncGenerator<InputFile> {
  for (const path of paths) yield* filesAt(resolve(path), nameOfInput(path));
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

async function* filesAt(path: string, name: string): AsyncGenerator<InputFile> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) yield* filesIn(path, name);
    else yield { path, name, byteLength: found.size };
  } catch (error) {
    yield { path, name, byteLength: null, error: codeOf(error) };
  }
}

async function* filesIn(folder: string, folderName: string): AsyncGenerator<InputFile> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = new Set(entries.map(({ name }) => name));
  for (const { name } of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    if (!isLeftOut(name, names)) yield* filesAt(join(folder, name), join(folderName, name));
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
