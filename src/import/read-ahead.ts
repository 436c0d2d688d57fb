/** How far to read ahead. */
export interface AheadLimits {
  readonly items: number;
  /** Bytes of input. */
  readonly bytes: number;
}

interface Entry<Out> {
  readonly bytes: number;
  result: { readonly value: Out } | { readonly error: unknown } | null;
}

/**
 * Works on a source's items before they are asked for, several at once, and gives the results in the order of the
 * source. What is held at any time is bounded in number and bytes; one item larger than the bound goes through alone.
 */
export class ReadAhead<In, Out> {
  readonly #entries: Entry<Out>[] = [];
  readonly #limits: AheadLimits;
  #bytes = 0;
  #hasEnded = false;
  #isStopped = false;
  #arrived: () => void = () => undefined;
  #taken: () => void = () => undefined;
  /** The most items and bytes that were held at once. */
  readonly peak = { items: 0, bytes: 0 };

  constructor(
    source: AsyncIterable<In>,
    work: (item: In) => Promise<Out> | Out,
    bytesOf: (item: In) => number,
    limits: AheadLimits,
  ) {
    this.#limits = limits;
    void this.#pump(source, work, bytesOf);
  }

  /** The next result; undefined after the last. Throws what reading the source, or the work on this item, has thrown. */
  async next(): Promise<Out | undefined> {
    for (;;) {
      const [first] = this.#entries;
      if (first === undefined && this.#hasEnded) return undefined;
      if (first?.result) {
        this.#entries.shift();
        this.#bytes -= first.bytes;
        this.#taken();
        if ('error' in first.result) throw first.result.error;
        return first.result.value;
      }
      await new Promise<void>((resolve) => {
        this.#arrived = resolve;
      });
    }
  }

  /** Whether something can be taken, or the end was reached, within so many milliseconds. */
  async isReady(withinMs: number): Promise<boolean> {
    if (this.#isSettled()) return true;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, withinMs);
    });
    let isLate = false;
    void late.then(() => {
      isLate = true;
    });
    while (!this.#isSettled() && !isLate) {
      const arrived = new Promise<void>((resolve) => {
        this.#arrived = resolve;
      });
      await Promise.race([arrived, late]);
    }
    clearTimeout(timer);
    return this.#isSettled();
  }

  /** What `next` would give without waiting; undefined where it would wait, throw or end. */
  peek(): Out | undefined {
    const result = this.#entries[0]?.result;
    return result && 'value' in result ? result.value : undefined;
  }

  /** Reads no further. */
  stop(): void {
    this.#isStopped = true;
    this.#taken();
  }

  #isSettled(): boolean {
    const [first] = this.#entries;
    return first === undefined ? this.#hasEnded : first.result !== null;
  }

  async #pump(
    source: AsyncIterable<In>,
    work: (item: In) => Promise<Out> | Out,
    bytesOf: (item: In) => number,
  ): Promise<void> {
    try {
      for await (const item of source) {
        await this.#room(bytesOf(item));
        if (this.#isStopped) break;
        this.#add(item, work, bytesOf(item));
      }
    } catch (error) {
      this.#entries.push({ bytes: 0, result: { error } });
    }
    this.#hasEnded = true;
    this.#arrived();
  }

  async #room(bytes: number): Promise<void> {
    while (
      !this.#isStopped &&
      this.#entries.length > 0 &&
      (this.#entries.length >= this.#limits.items || this.#bytes + bytes > this.#limits.bytes)
    ) {
      await new Promise<void>((resolve) => {
        this.#taken = resolve;
      });
    }
  }

  #add(item: In, work: (item: In) => Promise<Out> | Out, bytes: number): void {
    const entry: Entry<Out> = { bytes, result: null };
    this.#entries.push(entry);
    this.#bytes += bytes;
    this.peak.items = Math.max(this.peak.items, this.#entries.length);
    this.peak.bytes = Math.max(this.peak.bytes, this.#bytes);
    const settle = (result: NonNullable<Entry<Out>['result']>) => {
      entry.result = result;
      this.#arrived();
    };
    (async () => work(item))().then(
      (value) => settle({ value }),
      (error: unknown) => settle({ error }),
    );
  }
}
