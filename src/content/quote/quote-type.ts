import { eq, ne, type SQL, sql } from 'drizzle-orm';
import { builder, implementRow, rowRef } from '../../graphql/builder.ts';
import { listField, listType } from '../../graphql/connection.ts';
import { QuoteFacets } from '../../graphql/facet-types.ts';
import { DateRange, filterInput, RecordFilter } from '../../graphql/filter-inputs.ts';
import { lookUpField } from '../../graphql/lookup.ts';
import type { Arguments } from '../../graphql/plan-field.ts';
import { Node } from '../../graphql/relay.ts';
import { timelineField } from '../../graphql/timeline-type.ts';
import { jsonBoolean } from '../../query/json-sql.ts';
import { type Aliases, fromRow } from '../../query/list.ts';
import { textBefore, textBehind } from '../../text/text-around.ts';
import { textFragment } from '../../text/text-fragment.ts';
import { articles } from '../article/article-table.ts';
import { Article, ArticleFilter } from '../article/article-type.ts';
import { citableQuote } from '../citation/citable-sql.ts';
import { Citable, citableFields } from '../citation/citable-type.ts';
import { speakers } from '../speaker/speaker-table.ts';
import { Speaker } from '../speaker/speaker-type.ts';
import { QuoteCluster } from './quote-cluster-type.ts';
import { quoteList } from './quote-list.ts';
import { quotes } from './quote-table.ts';

export const QuoteKind = builder.enumType('QuoteKind', {
  description: 'How speech is reported.',
  values: {
    DIRECT: { description: 'Word for word, in quotation marks or as a block.' },
    MIXED: { description: 'Reported speech with words of the speaker in quotation marks.' },
    INDIRECT: { description: "Reported in the writer's words." },
  } as const,
});

export const SpeakerStatus = builder.enumType('SpeakerStatus', {
  description: 'What is known of who spoke.',
  values: {
    NAMED: { description: 'The piece names the speaker.' },
    ANONYMOUS: { description: 'The piece describes a source without naming it: "a senior official".' },
    UNKNOWN: { description: 'The piece does not tell, or not clearly.' },
  } as const,
});

export const QuotePlace = builder.enumType('QuotePlace', {
  description: 'In which part of the piece a quotation stands.',
  values: {
    BODY: { description: 'In the body.' },
    HEADLINE: { description: 'In the headline.' },
    CAPTION: { description: 'In the caption of a picture.' },
  } as const,
});

const QuoteMarkKind = builder.enumType('QuoteMarkKind', {
  description: 'What an editor has done to the words.',
  values: {
    OMISSION: { description: 'Words were left out: `(...)`, `[…]`.' },
    INSERTION: { description: 'Words were put in: `[and]`.' },
    EMPHASIS_ADDED: { description: 'Emphasis was added: `(emphasis added)`.' },
    SIC: { description: 'An oddity stands as spoken or written: `[sic]`.' },
  } as const,
});

const QuoteMark = builder.objectRef<object>('QuoteMark').implement({
  description: "An editor's mark in a quotation. Offsets count UTF-16 units of `Article.body(format: TEXT)`.",
  fields: (t) => ({
    kind: t.given({ type: QuoteMarkKind, description: 'What was done.' }),
    text: t.given({ type: 'String', description: 'The mark as printed.' }),
    start: t.given({ type: 'Int', description: 'Where it begins.' }),
    end: t.given({ type: 'Int', description: 'Where it ends, exclusive.' }),
  }),
});

const QuoteCue = builder.objectRef<object>('QuoteCue').implement({
  description:
    'The words that report speech, such as "said". Offsets count UTF-16 units of `Article.body(format: TEXT)`.',
  fields: (t) => ({
    text: t.given({ type: 'String', description: 'As printed.' }),
    start: t.given({ type: 'Int', description: 'Where it begins.' }),
    end: t.given({ type: 'Int', description: 'Where it ends, exclusive.' }),
  }),
});

interface TextSelector extends Pick<Stretch, 'start' | 'end'> {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** UTF-16 units of text on each side of a selector. */
const SELECTOR_CONTEXT = 32;

const TextQuoteSelector = builder.objectRef<TextSelector>('TextQuoteSelector').implement({
  description:
    'Where the words stand, so that they are found again when the text around them changes (W3C Web Annotation, TextQuoteSelector with TextPositionSelector).',
  fields: (t) => ({
    exact: t.exposeString('exact', {
      description: 'The words: what `start` and `end` cut out of the text in which they stand.',
    }),
    prefix: t.exposeString('prefix', {
      description: `Up to ${SELECTOR_CONTEXT} characters right before them.`,
    }),
    suffix: t.exposeString('suffix', {
      description: `Up to ${SELECTOR_CONTEXT} characters right behind them.`,
    }),
    start: t.exposeInt('start', { description: 'Where they begin, as in `Quote.start`.' }),
    end: t.exposeInt('end', { description: 'Where they end, exclusive.' }),
  }),
});

const QuoteContext = builder
  .objectRef<{ before: string; text: string; after: string }>('QuoteContext')
  .implement({
    description: 'A quotation with the text around it.',
    fields: (t) => ({
      before: t.exposeString('before', { description: 'The text right before it.' }),
      text: t.exposeString('text', {
        description: 'The quotation as printed, with the marks that stand between.',
      }),
      after: t.exposeString('after', { description: 'The text right behind it.' }),
    }),
  });

/** Characters of context that can be asked for on each side. */
const MAX_CONTEXT = 2_000;

export const Quote = rowRef('Quote', quotes);

implementRow(Quote, {
  table: quotes,
  description:
    'One quotation in one piece: the words, who said them, and where they stand (schema.org Quotation). All offsets count UTF-16 units of `Article.body(format: TEXT)`, those of a quotation in the headline (`place`) units of `Article.headline`.',
  interfaces: [Node, Citable],
  fields: (t) => ({
    id: t.column(quotes.nodeId, {
      type: 'ID',
      description:
        'The global ID. It stays when the piece is imported or its quotations are extracted anew and the words are still there.',
    }),
    ...citableFields<typeof quotes>(t, {
      work: citableQuote,
      permalink: (quote) => sql`'/quotes/' || ${quote.nodeId}`,
    }),
    text: t.column(quotes.text, { description: 'The words as printed, without the outer quotation marks.' }),
    normalizedText: t.column(quotes.normalizedText, {
      description: 'The words with editorial marks resolved: insertions put in, omissions closed up.',
    }),
    kind: t.column(quotes.kind, { type: QuoteKind, description: 'Word for word, partly so, or reported.' }),
    place: t.column(quotes.place, {
      type: QuotePlace,
      description: 'Whether it stands in the body, the headline or a caption.',
    }),
    speaker: t.one({
      type: Speaker,
      table: speakers,
      nullable: true,
      description: 'Who said it. Null when the piece names nobody: see `speakerStatus`.',
      on: (speaker, quote) => eq(speaker.id, quote.speakerId),
    }),
    speakerStatus: t.column(quotes.speakerStatus, {
      type: SpeakerStatus,
      description: 'Named, anonymous or unknown.',
    }),
    speakerName: t.column(quotes.speakerName, {
      description: 'The fullest name that this piece uses. Null when it names nobody.',
    }),
    speakerMention: t.column(quotes.speakerMention, {
      description: 'Who is named at the reporting words: "he", "the minister", "Doe".',
    }),
    speakerRole: t.column(quotes.speakerRole, {
      description: 'The role that this piece states: "head of the alliance". Null when none.',
    }),
    speakerDescription: t.column(quotes.speakerDescription, {
      description:
        'What the piece says of a source that it does not name: "a senior official". Null for others.',
    }),
    cue: t.object({
      type: QuoteCue,
      when: (quote) => sql`${quote.cueText} IS NOT NULL`,
      values: (quote) => ({
        text: sql`${quote.cueText}`,
        start: sql`${quote.cueStart}`,
        end: sql`${quote.cueEnd}`,
      }),
      description: 'The words that report it. Null when there are none.',
    }),
    sentence: t.computed({
      type: 'String',
      description: 'The sentence or sentences that hold it.',
      needs: (quote, _args, aliases) => ({
        text: printedText(quote, aliases),
        start: quote.contextStart,
        end: quote.contextEnd,
      }),
      resolve: ({ text, start, end }: Stretch) => text.slice(start, end),
    }),
    context: t.computed({
      type: QuoteContext,
      description: 'The text around it.',
      args: {
        before: t.arg.int({ defaultValue: 200, description: `Characters before it, 0 to ${MAX_CONTEXT}.` }),
        after: t.arg.int({ defaultValue: 200, description: `Characters behind it, 0 to ${MAX_CONTEXT}.` }),
      },
      needs: stretchOf,
      resolve: ({ text, start, end }: Stretch, { before, after }) => ({
        before: textBefore(text, start, bounded(before)),
        text: text.slice(start, end),
        after: textBehind(text, end, bounded(after)),
      }),
    }),
    start: t.column(quotes.start, { description: 'Where the words begin.' }),
    end: t.column(quotes.end, { description: 'Where they end, exclusive.' }),
    selector: t.computed({
      type: TextQuoteSelector,
      description: 'Where the words stand, in the terms of the W3C Web Annotation model.',
      needs: stretchOf,
      resolve: ({ text, start, end }: Stretch) => ({
        exact: text.slice(start, end),
        prefix: textBefore(text, start, SELECTOR_CONTEXT),
        suffix: textBehind(text, end, SELECTOR_CONTEXT),
        start,
        end,
      }),
    }),
    marks: t.objects({
      type: QuoteMark,
      description: 'Omissions, insertions and other marks of an editor, in order.',
      rows: (quote, _args, aliases) => {
        const mark = sql.identifier(aliases.name());
        const part = (name: string) => sql`${mark}.value ->> ${sql.raw(`'${name}'`)}`;
        return {
          from: sql`json_each(${quote.marks}) ${mark}`,
          values: { kind: part('kind'), text: part('text'), start: part('start'), end: part('end') },
        };
      },
    }),
    sourceUrl: t.column(quotes.sourceUrl, {
      type: 'URL',
      description: 'The link that backs it. Null when the piece gives none.',
    }),
    saidOn: t.column(quotes.saidOn, {
      description:
        'When it was said, as precisely as the piece states: ISO 8601, `2023-09-07` or `2023-09`. Null when it does not.',
    }),
    occasion: t.column(quotes.occasion, {
      description: 'On what occasion, as printed: "a meeting with …". Null when not stated.',
    }),
    position: t.column(quotes.position, {
      description: 'Its place among the quotations of the piece, from 0.',
    }),
    group: t.column(quotes.groupNumber, {
      description:
        'Parts of one broken quotation ("…," she said, "…") share a number within the piece. Null for an unbroken one.',
    }),
    confidence: t.column(quotes.confidence, {
      description: 'How likely words and speaker are both right, 0 to 1, as measured on labelled news.',
    }),
    rule: t.column(quotes.rule, { description: 'The rules that found it, for whoever wants to know why.' }),
    inLanguage: t.column(quotes.inLanguage, { type: 'Language', description: 'The language of the piece.' }),
    article: t.one({
      type: Article,
      table: articles,
      description: 'The piece that holds it.',
      on: (article, quote) => eq(article.id, quote.articleId),
    }),
    textFragmentUrl: t.computed({
      type: 'URL',
      nullable: true,
      description:
        'The address of the piece with a text fragment (WICG): a browser scrolls to the words and marks them. Null when the piece has no address.',
      needs: (quote, args, aliases) => ({
        ...stretchOf(quote, args, aliases),
        url: ofArticle(quote, 'url', aliases),
      }),
      resolve: ({ url, text, start, end }: Stretch & { url: string | null }) =>
        url === null ? null : `${url.replace(/#.*$/su, '')}${textFragment(text, start, end)}`,
    }),
    alsoIn: listField(t, QuoteList, {
      description:
        'Quotations in other pieces with the same words, or nearly: shortened, altered in a few words. `cluster` tells how they differ.',
      scope: (quote: typeof quotes) => (other) => [
        eq(other.clusterId, quote.clusterId),
        ne(other.articleId, quote.articleId),
      ],
    }),
    cluster: t.group({
      type: QuoteCluster,
      when: (quote) => sql`${quote.clusterId} IS NOT NULL`,
      description:
        'The same words, or nearly, in all pieces that quote them. Null for words that stand once.',
    }),
    isCurated: t.expression({
      type: 'Boolean',
      description: "Whether the archive's owner has corrected it. Extraction leaves it so.",
      sql: (quote) => jsonBoolean(sql`${quote.origin} = 'CURATED'`),
    }),
    createdAt: t.column(quotes.createdAt, { type: 'DateTime', description: 'When its record was made.' }),
    updatedAt: t.column(quotes.updatedAt, {
      type: 'DateTime',
      description: 'When its record was last changed.',
    }),
  }),
});

/** A stretch of the text in which it stands. Offsets count UTF-16 units, which SQLite knows nothing of. */
type Stretch = { readonly text: string; readonly start: number; readonly end: number };

/** The words of a quotation in the text in which it stands. */
const stretchOf = (quote: typeof quotes, _args: Arguments, aliases: Aliases) => ({
  text: printedText(quote, aliases),
  start: quote.start,
  end: quote.end,
});

/** The text that a quotation's offsets count in. */
const printedText = (quote: typeof quotes, aliases: Aliases): SQL =>
  sql`CASE ${quote.place} WHEN 'HEADLINE' THEN ${ofArticle(quote, 'headline', aliases)} ELSE ${ofArticle(quote, 'body', aliases)} END`;

function ofArticle(quote: typeof quotes, column: 'url' | 'headline' | 'body', aliases: Aliases): SQL {
  const article = aliases.of(articles);
  return sql`(SELECT ${article[column]} FROM ${fromRow(article)} WHERE ${article.id} = ${quote.articleId})`;
}

const bounded = (characters: number | null | undefined): number =>
  Math.min(Math.max(characters ?? 0, 0), MAX_CONTEXT);

export const QuoteFilter = filterInput('QuoteFilter', 'quotations', (t) => ({
  id: t.field({ type: ['ID'], description: 'One of these global IDs.' }),
  speaker: t.field({ type: RecordFilter, description: 'Said by one of these speakers.' }),
  speakerStatus: t.field({
    type: [SpeakerStatus],
    description: 'The speaker is named, anonymous or unknown.',
  }),
  kind: t.field({ type: [QuoteKind], description: 'One of these kinds.' }),
  place: t.field({ type: [QuotePlace], description: 'It stands in one of these places.' }),
  inLanguage: t.field({ type: ['Language'], description: 'The piece is in one of these languages.' }),
  text: t.string({
    description:
      'Words that it holds, as in a search box: `"exact phrase"`, `word*`, `-word`. Accents and case do not matter.',
  }),
  minConfidence: t.float({ description: 'At least this confidence, 0 to 1.' }),
  hasSource: t.boolean({ description: 'Whether a link backs it.' }),
  datePublished: t.field({ type: DateRange, description: 'The piece was published in this range.' }),
  saidOn: t.field({ type: DateRange, description: 'It was said in this range, as the piece states.' }),
  article: t.field({ type: ArticleFilter, description: 'The piece passes this filter.' }),
}));

export const QuoteList = listType({
  node: Quote,
  definition: quoteList,
  plural: 'quotations',
  filter: QuoteFilter,
  orderings: {
    DATE_PUBLISHED: 'When the piece was published; undated ones are oldest.',
    POSITION: 'The place in the piece.',
    CONFIDENCE: 'How likely words and speaker are right.',
    CREATED_AT: 'When the record was made.',
  },
  over: (t) => ({
    facets: t.planned({
      type: QuoteFacets,
      plan: { kind: 'overAll' },
      description:
        'Counts by region, theme, author and so on, under the same filter. Exact; worked out only when asked for, and the cost grows with the list.',
    }),
    timeline: timelineField(t, 'quotations'),
  }),
});

builder.queryField('quotes', (t) =>
  listField(t, QuoteList, { description: 'What is said in the archive, newest first.' }),
);

lookUpField('quote', {
  type: Quote,
  table: quotes,
  by: { id: (quote) => quote.nodeId },
  description: 'One quotation, or null when the archive does not hold it.',
});
