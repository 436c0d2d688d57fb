import { describe, expect, test } from 'vitest';
import { type JsonLd, type LinkedDataArticle, printJsonLd, toJsonLd } from '../../src/export/json-ld.ts';

const empty: LinkedDataArticle = {
  url: null,
  headline: 'Alone',
  alternativeHeadline: null,
  description: null,
  articleBody: null,
  wordCount: null,
  inLanguage: null,
  datePublished: null,
  dateModified: null,
  dateline: null,
  authors: [],
  publisher: null,
  isBasedOn: null,
  translationOf: null,
  translations: [],
  image: null,
  themes: [],
  regions: [],
  reports: [],
  keywords: [],
  quotes: [],
  links: [],
  rights: null,
  discussionUrl: null,
};
const full: LinkedDataArticle = {
  url: 'https://ledger.example/bridge',
  pageUrl: 'https://archive.example/articles/bridge',
  headline: 'The bridge is safe',
  alternativeHeadline: 'Says the mayor',
  description: 'In short.',
  articleBody: 'The mayor said “it is safe”.',
  wordCount: 6,
  inLanguage: 'en',
  datePublished: '2024-03-09',
  dateModified: '2024-03-10T08:00Z',
  dateline: 'TARN',
  authors: [
    { name: 'Ada Venn', isBody: false, url: 'https://ledger.example/venn', description: 'Reporter.' },
    { name: 'Port Agency', isBody: true },
  ],
  publisher: { name: 'The Harbour Ledger', url: 'https://ledger.example/' },
  isBasedOn: { headline: null, url: 'https://inland.example/7', outlet: 'Inland Post' },
  translationOf: { headline: 'Die Brücke', url: null, inLanguage: 'de' },
  translations: [{ headline: 'Le pont', url: 'https://ledger.example/pont', inLanguage: 'fr' }],
  image: { url: 'https://ledger.example/b.jpg', caption: 'The bridge', credit: 'Tomas Ruiz' },
  themes: [
    { name: 'Environment', code: 'medtop:06000000' },
    { name: 'Old Harbour', code: null },
  ],
  regions: [
    { name: 'Europe', code: '150' },
    { name: 'Tarn Bay', code: null },
  ],
  reports: ['Bridges'],
  keywords: ['bridge', 'safety'],
  quotes: [
    {
      text: 'it is safe',
      speaker: { name: 'Lena Orr', isBody: false },
      sourceUrl: 'https://town.example/minutes',
    },
    { text: 'no', speaker: null },
  ],
  links: [
    { url: 'https://town.example/minutes', text: 'minutes' },
    { url: '#', text: 'nowhere' },
    { url: 'javascript:alert(1)', text: null },
  ],
  rights: {
    holders: [{ name: 'Ada Venn', isBody: false }],
    year: 2024,
    notice: '© Ada Venn, 2024',
    licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
    usage: 'Cross-post with a link.',
  },
  discussionUrl: 'https://ledger.example/talk',
};

/** Properties of schema.org 28 that each type has, its parents' included, as far as we use the types. */
const SCHEMA_ORG: Readonly<Record<string, readonly string[]>> = {
  NewsArticle: [
    'url',
    'mainEntityOfPage',
    'headline',
    'alternativeHeadline',
    'description',
    'articleBody',
    'wordCount',
    'inLanguage',
    'datePublished',
    'dateModified',
    'dateline',
    'author',
    'publisher',
    'isBasedOn',
    'translationOfWork',
    'workTranslation',
    'image',
    'about',
    'spatialCoverage',
    'isPartOf',
    'keywords',
    'hasPart',
    'citation',
    'copyrightHolder',
    'copyrightYear',
    'copyrightNotice',
    'license',
    'usageInfo',
    'discussionUrl',
  ],
  Article: ['headline', 'url', 'inLanguage', 'publisher'],
  Person: ['name', 'url', 'description'],
  Organization: ['name', 'url', 'description'],
  NewsMediaOrganization: ['name', 'url'],
  ImageObject: ['url', 'caption', 'creditText'],
  DefinedTerm: ['name', 'termCode', 'url', 'inDefinedTermSet'],
  Thing: ['name', 'identifier'],
  Place: ['name', 'identifier'],
  CreativeWorkSeries: ['name'],
  CreativeWork: ['url', 'name', 'text'],
  Quotation: ['text', 'spokenByCharacter', 'citation'],
};

function nodesOf(value: unknown): JsonLd[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  return [value as JsonLd, ...Object.values(value).flatMap(nodesOf)];
}

describe('the JSON-LD of an article', () => {
  test('uses the properties of schema.org, each on a type that has it', () => {
    const nodes = nodesOf(toJsonLd(full));
    expect(nodes.length).toBeGreaterThan(15);
    for (const { '@type': type, '@context': _context, '@id': _id, ...properties } of nodes) {
      expect(SCHEMA_ORG, `type ${String(type)}`).toHaveProperty(String(type));
      expect(SCHEMA_ORG[String(type)]).toEqual(expect.arrayContaining(Object.keys(properties)));
    }
  });
  test('says everything that the record says', () => {
    const used = new Set(Object.keys(toJsonLd(full)));
    for (const property of SCHEMA_ORG.NewsArticle ?? []) expect(used, property).toContain(property);
  });
  test('leaves out what the page does not say', () => {
    expect(toJsonLd(empty)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Alone',
    });
    expect(printJsonLd(toJsonLd({ ...full, inLanguage: 'und' }))).not.toContain('und"');
    expect(JSON.stringify(toJsonLd(full))).not.toContain('null');
  });
  test('keeps the precision of dates', () => {
    expect(toJsonLd({ ...empty, datePublished: '2024-03' })).toMatchObject({ datePublished: '2024-03' });
  });
  test('names speakers of quotes and codes of themes', () => {
    expect(toJsonLd(full)).toMatchObject({
      hasPart: [
        {
          '@type': 'Quotation',
          text: 'it is safe',
          spokenByCharacter: { '@type': 'Person', name: 'Lena Orr' },
        },
        { text: 'no' },
      ],
      about: [
        {
          '@type': 'DefinedTerm',
          termCode: 'medtop:06000000',
          url: 'http://cv.iptc.org/newscodes/mediatopic/06000000',
        },
        { '@type': 'Thing', name: 'Old Harbour' },
      ],
      author: [
        { '@type': 'Person', name: 'Ada Venn' },
        { '@type': 'Organization', name: 'Port Agency' },
      ],
    });
  });
  test('has no address that only works on its page', () => {
    expect(toJsonLd(full).citation).toEqual([
      { '@type': 'CreativeWork', url: 'https://town.example/minutes', name: 'minutes' },
    ]);
    expect(toJsonLd({ ...empty, url: 'javascript:alert(1)' })).not.toHaveProperty('url');
  });
  test('cannot end the script element it stands in, and reads back the same', () => {
    const nasty = toJsonLd({ ...empty, headline: '</script><!-- & \u2028 <script>' });
    const printed = printJsonLd(nasty);
    expect(printed).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(printed)).toEqual(nasty);
  });
});
