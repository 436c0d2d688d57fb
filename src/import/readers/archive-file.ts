import { looksBinary } from '../../text/decode-text.ts';
import {
  ARCHIVE_LIMITS,
  type ArchiveEntry,
  type ArchiveLimits,
  ExpansionBudget,
  gunzip,
  isTar,
  tarEntries,
  zipEntries,
} from './archive-entries.ts';
import { refusal } from './article-draft.ts';
import type { Reader, ReaderInput, ReadItem, Refusal } from './reader.ts';

export const ARCHIVE_FORMAT = 'archive';

/** Finds the reader of an entry by its content. */
export type RecogniseBytes = (bytes: Uint8Array, contentType: string | null) => Reader | null;

/**
 * `.zip`, `.tar`, `.tar.gz` and `.gz`, read as folders: every entry goes to the reader that knows it.
 *
 * Nothing is written to disk. Names that lead out of the archive, entries beyond the bounds, damaged and encrypted
 * ones are refused one by one; an archive that passes a bound ends there. Byte ranges are those within the entry.
 */
export function archiveFile(recognise: RecogniseBytes, limits: ArchiveLimits = ARCHIVE_LIMITS): Reader {
  return {
    format: ARCHIVE_FORMAT,
    recognises: (head) => isZipHead(head) || isGzipHead(head) || isTarHead(head),
    read: (input) =>
      readArchive(input, new ExpansionBudget(limits, input.bytes.length), 0, { recognise, limits }),
  };
}

function isZipHead(head: string): boolean {
  return head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006');
}

/** The second byte is no UTF-8 and reads as whatever the decoder makes of it. */
function isGzipHead(head: string): boolean {
  return (
    head.startsWith('\u001f') && '\u008b\ufffd\u2039'.includes(head.charAt(1)) && head.charAt(2) === '\b'
  );
}

function isTarHead(head: string): boolean {
  const magic = head.indexOf('ustar');
  return magic > 100 && magic <= 257 && head.slice(0, magic).includes('\0');
}

interface Settings {
  readonly recognise: RecogniseBytes;
  readonly limits: ArchiveLimits;
}

function* readArchive(
  input: ReaderInput,
  budget: ExpansionBudget,
  depth: number,
  settings: Settings,
): Generator<ReadItem | Refusal> {
  for (const entry of entriesOf(input, budget)) {
    const at = { file: pathOf(input.file, entry.name) };
    if (entry.kind === 'file') yield* readEntry(input, entry, budget, depth, settings);
    else if (entry.kind === 'broken')
      yield refusal('UNREADABLE', at, entry.reason, 'Pack the folder again and import that.');
    else
      yield refusal(
        'UNSAFE_ARCHIVE',
        at,
        entry.reason,
        'Unpack it yourself and import the folder, if you trust it.',
      );
  }
}

function entriesOf({ file, bytes }: ReaderInput, budget: ExpansionBudget): Iterable<ArchiveEntry> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return zipEntries(bytes, budget);
  if (isTar(bytes)) return tarEntries(bytes, budget);
  const inner = gunzip(bytes, innerName(file), budget);
  return inner.kind === 'file' && isTar(inner.bytes) ? tarEntries(inner.bytes, budget) : [inner];
}

function* readEntry(
  input: ReaderInput,
  entry: { readonly name: string; readonly bytes: Uint8Array },
  budget: ExpansionBudget,
  depth: number,
  settings: Settings,
): Generator<ReadItem | Refusal> {
  const file = pathOf(input.file, entry.name);
  if (leadsOut(entry.name)) {
    yield refusal(
      'UNSAFE_ARCHIVE',
      { file },
      'The name of the entry leads out of the archive.',
      'The rest of the archive was read; rename the entry to import it.',
    );
    return;
  }
  if (entry.bytes.length === 0 || isDebris(entry.name)) return;
  const reader = settings.recognise(entry.bytes, null);
  if (reader === null) {
    const isBinary = looksBinary(entry.bytes);
    yield refusal(
      isBinary ? 'BINARY' : 'UNKNOWN_FORMAT',
      { file },
      isBinary ? 'The entry is no text.' : 'No reader knows this format.',
      'Pictures and styles need no import; for anything else ask for a reader.',
    );
    return;
  }
  const inner: ReaderInput = { file, bytes: entry.bytes, contentType: null, url: null };
  if (reader.format !== 'archive') yield* reader.read(inner);
  else if (depth + 1 > settings.limits.maxDepth)
    yield refusal(
      'UNSAFE_ARCHIVE',
      { file },
      'Archives are nested too deep.',
      'Unpack the inner archive and import it by itself.',
    );
  else yield* readArchive(inner, budget, depth + 1, settings);
}

/** What operating systems and browsers leave beside the pages. */
function isDebris(name: string): boolean {
  return name
    .split('/')
    .some(
      (part) =>
        part === '__MACOSX' || part === 'Thumbs.db' || part.startsWith('.') || part.endsWith('_files'),
    );
}

function leadsOut(name: string): boolean {
  return /^(?:[/\\]|[A-Za-z]:)/.test(name) || name.includes('\0') || name.split(/[/\\]/).includes('..');
}

function pathOf(archive: string, name: string): string {
  return name === '' ? archive : `${archive}/${name.replace(/[\0\r\n]/g, '\ufffd')}`;
}

function innerName(file: string): string {
  return (file.split('/').at(-1) ?? file).replace(/\.gz$/i, '') || 'content';
}
