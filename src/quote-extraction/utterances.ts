import type { ArticleText } from './article-text.ts';
import { readSignedBlocks } from './block-quotes.ts';
import { isSourcePhrase } from './clauses.ts';
import { readDialogue } from './dialogue-dashes.ts';
import { readHeading, readPulledQuote } from './headings.ts';
import { readInterview } from './interviews.ts';
import { type LoneQuote, loneQuote } from './lone-quotes.ts';
import { readNounReport } from './noun-reports.ts';
import type { People, Person, Said } from './people.ts';
import type { Piece } from './reported-content.ts';
import { type Report, readReport } from './reports.ts';
import { readSourcePhrase, readWordsOf } from './source-phrases.ts';
import type { Source } from './sources.ts';

/** One stretch of speech with whoever said it, before offsets and confidence are worked out. */
export interface Utterance {
  readonly piece: Piece;
  readonly person: Person | null;
  readonly source: Source | null;
  readonly cue: { readonly from: number; readonly to: number } | null;
  readonly rule: string;
  /** Utterances with the same number are pieces of one quotation; null stands alone. */
  readonly group: number | null;
}

/** "Image: Press Office" tells whose picture it is and reports nothing. */
function isCredit(article: ArticleText, at: number): boolean {
  const { from } = article.sentenceOf(at);
  return article.shape(from + 1) === 'COLON' && article.lexicon.has('captionLabels', article.lower(from));
}

/** Reporting words tried in one sentence. The fullest sentence of the labelled news has six; word lists have hundreds. */
const MAX_TRIED = 10;

/** The report that opens at a token, or null. `opens`: the token opens its sentence. */
function readReportAt(article: ArticleText, i: number, opens: boolean): Report | null {
  return (
    (opens ? (readPulledQuote(article, i) ?? readHeading(article, i)) : null) ??
    readNounReport(article, i) ??
    readSourcePhrase(article, i) ??
    readWordsOf(article, i) ??
    (article.lexicon.cues.has(article.lower(i)) ? readReport(article, i) : null)
  );
}

/** Every report of the text in order of its cue. A reporting verb inside a reported clause is part of what was said. */
export function findReports(article: ArticleText): Report[] {
  const claimed = new Uint8Array(article.tokens.length);
  const reports = [...readInterview(article), ...readDialogue(article), ...readSignedBlocks(article)];
  for (const report of reports) for (const piece of report.pieces) claimed.fill(1, piece.from, piece.to);
  let sentence = -1;
  let tried = 0;
  for (let i = 0; i < article.tokens.length; i++) {
    const token = article.tokens[i];
    if (claimed[i] || token?.shape !== 'WORD') continue;
    const opens = article.sentenceOf(i).from === i;
    // Most words can be passed over at a glance.
    if ((!opens && !article.lexicon.isReportOpener(token.lower)) || isCredit(article, i)) continue;
    if (token.sentence !== sentence) {
      sentence = token.sentence;
      tried = 0;
    }
    if (mayReport(article, i) && tried++ >= MAX_TRIED) continue;
    const read = readReportAt(article, i, opens);
    if (!read) continue;
    const pieces = read.pieces.filter((piece) => {
      for (let k = piece.from; k < piece.to; k++) if (claimed[k]) return false;
      return true;
    });
    if (pieces.length === 0) continue;
    for (const piece of pieces) claimed.fill(1, piece.from, piece.to);
    reports.push(pieces.length === read.pieces.length ? read : { ...read, pieces });
  }
  return reports.sort((one, other) => one.cueFrom - other.cueFrom);
}

const mayReport = (article: ArticleText, i: number) =>
  article.lexicon.cues.has(article.lower(i)) ||
  isSourcePhrase(article, i) ||
  article.lexicon.has('speechNouns', article.lower(i));

/** Everything that is said in the article, in order of place. */
export function findUtterances(article: ArticleText, people: People): Utterance[] {
  const reports = findReports(article);
  const taken = new Uint8Array(article.tokens.length);
  for (const report of reports) for (const piece of report.pieces) taken.fill(1, piece.from, piece.to);
  const found: Utterance[] = [];
  const saidBySpan = new Map<number, Utterance>();
  let groups = 0;
  let next = 0;
  let last: (Said & { sentence: number; token: number }) | null = null;
  const add = (utterance: Utterance) => {
    found.push(utterance);
    if (utterance.piece.how === 'QUOTE')
      saidBySpan.set(article.tokens[utterance.piece.from]?.span ?? -1, utterance);
  };
  const sayReport = (report: Report) => {
    let said: Said = { person: null, source: report.source };
    const here = article.tokens[report.cueFrom]?.sentence ?? 0;
    if (
      report.shared &&
      last &&
      (last.sentence === here || (report.source === null && here - last.sentence <= 3))
    )
      said = last;
    else if (report.source) said = people.resolve(report.source);
    if (said.source) people.noteSpeaker(said.source, said.person);
    const group = report.pieces.length > 1 ? ++groups : null;
    for (const piece of report.pieces)
      add({
        piece,
        person: said.person,
        source: said.source,
        cue: { from: report.cueFrom, to: report.cueTo },
        rule: report.rule,
        group,
      });
    last = { person: said.person, source: said.source, sentence: here, token: report.cueFrom };
  };
  for (let i = 0; i < article.tokens.length; i++) {
    while (next < reports.length && (reports[next]?.cueFrom ?? 0) <= i) {
      const report = reports[next++];
      if (report) sayReport(report);
    }
    if (article.shape(i) !== 'QUOTE' || taken[i]) continue;
    const before = saidBySpan.get((article.tokens[i]?.span ?? 0) - 1) ?? null;
    const lone: LoneQuote | null = loneQuote(article, i, people, last, before);
    if (!lone) continue;
    const turn = changesTurn(article, i, lone) ? otherSpeaker(found, lone) : null;
    const said = turn ?? lone;
    add({
      piece: { from: i, to: i + 1, how: 'QUOTE' },
      person: said.person,
      source: said.source,
      cue: lone.cue,
      rule: turn ? 'turn-taking' : lone.rule,
      group: lone.continues ? (before?.group ?? ++groups) : null,
    });
    if (lone.continues && before && before.group === null) {
      const index = found.indexOf(before, Math.max(0, found.length - 4));
      if (index >= 0) found[index] = { ...before, group: groups };
    }
    last = { person: said.person, source: said.source, sentence: article.tokens[i]?.sentence ?? 0, token: i };
  }
  return shareSpeakers(
    article,
    found.sort((a, b) => a.piece.from - b.piece.from),
  );
}

/** A closed quotation with another right behind it on a new line: in dialogue, the other's turn. */
function changesTurn(article: ArticleText, at: number, lone: LoneQuote): boolean {
  if (!lone.rule.startsWith('speaker-') || article.shape(at - 1) !== 'QUOTE') return false;
  const [before, here] = [article.tokens[at - 1], article.tokens[at]];
  return (
    before !== undefined &&
    here !== undefined &&
    article.text.body.slice(before.end, here.start).includes('\n')
  );
}

/** Utterances looked back for the other speaker of a dialogue. */
const DIALOGUE_REACH = 8;

/** The last speaker other than the one given, or null. */
function otherSpeaker(found: readonly Utterance[], than: Said): Said | null {
  for (let i = found.length - 1; i >= 0 && i >= found.length - DIALOGUE_REACH; i--) {
    const one = found[i];
    if (!one || (one.person === null && one.source === null)) continue;
    const differs =
      one.person && than.person
        ? one.person !== than.person
        : one.person !== than.person || one.source?.head !== than.source?.head;
    if (differs) return { person: one.person, source: one.source };
  }
  return null;
}

/** A quotation of several paragraphs is one: a speaker told behind a later paragraph speaks the earlier ones too. */
function shareSpeakers(article: ArticleText, found: readonly Utterance[]): Utterance[] {
  const shared = [...found];
  for (let i = shared.length - 1; i > 0; i--) {
    const later = shared[i];
    const earlier = shared[i - 1];
    if (!later || !earlier || later.piece.how !== 'QUOTE' || earlier.piece.how !== 'QUOTE') continue;
    const span = article.text.spans[article.tokens[later.piece.from]?.span ?? -1];
    if (
      !span?.continued ||
      article.tokens[earlier.piece.from]?.span !== (article.tokens[later.piece.from]?.span ?? 0) - 1
    )
      continue;
    const group = later.group ?? earlier.group ?? 10_000 + i;
    const speaks = later.source || later.person ? later : earlier;
    const known = earlier.source && !earlier.rule.startsWith('speaker-') ? earlier : speaks;
    shared[i] = { ...later, group, person: known.person, source: known.source };
    shared[i - 1] = { ...earlier, group, person: known.person, source: known.source };
  }
  return numbered(shared);
}

/** Group numbers in order of appearance, from 1. */
function numbered(found: readonly Utterance[]): Utterance[] {
  const numbers = new Map<number, number>();
  return found.map((utterance) => {
    if (utterance.group === null) return utterance;
    const number = numbers.get(utterance.group) ?? numbers.size + 1;
    numbers.set(utterance.group, number);
    return { ...utterance, group: number };
  });
}
