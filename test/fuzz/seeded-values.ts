import {
  AUTHORS,
  LANGUAGES,
  OUTLETS,
  REGIONS,
  REPORTS,
  SPEAKERS,
  THEMES,
} from '../support/seed-names-data.ts';
import type { RandomSource } from './random-source.ts';

const named = (type: string, records: readonly { readonly slug: string }[]): string[] =>
  records.flatMap(({ slug }, index) => [slug, `${type}${index + 1}`]);

const PIECES = Array.from({ length: 12 }, (_, index) => [
  `piece-${index * 5 + 1}`,
  `Article${index * 5 + 1}`,
]).flat();

/** Slugs and IDs of the seeded archive by the name of the argument or filter field that takes them. */
export const SEEDED_NAMES: Readonly<Record<string, readonly string[]>> = {
  region: named('Region', REGIONS),
  under: named('Region', REGIONS),
  theme: named('Theme', THEMES),
  author: named('Author', AUTHORS),
  speaker: named('Speaker', SPEAKERS),
  publisher: named('Outlet', OUTLETS),
  isBasedOn: named('Outlet', OUTLETS),
  outlet: named('Outlet', OUTLETS),
  report: named('Report', REPORTS),
  cites: PIECES,
  citedBy: PIECES,
  article: PIECES,
  quote: ['Quote1-0', 'Quote2-0', 'Quote2-1', 'Quote5-0'],
};

const EVERY_ID = Object.values(SEEDED_NAMES).flat();

const TEXTS = [
  'harbour',
  '"count every"',
  'elect*',
  '-glacier harbour',
  'Élan',
  '🧂',
  '" AND NEAR( * ^ col:',
  '%_\\',
  "' OR 1=1 --",
  '',
  '\u0000',
  '\ud83e',
  'a\u0000b',
  '日本',
  'NOT',
];

/** A value that fits where it stands. */
export function wordFor(type: string, name: string, around: string, random: RandomSource): unknown {
  switch (type) {
    case 'Int':
      if (name === 'first' || name === 'last') return random.pick([0, 1, 1, 2, 2, 3, 4]);
      if (name === 'offset') return random.pick([0, 1, 2, 5, 10_000]);
      if (name === 'days' || name === 'per') return random.pick([1, 2, 7, 30]);
      if (name === 'month') return random.between(1, 12);
      if (name === 'day') return random.between(1, 28);
      return random.pick([0, 1, 5, 20, 50, 1000, 2_147_483_647, -1]);
    case 'Float':
      return random.pick([0, 0.2, 0.5, 1]);
    case 'Boolean':
      return random.chance(0.5);
    case 'Date':
      if (name === 'from') return random.pick(['2025-01-01', '2025-12-01', '2020-02-29']);
      if (name === 'to') return random.pick(['2026-01-15', '2025-12-31', '2026-12-31']);
      return random.pick(['2025-12-31', '2026-01-15', '2025-11-25']);
    case 'DateTime':
      return random.pick(['2025-12-31T00:00:00Z', '2026-01-01T00:00:03.000Z']);
    case 'Language':
      return random.pick([...LANGUAGES, 'und', 'pt-BR']);
    case 'URL':
      return random.pick(['https://news.example/5/', 'https://news.example/']);
    case 'ID':
      return random.pick(SEEDED_NAMES[name] ?? SEEDED_NAMES[around] ?? EVERY_ID);
    default:
      if (name === 'slug') return random.pick(SEEDED_NAMES[around] ?? EVERY_ID);
      if (name === 'code') return random.pick(['PT', '150', 'medtop:06000000']);
      if (name === 'url') return 'https://news.example/5/';
      return random.pick(TEXTS);
  }
}
