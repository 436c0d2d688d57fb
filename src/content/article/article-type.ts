import { eq, sql } from 'drizzle-orm';
import { builder, implementRow, rowRef } from '../../graphql/builder.ts';
import { listField, listType } from '../../graphql/connection.ts';
import { ArticleFacets } from '../../graphql/facet-types.ts';
import { DateRange, filterInput, IntRange, RecordFilter, TermFilter } from '../../graphql/filter-inputs.ts';
import { lookUpField } from '../../graphql/lookup.ts';
import { PartialDate, partialDateValues } from '../../graphql/partial-date-type.ts';
import { Node } from '../../graphql/relay.ts';
import { timelineField } from '../../graphql/timeline-type.ts';
import { jsonBoolean } from '../../query/json-sql.ts';
import { fromRow } from '../../query/list.ts';
import { authors } from '../author/author-table.ts';
import { Author } from '../author/author-type.ts';
import { citableArticle } from '../citation/citable-sql.ts';
import { Citable, citableFields } from '../citation/citable-type.ts';
import { links } from '../link/link-table.ts';
import { Link } from '../link/link-type.ts';
import { outlets } from '../outlet/outlet-table.ts';
import { Outlet } from '../outlet/outlet-type.ts';
import { QuoteFilter, QuoteList } from '../quote/quote-type.ts';
import { regions } from '../region/region-table.ts';
import { Region } from '../region/region-type.ts';
import { reports } from '../report/report-table.ts';
import { Report } from '../report/report-type.ts';
import { Rights } from '../rights/rights-type.ts';
import { themes } from '../theme/theme-table.ts';
import { Theme } from '../theme/theme-type.ts';
import { articleList } from './article-list.ts';
import { Image, Original, Provenance, Revision } from './article-parts-type.ts';
import {
  articleAuthors,
  articleKeywords,
  articleNotes,
  articleRegions,
  articleReports,
  articles,
  articleThemes,
  nearDuplicates,
  revisions,
  translations,
} from './article-table.ts';
import { linkedDataNeeds, printLinkedData } from './json-ld-sql.ts';
import { ShareLink, shareLinksOf } from './share-link-type.ts';
import { Translation } from './translation-type.ts';

const BodyFormat = builder.enumType('BodyFormat', {
  description: 'The form in which a body is given.',
  values: {
    TEXT: {
      description:
        'Plain text, one blank line between paragraphs. Offsets of quotations and links count its UTF-16 units.',
    },
    MARKDOWN: { description: 'CommonMark, without raw HTML.' },
    HTML: { description: 'Sanitised HTML: no scripts, no styles, only addresses that are safe to follow.' },
  } as const,
});

export const Article = rowRef('Article', articles);

implementRow(Article, {
  table: articles,
  description: 'A published news item (schema.org NewsArticle).',
  interfaces: [Node, Citable],
  fields: (t) => ({
    id: t.column(articles.nodeId, {
      type: 'ID',
      description: 'The global ID. It stays when the piece is imported anew.',
    }),
    slug: t.column(articles.slug, { description: 'The name for addresses: `the-ice-road-south-of-maradi`.' }),
    ...citableFields<typeof articles>(t, {
      work: (article, aliases) => citableArticle(article, aliases),
      permalink: (article) => sql`'/articles/' || ${article.slug}`,
    }),
    url: t.column(articles.url, {
      type: 'URL',
      description: 'Its canonical address at the outlet. Null when the capture gives none.',
    }),
    externalId: t.column(articles.externalId, {
      description: 'Its key at the origin: the ID in a feed or a CMS. Null when there is none.',
    }),
    headline: t.column(articles.headline, { description: 'The title as printed.' }),
    alternativeHeadline: t.column(articles.alternativeHeadline, {
      description: 'The deck under the title. Null when there is none.',
    }),
    description: t.column(articles.description, {
      description: 'The standfirst or summary, plain text. Null when the page gives none.',
    }),
    byline: t.column(articles.byline, {
      description: 'The author line as printed, "By" included. Null where the page prints none.',
    }),
    authors: t.members({
      type: Author,
      table: authors,
      link: articleAuthors,
      of: (link, article) => eq(link.articleId, article.id),
      member: (link) => link.authorId,
      by: (link) => sql`${link.position}`,
      description: 'Who wrote it, resolved from the byline, in printed order (IPTC Creator).',
    }),
    publisher: t.one({
      type: Outlet,
      table: outlets,
      nullable: true,
      description: 'The outlet in which it appeared. Null when the page does not say.',
      on: (outlet, article) => eq(outlet.id, article.publisherId),
    }),
    datePublished: t.object({
      type: PartialDate,
      when: (article) => sql`${article.datePublished} IS NOT NULL`,
      values: (article) =>
        partialDateValues(
          article.datePublished,
          article.datePublishedPrecision,
          article.datePublishedPrinted,
        ),
      description:
        'When it was published, as precisely as the page says. Null when it does not: never a guess.',
    }),
    dateModified: t.object({
      type: PartialDate,
      when: (article) => sql`${article.dateModified} IS NOT NULL`,
      values: (article) =>
        partialDateValues(article.dateModified, article.dateModifiedPrecision, article.dateModifiedPrinted),
      description: 'When it was last changed, as the page says. Null when it does not.',
    }),
    dateline: t.column(articles.dateline, {
      description:
        'The place, and at times the day, that opens the report: "GENEVA, 9 March". Null when the text opens with none.',
    }),
    isRepublished: t.column(articles.isRepublished, {
      description: 'Whether the page names an original source.',
    }),
    isBasedOn: t.group({
      type: Original,
      when: (article) => sql`${article.isRepublished} = 1`,
      description: 'The work it was taken from (schema.org isBasedOn). Null for an original piece.',
    }),
    regions: t.members({
      type: Region,
      table: regions,
      link: articleRegions,
      of: (link, article) => eq(link.articleId, article.id),
      member: (link) => link.regionId,
      by: (link) => sql`${link.position}`,
      description: 'The places it is about, as the page states them (schema.org spatialCoverage).',
    }),
    themes: t.members({
      type: Theme,
      table: themes,
      link: articleThemes,
      of: (link, article) => eq(link.articleId, article.id),
      member: (link) => link.themeId,
      by: (link) => sql`${link.position}`,
      description: 'Its subjects, as the page states them (schema.org about).',
    }),
    reports: t.members({
      type: Report,
      table: reports,
      link: articleReports,
      of: (link, article) => eq(link.articleId, article.id),
      member: (link) => link.reportId,
      by: (link) => sql`${link.position}`,
      description: 'The in-depth reports that it belongs to.',
    }),
    keywords: t.expression({
      type: ['String'],
      description: 'Free keywords of the page, which are no themes.',
      sql: (article, _args, aliases) => {
        const keyword = aliases.of(articleKeywords);
        return sql`(SELECT json_group_array(keyword) FROM (SELECT ${keyword.keyword} AS keyword FROM ${fromRow(keyword)} WHERE ${keyword.articleId} = ${article.id} ORDER BY ${keyword.position} LIMIT -1))`;
      },
    }),
    inLanguage: t.column(articles.inLanguage, {
      type: 'Language',
      description: 'The language it is in; `und` when it is not known.',
    }),
    isLanguageInferred: t.column(articles.inLanguageInferred, {
      description: 'Whether the language was found from the text, because the page does not state it.',
    }),
    translations: t.children({
      type: Translation,
      table: translations,
      of: (translation, article) => eq(translation.articleId, article.id),
      by: (translation) => sql`${translation.position}`,
      description: 'The same piece in other languages, as the page states them (schema.org workTranslation).',
    }),
    body: t.expression({
      type: 'String',
      description: 'The text of the piece, without the page around it.',
      args: { format: t.arg({ type: BodyFormat, defaultValue: 'TEXT', description: 'In which form.' }) },
      sql: (article, args) => {
        const columns = { TEXT: article.body, MARKDOWN: article.bodyMarkdown, HTML: article.bodyHtml };
        return sql`${columns[(args('format').choice ?? 'TEXT') as keyof typeof columns]}`; // GraphQL lets no other value through
      },
    }),
    wordCount: t.column(articles.wordCount, { description: 'Words of the body.' }),
    links: t.children({
      type: Link,
      table: links,
      of: (link, article) => eq(link.articleId, article.id),
      by: (link) => sql`${link.position}`,
      description: 'The links in the body, in order.',
    }),
    quotes: listField(t, QuoteList, {
      description: 'What is said in it, in the order of the text.',
      order: { field: 'POSITION', direction: 'ASC' },
      scope: (article: typeof articles) => (quote) => [eq(quote.articleId, article.id)],
    }),
    quoteCount: t.column(articles.quoteCount, { description: 'How many quotations it holds.' }),
    notes: t.expression({
      type: ['String'],
      description: "Notes to readers and editor's notes, kept out of the body and out of search.",
      sql: (article, _args, aliases) => {
        const note = aliases.of(articleNotes);
        return sql`(SELECT json_group_array(text) FROM (SELECT ${note.text} AS text FROM ${fromRow(note)} WHERE ${note.articleId} = ${article.id} ORDER BY ${note.position} LIMIT -1))`;
      },
    }),
    image: t.group({
      type: Image,
      when: (article) => sql`${article.hasImage} = 1`,
      description: 'The featured image, as far as the page tells. Null when it tells nothing.',
    }),
    rights: t.group({ type: Rights, description: 'What the page prints about rights.' }),
    shareLinks: t.computed({
      type: [ShareLink],
      description: 'Addresses with which a reader passes the piece on. Empty for a piece without an address.',
      needs: (article) => ({ url: article.url, headline: article.headline }),
      resolve: shareLinksOf,
    }),
    discussionUrl: t.column(articles.discussionUrl, {
      type: 'URL',
      description: 'Where readers comment on it (schema.org discussionUrl).',
    }),
    boilerplate: t.expression({
      type: ['String'],
      description:
        'Lines of the page that belong to the site and not to the piece, as printed: kept so that nothing is lost.',
      sql: (article) => sql`json(${article.boilerplate})`,
    }),
    provenance: t.objects({
      type: Provenance,
      description: 'Where each value came from.',
      rows: (article, _args, aliases) => {
        const entry = sql.identifier(aliases.name());
        return {
          from: sql`json_each(${article.provenance}) ${entry}`,
          values: { field: sql`${entry}.key`, source: sql`CAST(${entry}.value AS TEXT)` },
        };
      },
    }),
    cites: listField(t, ArticleList, {
      description: 'Pieces of the archive that it links to.',
      scope: (article: typeof articles) => (cited, aliases) => {
        const link = aliases.of(links);
        return [
          sql`${cited.id} IN (SELECT ${link.targetId} FROM ${fromRow(link)} WHERE ${link.articleId} = ${article.id})`,
        ];
      },
    }),
    citedBy: listField(t, ArticleList, {
      description: 'Pieces of the archive that link to it.',
      scope: (article: typeof articles) => (citing, aliases) => {
        const link = aliases.of(links);
        return [
          sql`${citing.id} IN (SELECT ${link.articleId} FROM ${fromRow(link)} WHERE ${link.targetId} = ${article.id})`,
        ];
      },
    }),
    nearDuplicates: t.members({
      type: Article,
      table: articles,
      link: nearDuplicates,
      of: (pair, article) => eq(pair.articleId, article.id),
      member: (pair) => pair.otherId,
      by: (pair) => sql`${pair.similarity} DESC, ${pair.otherId}`,
      description: 'Pieces that share most of its text, the most alike first.',
    }),
    revisions: t.children({
      type: Revision,
      table: revisions,
      of: (revision, article) => eq(revision.articleId, article.id),
      by: (revision) => sql`${revision.number} DESC`,
      description: 'Each state in which it came in, the present one first.',
    }),
    isUpdated: t.expression({
      type: 'Boolean',
      description: 'Whether it came in more than once with different contents.',
      sql: (article) => jsonBoolean(sql`${article.revisionNumber} > 1`),
    }),
    jsonLd: t.computed({
      type: 'JSONObject',
      description:
        'The piece as linked data: a schema.org NewsArticle in JSON-LD, its quotations as parts. What the page does not say is left out.',
      needs: linkedDataNeeds,
      resolve: printLinkedData,
    }),
    createdAt: t.column(articles.createdAt, { type: 'DateTime', description: 'When its record was made.' }),
    updatedAt: t.column(articles.updatedAt, {
      type: 'DateTime',
      description: 'When its record was last changed.',
    }),
  }),
});

export const ArticleFilter = filterInput('ArticleFilter', 'articles', (t) => ({
  id: t.field({ type: ['ID'], description: 'One of these global IDs.' }),
  slug: t.stringList({ description: 'One of these slugs.' }),
  region: t.field({ type: TermFilter, description: 'About one of these places.' }),
  theme: t.field({ type: TermFilter, description: 'On one of these themes.' }),
  report: t.field({ type: RecordFilter, description: 'Part of one of these in-depth reports.' }),
  author: t.field({
    type: RecordFilter,
    description: 'Written by one of these authors, alone or with others.',
  }),
  speaker: t.field({ type: RecordFilter, description: 'Quotes one of these speakers.' }),
  publisher: t.field({ type: RecordFilter, description: 'Appeared in one of these outlets.' }),
  isBasedOn: t.field({ type: RecordFilter, description: 'Taken from one of these outlets.' }),
  cites: t.field({ type: RecordFilter, description: 'Links to one of these articles.' }),
  citedBy: t.field({ type: RecordFilter, description: 'One of these articles links to it.' }),
  datePublished: t.field({
    type: DateRange,
    description: 'Published in this range. A piece dated by month or year counts by its first day.',
  }),
  isDated: t.boolean({ description: 'Whether the page gives a date.' }),
  inLanguage: t.field({ type: ['Language'], description: 'In one of these languages.' }),
  isRepublished: t.boolean({ description: 'Whether it was taken from another source.' }),
  hasImage: t.boolean({ description: 'Whether the page tells of a featured image.' }),
  hasQuotes: t.boolean({ description: 'Whether anybody is quoted.' }),
  hasTranslation: t.boolean({ description: 'Whether the page names a translation.' }),
  wordCount: t.field({ type: IntRange, description: 'As many words of body.' }),
  keyword: t.stringList({ description: 'With one of these keywords.' }),
  text: t.string({
    description:
      'Words in headline, deck, summary or body, as in a search box: `"exact phrase"`, `word*`, `-word`. Accents and case do not matter.',
  }),
  quotes: t.field({ type: QuoteFilter, description: 'At least one quotation in it passes this filter.' }),
}));

export const ArticleList = listType({
  node: Article,
  definition: articleList,
  plural: 'articles',
  filter: ArticleFilter,
  orderings: {
    DATE_PUBLISHED: 'When it was published; undated ones are oldest.',
    HEADLINE: 'The title, in the order of its characters.',
    WORD_COUNT: 'How long it is.',
    CREATED_AT: 'When its record was made.',
    UPDATED_AT: 'When its record was last changed.',
  },
  over: (t) => ({
    facets: t.planned({
      type: ArticleFacets,
      plan: { kind: 'overAll' },
      description:
        'Counts by region, theme, author and so on, under the same filter. Exact; worked out only when asked for, and the cost grows with the list.',
    }),
    timeline: timelineField(t, 'articles'),
  }),
});

builder.queryField('articles', (t) =>
  listField(t, ArticleList, { description: 'The pieces of the archive, newest first.' }),
);

lookUpField('article', {
  type: Article,
  table: articles,
  by: { id: (article) => article.nodeId, slug: (article) => article.slug, url: (article) => article.url },
  description: 'One article, or null when the archive does not hold it.',
});
