import { UserError } from '../../errors.ts';
import { builder } from '../../graphql/builder.ts';
import { RecordBatch } from '../../graphql/record-batch.ts';
import { differencesOf, TextDifference } from '../../graphql/text-difference-type.ts';
import { idOfRecordNamed } from '../../query/record-lookup.ts';
import {
  MAX_VERIFIED,
  type QuoteCandidate,
  type QuoteVerdict,
  verifyQuote,
} from '../../search/verify-quote.ts';
import { speakers } from '../speaker/speaker-table.ts';
import { quotes } from './quote-table.ts';
import { Quote } from './quote-type.ts';

const VERDICTS = {
  EXACT: { description: 'A quotation has these very words; case, accents and marks aside.' },
  NEAR: {
    description:
      'A quotation, or a stretch of a longer one, has nearly these words: `differences` shows which are others.',
  },
  PARTIAL: {
    description:
      'The words are a part of a quotation, whole between gaps that are marked (`…`, `[…]`), or a quotation is a part of them.',
  },
  DIFFERENT_SPEAKER: {
    description: 'The words are in the archive, but nobody says that this speaker said them.',
  },
  NOT_FOUND: { description: 'The archive has no such words. It does not follow that nobody said them.' },
} as const satisfies Record<QuoteVerdict, unknown>;

const QuoteVerdictEnum = builder.enumType('QuoteVerdict', {
  description: 'Whether somebody said something, as far as the archive knows.',
  values: VERDICTS,
});

interface Match extends QuoteCandidate {
  readonly asked: string;
  readonly batch: RecordBatch;
}

const QuoteMatch = builder.objectRef<Match>('QuoteMatch').implement({
  description: 'A quotation that comes near to the words that were asked for.',
  fields: (t) => ({
    quote: t.field({
      type: Quote,
      description: 'The quotation.',
      resolve: async ({ batch, quoteId }, _args, _context, info) => {
        const [quote] = await batch.load(info, [quoteId]);
        return quote as never; // the planner's own JSON, from which its fields read
      },
    }),
    verdict: t.field({
      type: QuoteVerdictEnum,
      description: 'EXACT, PARTIAL or NEAR: how its words stand to those asked for, whoever said them.',
      resolve: ({ verdict }) => verdict,
    }),
    isBySpeaker: t.exposeBoolean('isBySpeaker', {
      description: 'Whether the speaker who was asked for said it; true when none was.',
    }),
    similarity: t.exposeFloat('similarity', {
      description:
        'Share of words, in order, that both have: 0 to 1 (Dice). Of a long quotation that is NEAR in a stretch, that of the stretch.',
    }),
    comparedText: t.exposeString('words', {
      description:
        'The words that were compared: those of the quotation, or all parts of one that the piece prints in parts ("…," she said, "…").',
    }),
    differences: t.field({
      type: [TextDifference],
      description: 'What differs, word by word, from the words asked for to `comparedText`.',
      args: {
        withEqual: t.arg.boolean({
          defaultValue: true,
          description: 'Whether stretches in which both agree are given too.',
        }),
      },
      resolve: ({ asked, words }, { withEqual }) => differencesOf(asked, words, withEqual !== false),
    }),
  }),
});

const QuoteVerification = builder
  .objectRef<{ readonly verdict: QuoteVerdict; readonly candidates: readonly Match[] }>('QuoteVerification')
  .implement({
    description: 'The answer to "did they really say that?".',
    fields: (t) => ({
      verdict: t.field({
        type: QuoteVerdictEnum,
        description: 'What the best candidate tells.',
        resolve: ({ verdict }) => verdict,
      }),
      candidates: t.field({
        type: [QuoteMatch],
        description: 'The quotations that come nearest, the best first; those of the speaker before others.',
        resolve: ({ candidates }) => [...candidates],
      }),
    }),
  });

/** Candidates in one answer, at most. */
const MAX_CANDIDATES = 20;

builder.queryField('verifyQuote', (t) =>
  t.field({
    type: QuoteVerification,
    description:
      'Did they really say that? Looks for words in the quotations of the archive and tells how they stand there, by whom and where. Marks, capitals and accents do not count; gaps are written `…` or `[…]`.',
    args: {
      text: t.arg.string({
        required: true,
        description: `The words, with or without quotation marks; at most ${MAX_VERIFIED} characters.`,
      }),
      speaker: t.arg.id({
        description: 'Slug or global ID of who is said to have said them. Without it: anybody.',
      }),
      maxCandidates: t.arg.int({
        defaultValue: 5,
        description: `How many candidates, 0 to ${MAX_CANDIDATES}.`,
      }),
    },
    resolve: async (_root, { text, speaker, maxCandidates }, context) => {
      const count = maxCandidates ?? 5;
      if (count < 0 || count > MAX_CANDIDATES)
        throw new UserError(
          'LIMIT_EXCEEDED',
          `\`maxCandidates: ${count}\` is not between 0 and ${MAX_CANDIDATES}.`,
          `Ask for at most ${MAX_CANDIDATES}.`,
        );
      const { database } = context.archive;
      const speakerId = speaker == null ? null : await idOfRecordNamed(database, speakers, String(speaker));
      const { verdict, candidates } = await verifyQuote(database, { text, speakerId, maxCandidates: count });
      const batch = new RecordBatch(context, quotes);
      return { verdict, candidates: candidates.map((candidate) => ({ ...candidate, asked: text, batch })) };
    },
  }),
);
