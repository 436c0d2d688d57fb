import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Metafile } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Package paths such as `monaco-editor` or `@graphiql/plugin-explorer/node_modules/graphiql-explorer`, with their versions. */
export function packagesOf(metafiles: readonly Metafile[]): Record<string, string> {
  const packages: Record<string, string> = {};
  for (const input of metafiles.flatMap((metafile) => Object.keys(metafile.inputs))) {
    const parts = input.split('node_modules/');
    const [scopeOrName = '', name = ''] = (parts.at(-1) ?? '').split('/');
    if (parts.length < 2) continue;
    const own = scopeOrName.startsWith('@') ? `${scopeOrName}/${name}` : scopeOrName;
    const path = [...parts.slice(1, -1), own].join('node_modules/');
    packages[path] = installedVersion(path) ?? '';
  }
  return Object.fromEntries(Object.entries(packages).sort());
}

export function installedVersion(packagePath: string): string | undefined {
  try {
    return manifestOf(packagePath).version;
  } catch {
    return undefined;
  }
}

/** The licence texts of all that is in a bundle; MIT and its kin ask that they travel with it. */
export function collectLicences(packages: readonly string[]): string {
  const texts = packages.map((name) => {
    const folder = join(ROOT, 'node_modules', name);
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const { license, version } = manifestOf(name);
    const text = file === undefined ? `Licence: ${license}` : readFileSync(join(folder, file), 'utf8');
    return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

const manifestOf = (packagePath: string): { version?: string; license?: string } =>
  JSON.parse(readFileSync(join(ROOT, 'node_modules', packagePath, 'package.json'), 'utf8')) as {
    version?: string;
    license?: string;
  }; // npm's own format
