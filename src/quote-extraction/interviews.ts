import type { ArticleText } from './article-text.ts';
import type { Report } from './reports.ts';
import { readSource } from './sources.ts';
import type { Sentence } from './tokens.ts';

/** A turn of an interview: a paragraph or a line that opens with a label and a colon. */
interface Turn {
  readonly from: number;
  readonly colon: number;
  to: number;
  readonly label: string;
}

/** Words of a label: "Q", "JANE DOE", "Mr Doe". */
const MAX_LABEL = 4;
/** Turns that make an interview. A single "Name: text" is a heading or a list. */
const FEWEST_TURNS = 3;

function behindEmphasis(article: ArticleText, from: number): number {
  let i = from;
  while (article.tokens[i]?.text === '*' || article.tokens[i]?.text === '_') i++;
  return i;
}

/** Whether a sentence opens its line: turns stand in paragraphs of their own, or line by line in one. */
function opensLine({ text, tokens }: ArticleText, sentence: Sentence): boolean {
  const [before, first] = [tokens[sentence.from - 1], tokens[sentence.from]];
  return !before || !first || text.body.slice(before.end, first.start).includes('\n');
}

function findTurns(article: ArticleText): Turn[] {
  const turns: Turn[] = [];
  let last: { turn: Turn; paragraph: number } | null = null;
  for (const sentence of article.text.sentences) {
    const turn = opensLine(article, sentence) ? readTurn(article, sentence) : null;
    if (turn) {
      turns.push(turn);
      last = { turn, paragraph: sentence.paragraph };
    } else if (last?.paragraph === sentence.paragraph) {
      // Whatever else the paragraph holds before the next label belongs to the turn.
      last.turn.to = sentence.to;
    }
  }
  return turns;
}

function readTurn(article: ArticleText, sentence: Sentence): Turn | null {
  // "**Ann Doe:**": marks of emphasis around the label.
  const from = behindEmphasis(article, sentence.from);
  let colon = from;
  while (colon < sentence.to && colon - from <= MAX_LABEL && article.shape(colon) === 'WORD') colon++;
  if (article.shape(colon) !== 'COLON' || colon === from || colon + 1 >= sentence.to) return null;
  if (!article.tokens[from]?.capital || article.lexicon.has('captionLabels', article.lower(from)))
    return null;
  return { from, colon, to: sentence.to, label: article.printed(from, colon).toLowerCase() };
}

/** The person whom an interview with "Q:" and "A:" is with: the one named last, in full, before the first turn. */
function interviewed(article: ArticleText, first: number) {
  const before = article.names.filter(
    (name) => name.from < first && name.kind !== 'BODY' && name.words.length > 1,
  );
  return before.find((name) => name.kind === 'PERSON') ?? before[0] ?? null;
}

/**
 * Reads the answers of an interview, printed as paragraphs that open with "A:" or the speaker's name and a colon. Questions
 * ("Q:", or a label that is the questioner's) are left out when the label says that they are questions.
 */
export function readInterview(article: ArticleText): Report[] {
  const turns = findTurns(article);
  const labels = new Set(turns.map((turn) => turn.label));
  if (turns.length < FEWEST_TURNS || labels.size > turns.length - 1) return [];
  const answers = interviewed(article, turns[0]?.from ?? 0);
  return turns.flatMap((turn) => {
    const { lexicon } = article;
    if (lexicon.has('questionLabels', turn.label)) return [];
    const name = lexicon.has('answerLabels', turn.label) ? answers : null;
    const source = name
      ? readSource(article, name.from, name.to)
      : readSource(article, turn.from, turn.colon);
    if (!source || (!name && !source.name && !lexicon.isPersonNoun(source.head ?? ''))) return [];
    const spoken = behindEmphasis(article, turn.colon + 1);
    const quoted = article.shape(spoken) === 'QUOTE' && spoken + 1 >= turn.to;
    const piece = { from: spoken, to: turn.to, how: quoted ? 'QUOTE' : 'SPEECH' } as const;
    return [
      {
        cueFrom: turn.colon,
        cueTo: turn.colon,
        source,
        shared: false,
        pieces: [piece],
        rule: 'interview-turn',
        from: turn.from,
      },
    ];
  });
}
