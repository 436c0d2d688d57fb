import { describe, expect, test } from 'vitest';
import { parseShareLink, printShareLink } from '../../src/graphiql/share-link.ts';

const PAGE = 'http://127.0.0.1:4000/graphql';

describe('a shared link', () => {
  test.each([
    { query: '{ __typename }', variables: '' },
    { query: 'query Q($a: String) {\n  x(a: $a) # “&=+%” 日本\n}', variables: '{ "a": "100 % & more #1" }' },
  ])('gives back what was put in: $query', (operation) => {
    expect(parseShareLink(new URL(printShareLink(PAGE, operation)).hash)).toEqual(operation);
  });

  test('keeps the operation out of what is sent to the server', () => {
    const link = new URL(printShareLink(`${PAGE}#query=old`, { query: '{ a }', variables: '' }));
    expect([link.pathname, link.search]).toEqual(['/graphql', '']);
    expect(parseShareLink(link.hash)?.query).toBe('{ a }');
  });

  test.each(['', '#', '#query=', '#query=%20', '#section-2', '#variables=%7B%7D'])(
    'is none: %j',
    (fragment) => {
      expect(parseShareLink(fragment)).toBeNull();
    },
  );
});
