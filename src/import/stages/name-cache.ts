/**
 * What an import has looked up already, by table and name. Emptied when a transaction is rolled back, as records that
 * it made are gone then.
 */
export class NameCache {
  readonly #known = new Map<string, number>();
  readonly #ancestors = new Map<string, readonly number[]>();

  get(kind: string, name: string): number | undefined {
    return this.#known.get(`${kind}\0${name}`);
  }

  set(kind: string, name: string, id: number): number {
    // A run over millions of pieces must not hold every name it has seen.
    if (this.#known.size > 200_000) this.#known.clear();
    this.#known.set(`${kind}\0${name}`, id);
    return id;
  }

  ancestors(kind: string, id: number): readonly number[] | undefined {
    return this.#ancestors.get(`${kind}\0${id}`);
  }

  setAncestors(kind: string, id: number, ancestors: readonly number[]): readonly number[] {
    this.#ancestors.set(`${kind}\0${id}`, ancestors);
    return ancestors;
  }

  clear(): void {
    this.#known.clear();
    this.#ancestors.clear();
  }
}
