import type { Refusal } from './readers/reader.ts';
import type { FieldChange } from './stages/field-changes.ts';

/** An item that is in the archive now. */
export interface TakenIn {
  readonly outcome: 'NEW' | 'CHANGED' | 'UNCHANGED';
  /** Path of the input, with the place inside it: `feed.xml#item-3`. */
  readonly locator: string;
  readonly format: string | null;
  readonly articleId: number;
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
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
}

export const NO_COUNTS: ImportCounts = { new: 0, changed: 0, unchanged: 0, refused: 0 };

/** The counts with one outcome more. */
export function counted(counts: ImportCounts, { outcome }: Outcome): ImportCounts {
  switch (outcome) {
    case 'NEW':
      return { ...counts, new: counts.new + 1 };
    case 'CHANGED':
      return { ...counts, changed: counts.changed + 1 };
    case 'UNCHANGED':
      return { ...counts, unchanged: counts.unchanged + 1 };
    case 'REFUSED':
      return { ...counts, refused: counts.refused + 1 };
  }
}
