import { beforeAll, expect, test } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { dataOf } from '../support/ask.ts';
import { importTexts } from './import-texts.ts';

let archive: Archive;

beforeAll(async () => {
  archive = await openArchive({ url: ':memory:' });
  await importTexts(archive, {
    'The Lock': [
      'Mayor Ada Venn spoke on the quay. “We will not sell the old lock to anybody, and it’s our children who’d pay for it,” Ada Venn said.',
    ],
    'The Ferry': ['“The ferry runs late because the tide does not read timetables,” said Tomas Ruiz.'],
  });
  return () => archive.close();
});

const verify = async (text: string, speaker?: string) => {
  const { verifyQuote } = await dataOf(
    archive,
    `query ($text: String!, $speaker: ID) { verifyQuote(text: $text, speaker: $speaker) {
      verdict candidates { verdict isBySpeaker similarity quote { text speaker { slug } article { headline } } differences(withEqual: false) { op text } } } }`,
    { text, speaker: speaker ?? null },
  );
  return verifyQuote;
};

test('the very words are EXACT, whoever set the marks and capitals', async () => {
  const words = "We will not sell the old lock to anybody, and it's our children who'd pay for it";
  for (const text of [words, `"${words}."`, words.toUpperCase()]) {
    const { verdict, candidates } = await verify(text, 'ada-venn');
    expect(verdict).toBe('EXACT');
    expect(candidates[0]).toMatchObject({ similarity: 1, quote: { article: { headline: 'The Lock' } } });
  }
});

test('words cut out, with the gap marked, are PARTIAL', async () => {
  for (const text of [
    'We will not sell the old lock',
    'We will not sell the old lock … our children who’d pay for it',
    'We will not sell […] pay for it',
    'the tide',
  ])
    expect({ text, ...(await verify(text)) }).toMatchObject({ text, verdict: 'PARTIAL' });
});

test('a quotation to which words were added is PARTIAL', async () => {
  const text = 'Believe me: the ferry runs late because the tide does not read timetables, my friends';
  expect((await verify(text)).verdict).toBe('PARTIAL');
});

test('a long text is looked through to its end', async () => {
  const said = Array.from({ length: 100 }, (_, at) => `harbour${at} quay${at * 7}`).join(' ');
  const before = Array.from({ length: 195 }, (_, at) => `a${at}`).join(' ');
  await importTexts(archive, { 'The Speech': [`“${said},” said Olga Marsh.`] });
  expect(await verify(`${before} ${said}`)).toMatchObject({
    verdict: 'PARTIAL',
    candidates: [{ quote: { speaker: { slug: 'olga-marsh' } } }],
  });
});

test('an altered word is NEAR, and shown', async () => {
  const { verdict, candidates } = await verify(
    'The ferry runs late because the crew does not read timetables',
  );
  expect(verdict).toBe('NEAR');
  expect(
    candidates[0].differences
      .slice(0, 2)
      .map(({ op, text }: { op: string; text: string }) => [op, text.trim()]),
  ).toEqual([
    ['DELETE', 'crew'],
    ['INSERT', 'tide'],
  ]);
});

test('a part of a long quotation with an altered word is NEAR', async () => {
  await importTexts(archive, {
    'The Pier': [
      '“We have listened to the fishermen, to the pilots and to the widows of this coast, and what I learned is that the pier has never been closer to falling into the sea than now, whatever the insurers write,” Olga Marsh said.',
    ],
  });
  const { verdict, candidates } = await verify(
    'The pier has never been closer to falling into the sea than today',
    'olga-marsh',
  );
  expect(verdict).toBe('NEAR');
  expect(candidates[0].similarity).toBeGreaterThan(0.9);
  expect((await verify('We have never seen the sea and the pilots of this coast')).verdict).toBe('NOT_FOUND');
});

test('a "not" that was dropped without a mark is never a part', async () => {
  expect(
    (await verify('We will sell the old lock to anybody, and it’s our children who’d pay for it')).verdict,
  ).toBe('NEAR');
});

test('words of somebody else are DIFFERENT_SPEAKER, and their quotation is shown', async () => {
  const { verdict, candidates } = await verify('the tide does not read timetables', 'ada-venn');
  expect(verdict).toBe('DIFFERENT_SPEAKER');
  expect(candidates[0]).toMatchObject({ isBySpeaker: false, quote: { speaker: { slug: 'tomas-ruiz' } } });
});

test('words that nobody said, and no words at all, are NOT_FOUND', async () => {
  for (const text of ['The moon is made of harbour dues and paperwork', '', '“…”', '" OR NEAR(', '*'])
    expect(await verify(text)).toEqual({ verdict: 'NOT_FOUND', candidates: [] });
});

test('a speaker whom the archive does not know, and too long a text, are refused', async () => {
  await expect(verify('the tide', 'ada-ven')).rejects.toThrow();
  await expect(verify('x'.repeat(5_001))).rejects.toThrow();
});
