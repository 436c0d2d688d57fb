import type { ArticleText } from './article-text.ts';
import type { Piece } from './reported-content.ts';
import type { Report } from './reports.ts';
import type { Source } from './sources.ts';
import { subjectAfter, subjectBefore } from './subjects.ts';

const isLineStart = (article: ArticleText, i: number) =>
  i === 0 ||
  article.text.body.slice(article.tokens[i - 1]?.end ?? 0, article.tokens[i]?.start ?? 0).includes('\n');

/** Lines of dialogue that make a dialogue: one alone may be an item of a list. */
const FEWEST_LINES = 2;

/** Token ranges of the lines that open with a long dash, dash left out. */
function findLines(article: ArticleText): { from: number; to: number }[] {
  const lines: { from: number; to: number }[] = [];
  for (let i = 0; i < article.tokens.length; i++) {
    if (article.shape(i) !== 'DASH' || article.tokens[i]?.text === '-' || !isLineStart(article, i)) continue;
    let to = i + 1;
    while (to < article.tokens.length && !isLineStart(article, to)) to++;
    if (to > i + 1) lines.push({ from: i + 1, to });
    i = to - 1;
  }
  return lines;
}

interface Interruption {
  readonly from: number;
  readonly to: number;
  readonly verb: number;
  readonly source: Source | null;
}

/** The narrator's words inside a line: "— I know, said Doe, but" or "— I know — said Doe". */
function findInterruption(article: ArticleText, from: number, to: number): Interruption | null {
  const { lexicon } = article;
  for (let i = from + 1; i < to; i++) {
    const before = article.shape(i - 1);
    if (before !== 'COMMA' && before !== 'DASH' && before !== 'STOP') continue;
    const form = lexicon.cues.get(article.lower(i));
    const inverted = form?.shapes.has('FINITE') ? subjectAfter(article, i + 1) : null;
    let verb = inverted ? i : -1;
    for (let k = i + 1; verb < 0 && k < to && k < i + 6; k++) {
      if (article.shape(k) !== 'WORD') break;
      if (lexicon.cues.get(article.lower(k))?.shapes.has('FINITE') && !article.nameAt(k)) verb = k;
    }
    if (verb < 0) continue;
    const subject = inverted ?? subjectBefore(article, verb);
    if (!subject) continue;
    let end = inverted ? inverted.to : verb + 1;
    while (end < to && !['COMMA', 'DASH', 'STOP', 'COLON'].includes(article.shape(end) ?? 'STOP')) end++;
    return { from: i - 1, to: Math.min(to, end + 1), verb, source: subject.source };
  }
  return null;
}

/** Reads dialogue set with dashes at the start of its lines, as French, Spanish, Portuguese and Italian print it. */
export function readDialogue(article: ArticleText): Report[] {
  const lines = findLines(article);
  if (lines.length < FEWEST_LINES) return [];
  return lines.flatMap(({ from, to }) => {
    const told = findInterruption(article, from, to);
    const pieces: Piece[] = [];
    if (!told) pieces.push({ from, to, how: 'SPEECH' });
    else {
      if (told.from > from) pieces.push({ from, to: told.from, how: 'SPEECH' });
      let rest = told.to;
      while (rest < to && ['DASH', 'COMMA', 'STOP'].includes(article.shape(rest) ?? '')) rest++;
      if (rest < to) pieces.push({ from: rest, to, how: 'SPEECH' });
    }
    if (pieces.length === 0) return [];
    const cueFrom = told?.verb ?? from - 1;
    return [
      {
        cueFrom,
        cueTo: told ? cueFrom + 1 : cueFrom,
        source: told?.source ?? null,
        shared: false,
        pieces,
        rule: 'dialogue-dash',
        from,
      },
    ];
  });
}
