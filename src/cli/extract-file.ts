import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type ListedItem, listItems } from '../import/readers/feed-listing.ts';
import { parseHtmlPage } from '../import/readers/html-page.ts';
import type { ArticleDraft, ReaderInput, Refusal } from '../import/readers/reader.ts';
import { recogniseBytes } from '../import/readers/readers.ts';
import { plainTextOf } from '../text/markdown-body.ts';

/** Whatever the list calls a file by; printed back as it came. */
export type TaskId = string | number;

/** A line of the input: which file, and where it came from. */
export interface ExtractTask {
  /** As the list gives it. */
  readonly id: TaskId;
  /** Absolute path; `.gz` is unpacked. */
  readonly path: string;
  readonly url: string | null;
}

type Reason = Pick<Refusal, 'code' | 'message' | 'hint'>;

/** What is printed for a page: the archive's fields, the body as plain text. */
export interface ExtractedPage {
  readonly id: TaskId;
  readonly title: string;
  readonly authors: readonly string[];
  /** The day the page gives for the piece: when it appeared or, where it only says so, when it was last changed. */
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  readonly language: string | null;
  readonly body: string;
  readonly alternativeTitle: string | null;
  readonly description: string | null;
  readonly byline: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly image: ArticleDraft['image'];
  readonly themes: readonly string[];
  readonly regions: readonly string[];
  readonly keywords: readonly string[];
  readonly rights: string | null;
  readonly notes: readonly string[];
  readonly provenance: ArticleDraft['provenance'];
}

/** The line that is printed for a file. */
export type Extracted =
  | ExtractedPage
  | { readonly id: TaskId; readonly items: readonly ListedItem[]; readonly problems?: readonly Reason[] }
  | { readonly id: TaskId; readonly refused: Reason };

/** Bytes a file may have once unpacked. Exports of whole sites reach a hundred million. */
const MAX_FILE_BYTES = 512 * 1024 * 1024;

/** Formats whose file is one piece; all others are lists. */
const ONE_PIECE: ReadonlySet<string> = new Set([
  'html-page',
  'mhtml',
  'webarchive',
  'text-capture',
  'markdown',
]);

/** Told before the parsing begins, so that whoever waits knows how long is too long. */
export type BeforeParsing = (format: string, bytes: number) => void;

/** Reads one file and says what is in it. What cannot be read is in the answer, with its reason; nothing is thrown. */
export function extractFile(task: ExtractTask, before: BeforeParsing = () => {}): Extracted {
  const bytes = readBytes(task.path);
  if (!(bytes instanceof Uint8Array)) return { id: task.id, refused: bytes };
  return extractBytes(task.id, { file: task.path, bytes, contentType: null, url: task.url }, before);
}

/** As `extractFile`, for bytes in memory. */
export function extractBytes(id: TaskId, input: ReaderInput, before: BeforeParsing = () => {}): Extracted {
  if (input.bytes.length === 0) {
    return {
      id,
      refused: { code: 'EMPTY', message: 'The file is empty.', hint: 'Save or download it again.' },
    };
  }
  const reader = recogniseBytes(input.bytes, input.contentType);
  if (!reader) {
    return {
      id,
      refused: {
        code: 'UNKNOWN_FORMAT',
        message: 'The file is neither a page nor a feed nor an export that is known.',
        hint: 'Pages (HTML, MHTML, web archive), feeds (RSS, Atom, JSON Feed) and WordPress exports can be read.',
      },
    };
  }
  before(reader.format, input.bytes.length);
  if (reader.format === 'html-page') {
    const reading = parseHtmlPage(input);
    return 'draft' in reading
      ? printPage(id, reading.draft, reading.text)
      : { id, refused: reasonOf(reading) };
  }
  if (!ONE_PIECE.has(reader.format)) return printList(id, listItems(reader.read(input)));
  for (const item of reader.read(input)) {
    const draft = 'status' in item ? item : item.parse();
    return draft.status === 'refused'
      ? { id, refused: reasonOf(draft) }
      : printPage(id, draft, plainTextOf(draft.body));
  }
  return { id, refused: { code: 'EMPTY', message: 'The file holds no piece.', hint: 'Save it again.' } };
}

function printList(id: TaskId, listing: ReturnType<typeof listItems>): Extracted {
  const [first] = listing.problems;
  if (listing.items.length === 0 && first) return { id, refused: reasonOf(first) };
  const problems = listing.problems.map(reasonOf);
  return { id, items: listing.items, ...(problems.length > 0 ? { problems } : {}) };
}

function printPage(id: TaskId, draft: ArticleDraft, body: string): ExtractedPage {
  return {
    id,
    title: draft.headline,
    authors: draft.authors.map((author) => author.name),
    publishedAt: draft.datePublished?.iso ?? draft.dateModified?.iso ?? null,
    modifiedAt: draft.dateModified?.iso ?? null,
    language: draft.inLanguage,
    body,
    alternativeTitle: draft.alternativeHeadline,
    description: draft.description,
    byline: draft.byline,
    url: draft.url,
    publisher: draft.publisher?.name ?? null,
    image: draft.image,
    themes: draft.themes.map((theme) => theme.name),
    regions: draft.regions.map((region) => region.name),
    keywords: draft.keywords,
    rights: draft.rights?.notice ?? draft.rights?.licenceUrl ?? null,
    notes: draft.notes,
    provenance: draft.provenance,
  };
}

function reasonOf({ code, message, hint }: Refusal): Reason {
  return { code, message, hint };
}

function readBytes(path: string): Uint8Array | Reason {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return {
      code: 'UNREADABLE',
      message: `The file could not be read: ${error instanceof Error ? error.message : 'unknown reason'}.`,
      hint: 'Paths are relative to the folder of the list.',
    };
  }
  if (!path.endsWith('.gz') || bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_FILE_BYTES });
  } catch {
    return {
      code: 'UNREADABLE',
      message: 'The file is not valid gzip, or unpacks to more than 512 MiB.',
      hint: 'Unpack it, and split it if it is larger.',
    };
  }
}
