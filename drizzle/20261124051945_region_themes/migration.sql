-- What article_region_themes holds follows from the two tree tables. drizzle-kit knows no triggers: written by hand.
CREATE TRIGGER article_region_themes_region_insert AFTER INSERT ON article_region_tree BEGIN
  INSERT OR IGNORE INTO article_region_themes (region_id, theme_id, sort_key, article_id)
  SELECT new.region_id, theme_id, new.sort_key, new.article_id FROM article_theme_tree WHERE article_id = new.article_id;
END;
--> statement-breakpoint
CREATE TRIGGER article_region_themes_theme_insert AFTER INSERT ON article_theme_tree BEGIN
  INSERT OR IGNORE INTO article_region_themes (region_id, theme_id, sort_key, article_id)
  SELECT region_id, new.theme_id, sort_key, new.article_id FROM article_region_tree WHERE article_id = new.article_id;
END;
--> statement-breakpoint
CREATE TRIGGER article_region_themes_region_delete AFTER DELETE ON article_region_tree BEGIN
  DELETE FROM article_region_themes
  WHERE region_id = old.region_id AND sort_key = old.sort_key AND article_id = old.article_id
    AND theme_id IN (SELECT theme_id FROM article_theme_tree WHERE article_id = old.article_id);
END;
--> statement-breakpoint
CREATE TRIGGER article_region_themes_theme_delete AFTER DELETE ON article_theme_tree BEGIN
  DELETE FROM article_region_themes
  WHERE (region_id, theme_id, sort_key, article_id) IN (
    SELECT region_id, old.theme_id, sort_key, article_id FROM article_region_tree WHERE article_id = old.article_id
  );
END;
--> statement-breakpoint
CREATE TRIGGER article_region_themes_region_update AFTER UPDATE ON article_region_tree BEGIN
  DELETE FROM article_region_themes
  WHERE region_id = old.region_id AND sort_key = old.sort_key AND article_id = old.article_id
    AND theme_id IN (SELECT theme_id FROM article_theme_tree WHERE article_id = old.article_id);
  INSERT OR IGNORE INTO article_region_themes (region_id, theme_id, sort_key, article_id)
  SELECT new.region_id, theme_id, new.sort_key, new.article_id FROM article_theme_tree WHERE article_id = new.article_id;
END;
--> statement-breakpoint
CREATE TRIGGER article_region_themes_theme_update AFTER UPDATE OF theme_id, article_id ON article_theme_tree BEGIN
  DELETE FROM article_region_themes
  WHERE (region_id, theme_id, sort_key, article_id) IN (
    SELECT region_id, old.theme_id, sort_key, article_id FROM article_region_tree WHERE article_id = old.article_id
  );
  INSERT OR IGNORE INTO article_region_themes (region_id, theme_id, sort_key, article_id)
  SELECT region_id, new.theme_id, sort_key, new.article_id FROM article_region_tree WHERE article_id = new.article_id;
END;
