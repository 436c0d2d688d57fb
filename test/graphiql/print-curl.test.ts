import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { printCurl } from '../../src/graphiql/print-curl.ts';

const REQUEST = {
  endpoint: 'http://127.0.0.1:4000/graphql',
  query: '{\n  quote(text: "it\'s $HOME `now`")\n}',
  variables: '',
  operationName: null,
  headers: {},
};

/** What a shell hands to `curl`: one argument a line, line ends inside an argument escaped by JSON. */
function argumentsOf(command: string): string[] {
  const printed = `${JSON.stringify(process.execPath)} -e 'console.log(JSON.stringify(process.argv.slice(1)))' --`;
  return JSON.parse(
    execFileSync('sh', ['-c', command.replace(/^curl/, printed)], { encoding: 'utf8' }),
  ) as string[];
}

test('a shell hands the query on unchanged, quotes, dollars and line ends included', () => {
  const given = argumentsOf(printCurl(REQUEST));
  expect(given[0]).toBe(REQUEST.endpoint);
  expect(JSON.parse(given[given.indexOf('--data-raw') + 1] ?? '')).toEqual({ query: REQUEST.query });
});

test('variables, operation name and headers are sent too', () => {
  const given = argumentsOf(
    printCurl({
      ...REQUEST,
      variables: '{"first": 5}',
      operationName: 'Q',
      headers: { authorization: "Bearer a'b" },
    }),
  );
  expect(given).toContain("authorization: Bearer a'b");
  expect(JSON.parse(given.at(-1) ?? '')).toEqual({
    query: REQUEST.query,
    variables: { first: 5 },
    operationName: 'Q',
  });
});

test('variables that are not JSON are refused', () => {
  expect(() => printCurl({ ...REQUEST, variables: '{first}' })).toThrow(SyntaxError);
});
