import { decodeBytes, encodingByZeros, encodingOfByteOrderMark } from '../../../text/decode-text.ts';

/** Bytes in which the HTML standard looks for a charset; real pages put theirs up to three times as late. */
const PRESCAN_BYTES = 4096;

const META_CHARSET = /<meta[^>]{0,300}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{2,40})/i;
const XML_ENCODING = /^\s{0,20}<\?xml[^>]{0,100}?encoding\s{0,5}=\s{0,5}["']([\w.:-]{2,40})/i;
const HEADER_CHARSET = /charset\s{0,5}=\s{0,5}["']?([\w.:-]{2,40})/i;

/** A page's characters, and how they were come by. */
export interface DecodedPage {
  readonly text: string;
  /** WHATWG name of the encoding. */
  readonly encoding: string;
  readonly from: 'byte order mark' | 'zero bytes' | 'utf-8 bytes' | 'http' | 'meta' | 'default';
}

/**
 * The characters of a saved page.
 *
 * A byte order mark decides; then the zero bytes that UTF-16 leaves; then bytes that are valid UTF-8 beyond ASCII, since a browser that saves a page often
 * rewrites it as UTF-8 and leaves the old declaration in place; then HTTP, `meta charset`, and windows-1252.
 * @see https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
 */
export function decodeHtml(bytes: Uint8Array, contentType: string | null): DecodedPage {
  const mark = encodingOfByteOrderMark(bytes);
  if (mark) return { text: decode(bytes, mark) ?? '', encoding: mark, from: 'byte order mark' };
  const wide = encodingByZeros(bytes);
  if (wide) return { text: decode(bytes, wide) ?? '', encoding: wide, from: 'zero bytes' };

  const utf8 = decode(bytes, 'utf-8', true);
  if (utf8 !== null) return { text: mendTwiceEncoded(utf8), encoding: 'utf-8', from: 'utf-8 bytes' };

  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_BYTES));
  const http = contentType ? HEADER_CHARSET.exec(contentType)?.[1] : undefined;
  const declared: readonly (readonly [string | undefined, DecodedPage['from']])[] = [
    [http, 'http'],
    [META_CHARSET.exec(head)?.[1] ?? XML_ENCODING.exec(head)?.[1], 'meta'],
  ];
  for (const [label, from] of declared) {
    if (!label) continue;
    // A page that a browser could read as UTF-16 has no ASCII `meta`: the label is wrong, as the standard says.
    const text = decode(bytes, /^utf-?16/i.test(label) ? 'utf-8' : label);
    if (text !== null && !isMangled(text, label)) return { text, encoding: label.toLowerCase(), from };
  }
  // One broken byte in a UTF-8 page, such as a cut-off comment, must not turn every accent into two signs.
  const lenient = decode(bytes, 'utf-8') ?? '';
  if (!isMangled(lenient, 'utf-8')) return { text: lenient, encoding: 'utf-8', from: 'default' };
  return { text: decode(bytes, 'windows-1252') ?? '', encoding: 'windows-1252', from: 'default' };
}

/** C1 controls are in no page on purpose: they are the bytes of a UTF-8 page that was read as Latin-1 and encoded again. */
const TWICE_ENCODED = /[\u00c2-\u00f4][\u0080-\u00bf]{1,3}/g;

/** Undoes that, sign by sign, so that a page only part of which was damaged comes out whole. */
function mendTwiceEncoded(text: string): string {
  if (!/[\u00c2-\u00f4][\u0080-\u009f]/.test(text)) return text;
  return text.replace(TWICE_ENCODED, (signs) => {
    const bytes = Uint8Array.from(signs, (sign) => sign.charCodeAt(0));
    return decode(bytes, 'utf-8', true) ?? signs;
  });
}

/** UTF-8 that another encoding was mistaken for has a replacement character for most of its accents. */
function isMangled(text: string, label: string): boolean {
  if (!/^utf-?8/i.test(label)) return false;
  let replaced = 0;
  let beyondAscii = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) replaced += 1;
    else if (unit > 0x7f) beyondAscii += 1;
  }
  return replaced > beyondAscii;
}

/** Node's own decoder takes windows-1252 for Latin-1, so all but the Unicode encodings go through ours. */
function decode(bytes: Uint8Array, label: string, fatal = false): string | null {
  if (!/^utf-?(?:8|16)/i.test(label)) return decodeBytes(bytes, label)?.text ?? null;
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return null; // not valid in a fatal decoder
  }
}
