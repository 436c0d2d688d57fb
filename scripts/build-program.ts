/**
 * Bundles the program from `src/` into `dist/program/`: the command line, its threads and the door for programs that
 * embed it, a few files in all. Node takes longer to find and read a thousand modules than to run them: a start takes
 * less than half the processor time.
 *
 *   tsx scripts/build-program.ts [FOLDER]
 *
 * Everything lies one folder deep below `dist` (FOLDER is another one there), as the sources lie below `src`: what a module finds by its own address
 * (the package's files, a thread's module, data read when first needed) is where it was.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { collectLicences, packagesOf } from './bundled-packages.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TARGET = join(ROOT, 'dist', process.argv[2] ?? 'program');

/** `libsql` is native; the client for servers and citeproc are loaded by those alone who need them. */
const OUTSIDE = ['libsql', '@libsql/client', 'citeproc'];

/** Data that modules `require` when it is first needed, by its place beside the module. */
const DATA = {
  'src/vocabulary/region-names.json': 'region-names.json',
  'src/export/csl/csl-data.json': 'csl/csl-data.json',
};

/**
 * Programs that embed Dateline hold their own `graphql`, which refuses a schema made by another copy: it stays outside.
 * Some packages name its modules without their ending, which Node does not find.
 */
const graphqlOutside: Plugin = {
  name: 'graphql-outside',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^graphql(\/|$)/ }, ({ path }) => ({
      path: path === 'graphql' || path.endsWith('.js') ? path : `${path}.js`,
      external: true,
    }));
  },
};

/** A megabyte of numbers is read as JSON in a third of the time that it takes as a literal of a program. */
const ngramsAsJson: Plugin = {
  name: 'ngrams-as-json',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[/\\]eld[/\\]src[/\\]ngrams[/\\]\w+\.js$/ }, async ({ path }) => {
      const { ngramsData } = (await import(pathToFileURL(path).href)) as { ngramsData: unknown };
      const text = JSON.stringify(JSON.stringify(ngramsData));
      return { contents: `export const ngramsData = JSON.parse(${text});` };
    });
  },
};

const common = {
  absWorkingDir: ROOT,
  outdir: TARGET,
  entryNames: '[name]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  charset: 'utf8',
  plugins: [ngramsAsJson],
  mainFields: ['module', 'main'],
  external: OUTSIDE,
  // For the CommonJS among the packages.
  banner: {
    js: "import { createRequire as createBundleRequire } from 'node:module';\nconst require = createBundleRequire(import.meta.url);",
  },
  sourcemap: true,
  sourcesContent: false,
  legalComments: 'none', // they stand in licences.txt, in full
  metafile: true,
  logLevel: 'warning',
} satisfies BuildOptions;

rmSync(TARGET, { recursive: true, force: true });
const builds = await Promise.all([
  build({
    ...common,
    entryPoints: ['src/cli/main.ts', 'src/cli/extract-worker.ts', 'src/import/prepare-worker.ts'],
  }),
  build({ ...common, entryPoints: ['src/index.ts'], plugins: [...common.plugins, graphqlOutside] }),
]);
for (const [from, to] of Object.entries(DATA)) {
  mkdirSync(join(TARGET, to, '..'), { recursive: true });
  cpSync(join(ROOT, from), join(TARGET, to));
}
const packages = packagesOf(builds.map(({ metafile }) => metafile));
writeFileSync(join(TARGET, 'licences.txt'), collectLicences(Object.keys(packages)));
