/**
 * Runs jobs one after the other, in calling order. SQLite takes one writer at a time, and a second one in the same
 * process fails at once whatever its busy timeout says.
 */
export class WriteQueue {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(job: () => Promise<T>): Promise<T> {
    const result = this.#last.then(job);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Resolves when everything asked for so far is done. */
  async idle(): Promise<void> {
    await this.#last;
  }
}
