import type { Archive } from '../../archive/archive.ts';
import {
  type MappedKind,
  type Mapping,
  type MappingTarget,
  NO_MAPPING,
  parseMapping,
} from '../mapping-file.ts';

/** A mapping file in the place of one that the archive holds, or beside those. */
export interface MappingInPlace {
  readonly place: string;
  readonly mapping: Mapping;
}

/**
 * What the archive's owner has said of printed names, in all files together; of two that speak of the same name the
 * later by place wins. `instead` takes the place of what the archive holds there.
 */
export async function loadMapping(
  { database }: Pick<Archive, 'database'>,
  instead?: MappingInPlace,
): Promise<Mapping> {
  const rows = await database.all('SELECT place, source FROM mappings ORDER BY place', []);
  const held = rows
    .filter(([place]) => place !== instead?.place)
    .map(([place, source]) => ({ place: String(place), mapping: parseMapping(String(source)).mapping }));
  const all = instead === undefined ? held : [...held, instead];
  if (all.length === 0) return NO_MAPPING;
  return combined(
    all.toSorted((one, other) => (one.place < other.place ? -1 : 1)).map(({ mapping }) => mapping),
  );
}

function combined(mappings: readonly Mapping[]): Mapping {
  const rulesOf = (kind: MappedKind): ReadonlyMap<string, MappingTarget | null> =>
    new Map(mappings.flatMap(({ rules }) => [...rules[kind]]));
  const [regions, themes, authors, speakers, outlets] = [
    rulesOf('regions'),
    rulesOf('themes'),
    rulesOf('authors'),
    rulesOf('speakers'),
    rulesOf('outlets'),
  ];
  return {
    rules: { regions, themes, authors, speakers, outlets },
    merges: mappings.flatMap(({ merges }) => merges),
    corrections: mappings.flatMap(({ corrections }) => corrections),
  };
}
