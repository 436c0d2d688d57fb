import type { GraphQLResolveInfo } from 'graphql';
import type { SqlValue } from '../../archive/database.ts';
import { UserError } from '../../errors.ts';
import {
  chooseDigest,
  type DigestCandidate,
  type DigestChoice,
  type QuoteCandidate,
} from '../../export/digest/choose-digest.ts';
import { composeDigest, type DigestTexts, titleOf } from '../../export/digest/compose-digest.ts';
import { printDigestHtml } from '../../export/digest/digest-html.ts';
import type { DigestIssue } from '../../export/digest/digest-issue.ts';
import { printDigestMarkdown } from '../../export/digest/digest-markdown.ts';
import { printDigestText } from '../../export/digest/digest-text.ts';
import { builder } from '../../graphql/builder.ts';
import type { Context } from '../../graphql/context.ts';
import { RecordBatch } from '../../graphql/record-batch.ts';
import { runAnswer } from '../../graphql/run-answer.ts';
import type { Statement } from '../../query/statement.ts';
import { articles } from '../article/article-table.ts';
import { Article, ArticleFilter } from '../article/article-type.ts';
import { quotes } from '../quote/quote-table.ts';
import { Quote } from '../quote/quote-type.ts';
import { themes } from '../theme/theme-table.ts';
import { Theme } from '../theme/theme-type.ts';
import { type DigestWindow, digestCandidates, digestTexts, newestDay } from './digest-query.ts';

/** A year in review. */
const MAX_DAYS = 366;
const MAX_PER = 20;
const DAY_MS = 86_400_000;

/** An issue as chosen: its records are read when they are asked for. */
class Digest {
  readonly articles: RecordBatch;
  readonly themes: RecordBatch;
  readonly quotes: RecordBatch;
  #texts: Promise<DigestTexts | null> | undefined;

  constructor(
    readonly context: Context,
    readonly from: string,
    readonly to: string,
    readonly days: number,
    readonly articleCount: number,
    readonly choice: DigestChoice,
  ) {
    this.articles = new RecordBatch(context, articles);
    this.themes = new RecordBatch(context, themes);
    this.quotes = new RecordBatch(context, quotes);
  }

  /** The issue as printers take it; its texts are read once, however many forms are asked for. */
  async issue(unsubscribeUrl: string | null | undefined): Promise<DigestIssue> {
    this.#texts ??= readJson<DigestTexts>(this.context, digestTexts(this.choice));
    return composeDigest(this.choice, (await this.#texts) ?? NO_TEXTS, {
      from: this.from,
      to: this.to,
      days: this.days,
      articleCount: this.articleCount,
      origin: this.context.origin ?? '',
      unsubscribeUrl: unsubscribeUrl ?? null,
    });
  }
}

const NO_TEXTS: DigestTexts = { pieces: [], themes: [], quotes: [] };

/** One section: a broad theme and its pieces. */
interface Section {
  readonly digest: Digest;
  readonly theme: number;
  readonly pieces: readonly number[];
}

const UNSUBSCRIBE =
  'What "Unsubscribe" leads to: an address, or the placeholder of a mailer such as `{{unsubscribe}}`. Without it there is no such link.';

const DigestSection = builder.objectRef<Section>('DigestSection').implement({
  description: 'The pieces of a digest under one broad theme.',
  fields: (t) => ({
    theme: t.field({
      type: Theme,
      description: 'The theme, at the top of the tree.',
      resolve: async ({ digest, theme }, _args, _context, info) =>
        (await digest.themes.load(info, [theme]))[0] as never, // planned JSON stands in for a row
    }),
    articles: t.field({
      type: [Article],
      description:
        'Its pieces, those with most behind them first. None of them stands elsewhere in the digest.',
      resolve: ({ digest, pieces }, _args, _context, info) => records(digest.articles, info, pieces),
    }),
  }),
});

const DigestRef = builder.objectRef<Digest>('Digest').implement({
  description:
    'A newsletter of selected articles: an issue over some days, as records and ready to be sent. The same archive and arguments always give the same issue.',
  fields: (t) => ({
    title: t.string({
      description: 'Its title: "The week in the archive".',
      resolve: ({ days }) => titleOf(days),
    }),
    from: t.field({ type: 'Date', description: 'Its first day.', resolve: ({ from }) => from }),
    to: t.field({ type: 'Date', description: 'Its last day.', resolve: ({ to }) => to }),
    articleCount: t.exposeInt('articleCount', {
      description: 'How many pieces of these days it was chosen from.',
    }),
    lead: t.field({
      type: [Article],
      description:
        'The leading pieces, at most three, on different themes where there are: own reporting before republished, then depth, voices, and how many pieces link to it. A translation of one that is in is left out.',
      resolve: ({ articles: batch, choice }, _args, _context, info) => records(batch, info, choice.lead),
    }),
    sections: t.field({
      type: [DigestSection],
      description: 'The other pieces by broad theme, the fullest theme first, at most eight.',
      resolve: (digest) => digest.choice.sections.map((section) => ({ digest, ...section })),
    }),
    quotes: t.field({
      type: [Quote],
      description:
        'Quotes of these days: word for word, by a named speaker, of a length that reads well; one a speaker and one a piece.',
      resolve: ({ quotes: batch, choice }, _args, _context, info) => records(batch, info, choice.quotes),
    }),
    html: t.string({
      description: 'The issue as an HTML mail: styles inline, no scripts, no pictures, nothing fetched.',
      args: { unsubscribeUrl: t.arg.string({ description: UNSUBSCRIBE }) },
      resolve: async (digest, { unsubscribeUrl }) => printDigestHtml(await digest.issue(unsubscribeUrl)),
    }),
    text: t.string({
      description: 'The issue as plain text, in lines of at most 72 characters.',
      args: { unsubscribeUrl: t.arg.string({ description: UNSUBSCRIBE }) },
      resolve: async (digest, { unsubscribeUrl }) => printDigestText(await digest.issue(unsubscribeUrl)),
    }),
    markdown: t.string({
      description: 'The issue as CommonMark.',
      args: { unsubscribeUrl: t.arg.string({ description: UNSUBSCRIBE }) },
      resolve: async (digest, { unsubscribeUrl }) => printDigestMarkdown(await digest.issue(unsubscribeUrl)),
    }),
  }),
});

builder.queryField('digest', (t) =>
  t.field({
    type: DigestRef,
    description: 'A newsletter of selected articles: lead pieces, the rest by theme, quotes of the day.',
    args: {
      date: t.arg({
        type: 'Date',
        description: 'Its last day. Without one: the newest day with a piece that passes the filter.',
      }),
      days: t.arg.int({ required: true, defaultValue: 1, description: `How many days, 1 to ${MAX_DAYS}.` }),
      per: t.arg.int({
        required: true,
        defaultValue: 5,
        description: `How many pieces a theme, and how many quotes, at most: 1 to ${MAX_PER}.`,
      }),
      filter: t.arg({ type: ArticleFilter, description: 'Which pieces may come in. Without a filter: all.' }),
    },
    resolve: async (_root, { date, days, per, filter }, context) => {
      checkCount('days', days, MAX_DAYS);
      checkCount('per', per, MAX_PER);
      const to = date ?? (await readText(context, newestDay(filter))) ?? today();
      const from = new Date(Date.parse(to) - (days - 1) * DAY_MS).toISOString().slice(0, 10);
      const window: DigestWindow = { from, to, filter };
      const candidates = (await readJson<Candidates>(context, digestCandidates(window))) ?? NONE;
      const choice = chooseDigest(candidates.pieces, candidates.quotes, per);
      return new Digest(context, from, to, days, candidates.pieces.length, choice);
    },
  }),
);

interface Candidates {
  readonly pieces: readonly DigestCandidate[];
  readonly quotes: readonly QuoteCandidate[];
}

const NONE: Candidates = { pieces: [], quotes: [] };

const today = (): string => new Date().toISOString().slice(0, 10);

/** Planned JSON stands in for rows: the fields below read from it. */
const records = (batch: RecordBatch, info: GraphQLResolveInfo, ids: readonly number[]) =>
  batch.load(info, ids) as Promise<never[]>;

async function readText({ archive }: Context, statement: Statement): Promise<string | null> {
  const value: SqlValue = await runAnswer(archive.database, statement, {});
  return value === null ? null : String(value);
}

/** The JSON that a statement writes, in the shape that its builder promises. */
async function readJson<Shape>(context: Context, statement: Statement): Promise<Shape | null> {
  const text = await readText(context, statement);
  return text === null ? null : (JSON.parse(text) as Shape);
}

function checkCount(name: string, given: number, max: number): void {
  if (given >= 1 && given <= max) return;
  throw new UserError(
    given < 1 ? 'BAD_RANGE' : 'LIMIT_EXCEEDED',
    `\`${name}: ${given}\` is not between 1 and ${max}.`,
    `Give a number from 1 to ${max}.`,
  );
}
