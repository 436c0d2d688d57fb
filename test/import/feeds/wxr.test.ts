import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { listItems } from '../../../src/import/readers/feed-listing.ts';
import { wxr, wxrReader } from '../../../src/import/readers/wxr.ts';
import { bytesOf, fixture, readInput } from './reading.ts';

describe('a WordPress export', () => {
  const bytes = fixture('ledger-wxr.xml');
  const { format, drafts, refusals, items, problems } = readInput(bytes);
  const [seawall, two] = drafts;
  test('is told from other RSS by its content', () => {
    expect(format).toBe('wxr');
    expect(problems).toEqual([]);
  });
  test('published posts come in; drafts, pages and attachments are refused by name', () => {
    expect(drafts.map((draft) => draft.headline)).toEqual(['Seawall, part one', 'By two']);
    expect(refusals.map(({ code, message }) => [code, message])).toEqual([
      ['NOT_PUBLISHED', 'A post of status "draft".'],
      ['NOT_AN_ARTICLE', 'A WordPress page, not a post.'],
      ['NOT_AN_ARTICLE', 'A WordPress attachment, not a post.'],
    ]);
  });
  test('drafts and pages come in when they are asked for', () => {
    const all = readInput(bytes, { reader: wxrReader({ drafts: true, pages: true }) });
    expect(all.drafts.map((draft) => draft.headline)).toEqual([
      'Seawall, part one',
      'By two',
      'Not yet',
      'About us',
    ]);
    expect(all.drafts[2]?.datePublished).toBeNull();
  });
  test('logins become the names readers see; guest authors come before the creator', () => {
    expect(seawall?.authors).toEqual([{ name: 'Ada Venn', url: null }]);
    expect(two?.authors.map(({ name }) => name)).toEqual(['Ada Venn', 'Tomas Ruiz']);
  });
  test('local and UTC time give the offset', () => {
    expect(seawall?.datePublished?.iso).toBe('2024-03-09T01:30:00+01:00');
    expect(two?.datePublished?.iso).toBe('2024-03-10T10:00:00Z');
  });
  test('terms go where their taxonomy says', () => {
    expect(seawall).toMatchObject({
      themes: [{ name: 'Coast & sea' }],
      keywords: ['wall'],
      regions: [{ name: 'North shore' }],
      reports: [{ name: 'Walls' }],
      alternativeHeadline: 'A long story',
      description: 'About the wall.',
    });
  });
  test('paragraphs, captions and galleries are read, the shortcodes of plugins stay', () => {
    expect(seawall?.body).toBe(
      [
        'First line\\\nsecond line.',
        '![Wall](https://blog.ledger.example/wall.jpg)',
        'The wall in *May*',
        '![](https://blog.ledger.example/above.jpg)',
        'The wall from above',
        '[plugin_thing]Kept text[/plugin_thing]',
      ].join('\n\n'),
    );
  });
  test('text of the block editor keeps no line breaks of its own', () => {
    expect(two?.body).toBe('One line.');
  });
  test('the featured image has the caption and the credit of the media library', () => {
    expect(seawall?.image).toEqual({
      url: 'https://blog.ledger.example/above.jpg',
      caption: 'The wall from above',
      credit: 'Ines Dahl',
      creditUrl: null,
    });
  });
  test('every item is listed with what it is', () => {
    const { items: listed } = listItems(wxr.read({ file: 'f', bytes, contentType: null, url: null }));
    expect(listed.map(({ kind }) => kind)).toEqual([
      'post/publish',
      'post/publish',
      'post/draft',
      'page/publish',
      'attachment/inherit',
    ]);
    expect(listed[0]).toMatchObject({ authors: ['avenn'], people: ['Ada Venn'] });
    expect(listed[2]).toMatchObject({ title: 'Not yet', refused: { code: 'NOT_PUBLISHED' } });
  });
  test('byte ranges cut the items out of the file', () => {
    for (const item of items) expect(bytesOf(item, bytes)).toBe(item.raw);
  });
  test('a namespace of another address is not WordPress', () => {
    const text = new TextDecoder()
      .decode(bytes)
      .replace('<wp:author>', '<wp:author xmlns:wp="http://elsewhere.example/">');
    expect(readInput(text).drafts[0]?.authors[0]?.name).toBe('avenn');
  });
  test('an export that breaks off gives what is readable, with the line and the reason', () => {
    const text = new TextDecoder().decode(bytes);
    const cut = readInput(text.slice(0, text.indexOf('<wp:post_id>11')));
    expect(cut.drafts.map((draft) => draft.headline)).toEqual(['Seawall, part one', 'By two']);
    expect(cut.problems).toMatchObject([{ code: 'MALFORMED', at: { line: 43 } }]);
  });
  test('a password keeps a post out', () => {
    const text = new TextDecoder()
      .decode(bytes)
      .replace('<wp:post_id>10<', '<wp:post_password>x</wp:post_password><wp:post_id>10<');
    expect(readInput(text).refusals[0]).toMatchObject({
      code: 'NOT_PUBLISHED',
      message: 'A post protected by a password.',
    });
  });
});

const corpora = '../shared/corpora/feeds/';
interface Post {
  readonly title: string | null;
  readonly author: string | null;
  readonly link: string | null;
  readonly postDateGmt: string | null;
  readonly status: string;
}

describe.skipIf(!existsSync(`${corpora}wxr.jsonl`))('exports of other makers', () => {
  const rows: {
    id: string;
    file: string;
    expect: { malformed: boolean; items?: number; itemTags?: number; posts?: number; first?: Post[] };
  }[] = existsSync(`${corpora}wxr.jsonl`)
    ? readFileSync(`${corpora}wxr.jsonl`, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];
  test.each(rows.map((row) => [row.id, row] as const))('%s', (_id, row) => {
    const bytes = new Uint8Array(gunzipSync(readFileSync(corpora + row.file)));
    const { items, problems } = listItems(wxr.read({ file: row.file, bytes, contentType: null, url: null }));
    expect(items).toHaveLength(row.expect.items ?? row.expect.itemTags ?? 0);
    expect(problems.some(({ at }) => (at.line ?? 0) > 1)).toBe(row.expect.malformed);
    const posts = items.filter(({ kind }) => kind?.startsWith('post/'));
    if (row.expect.posts !== undefined) expect(posts).toHaveLength(row.expect.posts);
    for (const [index, post] of (row.expect.first ?? []).entries()) {
      expect(posts[index]?.title?.replace(/\s+/g, ' ')).toBe(post.title?.replace(/\s+/g, ' '));
      if (post.author !== null) expect(posts[index]?.authors).toEqual([post.author]);
      if (post.link !== null) expect(posts[index]?.link).toBe(post.link);
      expect(posts[index]?.kind).toBe(`post/${post.status}`);
      if (post.postDateGmt !== null && !post.postDateGmt.startsWith('0000'))
        expect(new Date(posts[index]?.publishedAt ?? '').toISOString().slice(0, 19).replace('T', ' ')).toBe(
          post.postDateGmt,
        );
    }
  });
});
