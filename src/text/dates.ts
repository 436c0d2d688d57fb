/** How much of a date is known. */
export type DatePrecision = 'YEAR' | 'MONTH' | 'DAY' | 'MINUTE' | 'SECOND';

/**
 * A date as precise as its source: `2024`, `2024-03`, `2024-03-09`, `2024-03-09T14:30+01:00`. Never padded to midnight.
 */
export interface PartialDate {
  /** ISO 8601 at its own precision; with a time it ends in `Z` or an offset, unless the source names no zone. */
  readonly iso: string;
  readonly precision: DatePrecision;
  /** As printed, or null when it came from a machine-readable field. */
  readonly printed: string | null;
}
