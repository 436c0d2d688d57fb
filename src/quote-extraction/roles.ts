import type { ArticleText } from './article-text.ts';
import type { NameMention } from './names.ts';

/** Tokens. Longer appositions are clauses of their own more often than offices. */
const MAX_ROLE = 14;

function isOfficeNoun({ lexicon, tokens }: ArticleText, i: number): boolean {
  const word = tokens[i]?.lower.replace(/\.$/, '') ?? '';
  return lexicon.isPersonNoun(word) || (lexicon.isTitle(word) && !lexicon.has('honorifics', word));
}

/** Does a noun phrase that heads an office ("the head of the alliance") lie between the two tokens, and nothing but that? */
function isOfficePhrase(article: ArticleText, from: number, to: number): boolean {
  if (to <= from || to - from > MAX_ROLE) return false;
  const { lexicon } = article;
  let head = -1;
  for (let i = from; i < to; i++) {
    const shape = article.shape(i);
    if (shape !== 'WORD' && shape !== 'NUMBER' && shape !== 'QUOTE') return false;
    const word = article.lower(i);
    if (
      lexicon.has('relatives', word) ||
      (lexicon.has('subordinators', word) && !lexicon.has('prepositions', word))
    )
      return i > from && head >= 0;
    if (head < 0 && lexicon.has('prepositions', word)) return false;
    if (head < 0 && isOfficeNoun(article, i) && !article.nameAt(i)) head = i;
    if (head < 0 && article.isFiniteVerb(i) && !article.nameAt(i)) return false;
  }
  return head >= 0;
}

/** Small words and nouns directly before the name: "opposition leader", "the former striker". */
function officeBefore(article: ArticleText, name: NameMention): string | null {
  let to = name.from;
  while (
    to > 0 &&
    article.tokens[to - 1]?.capital &&
    !article.isFunction(to - 1) &&
    article.sentenceOf(to - 1) === article.sentenceOf(name.from)
  )
    to--;
  const { from: first } = article.sentenceOf(name.from);
  let from = to;
  while (from > first && name.from - from < MAX_ROLE) {
    const token = article.tokens[from - 1];
    if (token?.shape !== 'WORD' && token?.shape !== 'NUMBER') break;
    if (article.isFunction(from - 1) || (article.isFiniteVerb(from - 1) && !isOfficeNoun(article, from - 1)))
      break;
    from--;
  }
  for (let i = from; i < name.from; i++)
    if (isOfficeNoun(article, i)) return article.printed(from, name.from);
  return null;
}

/** The apposition behind the name: "Doe, the head of the alliance,". Ages are passed over. */
function officeBehind(article: ArticleText, name: NameMention): string | null {
  const { to: limit } = article.sentenceOf(name.from);
  let at = name.to;
  if (article.shape(at) === 'COMMA' && article.shape(at + 1) === 'NUMBER') at += 2;
  if (article.shape(at) !== 'COMMA') return null;
  let end = at + 1;
  while (
    end < limit &&
    !['COMMA', 'STOP', 'QUOTE', 'COLON', 'SEMICOLON', 'DASH'].includes(article.shape(end) ?? 'STOP')
  )
    end++;
  return isOfficePhrase(article, at + 1, end) ? article.printed(at + 1, roleEnd(article, at + 1, end)) : null;
}

function roleEnd(article: ArticleText, from: number, to: number): number {
  for (let i = from + 1; i < to; i++) if (article.lexicon.has('relatives', article.lower(i))) return i;
  return to;
}

/** The phrase that the name stands beside: "the head of the alliance, Doe,". */
function officeBeside(article: ArticleText, name: NameMention): string | null {
  const comma = name.from - 1;
  if (article.shape(comma) !== 'COMMA') return null;
  const { from: first } = article.sentenceOf(name.from);
  let from = comma;
  while (from > first && comma - from < MAX_ROLE) {
    const shape = article.shape(from - 1);
    if (shape !== 'WORD' && shape !== 'NUMBER') break;
    const word = article.lower(from - 1);
    if (article.isFiniteVerb(from - 1) && !article.nameAt(from - 1)) break;
    if (article.lexicon.has('agents', word) || article.lexicon.has('complementisers', word)) break;
    from--;
    if (
      article.lexicon.has('determiners', word) &&
      !article.lexicon.has('prepositions', article.lower(from - 1))
    )
      break;
  }
  while (from < comma && article.lexicon.has('prepositions', article.lower(from))) from++;
  const next = article.shape(name.to);
  if (next !== 'COMMA' && next !== 'STOP') return null;
  return isOfficePhrase(article, from, comma) ? article.printed(from, comma) : null;
}

/** Offices that the article prints beside a name, without their articles, in the order before, beside, behind. */
export function findRoles(article: ArticleText, name: NameMention): string[] {
  if (name.kind === 'BODY') return [];
  const found: string[] = [];
  for (const read of [officeBefore, officeBeside, officeBehind]) {
    const role = officeOf(article, read(article, name));
    if (role !== null) found.push(role);
  }
  return found;
}

/**
 * "the head of the alliance" as an office: "head of the alliance", and "its chairman" as "chairman", which is as much as
 * can be told without the text around it. Null for articles and forms of address alone: "The", "Mr", "Mme".
 */
export function officeOf({ lexicon }: ArticleText, printed: string | null): string | null {
  if (printed === null) return null;
  const words = printed
    .trim()
    .replace(/[,;:\s]+$/, '')
    .split(/\s+/);
  const isAmong = (list: 'determiners' | 'honorifics', word: string): boolean =>
    lexicon.has(list, word.toLowerCase().replace(/\.$/, ''));
  const from = isAmong('determiners', words[0] ?? '') ? 1 : 0;
  const office = words.slice(from);
  return office.every((word) => isAmong('honorifics', word)) ? null : office.join(' ');
}
