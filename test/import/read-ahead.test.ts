import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ReadAhead } from '../../src/import/read-ahead.ts';
import { MAX_FILE_BYTES, readItems } from '../../src/import/read-items.ts';

async function* numbers(count: number, seen: number[] = []) {
  for (let at = 0; at < count; at += 1) {
    seen.push(at);
    yield at;
  }
}

async function gather<Out>(ahead: ReadAhead<number, Out>): Promise<Out[]> {
  const all: Out[] = [];
  for (let next = await ahead.next(); next !== undefined; next = await ahead.next()) all.push(next);
  return all;
}

describe('reading ahead', () => {
  test('gives results in the order of the source, whichever is ready first', async () => {
    const finish: (() => void)[] = [];
    const work = (at: number) => new Promise<number>((resolve) => finish.push(() => resolve(at)));
    const ahead = new ReadAhead(numbers(4), work, () => 1, { items: 4, bytes: 100 });
    const all = gather(ahead);
    await expect.poll(() => finish.length).toBe(4);
    for (const end of finish.toReversed()) end();
    expect(await all).toEqual([0, 1, 2, 3]);
  });
  test('never holds more than it may, in number or in bytes', async () => {
    const few = new ReadAhead(
      numbers(500),
      (at) => at,
      () => 1,
      { items: 8, bytes: 1_000 },
    );
    expect(await gather(few)).toHaveLength(500);
    expect(few.peak.items).toBeLessThanOrEqual(8);
    const small = new ReadAhead(
      numbers(500),
      (at) => at,
      () => 30,
      { items: 100, bytes: 100 },
    );
    expect(await gather(small)).toHaveLength(500);
    expect(small.peak.bytes).toBeLessThanOrEqual(100);
  });
  test('an item larger than the bound goes through alone', async () => {
    const ahead = new ReadAhead(
      numbers(5),
      (at) => at,
      (at) => (at === 2 ? 900 : 10),
      { items: 9, bytes: 100 },
    );
    expect(await gather(ahead)).toEqual([0, 1, 2, 3, 4]);
    expect(ahead.peak).toMatchObject({ bytes: 900 });
  });
  test('an error of the source comes after what stood before it', async () => {
    async function* broken() {
      yield 1;
      throw new Error('the disk is gone');
    }
    const ahead = new ReadAhead(
      broken(),
      (at) => at,
      () => 1,
      { items: 4, bytes: 10 },
    );
    expect(await ahead.next()).toBe(1);
    await expect(ahead.next()).rejects.toThrow('the disk is gone');
  });
  test('says whether something can be taken, without taking it', async () => {
    let finish: (at: number) => void = () => undefined;
    const work = () =>
      new Promise<number>((resolve) => {
        finish = resolve;
      });
    const ahead = new ReadAhead(numbers(1), work, () => 1, { items: 4, bytes: 10 });
    expect(await ahead.isReady(1)).toBe(false);
    const waiting = ahead.isReady(60_000);
    finish(7);
    expect(await waiting).toBe(true);
    expect(ahead.peek()).toBe(7);
    expect(await ahead.next()).toBe(7);
    expect(await ahead.isReady(60_000)).toBe(true);
    expect(await ahead.next()).toBeUndefined();
  });
  test('stops reading when it is told to', async () => {
    const seen: number[] = [];
    const ahead = new ReadAhead(
      numbers(1_000, seen),
      (at) => at,
      () => 1,
      { items: 4, bytes: 10 },
    );
    await ahead.next();
    ahead.stop();
    await expect.poll(() => ahead.next()).toBeUndefined();
    expect(seen.length).toBeLessThan(10);
  });
});

test('a JSON Lines file larger than is read at once is read line by line, no more of it held than one line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-lines-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'many.jsonl');
  const file = await open(path, 'w');
  const body = 'It rained on the quay, and nobody came. '.repeat(25_000);
  let lines = 0;
  for (let bytes = 0; bytes <= MAX_FILE_BYTES; lines += 1)
    bytes += (await file.write(`${JSON.stringify({ headline: `Line ${lines}`, body })}\n`)).bytesWritten;
  const { size } = await file.stat();
  await file.close();
  let items = 0;
  let largest = 0;
  for await (const { item } of readItems({ path, name: 'many.jsonl', byteLength: size })) {
    if ('status' in item || typeof item.raw === 'string') throw new Error('a line was refused');
    items += 1;
    largest = Math.max(largest, item.raw.buffer.byteLength);
    if (items > 3) break;
  }
  expect(items).toBe(4);
  // What an item hangs on is its own line, not the file.
  expect(largest).toBeLessThan(2 * body.length);
});
