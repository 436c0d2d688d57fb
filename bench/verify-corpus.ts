import { existsSync, renameSync, rmSync } from 'node:fs';
import { openArchive } from '../src/archive/archive.ts';
import type { SqlValue } from '../src/archive/database.ts';
import { bandKeysOf, quoteWords, wordsHashOf } from '../src/content/quote/quote-words.ts';
import { itemAt, Random } from './random.ts';
import { WORDS } from './words-data.ts';

const QUOTES_A_PIECE = 3;
const PIECES_A_BATCH = 1_000;
const SPEAKERS = 2_000;
/** Words of a quotation: at least so many, and up to so many more. */
const [MIN_WORDS, MORE_WORDS] = [5, 36];
/** What makes some fifteen thousand words of the benchmark's eight hundred: that many are in use in a newspaper. */
const ENDINGS = [
  '',
  's',
  'ed',
  'ing',
  'er',
  'ly',
  'ness',
  'ism',
  'al',
  'ful',
  'ish',
  'like',
  'ward',
  'hood',
  'ship',
];
const VOCABULARY = ENDINGS.flatMap((ending) => WORDS.map((word) => word + ending));
const STAMP = '2026-01-01T00:00:00.000Z';

/** So many words, the frequent ones as often as in a language. */
export const speech = (random: Random, words: number): string =>
  Array.from({ length: words }, () => itemAt(VOCABULARY, random.skewed(VOCABULARY.length))).join(' ');

/** The words of quotation `number`, from 0: the same each time. */
export function quotation(number: number): string {
  const random = new Random(number * 2 + 1);
  return speech(random, MIN_WORDS + random.below(MORE_WORDS));
}

export const speakerOf = (number: number): number => 1 + new Random(number * 2 + 2).skewed(SPEAKERS);
export const speakerSlug = (speaker: number): string => `speaker-${speaker}`;

/** An archive of so many quotations, no two of them made from one another; made when it is not there yet. */
export async function verifyDatabase(folder: string, size: number): Promise<string> {
  const path = `${folder}/verify-${size}.db`;
  if (existsSync(path)) return path;
  const unfinished = `${path}.part`;
  for (const ending of ['', '-wal', '-shm']) rmSync(`${unfinished}${ending}`, { force: true });
  const archive = await openArchive({ url: unfinished });
  const { database } = archive;
  await database.script('PRAGMA foreign_keys = OFF; PRAGMA cache_size = -524288; PRAGMA synchronous = OFF');
  await database.write(async ({ all }) => {
    for (let speaker = 1; speaker <= SPEAKERS; speaker += 1)
      await all(
        'INSERT INTO speakers (id, node_id, created_at, updated_at, slug, name, kind) VALUES (?, ?, ?, ?, ?, ?, ?)',
        [speaker, `S${speaker}`, STAMP, STAMP, speakerSlug(speaker), `Speaker ${speaker}`, 'PERSON'],
      );
  });
  const pieces = Math.ceil(size / QUOTES_A_PIECE);
  for (let from = 0; from < pieces; from += PIECES_A_BATCH)
    await database.write(async ({ all }) => {
      const insert = async (table: string, columns: Record<string, SqlValue>): Promise<void> => {
        const names = Object.keys(columns);
        await all(
          `INSERT INTO ${table} (${names.join()}) VALUES (${names.map(() => '?').join()})`,
          Object.values(columns),
        );
      };
      for (let piece = from; piece < Math.min(pieces, from + PIECES_A_BATCH); piece += 1) {
        const first = piece * QUOTES_A_PIECE;
        const texts = Array.from({ length: QUOTES_A_PIECE }, (_, index) => quotation(first + index));
        const sortKey = Date.UTC(2010, 0, 1) + piece * 3_600_000;
        const published = new Date(sortKey).toISOString();
        const node = { created_at: STAMP, updated_at: STAMP };
        await insert('articles', {
          id: piece + 1,
          node_id: `A${piece}`,
          ...node,
          slug: `piece-${piece}`,
          natural_key: `piece-${piece}`,
          headline: `Piece ${piece}`,
          date_published: published.slice(0, 10),
          date_published_precision: 'DAY',
          sort_key: sortKey,
          in_language: 'en',
          body_markdown: texts.join('\n'),
          body_html: texts.join('\n'),
          body: texts.join('\n'),
          word_count: 60,
          quote_count: texts.length,
          content_hash: `${piece}`,
        });
        let start = 0;
        for (const [position, text] of texts.entries()) {
          const words = quoteWords(text);
          const id = first + position + 1;
          await insert('quotes', {
            id,
            node_id: `Q${id}`,
            ...node,
            article_id: piece + 1,
            position,
            start,
            end: start + text.length,
            text,
            normalized_text: text,
            words_hash: wordsHashOf(words),
            kind: 'DIRECT',
            speaker_id: speakerOf(first + position),
            speaker_status: 'NAMED',
            context_start: start,
            context_end: start + text.length,
            confidence: 0.95,
            rule: 'corpus',
            extraction_version: 1,
            in_language: 'en',
            sort_key: sortKey,
          });
          await all(
            'INSERT OR IGNORE INTO quote_bands (band_key, quote_id) SELECT value, ?2 FROM json_each(?1)',
            [JSON.stringify(bandKeysOf(words)), id],
          );
          start += text.length + 1;
        }
      }
    });
  await database.write(async ({ all }) => all("INSERT INTO quotes_fts (quotes_fts) VALUES ('optimize')"));
  await database.script('ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)');
  await archive.close();
  renameSync(unfinished, path);
  return path;
}
