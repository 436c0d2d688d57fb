/** What is remembered for a question: the answer, and the state of the data that it was read from. */
interface Entry {
  readonly version: string;
  readonly body: Buffer;
}

/**
 * Answers by their question (document, variables and operation as sent, byte for byte), each good for exactly as long as
 * the data stands as it was. Bounded in bytes: the answer unused for longest goes first.
 */
export class ResponseCache {
  readonly #entries = new Map<string, Entry>();
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
    if (size > this.maxBytes / 8) return;
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

  get bytes(): number {
    return this.#bytes;
  }
}

/** Strings take up to two bytes a character; an entry's own bookkeeping about two hundred. */
const sizeOf = (question: string, body: Buffer): number => question.length * 2 + body.length + 200;
