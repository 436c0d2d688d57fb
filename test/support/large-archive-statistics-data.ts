/**
 * What SQLite's ANALYZE finds in the benchmark's archive of 200,000 pieces (`sqlite_stat1`): rows of each index, then rows for each
 * value of its first column, of its first two, and so on. SQLite chooses its indexes by them.
 */
export const LARGE_ARCHIVE_STATISTICS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  article_authors: {
    article_authors: '400000 2 1',
    article_authors_by_author: '400000 187 1 1',
  },
  article_region_themes: {
    article_region_themes: '7680000 10010 10010 1 1',
  },
  article_region_tree: {
    article_region_tree: '1455240 5216 2 1',
    article_region_tree_by_article: '1455240 8 1',
  },
  article_regions: {
    article_regions: '411740 2 1',
    article_regions_by_region: '411740 1120 1 1',
  },
  article_reports: {
    article_reports: '39935 1 1',
    article_reports_by_report: '39935 666 1 1',
  },
  article_theme_tree: {
    article_theme_tree: '800752 1260 2 1',
    article_theme_tree_by_article: '800752 5 1',
  },
  article_themes: {
    article_themes: '310890 2 1',
    article_themes_by_theme: '310890 2510 1 1',
  },
  articles: {
    articles_by_creation: '200000 1 1',
    articles_by_date: '200000 2 1',
    articles_by_day_of_year: '200000 547 2 1',
    articles_by_headline: '200000 1 1',
    articles_by_language: '200000 200000 2 1',
    articles_by_origin: '200000 200000 2 1',
    articles_by_publisher: '200000 5000 2 1',
    articles_by_search_key: '200000 1',
    articles_by_update: '200000 1 1',
    articles_by_url: '200000 1',
    articles_by_words: '200000 6452 1',
    articles_facets: '200000 1 1 1 1',
    articles_republished: '200000 200000 2 1',
    articles_with_image: '200000 200000 2 1',
    articles_with_quotes: '200000 200000 2 1',
    articles_with_translation: '200000 200000 2 1',
    sqlite_autoindex_articles_1: '200000 1',
    sqlite_autoindex_articles_2: '200000 1',
    sqlite_autoindex_articles_3: '200000 1',
  },
  authors: {
    authors_by_name: '350 1 1',
    sqlite_autoindex_authors_1: '350 1',
    sqlite_autoindex_authors_2: '350 1',
  },
  links: {
    links_by_article: '474360 2 1',
    links_by_article_and_target: '474360 2 1',
    links_by_target: '474360 5 2 1',
    links_by_url: '474360 1',
  },
  outlets: {
    outlets_by_name: '40 1 1',
    sqlite_autoindex_outlets_1: '40 1',
    sqlite_autoindex_outlets_2: '40 1',
  },
  quotes: {
    quotes_by_article: '944700 4 1',
    quotes_by_article_and_speaker: '944700 4 1 1',
    quotes_by_cluster: '944700 10010 5 1',
    quotes_by_confidence: '944700 10010 1',
    quotes_by_creation: '944700 4 1',
    quotes_by_date: '944700 5 1',
    quotes_by_day_said: '944700 10010 5 1',
    quotes_by_kind: '944700 10010 5 1',
    quotes_by_language: '944700 10010 5 1',
    quotes_by_place: '944700 10010 5 1',
    quotes_by_search_key: '944700 1',
    quotes_by_speaker: '944700 10010 2 1',
    quotes_by_speaker_and_article: '944700 10010 2',
    quotes_by_status: '944700 10010 5 1',
    quotes_by_words: '944700 5',
    quotes_facets: '944700 1 1 1 1 1 1',
    quotes_with_source: '944700 10010 5 1',
    sqlite_autoindex_quotes_1: '944700 1',
  },
  region_closure: {
    region_closure: '1323 33 1',
    region_closure_by_descendant: '1323 5 1 1',
  },
  regions: {
    regions_by_name: '306 1 1',
    regions_by_parent: '306 9 1 1',
    sqlite_autoindex_regions_1: '306 1',
    sqlite_autoindex_regions_2: '306 1',
    sqlite_autoindex_regions_3: '306 1',
  },
  reports: {
    reports_by_name: '60 1 1',
    sqlite_autoindex_reports_1: '60 1',
    sqlite_autoindex_reports_2: '60 1',
  },
  speakers: {
    speakers_by_name: '1360 2 1',
    speakers_by_quotes: '1360 35 1',
    sqlite_autoindex_speakers_1: '1360 1',
    sqlite_autoindex_speakers_2: '1360 1',
  },
  theme_closure: {
    theme_closure: '4320 67 1',
    theme_closure_by_descendant: '4320 4 1 1',
  },
  themes: {
    sqlite_autoindex_themes_1: '1281 1',
    sqlite_autoindex_themes_2: '1281 1',
    sqlite_autoindex_themes_3: '1281 1',
    themes_by_name: '1281 1 1',
    themes_by_parent: '1281 6 1 1',
  },
};
