import { eq, sql } from 'drizzle-orm';
import { builder, implementRow, rowRef } from '../../graphql/builder.ts';
import { listField, listType } from '../../graphql/connection.ts';
import { filterInput, namedRecordFields } from '../../graphql/filter-inputs.ts';
import { lookUpField } from '../../graphql/lookup.ts';
import { Node } from '../../graphql/relay.ts';
import { fromRow } from '../../query/list.ts';
import { shortListSize } from '../../query/list-keys.ts';
import { ArticleList } from '../article/article-type.ts';
import { quotes } from '../quote/quote-table.ts';
import { QuoteList } from '../quote/quote-type.ts';
import { speakerList } from './speaker-list.ts';
import { type NameReason, speakerNames, speakers } from './speaker-table.ts';

export const SpeakerKind = builder.enumType('SpeakerKind', {
  description: 'Who speaks.',
  values: {
    PERSON: { description: 'A person.' },
    BODY: { description: 'A body: a ministry, a company, a commission.' },
    UNKNOWN: { description: 'The pieces do not tell whether it is a person or a body.' },
  } as const,
});

export const Speaker = rowRef('Speaker', speakers);

const SpeakerRole = builder.objectRef<object>('SpeakerRole').implement({
  description: 'A role in which a speaker is quoted, as pieces state it, with when.',
  fields: (t) => ({
    role: t.given({ type: 'String', description: 'The role as printed: "head of the alliance".' }),
    firstOn: t.given({
      type: 'Date',
      nullable: true,
      description: 'Day of the oldest piece that states it. Null when no such piece is dated.',
    }),
    lastOn: t.given({
      type: 'Date',
      nullable: true,
      description: 'Day of the newest piece that states it. Null when no such piece is dated.',
    }),
    quoteCount: t.given({ type: 'Int', description: 'How many quotations state it.' }),
  }),
});

const NameReasonEnum = builder.enumType('NameReason', {
  description: "Why a name is held to be a speaker's.",
  values: {
    FULL_NAME: { description: 'It is the name in full, titles and accents aside.' },
    SAME_PIECE: { description: 'A piece uses it for them beside the full name.' },
    INITIALS: { description: 'Initials of the given names, with the same role stated.' },
    MIDDLE_NAME: { description: 'With or without middle names, with the same role stated.' },
    SURNAME: { description: 'The surname, with the same role stated, and nobody else who fits.' },
    ABBREVIATION: { description: 'The initials of a body, which a piece uses beside its name.' },
    CURATED: { description: "The archive's owner says so." },
  } as const satisfies Record<NameReason, unknown>,
});

const SpeakerNameUse = builder.objectRef<object>('SpeakerNameUse').implement({
  description: 'A name that pieces use for a speaker, with when and why it is held to be theirs.',
  fields: (t) => ({
    name: t.given({ type: 'String', description: 'The name as printed, titles aside.' }),
    reason: t.given({ type: NameReasonEnum, description: 'Why it is held to be theirs.' }),
    firstOn: t.given({
      type: 'Date',
      nullable: true,
      description:
        'Day of the oldest piece in which a quotation goes under it. Null when no such piece is dated.',
    }),
    lastOn: t.given({
      type: 'Date',
      nullable: true,
      description:
        'Day of the newest piece in which a quotation goes under it. Null when no such piece is dated.',
    }),
    quoteCount: t.given({
      type: 'Int',
      description:
        'How many quotations go under it: it stands at the reporting words, or is the fullest name of the piece.',
    }),
  }),
});

const QuotedBeside = builder.objectRef<object>('QuotedBeside').implement({
  description: 'Somebody who is quoted in the same pieces.',
  fields: (t) => ({
    speaker: t.given({ type: Speaker, description: 'Who.' }),
    articleCount: t.given({ type: 'Int', description: 'In how many pieces both are quoted.' }),
  }),
});

const day = (sortKey: unknown) =>
  sql`CASE WHEN ${sortKey} > -8640000000000000 THEN date(${sortKey} / 1000, 'unixepoch') END`;

implementRow(Speaker, {
  table: speakers,
  description:
    'Whoever is quoted (schema.org spokenByCharacter): one record per person or body across the archive. A shared surname alone makes nobody the same person.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.column(speakers.nodeId, { type: 'ID', description: 'The global ID.' }),
    slug: t.column(speakers.slug, { description: 'The name for addresses and filters: `mariama-hassane`.' }),
    name: t.column(speakers.name, { description: 'The fullest name that pieces use.' }),
    kind: t.column(speakers.kind, { type: SpeakerKind, description: 'A person or a body.' }),
    names: t.expression({
      type: ['String'],
      description: 'All names that pieces use, in alphabetical order.',
      sql: (speaker, _args, aliases) => {
        const name = aliases.of(speakerNames);
        return sql`(SELECT json_group_array(name) FROM (SELECT DISTINCT ${name.name} AS name FROM ${fromRow(name)} WHERE ${name.speakerId} = ${speaker.id} ORDER BY 1 LIMIT -1))`;
      },
    }),
    namesUsed: t.objects({
      type: SpeakerNameUse,
      description: 'All names that lead to them, with when each was used and why it is theirs; newest first.',
      rows: (speaker, _args, aliases) => {
        const name = aliases.of(speakerNames);
        const quote = aliases.of(quotes);
        const use = sql`${sql.identifier(aliases.name())}`;
        return {
          from: sql`(SELECT ${name.name} AS name, ${name.reason} AS reason, min(${quote.sortKey}) AS first, max(${quote.sortKey}) AS last, count(${quote.id}) AS count FROM ${fromRow(name)} LEFT JOIN ${fromRow(quote)} ON ${quote.speakerId} = ${name.speakerId} AND ${name.name} IN (${quote.speakerName}, ${quote.speakerMention}) WHERE ${name.speakerId} = ${speaker.id} GROUP BY ${name.key} ORDER BY 4 DESC, 1 LIMIT -1) ${use}`,
          values: {
            name: sql`${use}.name`,
            reason: sql`${use}.reason`,
            firstOn: day(sql`${use}.first`),
            lastOn: day(sql`${use}.last`),
            quoteCount: sql`${use}.count`,
          },
        };
      },
    }),
    quotedWith: t.objects({
      type: QuotedBeside,
      description: 'Who is quoted in the same pieces, most often first.',
      args: { first: t.arg.int({ defaultValue: 10, description: 'How many, 0 to 100.' }) },
      rows: (speaker, args, aliases) => {
        const [mine, theirs] = [aliases.of(quotes), aliases.of(quotes)];
        const beside = sql`${sql.identifier(aliases.name())}`;
        return {
          from: sql`(SELECT ${theirs.speakerId} AS id, count(DISTINCT ${mine.articleId}) AS count FROM ${fromRow(mine)} CROSS JOIN ${fromRow(theirs)} ON ${theirs.articleId} = ${mine.articleId} WHERE ${mine.speakerId} = ${speaker.id} AND ${theirs.speakerId} <> ${speaker.id} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${shortListSize(args('first'))}) ${beside}`,
          values: {
            speaker: {
              table: speakers,
              on: (record: object) => sql`${(record as typeof speakers).id} = ${beside}.id`, // the same table under an alias
            },
            articleCount: sql`${beside}.count`,
          },
        };
      },
    }),
    roles: t.objects({
      type: SpeakerRole,
      description: 'The roles in which they are quoted, newest first.',
      rows: (speaker, _args, aliases) => {
        const quote = aliases.of(quotes);
        const role = sql.identifier(aliases.name());
        return {
          from: sql`(SELECT ${quote.speakerRole} AS role, min(${quote.sortKey}) AS first, max(${quote.sortKey}) AS last, count(*) AS count FROM ${fromRow(quote)} WHERE ${quote.speakerId} = ${speaker.id} AND ${quote.speakerRole} IS NOT NULL GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT -1) ${role}`,
          values: {
            role: sql`${role}.role`,
            firstOn: day(sql`${role}.first`),
            lastOn: day(sql`${role}.last`),
            quoteCount: sql`${role}.count`,
          },
        };
      },
    }),
    quoteCount: t.column(speakers.quoteCount, {
      description: 'How many quotations of the archive are theirs.',
    }),
    quotes: listField(t, QuoteList, {
      description: 'What they said, newest first.',
      scope: (speaker: typeof speakers) => (quote) => [eq(quote.speakerId, speaker.id)],
    }),
    articles: listField(t, ArticleList, {
      description: 'The pieces that quote them, newest first.',
      scope: (speaker: typeof speakers) => (article, aliases) => {
        const quote = aliases.of(quotes);
        return [
          sql`${article.id} IN (SELECT ${quote.articleId} FROM ${fromRow(quote)} WHERE ${quote.speakerId} = ${speaker.id})`,
        ];
      },
    }),
    createdAt: t.column(speakers.createdAt, { type: 'DateTime', description: 'When the record was made.' }),
    updatedAt: t.column(speakers.updatedAt, {
      type: 'DateTime',
      description: 'When the record was last changed.',
    }),
  }),
});

export const SpeakerFilter = filterInput('SpeakerFilter', 'speakers', (t) => ({
  ...namedRecordFields(t),
  kind: t.field({ type: [SpeakerKind], description: 'One of these kinds.' }),
}));

export const SpeakerList = listType({
  node: Speaker,
  definition: speakerList,
  plural: 'speakers',
  filter: SpeakerFilter,
  orderings: {
    NAME: 'The name, in the order of its characters.',
    QUOTE_COUNT: 'How many quotations are theirs.',
  },
});

builder.queryField('speakers', (t) =>
  listField(t, SpeakerList, { description: 'Whoever is quoted in the archive.' }),
);

lookUpField('speaker', {
  type: Speaker,
  table: speakers,
  by: { id: (speaker) => speaker.nodeId, slug: (speaker) => speaker.slug },
  description: 'One speaker, or null when the archive does not hold them.',
});
