import type { Refusal } from './readers/reader.ts';
import type { FieldChange } from './stages/field-changes.ts';

/** An item that is in the archive now. */
export interface TakenIn {
  readonly outcome: 'NEW' | 'CHANGED' | 'UNCHANGED';
  /** Name of the input, with the place inside it: `feed.xml#item-3`. */
  readonly locator: string;
  readonly format: string | null;
  /** Null for an item that is no piece: a mapping. */
  readonly articleId: number | null;
  /** Null for an item that was known by its hash and not read. */
  readonly headline: string | null;
  readonly changes: readonly FieldChange[];
}

/** An item that could not be taken in, and why. */
export interface Refused {
  readonly outcome: 'REFUSED';
  readonly locator: string;
  readonly format: string | null;
  readonly refusal: Refusal;
}

/** What became of one item of an import. */
export type Outcome = TakenIn | Refused;

/** How many items had each outcome. */
export interface ImportCounts {
  readonly newCount: number;
  readonly changedCount: number;
  readonly unchangedCount: number;
  readonly refusedCount: number;
}

export const NO_COUNTS: ImportCounts = { newCount: 0, changedCount: 0, unchangedCount: 0, refusedCount: 0 };

/** The counts with one outcome more. */
export function counted(counts: ImportCounts, { outcome }: Outcome): ImportCounts {
  switch (outcome) {
    case 'NEW':
      return { ...counts, newCount: counts.newCount + 1 };
    case 'CHANGED':
      return { ...counts, changedCount: counts.changedCount + 1 };
    case 'UNCHANGED':
      return { ...counts, unchangedCount: counts.unchangedCount + 1 };
    case 'REFUSED':
      return { ...counts, refusedCount: counts.refusedCount + 1 };
  }
}
