import { type SQL, sql } from 'drizzle-orm';
import { builder, implementRow, rowRef } from '../../graphql/builder.ts';
import { listField } from '../../graphql/connection.ts';
import { differencesOf, TextDifference } from '../../graphql/text-difference-type.ts';
import { spreadArgs, spreadRows, TimelineBucket } from '../../graphql/timeline-type.ts';
import { type Aliases, fromRow, type Row, UNDATED_KEY } from '../../query/list.ts';
import { shortListSize } from '../../query/list-keys.ts';
import { quotes } from './quote-table.ts';
import { Quote, QuoteList } from './quote-type.ts';
import { compareWords, quoteWords, type WordsVariant } from './quote-words.ts';

export const QuoteVariantKind = builder.enumType('QuoteVariantKind', {
  description:
    'How the words of one quotation stand to those of another. Case, accents and marks do not count.',
  values: {
    EXACT: { description: 'The same words.' },
    SHORTENED: { description: 'Parts of the other, each of three words or more, and nothing else.' },
    EXTENDED: { description: 'The other and more.' },
    ALTERED: { description: 'Some words are others, or are missing in between.' },
  } as const satisfies Record<WordsVariant, unknown>,
});

type TwoTexts = { readonly text: string; readonly other: string };

const QuoteVariant = builder.objectRef<object>('QuoteVariant').implement({
  description: 'A quotation of a cluster, beside the fullest one.',
  fields: (t) => ({
    quote: t.given({ type: Quote, description: 'The quotation.' }),
    kind: t.derived<TwoTexts, Record<never, never>, typeof QuoteVariantKind>({
      type: QuoteVariantKind,
      from: ['text', 'other'],
      description: 'How its words stand to those of `QuoteCluster.canonical`.',
      resolve: ({ text, other }) => compareWords(quoteWords(text), quoteWords(other)).kind,
    }),
    similarity: t.derived<TwoTexts, Record<never, never>, 'Float'>({
      type: 'Float',
      from: ['text', 'other'],
      description: 'Share of words, in order, that both have: 0 to 1 (Dice).',
      resolve: ({ text, other }) => compareWords(quoteWords(text), quoteWords(other)).similarity,
    }),
    differences: t.derived<
      TwoTexts,
      { withEqual: ReturnType<typeof t.arg.boolean> },
      [typeof TextDifference]
    >({
      type: [TextDifference],
      from: ['text', 'other'],
      args: {
        withEqual: t.arg.boolean({
          defaultValue: true,
          description: 'Whether stretches in which both agree are given too.',
        }),
      },
      description: 'What differs, word by word, from the fullest one to this one.',
      resolve: ({ text, other }, { withEqual }) => differencesOf(other, text, withEqual !== false),
    }),
  }),
});

/** The row number of one quotation of the cluster that `quote` belongs to. */
const firstOf = (quote: Row<typeof quotes>, order: SQL): SQL =>
  sql`(SELECT member.id FROM quotes member WHERE member.cluster_id = ${quote.clusterId} ORDER BY ${order} LIMIT 1)`;

const BY_DATE = sql`member.sort_key <= ${UNDATED_KEY}, member.sort_key, member.id`;

/** The very words before reported ones, then the longest, then the oldest. */
const BY_FULLNESS = sql`member.kind = 'DIRECT' DESC, length(member.normalized_text) DESC, ${BY_DATE}`;

/** How many different things its quotations have. */
const countOf = (quote: Row<typeof quotes>, of: 'id' | 'articleId', aliases: Aliases): SQL => {
  const member = aliases.of(quotes);
  return sql`(SELECT count(DISTINCT ${member[of]}) FROM ${fromRow(member)} WHERE ${member.clusterId} = ${quote.clusterId})`;
};

export const QuoteCluster = rowRef('QuoteCluster', quotes);

implementRow<typeof quotes>(QuoteCluster, {
  table: quotes,
  description:
    'The same words, or nearly, wherever the archive quotes them: where they stood first, how they changed, how they spread. A translation is not known to be one.',
  fields: (t) => ({
    firstSeen: t.one({
      type: Quote,
      table: quotes,
      description: 'Where the words stood first, by date of publication; undated pieces come last.',
      on: (target, quote) => sql`${target.id} = ${firstOf(quote, BY_DATE)}`,
    }),
    canonical: t.one({
      type: Quote,
      table: quotes,
      description: 'The fullest one: word for word before reported, then the longest, then the oldest.',
      on: (target, quote) => sql`${target.id} = ${firstOf(quote, BY_FULLNESS)}`,
    }),
    quoteCount: t.expression({
      type: 'Int',
      description: 'How many quotations have the words.',
      sql: (quote, _args, aliases) => countOf(quote, 'id', aliases),
    }),
    articleCount: t.expression({
      type: 'Int',
      description: 'How many pieces quote them.',
      sql: (quote, _args, aliases) => countOf(quote, 'articleId', aliases),
    }),
    variants: t.objects({
      type: QuoteVariant,
      description:
        'The quotations with the words, oldest first, each with what differs from the fullest one.',
      args: {
        first: t.arg.int({ defaultValue: 20, description: 'How many, 0 to 100.' }),
      },
      rows: (quote, args, aliases) => {
        const row = sql`${sql.identifier(aliases.name())}`;
        const fullest = aliases.of(quotes);
        return {
          from: sql`(SELECT member.id AS id, member.normalized_text AS text FROM quotes member WHERE member.cluster_id = ${quote.clusterId} ORDER BY ${BY_DATE} LIMIT ${shortListSize(args('first'))}) ${row}`,
          values: {
            quote: {
              table: quotes,
              on: (record: object) => sql`${(record as Row<typeof quotes>).id} = ${row}.id`, // the same table under an alias
            },
            text: sql`${row}.text`,
            other: sql`(SELECT ${fullest.normalizedText} FROM ${fromRow(fullest)} WHERE ${fullest.id} = ${firstOf(quote, BY_FULLNESS)})`,
          },
        };
      },
    }),
    quotes: listField(t, QuoteList, {
      description: 'The quotations with the words, newest first, as a list that can be filtered and counted.',
      scope: (quote: typeof quotes) => (member) => [sql`${member.clusterId} = ${quote.clusterId}`],
    }),
    spread: t.objects({
      type: TimelineBucket,
      description: 'How many pieces quoted the words when, oldest first, without gaps.',
      args: spreadArgs(t),
      rows: (quote, args, aliases) => {
        const member = aliases.of(quotes);
        const keys = {
          matching: sql`FROM ${fromRow(member)} WHERE ${member.clusterId} = ${quote.clusterId}`,
          id: sql`${member.id}`,
          date: sql`${member.sortKey}`,
          isWhole: false,
        };
        return spreadRows(keys, args, aliases);
      },
    }),
  }),
});
