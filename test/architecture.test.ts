import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** What a file is about decides what it may know: it imports from its own layer and from those above it. */
const LAYERS: readonly (readonly [layer: string, pattern: RegExp])[] = [
  ['text', /^(text\/|errors\.ts)/],
  ['reading', /^(quote-extraction|vocabulary|import\/readers)\//],
  ['tables', /^content\/(node-columns|.*-table)\.ts$|^archive\/.*-table\.ts$/],
  ['archive', /^archive\//],
  ['asking', /^(query|search|import|feeds|export)\/|^content\/(?!.*-type\.ts)/],
  ['graphql', /^graphql\/|^content\/.*-type\.ts$/],
  ['server', /^server\//],
  ['cli', /^(cli\/|index\.ts)/],
];

const layerOf = (file: string): number => LAYERS.findIndex(([, pattern]) => pattern.test(file));

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'graphiql' ? [] : sourceFiles(path);
    return entry.name.endsWith('.ts') ? [relative(SRC, path)] : [];
  });
}

const files = sourceFiles(SRC);

function importsOf(file: string): string[] {
  const source = readFileSync(join(SRC, file), 'utf8');
  return [...source.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)]
    .map(([, target]) => relative(SRC, join(SRC, dirname(file), target ?? '')))
    .filter((target) => target.endsWith('.ts'));
}

test('every source file belongs to a layer', () => {
  expect(files.filter((file) => layerOf(file) < 0)).toEqual([]);
});

test('files import from their own layer and from those above it, never from below', () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => layerOf(target) > layerOf(file))
      .map(
        (target) =>
          `${file} (${LAYERS[layerOf(file)]?.[0]}) imports ${target} (${LAYERS[layerOf(target)]?.[0]})`,
      ),
  );
  expect(wrong).toEqual([]);
});

test('GraphQL appears only where the API is made and served', () => {
  const using = files.filter((file) => /from 'graphql(-yoga)?'/.test(readFileSync(join(SRC, file), 'utf8')));
  expect(using.filter((file) => !/^(graphql|server|cli)\/|-type\.ts$/.test(file))).toEqual([]);
});

test('file names are kebab-case, say the thing, and are used once', () => {
  const names = files.map((file) => file.slice(file.lastIndexOf('/') + 1));
  expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.ts$/.test(name))).toEqual([]);
  expect(
    names.filter((name) => /^(utils?|helpers?|common|misc|shared|types|constants)\.ts$/.test(name)),
  ).toEqual([]);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('no source file is longer than 400 lines, data aside', () => {
  const long = files.filter(
    (file) => !file.endsWith('-data.ts') && readFileSync(join(SRC, file), 'utf8').split('\n').length > 401,
  );
  expect(long).toEqual([]);
});
