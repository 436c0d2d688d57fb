/** Numbers that look random and are the same for the same seed on every machine. */
export class Random {
  #state: number;

  /** `seed` is taken modulo 2^32; neighbouring seeds give unrelated numbers. */
  constructor(seed: number) {
    this.#state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  }

  /** A whole number from 0 to 2^32 - 1 (splitmix32). */
  next(): number {
    this.#state = (this.#state + 0x9e3779b9) >>> 0;
    let value = this.#state;
    value = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
    value = Math.imul(value ^ (value >>> 15), 0x735a2d97);
    return (value ^ (value >>> 15)) >>> 0;
  }

  /** From 0 up to, not including, 1. */
  fraction(): number {
    return this.next() / 2 ** 32;
  }

  /** A whole number from 0 to `bound - 1`. */
  below(bound: number): number {
    return Math.floor(this.fraction() * bound);
  }

  /** An index below `bound`; small ones come far more often, as words and topics do (Zipf, exponent near 1). */
  skewed(bound: number): number {
    return Math.min(bound - 1, Math.floor((bound + 1) ** this.fraction() - 1));
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }
}

/** An item of a list that is not empty. */
export function itemAt<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('The list is empty.');
  return item;
}
