import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadQuarantine, retryQuarantine } from '../../src/import/quarantine.ts';
import { capture, emptyArchive } from './archive-for-test.ts';

const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url));

const SAID = '"The bridge is safe and it will stay where it is," said Mara Wrona, the engineer of the town.';

/** Records whose kept count is not the number of what it counts. */
const WRONG_COUNTS = `
  SELECT 'author', slug FROM authors WHERE article_count <> (SELECT count(*) FROM article_authors WHERE author_id = authors.id)
  UNION ALL SELECT 'outlet', slug FROM outlets WHERE article_count <> (SELECT count(*) FROM articles WHERE publisher_id = outlets.id)
  UNION ALL SELECT 'region', slug FROM regions WHERE article_count <> (SELECT count(*) FROM article_region_tree WHERE region_id = regions.id)
  UNION ALL SELECT 'theme', slug FROM themes WHERE article_count <> (SELECT count(*) FROM article_theme_tree WHERE theme_id = themes.id)
  UNION ALL SELECT 'report', slug FROM reports WHERE article_count <> (SELECT count(*) FROM article_reports WHERE report_id = reports.id)
  UNION ALL SELECT 'speaker', slug FROM speakers WHERE quote_count <> (SELECT count(*) FROM quotes WHERE speaker_id = speakers.id)
  UNION ALL SELECT 'article', slug FROM articles WHERE quote_count <> (SELECT count(*) FROM quotes WHERE article_id = articles.id)`;

describe('importing again', () => {
  test('the same input twice changes nothing, and offsets, links and counts of what came in are right', async () => {
    const { take, rows } = await emptyArchive();
    const first = await take([SAMPLES]);
    expect(first).toMatchObject({ newCount: 69, changedCount: 0, refusedCount: 0, status: 'FINISHED' });
    const tables = [
      'articles',
      'authors',
      'outlets',
      'speakers',
      'quotes',
      'links',
      'regions',
      'themes',
      'revisions',
    ];
    const state = async () =>
      JSON.stringify(await Promise.all(tables.map((table) => rows(`SELECT * FROM ${table} ORDER BY rowid`))));
    const before = await state();
    const second = await take([SAMPLES]);
    expect(second).toMatchObject({ newCount: 0, changedCount: 0, unchangedCount: 69 });
    expect(await state()).toBe(before);
    const forced = await take([SAMPLES], { force: true });
    expect(forced).toMatchObject({ newCount: 0, changedCount: 0, unchangedCount: 69 });
    expect(await state()).toBe(before);

    // The sample archive is at hand: what must hold of every archive is looked at here.
    const quotes = await rows(
      'SELECT q.text, q.start, q.end, q.place, a.body, a.headline FROM quotes q JOIN articles a ON a.id = q.article_id',
    );
    expect(quotes.length).toBeGreaterThan(200);
    for (const [text, start, end, place, body, headline] of quotes) {
      const source = String(place === 'HEADLINE' ? headline : body);
      expect(source.slice(Number(start), Number(end))).toBe(text);
    }
    const inside = "url LIKE 'https://meridian-ledger.example/%'";
    expect(await rows(`SELECT url FROM links WHERE target_id IS NULL AND ${inside}`)).toEqual([]);
    expect(await rows('SELECT url FROM translations WHERE translation_id IS NULL')).toEqual([]);
    expect(await rows(WRONG_COUNTS)).toEqual([]);
    // Three imports of the whole archive take their time on a busy machine.
  }, 120_000);

  test('a changed page is a new revision, and quotes that stayed keep their ids', async () => {
    const { take, write, rows } = await emptyArchive();
    write('a.txt', capture('The Bridge', [SAID, 'He left at noon.']));
    await take();
    const [before] = await rows('SELECT id, node_id, start FROM quotes');
    write('a.txt', capture('The Bridge', ['It rained all morning on the quay.', SAID, 'He left at one.']));
    const { changedCount, outcomes } = await take();
    expect(changedCount).toBe(1);
    expect(outcomes[0]).toMatchObject({ outcome: 'CHANGED', changes: [{ field: 'body' }] });
    const [after] = await rows('SELECT id, node_id, start FROM quotes');
    expect([after?.[0], after?.[1]]).toEqual([before?.[0], before?.[1]]);
    expect(Number(after?.[2])).toBeGreaterThan(Number(before?.[2]));
    expect(await rows('SELECT revision_number FROM articles')).toEqual([[2]]);
    expect(await rows('SELECT number FROM revisions ORDER BY number')).toEqual([[1], [2]]);
  });

  test('a page that differs in white space alone is unchanged', async () => {
    const { take, write, rows } = await emptyArchive();
    const text = capture('The Bridge', [SAID]);
    write('a.txt', text);
    await take();
    write('a.txt', text.replaceAll('\n', '\r\n'));
    expect(await take()).toMatchObject({ changedCount: 0, unchangedCount: 1 });
    expect(await rows('SELECT count(*) FROM revisions')).toEqual([[1]]);
  });

  test('a file that was moved is known by its bytes', async () => {
    const { take, write, rows } = await emptyArchive();
    const old = write('a.txt', capture('The Bridge', [SAID]));
    await take();
    rmSync(old);
    write('b.txt', capture('The Bridge', [SAID]));
    expect(await take()).toMatchObject({ newCount: 0, unchangedCount: 1 });
    expect(await rows('SELECT count(*) FROM articles')).toEqual([[1]]);
  });

  test('a page without an address whose headline is edited stays the same piece', async () => {
    const { take, write, rows } = await emptyArchive();
    write('a.txt', 'The Old Title\n\nBy Ada Venn\n\nIt rained.\n');
    await take();
    write('a.txt', 'The New Title\n\nBy Ada Venn\n\nIt rained.\n');
    expect(await take()).toMatchObject({ newCount: 0, changedCount: 1 });
    expect(await rows('SELECT headline FROM articles')).toEqual([['The New Title']]);
  });

  test('the same piece under two spellings of its address is one', async () => {
    const { take, write, rows } = await emptyArchive();
    const text = capture('The Bridge', [SAID]);
    write('a.txt', text);
    write(
      'b.txt',
      text.replace('https://quay.example/the-bridge/', 'http://www.quay.example/the-bridge?utm_source=mail'),
    );
    await take();
    expect(await rows('SELECT count(*) FROM articles')).toEqual([[1]]);
  });
});

test('pieces of a weblog that share a page and differ in the fragment stay apart', async () => {
  const { take, write, rows } = await emptyArchive();
  const item = (at: string) =>
    `<item><title>At ${at}</title><link>https://log.example/29#${at}</link><description>It rained at ${at}.</description></item>`;
  write(
    'feed.xml',
    `<rss version="2.0"><channel><title>Log</title>${item('nine')}${item('ten')}</channel></rss>`,
  );
  await take();
  expect(await rows('SELECT headline FROM articles ORDER BY id')).toEqual([['At nine'], ['At ten']]);
  expect(await take()).toMatchObject({ newCount: 0, unchangedCount: 2 });
});

describe('what belongs to a piece', () => {
  test('counts of records agree with what they count', async () => {
    const { take, write, rows } = await emptyArchive();
    write('b.txt', capture('The Ferry', [SAID], ['Region: Norway', 'Theme: Politics']));
    write('a.txt', capture('The Bridge', [SAID], ['Region: Kenya', 'Theme: Politics']));
    await take();
    write('a.txt', capture('The Bridge', ['Nobody spoke.'], ['Region: Norway', 'Theme: Sport']));
    await take();
    expect(await rows(WRONG_COUNTS)).toEqual([]);
  });

  test.each([
    ['first', ['a.txt', 'b.txt']],
    ['last', ['b.txt', 'a.txt']],
  ])('a link finds its target when the target comes %s', async (_, order) => {
    const { take, write, rows, folder } = await emptyArchive();
    write('a.txt', capture('The Target', ['It stands.']));
    write(
      'b.txt',
      capture(
        'The Source',
        [
          'See [the target](https://quay.example/the-target/?utm_medium=x#part) and [this](https://quay.example/the-source/).',
        ],
        ['Translations: [Français](https://quay.example/the-target)'],
      ),
    );
    for (const name of order) await take([`${folder}/${name}`]);
    const [[target] = []] = await rows("SELECT id FROM articles WHERE headline = 'The Target'");
    expect(await rows('SELECT target_id FROM links ORDER BY position')).toEqual([[target], [null]]);
    expect(await rows('SELECT in_language, translation_id FROM translations')).toEqual([['fr', target]]);
  });

  test('a piece falls under the parents of its regions and themes', async () => {
    const { take, write, rows } = await emptyArchive();
    write(
      'a.txt',
      capture(
        'The Bridge',
        ['It stands.'],
        ['Region: Kenya, Port Nowhere', 'Theme: Politics, Bridges of Elm Street'],
      ),
    );
    await take();
    const regions = await rows(
      'SELECT r.name FROM article_region_tree t JOIN regions r ON r.id = t.region_id ORDER BY r.id',
    );
    expect(regions.flat()).toEqual([
      'World',
      'Africa',
      'Sub-Saharan Africa',
      'Eastern Africa',
      'Kenya',
      'Port Nowhere',
    ]);
    expect(await rows('SELECT code, kind FROM regions WHERE name = ?', ['Port Nowhere'])).toEqual([
      [null, 'PLACE'],
    ]);
    expect(await rows('SELECT code FROM themes WHERE name = ?', ['Bridges of Elm Street'])).toEqual([[null]]);
  });

  test('names of a theme in other languages lead to one theme by its address', async () => {
    const { take, write, rows } = await emptyArchive();
    const theme = 'https://quay.example/theme/quay-songs/';
    write('a.txt', capture('Uno', ['Llueve.'], [`Tema: [Cantos del muelle](${theme})`]));
    write('b.txt', capture('Two', ['It rains.'], [`Theme: [Quay Songs](${theme})`]));
    await take();
    expect(await rows('SELECT name, slug, article_count FROM themes')).toEqual([
      ['Quay Songs', 'quay-songs', 2],
    ]);
  });

  test('two speakers of one surname stay two', async () => {
    const { take, write, rows } = await emptyArchive();
    write('a.txt', capture('One', ['"We will build it here in the spring," said Mara Wrona.']));
    write('b.txt', capture('Two', ['"We will not build it here in the spring," said Ola Wrona.']));
    write('c.txt', capture('Three', ['"I never said that they would build it," said Mara Wrona.']));
    await take();
    expect(await rows('SELECT name, quote_count FROM speakers ORDER BY name')).toEqual([
      ['Mara Wrona', 2],
      ['Ola Wrona', 1],
    ]);
  });

  test('the same words in two pieces belong to one cluster', async () => {
    const { take, write, rows } = await emptyArchive();
    write('a.txt', capture('One', [SAID]));
    write('b.txt', capture('Two', [SAID.replace('The bridge is', 'the bridge is')]));
    await take();
    expect(
      await rows('SELECT count(*), count(DISTINCT cluster_id) FROM quotes WHERE cluster_id IS NOT NULL'),
    ).toEqual([[2, 1]]);
  });

  test('a story that was printed twice is linked both ways, also after one of the two has changed', async () => {
    const { take, write, rows } = await emptyArchive();
    const story = [
      'The ferry was late again on Monday.',
      SAID,
      'Nobody on the quay had seen the captain since the storm in May.',
    ];
    write('a.txt', capture('The Ferry', story));
    write('b.txt', capture('The Late Ferry', [...story, 'It rained.']));
    write(
      'c.txt',
      capture('Other News', [
        'The school opens in autumn with three new rooms and a garden that the parents dug.',
      ]),
    );
    await take();
    const pairs =
      'SELECT a.headline, b.headline FROM near_duplicates d JOIN articles a ON a.id = d.article_id JOIN articles b ON b.id = d.other_id ORDER BY 1';
    const both = [
      ['The Ferry', 'The Late Ferry'],
      ['The Late Ferry', 'The Ferry'],
    ];
    expect(await rows(pairs)).toEqual(both);
    write('a.txt', capture('The Ferry', [...story, 'It did not rain.']));
    await take();
    expect(await rows(pairs)).toEqual(both);
  });

  test('a teaser printed in place of many pieces hides no story that was printed twice', async () => {
    const { take, write, rows } = await emptyArchive();
    const teaser =
      'Only members of the Quay Post can read on from here; become a member today and read all that we print about the harbour.';
    const story = [
      'The pilot boat ran aground on the sandbank at dawn, and two of its crew swam ashore with the log.',
      'The harbour master closed the western channel until the tide had lifted it off again on Friday.',
      'An inquiry will ask why the lamp at the end of the mole had not been lit since the repairs in June.',
    ];
    for (let at = 0; at < 60; at += 1) write(`a-${at}.txt`, capture(`Members ${at}`, [teaser]));
    write('b.txt', capture('Pilot Boat Aground', [...story, teaser]));
    write('c.txt', capture('Aground at Dawn', [...story, 'It rained.', teaser]));
    await take();
    expect(
      await rows(
        `SELECT other.headline FROM near_duplicates JOIN articles ON articles.id = article_id
         JOIN articles other ON other.id = other_id WHERE articles.headline = 'Aground at Dawn'`,
      ),
    ).toEqual([['Pilot Boat Aground']]);
  });

  test('what the newest piece says of an author wins, whatever comes in last', async () => {
    const { take, write, rows } = await emptyArchive();
    const note = (year: number, words: string) =>
      `Piece of ${year}\n\nBy Ada Venn\n\nThe Quay Post, 8 March ${year}\n\nIt rained.\n\n*\n\nAda Venn is ${words}.\n`;
    write('a.txt', note(2024, 'the editor of the Quay Post'));
    write('b.txt', note(2020, 'a trainee at the Quay Post'));
    await take();
    expect(await rows('SELECT description FROM authors')).toEqual([
      ['Ada Venn is the editor of the Quay Post.'],
    ]);
  });
});

describe('what cannot come in', () => {
  test('is refused with a reason, kept on record, and does not stop the rest', async () => {
    const { take, write, rows, archive } = await emptyArchive();
    write('1-empty.txt', '');
    write('2-binary.dat', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0));
    write('3-latin.txt', Buffer.from('Title\n\nCaf\xe9\n', 'latin1'));
    write('4-untitled.txt', 'By Ada Venn\n\nIt rained.\n');
    const good = write('5-good.txt', capture('The Bridge', [SAID]));
    const { newCount, refusedCount } = await take([...(await listed()), '/nowhere/at-all.txt']);
    expect([newCount, refusedCount]).toEqual([1, 5]);
    expect(
      await rows("SELECT code, line FROM import_items WHERE outcome = 'REFUSED' ORDER BY position"),
    ).toEqual([
      ['EMPTY', null],
      ['BINARY', null],
      ['NOT_UTF8', 3],
      ['NO_HEADLINE', 1],
      ['UNREADABLE', null],
    ]);
    const kept = await loadQuarantine(archive);
    expect(kept.map(({ code, isKept }) => [code, isKept])).toContainEqual(['NO_HEADLINE', true]);
    for (const { hint } of kept) expect(hint).not.toBe('');
    async function listed() {
      return [good.replace('5-good.txt', '')];
    }
  });

  test('a piece that the archive does not take is refused alone, and what came with it is in', async () => {
    const { take, write, rows, archive } = await emptyArchive();
    await archive.database.script(
      "CREATE TRIGGER picky BEFORE INSERT ON links WHEN new.url LIKE '%forbidden%' BEGIN SELECT raise(ABORT, 'constraint: no such link'); END",
    );
    for (const name of ['a', 'b', 'c', 'd'])
      write(
        `${name}.txt`,
        capture(`Piece ${name}`, [
          SAID,
          `See [there](https://x.example/${name === 'c' ? 'forbidden' : name}).`,
        ]),
      );
    const { outcomes } = await take();
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['NEW', 'NEW', 'REFUSED', 'NEW']);
    expect(outcomes[2]).toMatchObject({ refusal: { message: expect.stringContaining('no such link') } });
    expect(await rows('SELECT headline FROM articles ORDER BY id')).toEqual([
      ['Piece a'],
      ['Piece b'],
      ['Piece d'],
    ]);
    expect(await rows('SELECT new_count, refused_count FROM import_runs')).toEqual([[3, 1]]);
    expect(await rows('SELECT position, outcome FROM import_items ORDER BY id')).toEqual([
      [0, 'NEW'],
      [1, 'NEW'],
      [2, 'REFUSED'],
      [3, 'NEW'],
    ]);
    expect(await rows(WRONG_COUNTS)).toEqual([]);
    expect(await loadQuarantine(archive)).toMatchObject([{ isKept: true }]);
  });

  test('comes in by a retry once it is mended, and leaves the quarantine', async () => {
    const { take, write, archive } = await emptyArchive();
    write('a.txt', 'By Ada Venn\n\nIt rained.\n');
    await take();
    write('a.txt', 'Rain\n\nBy Ada Venn\n\nIt rained.\n');
    expect(await retryQuarantine(archive)).toMatchObject({ newCount: 1, refusedCount: 0 });
    expect(await loadQuarantine(archive)).toEqual([]);
  });

  test('is tried again from the bytes that were kept when its file is gone', async () => {
    const { take, write, archive } = await emptyArchive();
    const path = write('a.txt', 'By Ada Venn\n\nIt rained.\n');
    await take();
    rmSync(path);
    expect(await retryQuarantine(archive)).toMatchObject({ newCount: 0, refusedCount: 1 });
    expect(await loadQuarantine(archive)).toHaveLength(1);
  });
});

describe('a run', () => {
  test('stops at the end of an item, and the same call goes on where it was', async () => {
    const { write, take, rows, folder } = await emptyArchive();
    for (const name of ['a', 'b', 'c']) write(`${name}.txt`, capture(`Piece ${name}`, [SAID]));
    const stopped = await take([folder], { signal: AbortSignal.abort() });
    expect(stopped).toMatchObject({ newCount: 1, status: 'STOPPED' });
    expect(await rows('SELECT status, new_count FROM import_runs')).toEqual([['STOPPED', 1]]);
    expect(await take()).toMatchObject({ newCount: 2, unchangedCount: 1, status: 'FINISHED' });
  });

  test('that is dry shows field by field what would change and stores nothing', async () => {
    const { write, take, rows } = await emptyArchive();
    write('a.txt', capture('The Bridge', [SAID]));
    await take();
    write('a.txt', capture('The Bridge', ['Nobody spoke.'], ['Region: Norway']));
    write('b.txt', capture('The Ferry', [SAID]));
    write('c.txt', '');
    const { outcomes } = await take(undefined, { dryRun: true });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['CHANGED', 'NEW', 'REFUSED']);
    expect(outcomes[0]).toMatchObject({
      changes: [{ field: 'regions' }, { field: 'body' }, { field: 'provenance' }],
    });
    expect(await rows('SELECT headline, revision_number FROM articles')).toEqual([['The Bridge', 1]]);
    expect(await rows('SELECT count(*) FROM quarantine')).toEqual([[0]]);
    expect(await rows('SELECT count(*) FROM import_runs')).toEqual([[1]]);
  });

  test('over a folder leaves out what is about the folder and what dresses pages', async () => {
    const { write, take } = await emptyArchive();
    write('README.md', '# About these pages\n\nWords.');
    write('LICENSE', 'Words.');
    write('.hidden.txt', 'Words.');
    write('style.css', 'body {}');
    write('a.txt', capture('The Bridge', [SAID]));
    expect((await take()).outcomes.map(({ locator }) => locator.split('/').at(-1))).toEqual(['a.txt']);
  });
});
