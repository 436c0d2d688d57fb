import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import {
  applyMapping,
  findMapped,
  NO_MAPPING,
  parseMapping,
  readMapping,
} from '../../src/import/mapping-file.ts';
import { articleDraft } from '../../src/import/readers/article-draft.ts';

const MAPPING = `
regions:
  Swabia: Germany
  The Levant: { code: "145" }
  Online: null
themes:
  Water wars: { code: medtop:02000000 }
  1984: Surveillance
authors:
  A. Venn: Ada Venn
  Staff: null
speakers:
  the mayor of Saltmarsh: Mara Lind
outlets:
  ledger: { name: The Saltmarsh Ledger, url: https://ledger.example/ }
merge:
  authors:
    - [Ada Venn-Ruiz, Ada Venn, A. M. Venn]
`;

describe('a mapping', () => {
  const { mapping, problems } = parseMapping(MAPPING);
  test('is read without a complaint', () => {
    expect(problems).toEqual([]);
  });
  test('names are found whatever their case, accents and punctuation', () => {
    expect(findMapped(mapping, 'regions', 'SWÁBIA')).toEqual({ name: 'Germany', code: null, url: null });
    expect(findMapped(mapping, 'outlets', 'Ledger.')?.url).toBe('https://ledger.example/');
    expect(findMapped(mapping, 'themes', '1984')?.name).toBe('Surveillance');
    expect(findMapped(mapping, 'speakers', 'The mayor of Saltmarsh')?.name).toBe('Mara Lind');
  });
  test('a code stands for the term of the vocabulary', () => {
    expect(findMapped(mapping, 'regions', 'the levant')).toMatchObject({ name: 'Western Asia', code: '145' });
    expect(findMapped(mapping, 'themes', 'water wars')).toMatchObject({
      name: 'Crime, law and justice',
      code: 'medtop:02000000',
    });
  });
  test('null is nothing, silence is undefined', () => {
    expect(findMapped(mapping, 'authors', 'staff')).toBeNull();
    expect(findMapped(mapping, 'authors', 'Bo Li')).toBeUndefined();
  });
  test('a chain is followed to its end', () => {
    expect(findMapped(mapping, 'authors', 'A Venn')?.name).toBe('Ada Venn-Ruiz');
    expect(mapping.merges).toEqual([
      { kind: 'authors', keep: 'Ada Venn-Ruiz', names: ['Ada Venn', 'A. M. Venn'] },
    ]);
  });
  test('an empty file says nothing', () => {
    expect(parseMapping('# nothing yet\n')).toEqual({ mapping: NO_MAPPING, problems: [] });
    expect(parseMapping('authors:\n').problems).toEqual([]);
  });

  const draft = articleDraft({
    headline: 'Harbour gates',
    byline: 'By A. Venn, staff',
    authors: [
      { name: 'A. Venn', url: null, description: 'Writes.' },
      { name: 'Staff', url: null },
      { name: 'Ada Venn', url: null },
    ],
    regions: [
      { name: 'Swabia', url: null },
      { name: 'Germany', url: null },
      { name: 'Online', url: null },
      { name: 'Wales', url: null },
    ],
    publisher: { name: 'Ledger', url: null },
    isBasedOn: { outlet: { name: 'ledger', url: null }, url: 'https://x.test/1' },
  });
  test('a draft comes out with the owner’s names, each once, its byline as printed', () => {
    const mapped = applyMapping(draft, mapping);
    expect(mapped).toMatchObject({
      byline: 'By A. Venn, staff',
      authors: [{ name: 'Ada Venn-Ruiz', description: 'Writes.' }],
      regions: [{ name: 'Germany' }, { name: 'Wales' }],
      publisher: { name: 'The Saltmarsh Ledger', url: 'https://ledger.example/' },
      isBasedOn: { outlet: { name: 'The Saltmarsh Ledger' }, url: 'https://x.test/1' },
      provenance: { authors: 'mapping', regions: 'mapping', publisher: 'mapping' },
    });
  });
  test('a draft of which the mapping says nothing stays the same', () => {
    expect(applyMapping(draft, NO_MAPPING)).toBe(draft);
  });
});

describe('mistakes are told with their line', () => {
  test.each([
    ['autors:\n  A: B\n', 1, '"autors" is no section; did you mean "authors"?'],
    ['authors:\n  - A\n', 2, '"authors" has to hold lines of the form "printed name: name".'],
    ['authors:\n  A: [B]\n', 2, '"A" has to stand for a name'],
    ['authors:\n  A: {nam: B}\n', 2, '"nam" is no field of a name; did you mean "name"?'],
    ['authors:\n  A: {code: DE}\n', 2, 'Only regions and themes have codes'],
    ['regions:\n  A: B\n  C: {code: QQ}\n', 3, '"QQ" is no code of ISO 3166 or UN M49.'],
    ['themes:\n  C: {code: "12"}\n', 2, '"12" is no IPTC Media Topic.'],
    ['authors:\n  A: B\n  a.: C\n', 3, '"a." stands for something else in line 2.'],
    ['authors:\n  A: B\n  B: A\n', 2, '"A" leads back to itself.'],
    ['merge:\n  authors:\n    - [A]\n', 3, 'A group to be merged is a list of two names or more'],
    ['merge:\n  books:\n    - [A, B]\n', 2, '"books" cannot be merged'],
    ['authors:\n  "...": B\n', 2, 'A printed name is a text with letters or digits'],
    ['authors:\n  A: "B\n', 2, ''],
    ['just text\n', 1, 'The file has to hold sections'],
  ])('%j', (text, line, message) => {
    const { problems } = parseMapping(text);
    expect(problems[0]?.message).toContain(message);
    expect(problems[0]?.line).toBeGreaterThanOrEqual(line);
    expect(problems[0]?.line).toBeLessThanOrEqual(line + (message === '' ? 1 : 0));
  });
  test('what stands around a mistake is read', () => {
    expect(
      findMapped(parseMapping('autors:\n  A: B\nauthors:\n  C: D\n').mapping, 'authors', 'c')?.name,
    ).toBe('D');
  });
  test('an import is refused with all lines at once', () => {
    expect(() => readMapping('autors:\n  A: B\nregions:\n  A: {code: QQ}\n', 'mapping.yaml')).toThrow(
      UserError,
    );
    expect(() => readMapping('autors:\n  A: B\nregions:\n  A: {code: QQ}\n', 'mapping.yaml')).toThrow(
      /mapping\.yaml:1: [\s\S]*mapping\.yaml:4: /,
    );
  });
  test('aliases that multiply cost nothing', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from(
      { length: 20 },
      (_, i) =>
        `k${i}: &k${i} [${Array(9)
          .fill(i === 0 ? '*a' : `*k${i - 1}`)
          .join(',')}]`,
    ).join('\n')}\n`;
    expect(parseMapping(bomb).problems.length).toBeGreaterThan(0);
  });
});
