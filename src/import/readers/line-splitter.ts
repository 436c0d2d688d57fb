/** One line of a byte stream, without its line break. */
export interface ByteLine {
  /** 1-based. */
  readonly number: number;
  /** Byte offsets in the stream; `end` is exclusive and before the line break. */
  readonly start: number;
  readonly end: number;
  /** Null for a line longer than the bound: its bytes were counted and dropped. */
  readonly bytes: Uint8Array | null;
}

const NEWLINE = 10;

/**
 * Parts a stream of chunks into lines with at most one line in memory, so that a file of any length takes
 * constant memory. A line longer than `maxLineBytes` is told, not kept.
 */
export class LineSplitter {
  private kept: Uint8Array[] = [];
  private keptBytes = 0;
  private tooLong = false;
  private number = 1;
  private start = 0;
  private position = 0;

  constructor(private readonly maxLineBytes: number) {}

  /** Lines that `chunk` completes. */
  *push(chunk: Uint8Array): Generator<ByteLine> {
    let from = 0;
    for (let newline = chunk.indexOf(NEWLINE); newline !== -1; newline = chunk.indexOf(NEWLINE, from)) {
      this.keep(chunk.subarray(from, newline));
      yield this.take();
      this.position += 1;
      this.start = this.position;
      this.number += 1;
      from = newline + 1;
    }
    // A copy: the caller may reuse the chunk's memory.
    this.keep(chunk.slice(from));
  }

  /** The last line, when the stream does not end in a line break. */
  *end(): Generator<ByteLine> {
    if (this.position > this.start) yield this.take();
  }

  private keep(bytes: Uint8Array): void {
    this.position += bytes.length;
    if (this.keptBytes + bytes.length > this.maxLineBytes) this.tooLong = true;
    if (this.tooLong) {
      this.kept = [];
      this.keptBytes = 0;
      return;
    }
    if (bytes.length > 0) this.kept.push(bytes);
    this.keptBytes += bytes.length;
  }

  private take(): ByteLine {
    const bytes = this.tooLong
      ? null
      : this.kept.length === 1
        ? (this.kept[0] ?? null)
        : Buffer.concat(this.kept);
    const line = { number: this.number, start: this.start, end: this.position, bytes };
    this.kept = [];
    this.keptBytes = 0;
    this.tooLong = false;
    return line;
  }
}
