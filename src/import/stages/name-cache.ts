import type { Signature } from './near-duplicates.ts';

/**
 * What an import has looked up already, by table and name. Emptied when a transaction is rolled back, as records that
 * it made are gone then.
 */
export class NameCache {
  readonly #known = new Map<string, number>();
  readonly #signatures = new Map<number, Signature | null>();
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

  /** The MinHash signature of a piece that was compared before; undefined when none has been kept. */
  signature(articleId: number): Signature | null | undefined {
    return this.#signatures.get(articleId);
  }

  setSignature(articleId: number, signature: Signature | null): Signature | null {
    // 400 bytes each: two megabytes.
    if (this.#signatures.size > 5_000) this.#signatures.clear();
    this.#signatures.set(articleId, signature);
    return signature;
  }

  clear(): void {
    this.#signatures.clear();
    this.#known.clear();
    this.#ancestors.clear();
  }
}
