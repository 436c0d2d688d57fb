-- Names of all that has one, for searching and for completing what is typed. Kept in step by triggers, like the other
-- full-text tables. The row number is a kind (1 speaker, 2 author, 3 region, 4 theme, 5 report, 6 outlet) times 2^40,
-- plus the record's id: a kind is a range of rows.
CREATE VIRTUAL TABLE names_fts USING fts5(
  name, other_names, tokenize="unicode61 remove_diacritics 2", prefix='1 2 3'
);
--> statement-breakpoint
CREATE TRIGGER speakers_names_insert AFTER INSERT ON speakers BEGIN
  INSERT INTO names_fts(rowid, name) VALUES (1099511627776 + new.id, new.name);
END;
--> statement-breakpoint
CREATE TRIGGER speakers_names_update AFTER UPDATE OF name ON speakers WHEN old.name <> new.name BEGIN
  UPDATE names_fts SET name = new.name WHERE rowid = 1099511627776 + new.id;
END;
--> statement-breakpoint
CREATE TRIGGER speakers_names_delete AFTER DELETE ON speakers BEGIN
  DELETE FROM names_fts WHERE rowid = 1099511627776 + old.id;
END;
--> statement-breakpoint
CREATE TRIGGER authors_names_insert AFTER INSERT ON authors BEGIN
  INSERT INTO names_fts(rowid, name) VALUES (2199023255552 + new.id, new.name);
END;
--> statement-breakpoint
CREATE TRIGGER authors_names_update AFTER UPDATE OF name ON authors WHEN old.name <> new.name BEGIN
  UPDATE names_fts SET name = new.name WHERE rowid = 2199023255552 + new.id;
END;
--> statement-breakpoint
CREATE TRIGGER authors_names_delete AFTER DELETE ON authors BEGIN
  DELETE FROM names_fts WHERE rowid = 2199023255552 + old.id;
END;
--> statement-breakpoint
CREATE TRIGGER regions_names_insert AFTER INSERT ON regions BEGIN
  INSERT INTO names_fts(rowid, name) VALUES (3298534883328 + new.id, new.name);
END;
--> statement-breakpoint
CREATE TRIGGER regions_names_update AFTER UPDATE OF name ON regions WHEN old.name <> new.name BEGIN
  UPDATE names_fts SET name = new.name WHERE rowid = 3298534883328 + new.id;
END;
--> statement-breakpoint
CREATE TRIGGER regions_names_delete AFTER DELETE ON regions BEGIN
  DELETE FROM names_fts WHERE rowid = 3298534883328 + old.id;
END;
--> statement-breakpoint
CREATE TRIGGER themes_names_insert AFTER INSERT ON themes BEGIN
  INSERT INTO names_fts(rowid, name) VALUES (4398046511104 + new.id, new.name);
END;
--> statement-breakpoint
CREATE TRIGGER themes_names_update AFTER UPDATE OF name ON themes WHEN old.name <> new.name BEGIN
  UPDATE names_fts SET name = new.name WHERE rowid = 4398046511104 + new.id;
END;
--> statement-breakpoint
CREATE TRIGGER themes_names_delete AFTER DELETE ON themes BEGIN
  DELETE FROM names_fts WHERE rowid = 4398046511104 + old.id;
END;
--> statement-breakpoint
CREATE TRIGGER reports_names_insert AFTER INSERT ON reports BEGIN
  INSERT INTO names_fts(rowid, name) VALUES (5497558138880 + new.id, new.name);
END;
--> statement-breakpoint
CREATE TRIGGER reports_names_update AFTER UPDATE OF name ON reports WHEN old.name <> new.name BEGIN
  UPDATE names_fts SET name = new.name WHERE rowid = 5497558138880 + new.id;
END;
--> statement-breakpoint
CREATE TRIGGER reports_names_delete AFTER DELETE ON reports BEGIN
  DELETE FROM names_fts WHERE rowid = 5497558138880 + old.id;
END;
--> statement-breakpoint
CREATE TRIGGER outlets_names_insert AFTER INSERT ON outlets BEGIN
  INSERT INTO names_fts(rowid, name) VALUES (6597069766656 + new.id, new.name);
END;
--> statement-breakpoint
CREATE TRIGGER outlets_names_update AFTER UPDATE OF name ON outlets WHEN old.name <> new.name BEGIN
  UPDATE names_fts SET name = new.name WHERE rowid = 6597069766656 + new.id;
END;
--> statement-breakpoint
CREATE TRIGGER outlets_names_delete AFTER DELETE ON outlets BEGIN
  DELETE FROM names_fts WHERE rowid = 6597069766656 + old.id;
END;
--> statement-breakpoint
CREATE TRIGGER speaker_names_search_insert AFTER INSERT ON speaker_names BEGIN
  UPDATE names_fts SET other_names = (
    SELECT group_concat(other.name, ' · ') FROM speaker_names other, speakers
    WHERE other.speaker_id = new.speaker_id AND speakers.id = new.speaker_id AND other.name <> speakers.name
  ) WHERE rowid = 1099511627776 + new.speaker_id;
END;
--> statement-breakpoint
CREATE TRIGGER speaker_names_search_delete AFTER DELETE ON speaker_names BEGIN
  UPDATE names_fts SET other_names = (
    SELECT group_concat(other.name, ' · ') FROM speaker_names other, speakers
    WHERE other.speaker_id = old.speaker_id AND speakers.id = old.speaker_id AND other.name <> speakers.name
  ) WHERE rowid = 1099511627776 + old.speaker_id;
END;
--> statement-breakpoint
CREATE VIRTUAL TABLE articles_words USING fts5vocab(articles_fts, 'row');
--> statement-breakpoint
CREATE VIRTUAL TABLE names_words USING fts5vocab(names_fts, 'row');
