import { afterAll, expect, test } from 'vitest';
import { ask, dataOf } from '../support/ask.ts';
import { seedArchive } from '../support/seed-archive.ts';

const archive = await seedArchive();
afterAll(() => archive.close());

const suggest = async (args: string): Promise<{ type: string; text: string }[]> =>
  (await dataOf(archive, `{ suggest(${args}) { type text } }`)).suggest;

test('names with a word that begins so come before words', async () => {
  expect(await suggest('prefix: "har"')).toEqual([
    { type: 'OUTLET', text: 'The Harbour Post' },
    { type: 'REGION', text: 'Old Harbour' },
    { type: 'WORD', text: 'harbour' },
  ]);
});

test('accents and case do not matter, nor which word of a name is typed', async () => {
  expect(await suggest('prefix: "RUI", types: [AUTHOR]')).toEqual([{ type: 'AUTHOR', text: 'Tomás Ruiz' }]);
  expect(await suggest('prefix: "tomas r", types: [AUTHOR]')).toEqual([
    { type: 'AUTHOR', text: 'Tomás Ruiz' },
  ]);
});

test.each(['', ' ', '"', '*', 'NEAR(', '-', '\u0000', 'a'.repeat(5000)])(
  'whatever is typed so far: %j',
  async (prefix) => {
    const { errors } = await ask(
      archive,
      'query ($prefix: String!) { suggest(prefix: $prefix) { text slug id count } }',
      { prefix },
    );
    expect(errors).toBeUndefined();
  },
);

test('a name that is changed or gone is no longer suggested', async () => {
  const own = await seedArchive({ articles: 1 });
  await own.database.write(async ({ all }) => {
    await all("UPDATE authors SET name = 'Ada Winter' WHERE slug = 'ada-venn'");
    await all(
      "INSERT INTO speaker_names (key, speaker_id, name, origin) VALUES ('olle b', 3, 'Olle B.', 'CURATED')",
    );
    await all("DELETE FROM reports WHERE slug = 'rivers-of-salt'");
  });
  const texts = async (prefix: string) =>
    (
      await dataOf(own, `{ suggest(prefix: "${prefix}", types: [AUTHOR, SPEAKER, REPORT]) { text } }`)
    ).suggest.map(({ text }: { text: string }) => text);
  expect(await texts('venn')).toEqual([]);
  expect(await texts('wint')).toEqual(['Ada Winter']);
  expect(await texts('olle')).toEqual(['Olav Brekke']);
  expect(await texts('rivers')).toEqual([]);
  await own.close();
});

test('suggestions take one statement', async () => {
  const { statements, isDirect } = await ask(archive, '{ suggest(prefix: "m") { type text slug id count } }');
  expect([statements, isDirect]).toEqual([1, true]);
});
