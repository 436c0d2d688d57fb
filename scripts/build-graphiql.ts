/**
 * Bundles the GraphiQL page from `src/graphiql/` into `dist/graphiql/`: hashed names, minified,
 * in brotli and gzip, with a manifest that tells the server what is there.
 *
 *   tsx scripts/build-graphiql.ts            builds, unless the same inputs are built already
 *   tsx scripts/build-graphiql.ts --release  builds, compressing as well as can be
 *
 * The new folder is made beside the old one and put in its place at the end, so a running server
 * never meets half a bundle.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { collectLicences, installedVersion, packagesOf } from './bundled-packages.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCE = join(ROOT, 'src/graphiql');
const TARGET = join(ROOT, 'dist/graphiql');

/** What the build was made of: it is made again when any of it changes. */
interface Inputs {
  /** SHA-256 over the sources and this script. */
  readonly sourceHash: string;
  /** Every package that has code in the bundle, with its version. */
  readonly packages: Readonly<Record<string, string>>;
}

interface Manifest extends Inputs {
  readonly script: string;
  readonly style: string;
  /** Chunks that the page needs at once, so that the browser fetches them side by side. */
  readonly preload: readonly string[];
  /** Every file with its size in bytes as it is, in brotli and in gzip. */
  readonly files: Readonly<Record<string, { raw: number; br: number; gzip: number }>>;
}

const common = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  metafile: true,
  write: false,
  target: ['chrome111', 'firefox114', 'safari16.4'],
  legalComments: 'none', // they stand in licences.txt, in full
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
} satisfies BuildOptions;

/** On two cores the whole build takes 2.2 s at 9 (1.68 MB) and 6.9 s at 11 (1.53 MB): 11 is for a release. */
const BROTLI_QUALITY = process.argv.includes('--release') ? 11 : 9;

/** Monaco starts these by their label; each is one file of its own. */
const WORKERS = {
  EDITOR_WORKER: 'monaco-editor/esm/vs/editor/editor.worker.js',
  JSON_WORKER: 'monaco-editor/esm/vs/language/json/json.worker.js',
  GRAPHQL_WORKER: 'monaco-graphql/esm/graphql.worker.js',
};

const started = performance.now();
if (process.argv.length === 2 && isFresh()) {
  console.log('GraphiQL: already built');
} else {
  const manifest = await buildAll();
  const sum = (key: 'raw' | 'br') =>
    Object.values(manifest.files).reduce((total, file) => total + file[key], 0);
  const kibibytes = (bytes: number) => `${Math.round(bytes / 1024)} KiB`;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `GraphiQL: built in ${seconds} s, ${kibibytes(sum('raw'))}, compressed ${kibibytes(sum('br'))}`,
  );
}

async function buildAll(): Promise<Manifest> {
  const workers = await build({
    ...common,
    entryPoints: Object.values(WORKERS),
    outdir: TARGET,
    entryNames: '[name]-[hash]',
    format: 'iife',
  });
  const app = await build({
    ...common,
    entryPoints: { app: 'src/graphiql/graphiql-app.tsx' },
    outdir: TARGET,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    format: 'esm',
    splitting: true,
    jsx: 'automatic',
    // Style sheets come from graphiql-styles.css, in one file and one order.
    loader: { '.css': 'empty' },
    define: { ...common.define, ...workerNames(workers.metafile) },
  });
  const style = await build({
    ...common,
    entryPoints: { style: 'src/graphiql/graphiql-styles.css' },
    outdir: TARGET,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.ttf': 'file' },
  });
  const metafiles = [app.metafile, workers.metafile, style.metafile];

  const outputs = [...app.outputFiles, ...workers.outputFiles, ...style.outputFiles];
  const contents = new Map(outputs.map((file) => [basename(file.path), file.contents]));
  const packages = packagesOf(metafiles);
  const licences = new TextEncoder().encode(collectLicences(Object.keys(packages)));
  contents.set(`licences-${createHash('sha256').update(licences).digest('hex').slice(0, 8)}.txt`, licences);

  const fresh = `${TARGET}.${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  const sizes = await Promise.all([...contents].map(([name, bytes]) => writeCompressed(fresh, name, bytes)));
  const manifest: Manifest = {
    script: entryOf(app.metafile, 'graphiql-app.tsx'),
    style: entryOf(style.metafile, 'graphiql-styles.css'),
    preload: chunksNeededAtOnce(app.metafile),
    files: Object.fromEntries(sizes),
    sourceHash: hashSources(),
    packages,
  };
  writeFileSync(join(fresh, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  putInPlace(fresh);
  return manifest;
}

function putInPlace(fresh: string): void {
  rmSync(TARGET, { recursive: true, force: true });
  try {
    renameSync(fresh, TARGET);
  } catch (cause) {
    // Two builds at once: the other one was quicker, and made the same of the same inputs.
    if (!isFresh()) throw cause;
    rmSync(fresh, { recursive: true });
  }
}

/** `{ JSON_WORKER: '"json.worker-ABC.js"' }`, as esbuild's `define` takes it. */
function workerNames(metafile: Metafile): Record<string, string> {
  return Object.fromEntries(
    Object.entries(WORKERS).map(([constant, path]) => [constant, JSON.stringify(entryOf(metafile, path))]),
  );
}

function entryOf(metafile: Metafile, sourcePath: string): string {
  for (const [path, output] of Object.entries(metafile.outputs)) {
    if (output.entryPoint?.endsWith(sourcePath)) return basename(path);
  }
  throw new Error(`The bundler made no file for ${sourcePath}.`);
}

/** What the entry imports, and Monaco, which it loads as soon as it runs. */
function chunksNeededAtOnce(metafile: Metafile): string[] {
  const needed = new Set<string>();
  const follow = (path: string) => {
    for (const { path: imported, kind } of metafile.outputs[path]?.imports ?? []) {
      if (needed.has(imported) || metafile.outputs[imported] === undefined) continue;
      const isMonaco = metafile.outputs[imported].entryPoint?.includes('monaco-graphql/') === true;
      if (kind !== 'import-statement' && !isMonaco) continue;
      needed.add(imported);
      follow(imported);
    }
  };
  for (const [path, output] of Object.entries(metafile.outputs)) {
    if (output.entryPoint?.endsWith('graphiql-app.tsx')) follow(path);
  }
  return [...needed].map((path) => basename(path)).sort();
}

async function writeCompressed(folder: string, name: string, bytes: Uint8Array) {
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
    promisify(gzip)(bytes, { level: 9 }),
  ]);
  // Not as it is: hardly a client asks for that, and the server can unpack.
  writeFileSync(join(folder, `${name}.br`), br);
  writeFileSync(join(folder, `${name}.gz`), gz);
  return [name, { raw: bytes.length, br: br.length, gzip: gz.length }] as const;
}

function isFresh(): boolean {
  let built: Inputs;
  try {
    // Written by this script; anything else fails the comparisons below.
    built = JSON.parse(readFileSync(join(TARGET, 'manifest.json'), 'utf8')) as Inputs;
  } catch {
    return false;
  }
  return (
    built.sourceHash === hashSources() &&
    Object.entries(built.packages).every(([name, version]) => installedVersion(name) === version)
  );
}

function hashSources(): string {
  const hash = createHash('sha256');
  const files = readdirSync(SOURCE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of [...files, fileURLToPath(import.meta.url)].sort()) {
    hash.update(relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}
