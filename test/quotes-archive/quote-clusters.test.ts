import { beforeAll, expect, test } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { dataOf } from '../support/ask.ts';
import { importTexts } from './import-texts.ts';

const FULL = 'We will not sell the old lock to anybody, and our children will thank us for it';

let archive: Archive;

beforeAll(async () => {
  archive = await openArchive({ url: ':memory:' });
  await importTexts(archive, {
    First: [`“${FULL},” Ada Venn said.`],
    Second: [
      '“We will not sell the old lock to anybody (...) our children will thank us for it,” Ada Venn said.',
    ],
    Third: [
      '“We will not sell the new lock to anybody, and our children will thank us for it,” Ada Venn said.',
    ],
    Fourth: [`“${FULL}!” Ada Venn said.`],
    Elsewhere: ['“The ferry runs late because the tide does not read timetables,” said Tomas Ruiz.'],
    Chance: ['“We will not,” said Tomas Ruiz.'],
  });
  return () => archive.close();
});

const QUOTE = `{ quotes(orderBy: {field: DATE_PUBLISHED, direction: ASC}) { nodes { text textFragmentUrl
  alsoIn(orderBy: {field: DATE_PUBLISHED, direction: ASC}) { totalCount nodes { article { headline } } }
  cluster { quoteCount articleCount firstSeen { article { headline } } canonical { article { headline } }
    variants { kind similarity quote { article { headline } } differences(withEqual: false) { op text } }
    quotes { totalCount } spread(interval: DAY) { start count } } } } }`;

test('the same words elsewhere are found, shortened and altered ones too', async () => {
  const [first] = (await dataOf(archive, QUOTE)).quotes.nodes;
  expect(first.alsoIn).toEqual({
    totalCount: 3,
    nodes: ['Second', 'Third', 'Fourth'].map((headline) => ({ article: { headline } })),
  });
  expect(first.cluster).toMatchObject({
    quoteCount: 4,
    articleCount: 4,
    firstSeen: { article: { headline: 'First' } },
    quotes: { totalCount: 4 },
  });
});

test('a cluster tells what became of the words, against the fullest quotation', async () => {
  const [first] = (await dataOf(archive, QUOTE)).quotes.nodes;
  const kinds = Object.fromEntries(
    first.cluster.variants.map((variant: { quote: { article: { headline: string } }; kind: string }) => [
      variant.quote.article.headline,
      variant.kind,
    ]),
  );
  expect(kinds).toEqual({ First: 'EXACT', Second: 'SHORTENED', Third: 'ALTERED', Fourth: 'EXACT' });
  const third = first.cluster.variants[2];
  expect(third.differences.map(({ op, text }: { op: string; text: string }) => [op, text.trim()])).toEqual([
    ['DELETE', 'old'],
    ['INSERT', 'new'],
  ]);
  expect(first.cluster.spread.map(({ count }: { count: number }) => count)).toEqual([1, 1, 1, 1]);
});

test('words said once, and words that everybody says, are in no cluster', async () => {
  const nodes = (await dataOf(archive, QUOTE)).quotes.nodes;
  for (const quote of nodes.slice(4))
    expect(quote).toMatchObject({ cluster: null, alsoIn: { totalCount: 0 } });
});

test('a quotation has an address at which a browser marks it', async () => {
  const [first] = (await dataOf(archive, QUOTE)).quotes.nodes;
  expect(first.textFragmentUrl).toContain(`https://quay.example/first#:~:text=${encodeURIComponent(FULL)}`);
});

test('a cluster that loses its pieces is none', async () => {
  const own = await openArchive({ url: ':memory:' });
  await importTexts(own, { First: [`“${FULL},” Ada Venn said.`], Second: [`“${FULL},” Ada Venn said.`] });
  expect(await own.database.all('SELECT cluster_id FROM quotes', [])).toEqual([[1], [1]]);
  await importTexts(own, { First: ['Nobody said a word at all on that day.'] });
  expect(await own.database.all('SELECT cluster_id FROM quotes', [])).toEqual([[null]]);
  await own.close();
});
