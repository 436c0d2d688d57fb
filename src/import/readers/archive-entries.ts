import { crc32, gunzipSync, inflateRawSync } from 'node:zlib';
import iconv from 'iconv-lite';

/** How far an archive may unfold. A bomb is refused at the first bound it passes. */
export interface ArchiveLimits {
  readonly maxEntries: number;
  /** Bytes of all entries together, nested archives included. */
  readonly maxTotalBytes: number;
  /** Bytes of one entry. */
  readonly maxEntryBytes: number;
  /** Expanded to compressed, over the whole archive; what is small in itself is let pass. */
  readonly maxRatio: number;
  /** Archives within archives. */
  readonly maxDepth: number;
}

/** Ten thousand saved pages with their pictures fit; text packs 3 to 10 times, markup up to 20 times. */
export const ARCHIVE_LIMITS: ArchiveLimits = {
  maxEntries: 200_000,
  maxTotalBytes: 4 * 1024 ** 3,
  maxEntryBytes: 512 * 1024 ** 2,
  maxRatio: 200,
  maxDepth: 2,
};

/** Expansion below this is never a bomb, whatever its ratio. */
const HARMLESS_BYTES = 16 * 1024 ** 2;

export interface ArchivedFile {
  readonly kind: 'file';
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What an archive gives for one entry. `unsafe` ends it: a bound was passed. */
export type ArchiveEntry =
  | ArchivedFile
  | { readonly kind: 'broken' | 'unsafe'; readonly name: string; readonly reason: string };

/** Counts what an archive unfolds to; shared with the archives inside it. */
export class ExpansionBudget {
  private entries = 0;
  private expanded = 0;

  constructor(
    private readonly limits: ArchiveLimits,
    private readonly compressedBytes: number,
  ) {}

  /** Bytes the next entry may have. */
  get room(): number {
    const byRatio = Math.max(HARMLESS_BYTES, this.compressedBytes * this.limits.maxRatio);
    return Math.max(
      0,
      Math.min(this.limits.maxEntryBytes, Math.min(this.limits.maxTotalBytes, byRatio) - this.expanded),
    );
  }

  /** Books an entry; tells which bound it passes, or null. */
  take(bytes: number): string | null {
    this.entries += 1;
    this.expanded += bytes;
    if (this.entries > this.limits.maxEntries) return `more than ${this.limits.maxEntries} entries`;
    return null;
  }
}

const ZIP_END = 0x06054b50;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP_CENTRAL = 0x02014b50;

/** Files of a zip archive in the order of its directory (PKWARE APPNOTE 6.3, stored and deflated, zip64). */
export function* zipEntries(bytes: Uint8Array, budget: ExpansionBudget): Generator<ArchiveEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = zipDirectory(view);
  if (directory === null) {
    yield { kind: 'broken', name: '', reason: 'The archive has no directory: it was not saved whole.' };
    return;
  }
  let at = directory.offset;
  for (let index = 0; index < directory.count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ZIP_CENTRAL) {
      yield {
        kind: 'broken',
        name: '',
        reason: `The directory breaks off at entry ${index + 1} of ${directory.count}.`,
      };
      return;
    }
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const rawName = bytes.subarray(at + 46, at + 46 + nameLength);
    const name = zipName(rawName, (flags & 0x800) !== 0);
    const header = {
      method: view.getUint16(at + 10, true),
      isEncrypted: (flags & 1) !== 0,
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 20, true),
      local: view.getUint32(at + 42, true),
    };
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (name.endsWith('/')) continue;
    const entry = zipFile(bytes, view, name, header, budget);
    const bound = budget.take(entry.kind === 'file' ? entry.bytes.length : 0);
    yield bound === null ? entry : { kind: 'unsafe', name, reason: `It holds ${bound}.` };
    if (bound !== null || entry.kind === 'unsafe') return;
  }
}

interface ZipHeader {
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly size: number;
  readonly local: number;
}

function zipFile(
  bytes: Uint8Array,
  view: DataView,
  name: string,
  header: ZipHeader,
  budget: ExpansionBudget,
): ArchiveEntry {
  const broken = (reason: string): ArchiveEntry => ({ kind: 'broken', name, reason });
  if (header.isEncrypted) return broken('The entry is encrypted.');
  if (header.method !== 0 && header.method !== 8)
    return broken(`The entry is packed by method ${header.method}; stored and deflated ones can be read.`);
  if (header.local + 30 > view.byteLength) return broken('The entry lies beyond the end of the file.');
  const start =
    header.local + 30 + view.getUint16(header.local + 26, true) + view.getUint16(header.local + 28, true);
  const packed = bytes.subarray(start, start + header.size);
  if (packed.length < header.size) return broken('The entry is cut off.');
  const unpacked =
    header.method === 0
      ? bounded(packed, budget.room)
      : unpack(() => inflateRawSync(packed, { maxOutputLength: Math.max(1, budget.room) }));
  if (unpacked === 'too large')
    return { kind: 'unsafe', name, reason: 'It unfolds to more than the bounds for an archive allow.' };
  if (unpacked === 'broken' || crc32(unpacked) !== header.crc) return broken('The entry is damaged.');
  return { kind: 'file', name, bytes: unpacked };
}

function bounded(bytes: Uint8Array, room: number): Uint8Array | 'too large' {
  return bytes.length > room ? 'too large' : bytes;
}

function unpack(run: () => Uint8Array): Uint8Array | 'too large' | 'broken' {
  try {
    return run();
  } catch (error) {
    return error instanceof RangeError ||
      (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
      ? 'too large'
      : 'broken';
  }
}

function zipDirectory(view: DataView): { offset: number; count: number } | null {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 0xffff; at -= 1) {
    if (view.getUint32(at, true) !== ZIP_END) continue;
    const count = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    const isLarge = count === 0xffff || offset === 0xffffffff;
    if (!isLarge || at < 20 || view.getUint32(at - 20, true) !== ZIP64_LOCATOR) return { offset, count };
    const end64 = Number(view.getBigUint64(at - 20 + 8, true));
    if (end64 + 56 > view.byteLength) return null;
    return {
      offset: Number(view.getBigUint64(end64 + 48, true)),
      count: Number(view.getBigUint64(end64 + 32, true)),
    };
  }
  return null;
}

/** Names are UTF-8 where the entry says so or they read as such, else the code page of old DOS. */
function zipName(raw: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return isUtf8 ? new TextDecoder().decode(raw) : iconv.decode(Buffer.from(raw), 'cp437');
  }
}

/** The content of a gzip file (all its members), or what is wrong with it. */
export function gunzip(bytes: Uint8Array, name: string, budget: ExpansionBudget): ArchiveEntry {
  const unpacked = unpack(() => gunzipSync(bytes, { maxOutputLength: Math.max(1, budget.room) }));
  if (unpacked === 'too large')
    return { kind: 'unsafe', name, reason: 'It unfolds to more than the bounds for an archive allow.' };
  if (unpacked === 'broken')
    return { kind: 'broken', name, reason: 'The file is damaged or was not saved whole.' };
  const bound = budget.take(unpacked.length);
  return bound === null
    ? { kind: 'file', name, bytes: unpacked }
    : { kind: 'unsafe', name, reason: `It holds ${bound}.` };
}

/** Whether bytes are a tar archive: a header block with its right checksum. */
export function isTar(bytes: Uint8Array): boolean {
  return bytes.length >= 512 && tarChecksum(bytes, 0);
}

/** Files of a tar archive in order (ustar, with pax and GNU long names). Links and devices are passed over. */
export function* tarEntries(bytes: Uint8Array, budget: ExpansionBudget): Generator<ArchiveEntry> {
  let longName: string | null = null;
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at] === 0) return;
    if (!tarChecksum(bytes, at)) {
      yield { kind: 'broken', name: '', reason: `The archive is damaged at byte ${at}.` };
      return;
    }
    const size = tarNumber(bytes, at + 124, 12);
    const type = String.fromCharCode(bytes[at + 156] ?? 0);
    const content = bytes.subarray(at + 512, at + 512 + size);
    const prefix = tarText(bytes, at + 345, 155);
    const name: string = longName ?? (prefix === '' ? '' : `${prefix}/`) + tarText(bytes, at, 100);
    at += 512 + Math.ceil(size / 512) * 512;
    if (type === 'L') longName = tarText(content, 0, content.length);
    else if (type === 'x') longName = paxPath(content) ?? longName;
    else if (type !== 'g') {
      longName = null;
      if (type !== '0' && type !== '\0' && type !== '7') continue;
      if (content.length < size) {
        yield { kind: 'broken', name, reason: 'The entry is cut off.' };
        return;
      }
      const bound = budget.take(0);
      if (bound !== null) {
        yield { kind: 'unsafe', name, reason: `It holds ${bound}.` };
        return;
      }
      yield { kind: 'file', name, bytes: content };
    }
  }
}

function tarChecksum(bytes: Uint8Array, at: number): boolean {
  let sum = 0;
  for (let i = 0; i < 512; i += 1) sum += i >= 148 && i < 156 ? 32 : (bytes[at + i] ?? 0);
  return sum === tarNumber(bytes, at + 148, 8) && sum > 256;
}

/** Octal, or base 256 with the first bit set. */
function tarNumber(bytes: Uint8Array, at: number, length: number): number {
  if (((bytes[at] ?? 0) & 0x80) !== 0) {
    let value = (bytes[at] ?? 0) & 0x7f;
    for (let i = 1; i < length; i += 1) value = value * 256 + (bytes[at + i] ?? 0);
    return value;
  }
  const text = tarText(bytes, at, length).trim();
  return /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : 0;
}

function tarText(bytes: Uint8Array, at: number, length: number): string {
  const field = bytes.subarray(at, at + length);
  const end = field.indexOf(0);
  return new TextDecoder().decode(end === -1 ? field : field.subarray(0, end));
}

function paxPath(content: Uint8Array): string | null {
  return /^\d+ path=([^\n]*)\n/m.exec(new TextDecoder().decode(content))?.[1] ?? null;
}
