import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { PACKAGE_ROOT } from './version.ts';

/** An example operation: a question that a person would ask, as tab of GraphiQL, documentation and test input. */
export interface ExampleOperation {
  /** File name without number and ending: `quotes-of-a-speaker`. */
  readonly name: string;
  /** The same as a person writes it: "Quotes of a speaker". */
  readonly title: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const FOLDER = new URL('schema/operations/', PACKAGE_ROOT);

/**
 * Reads `schema/operations/`: `NN-name.graphql`, in the order of their numbers, each with its variables in
 * `NN-name.json` beside it when it takes any. The first line is the question, as a comment.
 */
export function readExampleOperations(): ExampleOperation[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => {
      const query = readFileSync(new URL(file, FOLDER), 'utf8');
      const variables = new URL(file.replace(/\.graphql$/, '.json'), FOLDER);
      const name = file.replace(/^\d+-|\.graphql$/g, '');
      return {
        name,
        title: `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`,
        query,
        variables: existsSync(variables)
          ? (JSON.parse(readFileSync(variables, 'utf8')) as Record<string, unknown>)
          : {}, // our own files
      };
    });
}
