import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type FeedVisit,
  type FollowedFeed,
  type FollowOptions,
  followedFeed,
  followFeeds,
  visitFeed,
} from '../../src/import/follow-feeds.ts';

const MINUTE = 60_000;
let server: Server;
let origin: string;
let requests: { path: string; headers: IncomingMessage['headers'] }[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let now: number;
let slept: number[];
let controller: AbortController;

beforeEach(async () => {
  requests = [];
  slept = [];
  now = Date.UTC(2024, 2, 9);
  controller = new AbortController();
  answer = (_request, response) => response.end('<rss/>');
  server = createServer((request, response) => {
    requests.push({ path: request.url ?? '', headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  controller.abort();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const options = (more: Partial<FollowOptions> = {}): FollowOptions => ({
  userAgent: 'Dateline-test/1 (+https://ledger.example/bot)',
  signal: controller.signal,
  clock: {
    now: () => now,
    random: () => 0,
    sleep: async (ms) => {
      slept.push(ms);
      now += ms;
    },
  },
  ...more,
});

/** Visits a feed again and again, the clock standing at the time it is due. */
async function visits(
  feed: FollowedFeed,
  count: number,
  more: Partial<FollowOptions> = {},
): Promise<{ feed: FollowedFeed; visit: FeedVisit }[]> {
  const seen: { feed: FollowedFeed; visit: FeedVisit }[] = [];
  let current = feed;
  for (let i = 0; i < count; i += 1) {
    now = Math.max(now, current.nextAt);
    const result = await visitFeed(current, options(more));
    seen.push(result);
    current = result.feed;
  }
  return seen;
}

describe('a visit', () => {
  test('says who asks, and brings the content with its type and address', async () => {
    answer = (_request, response) =>
      response.setHeader('content-type', 'application/rss+xml; charset=utf-8').end('<rss>1</rss>');
    const [first] = await visits(followedFeed(`${origin}/feed`), 1);
    expect(first?.visit).toMatchObject({
      kind: 'changed',
      contentType: 'application/rss+xml; charset=utf-8',
      url: `${origin}/feed`,
    });
    expect(first?.visit.kind === 'changed' && new TextDecoder().decode(first.visit.bytes)).toBe(
      '<rss>1</rss>',
    );
    expect(requests[0]?.headers['user-agent']).toBe('Dateline-test/1 (+https://ledger.example/bot)');
    expect(requests[0]?.headers.accept).toContain('application/atom+xml');
  });
  test('the second one is conditional, and 304 is no change', async () => {
    answer = (request, response) => {
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else
        response
          .writeHead(200, { etag: '"v1"', 'last-modified': 'Sat, 09 Mar 2024 00:00:00 GMT' })
          .end('<rss/>');
    };
    const [, second] = await visits(followedFeed(`${origin}/feed`), 2);
    expect(second?.visit).toEqual({ kind: 'unchanged' });
    expect(requests[0]?.headers['if-none-match']).toBeUndefined();
    expect(requests[1]?.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Sat, 09 Mar 2024 00:00:00 GMT',
    });
  });
  test('without validators the same content is no change', async () => {
    expect((await visits(followedFeed(origin), 2)).map(({ visit }) => visit.kind)).toEqual([
      'changed',
      'unchanged',
    ]);
  });
});

describe('when it comes again', () => {
  test('rarer to a feed that never changes, oftener to one that does, within bounds', async () => {
    const still = (await visits(followedFeed(origin), 12)).map(({ feed }) => feed.intervalMs / MINUTE);
    expect(still.slice(0, 3)).toEqual([30, 45, 67.5]);
    expect(still.at(-1)).toBe(720);
    let version = 0;
    answer = (_request, response) => {
      version += 1;
      response.end(`<rss>${version}</rss>`);
    };
    const lively = (await visits(followedFeed(origin), 4)).map(({ feed }) => feed.intervalMs / MINUTE);
    expect(lively).toEqual([30, 15, 10, 10]);
  });
  test('not before the server calls its answer stale', async () => {
    answer = (_request, response) =>
      response.setHeader('cache-control', 'public, max-age=7200').end('<rss/>');
    const [first] = await visits(followedFeed(origin), 1);
    expect(first?.feed.nextAt).toBe(now + 120 * MINUTE);
  });
  test('failures double the rest, up to the bound; a success ends that', async () => {
    answer = (_request, response) => response.writeHead(500).end();
    const start = now;
    const failing = await visits(followedFeed(origin), 9);
    expect(failing[0]?.visit).toEqual({ kind: 'failed', reason: 'The server answered 500.' });
    expect((failing[0]?.feed.nextAt ?? 0) - start).toBe(10 * MINUTE);
    const rests = failing.map(({ feed }, index) => feed.nextAt - (failing[index - 1]?.feed.nextAt ?? start));
    expect(rests.map((ms) => ms / MINUTE)).toEqual([10, 20, 40, 80, 160, 320, 640, 720, 720]);
    answer = (_request, response) => response.end('<rss/>');
    const [after] = await visits(failing.at(-1)?.feed ?? followedFeed(origin), 1);
    expect(after?.feed.failures).toBe(0);
  });
  test.each([
    ['seconds', () => '7200'],
    ['a date', () => new Date(now + 7200_000).toUTCString()],
  ])('not before Retry-After in %s', async (_name, value) => {
    answer = (_request, response) => response.writeHead(429, { 'retry-after': value() }).end();
    const [first] = await visits(followedFeed(origin), 1);
    expect(first?.feed.nextAt).toBe(now + 120 * MINUTE);
  });
  test('chance adds up to a tenth, so that feeds drift apart', async () => {
    const { clock } = options();
    const [first] = await visits(followedFeed(origin), 1, { clock: { ...clock, random: () => 0.5 } });
    expect(first?.feed.nextAt).toBe(now + 31.5 * MINUTE);
  });
});

describe('addresses', () => {
  test('a permanent redirect is remembered, a temporary one is not', async () => {
    answer = (request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
      else if (request.url === '/new') response.writeHead(302, { location: '/today' }).end();
      else response.end('<rss/>');
    };
    const [first] = await visits(followedFeed(`${origin}/old`), 1);
    expect(first?.feed.url).toBe(`${origin}/new`);
    expect(first?.visit).toMatchObject({ kind: 'changed', url: `${origin}/today` });
  });
  test('redirects in a circle fail, they do not hang', async () => {
    answer = (_request, response) => response.writeHead(302, { location: '/' }).end();
    expect((await visits(followedFeed(origin), 1))[0]?.visit).toEqual({
      kind: 'failed',
      reason: 'More than 5 redirects.',
    });
  });
  test('only the web is asked', async () => {
    answer = (_request, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end();
    expect((await visits(followedFeed(origin), 1))[0]?.visit).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('is no web address'),
    });
  });
  test('410 Gone stops the feed', async () => {
    answer = (_request, response) => response.writeHead(410).end();
    const [first] = await visits(followedFeed(origin), 1);
    expect(first?.visit.kind).toBe('stopped');
    expect(first?.feed.stopped).toContain('410');
  });
});

describe('servers that misbehave', () => {
  test('a body without end is given up at the bound', async () => {
    answer = (_request, response) => {
      const more = () => {
        while (response.write('x'.repeat(65_536)));
        response.once('drain', more);
      };
      more();
    };
    expect((await visits(followedFeed(origin), 1, { maxBytes: 100_000 }))[0]?.visit).toEqual({
      kind: 'failed',
      reason: 'The feed is larger than 100000 bytes.',
    });
  });
  test('one that never answers is given up', async () => {
    answer = () => {};
    expect((await visits(followedFeed(origin), 1, { timeoutMs: 30 }))[0]?.visit).toEqual({
      kind: 'failed',
      reason: 'No answer within 0.03 s.',
    });
  });
  test('one that cannot be reached is a failure, not an exception', async () => {
    expect((await visits(followedFeed('http://127.0.0.1:1/'), 1))[0]?.visit.kind).toBe('failed');
    expect((await visits(followedFeed('no address'), 1))[0]?.visit.kind).toBe('failed');
  });
});

describe('following several feeds', () => {
  test('each as it comes due, the same host never twice in quick succession', async () => {
    const seen: string[] = [];
    for await (const { previous, visit } of followFeeds(
      [followedFeed(`${origin}/a`), followedFeed(`${origin}/b`)],
      options(),
    )) {
      seen.push(`${new URL(previous.url).pathname} ${visit.kind}`);
      if (seen.length === 4) controller.abort();
    }
    expect(seen).toEqual(['/a changed', '/b changed', '/a unchanged', '/b unchanged']);
    expect(slept[0]).toBe(2_000);
    expect(slept[1]).toBe(30 * MINUTE - 2_000);
  });
  test('ends when every feed has stopped', async () => {
    answer = (_request, response) => response.writeHead(410).end();
    const kinds: string[] = [];
    for await (const { visit } of followFeeds(
      [followedFeed(`${origin}/a`), followedFeed(`${origin}/b`)],
      options(),
    ))
      kinds.push(visit.kind);
    expect(kinds).toEqual(['stopped', 'stopped']);
  });
  test('state that was kept is taken up: a feed is not visited before its time', async () => {
    const kept = { ...followedFeed(origin), nextAt: now + 5 * MINUTE };
    for await (const _visit of followFeeds([kept], options())) controller.abort();
    expect(slept).toEqual([5 * MINUTE]);
  });
});
