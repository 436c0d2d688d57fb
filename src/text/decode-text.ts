import iconv from 'iconv-lite';

/** A text and the encoding that gave it, as a lower-case label (`utf-8`, `utf-16le`, `windows-1252`). */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

/** What declares itself Latin-1 or ASCII is read as windows-1252 (WHATWG Encoding Standard, section 4.2). */
const WINDOWS_1252_LABELS = new Set([
  'iso-8859-1',
  'iso8859-1',
  'iso88591',
  'latin1',
  'l1',
  'ascii',
  'us-ascii',
  'cp1252',
]);

/** Bytes looked at when asking whether a file is text at all. */
const BINARY_PROBE_BYTES = 64 * 1024;

/**
 * Decodes bytes to text: a byte order mark decides, then `declared` (an HTTP or document charset label),
 * then strict UTF-8. The mark itself is not part of the text.
 *
 * Null when the bytes do not fit: invalid UTF-8 or UTF-16, or nothing declared and not UTF-8.
 * A label nobody knows counts as not declared. Never throws.
 */
export function decodeBytes(bytes: Uint8Array, declared?: string | null): DecodedText | null {
  const marked = encodingOfByteOrderMark(bytes);
  if (marked !== null) return decodeStrictly(bytes, marked);
  const label = declared?.trim().toLowerCase().replace(/_/g, '-') ?? '';
  if (label === '' || label === 'utf-8' || label === 'utf8') return decodeStrictly(bytes, 'utf-8');
  if (label === 'utf-16' || label === 'utf-16le') return decodeStrictly(bytes, 'utf-16le');
  if (label === 'utf-16be') return decodeStrictly(bytes, 'utf-16be');
  const encoding = WINDOWS_1252_LABELS.has(label) ? 'windows-1252' : label;
  if (!iconv.encodingExists(encoding)) return decodeStrictly(bytes, 'utf-8');
  return { text: iconv.decode(bytes, encoding), encoding };
}

/** The encoding that the first bytes state by their mark: `utf-8`, `utf-16le`, `utf-16be`, or null without one. */
export function encodingOfByteOrderMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** The first byte that is no UTF-8, as an offset; null when all of it is valid. For telling people where to look. */
export function findInvalidUtf8(bytes: Uint8Array): number | null {
  if (decodeStrictly(bytes, 'utf-8') !== null) return null;
  // Halving keeps this at a few passes: a prefix is valid when it decodes as an unfinished stream.
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isUtf8Prefix(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  return valid;
}

/** Whether the bytes are no text: a NUL outside UTF-16, or the signature of a picture, PDF or archive. */
export function looksBinary(bytes: Uint8Array): boolean {
  const marked = encodingOfByteOrderMark(bytes);
  if (marked === 'utf-16le' || marked === 'utf-16be') return false;
  const head = bytes.subarray(0, BINARY_PROBE_BYTES);
  return head.includes(0) || SIGNATURES.some((signature) => signature.every((byte, at) => head[at] === byte));
}

/** %PDF-, PNG, GIF8, JPEG, zip, gzip, RIFF. Some hold no NUL in their first bytes. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0x89, 0x50, 0x4e, 0x47],
  [0x47, 0x49, 0x46, 0x38],
  [0xff, 0xd8, 0xff],
  [0x50, 0x4b, 0x03, 0x04],
  [0x1f, 0x8b],
  [0x52, 0x49, 0x46, 0x46],
];

function isUtf8Prefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function decodeStrictly(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): DecodedText | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
}

/** UTF-16 without a mark: markup is ASCII, so every other byte of the first ones is zero. */
export function encodingByZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 64);
  let even = 0;
  let odd = 0;
  head.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  const half = head.length / 2;
  if (odd > half * 0.7 && even === 0) return 'utf-16le';
  if (even > half * 0.7 && odd === 0) return 'utf-16be';
  return null;
}
