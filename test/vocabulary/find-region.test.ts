import { describe, expect, test } from 'vitest';
import { findRegion } from '../../src/vocabulary/find-region.ts';

const codeOf = (name: string, language?: string) => findRegion(name, language)?.code ?? null;

describe('a printed region is found', () => {
  test.each([
    ['Europe', '150'],
    ['Germany', 'DE'],
    ['GERMANY', 'DE'],
    ['South Korea', 'KR'],
    ['World', '001'],
    ['Antarctica', 'AQ'],
  ])('by its English name: %s', (name, code) => expect(codeOf(name)).toBe(code));

  test.each([
    ['Deutschland', 'DE'],
    ['Allemagne', 'DE'],
    ['Alemanha', 'DE'],
    ['Niemcy', 'DE'],
    ['Германия', 'DE'],
    ['ألمانيا', 'DE'],
    ['德国', 'DE'],
    ['ドイツ', 'DE'],
    ['जर्मनी', 'DE'],
    ['เยอรมนี', 'DE'],
    ['Γερμανία', 'DE'],
    ['Şili', 'CL'],
    ['İtalya', 'IT'],
    ['Suomi', 'FI'],
    ['Österreich', 'AT'],
    ['España', 'ES'],
    ['Amérique latine', '419'],
    ['Afrique du Sud', 'ZA'],
    ['Südliches Afrika', '018'],
  ])('in the languages of CLDR: %s', (name, code) => expect(codeOf(name)).toBe(code));

  test.each([
    ['USA', 'US'],
    ['U.S.A.', 'US'],
    ['United States of America', 'US'],
    ['EE. UU.', 'US'],
    ['UK', 'GB'],
    ['Britain', 'GB'],
    ['Holland', 'NL'],
    ['Burma', 'MM'],
    ['Ivory Coast', 'CI'],
    ['Turkey', 'TR'],
    ['Czech Republic', 'CZ'],
    ['Swaziland', 'SZ'],
    ['Macedonia', 'MK'],
    ['Cape Verde', 'CV'],
    ['Latin America & Caribbean', '419'],
    ['Latin America and the Caribbean', '419'],
    ['sub-Saharan Africa', '202'],
    ['West Africa', '011'],
    ['Middle East', 'x-middle-east'],
    ['Middle East & North Africa', 'x-middle-east-north-africa'],
    ['Asia-Pacific', 'x-asia-pacific'],
    ['Russia and FSU', 'x-former-soviet-union'],
    ['European Union', 'EU'],
    ['Eurozone', 'EZ'],
    ['Scotland', 'GB-SCT'],
    ['Bosnia & Herzegovina', 'BA'],
  ])('by the names that news uses: %s', (name, code) => expect(codeOf(name)).toBe(code));

  test.each([
    ['the Netherlands', 'NL'],
    ['Les Pays-Bas', 'NL'],
    ['La Réunion', 'RE'],
    ['L’Italie', 'IT'],
    ["l'Iran", 'IR'],
    ['Die Schweiz', 'CH'],
    ['El Salvador', 'SV'],
    ['The Gambia', 'GM'],
    ['Bahamas (the)', 'BS'],
    ['Korea, Republic of', 'KR'],
    ['Iran, Islamic Republic of', 'IR'],
    ["Cote d'Ivoire", 'CI'],
    ['Côte d’Ivoire', 'CI'],
  ])('without its article, accents and apostrophes, and in the order of lists: %s', (name, code) =>
    expect(codeOf(name)).toBe(code),
  );
});

describe('names that look alike are kept apart', () => {
  test.each([
    ['Niger', 'NE'],
    ['Nigeria', 'NG'],
    ['Níger', 'NE'],
    ['Nigéria', 'NG'],
    ['Guinea', 'GN'],
    ['Guinea-Bissau', 'GW'],
    ['Equatorial Guinea', 'GQ'],
    ['Papua New Guinea', 'PG'],
    ['Dominica', 'DM'],
    ['Dominican Republic', 'DO'],
    ['Samoa', 'WS'],
    ['American Samoa', 'AS'],
    ['Georgia', 'GE'],
    ['South Georgia & South Sandwich Islands', 'GS'],
    ['Ireland', 'IE'],
    ['Northern Ireland', 'GB-NIR'],
    ['Sudan', 'SD'],
    ['South Sudan', 'SS'],
    ['North America', '003'],
    ['Northern America', '021'],
    ['Congo-Brazzaville', 'CG'],
    ['Congo-Kinshasa', 'CD'],
    ['DR Congo', 'CD'],
    ['RDC', 'CD'],
    ['Democratic Republic of the Congo', 'CD'],
    ['Republic of the Congo', 'CG'],
    ['South Africa', 'ZA'],
    ['Southern Africa', '018'],
    ['Jordan', 'JO'],
    ['Oman', 'OM'],
    ['Romania', 'RO'],
  ])('%s', (name, code) => expect(codeOf(name)).toBe(code));

  test.each([
    ['Congo'],
    ['Korea'],
    ['America'],
    ['Virgin Islands'],
    ['Granada'],
    ['Georgia (US)'],
    ['Georgia, USA'],
  ])('%s alone means several places, so none is guessed', (name) => expect(findRegion(name)).toBeNull());

  test('the language decides where it can', () => {
    expect(codeOf('America', 'en-GB')).toBe('US');
    expect(codeOf('América', 'es')).toBe('019');
    expect(codeOf('Amerika', 'de')).toBe('019');
    expect(codeOf('Afrique du Sud', 'fr-CA')).toBe('ZA');
    expect(codeOf('Mon', 'is')).toBe('IM');
  });
});

describe('what is no region gives null', () => {
  test.each([
    [''],
    [' '],
    ['?'],
    ['the'],
    ['Intelligence'],
    ['Springfield'],
    ['Europe and other places'],
    ['US-China relations'],
    ['constructor'],
    ['__proto__'],
    ['a'.repeat(100_000)],
  ])('case %#', (name) => expect(findRegion(name)).toBeNull());
});
