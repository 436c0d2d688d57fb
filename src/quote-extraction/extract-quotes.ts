import { ArticleText } from './article-text.ts';
import { addBlockQuotes } from './block-quotes.ts';
import { confidenceOf } from './confidence.ts';
import { lexiconFor } from './languages/languages.ts';
import type { Lexicon } from './languages/lexicon.ts';
import { findOccasions, type Occasion } from './occasions.ts';
import { People, type Person } from './people.ts';
import type { ExtractedQuote, ExtractedSpeaker, QuoteExtractionInput, QuoteKind } from './quote.ts';
import { findEmphasisNote, findQuoteMarks, normalizeQuote } from './quote-marks.ts';
import { findParagraphs, findQuotedSpans, type Paragraph } from './quoted-spans.ts';
import type { Source } from './sources.ts';
import { tokenise } from './tokens.ts';
import { findUtterances, type Utterance } from './utterances.ts';

function speakerOf(article: ArticleText, person: Person | null, source: Source | null): ExtractedSpeaker {
  const range = source ? article.range(source.from, source.to) : null;
  const mention = range ? article.text.body.slice(range.start, range.end) : null;
  const mentionStart = range?.start ?? null;
  const mentionEnd = range?.end ?? null;
  if (person) {
    const name = person.words.join(' ');
    return {
      status: 'NAMED',
      name,
      mention,
      mentionStart,
      mentionEnd,
      role: source?.role ?? person.roles[0] ?? null,
      kind: person.kind,
      names: [...person.names].filter((other) => other !== name),
      description: null,
    };
  }
  const isDescribed = source !== null && (!source.pronoun || source.pronoun === 'FIRST');
  return {
    status: isDescribed ? 'ANONYMOUS' : 'UNKNOWN',
    name: null,
    mention,
    mentionStart,
    mentionEnd,
    role: null,
    kind: isDescribed ? kindOfSource(article, source) : 'UNKNOWN',
    names: [],
    description: isDescribed ? article.printed(source.from, source.describedTo ?? source.to) : null,
  };
}

/** What a description tells of its bearer: "a senior official" is a person, "officials" and "the ministry" are bodies. */
function kindOfSource(article: ArticleText, { head, pronoun, definite }: Source): ExtractedSpeaker['kind'] {
  const { lexicon } = article;
  if (head === null) return pronoun === 'FIRST' ? 'PERSON' : 'UNKNOWN';
  // "a guard" is a man; "the guard" may be a force.
  const body = lexicon.has('bodyNouns', head) && (definite || !lexicon.isPersonNoun(head));
  if (lexicon.has('groupNouns', head) || body) return 'BODY';
  return lexicon.isPersonNoun(head) ? 'PERSON' : 'UNKNOWN';
}

/** Offsets of the piece, without the outer marks and the stops and spaces at its ends. */
function bounds(article: ArticleText, utterance: Utterance): { start: number; end: number } {
  const { body } = article.text;
  const { from, to } = utterance.piece;
  const only = to === from + 1 ? article.text.spans[article.tokens[from]?.span ?? -1] : undefined;
  let { start, end } = only ?? article.range(from, to);
  while (start < end && /\s/.test(body[start] ?? '')) start++;
  while (end > start && /\s/.test(body[end - 1] ?? '')) end--;
  return { start, end };
}

function kindOf(article: ArticleText, utterance: Utterance): QuoteKind {
  const { piece, rule } = utterance;
  if (piece.how === 'SPEECH') return 'DIRECT';
  if (piece.how === 'QUOTE') return rule === 'called-by-words' ? 'MIXED' : 'DIRECT';
  for (let i = piece.from; i < piece.to; i++) if (article.shape(i) === 'QUOTE') return 'MIXED';
  return 'INDIRECT';
}

function cueOf(article: ArticleText, from: number, to: number): ExtractedQuote['cue'] {
  const { start, end } = article.range(from, to);
  return { start, end, text: article.text.body.slice(start, end) };
}

function quoteOf(
  article: ArticleText,
  utterance: Utterance,
  when: Occasion,
  place: ExtractedQuote['place'],
): ExtractedQuote | null {
  const { body } = article.text;
  const { start, end } = bounds(article, utterance);
  if (end <= start) return null;
  const sentence = article.sentenceOf(utterance.piece.from);
  const context = article.range(sentence.from, sentence.to);
  const speaker = speakerOf(article, utterance.person, utterance.source);
  const marks = findQuoteMarks(body, start, end, article.lexicon);
  const note = findEmphasisNote(
    body,
    end,
    Math.min(body.length, Math.max(context.end, end) + 40),
    article.lexicon,
  );
  const cue =
    utterance.cue && utterance.cue.to > utterance.cue.from
      ? cueOf(article, utterance.cue.from, utterance.cue.to)
      : null;
  return {
    start,
    end,
    text: body.slice(start, end),
    normalizedText: normalizeQuote(body, start, end, marks),
    kind: kindOf(article, utterance),
    speaker,
    cue,
    context: { start: Math.min(context.start, start), end: Math.max(context.end, end) },
    marks: note ? [...marks, note] : marks,
    group: utterance.group,
    place: place === 'BODY' && isCaption(article, sentence.paragraph) ? 'CAPTION' : place,
    saidOn: when.saidOn,
    occasion: when.occasion,
    confidence: confidenceOf(utterance.rule, speaker, utterance.group !== null),
    rule: utterance.rule,
  };
}

/** A paragraph that credits a picture ("Image: Press Office") is the picture's caption. */
function isCaption(article: ArticleText, paragraph: number): boolean {
  const { start, end } = article.text.paragraphs[paragraph] ?? { start: 0, end: 0 };
  if (end - start > MAX_CAPTION) return false;
  const words = article.text.body.slice(start, end).toLowerCase();
  if (!words.includes(': ')) return false;
  return article.lexicon.data.captionLabels
    .split(' ')
    .some((label) => words.includes(`${label.replaceAll('_', ' ')}: `));
}

/** UTF-16 units. Captions of the sample pages stay below half of it. */
const MAX_CAPTION = 600;

function readArticle(
  body: string,
  lexicon: Lexicon,
  { blockQuotes = [], known }: { blockQuotes?: readonly Paragraph[]; known?: ReadonlySet<string> } = {},
): ArticleText {
  const paragraphs = findParagraphs(body);
  const marked = findQuotedSpans(body, paragraphs, (word) => lexicon.has('elisions', word));
  const spans = addBlockQuotes({ body, paragraphs, spans: marked }, blockQuotes, lexicon);
  return new ArticleText(tokenise(body, paragraphs, spans, lexicon), known);
}

/**
 * Finds who said what in one article: direct, mixed and reported speech with its speakers.
 *
 * Pure, offline and linear in the length of the body. Quotes of the headline come first, then those of the body, each in the
 * order of their starts; an empty body gives none. Any text is taken; nothing is thrown.
 */
export function extractQuotes(input: QuoteExtractionInput): readonly ExtractedQuote[] {
  const lexicon = lexiconFor(input.language, input.body);
  const body = readArticle(input.body, lexicon, { blockQuotes: input.blockQuotes ?? [] });
  const people = new People(body);
  const quotes: ExtractedQuote[] = [];
  if (input.headline) {
    const known = new Set(body.names.flatMap((name) => name.words.slice(-1)));
    const headline = readArticle(input.headline, lexicon, { known });
    const utterances = findUtterances(headline, new People(headline, people));
    for (const utterance of utterances) {
      const quote = quoteOf(headline, utterance, { saidOn: null, occasion: null }, 'HEADLINE');
      if (quote) quotes.push(quote);
    }
  }
  const utterances = findUtterances(body, people);
  const occasions = findOccasions(body, utterances, input.datePublished ?? null);
  for (const [index, utterance] of utterances.entries()) {
    const quote = quoteOf(body, utterance, occasions[index] ?? { saidOn: null, occasion: null }, 'BODY');
    if (quote) quotes.push(quote);
  }
  return quotes;
}
