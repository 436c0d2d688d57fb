import type { InferInsertModel } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import * as tables from '../../src/archive/archive-tables.ts';
import type { DrizzleDatabase } from '../../src/archive/database.ts';
import { AUTHORS, LANGUAGES, OUTLETS, REGIONS, REPORTS, SPEAKERS, THEMES } from './seed-names-data.ts';
import { seedArticle } from './seed-text.ts';

export interface SeedOptions {
  /** How many articles; every eleventh is undated, every third shares its day with the two before it. */
  readonly articles?: number;
  /** `:memory:` unless given. */
  readonly url?: string;
}

const AT = '2026-01-01T00:00:00.000Z';
const stamps = { createdAt: AT, updatedAt: AT };
const DAY_MS = 86_400_000;

/** The newest day on which a seeded piece is published: 2026-01-15. */
const NEWEST_DAY = Date.UTC(2026, 0, 15);

/** SQLite takes 32,766 values a statement; the widest table has 45 columns. */
const CHUNK = 400;

/** The parts of a seeded article that tests reckon with, by its number from 1. */
export function seedFacts(number: number) {
  const isUndated = number % 11 === 0;
  const sortKey = isUndated ? tables.UNDATED : NEWEST_DAY - Math.floor(number / 3) * 3 * DAY_MS;
  return {
    sortKey,
    day: isUndated ? null : new Date(sortKey).toISOString().slice(0, 10),
    authors: number % 4 === 0 ? [number % 5, (number + 2) % 5] : [number % 5],
    regions: number % 7 === 0 ? [] : number % 6 === 0 ? [3, 5] : [2 + (number % 5)],
    themes: number % 8 === 0 ? [] : [number % THEMES.length],
    reports: number % 5 === 0 ? [number % REPORTS.length] : [],
    publisher: number % 13 === 0 ? null : number % OUTLETS.length,
    isBasedOn: number % 9 === 0 ? (number + 1) % OUTLETS.length : null,
    inLanguage: LANGUAGES[number % 5 === 0 ? 1 : number % 9 === 0 ? 2 : 0] ?? 'en',
    cites: [number - 1, number - 10].filter((cited) => cited > 0 && number % 3 === 0),
  };
}

/** An archive of made-up articles, the same each time, in memory unless told otherwise. */
export async function seedArchive({ articles = 60, url = ':memory:' }: SeedOptions = {}): Promise<Archive> {
  const archive = await openArchive({ url });
  await archive.database.write(async ({ drizzle, all }) => {
    await insertNames(drizzle);
    for (let from = 1; from <= articles; from += CHUNK)
      await insertArticles(drizzle, from, Math.min(from + CHUNK - 1, articles));
    await all(
      'UPDATE speakers SET quote_count = (SELECT count(*) FROM quotes WHERE speaker_id = speakers.id)',
    );
    for (const [name, of] of [
      ['authors', 'article_authors WHERE author_id'],
      ['regions', 'article_region_tree WHERE region_id'],
      ['themes', 'article_theme_tree WHERE theme_id'],
      ['reports', 'article_reports WHERE report_id'],
      ['outlets', 'articles WHERE publisher_id'],
    ] as const)
      await all(`UPDATE ${name} SET article_count = (SELECT count(*) FROM ${of} = ${name}.id)`);
  });
  return archive;
}

async function insertNames(drizzle: DrizzleDatabase): Promise<void> {
  await drizzle
    .insert(tables.outlets)
    .values(
      OUTLETS.map((outlet, index) => ({ id: index + 1, nodeId: `Outlet${index + 1}`, ...outlet, ...stamps })),
    );
  await drizzle
    .insert(tables.authors)
    .values(
      AUTHORS.map((author, index) => ({ id: index + 1, nodeId: `Author${index + 1}`, ...author, ...stamps })),
    );
  await drizzle
    .insert(tables.reports)
    .values(
      REPORTS.map((report, index) => ({ id: index + 1, nodeId: `Report${index + 1}`, ...report, ...stamps })),
    );
  await drizzle.insert(tables.speakers).values(
    SPEAKERS.map((speaker, index) => ({
      id: index + 1,
      nodeId: `Speaker${index + 1}`,
      ...speaker,
      ...stamps,
    })),
  );
  await drizzle.insert(tables.speakerNames).values(
    SPEAKERS.map(({ name }, index) => ({
      key: name.toLowerCase(),
      speakerId: index + 1,
      name,
      origin: 'PRINTED' as const,
    })),
  );
  await drizzle
    .insert(tables.regions)
    .values(
      REGIONS.map((region, index) => ({ id: index + 1, nodeId: `Region${index + 1}`, ...region, ...stamps })),
    );
  await drizzle.insert(tables.regionClosure).values(closure(REGIONS));
  await drizzle
    .insert(tables.themes)
    .values(
      THEMES.map((theme, index) => ({ id: index + 1, nodeId: `Theme${index + 1}`, ...theme, ...stamps })),
    );
  await drizzle.insert(tables.themeClosure).values(closure(THEMES));
}

interface Term {
  readonly parentId: number | null;
}

/** The term and everything above it, the nearest first. */
function lineage(terms: readonly Term[], id: number): number[] {
  const parent = terms[id - 1]?.parentId ?? null;
  return [id, ...(parent === null ? [] : lineage(terms, parent))];
}

const closure = (terms: readonly Term[]) =>
  terms.flatMap((_, index) =>
    lineage(terms, index + 1).map((ancestorId, distance) => ({
      ancestorId,
      descendantId: index + 1,
      distance,
    })),
  );

/** All terms over the given ones, each once. */
const treeOf = (terms: readonly Term[], ids: readonly number[]): number[] => [
  ...new Set(ids.flatMap((id) => lineage(terms, id))),
];

async function insertArticles(drizzle: DrizzleDatabase, from: number, to: number): Promise<void> {
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const seeded = numbers.map((number) => ({ number, facts: seedFacts(number), text: seedArticle(number) }));
  await drizzle.insert(tables.articles).values(
    seeded.map(({ number, facts, text }) => ({
      id: number,
      nodeId: `Article${number}`,
      slug: `piece-${number}`,
      naturalKey: `piece-${number}`,
      url: `https://news.example/${number}/`,
      headline: text.headline,
      description: text.description,
      byline: `By ${facts.authors.map((author) => AUTHORS[author]?.name).join(' and ')}`,
      publisherId: facts.publisher === null ? null : facts.publisher + 1,
      datePublished: facts.day,
      datePublishedPrecision: facts.day === null ? null : ('DAY' as const),
      sortKey: facts.sortKey,
      isRepublished: facts.isBasedOn !== null,
      isBasedOnOutletId: facts.isBasedOn === null ? null : facts.isBasedOn + 1,
      inLanguage: facts.inLanguage,
      bodyMarkdown: text.body,
      bodyHtml: `<p>${text.body}</p>`,
      body: text.body,
      wordCount: text.body.split(/\s+/).length,
      hasImage: number % 4 === 1,
      imageCredit: number % 4 === 1 ? 'Ada Venn' : null,
      contentHash: `hash-${number}`,
      quoteCount: text.quotes.length,
      createdAt: new Date(Date.parse(AT) + (number % 7) * 1000).toISOString(),
      updatedAt: AT,
    })),
  );
  const rows = <Row>(of: (item: (typeof seeded)[number]) => Row[]): Row[] => seeded.flatMap(of);
  await insertAll(drizzle, tables.quotes, rows(quoteRows));
  await insertAll(
    drizzle,
    tables.articleAuthors,
    rows(({ number, facts }) => linked(number, facts, facts.authors, 'authorId', 1)),
  );
  await insertAll(
    drizzle,
    tables.articleReports,
    rows(({ number, facts }) => linked(number, facts, facts.reports, 'reportId', 1)),
  );
  await insertAll(
    drizzle,
    tables.articleRegions,
    rows(({ number, facts }) =>
      linked(number, facts, facts.regions, 'regionId', 0).map((row) => ({ ...row, printed: 'as printed' })),
    ),
  );
  await insertAll(
    drizzle,
    tables.articleRegionTree,
    rows(({ number, facts }) => linked(number, facts, treeOf(REGIONS, facts.regions), 'regionId', 0)),
  );
  await insertAll(
    drizzle,
    tables.articleThemes,
    rows(({ number, facts }) =>
      linked(number, facts, facts.themes, 'themeId', 1).map((row) => ({ ...row, printed: 'as printed' })),
    ),
  );
  await insertAll(
    drizzle,
    tables.articleThemeTree,
    rows(({ number, facts }) =>
      linked(
        number,
        facts,
        treeOf(
          THEMES,
          facts.themes.map((theme) => theme + 1),
        ),
        'themeId',
        0,
      ),
    ),
  );
  await insertAll(
    drizzle,
    tables.links,
    rows(({ number, facts }) =>
      facts.cites.map((targetId, position) => ({
        articleId: number,
        position,
        text: 'as reported',
        url: `https://news.example/${targetId}/`,
        start: 0,
        end: 11,
        targetId,
        sortKey: facts.sortKey,
      })),
    ),
  );
  await insertAll(
    drizzle,
    tables.nearDuplicates,
    rows(({ number }) =>
      number % 20 === 0
        ? [
            { articleId: number, otherId: number - 1, similarity: 812 },
            { articleId: number - 1, otherId: number, similarity: 812 },
          ]
        : [],
    ),
  );
}

function quoteRows({
  number,
  facts,
  text,
}: {
  number: number;
  facts: ReturnType<typeof seedFacts>;
  text: ReturnType<typeof seedArticle>;
}) {
  return text.quotes.map(({ speaker, ...quote }, position) => ({
    ...quote,
    nodeId: `Quote${number}-${position}`,
    articleId: number,
    position,
    normalizedText: quote.text,
    wordsHash: quote.text.toLowerCase(),
    speakerId: speaker === null ? null : speaker + 1,
    speakerStatus: speaker === null ? ('UNKNOWN' as const) : ('NAMED' as const),
    speakerName: speaker === null ? null : (SPEAKERS[speaker]?.name ?? null),
    contextStart: quote.start,
    contextEnd: quote.end,
    confidence: 0.5 + (number % 5) / 10,
    rule: 'seed',
    extractionVersion: 1,
    inLanguage: facts.inLanguage,
    sortKey: facts.sortKey,
    ...stamps,
  }));
}

/** Rows of a link table; `offset` turns indexes into row numbers. */
function linked<Name extends string>(
  articleId: number,
  { sortKey }: { sortKey: number },
  ids: readonly number[],
  name: Name,
  offset: number,
) {
  return ids.map(
    (id, position) =>
      ({ articleId, position, sortKey, [name]: id + offset }) as {
        articleId: number;
        position: number;
        sortKey: number;
      } & Record<Name, number>, // a computed key is a string to the compiler
  );
}

async function insertAll<Table extends SQLiteTable>(
  drizzle: DrizzleDatabase,
  table: Table,
  rows: readonly InferInsertModel<Table>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK)
    await drizzle.insert(table).values(rows.slice(from, from + CHUNK) as never);
}
