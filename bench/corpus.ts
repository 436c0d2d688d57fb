import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { openArchive } from '../src/archive/archive.ts';
import type { SqlValue, Transaction } from '../src/archive/database.ts';
import { articleSlug, articleUrl, type Corpus, nodeId } from './corpus-articles.ts';
import type { Named, Term } from './corpus-names.ts';

/** Articles a transaction. */
const BATCH = 2_000;

/** Rows a statement: beyond it longer statements gain nothing. */
const ROWS = 20;

const FIRST_CREATED = Date.UTC(2026, 0, 1);
const STAMP = new Date(FIRST_CREATED).toISOString();

/** Raised when the generator changes, so that old databases are made anew. */
const GENERATION = 2;

/** The database of a generated archive; made when it is not there yet. */
export async function corpusDatabase(folder: string, corpus: Corpus): Promise<string> {
  const path = `${folder}/corpus-${GENERATION}-${tablesHash()}-${corpus.size}x${corpus.bodySentences}.db`;
  if (existsSync(path)) return path;
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.part`;
  for (const ending of ['', '-wal', '-shm']) rmSync(`${unfinished}${ending}`, { force: true });
  const started = performance.now();
  await writeCorpus(unfinished, corpus);
  renameSync(unfinished, path);
  console.log(`made ${path} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return path;
}

/** Changes with the tables, so that a database made for others is not taken. */
function tablesHash(): string {
  const hash = createHash('sha256');
  const folder = new URL('../drizzle/', import.meta.url);
  for (const name of readdirSync(folder).sort())
    hash.update(readFileSync(new URL(`${name}/migration.sql`, folder)));
  return hash.digest('hex').slice(0, 8);
}

async function writeCorpus(path: string, corpus: Corpus): Promise<void> {
  const archive = await openArchive({ url: path });
  const { database } = archive;
  // What is generated refers to nothing that is not there. A large archive is written faster when index pages stay in
  // memory and the log is copied back less often.
  await database.script(
    'PRAGMA foreign_keys = OFF; PRAGMA cache_size = -524288; PRAGMA wal_autocheckpoint = 50000; PRAGMA synchronous = OFF',
  );
  // Indexes are built at the end, sorted, which takes a fraction of the time, but for those that triggers look things
  // up by.
  const indexes = (await database.all(
    "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND name NOT LIKE 'article%tree_by_article' AND name <> 'articles_by_search_key'",
    [],
  )) as [name: string, text: string][];
  for (const [name] of indexes) await database.script(`DROP INDEX ${name}`);
  await database.write(async (transaction) => insertNames(transaction, corpus));
  for (let from = 1; from <= corpus.size; from += BATCH) {
    const to = Math.min(corpus.size, from + BATCH - 1);
    await database.write(async (transaction) => insertArticles(transaction, corpus, from, to));
    if (to % 100_000 === 0) console.log(`${to} of ${corpus.size} articles`);
  }
  for (const [, text] of indexes) await database.script(text);
  await database.write(async ({ all }) => {
    for (const [name, counted] of [
      ['authors', 'article_count = (SELECT count(*) FROM article_authors WHERE author_id = authors.id)'],
      ['regions', 'article_count = (SELECT count(*) FROM article_region_tree WHERE region_id = regions.id)'],
      ['themes', 'article_count = (SELECT count(*) FROM article_theme_tree WHERE theme_id = themes.id)'],
      ['reports', 'article_count = (SELECT count(*) FROM article_reports WHERE report_id = reports.id)'],
      ['outlets', 'article_count = (SELECT count(*) FROM articles WHERE publisher_id = outlets.id)'],
      ['speakers', 'quote_count = (SELECT count(*) FROM quotes WHERE speaker_id = speakers.id)'],
    ] as const)
      await all(`UPDATE ${name} SET ${counted}`);
  });
  // As an import does when it has brought much.
  for (const fts of ['articles_fts', 'quotes_fts'])
    await database.write(async ({ all }) => all(`INSERT INTO ${fts} (${fts}) VALUES ('optimize')`));
  // Everything goes into the file itself, which is then renamed.
  await database.script('PRAGMA wal_checkpoint(TRUNCATE)');
  await archive.close();
}

/** Gathers rows of one table and writes them many at a time, by one kept statement. */
class Rows {
  readonly #pending: SqlValue[] = [];
  readonly #width: number;

  constructor(
    private readonly transaction: Transaction,
    private readonly table: string,
    private readonly columns: readonly string[],
  ) {
    this.#width = columns.length;
  }

  async add(...values: SqlValue[]): Promise<void> {
    this.#pending.push(...values);
    if (this.#pending.length === this.#width * ROWS) await this.flush();
  }

  async flush(): Promise<void> {
    const rows = this.#pending.length / this.#width;
    if (rows === 0) return;
    const row = `(${this.columns.map(() => '?').join()})`;
    await this.transaction.all(
      `INSERT INTO ${this.table} (${this.columns.join()}) VALUES ${Array.from({ length: rows }, () => row).join()}`,
      this.#pending,
    );
    this.#pending.length = 0;
  }
}

async function insertNames(transaction: Transaction, { names }: Corpus): Promise<void> {
  const node = ['id', 'node_id', 'created_at', 'updated_at', 'slug', 'name'];
  const insert = async (
    table: string,
    type: string,
    all: readonly Named[],
    columns: readonly string[] = [],
    values: (index: number) => SqlValue[] = () => [],
  ): Promise<void> => {
    const rows = new Rows(transaction, table, [...node, ...columns]);
    for (const [index, { slug, name }] of all.entries())
      await rows.add(index + 1, nodeId(type, index + 1), STAMP, STAMP, slug, name, ...values(index));
    await rows.flush();
  };
  await insert('authors', 'Author', names.authors, ['kind'], () => ['PERSON']);
  await insert('speakers', 'Speaker', names.speakers, ['kind'], () => ['PERSON']);
  await insert('outlets', 'Outlet', names.outlets, ['url'], (index) => [
    `https://outlet-${index + 1}.example`,
  ]);
  await insert('reports', 'Report', names.reports);
  const parent = (term: Term | undefined): number | null => term?.lineage[1] ?? null;
  await insert('regions', 'Region', names.regions, ['code', 'm49', 'kind', 'parent_id'], (index) => {
    const term = names.regions[index];
    return [term?.code ?? null, term?.m49 ?? null, term?.kind ?? '', parent(term)];
  });
  await insert('themes', 'Theme', names.themes, ['code', 'parent_id'], (index) => {
    const term = names.themes[index];
    return [term?.code ?? null, parent(term)];
  });
  for (const [table, terms] of [
    ['region_closure', names.regions],
    ['theme_closure', names.themes],
  ] as const) {
    const rows = new Rows(transaction, table, ['ancestor_id', 'descendant_id', 'distance']);
    for (const [index, { lineage }] of terms.entries())
      for (const [distance, ancestor] of lineage.entries()) await rows.add(ancestor, index + 1, distance);
    await rows.flush();
  }
}

const ARTICLE_COLUMNS =
  'id,node_id,created_at,updated_at,slug,natural_key,url,headline,description,byline,publisher_id,date_published,date_published_precision,sort_key,in_language,body_markdown,body_html,body,word_count,copyright_year,quote_count,content_hash';
const QUOTE_COLUMNS =
  'node_id,created_at,updated_at,article_id,position,start,end,text,normalized_text,words_hash,kind,speaker_id,speaker_status,speaker_name,cue_text,context_start,context_end,confidence,rule,extraction_version,in_language,sort_key';

async function insertArticles(
  transaction: Transaction,
  corpus: Corpus,
  from: number,
  to: number,
): Promise<void> {
  const { names } = corpus;
  const table = (name: string, columns: string) => new Rows(transaction, name, columns.split(','));
  const articles = table('articles', ARTICLE_COLUMNS);
  const tables = {
    quotes: table('quotes', QUOTE_COLUMNS),
    authors: table('article_authors', 'article_id,position,author_id,sort_key'),
    regions: table('article_regions', 'article_id,position,region_id,printed,sort_key'),
    regionTree: table('article_region_tree', 'region_id,sort_key,article_id'),
    themes: table('article_themes', 'article_id,position,theme_id,printed,sort_key'),
    themeTree: table('article_theme_tree', 'theme_id,sort_key,article_id'),
    reports: table('article_reports', 'article_id,position,report_id,sort_key'),
    links: table('links', 'article_id,position,text,url,start,end,target_id,sort_key'),
  };
  for (let number = from; number <= to; number += 1) {
    const facts = corpus.facts(number);
    const text = corpus.text(facts);
    const { sortKey } = facts;
    const created = new Date(FIRST_CREATED + number * 1_000).toISOString();
    await articles.add(
      number,
      nodeId('Article', number),
      created,
      created,
      articleSlug(number),
      articleUrl(number),
      articleUrl(number),
      text.headline,
      text.description,
      `By ${facts.authors.map((author) => names.authors[author - 1]?.name).join(' and ')}`,
      facts.publisher,
      facts.datePublished,
      facts.precision,
      sortKey,
      'en',
      text.bodyMarkdown,
      text.bodyHtml,
      text.body,
      text.wordCount,
      new Date(sortKey).getUTCFullYear(),
      text.quotes.length,
      createHash('sha256').update(text.body).digest('hex'),
    );
    for (const [position, quote] of text.quotes.entries())
      await tables.quotes.add(
        `Quote${number.toString(36)}.${position}`,
        created,
        created,
        number,
        position,
        quote.start,
        quote.end,
        quote.text,
        quote.text,
        quote.text.toLowerCase(),
        'DIRECT',
        quote.speaker,
        'NAMED',
        names.speakers[quote.speaker - 1]?.name ?? null,
        'said',
        quote.start - 1,
        quote.end + 2,
        0.95,
        'corpus',
        1,
        'en',
        sortKey,
      );
    for (const [position, author] of facts.authors.entries())
      await tables.authors.add(number, position, author, sortKey);
    for (const [position, region] of facts.regions.entries())
      await tables.regions.add(number, position, region, names.regions[region - 1]?.name ?? '', sortKey);
    for (const region of corpus.tree(names.regions, facts.regions))
      await tables.regionTree.add(region, sortKey, number);
    for (const [position, theme] of facts.themes.entries())
      await tables.themes.add(number, position, theme, names.themes[theme - 1]?.name ?? '', sortKey);
    for (const theme of corpus.tree(names.themes, facts.themes))
      await tables.themeTree.add(theme, sortKey, number);
    for (const [position, report] of facts.reports.entries())
      await tables.reports.add(number, position, report, sortKey);
    for (const [position, link] of text.links.entries())
      await tables.links.add(
        number,
        position,
        link.text,
        link.url,
        link.start,
        link.end,
        link.target,
        sortKey,
      );
  }
  await articles.flush();
  for (const rows of Object.values(tables)) await rows.flush();
}
