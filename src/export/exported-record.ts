import type { ArticleDraft } from '../import/readers/reader.ts';
import type { PartialDate } from '../text/dates.ts';

/** What the archive adds to a piece's own words, so that an import elsewhere gives it the same names. */
export interface ArchiveNames {
  /** The global ID. */
  readonly id: string;
  readonly slug: string;
}

/** A record in the shape of `jsonLinesSchema`: nothing null, nothing empty. */
export type ExportedRecord = Readonly<Record<string, unknown>>;

/** The record of a piece: everything that its newest revision says, under the names of the documented schema. */
export function recordOfDraft(draft: ArticleDraft, archive: ArchiveNames): ExportedRecord {
  const { status: _, externalId, datePublished, dateModified, ...rest } = draft;
  return present({
    id: externalId,
    ...rest,
    ...dated('datePublished', datePublished),
    ...dated('dateModified', dateModified),
    archive,
  });
}

/** An ISO date, and beside it how the page prints it. */
function dated(name: string, date: PartialDate | null): Record<string, unknown> {
  return { [name]: date?.iso, [`${name}Printed`]: date?.printed };
}

/** The value without nulls and empty lists, at any depth; objects that say nothing stay, as `isBasedOn: {}` says something. */
function present(value: Readonly<Record<string, unknown>>): ExportedRecord {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
      if (inner === null || inner === undefined) return [];
      if (Array.isArray(inner)) return inner.length === 0 ? [] : [[name, inner.map(presentItem)]];
      return [[name, presentItem(inner)]];
    }),
  );
}

const presentItem = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? present(value as Record<string, unknown>) // JSON: an object has text keys
    : value;
