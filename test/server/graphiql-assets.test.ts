import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { createGraphiqlAssets } from '../../src/server/graphiql-assets.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-graphiql-'));
  folders.push(folder);
  return folder;
}

/** A bundle as the build writes it, of one script and one style sheet. */
function newBundle(): string {
  const folder = newFolder();
  const manifest = {
    script: 'app-AAAA.js',
    style: 'style-BBBB.css',
    preload: ['chunk-CCCC.js'],
    files: { 'app-AAAA.js': {}, 'style-BBBB.css': {}, 'chunk-CCCC.js': {}, 'codicon-DDDD.ttf': {} },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  for (const name of Object.keys(manifest.files)) {
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(`${name} content`));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(`${name} content`));
  }
  return folder;
}

const EXAMPLES = [
  { title: 'Latest quotes', query: '# Who said </script> what?\nquery Latest { quotes { text } }' },
  { title: 'By speaker', query: 'query By($slug: String!) { speaker }', variables: { slug: 'a-venn' } },
];

const text = (body: Uint8Array) => Buffer.from(body).toString();

describe('the page', () => {
  const assets = createGraphiqlAssets({ directory: newBundle(), examples: EXAMPLES });

  test('refers to the files of the bundle, relative to the endpoint', () => {
    const page = text(assets.page({}).body);
    expect(page).toContain('<script type="module" src="graphiql/app-AAAA.js"></script>');
    expect(page).toContain('<link rel="stylesheet" href="graphiql/style-BBBB.css">');
    expect(page).toContain('<link rel="modulepreload" href="graphiql/chunk-CCCC.js">');
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\//);
  });

  test('carries the examples word for word, and no text in them can end the script element', () => {
    const page = text(assets.page({}).body);
    const json =
      /<script type="application\/json" id="dateline-examples">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
    expect(JSON.parse(json)).toEqual([
      { title: 'Latest quotes', query: EXAMPLES[0]?.query, variables: null, headers: null },
      {
        title: 'By speaker',
        query: EXAMPLES[1]?.query,
        variables: '{\n  "slug": "a-venn"\n}',
        headers: null,
      },
    ]);
  });

  test('allows scripts, workers, fonts and queries from its own origin only', () => {
    const csp = assets.page({}).headers['content-security-policy'] ?? '';
    expect(csp).toContain("default-src 'self'");
    expect(csp).not.toMatch(/script-src|worker-src|https?:|\*|unsafe-eval/);
    expect(csp.match(/'unsafe-inline'/g)).toHaveLength(1);
    expect(csp).toContain("style-src 'self' 'unsafe-inline'");
  });

  test('is checked again on every visit and answered 304 while it is the same', () => {
    const first = assets.page({});
    expect(first.headers['cache-control']).toBe('no-cache');
    const second = assets.page({ ifNoneMatch: `"other", ${first.headers.etag}` });
    expect([second.status, second.body.length]).toEqual([304, 0]);
    expect(assets.page({ ifNoneMatch: '"other"' }).status).toBe(200);
  });

  test('comes in brotli, gzip or as it is', () => {
    const plain = text(assets.page({ acceptEncoding: null }).body);
    const br = assets.page({ acceptEncoding: 'gzip, deflate, br' });
    const gzip = assets.page({ acceptEncoding: 'gzip' });
    expect([br.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual(['br', 'gzip']);
    expect(brotliDecompressSync(br.body).toString()).toBe(plain);
    expect(gunzipSync(gzip.body).toString()).toBe(plain);
  });
});

describe('a file of the bundle', () => {
  const assets = createGraphiqlAssets({ directory: newBundle(), examples: [] });

  test('has its type and may be kept for a year, for its name changes with its content', () => {
    const file = assets.asset('/graphiql/app-AAAA.js');
    expect(file?.status).toBe(200);
    expect(file?.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    });
    expect(assets.asset('/graphiql/codicon-DDDD.ttf')?.headers['content-type']).toBe('font/ttf');
  });

  test.each([
    ['gzip, br', 'br', brotliDecompressSync],
    ['gzip;q=0.5', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
    ['*', 'br', brotliDecompressSync],
    ['*;q=0', undefined, Buffer.from],
    ['', undefined, Buffer.from],
  ])('is served compressed as the client accepts: %j', (acceptEncoding, encoding, unpack) => {
    const file = assets.asset('/graphiql/app-AAAA.js', acceptEncoding);
    expect(file?.headers['content-encoding']).toBe(encoding);
    expect(text(unpack(file?.body ?? new Uint8Array()))).toBe('app-AAAA.js content');
  });

  test.each([
    '/graphiql/nothing.js',
    '/graphiql/manifest.json',
    '/graphiql/app-AAAA.js.br',
    '/graphiql/../../etc/passwd',
    '/graphiql/..%2fmanifest.json',
    '/graphiql/__proto__',
    '/graphiql/',
    '',
  ])('is nothing else than what the manifest names: %j', (path) => {
    expect(assets.asset(path)).toBeNull();
  });
});

test('without a bundle the page says so, and how to make it', () => {
  const assets = createGraphiqlAssets({ directory: newFolder(), examples: EXAMPLES });
  const page = assets.page({ acceptEncoding: 'br' });
  expect([assets.isBuilt, page.status]).toEqual([false, 503]);
  expect(text(page.body)).toContain('npm run build:graphiql');
  expect(assets.asset('/graphiql/app-AAAA.js')).toBeNull();
});
