import type { ArticleText } from './article-text.ts';
import type { Utterance } from './utterances.ts';

/** When and where something was said, as far as the text tells. */
export interface Occasion {
  /** ISO 8601 at the precision stated, or null. */
  readonly saidOn: string | null;
  /** As printed: "during a meeting with members of the council". */
  readonly occasion: string | null;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const iso = ({ year, month, day }: Day) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

function dayOf(date: string | null | undefined): Day | null {
  const read = /^(\d{4})-(\d{2})-(\d{2})/.exec(date ?? '');
  return read ? { year: Number(read[1]), month: Number(read[2]), day: Number(read[3]) } : null;
}

function shifted(day: Day, days: number): Day {
  const at = new Date(Date.UTC(day.year, day.month - 1, day.day + days));
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

const MONTHS_IN_YEAR = 12;
/** A month lists its long names first, then the short ones, each from January. */
const monthNumber = (article: ArticleText, word: string) => {
  const index = article.lexicon.data.months.split(' ').indexOf(word);
  if (index < 0) return null;
  return index < MONTHS_IN_YEAR ? index + 1 : (article.lexicon.data.shortMonths[word] ?? null);
};

/** A day and month without a year is the last such day; a few days' grace lets an announcement look ahead. */
const DAYS_AHEAD = 7;

function withYear(month: number, day: number, year: number | null, published: Day | null): string | null {
  if (month < 1 || month > MONTHS_IN_YEAR || day < 1 || day > 31) return null;
  if (year !== null) return iso({ year, month, day });
  if (!published) return null;
  const same = { year: published.year, month, day };
  return iso(same) > iso(shifted(published, DAYS_AHEAD))
    ? iso({ ...same, year: published.year - 1 })
    : iso(same);
}

const numberAt = (article: ArticleText, i: number, pattern: RegExp) => {
  const text = article.tokens[i]?.text ?? '';
  return article.shape(i) === 'NUMBER' && pattern.test(text) ? Number.parseInt(text, 10) : null;
};

/** The date that a token range states, told from the day of publication where it names only a weekday or a day. */
function dateIn(article: ArticleText, from: number, to: number, published: Day | null): string | null {
  const { lexicon } = article;
  for (let i = from; i < to; i++) {
    if (!article.isDateWord(i)) continue;
    const word = article.lower(i);
    const month = article.tokens[i]?.capital || lexicon.language !== 'en' ? monthNumber(article, word) : null;
    if (month !== null) {
      const after = numberAt(article, i + 1, /^\d{1,2}(?:st|nd|rd|th)?$/);
      const link = lexicon.has('prepositions', article.lower(i - 1)) ? i - 2 : i - 1;
      const before =
        numberAt(article, i - 1, /^\d{1,2}(?:st|nd|rd|th|\.|er)?$/) ?? numberAt(article, link, /^\d{1,2}$/);
      const day = after ?? before;
      const yearAt =
        after !== null
          ? article.shape(i + 2) === 'COMMA'
            ? i + 3
            : i + 2
          : article.shape(i + 1) === 'COMMA' || lexicon.has('prepositions', article.lower(i + 1))
            ? i + 2
            : i + 1;
      const year = numberAt(article, yearAt, /^(?:19|20)\d{2}$/);
      if (day !== null) return withYear(month, day, year, published);
      if (year !== null) return `${year}-${String(month).padStart(2, '0')}`;
      continue;
    }
    if (!published) continue;
    const shift = lexicon.data.dayWords[word];
    if (shift !== undefined && !article.tokens[i]?.possessive) return iso(shifted(published, shift));
    const weekday = lexicon.data.weekdays.split(' ').indexOf(word);
    if (weekday >= 0 && !article.tokens[i]?.possessive) {
      const today =
        (new Date(Date.UTC(published.year, published.month - 1, published.day)).getUTCDay() + 6) % 7;
      return iso(shifted(published, -((today - weekday + 7) % 7)));
    }
  }
  return null;
}

/** Tokens of an occasion: "during a three-hour meeting with members of the council". */
const MAX_OCCASION = 18;

function occasionIn(article: ArticleText, from: number, to: number): string | null {
  const { lexicon } = article;
  for (let i = from; i < to; i++) {
    if (!lexicon.has('occasionPrepositions', article.lower(i)) || article.isDateWord(i + 1)) continue;
    let noun = -1;
    let end = i + 1;
    for (; end < to && end < i + MAX_OCCASION; end++) {
      const shape = article.shape(end);
      if (shape !== 'WORD' && shape !== 'NUMBER') break;
      if (
        article.isDateWord(end) ||
        (noun >= 0 &&
          (article.isFiniteVerb(end) ||
            lexicon.cues.has(article.lower(end)) ||
            lexicon.has('subordinators', article.lower(end))))
      )
        break;
      if (noun >= 0 && lexicon.has('dayPrepositions', article.lower(end)) && article.isDateWord(end + 1))
        break;
      if (noun < 0 && lexicon.has('occasionNouns', article.lower(end)) && end - i <= 6) noun = end;
      if (noun < 0 && (article.isFiniteVerb(end) || lexicon.has('prepositions', article.lower(end)))) break;
      if (noun >= 0 && article.isAdverb(end)) break;
    }
    if (noun >= 0) return article.printed(i, end);
  }
  return null;
}

/** A paragraph of nothing but a date near the head of the body, as archives print the day of publication. */
function printedDay(article: ArticleText): Day | null {
  for (const sentence of article.text.sentences.slice(0, 6)) {
    if (
      sentence.to - sentence.from > 8 ||
      (!article.isDateWord(sentence.from) && article.shape(sentence.from) !== 'NUMBER')
    )
      continue;
    const found = dayOf(dateIn(article, sentence.from, sentence.to, null));
    if (found) return found;
  }
  return null;
}

/** Sentences between two utterances of one speaker that are taken as one occasion when the second states none. */
const CARRIED = 4;

/** When and on what occasion each utterance was made, in the order given. `datePublished` is ISO 8601. */
export function findOccasions(
  article: ArticleText,
  utterances: readonly Utterance[],
  datePublished: string | null,
): Occasion[] {
  const published = dayOf(datePublished) ?? printedDay(article);
  const inside = new Uint8Array(article.tokens.length);
  for (const { piece } of utterances) inside.fill(1, piece.from, piece.to);
  let last: (Occasion & { speaker: unknown; sentence: number }) | null = null;
  return utterances.map((utterance) => {
    const at = utterance.cue?.from ?? utterance.piece.from;
    const here = article.tokens[at]?.sentence ?? 0;
    const sentence = article.sentenceOf(at);
    let saidOn: string | null = null;
    let occasion: string | null = null;
    const read = (from: number, to: number) => {
      for (let start = from; start < to; start++) {
        if (inside[start]) continue;
        let end = start;
        while (end < to && !inside[end]) end++;
        saidOn ??= dateIn(article, start, end, published);
        const found = occasionIn(article, start, end);
        // "during his speech" points back to an occasion told before.
        if (found !== null && (occasion === null || pointsBack(article, occasion))) occasion = found;
        start = end;
      }
    };
    if (utterance.cue) read(sentence.from, sentence.to);
    // "The words were spoken on September 7, during a meeting": the sentence before may tell it of speech.
    const before = article.text.sentences[here - 1];
    if (
      utterance.cue &&
      before &&
      before.paragraph === sentence.paragraph &&
      (saidOn === null || occasion === null || pointsBack(article, occasion)) &&
      tellsOfSpeech(article, before.from, before.to)
    ) {
      read(before.from, before.to);
    }
    const speaker = utterance.person ?? utterance.source?.from ?? null;
    const carries =
      last !== null && speaker !== null && last.speaker === speaker && here - last.sentence <= CARRIED;
    if (carries && last && saidOn === null && occasion === null) ({ saidOn, occasion } = last);
    last = { saidOn, occasion, speaker, sentence: here };
    return { saidOn, occasion };
  });
}

function pointsBack(article: ArticleText, occasion: string): boolean {
  return article.lexicon.has('possessives', occasion.toLowerCase().split(/\s+/)[1] ?? '');
}

function tellsOfSpeech(article: ArticleText, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (article.lexicon.has('spokenWords', article.lower(i))) return true;
  return false;
}
