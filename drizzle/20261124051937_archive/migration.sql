-- Link tables are WITHOUT ROWID: the primary key is the table, one B-tree a link instead of two. drizzle-kit cannot say it, so it is added by hand.
CREATE TABLE `article_authors` (
	`article_id` integer NOT NULL,
	`position` integer NOT NULL,
	`author_id` integer NOT NULL,
	`sort_key` integer NOT NULL,
	CONSTRAINT `article_authors_pk` PRIMARY KEY(`article_id`, `position`),
	CONSTRAINT `fk_article_authors_article_id_articles_id_fk` FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON DELETE CASCADE,
	CONSTRAINT `fk_article_authors_author_id_authors_id_fk` FOREIGN KEY (`author_id`) REFERENCES `authors`(`id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `article_keywords` (
	`article_id` integer NOT NULL,
	`position` integer NOT NULL,
	`keyword` text NOT NULL,
	CONSTRAINT `article_keywords_pk` PRIMARY KEY(`article_id`, `position`),
	CONSTRAINT `fk_article_keywords_article_id_articles_id_fk` FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON DELETE CASCADE
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `article_notes` (
	`article_id` integer NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	CONSTRAINT `article_notes_pk` PRIMARY KEY(`article_id`, `position`),
	CONSTRAINT `fk_article_notes_article_id_articles_id_fk` FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON DELETE CASCADE
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `article_region_themes` (
	`region_id` integer NOT NULL,
	`theme_id` integer NOT NULL,
	`sort_key` integer NOT NULL,
	`article_id` integer NOT NULL,
	CONSTRAINT `article_region_themes_pk` PRIMARY KEY(`region_id`, `theme_id`, `sort_key`, `article_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `article_region_tree` (
	`region_id` integer NOT NULL,
	`sort_key` integer NOT NULL,
	`article_id` integer NOT NULL,
	CONSTRAINT `article_region_tree_pk` PRIMARY KEY(`region_id`, `sort_key`, `article_id`),
	CONSTRAINT `fk_article_region_tree_region_id_regions_id_fk` FOREIGN KEY (`region_id`) REFERENCES `regions`(`id`),
	CONSTRAINT `fk_article_region_tree_article_id_articles_id_fk` FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON DELETE CASCADE
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `article_regions` (
	`article_id` integer NOT NULL,
	`position` integer NOT NULL,
	`region_id` integer NOT NULL,
	`printed` text NOT NULL,
	`sort_key` integer NOT NULL,
	CONSTRAINT `article_regions_pk` PRIMARY KEY(`article_id`, `position`),
	CONSTRAINT `fk_article_regions_article_id_articles_id_fk` FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON DELETE CASCADE,
	CONSTRAINT `fk_article_regions_region_id_regions_id_fk` FOREIGN KEY (`region_id`) REFERENCES `regions`(`id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `article_reports` (
	`article_id` integer NOT NULL,
	`position` integer NOT NULL,
	`report_id` integer NOT NULL,
	`sort_key` integer NOT NULL,
	CONSTRAINT `article_reports_pk` PRIMARY KEY(`article_id`, `position`),
	CONSTRAINT `fk_article_reports_article_id_articles_id_fk` FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON DELETE CASCADE,
	CONSTRAINT `fk_article_reports_report_id_reports_id_fk` FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `article_theme_tree` (
	`theme_id` integer NOT NULL,
	`sort_key` integer NOT NULL,
	`article_id` integer NOT NULL,
	CONSTRAINT `article_theme_tree_pk` PRIMARY KEY(`theme_id`, `sort_key`, `article_id`),
	CONSTRAINT `fk_article_theme_tree_theme_id_themes_id_fk` FOREIGN KEY (`theme_id`) REFERENCES `themes`(`id`),
	CONSTRAINT `fk_article_theme_tree_article_id_articles_id_fk` FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON DELETE CASCADE
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `article_themes` (
	`article_id` integer NOT NULL,
	`position` integer NOT NULL,
	`theme_id` integer NOT NULL,
	`printed` text NOT NULL,
	`sort_key` integer NOT NULL,
	CONSTRAINT `article_themes_pk` PRIMARY KEY(`article_id`, `position`),
	CONSTRAINT `fk_article_themes_article_id_articles_id_fk` FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON DELETE CASCADE,
	CONSTRAINT `fk_article_themes_theme_id_themes_id_fk` FOREIGN KEY (`theme_id`) REFERENCES `themes`(`id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `articles` (
	`id` integer PRIMARY KEY,
	`node_id` text NOT NULL UNIQUE,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`slug` text NOT NULL UNIQUE,
	`natural_key` text NOT NULL UNIQUE,
	`url` text,
	`external_id` text,
	`headline` text NOT NULL,
	`alternative_headline` text,
	`description` text,
	`byline` text,
	`publisher_id` integer,
	`date_published` text,
	`date_published_precision` text,
	`date_published_printed` text,
	`date_modified` text,
	`date_modified_precision` text,
	`date_modified_printed` text,
	`sort_key` integer NOT NULL,
	`search_key` integer GENERATED ALWAYS AS ((max(sort_key, -16106127360000) + 16106127360000) / 60000 * 16777216 + id) VIRTUAL,
	`dateline` text,
	`is_based_on_outlet_id` integer,
	`is_based_on_url` text,
	`is_republished` integer DEFAULT false NOT NULL,
	`in_language` text DEFAULT 'und' NOT NULL,
	`in_language_inferred` integer DEFAULT true NOT NULL,
	`word_count` integer NOT NULL,
	`image_url` text,
	`image_caption` text,
	`image_credit` text,
	`image_credit_url` text,
	`has_image` integer DEFAULT false NOT NULL,
	`copyright_year` integer,
	`copyright_notice` text,
	`rights_text_id` integer,
	`discussion_url` text,
	`quote_count` integer DEFAULT 0 NOT NULL,
	`translation_count` integer DEFAULT 0 NOT NULL,
	`content_hash` text NOT NULL,
	`revision_number` integer DEFAULT 1 NOT NULL,
	`boilerplate` text DEFAULT '[]' NOT NULL,
	`provenance` text DEFAULT '{}' NOT NULL,
	`body_markdown` text NOT NULL,
	`body_html` text NOT NULL,
	`body` text NOT NULL,
	CONSTRAINT `fk_articles_publisher_id_outlets_id_fk` FOREIGN KEY (`publisher_id`) REFERENCES `outlets`(`id`),
	CONSTRAINT `fk_articles_is_based_on_outlet_id_outlets_id_fk` FOREIGN KEY (`is_based_on_outlet_id`) REFERENCES `outlets`(`id`),
	CONSTRAINT `fk_articles_rights_text_id_rights_texts_id_fk` FOREIGN KEY (`rights_text_id`) REFERENCES `rights_texts`(`id`)
);
--> statement-breakpoint
CREATE TABLE `duplicate_bands` (
	`band_key` text NOT NULL,
	`article_id` integer NOT NULL,
	CONSTRAINT `duplicate_bands_pk` PRIMARY KEY(`band_key`, `article_id`),
	CONSTRAINT `fk_duplicate_bands_article_id_articles_id_fk` FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON DELETE CASCADE
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `near_duplicates` (
	`article_id` integer NOT NULL,
	`other_id` integer NOT NULL,
	`similarity` integer NOT NULL,
	CONSTRAINT `near_duplicates_pk` PRIMARY KEY(`article_id`, `other_id`),
	CONSTRAINT `fk_near_duplicates_article_id_articles_id_fk` FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON DELETE CASCADE,
	CONSTRAINT `fk_near_duplicates_other_id_articles_id_fk` FOREIGN KEY (`other_id`) REFERENCES `articles`(`id`) ON DELETE CASCADE
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `revisions` (
	`article_id` integer NOT NULL,
	`number` integer NOT NULL,
	`imported_at` text NOT NULL,
	`content_hash` text NOT NULL,
	`draft` text NOT NULL,
	CONSTRAINT `revisions_pk` PRIMARY KEY(`article_id`, `number`),
	CONSTRAINT `fk_revisions_article_id_articles_id_fk` FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON DELETE CASCADE
);
--> statement-breakpoint
CREATE TABLE `translations` (
	`article_id` integer NOT NULL,
	`position` integer NOT NULL,
	`in_language` text NOT NULL,
	`url` text,
	`headline` text,
	`translation_id` integer,
	CONSTRAINT `translations_pk` PRIMARY KEY(`article_id`, `position`),
	CONSTRAINT `fk_translations_article_id_articles_id_fk` FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON DELETE CASCADE,
	CONSTRAINT `fk_translations_translation_id_articles_id_fk` FOREIGN KEY (`translation_id`) REFERENCES `articles`(`id`) ON DELETE SET NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `author_affiliations` (
	`author_id` integer NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	CONSTRAINT `author_affiliations_pk` PRIMARY KEY(`author_id`, `position`),
	CONSTRAINT `fk_author_affiliations_author_id_authors_id_fk` FOREIGN KEY (`author_id`) REFERENCES `authors`(`id`) ON DELETE CASCADE
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `author_profiles` (
	`author_id` integer NOT NULL,
	`position` integer NOT NULL,
	`network` text NOT NULL,
	`url` text,
	CONSTRAINT `author_profiles_pk` PRIMARY KEY(`author_id`, `position`),
	CONSTRAINT `fk_author_profiles_author_id_authors_id_fk` FOREIGN KEY (`author_id`) REFERENCES `authors`(`id`) ON DELETE CASCADE
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `authors` (
	`id` integer PRIMARY KEY,
	`node_id` text NOT NULL UNIQUE,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`slug` text NOT NULL UNIQUE,
	`name` text NOT NULL,
	`kind` text DEFAULT 'PERSON' NOT NULL,
	`description` text,
	`url` text,
	`article_count` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `followed_feeds` (
	`address` text PRIMARY KEY,
	`url` text NOT NULL,
	`etag` text,
	`last_modified` text,
	`content_hash` text,
	`failures` integer DEFAULT 0 NOT NULL,
	`interval_ms` integer NOT NULL,
	`next_at` integer NOT NULL,
	`stopped` text
);
--> statement-breakpoint
CREATE TABLE `import_items` (
	`id` integer PRIMARY KEY,
	`node_id` text NOT NULL UNIQUE,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`run_id` integer NOT NULL,
	`position` integer NOT NULL,
	`locator` text NOT NULL,
	`format` text,
	`byte_start` integer,
	`byte_end` integer,
	`content_hash` text,
	`outcome` text NOT NULL,
	`article_id` integer,
	`code` text,
	`line` integer,
	`message` text,
	`hint` text,
	CONSTRAINT `fk_import_items_run_id_import_runs_id_fk` FOREIGN KEY (`run_id`) REFERENCES `import_runs`(`id`) ON DELETE CASCADE,
	CONSTRAINT `fk_import_items_article_id_articles_id_fk` FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON DELETE SET NULL
);
--> statement-breakpoint
CREATE TABLE `import_runs` (
	`id` integer PRIMARY KEY,
	`node_id` text NOT NULL UNIQUE,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`started_at` text NOT NULL,
	`finished_at` text,
	`status` text NOT NULL,
	`inputs` text NOT NULL,
	`new_count` integer DEFAULT 0 NOT NULL,
	`changed_count` integer DEFAULT 0 NOT NULL,
	`unchanged_count` integer DEFAULT 0 NOT NULL,
	`refused_count` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `import_sources` (
	`locator` text PRIMARY KEY,
	`content_hash` text NOT NULL,
	`article_id` integer,
	CONSTRAINT `fk_import_sources_article_id_articles_id_fk` FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON DELETE CASCADE
);
--> statement-breakpoint
CREATE TABLE `mappings` (
	`place` text PRIMARY KEY,
	`name` text NOT NULL,
	`content_hash` text NOT NULL,
	`source` text NOT NULL,
	`imported_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `quarantine` (
	`locator` text PRIMARY KEY,
	`name` text DEFAULT '' NOT NULL,
	`content_hash` text,
	`raw` text,
	`code` text NOT NULL,
	`line` integer,
	`message` text NOT NULL,
	`hint` text NOT NULL,
	`refused_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `links` (
	`id` integer PRIMARY KEY,
	`article_id` integer NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`url` text,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`target_id` integer,
	`sort_key` integer NOT NULL,
	CONSTRAINT `fk_links_article_id_articles_id_fk` FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON DELETE CASCADE,
	CONSTRAINT `fk_links_target_id_articles_id_fk` FOREIGN KEY (`target_id`) REFERENCES `articles`(`id`) ON DELETE SET NULL
);
--> statement-breakpoint
CREATE TABLE `outlet_profiles` (
	`outlet_id` integer NOT NULL,
	`position` integer NOT NULL,
	`network` text NOT NULL,
	`url` text,
	CONSTRAINT `outlet_profiles_pk` PRIMARY KEY(`outlet_id`, `position`),
	CONSTRAINT `fk_outlet_profiles_outlet_id_outlets_id_fk` FOREIGN KEY (`outlet_id`) REFERENCES `outlets`(`id`) ON DELETE CASCADE
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `outlets` (
	`id` integer PRIMARY KEY,
	`node_id` text NOT NULL UNIQUE,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`slug` text NOT NULL UNIQUE,
	`name` text NOT NULL,
	`url` text,
	`membership_url` text,
	`discussion_url` text,
	`newsletter_url` text,
	`contact` text,
	`media_contact` text,
	`language_count` integer,
	`article_count` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `quote_bands` (
	`band_key` integer NOT NULL,
	`quote_id` integer NOT NULL,
	CONSTRAINT `quote_bands_pk` PRIMARY KEY(`band_key`, `quote_id`),
	CONSTRAINT `fk_quote_bands_quote_id_quotes_id_fk` FOREIGN KEY (`quote_id`) REFERENCES `quotes`(`id`) ON DELETE CASCADE
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `quotes` (
	`id` integer PRIMARY KEY,
	`node_id` text NOT NULL UNIQUE,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`article_id` integer NOT NULL,
	`position` integer NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`text` text NOT NULL,
	`normalized_text` text NOT NULL,
	`words_hash` text NOT NULL,
	`kind` text NOT NULL,
	`place` text DEFAULT 'BODY' NOT NULL,
	`speaker_id` integer,
	`speaker_status` text NOT NULL,
	`speaker_name` text,
	`speaker_mention` text,
	`speaker_role` text,
	`speaker_description` text,
	`cue_text` text,
	`cue_start` integer,
	`cue_end` integer,
	`context_start` integer NOT NULL,
	`context_end` integer NOT NULL,
	`marks` text DEFAULT '[]' NOT NULL,
	`source_url` text,
	`said_on` text,
	`occasion` text,
	`group_number` integer,
	`confidence` real NOT NULL,
	`rule` text NOT NULL,
	`origin` text DEFAULT 'EXTRACTED' NOT NULL,
	`extraction_version` integer NOT NULL,
	`in_language` text NOT NULL,
	`sort_key` integer NOT NULL,
	`search_key` integer GENERATED ALWAYS AS ((max(sort_key, -16106127360000) + 16106127360000) / 60000 * 16777216 + id) VIRTUAL,
	`cluster_id` integer,
	CONSTRAINT `fk_quotes_article_id_articles_id_fk` FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON DELETE CASCADE,
	CONSTRAINT `fk_quotes_speaker_id_speakers_id_fk` FOREIGN KEY (`speaker_id`) REFERENCES `speakers`(`id`)
);
--> statement-breakpoint
CREATE TABLE `reextractions` (
	`version` integer PRIMARY KEY,
	`last_article_id` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `region_closure` (
	`ancestor_id` integer NOT NULL,
	`descendant_id` integer NOT NULL,
	`distance` integer NOT NULL,
	CONSTRAINT `region_closure_pk` PRIMARY KEY(`ancestor_id`, `descendant_id`),
	CONSTRAINT `fk_region_closure_ancestor_id_regions_id_fk` FOREIGN KEY (`ancestor_id`) REFERENCES `regions`(`id`) ON DELETE CASCADE,
	CONSTRAINT `fk_region_closure_descendant_id_regions_id_fk` FOREIGN KEY (`descendant_id`) REFERENCES `regions`(`id`) ON DELETE CASCADE
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `region_names` (
	`name` text PRIMARY KEY,
	`region_id` integer NOT NULL,
	CONSTRAINT `fk_region_names_region_id_regions_id_fk` FOREIGN KEY (`region_id`) REFERENCES `regions`(`id`) ON DELETE CASCADE
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `regions` (
	`id` integer PRIMARY KEY,
	`node_id` text NOT NULL UNIQUE,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`slug` text NOT NULL UNIQUE,
	`name` text NOT NULL,
	`code` text UNIQUE,
	`m49` text,
	`kind` text NOT NULL,
	`parent_id` integer,
	`article_count` integer DEFAULT 0 NOT NULL,
	CONSTRAINT `fk_regions_parent_id_regions_id_fk` FOREIGN KEY (`parent_id`) REFERENCES `regions`(`id`)
);
--> statement-breakpoint
CREATE TABLE `reports` (
	`id` integer PRIMARY KEY,
	`node_id` text NOT NULL UNIQUE,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`slug` text NOT NULL UNIQUE,
	`name` text NOT NULL,
	`url` text,
	`article_count` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `rights_holders` (
	`article_id` integer NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`url` text,
	CONSTRAINT `rights_holders_pk` PRIMARY KEY(`article_id`, `position`),
	CONSTRAINT `fk_rights_holders_article_id_articles_id_fk` FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON DELETE CASCADE
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `rights_texts` (
	`id` integer PRIMARY KEY,
	`outlet_id` integer,
	`content_hash` text NOT NULL UNIQUE,
	`disclaimer` text,
	`permission` text,
	`conditions` text,
	`fair_use` text,
	`contact` text,
	`licence_url` text,
	CONSTRAINT `fk_rights_texts_outlet_id_outlets_id_fk` FOREIGN KEY (`outlet_id`) REFERENCES `outlets`(`id`) ON DELETE CASCADE
);
--> statement-breakpoint
CREATE TABLE `speaker_names` (
	`key` text NOT NULL,
	`speaker_id` integer NOT NULL,
	`name` text NOT NULL,
	`origin` text NOT NULL,
	`reason` text DEFAULT 'FULL_NAME' NOT NULL,
	`last_word` text DEFAULT '' NOT NULL,
	CONSTRAINT `speaker_names_pk` PRIMARY KEY(`key`, `speaker_id`),
	CONSTRAINT `fk_speaker_names_speaker_id_speakers_id_fk` FOREIGN KEY (`speaker_id`) REFERENCES `speakers`(`id`) ON DELETE CASCADE
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `speakers` (
	`id` integer PRIMARY KEY,
	`node_id` text NOT NULL UNIQUE,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`slug` text NOT NULL UNIQUE,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`quote_count` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `theme_closure` (
	`ancestor_id` integer NOT NULL,
	`descendant_id` integer NOT NULL,
	`distance` integer NOT NULL,
	CONSTRAINT `theme_closure_pk` PRIMARY KEY(`ancestor_id`, `descendant_id`),
	CONSTRAINT `fk_theme_closure_ancestor_id_themes_id_fk` FOREIGN KEY (`ancestor_id`) REFERENCES `themes`(`id`) ON DELETE CASCADE,
	CONSTRAINT `fk_theme_closure_descendant_id_themes_id_fk` FOREIGN KEY (`descendant_id`) REFERENCES `themes`(`id`) ON DELETE CASCADE
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `theme_names` (
	`name` text PRIMARY KEY,
	`theme_id` integer NOT NULL,
	CONSTRAINT `fk_theme_names_theme_id_themes_id_fk` FOREIGN KEY (`theme_id`) REFERENCES `themes`(`id`) ON DELETE CASCADE
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `themes` (
	`id` integer PRIMARY KEY,
	`node_id` text NOT NULL UNIQUE,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`slug` text NOT NULL UNIQUE,
	`name` text NOT NULL,
	`code` text UNIQUE,
	`parent_id` integer,
	`article_count` integer DEFAULT 0 NOT NULL,
	CONSTRAINT `fk_themes_parent_id_themes_id_fk` FOREIGN KEY (`parent_id`) REFERENCES `themes`(`id`)
);
--> statement-breakpoint
CREATE TABLE `archive_version` (
	`id` integer PRIMARY KEY,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `node_aliases` (
	`alias` text PRIMARY KEY,
	`node_id` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `article_authors_by_author` ON `article_authors` (`author_id`,`sort_key`,`article_id`);--> statement-breakpoint
CREATE INDEX `article_keywords_by_keyword` ON `article_keywords` (`keyword`,`article_id`);--> statement-breakpoint
CREATE INDEX `article_region_tree_by_article` ON `article_region_tree` (`article_id`,`region_id`);--> statement-breakpoint
CREATE INDEX `article_regions_by_region` ON `article_regions` (`region_id`,`sort_key`,`article_id`);--> statement-breakpoint
CREATE INDEX `article_reports_by_report` ON `article_reports` (`report_id`,`sort_key`,`article_id`);--> statement-breakpoint
CREATE INDEX `article_theme_tree_by_article` ON `article_theme_tree` (`article_id`,`theme_id`);--> statement-breakpoint
CREATE INDEX `article_themes_by_theme` ON `article_themes` (`theme_id`,`sort_key`,`article_id`);--> statement-breakpoint
CREATE INDEX `articles_by_date` ON `articles` (`sort_key`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `articles_by_search_key` ON `articles` (`search_key`);--> statement-breakpoint
CREATE INDEX `articles_by_headline` ON `articles` (`headline`,`id`);--> statement-breakpoint
CREATE INDEX `articles_by_words` ON `articles` (`word_count`,`id`);--> statement-breakpoint
CREATE INDEX `articles_by_creation` ON `articles` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `articles_by_update` ON `articles` (`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `articles_by_publisher` ON `articles` (`publisher_id`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `articles_by_origin` ON `articles` (`is_based_on_outlet_id`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `articles_by_language` ON `articles` (`in_language`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `articles_by_url` ON `articles` (`url`);--> statement-breakpoint
CREATE INDEX `articles_republished` ON `articles` (`is_republished`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `articles_with_image` ON `articles` (`has_image`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `duplicate_bands_by_article` ON `duplicate_bands` (`article_id`);--> statement-breakpoint
CREATE INDEX `near_duplicates_by_other` ON `near_duplicates` (`other_id`);--> statement-breakpoint
CREATE INDEX `translations_by_translation` ON `translations` (`translation_id`);--> statement-breakpoint
CREATE INDEX `translations_by_url` ON `translations` (`url`);--> statement-breakpoint
CREATE INDEX `authors_by_name` ON `authors` (`name`,`id`);--> statement-breakpoint
CREATE INDEX `import_items_by_run` ON `import_items` (`run_id`,`position`,`id`);--> statement-breakpoint
CREATE INDEX `import_items_by_outcome` ON `import_items` (`run_id`,`outcome`,`position`,`id`);--> statement-breakpoint
CREATE INDEX `import_items_by_article` ON `import_items` (`article_id`);--> statement-breakpoint
CREATE INDEX `import_runs_by_start` ON `import_runs` (`started_at`,`id`);--> statement-breakpoint
CREATE INDEX `import_sources_by_hash` ON `import_sources` (`content_hash`);--> statement-breakpoint
CREATE INDEX `import_sources_by_article` ON `import_sources` (`article_id`);--> statement-breakpoint
CREATE INDEX `links_by_article` ON `links` (`article_id`,`position`);--> statement-breakpoint
CREATE INDEX `links_by_target` ON `links` (`target_id`,`sort_key`,`article_id`);--> statement-breakpoint
CREATE INDEX `links_by_url` ON `links` (`url`);--> statement-breakpoint
CREATE INDEX `outlets_by_name` ON `outlets` (`name`,`id`);--> statement-breakpoint
CREATE INDEX `quote_bands_by_quote` ON `quote_bands` (`quote_id`);--> statement-breakpoint
CREATE INDEX `quotes_by_article` ON `quotes` (`article_id`,`position`);--> statement-breakpoint
CREATE INDEX `quotes_by_speaker` ON `quotes` (`speaker_id`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `quotes_by_date` ON `quotes` (`sort_key`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `quotes_by_search_key` ON `quotes` (`search_key`);--> statement-breakpoint
CREATE INDEX `quotes_by_kind` ON `quotes` (`kind`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `quotes_by_status` ON `quotes` (`speaker_status`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `quotes_by_language` ON `quotes` (`in_language`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `quotes_by_words` ON `quotes` (`words_hash`);--> statement-breakpoint
CREATE INDEX `quotes_by_cluster` ON `quotes` (`cluster_id`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `region_closure_by_descendant` ON `region_closure` (`descendant_id`,`distance`,`ancestor_id`);--> statement-breakpoint
CREATE INDEX `regions_by_parent` ON `regions` (`parent_id`,`name`,`id`);--> statement-breakpoint
CREATE INDEX `regions_by_name` ON `regions` (`name`,`id`);--> statement-breakpoint
CREATE INDEX `reports_by_name` ON `reports` (`name`,`id`);--> statement-breakpoint
CREATE INDEX `rights_holders_by_name` ON `rights_holders` (`name`);--> statement-breakpoint
CREATE INDEX `speaker_names_by_speaker` ON `speaker_names` (`speaker_id`);--> statement-breakpoint
CREATE INDEX `speaker_names_by_last_word` ON `speaker_names` (`last_word`,`speaker_id`);--> statement-breakpoint
CREATE INDEX `speakers_by_name` ON `speakers` (`name`,`id`);--> statement-breakpoint
CREATE INDEX `speakers_by_quotes` ON `speakers` (`quote_count`,`id`);--> statement-breakpoint
CREATE INDEX `theme_closure_by_descendant` ON `theme_closure` (`descendant_id`,`distance`,`ancestor_id`);--> statement-breakpoint
CREATE INDEX `themes_by_parent` ON `themes` (`parent_id`,`name`,`id`);--> statement-breakpoint
CREATE INDEX `themes_by_name` ON `themes` (`name`,`id`);