import { describe, expect, test } from 'vitest';
import { wordForms } from '../../src/text/word-forms.ts';

test.each([
  ['elections', 'en', 'election'],
  ['city', 'en', 'cities'],
  ['planning', 'en', 'planned'],
  ['élections', 'fr', 'élection'],
  ['Haus', 'de', 'hauses'],
  ['mercado', 'es', 'mercados'],
  ['ministers', 'en-GB', 'minister'],
  ['выборы', 'ru', 'выборов'],
])('"%s" in %s is found as "%s" too', (word, language, form) => {
  const forms = wordForms(word, language);
  expect(forms[0]).toBe(word.toLowerCase());
  expect(forms).toContain(form);
});

describe('a word stays alone', () => {
  test.each([
    ['has', 'en'],
    ['G20s', 'en'],
    ['state-run', 'en'],
    ['elections', 'und'],
    ['elections', ''],
    ['x'.repeat(200), 'en'],
  ])('%s in "%s"', (word, language) => {
    expect(wordForms(word, language)).toEqual([word]);
  });
});

test('other words of the same beginning are no forms', () => {
  const forms = wordForms('election', 'en');
  expect(forms).not.toContain('electric');
  expect(forms).not.toContain('electron');
});

test('forms are few', () => {
  for (const word of ['nationalisations', 'runnings', 'communication'])
    expect(wordForms(word, 'en').length).toBeLessThanOrEqual(24);
});
