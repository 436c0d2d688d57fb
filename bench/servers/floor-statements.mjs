/** The statements of the floor: SQLite builds the whole JSON. Written by hand, each as fast as we could make it. */

const names = (link, column, table, extra = '') =>
  `(SELECT json_group_array(json_object('name', r.name, 'slug', r.slug${extra})) FROM
    (SELECT ${column} AS id FROM ${link} WHERE article_id = a.id ORDER BY position LIMIT -1) l CROSS JOIN ${table} r ON r.id = l.id)`;

const quotes = (limit) => `json_object('nodes', (
  SELECT json_group_array(json_object('text', q.text, 'kind', q.kind, 'speaker',
    (SELECT json_object('name', s.name, 'slug', s.slug) FROM speakers s WHERE s.id = q.speaker_id)))
  FROM (SELECT * FROM quotes WHERE article_id = a.id ORDER BY position LIMIT ${limit}) q))`;

const CARD = `'id', a.node_id, 'slug', a.slug, 'headline', a.headline, 'description', a.description,
  'datePublished', json_object('iso', a.date_published),
  'authors', ${names('article_authors', 'author_id', 'authors')},
  'regions', ${names('article_regions', 'region_id', 'regions')},
  'themes', ${names('article_themes', 'theme_id', 'themes')}`;

const page = (keys, card = CARD) =>
  `SELECT json_object('articles', json_object('nodes', json_group_array(json_object(${card})))) FROM (${keys}) k CROSS JOIN articles a ON a.id = k.id`;

const cursor = `hex(json_array(1, 'articles.DATE_PUBLISHED.DESC', k.sort_key, k.id))`;

/** @type {Readonly<Record<string, string>>} */
export const FLOOR_STATEMENTS = {
  article: `SELECT json_object('article', json_object(
    'id', a.node_id, 'slug', a.slug, 'url', a.url, 'headline', a.headline, 'description', a.description,
    'byline', a.byline, 'inLanguage', a.in_language, 'wordCount', a.word_count, 'body', a.body,
    'datePublished', json_object('iso', a.date_published, 'precision', a.date_published_precision),
    'publisher', (SELECT json_object('name', o.name, 'slug', o.slug) FROM outlets o WHERE o.id = a.publisher_id),
    'authors', ${names('article_authors', 'author_id', 'authors')},
    'regions', ${names('article_regions', 'region_id', 'regions', `, 'code', r.code`)},
    'themes', ${names('article_themes', 'theme_id', 'themes', `, 'code', r.code`)},
    'reports', ${names('article_reports', 'report_id', 'reports')},
    'quotes', ${quotes(20)},
    'links', (SELECT json_group_array(json_object('text', text, 'url', url)) FROM
      (SELECT text, url FROM links WHERE article_id = a.id ORDER BY position LIMIT -1))))
    FROM articles a WHERE a.slug = ?`,
  page: page('SELECT id FROM articles WHERE sort_key < ? ORDER BY sort_key DESC, id DESC LIMIT 20'),
  quotes: page(
    'SELECT id FROM articles WHERE sort_key < ? ORDER BY sort_key DESC, id DESC LIMIT 20',
    `${CARD}, 'quotes', ${quotes(4)}`,
  ),
  'region-theme': page(`SELECT article_id AS id FROM article_region_themes
    WHERE region_id = (SELECT id FROM regions WHERE slug = ?1) AND theme_id = (SELECT id FROM themes WHERE slug = ?2)
    ORDER BY sort_key DESC, article_id DESC LIMIT 20`),
  search: `SELECT json_object('articles', json_object('nodes', json_group_array(json_object(${CARD}))))
    FROM (SELECT rowid AS key FROM articles_fts WHERE articles_fts MATCH ? ORDER BY rowid DESC LIMIT 20) k
    CROSS JOIN articles a ON a.id = k.key & 16777215`,
  'next-page': `SELECT json_object('articles', json_object(
    'pageInfo', json_object(
      'hasNextPage', json(CASE WHEN (SELECT count(*) FROM (SELECT 1 FROM articles WHERE (sort_key, id) < (?1, ?2) LIMIT 21)) > 20 THEN 'true' ELSE 'false' END),
      'endCursor', json_group_array(${cursor}) ->> '$[#-1]'),
    'edges', json_group_array(json_object('cursor', ${cursor}, 'node', json_object(${CARD})))))
    FROM (SELECT id, sort_key FROM articles WHERE (sort_key, id) < (?1, ?2) ORDER BY sort_key DESC, id DESC LIMIT 20) k
    CROSS JOIN articles a ON a.id = k.id`,
};
