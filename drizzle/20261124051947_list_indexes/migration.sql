-- "On this day" over all years: month and day of pieces that are dated to the day, newest first within each.
CREATE INDEX articles_by_day_of_year ON articles (substr(date_published, 6, 5), sort_key, id);
--> statement-breakpoint
-- What lists are filtered and ordered by beyond plain columns. In a row of `articles` the bodies lie before these counts:
-- without an index, each look at one reads past a body.
CREATE INDEX articles_with_quotes ON articles (quote_count > 0, sort_key, id);
--> statement-breakpoint
CREATE INDEX articles_with_translation ON articles (translation_count > 0, sort_key, id);
--> statement-breakpoint
CREATE INDEX quotes_by_place ON quotes (place, sort_key, id);
--> statement-breakpoint
CREATE INDEX quotes_with_source ON quotes (source_url IS NOT NULL, sort_key, id);
--> statement-breakpoint
CREATE INDEX quotes_by_confidence ON quotes (confidence, id);
--> statement-breakpoint
CREATE INDEX quotes_by_creation ON quotes (created_at, id);
--> statement-breakpoint
CREATE INDEX quotes_by_day_said ON quotes (said_on, sort_key, id);
--> statement-breakpoint
CREATE INDEX quotes_by_speaker_and_article ON quotes (speaker_id, article_id);
--> statement-breakpoint
CREATE INDEX quotes_by_article_and_speaker ON quotes (article_id, speaker_id, kind);
--> statement-breakpoint
CREATE INDEX links_by_article_and_target ON links (article_id, target_id);
--> statement-breakpoint
-- What facets look at, row by row, without reading past a body. Named by INDEXED BY in the facets' SQL.
CREATE INDEX articles_facets ON articles (id, publisher_id, in_language, sort_key);
--> statement-breakpoint
CREATE INDEX quotes_facets ON quotes (id, article_id, speaker_id, kind, in_language, sort_key);
