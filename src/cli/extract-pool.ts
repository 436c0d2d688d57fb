import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { watchProcessorTime } from '../import/processor-timer.ts';
import type { Refusal } from '../import/readers/reader.ts';
import { startThread } from '../import/start-thread.ts';
import { ITEM_TIMEOUT_MS, LIST_MS_PER_MB, tooSlow } from '../import/time-limit.ts';
import type { ExtractTask } from './extract-file.ts';
import type { WorkerReport } from './extract-worker.ts';

/** How many threads, and how patient. */
export interface PoolOptions {
  /** Threads; all cores by default. */
  readonly workers?: number;
  /** Milliseconds a page may take from the moment its parsing begins; a longer one is refused as TOO_SLOW. */
  readonly pageTimeoutMs?: number;
}

/** Answers held back for an earlier, slower file, for each worker: bounds the memory. */
const WINDOW_PER_WORKER = 16;

/** Megabytes of JavaScript heap for a thread: a page of 24 MB takes 400, an export of 100 MB 900. */
const MAX_HEAP_MB = 1_024;

/** Formats that are one page. */
const PAGES: ReadonlySet<string> = new Set(['html-page', 'mhtml', 'webarchive', 'text-capture', 'markdown']);

interface Slot {
  worker: Worker;
  /** Place of the task it works on, or null. */
  at: number | null;
  /** Ends the watch over the time that its task takes. */
  unwatch: () => void;
  isReady: boolean;
}

/**
 * Extracts files on all cores and yields one JSON line each, in the order of `tasks`, holding a bounded number in memory.
 *
 * A page that takes too long is refused and its thread ended; the others go on in a new one.
 */
export async function* extractAll(
  tasks: Iterable<ExtractTask> | AsyncIterable<ExtractTask>,
  options: PoolOptions = {},
): AsyncGenerator<string> {
  const pool = new ExtractPool(options);
  try {
    yield* pool.run(tasks);
  } finally {
    await pool.close();
  }
}

class ExtractPool {
  readonly #size: number;
  readonly #timeoutMs: number;
  readonly #slots: Slot[] = [];
  readonly #lines = new Map<number, string>();
  readonly #waiting = new Map<number, ExtractTask>();
  readonly #current = new Map<number, ExtractTask>();
  #wake: () => void = () => {};
  #failure: Error | null = null;

  constructor(options: PoolOptions) {
    this.#size = Math.max(1, options.workers ?? availableParallelism());
    this.#timeoutMs = options.pageTimeoutMs ?? ITEM_TIMEOUT_MS;
  }

  async *run(tasks: Iterable<ExtractTask> | AsyncIterable<ExtractTask>): AsyncGenerator<string> {
    const window = this.#size * WINDOW_PER_WORKER;
    let sent = 0;
    let printed = 0;
    for await (const task of tasks) {
      if (this.#slots.length < this.#size) this.#slots.push(this.#start());
      this.#waiting.set(sent, task);
      sent += 1;
      this.#assign();
      while (sent - printed >= window) {
        yield await this.#take(printed);
        printed += 1;
      }
    }
    for (; printed < sent; printed++) yield await this.#take(printed);
  }

  async close(): Promise<void> {
    for (const { unwatch } of this.#slots) unwatch();
    await Promise.all(this.#slots.map((slot) => slot.worker.terminate()));
  }

  async #take(at: number): Promise<string> {
    for (;;) {
      if (this.#failure) throw this.#failure;
      const line = this.#lines.get(at);
      if (line !== undefined) {
        this.#lines.delete(at);
        return line;
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  #start(): Slot {
    const slot: Slot = { worker: newWorker(), at: null, unwatch: () => {}, isReady: false };
    this.#listen(slot);
    return slot;
  }

  /** A thread that was given up may still send what was under way: only the slot's present one is heard. */
  #listen(slot: Slot): void {
    const { worker } = slot;
    worker.on('message', (report: WorkerReport) => {
      if (slot.worker === worker) this.#hear(slot, report);
    });
    worker.on('error', (error) => {
      if (slot.worker === worker) this.#lose(slot, error);
    });
  }

  /** The earliest task goes to a free thread. */
  #assign(): void {
    for (const slot of this.#slots) {
      if (slot.at !== null || !slot.isReady) continue;
      const next = this.#waiting.entries().next();
      if (next.done) return;
      const [at, task] = next.value;
      this.#waiting.delete(at);
      slot.at = at;
      this.#current.set(at, task);
      slot.worker.postMessage(task);
    }
  }

  #hear(slot: Slot, report: WorkerReport): void {
    switch (report.kind) {
      case 'ready':
        slot.isReady = true;
        break;
      case 'begin': {
        const path = slot.at === null ? undefined : this.#current.get(slot.at)?.path;
        if (path === undefined) return;
        const isPage = PAGES.has(report.format);
        const limitMs = this.#timeoutMs + (isPage ? 0 : (report.bytes / 1e6) * LIST_MS_PER_MB);
        slot.unwatch = watchProcessorTime(
          limitMs,
          () => this.#current.size,
          () => this.#replace(slot, tooSlow(path, limitMs)),
        );
        return;
      }
      case 'done':
        this.#finish(slot, report.line);
        break;
    }
    this.#assign();
  }

  #finish(slot: Slot, line: string): void {
    slot.unwatch();
    if (slot.at === null) return;
    this.#current.delete(slot.at);
    this.#lines.set(slot.at, line);
    slot.at = null;
    this.#wake();
  }

  /** A thread that ends by itself ran out of memory on its file, or could not start at all. */
  #lose(slot: Slot, error: Error): void {
    if (slot.at === null) {
      this.#failure = error;
      this.#wake();
      return;
    }
    this.#replace(slot, {
      code: 'TOO_LARGE',
      message: `The file was too much for its reader: ${error.message}.`,
      hint: 'Split it, or save the page without its pictures.',
    });
  }

  #replace(slot: Slot, { code, message, hint }: Pick<Refusal, 'code' | 'message' | 'hint'>): void {
    const task = slot.at === null ? undefined : this.#current.get(slot.at);
    void slot.worker.terminate();
    slot.worker = newWorker();
    slot.isReady = false;
    this.#listen(slot);
    this.#finish(slot, JSON.stringify({ id: task?.id ?? null, refused: { code, message, hint } }));
  }
}

function newWorker(): Worker {
  return startThread(new URL('./extract-worker', import.meta.url), MAX_HEAP_MB);
}
