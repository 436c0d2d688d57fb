import type { Worker } from 'node:worker_threads';
import { type Prepared, type PrepareTask, prepareTask } from './prepare-item.ts';
import type { PrepareReport } from './prepare-worker.ts';
import { watchProcessorTime } from './processor-timer.ts';
import { refusal } from './readers/article-draft.ts';
import type { Refusal } from './readers/reader.ts';
import { startThread } from './start-thread.ts';
import { ITEM_TIMEOUT_MS, tooSlow, workOnBytes } from './time-limit.ts';

/** Milliseconds after which an item is lent to a thread that began in this one: few wait for a thread to start. */
const PATIENCE_MS = 400;

/** Milliseconds that a new thread may take to load its readers, before the time of its first task begins. */
const START_MS = 30_000;

/** Megabytes of JavaScript heap for a thread: a page of 24 MB takes 400. */
const MAX_HEAP_MB = 1_024;

/** Tasks lent to a thread at once, so that it need not wait while this one writes. */
const LENT = 6;

interface Job {
  readonly task: PrepareTask;
  readonly finish: (prepared: Prepared) => void;
}

interface Slot {
  worker: Worker;
  isReady: boolean;
  /** What it works on, and what it will work on next. */
  readonly jobs: Job[];
  /** Ends the watch over the time that it takes to start, or over its first job. */
  unwatch: () => void;
}

/**
 * Prepares items in threads. One that takes too long or too much memory is refused and its thread replaced; the items
 * lent to that thread behind it are lent anew. For a few items it works in this thread, and lends only those that are
 * not done in a moment; where threads cannot be had, it does all of them here.
 */
export class PreparePool {
  readonly #slots: Slot[] = [];
  readonly #waiting: Job[] = [];
  /** Threads to be had; 0 once none could be started. */
  #size: number;
  readonly #beginsHere: boolean;
  readonly #timeoutMs: number;

  /** @param size Threads; 0 for a few items, which begin in this one. */
  constructor(size: number, timeoutMs: number = ITEM_TIMEOUT_MS) {
    this.#size = Math.max(1, size);
    this.#beginsHere = size === 0;
    this.#timeoutMs = timeoutMs;
  }

  /** What becomes of a task; resolves in any order. */
  prepare(task: PrepareTask): Promise<Prepared> | Prepared {
    if (this.#size === 0) return this.#prepareHere(task);
    const soon = this.#beginsHere ? workOnBytes(sizeOf(task), PATIENCE_MS, () => prepareTask(task)) : null;
    if (soon !== null) return soon.result;
    return new Promise((finish) => {
      this.#waiting.push({ task, finish });
      if (this.#slots.length < this.#size) this.#slots.push(this.#start());
      this.#lend();
    });
  }

  async close(): Promise<void> {
    for (const { unwatch } of this.#slots) unwatch();
    await Promise.all(this.#slots.splice(0).map(({ worker }) => worker.terminate()));
  }

  #start(): Slot {
    const slot: Slot = { worker: this.#thread(), isReady: false, jobs: [], unwatch: () => {} };
    this.#listen(slot);
    return slot;
  }

  #thread(): Worker {
    return startThread(new URL('./prepare-worker', import.meta.url), MAX_HEAP_MB);
  }

  /** A thread that was given up may still send what was under way: only the slot's present one is heard. */
  #listen(slot: Slot): void {
    const { worker } = slot;
    worker.on('message', (report: PrepareReport) => {
      if (slot.worker !== worker) return;
      if (report !== 'ready') return this.#finish(slot, report);
      slot.isReady = true;
      this.#watch(slot);
    });
    worker.on('error', (error) => {
      if (slot.worker === worker) this.#lose(slot, error);
    });
  }

  /** Each task goes to the thread that has least to do. */
  #lend(): void {
    for (;;) {
      const [free] = this.#slots.toSorted((one, other) => one.jobs.length - other.jobs.length);
      if (free === undefined || free.jobs.length >= LENT) return;
      const job = this.#waiting.shift();
      if (job === undefined) return;
      free.jobs.push(job);
      send(free.worker, job.task);
      if (free.jobs.length === 1) this.#watch(free);
    }
  }

  #watch(slot: Slot): void {
    slot.unwatch();
    const [job] = slot.jobs;
    if (job === undefined) return;
    slot.unwatch = watchProcessorTime(
      slot.isReady ? this.#timeoutMs : START_MS,
      () => this.#slots.filter(({ jobs }) => jobs.length > 0).length,
      () => this.#replace(slot, tooSlow(job.task.locator, this.#timeoutMs)),
    );
  }

  #finish(slot: Slot, prepared: Prepared): void {
    const job = slot.jobs.shift();
    this.#watch(slot);
    job?.finish(prepared);
    this.#lend();
  }

  /** A thread that ends by itself ran out of memory on its page; one that was never ready could not start at all. */
  #lose(slot: Slot, error: Error): void {
    const [job] = slot.jobs;
    if (job === undefined || !slot.isReady) this.#workHere(slot);
    else this.#replace(slot, tooMuch(job, error));
  }

  #replace(slot: Slot, refused: Refusal): void {
    void slot.worker.terminate();
    const [job, ...rest] = slot.jobs.splice(0);
    slot.worker = this.#thread();
    slot.isReady = false;
    this.#listen(slot);
    slot.jobs.push(...rest);
    for (const { task } of rest) send(slot.worker, task);
    this.#watch(slot);
    job?.finish(refused);
    this.#lend();
  }

  #workHere(slot: Slot): void {
    slot.unwatch();
    this.#slots.splice(this.#slots.indexOf(slot), 1);
    this.#size = this.#slots.length;
    const left = this.#size === 0 ? this.#waiting.splice(0) : [];
    for (const { task, finish } of [...slot.jobs.splice(0), ...left]) finish(this.#prepareHere(task));
  }

  #prepareHere(task: PrepareTask): Prepared {
    const done = workOnBytes(sizeOf(task), this.#timeoutMs, () => prepareTask(task));
    return done?.result ?? tooSlow(task.locator, this.#timeoutMs);
  }
}

function sizeOf(task: PrepareTask): number {
  return task.kind === 'page' ? task.bytes.length : task.draft.body.length;
}

/** Bytes are copied once and handed over: a copy by the port would take along the larger buffer that they stand in. */
function send(worker: Worker, task: PrepareTask): void {
  if (task.kind === 'draft') {
    worker.postMessage(task);
    return;
  }
  const bytes = new Uint8Array(task.bytes);
  worker.postMessage({ ...task, bytes }, [bytes.buffer]);
}

function tooMuch({ task }: Job, error: Error): Refusal {
  return refusal(
    'TOO_LARGE',
    { file: task.locator },
    `The page was too much for its reader: ${error.message}.`,
    'Split it, or save the page without its pictures.',
  );
}
