/** What is remembered for a question: the answer, and the state of the data that it was read from. */
interface Entry {
  readonly version: string;
  readonly body: Buffer;
}

/** Questions remembered as asked before. */
const REMEMBERED = 8_192;

/**
 * Answers by their question (document, variables and operation as sent, byte for byte), each good for exactly as long as
 * the data stands as it was. Bounded in bytes: the answer unused for longest goes first.
 *
 * An answer is kept from the second time that its question comes. Most questions of a varied traffic come once, and
 * keeping those cost 60 MB and a quarter of a request's time, most of it to collect them again as garbage.
 */
export class ResponseCache {
  readonly #entries = new Map<string, Entry>();
  /** Hashes of questions, each in the place that it gives; the last one asked holds it. */
  readonly #asked = new Uint32Array(REMEMBERED);
  #bytes = 0;

  constructor(private readonly maxBytes: number) {}

  get(question: string, version: string): Buffer | null {
    const entry = this.#entries.get(question);
    if (entry === undefined) return null;
    this.#entries.delete(question);
    if (entry.version !== version) {
      this.#bytes -= sizeOf(question, entry.body);
      return null;
    }
    this.#entries.set(question, entry);
    return entry.body;
  }

  set(question: string, version: string, body: Buffer): void {
    const size = sizeOf(question, body);
    if (size > this.maxBytes / 8 || !this.#isAskedAgain(question)) return;
    const old = this.#entries.get(question);
    if (old !== undefined) {
      this.#entries.delete(question);
      this.#bytes -= sizeOf(question, old.body);
    }
    this.#entries.set(question, { version, body });
    this.#bytes += size;
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes <= this.maxBytes) break;
      this.#entries.delete(oldest);
      this.#bytes -= sizeOf(oldest, entry.body);
    }
  }

  #isAskedAgain(question: string): boolean {
    const hash = hashOf(question);
    const place = hash % REMEMBERED;
    if (this.#asked[place] === hash) return true;
    this.#asked[place] = hash;
    return false;
  }

  get bytes(): number {
    return this.#bytes;
  }
}

/** Strings take up to two bytes a character; an entry's own bookkeeping about two hundred. */
const sizeOf = (question: string, body: Buffer): number => question.length * 2 + body.length + 200;

/** FNV-1a, 32 bits. Two questions with one hash are harmless: one of them is kept a request early. */
function hashOf(question: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < question.length; index += 1)
    hash = Math.imul(hash ^ question.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
