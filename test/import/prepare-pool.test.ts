import { afterEach, describe, expect, test } from 'vitest';
import { taskOf } from '../../src/import/prepare-item.ts';
import { PreparePool } from '../../src/import/prepare-pool.ts';
import { capture, emptyArchive } from './archive-for-test.ts';

const SAID = '"The bridge is safe and it will stay where it is," said Mara Wrona, the engineer of the town.';
const pageTask = (text: string, locator = 'a.txt') =>
  ({ kind: 'page', format: 'text-capture', locator, bytes: Buffer.from(text) }) as const;

let pool: PreparePool | undefined;
afterEach(() => pool?.close());

/** Every sentence is a quotation: minutes of work. */
const ENDLESS = '"It is so," said Mara Wrona. '.repeat(400_000);

describe('threads that prepare items', () => {
  test('say the same of a page as this thread does', async () => {
    const task = pageTask(capture('The Bridge', [SAID]));
    pool = new PreparePool(1);
    const there = await pool.prepare(task);
    expect(there).toEqual(await new PreparePool(0).prepare(task));
    expect(there).toMatchObject({
      status: 'prepared',
      article: { quotes: [{ speaker: { name: 'Mara Wrona' } }] },
    });
  }, 60_000);
  test('refuse a page that takes too long, the first of a thread too, and go on with the others', async () => {
    pool = new PreparePool(1);
    const [slow, next] = await Promise.all([
      pool.prepare(pageTask(capture('One', [ENDLESS]), 'slow.txt')),
      pool.prepare(pageTask(capture('Two', [SAID]), 'next.txt')),
    ]);
    expect(slow).toMatchObject({ status: 'refused', code: 'TOO_SLOW', at: { file: 'slow.txt' } });
    expect(next).toMatchObject({ status: 'prepared' });
  }, 120_000);
});

describe('a few items', () => {
  test('are prepared in this thread, and one that takes too long is refused all the same', async () => {
    pool = new PreparePool(0);
    expect(pool.prepare(pageTask(capture('One', [SAID])))).toMatchObject({ status: 'prepared' });
    const slow = pool.prepare(pageTask(capture('Two', [ENDLESS]), 'slow.txt'));
    expect(await slow).toMatchObject({ status: 'refused', code: 'TOO_SLOW', at: { file: 'slow.txt' } });
    expect(pool.prepare(pageTask(capture('Three', [SAID])))).toMatchObject({ status: 'prepared' });
  }, 120_000);
  test('of a feed whose reader never ends are refused', () => {
    const parse = () => {
      for (;;);
    };
    const item = {
      locator: 'feed.xml#1',
      byteRange: [9, 100_008],
      contentHash: '',
      raw: 'x'.repeat(99_999),
      parse,
    } as const;
    expect(taskOf('rss', item)).toMatchObject({ status: 'refused', code: 'TOO_SLOW' });
  }, 120_000);
});

test('an import with threads is the same as one without', async () => {
  const [one, other] = [await emptyArchive(), await emptyArchive()];
  for (const { write } of [one, other]) {
    for (let at = 0; at < 40; at += 1)
      write(`${at}.txt`, at % 13 === 5 ? '' : capture(`Piece ${at}`, [SAID, `It was day ${at}.`]));
    write(
      'feed.xml',
      '<rss version="2.0"><channel><title>Log</title><item><title>A</title><link>https://l.example/a</link><description>It rained.</description></item></channel></rss>',
    );
  }
  const alone = await one.take(undefined, { threads: 0 });
  const threaded = await other.take(undefined, { threads: 2 });
  const told = (outcomes: typeof alone.outcomes) =>
    outcomes.map(({ outcome, locator }) => [outcome, locator.split('/').at(-1)]);
  expect(told(threaded.outcomes)).toEqual(told(alone.outcomes));
  const state =
    'SELECT a.headline, a.node_id, a.quote_count, a.body_html, r.content_hash FROM articles a JOIN revisions r ON r.article_id = a.id ORDER BY a.id';
  expect(await other.rows(state)).toEqual(await one.rows(state));
}, 120_000);
