import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type FeedReport,
  type FollowRunOptions,
  followIntoArchive,
} from '../../src/import/followed-feeds.ts';
import { emptyArchive } from './archive-for-test.ts';

const MINUTE = 60_000;
let server: Server;
let origin: string;
let asked: { path: string; etag: string | undefined }[];
let items: string[];
let now: number;
let controller: AbortController;

beforeEach(async () => {
  asked = [];
  items = ['nine'];
  now = Date.UTC(2024, 2, 9);
  controller = new AbortController();
  server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', etag: request.headers['if-none-match'] });
    const etag = `"${items.length}"`;
    if (request.url === '/gone') response.writeHead(410).end();
    else if (request.url === '/down') response.writeHead(500).end();
    else if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else
      response
        .writeHead(200, { etag, 'content-type': 'application/rss+xml' })
        .end(
          `<rss version="2.0"><channel><title>Log</title>${items
            .map(
              (at) =>
                `<item><title>At ${at}</title><link>/${at}</link><description>It rained at ${at}.</description></item>`,
            )
            .join('')}</channel></rss>`,
        );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a server that listens on TCP
});
afterEach(async () => {
  controller.abort();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const options = (more: Partial<FollowRunOptions> = {}): FollowRunOptions => ({
  userAgent: 'Dateline-test/1',
  signal: controller.signal,
  clock: {
    now: () => now,
    random: () => 0,
    sleep: async (ms) => {
      now += ms;
    },
  },
  ...more,
});

async function gather(reports: AsyncGenerator<FeedReport>, count = Number.POSITIVE_INFINITY) {
  const all: FeedReport[] = [];
  for await (const report of reports) {
    all.push(report);
    if (all.length >= count) break;
  }
  return all;
}

test('a followed feed comes in, entry by entry, and what it gains later as well', async () => {
  const { archive, rows } = await emptyArchive();
  const reports: FeedReport[] = [];
  for await (const report of followIntoArchive(archive, [`${origin}/feed`], options())) {
    reports.push(report);
    if (reports.length === 2) items.push('ten');
    if (reports.length === 3) controller.abort();
  }
  expect(reports.map(({ visit }) => visit.kind)).toEqual(['changed', 'unchanged', 'changed']);
  expect(reports[2]?.summary).toMatchObject({ newCount: 1, unchangedCount: 1 });
  expect(await rows('SELECT headline, url FROM articles ORDER BY id')).toEqual([
    ['At nine', `${origin}/nine`],
    ['At ten', `${origin}/ten`],
  ]);
  expect(await rows('SELECT DISTINCT inputs FROM import_runs')).toEqual([
    [JSON.stringify([`${origin}/feed`])],
  ]);
});

test('what is known of a feed outlives the program: it is asked with its validators, and not before its time', async () => {
  const { archive } = await emptyArchive();
  await gather(followIntoArchive(archive, [`${origin}/feed`], options({ once: true })));
  expect(await gather(followIntoArchive(archive, [`${origin}/feed`], options({ once: true })))).toEqual([]);
  now += 31 * MINUTE;
  const later = await gather(followIntoArchive(archive, [`${origin}/feed`], options({ once: true })));
  expect(later.map(({ visit }) => visit.kind)).toEqual(['unchanged']);
  expect(asked.map(({ etag }) => etag)).toEqual([undefined, '"1"']);
});

test('once visits each feed one time, whatever becomes of the others', async () => {
  const { archive, rows } = await emptyArchive();
  const feeds = [`${origin}/down`, `${origin}/feed`, `${origin}/gone`];
  const reports = await gather(followIntoArchive(archive, feeds, options({ once: true })));
  expect(reports.map(({ address, visit }) => [new URL(address).pathname, visit.kind])).toEqual([
    ['/down', 'failed'],
    ['/feed', 'changed'],
    ['/gone', 'stopped'],
  ]);
  now += 24 * 60 * MINUTE;
  await gather(followIntoArchive(archive, feeds, options({ once: true })));
  expect(asked.map(({ path }) => path)).toEqual(['/down', '/feed', '/gone', '/down', '/feed']);
  expect(await rows('SELECT count(*) FROM followed_feeds WHERE stopped IS NOT NULL')).toEqual([[1]]);
});

test('one feed that is named twice is visited once', async () => {
  const { archive } = await emptyArchive();
  await gather(followIntoArchive(archive, [`${origin}/feed`, `${origin}/feed`], options({ once: true })));
  expect(asked).toHaveLength(1);
});
