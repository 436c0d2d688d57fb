import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { FileDatabase } from '../../src/archive/file-database.ts';
import { seedArchive } from '../support/seed-archive.ts';

let folder: string;
let url: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-'));
  url = join(folder, 'archive.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('two archives opened at once on a new file: one migrates, the other finds nothing to do', async () => {
  const opened = await Promise.all([openArchive({ url }), openArchive({ url }), openArchive({ url })]);
  expect(opened.filter(({ migrated }) => migrated.length > 0)).toHaveLength(1);
  for (const archive of opened) await archive.close();
});

test('processes that open a new file at once all come up', async () => {
  const door = JSON.stringify(join(inject('program'), 'index.js'));
  const script = `import { openArchive } from ${door}; await (await openArchive({ url: ${JSON.stringify(url)} })).close();`;
  const children = Array.from({ length: 3 }, () =>
    spawn(process.execPath, ['--input-type=module', '--eval', script]),
  );
  const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]));
  expect(codes).toEqual([0, 0, 0]);
});

test('readers do not see a write before it is committed, nor wait for it', async () => {
  const archive = await seedArchive({ articles: 3, url });
  const count = () => archive.database.value('SELECT count(*) FROM articles', []);
  await archive.database.write(async ({ all }) => {
    await all('DELETE FROM articles');
    expect(await count()).toBe(3);
  });
  expect(await count()).toBe(0);
  await archive.close();
});

test('a write that fails leaves nothing behind', async () => {
  const archive = await seedArchive({ articles: 3, url });
  const failing = archive.database.write(async ({ all }) => {
    await all('DELETE FROM articles');
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await archive.database.value('SELECT count(*) FROM articles', [])).toBe(3);
  await archive.close();
});

test('writes asked for at once run one after the other, in the order asked for', async () => {
  const archive = await openArchive({ url });
  await archive.database.script('CREATE TABLE steps (n)');
  await Promise.all(
    [1, 2, 3, 4].map((n) =>
      archive.database.write(async ({ all }) => all('INSERT INTO steps VALUES (?)', [n])),
    ),
  );
  expect(await archive.database.all('SELECT n FROM steps ORDER BY rowid', [])).toEqual([[1], [2], [3], [4]]);
  await archive.close();
});

test('two processes that write wait for each other instead of failing', async () => {
  const [first, second] = [await openArchive({ url }), await openArchive({ url })];
  await first.database.script('CREATE TABLE steps (n)');
  await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      (n % 2 === 0 ? first : second).database.write(async ({ all }) => {
        await all('INSERT INTO steps VALUES (?)', [n]);
        await new Promise((resolve) => setImmediate(resolve));
      }),
    ),
  );
  expect(await first.database.value('SELECT count(*) FROM steps', [])).toBe(20);
  await first.close();
  await second.close();
});

test('reading connections cannot write', () => {
  const database = new FileDatabase(url);
  expect(() => database.all('CREATE TABLE sneaky (n)', [])).toThrow(
    /readonly|read-only|query_only|attempt to write/i,
  );
});

test('an archive that a newer version has written is refused, and says so', async () => {
  const archive = await openArchive({ url });
  await archive.database.write(async ({ all }) =>
    all("INSERT INTO applied_migrations VALUES ('29990101000000_of_the_future', 'x', 'y')"),
  );
  await archive.close();
  await expect(openArchive({ url })).rejects.toMatchObject({
    code: 'ARCHIVE_NEWER',
    message: expect.stringContaining('29990101000000_of_the_future'),
  });
});

test('a migration keeps every row, and a copy of the file as it was', async () => {
  const { migrate } = await import('../../src/archive/migrate.ts');
  const archive = await seedArchive({ articles: 20, url });
  const counts = async () =>
    Promise.all(
      [
        'articles',
        'authors',
        'author_profiles',
        'quotes',
        'links',
        'article_authors',
        'article_region_tree',
        'translations',
      ].map(async (table) => [table, await archive.database.value(`SELECT count(*) FROM ${table}`, [])]),
    );
  const before = await counts();
  // A later version: a migration more, which rebuilds a table with children as drizzle-kit does when a column changes.
  const migrations = join(folder, 'drizzle');
  cpSync(new URL('../../drizzle', import.meta.url), migrations, { recursive: true });
  const later = join(migrations, '29990101000000_rebuild_authors');
  mkdirSync(later);
  const [[table] = []] = await archive.database.all(
    "SELECT sql FROM sqlite_master WHERE name = 'authors'",
    [],
  );
  const rebuilt = String(table).replace(/CREATE TABLE [`"]?authors[`"]?/, 'CREATE TABLE `__new_authors`');
  writeFileSync(
    join(later, 'migration.sql'),
    [
      rebuilt,
      'INSERT INTO `__new_authors` SELECT * FROM `authors`',
      'DROP TABLE `authors`',
      'ALTER TABLE `__new_authors` RENAME TO `authors`',
    ].join(';\n--> statement-breakpoint\n'),
  );
  expect(await migrate(archive.database, url, migrations)).toEqual(['29990101000000_rebuild_authors']);
  expect(await counts()).toEqual(before);
  expect(existsSync(`${url}.before-migration`)).toBe(true);
  const copy = new FileDatabase(`${url}.before-migration`);
  expect(copy.value('SELECT count(*) FROM articles', [])).toBe(20);
  await copy.close();
  await archive.close();
});
