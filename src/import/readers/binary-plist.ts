/** Objects within objects; a web archive needs four. */
const MAX_DEPTH = 32;

/** Objects read in all: a list may name one object many times over, and each time it is read again. */
const MAX_OBJECTS = 100_000;

/**
 * Reads an Apple binary property list (`bplist00`): dictionaries as `Map`, arrays, strings, numbers, booleans, data as
 * `Uint8Array`; dates and UIDs as null. Null for anything damaged. Never throws.
 *
 * @see https://opensource.apple.com/source/CF/CF-1153.18/CFBinaryPList.c
 */
export function readBinaryPlist(bytes: Uint8Array): unknown {
  try {
    return new PlistReader(bytes).readRoot();
  } catch {
    return null; // an offset or length beyond the file
  }
}

class PlistReader {
  readonly #bytes: Uint8Array;
  readonly #view: Buffer;
  readonly #offsetSize: number;
  readonly #refSize: number;
  readonly #tableAt: number;
  #read = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const trailer = this.#view.subarray(-32);
    this.#offsetSize = trailer.readUInt8(6);
    this.#refSize = trailer.readUInt8(7);
    this.#tableAt = Number(trailer.readBigUInt64BE(24));
  }

  readRoot(): unknown {
    return this.#object(Number(this.#view.subarray(-32).readBigUInt64BE(16)), 0);
  }

  #object(ref: number, depth: number): unknown {
    this.#read += 1;
    if (depth > MAX_DEPTH || this.#read > MAX_OBJECTS) return null;
    const at = this.#view.readUIntBE(this.#tableAt + ref * this.#offsetSize, this.#offsetSize);
    const marker = this.#view.readUInt8(at);
    const kind = marker >> 4;
    if (kind === 0x0) return marker === 0x09 ? true : marker === 0x08 ? false : null;
    if (kind === 0x1) return this.#integer(at + 1, 1 << (marker & 0x0f));
    if (kind === 0x2)
      return (marker & 0x0f) === 3 ? this.#view.readDoubleBE(at + 1) : this.#view.readFloatBE(at + 1);
    const { length, from } = this.#length(at, marker & 0x0f);
    switch (kind) {
      case 0x4:
        return this.#slice(from, length);
      case 0x5:
        return Buffer.from(this.#slice(from, length)).toString('latin1');
      case 0x6:
        return Buffer.from(this.#slice(from, length * 2))
          .swap16()
          .toString('utf16le');
      case 0xa:
        return Array.from({ length }, (_, i) => this.#object(this.#ref(from, i), depth + 1));
      case 0xd: {
        const map = new Map<unknown, unknown>();
        for (let i = 0; i < length; i++) {
          map.set(
            this.#object(this.#ref(from, i), depth + 1),
            this.#object(this.#ref(from, length + i), depth + 1),
          );
        }
        return map;
      }
      default:
        return null;
    }
  }

  #slice(from: number, length: number): Uint8Array {
    if (from + length > this.#bytes.length) throw new RangeError('beyond the end');
    return this.#bytes.subarray(from, from + length);
  }

  #ref(from: number, index: number): number {
    return this.#view.readUIntBE(from + index * this.#refSize, this.#refSize);
  }

  #integer(at: number, size: number): number {
    return size === 8 ? Number(this.#view.readBigInt64BE(at)) : this.#view.readUIntBE(at, size);
  }

  /** Four bits hold lengths up to 14; 15 says that an integer with the length follows. */
  #length(at: number, short: number): { readonly length: number; readonly from: number } {
    if (short !== 0x0f) return { length: short, from: at + 1 };
    const size = 1 << (this.#view.readUInt8(at + 1) & 0x0f);
    const length = this.#integer(at + 2, size);
    if (length > this.#bytes.length) throw new RangeError('longer than the file');
    return { length, from: at + 2 + size };
  }
}
