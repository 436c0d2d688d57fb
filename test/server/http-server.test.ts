import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { readConfig } from '../../src/server/config.ts';
import { createLogger } from '../../src/server/log.ts';
import { type RunningServer, startServer } from '../../src/server/server.ts';
import { seedArchive } from '../support/seed-archive.ts';
import { post, serve } from '../support/serve.ts';

const COUNT = '{ archive { articleCount } outlets(first: 1) { totalCount } }';

let archive: Archive;
let server: RunningServer;

beforeAll(async () => {
  archive = await seedArchive({ articles: 12 });
  server = await serve(archive);
});
afterAll(async () => {
  await server.close();
  await archive.close();
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, { headers });

test('the home page says what this is and links onward', async () => {
  const response = await get('/');
  const page = await response.text();
  expect(response.headers.get('content-type')).toContain('text/html');
  for (const link of ['/graphql', '/schema.graphql']) expect(page).toContain(`href="${link}"`);
});

test('health and readiness are told apart', async () => {
  expect(await (await get('/health')).json()).toEqual({ status: 'ok' });
  expect(await (await get('/ready')).json()).toEqual({ status: 'ready' });
});

test('the contract is there as SDL and as introspection, with an ETag', async () => {
  const sdl = await get('/schema.graphql');
  expect(await sdl.text()).toContain('type Article implements');
  const etag = sdl.headers.get('etag') ?? '';
  expect((await get('/schema.graphql', { 'if-none-match': etag })).status).toBe(304);
  expect((await (await get('/schema.json')).json()).data.__schema.queryType.name).toBe('Query');
});

test('introspection can be switched off, and so is the contract', async () => {
  const closed = await serve(archive, { INTROSPECTION: 'off' });
  expect((await post(closed.url, '{ __schema { types { name } } }')).status).toBe(400);
  expect((await fetch(`${closed.url}/schema.graphql`)).status).toBe(404);
  await closed.close();
});

test('an address that does not exist is 404, a POST to a page 405, a broken address no crash', async () => {
  expect((await get('/nowhere')).status).toBe(404);
  expect((await fetch(`${server.url}/health`, { method: 'POST' })).status).toBe(405);
  expect((await get('/articles/%E0%A4%A')).status).toBeLessThan(500);
});

describe('pages of other origins', () => {
  const preflight = (url: string, origin: string) =>
    fetch(`${url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });

  const letIn = async (url: string, origin: string) =>
    (await post(url, COUNT, { headers: { origin } })).headers.get('access-control-allow-origin');

  test('are let in by default when they come from this machine, and from nowhere else', async () => {
    for (const origin of ['http://localhost:5173', 'http://127.0.0.1:3000', 'http://[::1]:8080'])
      expect(await letIn(server.url, origin)).toBe(origin);
    for (const origin of ['https://elsewhere.example', 'http://localhost.example', 'null'])
      expect(await letIn(server.url, origin)).toBeNull();
    const closed = await serve(archive, { CORS_ORIGIN: '' });
    expect(await letIn(closed.url, 'http://localhost:5173')).toBeNull();
    await closed.close();
  });

  test('are told apart by whoever keeps answers', async () => {
    const address = `/graphql?query=${encodeURIComponent(COUNT)}`;
    expect((await get(address, { origin: 'http://localhost:5173' })).headers.get('vary')).toContain('origin');
  });

  test('are let in when they are named, without cookies', async () => {
    const open = await serve(archive, { CORS_ORIGIN: 'https://news.example, https://lab.example' });
    const answer = await preflight(open.url, 'https://lab.example');
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://lab.example');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(
      (await preflight(open.url, 'https://elsewhere.example')).headers.get('access-control-allow-origin'),
    ).toBeNull();
    await open.close();
  });
});

describe('an answer that is kept', () => {
  test('is given up at once when this process or another writes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
    const url = join(folder, 'archive.db');
    const first = await seedArchive({ articles: 3, url });
    const second = await openArchive({ url });
    const running = await serve(first);
    const count = async () =>
      ((await (await post(running.url, COUNT)).json()) as { data: { archive: { articleCount: number } } })
        .data.archive.articleCount;
    expect([await count(), await count(), await count()]).toEqual([3, 3, 3]);
    await first.database.write(async ({ all }) => all('DELETE FROM articles WHERE id = 1'));
    expect(await count()).toBe(2);
    await second.database.write(async ({ all }) => all('DELETE FROM articles WHERE id = 2'));
    expect([await count(), await count()]).toEqual([1, 1]);
    await running.close();
    await first.close();
    await second.close();
    rmSync(folder, { recursive: true });
  });

  test('runs no statement but the look at the data version', async () => {
    await post(server.url, COUNT);
    await post(server.url, COUNT);
    const before = archive.database.statementCount;
    await post(server.url, COUNT);
    expect(archive.database.statementCount - before).toBe(0);
  });
});

test('a taken port gives a clear message', async () => {
  const config = readConfig({}, { port: new URL(server.url).port });
  await expect(startServer(archive, config, createLogger('silent'))).rejects.toMatchObject({
    code: 'PORT_TAKEN',
    message: expect.stringContaining(new URL(server.url).port),
  });
});

test('a value that the configuration cannot take is named with what it takes', () => {
  expect(() => readConfig({ PORT: 'many' })).toThrow(
    expect.objectContaining({ code: 'CONFIG', message: 'PORT is "many".' }),
  );
  expect(() => readConfig({ LOG_LEVEL: 'loud' })).toThrow(/LOG_LEVEL/);
});

test('closing answers what is in flight first', async () => {
  const own = await serve(archive, { RESPONSE_CACHE_BYTES: '0' });
  const asked = Array.from({ length: 20 }, () => post(own.url, COUNT));
  await Promise.race(asked);
  const closed = own.close();
  const answers = await Promise.allSettled(asked);
  await closed;
  for (const answer of answers) if (answer.status === 'fulfilled') expect(answer.value.status).toBe(200);
  expect(answers.some(({ status }) => status === 'fulfilled')).toBe(true);
  await expect(post(own.url, COUNT)).rejects.toThrow();
});
