import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { ClientDatabase } from '../../src/archive/client-database.ts';
import { importPaths } from '../../src/import/import-paths.ts';
import { dataOf } from '../support/ask.ts';
import { findSqld, type Sqld, startSqld } from '../support/sqld.ts';

const sqldPath = findSqld();
if (sqldPath === null) {
  process.stderr.write(
    'The tests against a libSQL server are skipped: no `sqld` on PATH and none at SQLD_PATH.\n',
  );
}

const SAMPLES = fileURLToPath(new URL('../../samples/', import.meta.url));
const QUESTION = `{
  archive { articleCount quoteCount }
  articles(first: 5) { nodes { headline authors { name } regions { name } quotes(first: 2) { nodes { text speaker { name } } } } pageInfo { hasNextPage endCursor } totalCount }
  found: articles(filter: { text: "gauge" }) { totalCount }
}`;

describe.skipIf(sqldPath === null)('an archive on a libSQL server', () => {
  let sqld: Sqld;
  let onServer: Archive;
  let inFile: Archive;

  beforeAll(async () => {
    sqld = await startSqld(sqldPath ?? 'sqld');
    onServer = await openArchive({ url: sqld.url });
    inFile = await openArchive({ url: ':memory:' });
    const samples = [
      '2019-05-14-a-river-counted-in-litres.txt',
      '2021-03-09-two-engineers-and-a-gauge.txt',
      '2019-11-07-keeping-forty-doses-cold.txt',
    ].map((name) => join(SAMPLES, name));
    await importPaths(onServer, samples);
    await importPaths(inFile, samples);
  });
  afterAll(async () => {
    await onServer?.close();
    await inFile?.close();
    await sqld?.stop();
  });

  test('takes in the same pieces and answers the same as a file', async () => {
    expect(await dataOf(onServer, QUESTION)).toEqual(await dataOf(inFile, QUESTION));
  });

  test('is migrated once: who opens it next finds nothing to do', async () => {
    const again = await openArchive({ url: sqld.url });
    expect(again.migrated).toEqual([]);
    await again.close();
  });

  test('tells by its version that another client has written', async () => {
    const other = await openArchive({ url: sqld.url });
    const before = await onServer.database.version();
    await other.database.write(async ({ all }) => all("UPDATE outlets SET contact = 'desk@example.org'"));
    expect(await onServer.database.version()).not.toBe(before);
    await other.close();
  });

  test('can be read from an embedded replica, which follows what the primary writes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-replica-'));
    const replica = new ClientDatabase({ url: `file:${join(folder, 'replica.db')}`, syncUrl: sqld.url });
    await replica.sync();
    const archive: Archive = {
      database: replica,
      location: 'replica',
      migrated: [],
      close: () => replica.close(),
    };
    expect(await dataOf(archive, QUESTION)).toEqual(await dataOf(onServer, QUESTION));
    const before = await replica.version();
    await onServer.database.write(async ({ all }) =>
      all("UPDATE articles SET headline = 'A new headline' WHERE id = 1"),
    );
    await replica.sync();
    expect(await replica.version()).not.toBe(before);
    expect(
      await dataOf(archive, '{ articles(filter: { text: "\\"a new headline\\"" }) { totalCount } }'),
    ).toEqual({
      articles: { totalCount: 1 },
    });
    await archive.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
