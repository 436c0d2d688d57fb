import { describe, expect, test } from 'vitest';
import { findRegion } from '../../src/vocabulary/find-region.ts';
import {
  AMBIGUOUS_REGION_NAMES,
  NEWS_REGIONS,
  REGION_ALIASES,
} from '../../src/vocabulary/news-regions-data.ts';
import {
  allRegions,
  ancestorsOf,
  groupingsOf,
  membersOf,
  regionByCode,
  regionBySlug,
} from '../../src/vocabulary/regions.ts';

const codes = (terms: readonly { code: string }[]) => terms.map((term) => term.code);

test('the way up from a country passes its sub-regions and its continent and ends at the world', () => {
  expect(codes(ancestorsOf('FR'))).toEqual(['155', '150', '001']);
  expect(codes(ancestorsOf('NG'))).toEqual(['011', '202', '002', '001']);
  expect(codes(ancestorsOf('BR'))).toEqual(['005', '419', '019', '001']);
  expect(codes(ancestorsOf('GB-SCT'))).toEqual(['GB', '154', '150', '001']);
  expect(ancestorsOf('001')).toEqual([]);
  expect(ancestorsOf('nowhere')).toEqual([]);
});

test('a region is found by alpha-2, alpha-3 and M49, in any case', () => {
  for (const code of ['FR', 'fr', 'FRA', 'fra', '250']) expect(regionByCode(code)?.name).toBe('France');
  expect(regionByCode('X-Middle-East')?.name).toBe('Middle East');
  expect(regionByCode('ZZ')).toBeNull();
});

test('a country with no number of the UN has none here', () => {
  expect(regionByCode('XK')).toMatchObject({ name: 'Kosovo', m49: null, alpha3: null, parent: '039' });
});

test('groupings stand beside the tree and name their members', () => {
  expect(membersOf('EU')).toHaveLength(27);
  expect(codes(membersOf('EZ'))).toEqual(expect.arrayContaining(['BG', 'HR']));
  expect(membersOf('FR')).toEqual([]);
  expect(codes(groupingsOf('FR'))).toEqual(['EU', 'EZ', 'UN']);
  expect(codes(groupingsOf('MX'))).toEqual(['003', 'UN']);
  expect(codes(groupingsOf('EG'))).toEqual(
    expect.arrayContaining(['x-middle-east', 'x-middle-east-north-africa', 'x-arab-world']),
  );
  expect(codes(groupingsOf('IL'))).toContain('x-middle-east-north-africa');
  expect(groupingsOf('nowhere')).toEqual([]);
});

describe('the data holds together', () => {
  test('every region has a parent that exists and a way to the world without a circle', () => {
    for (const term of allRegions()) {
      if (term.code === '001') continue;
      expect(regionByCode(term.parent ?? ''), term.code).not.toBeNull();
      expect(codes(ancestorsOf(term.code)).at(-1), term.code).toBe('001');
    }
  });

  test('codes and slugs are unique, and slugs are plain', () => {
    const all = allRegions();
    expect(new Set(codes(all)).size).toBe(all.length);
    expect(new Set(all.map((term) => term.slug)).size).toBe(all.length);
    for (const term of all) {
      expect(term.slug).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(regionBySlug(term.slug)).toBe(term);
    }
  });

  test('all 249 codes of ISO 3166-1 and Kosovo are there, each with its numbers', () => {
    const countries = allRegions().filter((term) => /^[A-Z]{2}$/.test(term.code) && term.kind !== 'GROUPING');
    expect(countries).toHaveLength(250);
    for (const term of countries.filter(({ code }) => code !== 'XK' && code !== 'AQ')) {
      expect(term.m49, term.code).toMatch(/^\d{3}$/);
      expect(term.alpha3, term.code).toMatch(/^[A-Z]{3}$/);
    }
  });

  test('every kind is a known one', () => {
    expect(new Set(allRegions().map((term) => term.kind))).toEqual(
      new Set(['WORLD', 'CONTINENT', 'SUBREGION', 'GROUPING', 'COUNTRY', 'PLACE']),
    );
  });

  test('every member of a grouping exists', () => {
    for (const { code, members } of NEWS_REGIONS) {
      expect(membersOf(code), code).toHaveLength(members === '' ? 0 : members.split(' ').length);
    }
  });

  test('every region is found by its own English name', () => {
    for (const term of allRegions()) expect(findRegion(term.name)?.code, term.name).toBe(term.code);
  });

  test('every name of our own lists finds its region, or is listed as ambiguous', () => {
    const ambiguous = new Set(AMBIGUOUS_REGION_NAMES);
    const rows = [...REGION_ALIASES, ...NEWS_REGIONS.map(({ code, names }) => `${code}|${names}`)];
    for (const row of rows) {
      const [code, ...names] = row.split('|');
      for (const name of names.filter((each) => each !== '' && !ambiguous.has(each)))
        expect(findRegion(name)?.code, name).toBe(code);
    }
  });
});
