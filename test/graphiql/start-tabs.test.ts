import { expect, test } from 'vitest';
import { describeExample } from '../../src/graphiql/example-operation.ts';
import { chooseStartTabs } from '../../src/graphiql/start-tabs.ts';

const EXAMPLES = Array.from({ length: 9 }, (_, index) => ({
  title: `Example ${index}`,
  query: `query E${index} { __typename }`,
  variables: index === 0 ? '{ "first": 5 }' : null,
  headers: null,
}));
const SHARED = { query: '{ shared }', variables: '{}' };

test('a first visit opens the first examples, and fills the editors from the first of them', () => {
  const start = chooseStartTabs(EXAMPLES, null, false);
  expect(start.defaultTabs.map((tab) => tab.query)).toEqual(
    EXAMPLES.slice(0, 6).map((example) => example.query),
  );
  expect(start).toMatchObject({
    initialQuery: 'query E0 { __typename }',
    initialVariables: '{ "first": 5 }',
  });
});

test('tabs left open last time are taken up again, with nothing added', () => {
  const start = chooseStartTabs(EXAMPLES, null, true);
  expect(start).not.toHaveProperty('initialQuery');
});

test.each([true, false])(
  'a shared link comes before the examples and before stored tabs (stored: %s)',
  (stored) => {
    const start = chooseStartTabs(EXAMPLES, SHARED, stored);
    expect(start.defaultTabs[0]?.query).toBe('{ shared }');
    expect(start).toMatchObject({ initialQuery: '{ shared }', initialVariables: '{}' });
  },
);

test('a shared operation without variables does not inherit those of the tab before', () => {
  expect(chooseStartTabs(EXAMPLES, { query: '{ a }', variables: '' }, true).initialVariables).toBe('');
});

test('without examples GraphiQL opens all the same', () => {
  expect(chooseStartTabs([], null, false)).toEqual({ defaultTabs: [] });
});

test('an example is described by the comment it opens with', () => {
  expect(describeExample('\n## Who said what?\nquery Q { a }')).toBe('Who said what?');
  expect(describeExample('query Q { a } # later')).toBeNull();
  expect(describeExample('#\nquery Q { a }')).toBeNull();
});
