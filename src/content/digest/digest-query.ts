import { type SQL, sql } from 'drizzle-orm';
import type { DigestChoice } from '../../export/digest/choose-digest.ts';
import { Argument } from '../../query/argument.ts';
import { jsonArray, jsonBoolean, jsonObject } from '../../query/json-sql.ts';
import { Aliases, fromRow, type ListDefinition, type ListedTable, type Row } from '../../query/list.ts';
import { listKeys, plainRequest } from '../../query/list-keys.ts';
import { buildAnswer, type Statement } from '../../query/statement.ts';
import { articleList } from '../article/article-list.ts';
import {
  articleReports,
  articles,
  articleThemes,
  nearDuplicates,
  translations,
  UNDATED,
} from '../article/article-table.ts';
import { outletName } from '../citation/citable-sql.ts';
import { links } from '../link/link-table.ts';
import { quoteList } from '../quote/quote-list.ts';
import { quotes } from '../quote/quote-table.ts';
import { speakers } from '../speaker/speaker-table.ts';
import { themeClosure, themes } from '../theme/theme-table.ts';

/** The days of an issue, ISO 8601, both included, and the pieces that may come in. */
export interface DigestWindow {
  readonly from: string;
  readonly to: string;
  /** A value of `ArticleFilter`, coerced. */
  readonly filter: unknown;
}

/** Pieces and quotations that are looked at for one issue, at most: the newest. */
const MAX_PIECES = 2_000;
const MAX_QUOTES = 1_000;

/** Below it, words or speaker may be wrong: fine for a search, not for a newsletter. */
const MIN_CONFIDENCE = 0.6;

/** The newest day on which a piece was published that passes a filter, or null. */
export function newestDay(filter: unknown): Statement {
  const aliases = new Aliases();
  const keys = keysOf(articleList, { and: [filter, { isDated: true }] }, aliases);
  return buildAnswer(
    sql`(SELECT date(date / 1000, 'unixepoch') FROM (${keys.page(sql`1`)}) WHERE date > ${sql.raw(String(UNDATED))})`,
    aliases.checks,
  );
}

/** `{ pieces, quotes }`: what may come into an issue, newest first, as `chooseDigest` takes it. */
export function digestCandidates(window: DigestWindow): Statement {
  const aliases = new Aliases();
  const datePublished = { from: window.from, to: window.to };
  const pieces = keysOf(articleList, { and: [window.filter, { datePublished }] }, aliases);
  const said = keysOf(
    quoteList,
    {
      and: [
        {
          datePublished,
          speakerStatus: ['NAMED'],
          kind: ['DIRECT'], // a newsletter prints them in quotation marks
          place: ['BODY'],
          minConfidence: MIN_CONFIDENCE,
        },
        { article: window.filter },
      ],
    },
    aliases,
  );
  const [piece, quote] = [aliases.of(articles), aliases.of(quotes)];
  return buildAnswer(
    jsonObject([
      ['pieces', jsonArray(pieceJson(piece, aliases), listed(pieces.page(sql`${MAX_PIECES}`), piece))],
      ['quotes', jsonArray(quoteJson(quote), listed(said.page(sql`${MAX_QUOTES}`), quote))],
    ]),
    aliases.checks,
  );
}

const keysOf = <Table extends ListedTable>(list: ListDefinition<Table>, filter: unknown, aliases: Aliases) =>
  listKeys(list, plainRequest({ filter: Argument.constant(filter) }), () => [], aliases);

const listed = (page: SQL, row: Row<ListedTable>): SQL =>
  sql`(${page}) page CROSS JOIN ${fromRow(row)} ON ${row.id} = page.id`;

function pieceJson(piece: Row<typeof articles>, aliases: Aliases): SQL {
  const [link, report, theme] = [aliases.of(links), aliases.of(articleReports), aliases.of(articleThemes)];
  const [closure, translation, back, near] = [
    aliases.of(themeClosure),
    aliases.of(translations),
    aliases.of(translations),
    aliases.of(nearDuplicates),
  ];
  const root = sql`(SELECT ${closure.ancestorId} FROM ${fromRow(closure)} WHERE ${closure.descendantId} = ${theme.themeId} ORDER BY ${closure.distance} DESC LIMIT 1)`;
  const twins = sql`(SELECT ${translation.translationId} AS id FROM ${fromRow(translation)} WHERE ${translation.articleId} = ${piece.id} AND ${translation.translationId} IS NOT NULL UNION SELECT ${back.articleId} FROM ${fromRow(back)} WHERE ${back.translationId} = ${piece.id} UNION SELECT ${near.otherId} FROM ${fromRow(near)} WHERE ${near.articleId} = ${piece.id})`;
  return jsonObject([
    ['id', sql`${piece.id}`],
    ['isRepublished', jsonBoolean(sql`${piece.isRepublished}`)],
    [
      'isInReport',
      jsonBoolean(sql`EXISTS (SELECT 1 FROM ${fromRow(report)} WHERE ${report.articleId} = ${piece.id})`),
    ],
    ['hasImage', jsonBoolean(sql`${piece.hasImage}`)],
    ['hasSummary', jsonBoolean(sql`(${piece.description} IS NOT NULL)`)],
    ['quoteCount', sql`${piece.quoteCount}`],
    ['wordCount', sql`${piece.wordCount}`],
    [
      'citedByCount',
      sql`(SELECT count(DISTINCT ${link.articleId}) FROM ${fromRow(link)} WHERE ${link.targetId} = ${piece.id})`,
    ],
    [
      'themes',
      sql`(SELECT json_group_array(root) FROM (SELECT ${root} AS root FROM ${fromRow(theme)} WHERE ${theme.articleId} = ${piece.id} ORDER BY ${theme.position} LIMIT -1))`,
    ],
    ['twins', sql`(SELECT json_group_array(id) FROM ${twins})`],
  ]);
}

const quoteJson = (quote: Row<typeof quotes>): SQL =>
  jsonObject([
    ['id', sql`${quote.id}`],
    ['articleId', sql`${quote.articleId}`],
    ['speakerId', sql`${quote.speakerId}`],
    ['length', sql`length(${quote.text})`],
    ['confidence', sql`${quote.confidence}`],
  ]);

/** `{ pieces, themes, quotes }`: what is printed of an issue's records, by row number. */
export function digestTexts({ lead, sections, quotes: said }: DigestChoice): Statement {
  const aliases = new Aliases();
  const [piece, theme, quote] = [aliases.of(articles), aliases.of(themes), aliases.of(quotes)];
  const among = (ids: readonly number[], row: Row<ListedTable>): SQL =>
    sql`json_each(${JSON.stringify(ids)}) page CROSS JOIN ${fromRow(row)} ON ${row.id} = page.value`;
  const pieceIds = [...lead, ...sections.flatMap(({ pieces }) => pieces)];
  const [held, speaker] = [aliases.of(articles), aliases.of(speakers)];
  const ofArticle = (value: SQL): SQL =>
    sql`(SELECT ${value} FROM ${fromRow(held)} WHERE ${held.id} = ${quote.articleId})`;
  return buildAnswer(
    jsonObject([
      [
        'pieces',
        jsonArray(
          jsonObject([
            ['id', sql`${piece.id}`],
            ['headline', sql`${piece.headline}`],
            ['slug', sql`${piece.slug}`],
            ['url', sql`${piece.url}`],
            ['inLanguage', sql`${piece.inLanguage}`],
            ['outlet', outletName(sql`${piece.publisherId}`, aliases)],
            ['byline', sql`${piece.byline}`],
            ['datePublished', sql`${piece.datePublished}`],
            ['description', sql`${piece.description}`],
            ['opening', sql`substr(${piece.body}, 1, 600)`],
          ]),
          among(pieceIds, piece),
        ),
      ],
      [
        'themes',
        jsonArray(
          jsonObject([
            ['id', sql`${theme.id}`],
            ['name', sql`${theme.name}`],
          ]),
          among(
            sections.map(({ theme: id }) => id),
            theme,
          ),
        ),
      ],
      [
        'quotes',
        jsonArray(
          jsonObject([
            ['text', sql`${quote.text}`],
            ['inLanguage', sql`${quote.inLanguage}`],
            [
              'speaker',
              sql`(SELECT ${speaker.name} FROM ${fromRow(speaker)} WHERE ${speaker.id} = ${quote.speakerId})`,
            ],
            ['role', sql`${quote.speakerRole}`],
            ['articleHeadline', ofArticle(sql`${held.headline}`)],
            ['articleSlug', ofArticle(sql`${held.slug}`)],
            ['articleUrl', ofArticle(sql`${held.url}`)],
          ]),
          among(said, quote),
        ),
      ],
    ]),
    [],
  );
}
