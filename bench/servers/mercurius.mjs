import Fastify from 'fastify';
import Libsql from 'libsql';
import mercurius from 'mercurius';
import { reportUsage } from './report-usage.mjs';

// A peer as its users would tune it: Mercurius with JIT, loaders written by hand over the same file, statements kept,
// only the columns that are needed. Plain JavaScript, so that Dateline is checked without the peers being installed.

const database = new Libsql(process.argv[2] ?? '');
database.exec('PRAGMA query_only = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY');
let statements = 0;
const kept = (text) => {
  const statement = database.prepare(text);
  return {
    all: (...values) => {
      statements += 1;
      return statement.all(...values);
    },
    get: (...values) => {
      statements += 1;
      return statement.get(...values);
    },
  };
};

const schema = `
  scalar Date
  enum DatePrecision { YEAR MONTH DAY MINUTE SECOND }
  type PartialDate { iso: String! precision: DatePrecision! }
  type Author { name: String! slug: String! }
  type Speaker { name: String! slug: String! }
  type Outlet { name: String! slug: String! }
  type Report { name: String! slug: String! }
  type Region { name: String! slug: String! code: String }
  type Theme { name: String! slug: String! code: String }
  type Link { text: String! url: String }
  type Quote { text: String! kind: String! speaker: Speaker }
  type QuoteConnection { nodes: [Quote!]! }
  type Article {
    id: ID! slug: String! url: String headline: String! description: String byline: String
    inLanguage: String! wordCount: Int! body: String!
    datePublished: PartialDate
    publisher: Outlet
    authors: [Author!]! regions: [Region!]! themes: [Theme!]! reports: [Report!]!
    quotes(first: Int): QuoteConnection!
    links: [Link!]!
  }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type ArticleEdge { cursor: String! node: Article! }
  type ArticleConnection { nodes: [Article!]! edges: [ArticleEdge!]! pageInfo: PageInfo! }
  input ArticleBy { slug: String }
  input TermFilter { in: [ID!] }
  input DateRange { from: Date to: Date }
  input ArticleFilter { datePublished: DateRange region: TermFilter theme: TermFilter text: String }
  type Query {
    article(by: ArticleBy!): Article
    articles(first: Int, after: String, filter: ArticleFilter): ArticleConnection!
  }
`;

const CARD =
  'a.id AS number, a.node_id AS id, a.slug, a.headline, a.description, a.date_published, a.date_published_precision, a.sort_key';
const bySlug = kept(
  `SELECT ${CARD}, a.url, a.byline, a.in_language AS inLanguage, a.word_count AS wordCount, a.body, a.publisher_id FROM articles a WHERE a.slug = ?`,
);
const before = kept(
  `SELECT ${CARD} FROM articles a WHERE a.sort_key < ? ORDER BY a.sort_key DESC, a.id DESC LIMIT ?`,
);
const after = kept(
  `SELECT ${CARD} FROM articles a WHERE (a.sort_key, a.id) < (?, ?) ORDER BY a.sort_key DESC, a.id DESC LIMIT ?`,
);
const inRegionOnTheme = kept(
  `SELECT ${CARD} FROM (SELECT article_id FROM article_region_themes WHERE region_id = (SELECT id FROM regions WHERE slug = ?) AND theme_id = (SELECT id FROM themes WHERE slug = ?) ORDER BY sort_key DESC, article_id DESC LIMIT ?) k CROSS JOIN articles a ON a.id = k.article_id`,
);
const withText = kept(
  `SELECT ${CARD} FROM (SELECT rowid AS key FROM articles_fts WHERE articles_fts MATCH ? ORDER BY rowid DESC LIMIT ?) k CROSS JOIN articles a ON a.id = k.key & 16777215`,
);

const DAY_MS = 86_400_000;
const cursorOf = ({ sort_key, number }) =>
  Buffer.from(JSON.stringify([1, 'articles.DATE_PUBLISHED.DESC', sort_key, number]))
    .toString('hex')
    .toUpperCase();

function page(_root, { first = 20, after: cursor, filter = {} }) {
  const limit = first + 1;
  const rows = () => {
    if (cursor !== undefined) {
      const [, , sortKey, number] = JSON.parse(Buffer.from(cursor, 'hex').toString());
      return after.all(sortKey, number, limit);
    }
    if (filter.text !== undefined) return withText.all(filter.text, limit);
    if (filter.region !== undefined)
      return inRegionOnTheme.all(filter.region.in[0], filter.theme.in[0], limit);
    return before.all(Date.parse(`${filter.datePublished.to}T00:00:00Z`) + DAY_MS, limit);
  };
  const found = rows();
  return { nodes: found.slice(0, first), hasNextPage: found.length > first };
}

/** Rows of one statement for many articles, handed out to each. */
function grouped(text) {
  const statement = kept(text);
  return (queries) => {
    const groups = new Map(queries.map(({ obj }) => [obj.number, []]));
    for (const row of statement.all(JSON.stringify([...groups.keys()]))) groups.get(row.of).push(row);
    return queries.map(({ obj }) => groups.get(obj.number));
  };
}

const members = (link, column, table, extra = '') =>
  grouped(
    `SELECT l.article_id AS "of", r.name, r.slug${extra} FROM json_each(?) i CROSS JOIN ${link} l ON l.article_id = i.value CROSS JOIN ${table} r ON r.id = l.${column} ORDER BY l.article_id, l.position`,
  );

function one(text, key) {
  const statement = kept(text);
  return (queries) => {
    const ids = [...new Set(queries.map(({ obj }) => obj[key]))];
    const rows = new Map(statement.all(JSON.stringify(ids)).map((row) => [row.id, row]));
    return queries.map(({ obj }) => rows.get(obj[key]) ?? null);
  };
}

const quotesOf = grouped(
  'SELECT q.article_id AS "of", q.text, q.kind, q.speaker_id FROM json_each(?) i CROSS JOIN quotes q ON q.article_id = i.value ORDER BY q.article_id, q.position',
);
// A loader's own cache would answer from what an earlier request has read; each request batches for itself.
const loader = (load) => ({ loader: async (queries) => load(queries), opts: { cache: false } });

const app = Fastify();
app.register(mercurius, {
  schema,
  jit: 1,
  graphiql: false,
  resolvers: {
    Query: { article: (_root, { by }) => bySlug.get(by.slug) ?? null, articles: page },
    ArticleConnection: {
      edges: ({ nodes }) => nodes.map((node) => ({ cursor: cursorOf(node), node })),
      pageInfo: ({ nodes, hasNextPage }) => ({
        hasNextPage,
        endCursor: nodes.length === 0 ? null : cursorOf(nodes.at(-1)),
      }),
    },
    Article: {
      datePublished: ({ date_published, date_published_precision }) => ({
        iso: date_published,
        precision: date_published_precision,
      }),
    },
  },
  loaders: {
    Article: {
      authors: loader(members('article_authors', 'author_id', 'authors')),
      regions: loader(members('article_regions', 'region_id', 'regions', ', r.code')),
      themes: loader(members('article_themes', 'theme_id', 'themes', ', r.code')),
      reports: loader(members('article_reports', 'report_id', 'reports')),
      links: loader(
        grouped(
          'SELECT l.article_id AS "of", l.text, l.url FROM json_each(?) i CROSS JOIN links l ON l.article_id = i.value ORDER BY l.article_id, l.position',
        ),
      ),
      quotes: loader((queries) =>
        quotesOf(queries).map((rows, index) => ({ nodes: rows.slice(0, queries[index].params.first) })),
      ),
      publisher: loader(
        one(
          'SELECT id, name, slug FROM outlets WHERE id IN (SELECT value FROM json_each(?))',
          'publisher_id',
        ),
      ),
    },
    Quote: {
      speaker: loader(
        one('SELECT id, name, slug FROM speakers WHERE id IN (SELECT value FROM json_each(?))', 'speaker_id'),
      ),
    },
  },
});
const url = await app.listen({ host: '127.0.0.1', port: 0 });
reportUsage(url, () => statements);
