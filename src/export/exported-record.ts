import type { ArchivedAs, ArticleDraft } from '../import/readers/reader.ts';
import type { PartialDate } from '../text/dates.ts';

/** A record in the shape of `jsonLinesSchema`: nothing null, nothing empty. */
export type ExportedRecord = Readonly<Record<string, unknown>>;

/** The record of a piece: everything that its newest revision says, under the names of the documented schema. */
export function recordOfDraft(draft: ArticleDraft, archive: ArchivedAs): ExportedRecord {
  const {
    status: _,
    externalId,
    headline,
    url,
    datePublished,
    dateModified,
    archivedAs: __,
    body,
    ...rest
  } = draft;
  // What people look for first stands first.
  return present({
    id: externalId,
    headline,
    url,
    ...dated('datePublished', datePublished),
    ...dated('dateModified', dateModified),
    ...rest,
    publisher: rest.publisher && inOrder(rest.publisher, ['name', 'url']),
    authors: rest.authors.map((author) =>
      inOrder(author, ['name', 'url', 'description', 'affiliations', 'profiles']),
    ),
    archive,
    body,
  });
}

/** The object with these keys first: two archives that say the same write the same bytes. */
function inOrder(value: object, first: readonly string[]): object {
  const known = new Map(Object.entries(value));
  const rest = [...known.keys()].filter((name) => !first.includes(name)).sort();
  return Object.fromEntries([...first, ...rest].map((name) => [name, known.get(name)]));
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
