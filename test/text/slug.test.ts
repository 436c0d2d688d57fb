import { expect, test } from 'vitest';
import { slugOf } from '../../src/text/slug.ts';

test('accents, case and punctuation are folded into words joined by hyphens', () => {
  expect(slugOf('  Élection à São Tomé: “C’est fini”! ')).toBe('election-a-sao-tome-cest-fini');
  expect(slugOf('Straße nach Łódź, Ærø')).toBe('strasse-nach-lodz-aero');
});
test('an apostrophe does not split a word', () => {
  expect(slugOf("The mayor's plan")).toBe('the-mayors-plan');
});
test('letters of other scripts stay', () => {
  expect(slugOf('Київ сьогодні')).toBe('київ-сьогодні');
  expect(slugOf('東京 2024')).toBe('東京-2024');
  expect(slugOf('हिन्दी समाचार')).toBe('हिन्दी-समाचार');
});
test('a long headline is cut at a word and stays within 80 units', () => {
  const slug = slugOf(
    'A harbour that nobody wanted is now the one that everybody pays for, and the bill has arrived',
  );
  expect(slug.length).toBeLessThanOrEqual(80);
  expect(slug).toBe('a-harbour-that-nobody-wanted-is-now-the-one-that-everybody-pays-for-and-the-bill');
});
test('one endless word is cut without splitting a character', () => {
  expect(slugOf(`a${'𐐨'.repeat(60)}`)).not.toMatch(/[\uD800-\uDBFF]$/);
});
test('a text without letters gets a stable key of its own', () => {
  expect(slugOf('***')).toMatch(/^x-[0-9a-f]{12}$/);
  expect(slugOf('***')).not.toBe(slugOf('!!!'));
  expect(slugOf('')).toMatch(/^x-[0-9a-f]{12}$/);
});
