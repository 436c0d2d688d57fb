import { expect, test } from 'vitest';
import { splitCitedName } from '../../src/export/cited-name.ts';

const split = (name: string) => splitCitedName({ name, isBody: false });

test.each([
  ['Ada Venn', { family: 'Venn', given: 'Ada' }],
  ['Venn, Ada', { family: 'Venn', given: 'Ada' }],
  ['Dr. Ada M. Venn', { family: 'Venn', given: 'Ada M.' }],
  ['Ludwig van der Berg', { family: 'Berg', given: 'Ludwig', 'non-dropping-particle': 'van der' }],
  ['Robert De Niro', { family: 'De Niro', given: 'Robert' }],
  ['Sam Venn Jr.', { family: 'Venn', given: 'Sam', suffix: 'Jr.' }],
  ['Sam Venn, Jr.', { family: 'Venn', given: 'Sam', suffix: 'Jr.' }],
  ['Mary-Ann  O’Neill', { family: 'O’Neill', given: 'Mary-Ann' }],
  ['van der Berg, Ludwig', { family: 'Berg', given: 'Ludwig', 'non-dropping-particle': 'van der' }],
])('%s is taken apart', (name, parts) => expect(split(name)).toEqual(parts));

test.each([['Voltaire'], ['山田太郎'], ['Venn'], ['']])('"%s" stays whole', (name) =>
  expect(split(name)).toEqual({ literal: name }),
);

test('a body stays whole', () => {
  expect(splitCitedName({ name: 'Bank of the North', isBody: true })).toEqual({
    literal: 'Bank of the North',
  });
});
