import { decodeBytes, encodingByZeros, encodingOfByteOrderMark } from '../../text/decode-text.ts';

/** A text with the way from its offsets back to the bytes it was decoded from. */
export interface DecodedDocument {
  readonly text: string;
  /** Lower-case label of the encoding that was used. */
  readonly encoding: string;
  /** Byte offsets for ascending UTF-16 offsets; null where the encoding leaves no way back. */
  readonly byteOffsets: ((offset: number) => number) | null;
}

/**
 * Decodes XML or JSON bytes: byte order mark, then HTTP charset, then XML declaration, then the pattern of
 * zero bytes that UTF-16 leaves, then UTF-8, and windows-1252 where the bytes are no UTF-8 after all
 * (XML 1.0 appendix F, RFC 7303). Never fails: bytes that fit nothing become U+FFFD.
 */
export function decodeXmlBytes(bytes: Uint8Array, contentType: string | null): DecodedDocument {
  const mark = encodingOfByteOrderMark(bytes);
  if (mark !== null) {
    const marked = decodeBytes(bytes, null);
    if (marked) return document(bytes, marked.text, mark, mark === 'utf-8' ? 3 : 2);
  }
  for (const label of [charsetOf(contentType), declaredEncoding(bytes), encodingByZeros(bytes)]) {
    // A declaration that could be read byte by byte was not written in UTF-16, whatever it says.
    if (label === null || (/^utf-?16/i.test(label) && encodingByZeros(bytes) === null)) continue;
    const decoded = decodeBytes(bytes, label);
    if (decoded && (decoded.encoding !== 'utf-8' || !isUtf8(label)))
      return document(bytes, decoded.text, decoded.encoding, 0);
    if (decoded) return document(bytes, decoded.text, 'utf-8', 0);
  }
  const utf8 = decodeBytes(bytes, 'utf-8');
  if (utf8) return document(bytes, utf8.text, 'utf-8', 0);
  if (mostlyUtf8(bytes)) return document(bytes, new TextDecoder('utf-8').decode(bytes), 'utf-8', 0);
  const western = decodeBytes(bytes, 'windows-1252');
  return document(bytes, western?.text ?? '', 'windows-1252', 0);
}

/** `charset` of a `Content-Type`, or null. */
export function charsetOf(contentType: string | null): string | null {
  return /charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType ?? '')?.[1] ?? null;
}

function isUtf8(label: string): boolean {
  return /^utf-?8$/i.test(label);
}

/** Encoding of the XML declaration, read byte by byte: every encoding but UTF-16 and -32 writes it as ASCII does. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1').replace(/\0/g, '');
  return /<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([A-Za-z0-9._:-]{1,40})/.exec(head)?.[1] ?? null;
}

/** More sequences that are UTF-8 than bytes that are not: a UTF-8 text with a few bytes damaged. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    const following = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    let whole = following > 0;
    for (let k = 1; k <= following && whole; k += 1) whole = ((bytes[i + k] ?? 0) & 0xc0) === 0x80;
    if (whole) {
      good += 1;
      i += following;
    } else bad += 1;
  }
  return good > bad;
}

function document(bytes: Uint8Array, text: string, encoding: string, markBytes: number): DecodedDocument {
  return { text, encoding, byteOffsets: wayBack(bytes, text, encoding, markBytes) };
}

function wayBack(
  bytes: Uint8Array,
  text: string,
  encoding: string,
  markBytes: number,
): ((offset: number) => number) | null {
  if (encoding.startsWith('utf-16')) return (offset) => markBytes + offset * 2;
  if (text.length === bytes.length - markBytes) return (offset) => markBytes + offset;
  if (encoding !== 'utf-8' || Buffer.byteLength(text) !== bytes.length - markBytes) return null;
  // Items are asked for in order, so each stretch of text is measured once.
  let known = 0;
  let knownBytes = markBytes;
  return (offset) => {
    if (offset < known) {
      known = 0;
      knownBytes = markBytes;
    }
    knownBytes += Buffer.byteLength(text.slice(known, offset));
    known = offset;
    return knownBytes;
  };
}
