import { describe, expect, test } from 'vitest';
import { findMediaTopic } from '../../src/vocabulary/find-media-topic.ts';

const nameOf = (name: string, language?: string) => findMediaTopic(name, language)?.name ?? null;

describe('a printed theme finds its Media Topic', () => {
  test.each([
    ['Climate change', 'Climate change'],
    ['CLIMATE CHANGE', 'Climate change'],
    ['Crime, law and justice', 'Crime, law and justice'],
    ['Women’s rights', "Women's rights"],
    ["Coup d'état", "Coup d'etat"],
  ])('by its label: %s', (name, label) => expect(nameOf(name)).toBe(label));

  test.each([
    ['Elections', 'Election'],
    ['Wars', 'War'],
    ['Vaccine', 'Vaccines'],
    ['Heat pump', null],
    ['Renewable energies', 'Renewable energy'],
    ['Local election', 'Local elections'],
  ])('in the other number: %s', (name, label) => expect(nameOf(name)).toBe(label));

  test.each([
    ['Labour', 'Labor'],
    ['Defence', 'Defense'],
    ['Theatre', 'Theater'],
    ['Archaeology', 'Archeology'],
  ])('in British spelling: %s', (name, label) => expect(nameOf(name)).toBe(label));

  test.each([
    ['Economy', 'Economy, business and finance'],
    ['Business', 'Economy, business and finance'],
    ['Culture', 'Arts, culture, entertainment and media'],
    ['Science', 'Science and technology'],
    ['Science and Technology', 'Science and technology'],
    ['Media', 'Mass media'],
    ['Intelligence', 'Espionage and intelligence'],
    ['Sports', 'Sport'],
    ['Law & Justice', 'Crime, law and justice'],
    ['Science &amp; Tech', 'Science and technology'],
    ['Foreign Affairs', 'International relations'],
    ['Life/Style', 'Lifestyle and leisure'],
    ['Business finance', 'Business finance'],
    ['Business and finance', 'Economy, business and finance'],
    ['Oil and Energy', 'Energy and resource'],
  ])('by what newsrooms print over their pages: %s', (name, label) => expect(nameOf(name)).toBe(label));

  test.each([
    ['Économie', 'fr', 'Economy, business and finance'],
    ['Santé', 'fr', 'Health'],
    ['Deportes', 'es', 'Sport'],
    ['Medio ambiente', 'es-MX', 'Environment'],
    ['Wirtschaft', 'de', 'Economy, business and finance'],
    ['Gesellschaft', 'de-AT', 'Society'],
    ['Mídia', 'pt-BR', 'Mass media'],
    ['Saúde', 'pt', 'Health'],
    ['Salute', 'it', 'Health'],
    ['Calcio', 'it', 'Soccer'],
  ])('in other languages: %s (%s)', (name, language, label) => {
    expect(nameOf(name, language)).toBe(label);
    expect(nameOf(name)).toBe(label);
  });

  test.each(['medtop:06000000', '06000000', 'http://cv.iptc.org/newscodes/mediatopic/06000000'])(
    'by its code: %s',
    (code) => expect(nameOf(code)).toBe('Environment'),
  );
});

describe('what does not truly fit stays without a topic', () => {
  test.each([
    [''],
    ['Opinion'],
    ['World'],
    ['Local'],
    ['Investigations'],
    ['Police State & Civil Rights'],
    ['Football'],
    ['Series'],
    ['medtop:99999999'],
    ['x'.repeat(100_000)],
  ])('case %#', (name) => expect(findMediaTopic(name)).toBeNull());

  test('a name that is two things waits for its language', () => {
    expect(nameOf('Football', 'fr')).toBe('Soccer');
    expect(nameOf('Football', 'en')).toBeNull();
    expect(nameOf('Clima', 'it')).toBe('Climate change');
  });
});
