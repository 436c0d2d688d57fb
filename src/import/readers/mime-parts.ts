/** A part of a MIME message: its headers by lower-case name, and its body decoded from its transfer encoding. */
export interface MimePart {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** Bytes. Headers longer than this are no headers. */
const MAX_HEADER_BYTES = 256 * 1024;

/** Multiparts within multiparts. */
const MAX_DEPTH = 4;

/**
 * The leaves of a MIME message in order, multiparts taken apart, base64 and quoted-printable decoded (RFC 2045, 2046).
 *
 * A message without headers, or a multipart without its boundary, has no parts. Never throws.
 */
export function* readMimeParts(bytes: Uint8Array, depth = 0): Generator<MimePart> {
  const split = splitHeaders(bytes);
  if (!split) return;
  const { headers, body } = split;
  const type = headers.get('content-type') ?? '';
  const boundary = /^multipart\//i.test(type) ? parameter(type, 'boundary') : null;
  if (boundary === null) {
    yield { headers, body: decodeTransfer(body, headers.get('content-transfer-encoding') ?? '') };
    return;
  }
  if (depth >= MAX_DEPTH) return;
  for (const part of splitAtBoundary(body, boundary)) yield* readMimeParts(part, depth + 1);
}

/** Headers, unfolded, and what follows the first empty line; null when there is none. */
export function splitHeaders(bytes: Uint8Array): {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
  readonly bodyAt: number;
} | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, MAX_HEADER_BYTES));
  const windows = buffer.indexOf('\r\n\r\n', 0, 'latin1');
  const unix = buffer.subarray(0, windows < 0 ? buffer.length : windows).indexOf('\n\n', 0, 'latin1');
  const end = unix >= 0 ? unix : windows;
  if (end < 0) return null;
  const headers = new Map<string, string>();
  const unfolded = buffer.toString('latin1', 0, end).replace(/\r?\n[ \t]+/g, ' ');
  for (const line of unfolded.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    if (!headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  const bodyAt = end + (unix >= 0 ? 2 : 4);
  return { headers, body: bytes.subarray(bodyAt), bodyAt };
}

/** A parameter of a header's value: `charset` in `text/html; charset="utf-8"`. */
export function parameter(value: string, name: string): string | null {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]{0,200})"|([^;\\s]{1,200}))`, 'i').exec(value);
  return match?.[1] ?? match?.[2] ?? null;
}

function* splitAtBoundary(body: Uint8Array, boundary: string): Generator<Uint8Array> {
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.length);
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  let at = buffer.indexOf(mark);
  while (at >= 0) {
    const from = buffer.indexOf(10, at + mark.length) + 1;
    // "--" after the mark closes the multipart.
    if (from === 0 || buffer.toString('latin1', at + mark.length, at + mark.length + 2) === '--') return;
    const next = buffer.indexOf(mark, from);
    const end = next < 0 ? buffer.length : next;
    const trimmed = buffer[end - 1] === 10 ? (buffer[end - 2] === 13 ? end - 2 : end - 1) : end;
    yield body.subarray(from, Math.max(from, next < 0 ? end : trimmed));
    at = next;
  }
}

function decodeTransfer(body: Uint8Array, encoding: string): Uint8Array {
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.length);
  if (/^base64$/i.test(encoding)) return Buffer.from(buffer.toString('latin1'), 'base64');
  if (/^quoted-printable$/i.test(encoding)) return decodeQuotedPrintable(buffer);
  return body;
}

function decodeQuotedPrintable(buffer: Buffer): Uint8Array {
  const out = Buffer.alloc(buffer.length);
  let length = 0;
  for (let i = 0; i < buffer.length; i++) {
    const byte = buffer[i] ?? 0;
    if (byte !== 0x3d) {
      out[length++] = byte;
      continue;
    }
    const pair = buffer.toString('latin1', i + 1, i + 3);
    if (/^[0-9A-F]{2}$/i.test(pair)) {
      out[length++] = Number.parseInt(pair, 16);
      i += 2;
    } else if (pair.startsWith('\n')) i += 1;
    else if (pair === '\r\n') i += 2;
    else out[length++] = byte;
  }
  return out.subarray(0, length);
}
