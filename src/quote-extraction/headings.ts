import type { ArticleText } from './article-text.ts';
import { hasFiniteVerb } from './finite-verbs.ts';
import { phraseEnd } from './noun-phrases.ts';
import type { Report } from './reports.ts';
import { readSource, type Source } from './sources.ts';

/** Words. A speaker before a colon in a heading is short: "Teachers' union: …". */
const MAX_HEADING_SPEAKER = 6;

/** Is the sentence a heading: the whole of its paragraph, without a full stop at its end? */
function isHeading(article: ArticleText, from: number, to: number): boolean {
  const paragraph = article.text.sentences[article.tokens[from]?.sentence ?? 0]?.paragraph ?? -1;
  const before = from === 0 ? -1 : (article.sentenceOf(from - 1).paragraph ?? -1);
  const after = article.tokens[to] ? article.sentenceOf(to).paragraph : -1;
  return paragraph !== before && paragraph !== after && article.shape(to - 1) !== 'STOP' && to - from < 40;
}

function canSpeak(article: ArticleText, source: Source): boolean {
  const { lexicon } = article;
  const head = source.head ?? '';
  if (source.name) {
    if (source.name.kind !== 'UNKNOWN' || article.known.has(source.name.words.at(-1) ?? '')) return true;
    return article.names.some(
      (name) => name !== source.name && name.words.at(-1) === source.name?.words.at(-1),
    );
  }
  return (
    lexicon.has('groupNouns', head) ||
    lexicon.isPersonNoun(head) ||
    lexicon.has('bodyNouns', head) ||
    lexicon.has('textNouns', head)
  );
}

/** Reads "Speaker: what is said" in a heading whose first token is `from`, or null. */
export function readHeading(article: ArticleText, from: number): Report | null {
  const sentence = article.sentenceOf(from);
  if (sentence.from !== from || !isHeading(article, sentence.from, sentence.to)) return null;
  const { lexicon } = article;
  let colon = from + 1;
  while (colon < sentence.to && colon <= from + MAX_HEADING_SPEAKER && article.shape(colon) !== 'COLON')
    colon++;
  if (
    article.shape(colon) !== 'COLON' ||
    sentence.to - colon < (article.shape(colon + 1) === 'QUOTE' ? 2 : 3)
  )
    return null;
  if (lexicon.has('headingLabels', article.lower(from)) || lexicon.has('captionLabels', article.lower(from)))
    return null;
  if (hasFiniteVerb(article, from, colon) || phraseEnd(article, from, colon) < colon) return null;
  const source = readSource(article, from, colon);
  if (!source || !canSpeak(article, source)) return null;
  const start = colon + 1;
  const whole = article.shape(start) === 'QUOTE' && start + 1 === sentence.to;
  return {
    cueFrom: colon,
    cueTo: colon + 1,
    source,
    shared: false,
    pieces: [{ from: start, to: sentence.to, how: whole ? 'QUOTE' : 'CLAUSE' }],
    rule: 'heading-colon',
    from,
  };
}

/**
 * Reads a pulled quotation, a paragraph that ends with its speaker instead of a full stop: "We will not wait. Ann Doe, mayor".
 * The name must be known from elsewhere in the article.
 */
export function readPulledQuote(article: ArticleText, from: number): Report | null {
  const first = article.sentenceOf(from);
  if (
    first.from !== from ||
    (article.tokens[from - 1] && article.sentenceOf(from - 1).paragraph === first.paragraph)
  )
    return null;
  let last = first;
  let count = 1;
  for (
    let next = article.text.sentences[(article.tokens[from]?.sentence ?? 0) + count];
    next && next.paragraph === first.paragraph && count < 12;
    count++
  ) {
    last = next;
    next = article.text.sentences[(article.tokens[from]?.sentence ?? 0) + count + 1];
  }
  if (last === first || last.to - last.from > 14 || article.shape(last.to - 1) === 'STOP') return null;
  const lead = article.shape(last.from) === 'DASH' ? last.from + 1 : last.from;
  const name = article.nameAt(lead);
  if (!name || name.from > lead + 1 || name.kind === 'BODY' || name.words.length < 2) return null;
  if (hasFiniteVerb(article, last.from, last.to)) return null;
  if (name.to < last.to && article.shape(name.to) !== 'COMMA' && article.shape(name.to) !== 'OPEN')
    return null;
  const elsewhere = article.names.some((other) => other !== name && other.words.at(-1) === name.words.at(-1));
  if (!elsewhere) return null;
  const source = readSource(article, lead, last.to);
  let to = last.from;
  while (to > from && article.shape(to - 1) === 'STOP') to--;
  return (
    source && {
      cueFrom: lead,
      cueTo: lead,
      source,
      shared: false,
      pieces: [{ from, to, how: 'CLAUSE' }],
      rule: 'pulled-quotation',
      from,
    }
  );
}
