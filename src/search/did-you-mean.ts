import type { Database } from '../archive/database.ts';
import { nearestWord } from '../text/nearest-word.ts';
import { parseSearch } from '../text/search-query.ts';

/** Words of one search that are looked up; a longer one is no slip of the finger. */
const MAX_WORDS = 6;

/** Letters. Shorter words have too many neighbours. */
const MIN_LETTERS = 4;

/** Words of the archive that one word is compared with, at most. */
const MAX_CANDIDATES = 4_000;

/** Those with the same first letters, as the index folds them: in bodies and headlines, and in names. */
const CANDIDATES = `SELECT term, doc FROM (SELECT term, doc FROM articles_words WHERE term >= ?1 AND term < ?1 || char(0x10FFFF) LIMIT ${MAX_CANDIDATES})
UNION ALL SELECT term, doc FROM (SELECT term, doc FROM names_words WHERE term >= ?1 AND term < ?1 || char(0x10FFFF) LIMIT ${MAX_CANDIDATES})`;

/** First letters that a misspelt word is taken to have right. */
const SURE_LETTERS = 2;

/**
 * What was typed, with each word that the archive does not know exchanged for the most frequent of its words that is one
 * or two letters away. Null when nothing is to be exchanged. One bounded statement a word.
 */
export async function didYouMean(database: Database, typed: string): Promise<string | null> {
  const words = parseSearch(typed.slice(0, 200))
    .flatMap(({ words: term }) => term.match(/\p{L}+/gu) ?? [])
    .filter((word) => word.length >= MIN_LETTERS)
    .slice(0, MAX_WORDS);
  let meant = typed;
  for (const word of new Set(words)) {
    const folded = fold(word);
    const rows = await database.all(CANDIDATES, [folded.slice(0, SURE_LETTERS)]);
    const near = nearestWord(
      folded,
      rows.map(([term, count]) => ({ word: String(term), count: Number(count) })),
    );
    if (near !== null && near !== folded) meant = meant.replace(word, near);
  }
  return meant === typed ? null : meant;
}

/** As the index writes words: small letters without accents. */
const fold = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
