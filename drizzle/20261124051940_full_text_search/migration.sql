-- Full-text search (FTS5), kept in step by triggers. drizzle-kit knows no virtual tables, so this one is written by hand.
-- No prefix index: it would triple what an import writes here, and a prefix of three letters is found without it.
CREATE VIRTUAL TABLE articles_fts USING fts5(
  headline, alternative_headline, description, body,
  content='articles', content_rowid='search_key', tokenize="unicode61 remove_diacritics 2"
);
--> statement-breakpoint
CREATE TRIGGER articles_fts_insert AFTER INSERT ON articles BEGIN
  INSERT INTO articles_fts(rowid, headline, alternative_headline, description, body)
  VALUES (new.search_key, new.headline, new.alternative_headline, new.description, new.body);
END;
--> statement-breakpoint
CREATE TRIGGER articles_fts_delete AFTER DELETE ON articles BEGIN
  INSERT INTO articles_fts(articles_fts, rowid, headline, alternative_headline, description, body)
  VALUES ('delete', old.search_key, old.headline, old.alternative_headline, old.description, old.body);
END;
--> statement-breakpoint
CREATE TRIGGER articles_fts_update AFTER UPDATE OF sort_key, headline, alternative_headline, description, body ON articles BEGIN
  INSERT INTO articles_fts(articles_fts, rowid, headline, alternative_headline, description, body)
  VALUES ('delete', old.search_key, old.headline, old.alternative_headline, old.description, old.body);
  INSERT INTO articles_fts(rowid, headline, alternative_headline, description, body)
  VALUES (new.search_key, new.headline, new.alternative_headline, new.description, new.body);
END;
--> statement-breakpoint
CREATE VIRTUAL TABLE quotes_fts USING fts5(
  text, speaker_name,
  content='quotes', content_rowid='search_key', tokenize="unicode61 remove_diacritics 2"
);
--> statement-breakpoint
CREATE TRIGGER quotes_fts_insert AFTER INSERT ON quotes BEGIN
  INSERT INTO quotes_fts(rowid, text, speaker_name) VALUES (new.search_key, new.text, new.speaker_name);
END;
--> statement-breakpoint
CREATE TRIGGER quotes_fts_delete AFTER DELETE ON quotes BEGIN
  INSERT INTO quotes_fts(quotes_fts, rowid, text, speaker_name) VALUES ('delete', old.search_key, old.text, old.speaker_name);
END;
--> statement-breakpoint
CREATE TRIGGER quotes_fts_update AFTER UPDATE OF sort_key, text, speaker_name ON quotes BEGIN
  INSERT INTO quotes_fts(quotes_fts, rowid, text, speaker_name) VALUES ('delete', old.search_key, old.text, old.speaker_name);
  INSERT INTO quotes_fts(rowid, text, speaker_name) VALUES (new.search_key, new.text, new.speaker_name);
END;
--> statement-breakpoint
INSERT INTO archive_version (id, version) VALUES (1, 0);
