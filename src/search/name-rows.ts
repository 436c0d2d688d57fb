/** Row numbers of `names_fts`: a kind is a range of 2^40 rows, within which the record's id counts. */
export const NAME_KINDS = {
  kinds: ['SPEAKER', 'AUTHOR', 'REGION', 'THEME', 'REPORT', 'OUTLET'],
  size: 2 ** 40 - 1,
} as const;

export type NameKind = (typeof NAME_KINDS.kinds)[number];

/** The row number before a kind's first. */
export const nameRowBase = (kind: NameKind): number => (NAME_KINDS.kinds.indexOf(kind) + 1) * 2 ** 40;
