import { wordsAlone } from '../../text/quoted-words.ts';
import type { DigestChoice } from './choose-digest.ts';
import type { DigestIssue, DigestPiece, DigestQuote } from './digest-issue.ts';

/** What the archive says of the records that an issue holds. */
export interface DigestTexts {
  readonly pieces: readonly (Omit<DigestPiece, 'url' | 'summary'> & {
    readonly id: number;
    readonly slug: string;
    /** Address at the outlet. */
    readonly url: string | null;
    readonly description: string | null;
    /** The first characters of the text. */
    readonly opening: string;
  })[];
  readonly themes: readonly { readonly id: number; readonly name: string }[];
  readonly quotes: readonly (Omit<DigestQuote, 'articleUrl'> & {
    readonly articleSlug: string;
    readonly articleUrl: string | null;
  })[];
}

/** What an issue is about, beside its records. */
export interface DigestFrame {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  /** Pieces of these days, chosen or not. */
  readonly articleCount: number;
  /** Address of the service, without a slash at the end. */
  readonly origin: string;
  readonly unsubscribeUrl: string | null;
}

/** UTF-16 units of a summary that is taken from the text. */
const MAX_SUMMARY = 240;

const SENTENCE_ENDS = ['. ', '? ', '! ', '.” ', '?” ', '。'];

/** Puts an issue together. Headlines lead to the outlet's own page where it is known, else to the page here. */
export function composeDigest(choice: DigestChoice, texts: DigestTexts, frame: DigestFrame): DigestIssue {
  const { origin, articleCount } = frame;
  const pageOf = (slug: string): string => `${origin}/articles/${slug}`;
  const pieces = new Map(
    texts.pieces.map(({ id, slug, url, description, opening, ...piece }) => [
      id,
      { ...piece, url: url ?? pageOf(slug), summary: description ?? firstSentences(opening) },
    ]),
  );
  const names = new Map(texts.themes.map(({ id, name }) => [id, name]));
  const listed = (ids: readonly number[]): DigestPiece[] =>
    ids.flatMap((id) => {
      const piece = pieces.get(id);
      return piece === undefined ? [] : [piece];
    });
  return {
    title: titleOf(frame.days),
    from: frame.from,
    to: frame.to,
    intro:
      articleCount > pieces.size
        ? `Chosen from ${articleCount} pieces published ${frame.days === 1 ? 'on this day' : 'in these days'}.`
        : null,
    lead: listed(choice.lead),
    sections: choice.sections.map(({ theme, pieces: ids }) => ({
      theme: names.get(theme) ?? '',
      url: null,
      pieces: listed(ids),
    })),
    quotes: texts.quotes.map(({ articleSlug, articleUrl, ...quote }) => ({
      ...quote,
      text: wordsAlone(quote.text),
      articleUrl: articleUrl ?? pageOf(articleSlug),
    })),
    archiveUrl: `${origin}/`,
    unsubscribeUrl: frame.unsubscribeUrl,
  };
}

const PERIODS = new Map([
  [1, 'The day'],
  [7, 'The week'],
  [14, 'Two weeks'],
  ...[28, 29, 30, 31].map((days): [number, string] => [days, 'The month']),
  [365, 'The year'],
  [366, 'The year'],
]);

/** "The day in the archive", "The week in the archive", "10 days in the archive". */
export function titleOf(days: number): string {
  return `${PERIODS.get(days) ?? `${days} days`} in the archive`;
}

/** The beginning of a text up to the end of a sentence, or to a word with an ellipsis; null for no text. */
export function firstSentences(text: string): string | null {
  const line = text.split(/\s+/).filter(Boolean).join(' ');
  if (line === '') return null;
  if (line.length <= MAX_SUMMARY) return line;
  const start = line.slice(0, MAX_SUMMARY);
  const end = Math.max(
    ...SENTENCE_ENDS.map((stop) => {
      const at = start.lastIndexOf(stop);
      return at < 0 ? 0 : at + stop.trimEnd().length;
    }),
  );
  if (end > MAX_SUMMARY / 3) return start.slice(0, end);
  return `${start.slice(0, Math.max(start.lastIndexOf(' '), MAX_SUMMARY / 2)).replace(/[\s,;:–—-]+$/u, '')}…`;
}
