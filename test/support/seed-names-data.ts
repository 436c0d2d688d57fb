// Made-up names of the seeded archive. The position counts from 1 as the row number.

export const LANGUAGES = ['en', 'fr', 'de'] as const;

export const OUTLETS = [
  { slug: 'the-harbour-post', name: 'The Harbour Post', url: 'https://news.example/' },
  { slug: 'hill-country-wire', name: 'Hill Country Wire', url: null },
  { slug: 'courrier-du-delta', name: 'Courrier du Delta', url: null },
];

export const AUTHORS = [
  { slug: 'ada-venn', name: 'Ada Venn', kind: 'PERSON' as const },
  { slug: 'tomas-ruiz', name: 'Tomás Ruiz', kind: 'PERSON' as const },
  { slug: 'mina-okafor', name: 'Mina Okafor', kind: 'PERSON' as const },
  { slug: 'newsroom', name: 'Newsroom', kind: 'BODY' as const },
  { slug: 'jan-lindqvist', name: 'Jan "Jo" Lindqvist', kind: 'PERSON' as const },
];

export const REPORTS = [
  { slug: 'cold-chain', name: 'Cold Chain' },
  { slug: 'rivers-of-salt', name: 'Rivers of Salt' },
];

export const SPEAKERS = [
  { slug: 'mariama-hassane', name: 'Mariama Hassane', kind: 'PERSON' as const },
  { slug: 'ministry-of-ports', name: 'Ministry of Ports', kind: 'BODY' as const },
  { slug: 'olav-brekke', name: 'Olav Brekke', kind: 'PERSON' as const },
  { slug: 'rene-dufour', name: 'René Dufour', kind: 'PERSON' as const },
];

/** A tree: world, two continents, countries. */
export const REGIONS = [
  { slug: 'world', name: 'World', kind: 'WORLD' as const, code: '001', parentId: null },
  { slug: 'europe', name: 'Europe', kind: 'CONTINENT' as const, code: '150', parentId: 1 },
  { slug: 'portugal', name: 'Portugal', kind: 'COUNTRY' as const, code: 'PT', parentId: 2 },
  { slug: 'africa', name: 'Africa', kind: 'CONTINENT' as const, code: '002', parentId: 1 },
  { slug: 'niger', name: 'Niger', kind: 'COUNTRY' as const, code: 'NE', parentId: 4 },
  { slug: 'old-harbour', name: 'Old Harbour', kind: 'PLACE' as const, code: null, parentId: null },
];

export const THEMES = [
  { slug: 'environment', name: 'Environment', code: 'medtop:06000000', parentId: null },
  { slug: 'climate-change', name: 'Climate change', code: null, parentId: 1 },
  { slug: 'economy', name: 'Economy', code: 'medtop:04000000', parentId: null },
  { slug: 'shipping', name: 'Shipping', code: null, parentId: 3 },
];
